"""A next session that is not fixed: only pencilled in, or left to the client or the office to arrange.

"Can I leave it that I ring you when I'm home?" "You can. I won't put you down for a day." A day that was
named on the way is then none; what both said of it is what the next reader needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.exchange import leaves_it
from live_notes.drafting.embedded.booking.final import agreed, final, rests_on
from live_notes.drafting.embedded.booking.open_words import CLIENT_LEAVES, NO_DATE, NOT_FIXED
from live_notes.drafting.embedded.booking.table import Slot, Table
from live_notes.drafting.embedded.booking.words import IS_SLOT, KEEPS, KEEPS_IT, MEETS, PENCILS, SLOT
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settling import together
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_FROM = 0.66
"""How far on in a session the next one is spoken of."""
_MOST_QUOTED = 45
_BACK, _NEAR = 2, 12
"""Turns, and sentences, in which it was said what somebody leaves open."""


def is_pencilled(table: Table) -> bool:
    """Whether a day was only pencilled in, and the clinician named none after that."""
    if table.pencil is None or not is_whole(table.pencil):
        return False
    after = (slot for slot in table.alive if slot.unit.index > table.pencil.index and slot.sort != "hour")
    return not any(slot.unit.speaking is Speaking.CLINICIAN for slot in after)


def pencilled(reading: Reading, table: Table, used: set[int]) -> Statement:
    """A day that is not fixed, in the clinician's words, with what the client said to it."""
    put = _with_what_stands(reading, table.pencil or table.ends[-1], used)
    after = [unit for unit in reading.units[put.index + 1 :] if unit.turn == put.turn + 1]
    of_it = [unit.index for unit in after if unit.index in table.units or leaves_it(unit)]
    said = [unit for unit in after if of_it and unit.index <= of_it[-1]]
    said = [] if any(unit.question for unit in said) else said
    held, rests = _held(table, put)
    verb = "asked" if put.question else "stated"
    told = f"{NOT_FIXED} {held}{reading.fallback.clinician_forms.subject} {verb}: {quoted(put)}"
    if said and said[0].speaking is Speaking.CLIENT and all(is_whole(unit) for unit in said):
        told += f" {reading.terms_for(said[0]).client} answered: {quoted(together(said))}"
    else:
        said = []
    used.update(unit.index for unit in (put, *said))
    return replace(made(reading, Kind.PLAN, whole(told), (*rests, put, *said)), must=True, speaker=None)


def _held(table: Table, put: Unit) -> tuple[str, tuple[Unit, ...]]:
    """The day and hour that are held, where the clinician's own words leave some of it to others."""
    day, when = table.last("day"), agreed(table)
    if day is None or when is None or KEEPS.search(put.exact) is None or table.several is not None:
        return "", ()
    said = [Slot(one.lastgroup or "", one.group(), put, 0) for one in SLOT.finditer(put.exact)]
    lie = final(table)
    date, hour = lie["day"].date, lie.get("hour")
    more = date and not any(one.date == date for one in said)
    more = more or (hour is not None and not any(hour.is_like(one) for one in said))
    of_it = any(one.sort in {"day", "gap"} and one.is_like(lie["day"]) for one in said)
    of_it = of_it or (KEEPS_IT.search(put.exact) is not None and put.turn - day.unit.turn <= _BACK)
    kept = "pencilled in" if "pencil" in put.exact.lower() else "held"
    return (f"{when} is {kept}; ", rests_on(table)) if more and of_it else ("", ())


def _with_what_stands(reading: Reading, put: Unit, used: set[int]) -> Unit:
    """A day that is only held, with the sentence after it that names one: "and group is Monday anyway"."""
    after = reading.units[put.index + 1] if put.index + 1 < len(reading.units) else put
    same = after.turn == put.turn and not after.question and after is not put
    of_it = IS_SLOT.search(after.exact) or leaves_it(after) or PENCILS.search(after.exact)
    if not (same and of_it and is_whole(after)) or after.risk_in_words:
        return put
    used.add(after.index)
    return together((put, after))


def left_open(reading: Reading, used: set[int]) -> list[Statement]:
    """That no day was fixed, as both said it; the units are added to `used`."""
    units = reading.units
    said = [unit for unit in units[int(len(units) * _FROM) :] if unit.index not in used and _leaves_it(unit)]
    said = [unit for unit in said if _is_about_it(units, unit)]
    near = [unit for unit in said if said[-1].turn - unit.turn <= 1]
    if not near or word_count(as_one(near).exact) > _MOST_QUOTED:
        return []
    text = NOT_FIXED
    turns = [as_one(list(turn)) for _, turn in groupby(near, key=lambda unit: unit.turn)]
    for at, one in enumerate(turns):
        verb = "answered" if at else ("asked" if one.question else "stated")
        text += f" {_who(reading, one, first=not at)} {verb}: {quoted(one)}"
    used.update(unit.index for unit in near)
    return [replace(made(reading, Kind.PLAN, whole(text), tuple(turns)), must=True, speaker=None)]


_LEAVES_WHAT = re.compile(r"\b(?:leave|keep) (?:it|that|things|this)\b", re.IGNORECASE)
"""Leaves something open, and does not say what."""
_OF_MEETING = re.compile(
    r"\b(?:next (?:time|one|session|appointment|visit|day)|(?:see|meet|seeing|meeting) (?:you|ye|me|each"
    r" other|us"
    r"|again|up)|sessions?|appointments?|again|come (?:back|in|down|up)|book(?:ed|ing)?|diary|calendar"
    r"|rota|roster"
    r"|schedule|dates?|times?|when (?:you|i|we)(?:'re|'m)?|which day|what day|slot|follow[- ]up|review"
    r"|catch up)\b",
    re.IGNORECASE,
)


def _is_about_it(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether what is left open is the next session: said there, or in the two turns before."""
    if _LEAVES_WHAT.search(unit.exact) is None:
        return True
    near = (
        one for one in units[max(0, unit.index - _NEAR) : unit.index + 1] if unit.turn - one.turn <= _BACK
    )
    return any(
        _OF_MEETING.search(one.exact)
        or MEETS.search(one.exact)
        or any(found.lastgroup != "hour" for found in SLOT.finditer(one.exact))
        for one in near
    )


def _leaves_it(unit: Unit) -> bool:
    """Whether somebody leaves it open when both will meet again."""
    if unit.risk_in_words or not is_whole(unit):
        return False
    if unit.speaking is Speaking.CLIENT:
        return CLIENT_LEAVES.search(unit.exact) is not None
    return unit.speaking is Speaking.CLINICIAN and NO_DATE.search(unit.exact) is not None


def _who(reading: Reading, unit: Unit, *, first: bool) -> str:
    if unit.speaking is Speaking.CLIENT:
        terms = reading.terms_for(unit)
        return terms.client_inside if first else terms.client
    return reading.fallback.clinician_forms.subject if first else reading.fallback.clinician
