"""The next session in the words of both, where one day can't be told for certain.

"I'd normally say the twenty-second." "I couldn't say. I'll ring you." Nobody is to wait on the twenty-second.
And "the ninth, and not the sixteenth, and again on the twenty-third" is three days, each with its own status.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from live_notes.drafting.embedded.booking.doubt_words import (
    COMES,
    IF,
    IF_NOT_HEARD,
    MIGHT_BE,
    NOT_BOOKED,
    NOT_SURE_OF,
    THIS_OR_THAT,
    UNSURE,
    WILL_SAY,
    ZONE,
)
from live_notes.drafting.embedded.booking.open_words import CLIENT_LEAVES, NO_DATE, NOT_FIXED
from live_notes.drafting.embedded.booking.reading import marked
from live_notes.drafting.embedded.booking.table import Table
from live_notes.drafting.embedded.booking.told import clock, named_day
from live_notes.drafting.embedded.booking.words import CLASH, IS_SLOT, SLOT
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settling import together
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_REACH = 3
"""Turns after the last day in which it may be left open."""
_MOST_QUOTED = 80
_BOTH = 2
_OF_ONE = re.compile(r"\b(?:your|my) time\b", re.IGNORECASE)


def told_open(reading: Reading, table: Table, used: set[int]) -> list[Statement]:
    """That no day is fixed, as both said it, where a client could not say; empty where none is left open."""
    slots = [slot.unit.index for slot in (*table.alive, *table.off)]
    if table.unsure is None and not slots:
        return []
    start = table.unsure.index if table.unsure is not None else max(slots)
    turn = reading.units[start].turn
    near = [unit for unit in reading.units[start:] if unit.turn - turn <= _REACH + 1]
    leaves = [unit for unit in near if unit.turn - turn <= _REACH and leaves_it(unit)]
    if not leaves:
        return []
    put = [unit for unit in table.units.values() if unit.turn == turn - 1 and unit.index < start]
    said = [unit for unit in near if unit.turn <= leaves[-1].turn and _is_of_it(unit)]
    answer = [unit for unit in near if unit.turn == leaves[-1].turn + 1 and leaves[-1].question]
    of_it = [unit.index for unit in answer if SLOT.search(unit.exact) or leaves_it(unit)]
    said = [*put[-1:], *said, *(unit for unit in answer if of_it and unit.index <= of_it[-1])]
    while word_count(" ".join(one.exact for one in said)) > _MOST_QUOTED and len(said) > 1:
        said = said[1:]
    return exchange(reading, said, NOT_FIXED, used)


def not_held(reading: Reading, table: Table, used: set[int]) -> list[Statement]:
    """That a day is not booked, as both said it, where either says so once it was named; else empty."""
    day = table.last("day", "gap")
    if day is None:
        return []
    first = day.unit.index
    near = [one for one in reading.units[first + 1 :] if one.turn - day.unit.turn <= _REACH + 1]
    says = [one for one in near if not one.question and NOT_BOOKED.search(one.exact.strip())]
    if not says:
        return []
    last = says[-1]
    until = [one for one in near if one.index > last.index and one.turn <= last.turn + 1 and leaves_it(one)]
    end = (until or says)[-1].index
    said = [one for one in near if says[0].index <= one.index <= end and not one.backchannel]
    return exchange(reading, _within(said), NOT_FIXED, used)


def leaves_it(unit: Unit) -> bool:
    """Whether somebody says that the day will be said later, or can't be said."""
    text = unit.exact.strip().replace("’", "'")
    if IF.match(text):
        return unit.speaking is Speaking.CLINICIAN and IF_NOT_HEARD.search(text) is not None
    if unit.speaking is Speaking.CLIENT:
        return bool(UNSURE.search(text) or WILL_SAY.search(text) or CLIENT_LEAVES.search(text))
    return unit.speaking is Speaking.CLINICIAN and bool(WILL_SAY.search(text) or NO_DATE.search(text))


def might_be(unit: Unit) -> bool:
    """Whether a day is named as one that may be meant."""
    return (
        not unit.question
        and bool(IS_SLOT.search(unit.exact))
        and MIGHT_BE.search(marked(unit.exact)) is not None
    )


def one_of_two(unit: Unit) -> bool:
    """Whether a unit says that it is one of two days, and not which."""
    return bool(IS_SLOT.search(unit.exact)) and THIS_OR_THAT.search(marked(unit.exact)) is not None


def _is_of_it(unit: Unit) -> bool:
    return (
        bool(leaves_it(unit) or SLOT.search(unit.exact) or CLASH.search(unit.exact)) and not unit.backchannel
    )


def doubts_a_day(unit: Unit) -> bool:
    """Whether a unit names a day, and says that it may not be had."""
    if not IS_SLOT.search(unit.exact):
        return False
    if unit.speaking is Speaking.CLIENT:
        return bool(COMES.search(unit.exact) and SLOT.search(unit.exact) and UNSURE.search(unit.exact))
    return NOT_SURE_OF.search(marked(unit.exact)) is not None


def told_several(reading: Reading, table: Table, used: set[int]) -> list[Statement]:
    """Several days with the words that say of each whether they meet on it."""
    first = table.several
    if first is None:
        return []
    turn = reading.units[first.index].turn
    near = [
        unit
        for unit in reading.units[first.index :]
        if unit.turn - turn <= _REACH and (unit.index == first.index or unit.index in table.units)
    ]
    return exchange(reading, _within(near), "Next sessions:", used)


def told_in_zones(reading: Reading, table: Table, used: set[int]) -> list[Statement]:
    """An hour that was said as it is for each of both; empty where one hour is one for both."""
    hour = table.last("hour")
    if hour is None:
        return []
    near = reading.units[table.first() :]
    zoned = [
        unit
        for unit in near
        if abs(unit.turn - hour.unit.turn) < _REACH
        and IS_SLOT.search(unit.exact)
        and ZONE.search(marked(unit.exact))
    ]
    named = [slot for unit in zoned for slot in SLOT.finditer(unit.exact)]
    hours = {clock(slot.group()) for slot in named if slot.lastgroup == "hour"}
    if not zoned or (len(hours) < _BOTH and not any(_OF_ONE.search(unit.exact) for unit in zoned)):
        return []
    day = table.last("day", "gap")
    told = day is None or any(slot.lastgroup in {"day", "gap"} for slot in named)
    lead = "Next session:" if told or day is None else f"Next session: {named_day(day.said)};"
    said = [unit for unit in near if zoned[0].index <= unit.index <= zoned[-1].index and not unit.backchannel]
    said = said if _are_short(said) else zoned
    return exchange(reading, said, lead, used, rests=() if told or day is None else (day.unit,))


def _are_short(said: Sequence[Unit]) -> bool:
    return word_count(" ".join(one.exact for one in said)) <= _MOST_QUOTED


def _within(said: Sequence[Unit]) -> list[Unit]:
    """As many of the last units as may be quoted."""
    kept = list(said)
    while word_count(" ".join(one.exact for one in kept)) > _MOST_QUOTED and len(kept) > 1:
        kept = kept[:-1]
    return kept


def exchange(
    reading: Reading, said: Sequence[Unit], lead: str, used: set[int], *, rests: Sequence[Unit] = ()
) -> list[Statement]:
    """What both said, in a row; empty where it can't be quoted. The units are added to `used`.

    `rests` are others on which the lead rests.
    """
    if not said or any(unit.risk_in_words or not is_whole(unit) for unit in said):
        return []
    text, quotes = lead, []
    for at, (_, one) in enumerate(groupby(said, key=lambda unit: unit.turn)):
        units = list(one)
        verb = "answered" if at else ("asked" if units[-1].question else "stated")
        text += f" {_who(reading, units[0], first=not at)} {verb}: {_in_runs(units)}"
        quotes += units
    used.update(unit.index for unit in quotes)
    statement = made(reading, Kind.PLAN, whole(text), (*rests, *quotes))
    return [replace(statement, must=True, speaker=None)]


def _in_runs(units: Sequence[Unit]) -> str:
    """The units of one turn in quotation marks: in one pair those that follow each other."""
    runs: list[list[Unit]] = []
    for unit in units:
        if runs and runs[-1][-1].index == unit.index - 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return " ".join(quoted(together(run)) for run in runs)


def _who(reading: Reading, unit: Unit, *, first: bool) -> str:
    if unit.speaking is not Speaking.CLIENT:
        return reading.fallback.clinician_forms.subject if first else reading.fallback.clinician
    terms = reading.terms_for(unit)
    return terms.client_inside if first else terms.client
