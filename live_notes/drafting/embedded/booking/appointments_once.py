"""The next session told once: "meet again on Monday" and "see you Monday" are one appointment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.booking.words import IS_SLOT, SLOT, VOCABULARY, WHICH_DAY
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.formats import Kind

_APPOINTMENT = re.compile(
    r"(?:Next (?:session|appointment|visit|meeting)s?\b|Plan to (?:meet"
    r"|see each other|talk|speak)\b)"
)


def told_once(found: Sequence[Statement]) -> list[Statement]:
    """The statements with one for each day on which both meet: the one that says most, with all evidence."""
    kept: list[Statement] = []
    settled = any(one.must and _is_appointment(one) for one in found)
    for one in found:
        if settled and (_only_looks_for_a_day(one) or _is_overtaken(one, found)):
            continue
        same = next((at for at, other in enumerate(kept) if _are_one(one, other)), None)
        if same is None:
            kept.append(one)
            continue
        fuller, other = (one, kept[same]) if _says(one) > _says(kept[same]) else (kept[same], one)
        evidence = tuple(dict.fromkeys((*fuller.evidence, *other.evidence)))
        kept[same] = replace(fuller, evidence=evidence, must=fuller.must or other.must)
    return kept


_PUT = re.compile(r'(?:[\w ]+? (?:suggested|stated|asked)|When asked)(?:: |,? )"(?P<put>[^"]+)"')
_BESIDE = frozenset(
    [
        "after",
        "that",
        "before",
        "week",
        "weeks",
        "fly",
        "you",
        "i've",
        "i",
        "can't",
        "have",
        "fortnight",
        "up",
    ]
)


def _only_looks_for_a_day(one: Statement) -> bool:
    """Whether a statement is one of the days that were put on the way to the one that was settled."""
    put = _PUT.match(one.text)
    if one.kind is not Kind.PLAN or one.must or put is None or not IS_SLOT.search(put["put"]):
        return False
    words = re.findall(r"[\w']+", SLOT.sub(" ", put["put"].lower()))
    return all(word in VOCABULARY or word in _BESIDE for word in words)


def _is_overtaken(one: Statement, found: Sequence[Statement]) -> bool:
    """Whether one sentence names a next session, and both settled another, or none, over several turns."""
    if one.must or not (_is_appointment(one) and one.text.startswith("Next session")):
        return False
    return not any(other.must and _is_appointment(other) and _are_one(one, other) for other in found)


def _are_one(one: Statement, other: Statement) -> bool:
    """Whether both tell of one day, and neither names what the other contradicts."""
    if not (_is_appointment(one) and _is_appointment(other)):
        return False
    mine, theirs = _slots(one), _slots(other)
    return bool(_days(one) and _days(one) == _days(other)) and (mine <= theirs or theirs <= mine)


def _is_appointment(one: Statement) -> bool:
    return one.kind is Kind.PLAN and not one.authored and _APPOINTMENT.match(one.text) is not None


def _days(one: Statement) -> frozenset[str]:
    return frozenset(day.lower() for day in WHICH_DAY.findall(one.text))


def _slots(one: Statement) -> frozenset[str]:
    """The days, hours and lengths of time that a statement names, as they can be compared."""
    found = (match.group().lower() for match in SLOT.finditer(one.text))
    return frozenset(re.sub(r"\b(?:on|at|the|next|for)\b|[^\w:]", "", slot) for slot in found)


def _says(one: Statement) -> tuple[bool, int]:
    return one.must, len(_slots(one))
