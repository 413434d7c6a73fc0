"""Who is known to be in a session, so that their names are masked wherever they are said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from live_notes.errors import RosterInvalid

MAX_NAMES = 200
"""Most names a roster may hold; each costs time on every segment."""

MAX_NAME_CHARS = 120


class RosterRole(StrEnum):
    """What a known person is to the session; it decides the placeholder's word."""

    CLIENT = "client"
    CLINICIAN = "clinician"
    SUPERVISOR = "supervisor"
    INTERPRETER = "interpreter"
    RELATIVE = "relative"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RosterName:
    """One known person: full name, role, and other names they go by."""

    name: str = field(repr=False)
    role: RosterRole = RosterRole.OTHER
    aliases: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        for text in (self.name, *self.aliases):
            if not text.strip() or len(text) > MAX_NAME_CHARS:
                raise RosterInvalid(f"a name has 1 to {MAX_NAME_CHARS} characters")

    @property
    def variants(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Roster:
    """The known names of a session. The first client is `[CLIENT]`, the second `[CLIENT_2]`.

    Raises:
        RosterInvalid: more than `MAX_NAMES` names.
    """

    names: tuple[RosterName, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if len(self.names) > MAX_NAMES:
            raise RosterInvalid(f"a roster has at most {MAX_NAMES} names")

    def __repr__(self) -> str:
        return f"<Roster {len(self.names)} names>"

    def joined_by(self, person: RosterName) -> Roster:
        """The roster with one more person, unless that name is known or the roster is full."""
        known = {variant.casefold() for name in self.names for variant in name.variants}
        if person.name.casefold() in known or len(self.names) >= MAX_NAMES:
            return self
        return replace(self, names=(*self.names, person))


def roster_of(entries: object) -> Roster:
    """A roster file's JSON: a list of names, each a string or `{"name", "role"?, "aliases"?}`.

    Roles are those of `RosterRole`; a plain string has the role `other`.

    Raises:
        RosterInvalid: not of that form; the detail names the entry's number.
    """
    if not isinstance(entries, list):
        raise RosterInvalid("a roster is a JSON list of names or of objects with a name")
    return Roster(tuple(_entry(position, entry) for position, entry in enumerate(entries, start=1)))


def _entry(position: int, entry: object) -> RosterName:
    try:
        match entry:
            case str() as name:
                return RosterName(name)
            case {"name": str() as name, **rest} if rest.keys() <= {"role", "aliases"}:
                return RosterName(name, _role(position, rest.get("role", "other")), _aliases(position, rest))
    except RosterInvalid as error:
        where = f"entry {position}: "
        raise RosterInvalid(where + error.detail.removeprefix(where)) from None
    if isinstance(entry, dict) and "name" in entry and isinstance(entry["name"], str):
        raise RosterInvalid(f"entry {position}: besides name it may have role and aliases, nothing else")
    raise RosterInvalid(f'entry {position} is neither a name nor an object with a "name"')


def _role(position: int, role: object) -> RosterRole:
    if role not in set(RosterRole):
        raise RosterInvalid(f"entry {position}: the role is one of {', '.join(RosterRole)}")
    return RosterRole(str(role))


def _aliases(position: int, entry: dict[object, object]) -> tuple[str, ...]:
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise RosterInvalid(f"entry {position}: aliases are a list of strings")
    return tuple(aliases)
