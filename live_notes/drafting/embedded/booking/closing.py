"""Where the search for a day ends: once day and hour stand accepted, what comes behind is of others.

"Friday the third, quarter to ten." "Lovely." Then: "Seven left." "Good luck on Monday." Neither is a slot.
And a day or an hour that was named for something else, long before anybody asked when to meet, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.booking.doubt_words import BARE_HOUR
from live_notes.drafting.embedded.booking.reading import marked
from live_notes.drafting.embedded.booking.table import Slot, Table
from live_notes.drafting.embedded.booking.words import (
    CLASH,
    CLIENT_ASKS,
    CORRECTS,
    IS_SLOT,
    PLAINLY_FINE,
    SLOT,
    UNSUITED,
)
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.spec import Speaking

_FAR = 6
"""Turns after which a day that nobody named again is of something else than the next session."""
_FAR_BACK = 10
"""Turns after which nobody comes back to a slot."""
_ASKS_WHEN_TO_MEET = re.compile(
    r"\bwhen(?:'ll|'s| will| can| shall| should| do| would| could| are| is)? (?:i|we|you|it)\b[^?]{0,30}"
    r"\b(?:see|meet|get you back|have you back|come (?:back|in|again))\b"
    r"|\bwhen(?:'s| is) (?:the )?next\b|\b(?:look at|about|sort out|talk about|find) (?:when|a time|a day)\b"
    r"|\bwhen (?:we|to) (?:next )?meet\b|\b(?:so|and|now),? next (?:time|session|appointment|visit)\b",
    re.IGNORECASE,
)
"""Begins to look for the day of the next session, and for no other."""


def asks_when_to_meet(unit: Unit) -> bool:
    """Whether a unit begins to look for the day on which both meet."""
    return _ASKS_WHEN_TO_MEET.search(unit.exact.replace("’", "'")) is not None


def is_of_a_new_search(table: Table, unit: Unit) -> bool:
    """Whether a unit names a day long after the last one, and none that was named: a search of its own."""
    last = max((slot.unit.turn for slot in (*table.alive, *table.off)), default=unit.turn)
    if unit.turn - last <= _FAR:
        return False
    named = _named(unit)
    return any(slot.sort in {"day", "gap"} for slot in named) and not _is_known(table, named)


def closes(table: Table, unit: Unit) -> bool:
    """Whether a unit leaves day and hour on the table as both took them."""
    if not table.accepted or unit.question or table.unsure is not None or table.several is not None:
        return False
    day, hour = table.last("day"), table.last("hour")
    if day is None or hour is None:
        return False
    of_it = [
        slot for slot in table.alive if slot.unit.turn == unit.turn and slot.unit.speaker == unit.speaker
    ]
    named = {slot.sort for slot in of_it if slot.is_like(day) or slot.is_like(hour)}
    before = any(slot.is_like(hour) and slot.unit.turn < unit.turn for slot in table.alive)
    plainly = unit.speaking is Speaking.CLIENT and PLAINLY_FINE.search(unit.exact) is not None
    return ({"day", "hour"} <= named and before) or (bool(named) and plainly)


def still_closed(table: Table, before: Sequence[Slot | None], unit: Unit) -> Unit | None:
    """What left day and hour as both took them, after a unit that touched the table; None once they moved."""
    if closes(table, unit):
        return unit
    after = (table.last("day"), table.last("hour"))
    same = all(one and other and one.is_like(other) for one, other in zip(before, after, strict=True))
    return table.closed if same and table.accepted else None


def opens_again(table: Table, unit: Unit) -> bool:
    """Whether a unit comes back to a day that was settled: it clashes, is put right, or is answered."""
    closed = table.closed
    if closed is None:
        return True
    if unit.index == closed.index + 1 and unit.speaking is not closed.speaking:
        return True
    if not SLOT.search(unit.exact):
        return True  # names where, how long, or nothing: no day is put in the place of another
    named, told = _named(unit), marked(unit.exact)
    if unit.question and (unit.turn <= closed.turn + 1 or CLIENT_ASKS.search(told)):
        return True
    if _dates_the_day(table, named) or all(_is_known(table, [one]) for one in named):
        return True
    turned = CORRECTS.match(unit.exact) or UNSUITED.search(told) or CLASH.search(told)
    return bool(turned) and _is_known(table, named)


def _dates_the_day(table: Table, named: Sequence[Slot]) -> bool:
    """Whether a day of the month is named, and none yet for the day that was taken."""
    day = table.last("day")
    days = [one for one in named if one.sort == "day"]
    dated = any(one.date for one in table.alive if day is not None and one.is_like(day))
    return bool(days) and not dated and all(one.date and not one.day for one in days)


def comes_back(table: Table, unit: Unit) -> bool:
    """Whether a unit names again, after talk of why, the day or the hour that was put."""
    last = table.last("day", "gap")
    if last is None or unit.turn - table.alive[-1].unit.turn > _FAR_BACK or not IS_SLOT.search(unit.exact):
        return False
    return _is_known(table, _named(unit))


def is_bare(slots: Sequence[Slot]) -> bool:
    """Whether nothing but numbers stands there, which may count anything: "one, two"."""
    return all(slot.sort == "hour" and BARE_HOUR.fullmatch(slot.said.strip()) for slot in slots)


def _named(unit: Unit) -> list[Slot]:
    return [Slot(one.lastgroup or "", one.group(), unit, 0) for one in SLOT.finditer(unit.exact)]


def _is_known(table: Table, named: Sequence[Slot]) -> bool:
    return any(one.is_like(other) for one in named for other in table.alive if one.sort != "gap")
