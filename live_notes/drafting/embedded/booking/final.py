"""What is left of the days and hours on the table in the end, as a note has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from live_notes.drafting.embedded.booking.doubt_words import ZONE
from live_notes.drafting.embedded.booking.reading import marked
from live_notes.drafting.embedded.booking.table import Slot, Table
from live_notes.drafting.embedded.booking.told import at_hour, named_day, until_then
from live_notes.drafting.embedded.booking.words import WHICH_DAY
from live_notes.drafting.embedded.candidates import Reading
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.spec import Speaking

_COUNTS_WEEKS = re.compile(r"day (?:week|fortnight)\b", re.IGNORECASE)
_THIS_WEEK = re.compile(r"\b(?:this|coming)\b", re.IGNORECASE)
_HALF = re.compile(
    r"\b(?:morning|afternoon|evening|night|lunchtime|arvo|noon|midday|same|usual|[ap]\.?m\b)", re.IGNORECASE
)


def final(table: Table) -> dict[str, Slot]:
    """What is left in the end: the day, the time until then, and the hour."""
    left = {sort: slot for sort in ("day", "gap", "hour") if (slot := table.last(sort)) is not None}
    if "hour" in left and not _HALF.search(left["hour"].said):
        like = (one for one in reversed(table.alive) if one.is_like(left["hour"]) and _HALF.search(one.said))
        left["hour"] = next(like, left["hour"])
    day = left.get("day")
    if day is not None and not (day.date and day.day):
        dated = (one for one in reversed(table.alive) if one.is_like(day) and one.date and one.day)
        left["day"] = next(dated, None) or _with_its_other_name(table, day)
    if day is not None and (left["day"].date or _is_of_another(table, left.get("gap"), left["day"])):
        left.pop("gap", None)
    return left


def _is_of_another(table: Table, gap: Slot | None, day: Slot) -> bool:
    """Whether a time until then belongs to another day: "the Friday of next week" is when they telephone."""
    if gap is None:
        return False
    if _COUNTS_WEEKS.search(day.said):
        return True
    other = WHICH_DAY.search(gap.unit.exact)
    beside = re.search(rf"day,? (?:of )?{re.escape(gap.said)}\b", gap.unit.exact, re.IGNORECASE)
    if beside is None or other is None or other.group().lower() == day.day:
        return False
    fell = any(one.day == other.group().lower() for one in table.off) and not _THIS_WEEK.search(day.said)
    return not fell


_THIS_DAY = re.compile(r"(?:this day|today) (?P<when>week|fortnight)", re.IGNORECASE)
_IN_ORDER = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _until(table: Table, left: Mapping[str, Slot]) -> str:
    """How long until then; of "this day week" the week alone, where another day of it was taken instead."""
    said, day = left["gap"].said, left.get("day")
    found = _THIS_DAY.match(said)
    fell = [one.day for one in table.off if one.sort == "day" and one.day]
    if found is None or day is None or not (day.day and fell) or day.day in fell:
        return until_then(said)
    if _IN_ORDER.index(day.day) < _IN_ORDER.index(fell[0]):
        return ""  # the one before it, or the one after: nobody said which
    return "next week" if found["when"].lower() == "week" else "in two weeks"


def _part_of_day(table: Table, hour: Slot) -> str:
    """Which half of the day it is, where that was said of this very hour and of no other."""
    if table.part is None or not hour.is_like(table.part[0]):
        return ""
    return f" in the {table.part[1]}"


def _zone(table: Table, hour: Slot) -> str:
    """What is said behind the hour of whose clock it is: "Perth time"."""
    for unit in reversed([slot.unit for slot in table.alive if slot.is_like(hour)]):
        found = ZONE.search(marked(unit.exact))
        if found is not None and found.group().lower().endswith(" time"):
            return f", {found.group()}"
    return ""


def _with_its_other_name(table: Table, day: Slot) -> Slot:
    """A day with its date, or a date with its day, where one turn names both: "the ninth, a Thursday"."""
    for like in reversed([one for one in table.alive if one.is_like(day)]):
        said = [one for one in table.alive if one.sort == "day" and one.unit.turn == like.unit.turn]
        names, dates = {one.day for one in said if one.day}, {one.date for one in said if one.date}
        if len(names) == len(dates) == 1:
            week = next(one for one in said if one.day)
            month = next(one for one in said if one.date)
            date = named_day(month.said)
            return replace(day, said=week.said if week is month else f"{week.said} {date}")
    return day


def rests_on(table: Table) -> tuple[Unit, ...]:
    """The units that name what is left in the end, and that take it."""
    left = final(table).values()
    units = [*(one.unit for one in table.alive if any(one.is_like(slot) for slot in left)), *table.ends]
    return tuple(sorted({unit.index: unit for unit in units}.values(), key=lambda unit: unit.index))


def agreed(table: Table) -> str | None:
    """The day and hour that lie on the table last, as a note has them."""
    left = final(table)
    if not left.keys() & {"day", "gap"}:
        return None
    day = named_day(left["day"].said) if "day" in left else ""
    until = _until(table, left) if "gap" in left and "next" not in day else ""
    when = day or until
    if day and until:
        when = f"{day} {until}" if _was_led_on(table, left["gap"]) else f"{until}, {day}"
    at = at_hour(left["hour"].said) if "hour" in left else ""
    if at and not _HALF.search(f"{day}{at}"):
        at += _part_of_day(table, left["hour"])
    at += _zone(table, left["hour"]) if at else ""
    beside = "".join(f", {one}" for one in (table.long, table.where) if one)
    return f"{when}{at}{beside}"


def asked_for_last(table: Table, reading: Reading) -> str | None:
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
    return f"{agreed(table)}; {asked}"


def _was_led_on(table: Table, gap: Slot) -> bool:
    """Whether a day that fell was named behind the time until then: the same order would read like it."""
    said = gap.unit.exact
    fell = [one for one in table.off if one.sort == "day" and one.unit.index == gap.unit.index]
    return any(said.find(one.said) > said.find(gap.said) for one in fell)
