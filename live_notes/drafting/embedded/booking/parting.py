"""The day that a client names in parting, where nobody named another: "I'll see you next Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.booking.words import IS_SLOT
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_PARTS = re.compile(
    r"^(?:(?:and|so|okay|ok|right|then|well|great|thanks|thank you|cheers|lovely|grand)[,. ]+)*"
    r"(?:(?:i|we)(?:'ll| will) )?(?:see|talk to|speak to) (?:you|ye|ya)\b",
    re.IGNORECASE,
)
_AT_THE_END, _LEAST_BEFORE = 0.85, 5


def named_in_parting(reading: Reading, used: set[int]) -> list[Statement]:
    """The client's own words of when they will come; the unit is added to `used`."""
    units = reading.units
    for unit in reversed(units[int(len(units) * _AT_THE_END) :]):
        if unit.index not in used and _is_parting(unit) and _is_asked_for(units, unit):
            used.add(unit.index)
            client = reading.terms_for(unit).client_inside
            text = whole(f"Next session: {client} stated: {quoted(unit)}")
            return [replace(made(reading, Kind.PLAN, text, (unit,)), must=True, speaker=None)]
    return []


def _is_asked_for(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether it answers a question, or ends a turn of more: a goodbye alone fixes nothing."""
    for before in reversed(units[: unit.index]):
        if before.turn != unit.turn:
            return before.question
        if before.length >= _LEAST_BEFORE:
            return True
    return False


def _is_parting(unit: Unit) -> bool:
    if unit.speaking is not Speaking.CLIENT or unit.question or not is_whole(unit):
        return False
    plain = unit.exact.replace("’", "'")
    return bool(_PARTS.match(plain)) and IS_SLOT.search(plain) is not None
