"""What a clinician decided about a session's masking: this is to be masked, that is not.

Choices belong to one session. They mask what recognition misses, or leave what it takes for an identifier
and is none; the names that the session knows stay masked whatever is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from live_notes.errors import ChoiceRefused
from live_notes.masking.kinds import Entity
from live_notes.masking.roster import MAX_NAME_CHARS, Roster, RosterName
from live_notes.masking.spoken.numbers import runs
from live_notes.masking.spoken.words import Words, fold
from live_notes.masking.text import Finding, without

MAX_CHOICES = 100
"""Most choices of one session; each costs time on every line."""

_LEAST_DIGITS = 3
"""A number of fewer digits is masked only where it is put the same way."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision: `surface` is masked as an `entity` (`hidden`), or left as it is.

    Raises:
        ChoiceRefused: nothing in it can be read, it is too long, or it is no kind of identifier.
    """

    surface: str = field(repr=False)
    entity: Entity
    hidden: bool

    def __post_init__(self) -> None:
        if not any(mark.isalnum() for mark in self.surface) or len(self.surface) > MAX_NAME_CHARS:
            raise ChoiceRefused(
                f"choose 1 to {MAX_NAME_CHARS} characters with a letter or a digit among them"
            )
        if self.entity is Entity.LITERAL:
            raise ChoiceRefused("text that looks like a placeholder is put aside anyway")


def kind_of(surface: str) -> Entity:
    """What hidden words are taken for when nobody says: with a digit, or all a number, an id; else a name."""
    digit = any(mark.isdigit() for mark in surface)
    return Entity.OTHER_ID if digit or _forms(surface)[1] else Entity.PERSON


class Choices:
    """All choices of a session, ready to be applied; of two on the same words the later counts.

    Raises:
        ChoiceRefused: more than `MAX_CHOICES`.
    """

    def __init__(self, chosen: Iterable[Choice] = ()) -> None:
        latest = {same(choice.surface): choice for choice in chosen}
        if len(latest) > MAX_CHOICES:
            raise ChoiceRefused(f"a session has at most {MAX_CHOICES} choices")
        self.all = tuple(latest.values())
        self._freed = {key for key, choice in latest.items() if not choice.hidden}
        self._hidden = tuple((choice, *_forms(choice.surface)) for choice in self.all if choice.hidden)

    def __repr__(self) -> str:
        return f"<Choices {len(self.all)}>"

    @property
    def people(self) -> tuple[RosterName, ...]:
        """Who is to be masked, with all variants of their names."""
        hidden = (choice for choice in self.all if choice.hidden and choice.entity is Entity.PERSON)
        return tuple(RosterName(choice.surface.strip()) for choice in hidden)

    def frees(self, surface: str) -> bool:
        """Whether these very words are to be left."""
        return same(surface) in self._freed

    def applied(
        self, text: str, findings: Iterable[Finding], roster: Roster, known: int = 0
    ) -> list[Finding]:
        """The findings without what is freed, and with what is hidden; nothing else comes to light.

        `known`: so many of the roster's first names are the session's own, and stay masked.
        """
        kept = [one for one in findings if _is_of(one, known) or not self.frees(text[one.start : one.end])]
        for mine in self._hidden_in(text, roster) if self._hidden else ():
            if not any(one.start <= mine.start and mine.end <= one.end for one in kept):
                kept = [piece for one in kept for piece in without(one, mine.start, mine.end)]
                kept.append(mine)
        return sorted(kept, key=lambda finding: finding.start)

    def _hidden_in(self, text: str, roster: Roster) -> Iterator[Finding]:
        words, taken = Words(text), 0
        people = {same(name.name): number for number, name in enumerate(roster.names)}
        numbers = {run.first: run for run in runs(words)}
        for position in range(len(words)):
            if words[position].start < taken:
                continue
            for choice, said, digits in self._hidden:
                run = numbers.get(position)
                last = position + len(said) - 1
                if run is not None and len(digits) >= _LEAST_DIGITS and run.digits == digits:
                    last = run.last
                elif not words.says(position, said):
                    continue
                start, taken = words.find(position, last)
                person = people.get(same(choice.surface)) if choice.entity is Entity.PERSON else None
                yield Finding(start, taken, choice.entity, 1.0, person)
                break


def _is_of(finding: Finding, known: int) -> bool:
    """Whether it names one of so many of the roster's first."""
    return finding.person is not None and finding.person < known


def same(surface: str) -> str:
    """What two ways of writing the same words share."""
    return " ".join(word.low for word in Words(surface)) or fold(surface).strip()


def _forms(surface: str) -> tuple[Sequence[str], str]:
    """The words of a surface, and the digits it says if it says nothing else."""
    words = Words(surface)
    found = list(runs(words))
    whole = len(found) == 1 and found[0].first == 0 and found[0].last == len(words) - 1
    return tuple(word.low for word in words), found[0].digits if whole else ""
