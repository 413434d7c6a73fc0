"""A day and an hour of two different meetings: "Monday at five", and in parting "see you Wednesday".

A group on Wednesday and a session on Monday are settled in one breath; the day of one with the hour of the
other is neither. Where the hour was said with another day, and never with the last one, both are quoted.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.final import final
from live_notes.drafting.embedded.booking.table import Slot, Table
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_MOST_QUOTED, _TURNS = 60, 3


def of_two_meetings(reading: Reading, table: Table, used: set[int]) -> list[Statement]:
    """Both meetings in the words in which they were settled; empty where day and hour are of one."""
    lie = final(table)
    day, hour = lie.get("day"), lie.get("hour")
    if day is None or hour is None or not _is_of_another(table, day, hour):
        return []
    first = next(one.unit for one in table.alive if one.is_like(hour))
    said = [
        unit
        for unit in reading.units[first.index :]
        if unit.turn < first.turn + _TURNS and not unit.backchannel and unit.speaking is not Speaking.OTHER
    ]
    told = list(takewhile(lambda unit: is_whole(unit) and not unit.risk_in_words, said))
    if not told or word_count(as_one(told).exact) > _MOST_QUOTED:
        return []
    text = "Next sessions:"
    for at, (_, turn) in enumerate(groupby(told, key=lambda unit: unit.turn)):
        one = as_one(list(turn))
        verb = "answered" if at else "stated"
        text += f" {_who(reading, one, first=not at)} {verb}: {quoted(one)}"
    used.update(unit.index for unit in told)
    return [replace(made(reading, Kind.PLAN, whole(text), tuple(told)), must=True, speaker=None)]


def _is_of_another(table: Table, day: Slot, hour: Slot) -> bool:
    """Whether the hour is always named beside another day of the week, and that day still stands."""
    beside = [
        [one for one in table.alive if one.sort == "day" and one.unit.turn == named.unit.turn]
        for named in table.alive
        if named.is_like(hour)
    ]
    if not day.day or not beside or not all(beside):
        return False
    return all(one.day and one.day != day.day for days in beside for one in days)


def _who(reading: Reading, unit: Unit, *, first: bool) -> str:
    if unit.speaking is Speaking.CLIENT:
        terms = reading.terms_for(unit)
        return terms.client_inside if first else terms.client
    return reading.fallback.clinician_forms.subject if first else reading.fallback.clinician
