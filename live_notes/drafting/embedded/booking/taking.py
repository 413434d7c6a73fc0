"""What each sentence does with the days and hours on the table: puts one there, takes it, or takes it off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.booking.doubt_words import (
    BARE_HOUR,
    COUNTED,
    IF,
    OUT_OF_IT,
    PART_OF_DAY,
    UNSURE,
    YES_AND_NO,
    ZONE_TIME,
)
from live_notes.drafting.embedded.booking.exchange import doubts_a_day, leaves_it, might_be, one_of_two
from live_notes.drafting.embedded.booking.reading import (
    CLAUSE,
    MARK,
    is_of_vocabulary,
    marked,
    parts,
    slots_in,
)
from live_notes.drafting.embedded.booking.table import Slot, Table
from live_notes.drafting.embedded.booking.usual import is_doubtful
from live_notes.drafting.embedded.booking.words import (
    AS_A_RULE,
    ASSENTS,
    AWAY,
    BUSY_TILL,
    BY_PHONE,
    CLASH,
    CORRECTS,
    IS_BUSY_TILL,
    LASTS,
    MEETS,
    ON_THE_WAY,
    PLAINLY_FINE,
    UNSUITED,
    WHERE,
)
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.spec import Speaking

_AFTER_A_QUESTION = 3  # turns back to what is taken once it was asked which day that is
_SUMS = r"\b(?:that'll be|that will be|that makes|makes|that's|that is|this is|this'll be) "
"""Leads to what has been counted up."""
_SENDS = re.compile(r"\b(?:send|share|post|put|message|text|links?)\b", re.IGNORECASE)
_SO = re.compile(r"\b(?:so|but|then|back)\b", re.IGNORECASE)
"""Leads on from when somebody is away."""
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|and|each)\b", re.IGNORECASE)


def take(table: Table, unit: Unit) -> tuple[bool, bool]:
    """Puts on the table what a unit names; whether it touched anything there, and is still about it."""
    before, turned, touched = len(table.alive), table.turned, False
    if _is_left(table, unit) or _says_which_half(table, unit):
        return True, True
    if _assents(table, unit):
        table.take(unit)
        touched = True
        if not leaves_it(unit) and table.alive[-1].unit.turn == unit.turn - 1:
            table.unsure = None
    for at, (part, corrects) in enumerate(parts(unit.exact)):
        slots, text = slots_in(part, unit, at)
        if corrects and not PLAINLY_FINE.search(part) and _falls(table, slots, text):
            touched = True
        clauses = [clause for clause in CLAUSE.split(text) if clause.strip()]
        rest = iter(slots)
        for clause in clauses:
            here = [next(rest) for _ in range(clause.count(MARK))]
            here = [slot for slot in here if not _counts(table, slot, unit)]
            only_if = IF.match(clause) is not None
            touched = (bool(here) if only_if else _takes_clause(table, unit, clause, here)) or touched
        touched = _takes_place(table, unit, part) or touched
    touched = _names_several(table, unit) or touched
    if unit.speaking is Speaking.CLINICIAN and len(table.alive) > before and not unit.question:
        table.accepted = True  # said by the one who books, and taken off again if the client can't
        table.taken = table.last("day", "gap")
    touched = touched or table.turned != turned
    return touched, touched or is_of_vocabulary(unit.exact)


def _takes_clause(table: Table, unit: Unit, clause: str, here: Sequence[Slot]) -> bool:
    """Puts on the table, or takes off it, what one clause names; whether it did either."""
    busy = unit.speaking is Speaking.CLIENT and IS_BUSY_TILL.search(clause) is not None
    if here and OUT_OF_IT.search(" ".join(clause.split())):
        table.take_off(here)
        return True
    if here and (ON_THE_WAY.search(clause) or (is_doubtful(unit) and CLASH.search(clause))):
        return False
    away = AWAY.search(clause)
    if away is not None and here:
        return _takes_away(table, unit, (clause, away.end()), here)
    plain = not busy and is_of_vocabulary(ZONE_TIME.sub(" ", clause))
    if here and plain and not _is_as_a_rule(clause, here):
        for slot in here:
            table.add(slot)
        if unit.speaking is Speaking.CLIENT and not unit.question:
            table.unsure = None
        return True
    if not (busy or CLASH.search(clause) or UNSUITED.search(clause)) or _is_taken(table, here, unit):
        return False
    here = _without_its_day(table, here, clause)
    fallen = here or ([last] if UNSUITED.search(clause) and (last := table.last("day")) else [])
    table.take_off(fallen)
    return bool(fallen)


def _takes_away(table: Table, unit: Unit, said: tuple[str, int], here: Sequence[Slot]) -> bool:
    """Takes off when somebody is not there, said as far as a place, and takes what it leads on to."""
    clause, end = said
    led = _SO.search(clause, end)
    named = len(here) if led is None else clause[: led.start()].count(MARK)
    away, then = here[:named], here[named:]
    of_a_week = len({slot.sort for slot in away}) > 1
    for slot in away:
        if of_a_week and slot.sort == "gap":
            table.add(slot)  # "on leave next week from the Wednesday"
        else:
            table.take_off([slot])
    return (led is not None and _takes_clause(table, unit, clause[led.end() :], then)) or bool(away)


def _takes_place(table: Table, unit: Unit, part: str) -> bool:
    """Notes where they will meet, how long for, and whether it is only pencilled; whether it was said."""
    if unit.question or not (table.put or MEETS.search(part)):
        return False
    where, long = WHERE.search(part), LASTS.search(part)
    where = None if where is not None and _SENDS.search(part[: where.start()]) else where
    if where is not None:
        table.where = where["where"].lower()
        if unit.speaking is Speaking.CLIENT and table.last("day") and table.last("hour"):
            table.take(unit)  # who says where they will meet has taken when
    elif (phone := BY_PHONE.search(part)) is not None:
        table.where = f"by {phone['by'].lower()}"
    elif long is None:
        return False
    if long is not None and unit.speaking is Speaking.CLINICIAN:
        table.long = long["long"].lower()
    table.ends.append(unit)
    return True


def _is_left(table: Table, unit: Unit) -> bool:
    """Notes where the client can't say of the days on the table, or neither says which of two it is."""
    if unit.speaking is Speaking.CLINICIAN:
        unsure = not unit.question and (one_of_two(unit) or doubts_a_day(unit))
    else:
        unsure = table.put and (UNSURE.search(unit.exact.strip()) is not None or might_be(unit))
        unsure = unsure or doubts_a_day(unit)
        unsure = unsure and not is_doubtful(unit)
    if unsure:
        table.units[unit.index] = unit
        table.unsure, table.accepted = table.unsure or unit, False
    return unsure


def _says_which_half(table: Table, unit: Unit) -> bool:
    """Notes whether the hour is one of the morning or the evening, where it is said behind it."""
    hour = table.last("hour")
    said = None if unit.question or hour is None else PART_OF_DAY.match(unit.exact.strip())
    if said is None or hour is None or unit.turn - hour.unit.turn > 1:
        return False
    table.part = (hour, said["part"].lower())
    return True


def _is_as_a_rule(clause: str, here: Sequence[Slot]) -> bool:
    """Whether a clause is of the days on which they meet as a rule, and not of one with its hour."""
    found = AS_A_RULE.search(clause)
    if found is None or found.group().lower() != "back to":
        return found is not None
    one_day = any(slot.sort == "day" and not slot.said.endswith("s") for slot in here)
    return not (one_day and any(slot.sort == "hour" for slot in here))


def _counts(table: Table, slot: Slot, unit: Unit) -> bool:
    """Whether a bare number counts other things than the hours of a clock: "that's ten"."""
    if slot.sort != "hour" or not BARE_HOUR.fullmatch(slot.said):
        return False
    if COUNTED.search(unit.exact) is not None:
        return True
    hour = table.last("hour")
    summed = re.search(rf"{_SUMS}{slot.said}", unit.exact, re.IGNORECASE)
    return summed is not None and hour is not None and not slot.is_like(hour)


def _names_several(table: Table, unit: Unit) -> bool:
    """Notes where several days are named together, each as one on which they meet or do not."""
    text = marked(unit.exact)
    days = [slot for slot in table.alive if slot.sort == "day" and slot.unit.index == unit.index]
    dates, names = {day.date for day in days if day.date}, {day.day for day in days if day.day}
    several = max(len(dates), len(names)) > 1 and not (_OR.search(text) or CORRECTS.search(unit.exact))
    if several or YES_AND_NO.search(text):
        table.several = table.several or unit
    elif days and unit.speaking is Speaking.CLIENT and not _BOTH.search(text):
        table.several = None
    return table.several is unit


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
