"""What a clinician says of other appointments: a group, a class, a doctor's clinic are no next session.

"The next one's Tuesday, ten to two. And group's on Wednesday as usual." "I can't do group this week."
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from live_notes.drafting.embedded.booking.doubt_words import OTHERS, WITH_US
from live_notes.drafting.embedded.booking.table import Slot
from live_notes.drafting.embedded.booking.words import CLASH, IS_SLOT, SLOT
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.spec import Speaking

_CONTACT = re.compile(
    r"\b(?:text|call|ring|phone|message|e-?mail|whatsapp)(?:ing)? (?:me|you|us)\b|\b(?:quick|check-?in"
    r"|phone|short)"
    r" (?:call|text|message)\b",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"(?:[,;?!]|[.:](?!\d))+\s*|\s+(?:and|but|so|then|because|cause)\s+", re.IGNORECASE)
_OF_CLINICIAN = re.compile(r"\b(?:i'm|i've|i am|i have|i teach|i run)\b", re.IGNORECASE)
_IS_WHY = re.compile(
    r"\b(?:because of|on account of|around|due to|after|before|clash(?:es|ing)? with|to suit|on top of"
    r"|owing to"
    r"|in time for|as you(?:'ve| have)|since you(?:'ve| have)|instead of|so you can (?:make|get to|do)"
    r"|straight from) (?:your |the |my |you |a )?(?:\w+ )?$",
    re.IGNORECASE,
)
"""Leads to what is only the reason for a day or an hour."""
_LEANS = re.compile(r"^(?:with|at|for|because|'cause)\b", re.IGNORECASE)


_NOWHERE = -9
_OF_A_CALL = 6
"""Turns in which a call is still spoken of."""


@dataclass
class Elsewhere:
    """Where in a conversation another appointment is spoken of, and the days and hours of it."""

    turn: int = _NOWHERE
    slots: list[Slot] = field(default_factory=list)
    contact: int = _NOWHERE
    """The turn in which somebody is to text or ring."""
    call: int = _NOWHERE
    """The turn in which the clinician says when they will telephone."""

    def called(self, unit: Unit) -> None:
        """Notes that the clinician will telephone on a day: what is answered to it is of that."""
        self.turn, self.slots, self.call = unit.turn, _slots(unit), unit.turn

    def left_of(self, unit: Unit) -> Unit | None:
        """The unit without what it says of other appointments; None where it says nothing else."""
        if self._is_of_a_message(unit):
            if unit.speaking is Speaking.CLINICIAN:
                self.turn, self.slots = unit.turn, _slots(unit)
            return None
        if unit.speaking is not Speaking.CLINICIAN:
            return None if unit.turn == self.turn + 1 and self._is_of_it(unit) else unit
        left = _cut(unit.exact)
        if left == unit.exact:
            return None if self._goes_on(unit) else unit
        if left and SLOT.search(left):
            return replace(unit, exact=left)
        self.slots = _slots(unit) if unit.turn != self.turn else [*self.slots, *_slots(unit)]
        self.turn = unit.turn
        return None

    def _is_of_a_message(self, unit: Unit) -> bool:
        """Whether a unit only says on which day somebody is to text or ring: "text me. The Wednesday."."""
        if _CONTACT.search(unit.exact):
            self.contact = unit.turn
            return False
        sorts = (
            {found.lastgroup for found in SLOT.finditer(unit.exact)} if unit.turn == self.contact else set()
        )
        return "day" in sorts and "hour" not in sorts and not WITH_US.search(unit.exact)

    def _is_of_it(self, unit: Unit) -> bool:
        """Whether a client answers of the other appointment."""
        named = _slots(unit)
        if not named or WITH_US.search(unit.exact):
            return False
        of_it = OTHERS.search(unit.exact) is not None or any(
            one.is_like(other) for one in named for other in self.slots
        )
        if self.call == unit.turn - 1 and all(one.sort == "hour" for one in named):
            self.slots, of_it = [*self.slots, *named], True
        self.turn = self.turn if of_it else _NOWHERE
        return of_it

    def _goes_on(self, unit: Unit) -> bool:
        """Whether a clinician is still about the other appointment."""
        if WITH_US.search(unit.exact):
            return False
        if unit.turn == self.turn:
            return True
        if self._is_when_to_call(unit):
            return True
        sorts = {found.lastgroup for found in SLOT.finditer(unit.exact)}
        if unit.turn != self.turn + 2 or not sorts or "day" in sorts:
            self.turn = _NOWHERE if sorts else self.turn
            return False
        self.turn = unit.turn
        return True

    def _is_when_to_call(self, unit: Unit) -> bool:
        """Whether a clinician only says again on what day, or at what hour, they will telephone."""
        named = _slots(unit) if 0 <= unit.turn - self.call <= _OF_A_CALL else []
        return bool(named) and all(any(one.is_like(other) for other in self.slots) for one in named)


def _slots(unit: Unit) -> list[Slot]:
    return [Slot(found.lastgroup or "", found.group(), unit, 0) for found in SLOT.finditer(unit.exact)]


def _cut(said: str) -> str:
    """What is said, without the clauses of another appointment; the same where there is none."""
    found = OTHERS.search(said) if IS_SLOT.search(said) else None
    if found is None or not SLOT.search(said):
        return said
    starts = [0, *(one.end() for one in _BREAKS.finditer(said) if one.end() <= found.start())]
    clause = said[starts[-1] :]
    if WITH_US.search(said[: found.end()]) and not SLOT.search(clause):
        return said
    if _IS_WHY.search(said[: found.start()]):
        return said
    if _OF_CLINICIAN.search(clause[: found.start() - starts[-1]]) or (
        CLASH.search(said) and not SLOT.search(clause)
    ):
        return said
    ours = next((one.end() for one in _BREAKS.finditer(said) if one.start() >= found.end()), None)
    if ours is not None and WITH_US.search(said[ours:]):
        return said[ours:]
    before = "" if _LEANS.match(clause) else said[: starts[-1]].rstrip(" ,;")
    return re.sub(r"[ ,;]+(?:and|but|so|then)$", "", before, flags=re.IGNORECASE)
