"""The days and hours that lie on the table while two people look for one that suits them both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from live_notes.drafting.embedded.booking.told import bare_slot, clock
from live_notes.drafting.embedded.booking.words import WHICH_DATE, WHICH_DAY
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.spec import Speaking

_IN_WEEKS = re.compile(r"\b(?:weeks?|fortnight)\b", re.IGNORECASE)
_THIS = re.compile(r"\b(?:this|next|coming)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Slot:
    """A day, an hour or a time until then, as it was named; `sort` is the group of `SLOT` it matched."""

    sort: str
    said: str
    unit: Unit
    clause: int

    @property
    def day(self) -> str:
        """The day of the week in it, in small letters; empty if there is none."""
        found = WHICH_DAY.search(self.said)
        return found.group().lower() if found else ""

    @property
    def date(self) -> str:
        """The day of the month in it."""
        found = WHICH_DATE.search(self.said) if self.sort == "day" else None
        return found.group().lower() if found else ""

    def is_like(self, other: Slot) -> bool:
        """Whether both name the same day, or the same hour."""
        if self.sort != other.sort:
            return False
        if self.sort != "day":
            alike = clock if self.sort == "hour" else bare_slot
            return alike(self.said) == alike(other.said)
        same_day = bool(self.day) and self.day == other.day and not (self.date and other.date)
        if bool(_IN_WEEKS.search(self.said)) is not bool(_IN_WEEKS.search(other.said)):
            same_day = same_day and not (_THIS.search(self.said) or _THIS.search(other.said))
        return same_day or (bool(self.date) and self.date == other.date)


@dataclass
class Table:
    """What lies on the table while both look for a day."""

    alive: list[Slot] = field(default_factory=list)
    off: list[Slot] = field(default_factory=list)
    units: dict[int, Unit] = field(default_factory=dict)
    ends: list[Unit] = field(default_factory=list)
    where: str = ""
    long: str = ""
    pencil: Unit | None = None
    """What was only written down for now."""
    put: bool = False
    accepted: bool = False
    turned: bool = False
    """Whether anything was taken off, or put by the client."""
    taken: Slot | None = None
    """The day, or the time until then, that was last taken by both."""
    unsure: Unit | None = None
    """Where the client could not say whether they can come, and has not said so since."""
    several: Unit | None = None
    """Where several days were named together."""
    closed: Unit | None = None
    """What left day and hour as both took them."""
    part: tuple[Slot, str] | None = None
    """Of which half of the day an hour is, with the hour of which that was said."""

    def first(self) -> int:
        """The place of the first unit that has to do with a day."""
        return min(self.units, default=0)

    def take(self, unit: Unit) -> None:
        """Notes that what lies there last is taken, where this unit takes it."""
        self.accepted = True
        self.ends.append(unit)
        self.taken = self.last("day", "gap")

    def add(self, slot: Slot) -> None:
        """Puts a slot on the table; whoever names it takes up what the other put if it is the same."""
        client = slot.unit.speaking is Speaking.CLIENT
        again = (one for one in self.off if client or one.sort == "hour")
        known = any(
            slot.is_like(one) and one.unit.speaking is not slot.unit.speaking for one in (*self.alive, *again)
        )
        self.alive.append(slot)
        if known:
            self.take(slot.unit)
        elif client or slot.unit.question:
            self.accepted = False
        self.turned = self.turned or (client and not known)
        self.put = True

    def take_off(self, named: Sequence[Slot]) -> None:
        """Takes off what is like the named ones, with the hours said beside a day that falls."""
        fallen = [one for one in self.alive if any(one.is_like(other) for other in named)]
        beside = {one.unit.index for one in fallen if one.sort == "day"}
        gone = [
            one for one in self.alive if one in fallen or (one.sort == "hour" and one.unit.index in beside)
        ]
        self.alive = [one for one in self.alive if one not in gone]
        self.off += gone
        stands = self.taken in self.alive and all(one.sort == "day" for one in fallen)
        self.accepted = self.accepted and (stands or not fallen)
        self.turned = self.turned or bool(fallen)
        self.ends = [] if fallen else self.ends

    def last(self, *sorts: str) -> Slot | None:
        """The last slot of these sorts that still lies there."""
        return next((one for one in reversed(self.alive) if one.sort in sorts), None)
