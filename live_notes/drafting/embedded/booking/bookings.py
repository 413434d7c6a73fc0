"""The next session as it was agreed on over several turns: one day and hour, and not what was put on the way.

"Same time in two weeks, the nineteenth?" "I've a school thing on the nineteenth. Could we do the Wednesday?"
"Wednesday, at half two." "Half two's fine." Every day and hour that is named goes on the table; one that
somebody can't make is taken off; what lies there last, and is accepted, is the appointment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.booking.appointments import dated
from live_notes.drafting.embedded.booking.closing import (
    asks_when_to_meet,
    comes_back,
    is_bare,
    is_of_a_new_search,
    opens_again,
    still_closed,
)
from live_notes.drafting.embedded.booking.doubt_words import (
    OTHERS,
    UNSURE,
)
from live_notes.drafting.embedded.booking.elsewhere import Elsewhere
from live_notes.drafting.embedded.booking.exchange import (
    doubts_a_day,
    leaves_it,
    not_held,
    one_of_two,
    told_in_zones,
    told_open,
    told_several,
)
from live_notes.drafting.embedded.booking.final import agreed, asked_for_last, rests_on
from live_notes.drafting.embedded.booking.of_two import of_two_meetings
from live_notes.drafting.embedded.booking.open import is_pencilled, left_open, pencilled
from live_notes.drafting.embedded.booking.open_words import NO_DATE
from live_notes.drafting.embedded.booking.parting import named_in_parting
from live_notes.drafting.embedded.booking.reading import (
    CLAUSE,
    MARK,
    is_of_vocabulary,
    parts,
    slots_in,
)
from live_notes.drafting.embedded.booking.table import Slot, Table
from live_notes.drafting.embedded.booking.taking import take
from live_notes.drafting.embedded.booking.usual import as_usual, doubts_of, in_doubt
from live_notes.drafting.embedded.booking.withdrawn import not_fixed_after_all, withdrawn
from live_notes.drafting.embedded.booking.words import (
    ARRANGES,
    ASIDE,
    ASKS_WHICH,
    ASSENTS,
    CALLS,
    CLASH,
    CLIENT_ASKS,
    HOLDS_TILL,
    HOPES,
    IS_SLOT,
    KEEPS_IT,
    MEETS,
    NOT_THAT,
    OFFERS,
    PENCILS,
    SLOT,
)
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_FROM = 0.66
"""How far on in a session the next one is spoken of."""
_SO = re.compile(r"^.*\bso,? (?:when you(?:'re| are) back,? )?(?=[^.?]*\x01)", re.IGNORECASE)
"""Leads to a day from a reason: "I won't see you till after the holidays, so the ninth"."""
_ASKS_WHAT = re.compile(
    r"^(?:(?:and|so|but|okay|now|well)[, ]+)*(?:what|who|why|where|which|how (?:long|many|much|often))\b"
    r"(?! about\b)",
    re.IGNORECASE,
)
"""Asks for something else than a day."""
_ASKS_WHEN = re.compile(
    r"^(?:(?:so|and|now|okay|ok|right|then|well|but|alright|grand|good)[,. ]+)*(?:when|what days?|which"
    r" days?)"
    r"(?:'s|'re| is| are| do| can| could| would| will| might)?(?: you| ye| your| it)?(?: next| usually|"
    r" likely)?"
    r" (?:off|free|available|around|about|back|suits?(?: you| ye)?|(?:be )?(?:best|good|handy"
    r"|easiest)(?: for you"
    r"| for ye)?|next off|next day off|(?:have|get) (?:free|off)|come(?: again| back| next| in)?|make it"
    r"|manage"
    r"|(?:be )?able to come)(?: next| again| this week| next week| then| on)?\W*$",
    re.IGNORECASE,
)
"""Asks a client when they could come: "when are you off next?"."""
_LATE = 0.85
"""How far on a day with its hour, in the clinician's mouth, is that of the next session."""
_LEAST_TOLD, _MOST_IDLE = 2, 3
_AFTER = 3  # turns in which a day that was said is left open
_SAID_BEFORE = 3  # sentences in which it is said what a day is for
_FAR_BACK = 10  # turns in which a day is looked for


def booked(reading: Reading, used: set[int]) -> list[Statement]:
    """The next session as both settled it; what was put on the way is added to `used`.

    Empty where nothing was agreed on, and where one sentence named it, which `appointments` has.
    """
    table = _looked_for(reading.units)
    if is_pencilled(table):
        used |= _of_it_alone(table, table.pencil)
        return [pencilled(reading, table, used)]
    fell = _after_all(reading, table, used)
    if fell:
        return fell
    told = agreed(table) if table.accepted else asked_for_last(table, reading)
    named = {slot.unit.turn for slot in (*table.alive, *table.off)}
    asked = any(slot.unit.question for slot in table.alive)
    more = any(
        not _is_only_of_it(unit) and dated(unit.words.rstrip(".!? "), reading.fallback) is None
        for unit in table.units.values()
    )
    named_plainly = [
        unit for unit in table.units.values() if dated(unit.words.rstrip(".!? "), reading.fallback)
    ]
    plain = bool(named_plainly)
    beside = _in_their_words(reading, table, used, settled=told is not None)
    if beside is not None:
        return beside
    doubts = doubts_of(reading, table)
    if told is None or (plain and not (doubts or table.turned or asked or more or len(named) > 1)):
        if any(unit.speaking is Speaking.CLINICIAN for unit in named_plainly):
            return []
        return left_open(reading, used) or as_usual(reading, used) or named_in_parting(reading, used)
    used.update(unit.index for unit in table.units.values() if _is_only_of_it(unit))
    used.update(unit.index for unit in doubts)
    used |= _overtaken(table, reading) | _fallen(table) | _of_the_looking(table, reading.units)
    told += in_doubt(reading, doubts)
    statement = made(reading, Kind.PLAN, whole(f"Next session: {told}"), (*rests_on(table), *doubts))
    return [replace(statement, must=True, speaker=None)]


def _after_all(reading: Reading, table: Table, used: set[int]) -> list[Statement]:
    """That the day that was named is none after all: taken back, or said to be held for nobody."""
    taken_back = withdrawn(reading, table)
    if taken_back:
        used |= _of_it_alone(table, taken_back[0])
        return not_fixed_after_all(reading, taken_back, used)
    unheld = not_held(reading, table, used)
    used |= _of_it_alone(table, None) if unheld else set()
    return unheld


def _in_their_words(
    reading: Reading, table: Table, used: set[int], *, settled: bool
) -> list[Statement] | None:
    """The next sessions as both put them, where it is not one day and hour; None where it is."""
    if _names_two(table, reading):
        return []
    told = told_several(reading, table, used) or _left_unsaid(reading, table, used)
    if settled:
        told = told or told_in_zones(reading, table, used) or of_two_meetings(reading, table, used)
    if told:
        used |= {unit.index for unit in table.units.values() if _is_only_of_it(unit)}
    return told or None


def _of_the_looking(table: Table, units: Sequence[Unit]) -> set[int]:
    """The places of what only led to the day: whether it should be before something, why another won't do."""
    first, last = table.first(), max(table.units, default=0)
    led = (
        one
        for one in units[max(0, first - _LED_FROM) : first]
        if one.question and one.speaking is Speaking.CLINICIAN and _SHALL_WE_MEET.search(one.exact)
    )
    why = (
        one
        for one in units[first : last + 1]
        if one.speaking is Speaking.CLIENT
        and one.length <= _MOST_OF_A_REASON
        and not one.risk_in_words
        and IS_SLOT.search(one.exact)
        and _CANT.match(one.exact)
    )
    return {one.index for one in (*led, *why)}


_LED_FROM, _MOST_OF_A_REASON = 20, 10
_SHALL_WE_MEET = re.compile(
    r"\b(?:shall|should|will|can|could|do) (?:we|you(?: want to| like to)?|i) (?:meet|see (?:each other"
    r"|you)|come(?: back"
    r"| in)?|have (?:another|the next|a session))\b",
    re.IGNORECASE,
)
_CANT = re.compile(
    r"^(?:(?:oh|ah|no|sorry|um|hmm|well)[,. ]+)*i (?:can't|cannot|couldn't)(?:,| do\b| make\b|\W*$)", re.I
)


def _overtaken(table: Table, reading: Reading) -> set[int]:
    """The places of what names another day, and nothing else, than the one that was left in the end."""
    day = table.last("day")
    others = (
        slot.unit for slot in table.off if slot.sort == "day" and day is not None and not slot.is_like(day)
    )
    return {unit.index for unit in others if dated(unit.words.rstrip(".!? "), reading.fallback) is not None}


def _fallen(table: Table) -> set[int]:
    """The places of what a clinician put, where every day in it fell: nobody is to read it as a step."""
    alive = {slot.unit.index for slot in table.alive if slot.sort in {"day", "gap"}}
    return {
        slot.unit.index
        for slot in table.off
        if slot.sort == "day"
        and slot.unit.index not in alive
        and slot.unit.speaking is Speaking.CLINICIAN
        and slot.unit.exact[:1].isupper()  # no half of a sentence, whose other half may be a step
        and OTHERS.search(slot.unit.exact) is None
        and not any(slot.is_like(one) for one in table.alive)
    }


def _left_unsaid(reading: Reading, table: Table, used: set[int]) -> list[Statement]:
    """That no day is fixed, where the client could not say, or nothing was taken that was put."""
    day = table.last("day", "gap")
    if table.unsure is None and (table.accepted or not table.put):
        return []
    if (
        table.accepted
        and table.unsure is not None
        and day is not None
        and day.unit.index > table.unsure.index
    ):
        after = (unit for unit in reading.units[day.unit.index :] if unit.turn - day.unit.turn <= _AFTER)
        if not any(leaves_it(unit) for unit in after):
            return []
    return told_open(reading, table, used)


def _of_it_alone(table: Table, last: Unit | None) -> set[int]:
    """The places of what only looked for the day that `last` leaves open, and told nothing else."""
    near = (unit for unit in table.units.values() if last is None or last.turn - unit.turn <= _FAR_BACK)
    return {unit.index for unit in near if _is_only_of_it(unit)}


def _names_two(table: Table, reading: Reading) -> bool:
    """Whether the clinician named two days to meet in one sentence: `appointments` has it."""
    last = table.last("day")
    if last is None or last.unit.question or last.unit.speaking is not Speaking.CLINICIAN:
        return False
    days = {one.day or one.date for one in table.alive if one.sort == "day" and one.unit is last.unit}
    return len(days) > 1 and dated(last.unit.words.rstrip(".!? "), reading.fallback) is not None


def _looked_for(units: Sequence[Unit]) -> Table:
    """The table as it is at the end of the session."""
    table, live, idle, elsewhere = Table(), False, 0, Elsewhere()
    late = int(len(units) * _LATE)
    for whole_unit in units[int(len(units) * _FROM) :]:
        if whole_unit.backchannel and not (live and ASSENTS.match(whole_unit.exact)):
            continue
        if whole_unit.speaking not in {Speaking.CLINICIAN, Speaking.CLIENT}:
            continue
        holds = _holds(whole_unit, table) or _hopes(units, whole_unit, live=live)
        unit = whole_unit if holds else elsewhere.left_of(whole_unit)
        if unit is None:
            continue
        again = holds or opens_again(table, unit)
        begins = _opens(unit, late=unit.index >= late and table.closed is None)
        opens = begins or (again and (live or holds or comes_back(table, unit)))
        if not opens or _is_of_a_call(unit, table, elsewhere):
            continue
        if _is_anew(table, unit, live=live):
            table = Table()
        if unit.question and table.put and ASKS_WHICH.match(unit.exact):
            continue
        lie = (table.last("day"), table.last("hour"))
        took, of_it = take(table, replace(unit, exact=HOLDS_TILL.sub("", unit.exact)) if holds else unit)
        if took:
            table.units[unit.index] = unit
            table.closed = still_closed(table, lie, unit)
        if holds:
            table.pencil = whole_unit
        idle = 0 if of_it else idle + 1
        live = of_it or _asks_when(unit) or (live and idle < _MOST_IDLE and not _asks_else(unit))
    return table


def _is_anew(table: Table, unit: Unit, *, live: bool) -> bool:
    """Whether what lies on the table was for something else: an hour alone, or a day of long before."""
    if asks_when_to_meet(unit):
        return table.closed is None
    if live:
        return False
    if table.last("day", "gap") is None:
        return not _is_unsure(table, unit)
    return is_of_a_new_search(table, unit)


def _is_unsure(table: Table, unit: Unit) -> bool:
    """Whether the client has just said that they may not come."""
    return table.unsure is not None and unit.turn - table.unsure.turn <= _FAR_BACK


def _is_of_a_call(unit: Unit, table: Table, elsewhere: Elsewhere) -> bool:
    """Whether a unit is of another contact than a session, and not of the day that it waits for."""
    if CALLS.search(unit.exact) is None:
        return False
    unsure = UNSURE if unit.speaking is Speaking.CLIENT else NO_DATE
    called = not (one_of_two(unit) or unsure.search(unit.exact.strip()))
    if called and table.accepted and unit.speaking is Speaking.CLINICIAN:
        elsewhere.called(unit)
    return called


def _holds(unit: Unit, table: Table) -> bool:
    """Whether the clinician only keeps a day for now: one that they name, or that was just named."""
    if unit.speaking is not Speaking.CLINICIAN or PENCILS.search(unit.exact) is None:
        return False
    day = table.last("day")
    just = day is not None and unit.turn - day.unit.turn <= _AFTER and KEEPS_IT.search(unit.exact)
    return IS_SLOT.search(unit.exact) is not None or bool(just)


def _hopes(units: Sequence[Unit], unit: Unit, *, live: bool) -> bool:
    """Whether the clinician will try for a day on which both would meet."""
    if unit.speaking is not Speaking.CLINICIAN or unit.question or not IS_SLOT.search(unit.exact):
        return False
    if HOPES.search(unit.exact) is None:
        return False
    near = (one for one in units[max(0, unit.index - _SAID_BEFORE) : unit.index + 2] if one.turn == unit.turn)
    return live or any(leaves_it(one) or ARRANGES.search(one.exact) for one in near)


def _asks_else(unit: Unit) -> bool:
    """Whether the clinician goes on to something else: a client may ask aloud whether a day can be."""
    return unit.question and unit.speaking is Speaking.CLINICIAN


def _opens(unit: Unit, *, late: bool) -> bool:
    """Whether a unit begins to look for a day."""
    if unit.question and (_asks_when(unit) or (MEETS.search(unit.exact) and is_of_vocabulary(unit.exact))):
        return True
    if not IS_SLOT.search(unit.exact):
        return False
    if not unit.question and (one_of_two(unit) or doubts_a_day(unit)):
        return True
    for part, _ in parts(unit.exact):
        slots, text = slots_in(part, unit, 0)
        rest = iter(slots)
        for clause in CLAUSE.split(text):
            here = [next(rest) for _ in range(clause.count(MARK))]
            if is_bare(here) and not MEETS.search(clause) and not OFFERS.search(clause):
                continue
            if here and is_of_vocabulary(clause) and _speaks_of_meeting(clause, here, unit, text, late=late):
                return True
    return False


def _asks_when(unit: Unit) -> bool:
    if unit.speaking is not Speaking.CLINICIAN:
        return False
    return _ASKS_WHEN.match(unit.exact) is not None or (unit.question and asks_when_to_meet(unit))


def _speaks_of_meeting(clause: str, here: Sequence[Slot], unit: Unit, text: str, *, late: bool) -> bool:
    if MEETS.search(clause) or any("same time" in slot.said.lower() for slot in here):
        return True
    if unit.speaking is Speaking.CLIENT and unit.question and CLIENT_ASKS.search(clause):
        return True
    if unit.speaking is Speaking.CLIENT and unit.question and text.count(MARK) >= _LEAST_TOLD:
        return is_of_vocabulary(CLAUSE.sub(" ", text))
    if late and {"day", "hour"} <= {slot.sort for slot in here} and unit.speaking is Speaking.CLINICIAN:
        return True
    if unit.speaking is not Speaking.CLINICIAN or not is_of_vocabulary(CLAUSE.sub(" ", _SO.sub("", text))):
        clash = CLASH.search(text) and (unit.question or unit.speaking is Speaking.CLINICIAN)
        return bool(clash) and any(slot.sort == "gap" for slot in here)
    sorts = {slot.sort for slot in here}
    near = (
        unit.question
        and not _ASKS_WHAT.match(unit.exact)
        and any(slot.date or "next" in slot.said.lower() for slot in here)
    )
    return near or bool(OFFERS.search(clause)) or "gap" in sorts or text.count(MARK) >= _LEAST_TOLD


def _is_only_of_it(unit: Unit) -> bool:
    """Whether a unit says nothing else: then nothing of it is told beside."""
    told = SLOT.sub(" ", ASIDE.sub("", NOT_THAT.sub("", unit.exact)))
    others = [
        clause for clause in CLAUSE.split(told) if not is_of_vocabulary(clause) and not CLASH.search(clause)
    ]
    return not others or (len(others) == 1 and unit.speaking is Speaking.CLIENT)
