"""A next session that was agreed on and is withdrawn in the next breath: it is then not fixed.

"One o'clock, Tuesday the eighteenth." "Yeah. No, wait. Eighteenth I'm in Leeds. Can I email you?" Whoever
reads that the eighteenth is the next session, waits for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.booking.open_words import NOT_FIXED
from live_notes.drafting.embedded.booking.table import Slot, Table
from live_notes.drafting.embedded.booking.words import (
    CLASH,
    PLAINLY_FINE,
    SLOT,
    UNSUITED,
    WHICH_DATE,
    WHICH_DAY,
)
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_REACH = 2
"""Turns after the day was settled in which it may be withdrawn."""
_MOST_QUOTED = 30
_STARTS_UP = re.compile(
    r"^(?:\[\w+\] )?(?:(?:oh|ah|ooh|yeah|yes|but|um|uh|so)[,. ]+)*(?:no,? |oh |ah )?(?:wait|hang on|hold on"
    r"|actually|sorry|damn|shoot|no no|scratch that|oh no|forget that|i forgot|i've just remembered"
    r"|i just remembered)\b",
    re.IGNORECASE,
)
"""Begins what takes back what was just agreed on."""
_WILL_SAY = re.compile(
    r"\b(?:can i|could i|i'll|i will|let me|i'd better|i need to|i'll have to|i have to) (?:just |maybe )?"
    r"(?:e-?mail|text|ring|call|phone|message|whatsapp|let you know|get back|come back to you|confirm)\b"
    r"|^(?:(?:yes|yeah|okay|sure|do|no problem|of course)[,. ]+)*(?:just |you can |please )?(?:e-?mail|text"
    r"|ring|call|phone|message|whatsapp|send|let) (?:me|us|the office|reception|the desk|in)\b",
    re.IGNORECASE,
)
"""Somebody will say later which day it is to be."""


_THEN = re.compile(
    r"\b(?:i've|i have|i'm|there's|we've|we're|he's|she's|it's|my)\b[^.?!]*\b(?:that (?:day|morning|afternoon"
    r"|evening|week|time|one)|(?<!since )(?<!back )then)\b",
    re.IGNORECASE,
)
"""Something else that somebody has on the day that was just settled."""


def withdrawn(reading: Reading, table: Table) -> tuple[Unit, ...]:
    """What takes back the day that was settled, and says how another is to be found; empty if it stands."""
    lie = [one for one in (table.alive if table.last("day") else table.off) if one.sort == "day"]
    if not lie:
        return ()
    day, named = lie[-1], [one.unit.index for one in lie]
    after = [
        unit
        for unit in reading.units[max(named) + 1 :]
        if unit.turn - reading.units[max(named)].turn <= _REACH and unit.speaking is not Speaking.OTHER
    ]
    taking = next(_taking_back(after, day), None)
    if taking is not None and any(_offers_another(unit) for unit in after if unit.index >= taking.index):
        return ()
    if taking is None or taking.risk_in_words or not is_whole(taking):
        return ()
    said = [taking]
    for unit in after:
        near = unit.index > taking.index and unit.turn <= taking.turn + 1
        if near and _WILL_SAY.search(unit.exact.strip()) and not unit.risk_in_words:
            said.append(unit)
    if table.last("day") is None and len(said) == 1:
        return ()
    short = sum(one.spoken_length for one in said) <= _MOST_QUOTED
    return tuple(said if short else said[:1])


def _taking_back(after: Sequence[Unit], day: Slot) -> Iterator[Unit]:
    """The sentences of the client that say why the day is not to be had after all."""
    for before, unit in zip([None, *after], after, strict=False):
        if unit.speaking is not Speaking.CLIENT or unit.question or PLAINLY_FINE.search(unit.exact):
            continue
        begun = _STARTS_UP.match(unit.exact.strip()) or (
            before is not None and before.turn == unit.turn and _STARTS_UP.match(before.exact.strip())
        )
        of_it = _is_of(unit, day) and (begun or _is_said_later(after, unit)) and CLASH.search(unit.exact)
        of_it = of_it or (begun and not _names_a_day(unit) and _THEN.search(unit.exact))
        if of_it or (UNSUITED.search(unit.exact) and (begun and not _names_a_day(unit))):
            yield unit


def _is_said_later(after: Sequence[Unit], unit: Unit) -> bool:
    """Whether somebody goes on that they will say which day it is to be."""
    near = (one for one in after if one.index > unit.index and one.turn <= unit.turn + 1)
    return any(_WILL_SAY.search(one.exact.strip()) for one in near)


def _offers_another(unit: Unit) -> bool:
    """Whether somebody names an hour, or asks for another day: then the day is still looked for."""
    sorts = {found.lastgroup for found in SLOT.finditer(unit.exact)}
    return "hour" in sorts or (unit.question and bool(sorts))


def _names_a_day(unit: Unit) -> bool:
    return bool(WHICH_DAY.search(unit.exact) or WHICH_DATE.search(unit.exact))


def _is_of(unit: Unit, day: Slot) -> bool:
    """Whether a sentence begins with the day that was settled: "Eighteenth I'm in Leeds"."""
    start = re.split(r"\b(?:i|i'm|i've|i'll|we|we're|we've|my|that|it)\b", unit.exact, flags=re.IGNORECASE)[0]
    named = {found.group().lower() for found in (WHICH_DAY.search(start), WHICH_DATE.search(start)) if found}
    behind = re.search(r"\b(?:can't|cannot|couldn't|won't) (?:do|make|manage) (?P<day>[^,.;]+)", unit.exact)
    if behind is not None:
        found = (WHICH_DAY.search(behind["day"]), WHICH_DATE.search(behind["day"]))
        named |= {one.group().lower() for one in found if one}
    return bool(named) and named <= {day.day, day.date}


def not_fixed_after_all(reading: Reading, said: Sequence[Unit], used: set[int]) -> list[Statement]:
    """That no day is fixed, in the words of both; the units are added to `used`."""
    used.update(unit.index for unit in said)
    text, speaking = NOT_FIXED, None
    for unit in said:
        if unit.speaking is not speaking:
            verb = "stated" if speaking is None else "answered"
            text += f" {_who(reading, unit, first=speaking is None)} {verb}:"
            speaking = unit.speaking
        text += f" {quoted(unit)}"
    return [replace(made(reading, Kind.PLAN, whole(text), tuple(said)), must=True, speaker=None)]


def _who(reading: Reading, unit: Unit, *, first: bool) -> str:
    if unit.speaking is not Speaking.CLIENT:
        return reading.fallback.clinician
    terms = reading.terms_for(unit)
    return terms.client_inside if first else terms.client
