"""The next session as it was agreed on over several turns: one day and hour, and not what was put on the way.

"Same time in two weeks, the nineteenth?" "I've a school thing on the nineteenth. Could we do the Wednesday?"
"Wednesday, at half two." "Half two's fine." Every day and hour that is named goes on the table; one that
somebody can't make is taken off; what lies there last, and is accepted, is the appointment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.appointments import dated
from live_notes.drafting.embedded.booking_open import is_pencilled, left_open, pencilled
from live_notes.drafting.embedded.booking_table import Slot, Table
from live_notes.drafting.embedded.booking_told import at_hour, named_day, until_then
from live_notes.drafting.embedded.booking_usual import as_usual, doubts_of, in_doubt, is_doubtful
from live_notes.drafting.embedded.booking_withdrawn import not_fixed_after_all, withdrawn
from live_notes.drafting.embedded.booking_words import (
    AS_A_RULE,
    ASIDE,
    ASKS_WHICH,
    ASSENTS,
    BUSY_TILL,
    BY_PHONE,
    CALLS,
    CLASH,
    CLIENT_ASKS,
    CORRECTS,
    IS_BUSY_TILL,
    IS_SLOT,
    LASTS,
    LASTS_TILL,
    MEETS,
    NOT_THAT,
    OFFERS,
    ON_THE_WAY,
    PENCILS,
    PLAINLY_FINE,
    SLOT,
    UNSUITED,
    VOCABULARY,
    WHERE,
    WHICH_DAY,
)
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.phrases import quoted
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.saying_much import is_whole
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_FROM = 0.66
"""How far on in a session the next one is spoken of."""
_MARK = "\x01"
_SO = re.compile(r"^.*\bso,? (?:when you(?:'re| are) back,? )?(?=[^.?]*\x01)", re.IGNORECASE)
"""Leads to a day from a reason: "I won't see you till after the holidays, so the ninth"."""
_COUNTS_WEEKS = re.compile(r"day (?:week|fortnight)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.?!]+\s*|\s+(?:–|—|-)\s+")
_LEAST_TOLD, _MOST_IDLE = 2, 3
_FAR_BACK = 10  # turns in which a day is looked for
_AFTER_A_QUESTION = 3  # turns back to what is taken once it was asked which day that is


def booked(reading: Reading, used: set[int]) -> list[Statement]:
    """The next session as both settled it; what was put on the way is added to `used`.

    Empty where nothing was agreed on, and where one sentence named it, which `appointments` has.
    """
    table = _looked_for(reading.units)
    if is_pencilled(table):
        used |= _of_it_alone(table, table.pencil)
        return [pencilled(reading, table, used)]
    taken_back = withdrawn(reading, table)
    if taken_back:
        used |= _of_it_alone(table, taken_back[0])
        return not_fixed_after_all(reading, taken_back, used)
    told = _agreed(table) if table.accepted else _asked_for_last(table, reading)
    named = {slot.unit.turn for slot in (*table.alive, *table.off)}
    asked = any(slot.unit.question for slot in table.alive)
    more = any(
        not _is_only_of_it(unit) and dated(unit.words.rstrip(".!? "), reading.fallback) is None
        for unit in table.units.values()
    )
    plain = any(dated(unit.words.rstrip(".!? "), reading.fallback) for unit in table.units.values())
    if _names_two(table, reading):
        return []
    if told is None and not plain:
        return left_open(reading, used) or as_usual(reading, used)
    doubts = doubts_of(reading, table)
    if told is None or (plain and not (doubts or table.turned or asked or more or len(named) > 1)):
        return []
    used.update(unit.index for unit in table.units.values() if _is_only_of_it(unit))
    used.update(unit.index for unit in doubts)
    told += in_doubt(reading, doubts)
    statement = made(reading, Kind.PLAN, whole(f"Next session: {told}"), (*_rests_on(table), *doubts))
    return [replace(statement, must=True, speaker=None)]


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
    table, live, idle = Table(), False, 0
    for unit in units[int(len(units) * _FROM) :]:
        if unit.backchannel and not (live and ASSENTS.match(unit.exact)):
            continue
        if unit.speaking not in {Speaking.CLINICIAN, Speaking.CLIENT}:
            continue
        holds = _holds(unit)
        if not (live or holds or _opens(unit)) or CALLS.search(unit.exact):
            continue
        if not live and table.last("day", "gap") is None:
            table = Table()  # an hour alone was for something else
        if unit.question and table.put and ASKS_WHICH.match(unit.exact):
            continue
        took, of_it = _take(table, unit)
        if took:
            table.units[unit.index] = unit
        if holds:
            table.pencil = unit
        idle = 0 if of_it else idle + 1
        live = of_it or (live and idle < _MOST_IDLE and not _asks_else(unit))
    return table


def _holds(unit: Unit) -> bool:
    """Whether the clinician only keeps a day for now."""
    clinician = unit.speaking is Speaking.CLINICIAN
    return clinician and bool(IS_SLOT.search(unit.exact)) and PENCILS.search(unit.exact) is not None


def _asks_else(unit: Unit) -> bool:
    """Whether the clinician goes on to something else: a client may ask aloud whether a day can be."""
    return unit.question and unit.speaking is Speaking.CLINICIAN


def _take(table: Table, unit: Unit) -> tuple[bool, bool]:
    """Puts on the table what a unit names; whether it touched anything there, and is still about it."""
    before, turned, touched = len(table.alive), table.turned, False
    if _assents(table, unit):
        table.take(unit)
        touched = True
    for at, (part, corrects) in enumerate(_parts(unit.exact)):
        slots, text = _slots_in(part, unit, at)
        if corrects and not PLAINLY_FINE.search(part) and _falls(table, slots, text):
            touched = True
        clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
        rest = iter(slots)
        for clause in clauses:
            here = [next(rest) for _ in range(clause.count(_MARK))]
            busy = unit.speaking is Speaking.CLIENT and IS_BUSY_TILL.search(clause) is not None
            if here and (ON_THE_WAY.search(clause) or (is_doubtful(unit) and CLASH.search(clause))):
                continue
            if here and _is_of_vocabulary(clause) and not busy and not AS_A_RULE.search(clause):
                for slot in here:
                    table.add(slot)
                touched = True
            elif (busy or CLASH.search(clause) or UNSUITED.search(clause)) and not _is_taken(
                table, here, unit
            ):
                here = _without_its_day(table, here, clause)
                fallen = here or ([last] if UNSUITED.search(clause) and (last := table.last("day")) else [])
                table.take_off(fallen)
                touched = touched or bool(fallen)
        touched = _takes_place(table, unit, part) or touched
    if unit.speaking is Speaking.CLINICIAN and len(table.alive) > before and not unit.question:
        table.accepted = True  # said by the one who books, and taken off again if the client can't
        table.taken = table.last("day", "gap")
    touched = touched or table.turned != turned
    return touched, touched or _is_of_vocabulary(unit.exact)


def _takes_place(table: Table, unit: Unit, part: str) -> bool:
    """Notes where they will meet, how long for, and whether it is only pencilled; whether it was said."""
    if unit.question or not (table.put or MEETS.search(part)):
        return False
    where, long = WHERE.search(part), LASTS.search(part)
    if where is not None:
        table.where = where["where"].lower()
    elif (phone := BY_PHONE.search(part)) is not None:
        table.where = f"by {phone['by'].lower()}"
    elif long is None:
        return False
    if long is not None and unit.speaking is Speaking.CLINICIAN:
        table.long = long["long"].lower()
    table.ends.append(unit)
    return True


def _assents(table: Table, unit: Unit) -> bool:
    """Whether a unit takes what the other put last."""
    last = table.alive[-1] if table.alive else None
    if last is None or last.unit.speaking is unit.speaking:
        return False
    if last.unit.turn < unit.turn - (_AFTER_A_QUESTION if unit.exact.lower().startswith("then") else 1):
        return False
    return bool(ASSENTS.match(unit.exact)) and not unit.question


def _is_taken(table: Table, here: Sequence[Slot], unit: Unit) -> bool:
    """Whether the same turn has taken that day before: what it adds of such days is talk."""
    if unit.speaking is not Speaking.CLIENT or not table.accepted:
        return False
    taken = [one for one in table.alive if one.unit.turn == unit.turn and one.unit.index != unit.index]
    return any(slot.is_like(one) for slot in here for one in taken)


def _without_its_day(table: Table, here: Sequence[Slot], clause: str) -> list[Slot]:
    """What falls of a day on which somebody is busy till an hour: not the day, but the hour that was put."""
    if not (BUSY_TILL.search(clause) and any(slot.sort == "hour" for slot in here)):
        return list(here)
    last = table.last("hour")
    return [] if last is None or not any(slot.sort == "day" for slot in here) else [last]


def _falls(table: Table, slots: Sequence[Slot], text: str) -> bool:
    """Takes off what a correction stands in the place of: the last day, or the last hour."""
    sorts = {slot.sort for slot in slots} or ({"day"} if UNSUITED.search(text) else set())
    fallen = [last for sort in sorts if (last := table.last(sort)) is not None]
    table.take_off(fallen)
    return bool(fallen)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """What was said, cut where somebody corrects themselves; whether a part is such a correction."""
    plain = ASIDE.sub("", NOT_THAT.sub("", LASTS_TILL.sub(r"\g<from>", text)))
    start, corrects = 0, False
    for match in CORRECTS.finditer(plain):
        if plain[start : match.start()].strip():
            yield plain[start : match.start()], corrects
        start, corrects = match.end(), True
    if plain[start:].strip():
        yield plain[start:], corrects


def _slots_in(part: str, unit: Unit, at: int) -> tuple[list[Slot], str]:
    """The slots of a part, and the part with a mark in the place of each."""
    part = part.replace(_MARK, " ")  # the mark is ours alone, whatever a transcript brings
    if not IS_SLOT.search(part):
        return [], part
    found = [
        Slot(match.lastgroup or "", match.group().strip(" ,"), unit, at) for match in SLOT.finditer(part)
    ]
    return found, SLOT.sub(f" {_MARK} ", part)


def _is_of_vocabulary(clause: str) -> bool:
    words = re.findall(r"[\w'’]+", clause.lower().replace("’", "'"))
    return all(word in VOCABULARY or word.strip("'") in VOCABULARY for word in words)


def _opens(unit: Unit) -> bool:
    """Whether a unit begins to look for a day."""
    if unit.question and MEETS.search(unit.exact) and _is_of_vocabulary(unit.exact):
        return True
    if not IS_SLOT.search(unit.exact):
        return False
    for part, _ in _parts(unit.exact):
        slots, text = _slots_in(part, unit, 0)
        rest = iter(slots)
        for clause in _CLAUSE.split(text):
            here = [next(rest) for _ in range(clause.count(_MARK))]
            if here and _is_of_vocabulary(clause) and _speaks_of_meeting(clause, here, unit, text):
                return True
    return False


def _speaks_of_meeting(clause: str, here: Sequence[Slot], unit: Unit, text: str) -> bool:
    if MEETS.search(clause) or any("same time" in slot.said.lower() for slot in here):
        return True
    if unit.speaking is Speaking.CLIENT and unit.question and CLIENT_ASKS.search(clause):
        return True
    if unit.speaking is not Speaking.CLINICIAN or not _is_of_vocabulary(_CLAUSE.sub(" ", _SO.sub("", text))):
        clash = CLASH.search(text) and (unit.question or unit.speaking is Speaking.CLINICIAN)
        return bool(clash) and any(slot.sort == "gap" for slot in here)
    sorts = {slot.sort for slot in here}
    return bool(OFFERS.search(clause)) or "gap" in sorts or text.count(_MARK) >= _LEAST_TOLD


def _is_only_of_it(unit: Unit) -> bool:
    """Whether a unit says nothing else: then nothing of it is told beside."""
    told = SLOT.sub(" ", ASIDE.sub("", NOT_THAT.sub("", unit.exact)))
    others = [
        clause for clause in _CLAUSE.split(told) if not _is_of_vocabulary(clause) and not CLASH.search(clause)
    ]
    return not others or (len(others) == 1 and unit.speaking is Speaking.CLIENT)


def _final(table: Table) -> dict[str, Slot]:
    """What is left in the end: the day, the time until then, and the hour."""
    left = {sort: slot for sort in ("day", "gap", "hour") if (slot := table.last(sort)) is not None}
    day = left.get("day")
    if day is not None and not (day.date and day.day):
        dated = (one for one in reversed(table.alive) if one.is_like(day) and one.date and one.day)
        left["day"] = next(dated, None) or _with_its_other_name(table, day)
    if day is not None and (left["day"].date or _is_of_another(left.get("gap"), left["day"])):
        left.pop("gap", None)
    return left


def _is_of_another(gap: Slot | None, day: Slot) -> bool:
    """Whether a time until then belongs to another day: "the Friday of next week" is when they telephone."""
    if gap is None:
        return False
    if _COUNTS_WEEKS.search(day.said):
        return True
    other = WHICH_DAY.search(gap.unit.exact)
    beside = re.search(rf"day,? (?:of )?{re.escape(gap.said)}\b", gap.unit.exact, re.IGNORECASE)
    return beside is not None and other is not None and other.group().lower() != day.day


def _with_its_other_name(table: Table, day: Slot) -> Slot:
    """A day with its date, or a date with its day, where one turn names both: "the ninth, a Thursday"."""
    others = [one for one in table.alive if one.sort == "day" and one.unit.turn == day.unit.turn]
    other = next((one for one in reversed(others) if bool(one.day) != bool(day.day)), None)
    if other is None or bool(other.date) == bool(day.date):
        return day
    week, month = (day, other) if day.day else (other, day)
    return replace(day, said=f"{week.said} {month.said[:1].lower()}{month.said[1:]}")


def _rests_on(table: Table) -> tuple[Unit, ...]:
    """The units that name what is left in the end, and that take it."""
    left = _final(table).values()
    units = [*(one.unit for one in table.alive if any(one.is_like(slot) for slot in left)), *table.ends]
    return tuple(sorted({unit.index: unit for unit in units}.values(), key=lambda unit: unit.index))


def _agreed(table: Table) -> str | None:
    """The day and hour that lie on the table last, as a note has them."""
    left = _final(table)
    if not left.keys() & {"day", "gap"}:
        return None
    day = named_day(left["day"].said) if "day" in left else ""
    until = until_then(left["gap"].said) if "gap" in left and "next" not in day else ""
    when = day or until
    if day and until:
        when = f"{day} {until}" if _was_led_on(table, left["gap"]) else f"{until}, {day}"
    at = at_hour(left["hour"].said) if "hour" in left else ""
    beside = "".join(f", {one}" for one in (table.long, table.where) if one)
    return f"{when}{at}{beside}"


def _asked_for_last(table: Table, reading: Reading) -> str | None:
    """What both took, with what the client asked for after that and nobody took up."""
    last = table.alive[-1] if table.alive else None
    if last is None or last.unit.speaking is not Speaking.CLIENT or not is_whole(last.unit):
        return None
    client = reading.terms_for(last.unit).client_inside
    table.ends.append(last.unit)
    asked = f"{client} {'asked' if last.unit.question else 'stated'}: {quoted(last.unit)}"
    if table.taken is None or table.taken not in table.alive:
        return asked if last.sort in {"day", "gap"} and last.unit.question else None
    table.alive = [one for one in table.alive if one.sort != "hour"]
    return f"{_agreed(table)}; {asked}"


def _was_led_on(table: Table, gap: Slot) -> bool:
    """Whether a day that fell was named behind the time until then: the same order would read like it."""
    said = gap.unit.exact
    fell = [one for one in table.off if one.sort == "day" and one.unit.index == gap.unit.index]
    return any(said.find(one.said) > said.find(gap.said) for one in fell)
