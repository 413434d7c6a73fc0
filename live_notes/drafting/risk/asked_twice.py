"""Two questions of one risk in one turn, and one answer: "do you feel safe at home? Has anybody hit you?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.asked_words import ASKED
from live_notes.drafting.risk.matches import matches_in
from live_notes.drafting.spec import Speaking


def asked_again_at_once(units: Sequence[Unit], question: Unit, kind: RiskKind) -> bool:
    """Whether the same turn asks on of a risk in plainer words: the answer is to the question put last.

    An answer that speaks of being safe, or afraid, takes up the first.
    """
    behind = units[question.index + 1 : question.index + 1 + _REACH]
    said = [one for one in behind if one.speaking is Speaking.CLIENT and one.turn == question.turn + 1]
    return not any(_OF_SAFETY.search(one.exact) for one in said) and any(
        one.question and _names(one, kind, inverted=False)
        for one in units[question.index + 1 : question.index + 1 + _NEXT]
        if one.turn == question.turn and one.speaker == question.speaker
    )


def asked_whether_safe(units: Sequence[Unit], question: Unit, kind: RiskKind) -> Unit | None:
    """The question right before in the same turn to which a no would have meant a risk."""
    before = units[max(0, question.index - _NEXT) : question.index]
    near = (one for one in before if one.turn == question.turn and one.question)
    return next((one for one in near if _names(one, kind, inverted=True)), None)


def _names(question: Unit, kind: RiskKind, *, inverted: bool) -> bool:
    named = [pattern for pattern, _ in (*matches_in(question.exact), *matches_in(question.exact, ASKED))]
    return any(one.kind is kind and one.inverted is inverted for one in named)


_NEXT, _REACH = 2, 12
_OF_SAFETY = re.compile(
    r"\b(?:not|never)\b[^.?!]{0,20}\bsafe(?:ty|r)?\b|n['’]t\b[^.?!]{0,20}\bsafe\b|\bunsafe\b"
    r"|\b(?:i['’]m|i am|i feel|i get|makes? me|a bit|sometimes) (?:\w+ )?(?:scared|afraid|frightened"
    r"|terrified)\b",
    re.IGNORECASE,
)
