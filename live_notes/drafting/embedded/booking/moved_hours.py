"""Hours from one to another that the clinician moves minutes after they were to stay as they are.

"We'll leave it at half eleven to six." "I've to be up at five." "Then six won't do. Half ten to five." What
the client goes home with is the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.told import clock
from live_notes.drafting.embedded.booking.words import SLOT
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.spec import Speaking

_REACH = 30
"""Units in which hours that were just set may be moved."""
_BETWEEN = re.compile(r"\s*(?:to|till|until|'til|through to|-|–)\s*", re.IGNORECASE)
_WILL_NOT_DO = re.compile(
    r"\b(?:won't|doesn't|isn't going to|is not going to|will not|does not|can't|is no) (?:really )?(?:work|do"
    r"|suit|good|be any good|fit)\b|\b(?:is|that's) too (?:late|early)\b",
    re.IGNORECASE,
)


def moved(reading: Reading, one: Statement) -> Statement | None:
    """The statement of a step with the hours that took the place of its own; None where they stand."""
    set_ = reading.units[one.order]
    if set_.speaking is not Speaking.CLINICIAN:
        return None
    hours = next(_spans(set_.exact), None)
    told = None if hours is None else _instead(reading, set_, hours)
    if told is None:
        return None
    text = f"{reading.fallback.clinician} stated: {in_quotes(told)}"
    return replace(one, text=text, evidence=told.evidence, lead="", rest="")


def _instead(reading: Reading, set_: Unit, hours: tuple[str, str]) -> Unit | None:
    """The sentence with other hours, once somebody has said that one of the first will not do."""
    falls = False
    for unit in reading.units[set_.index + 1 : set_.index + 1 + _REACH]:
        named = {clock(found.group()) for found in SLOT.finditer(unit.exact) if found.lastgroup == "hour"}
        falls = falls or (bool(named & set(hours)) and _WILL_NOT_DO.search(unit.exact) is not None)
        others = next(_spans(unit.exact), hours)
        if falls and unit.speaking is Speaking.CLINICIAN and others != hours and not unit.question:
            after = reading.units[unit.index + 1 : unit.index + 2]
            same = [one for one in after if one.turn == unit.turn and not one.question]
            return as_one([unit, *same])
    return None


def _spans(text: str) -> Iterator[tuple[str, str]]:
    """The hours from one to another that are named in a text, as a clock shows them."""
    found = [match for match in SLOT.finditer(text) if match.lastgroup == "hour"]
    for start, end in pairwise(found):
        if _BETWEEN.fullmatch(text[start.end() : end.start()]):
            yield clock(start.group()), clock(end.group())
