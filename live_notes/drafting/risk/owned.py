"""A thought or a deed the clinician says over, and the client owns: "it crossed your mind, that night"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.frames import is_contingent, is_of_people, is_said_to_everybody
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, Mention
from live_notes.drafting.risk.matches import is_negated, matches_in
from live_notes.drafting.risk.past import is_dated_long_ago
from live_notes.drafting.risk.persons import whose

_BOUNDED = re.compile(
    r"\b(?:but|except|although|though|not|only|just|sort of|kind of|did i)\b", re.IGNORECASE
)
"""Owns it by halves: "yeah, but not like that"."""
_YOU = re.compile(r"\b(?:you|your|yours|yourself|you'(?:ve|d|re|ll))\b", re.IGNORECASE)
_NOT_SO = re.compile(
    r"\b(?:if|when(?:ever)?|unless|in case|whether|would|could|might|may|should|can|will|you'll|people"
    r"|everyone"
    r"|everybody|somebody|someone|anyone|anybody|other|others|last (?:time|week|month|session|year)"
    r"|before|used to"
    r"|earlier|ago|plan|score\w*|item|question|form|scale|ask\w*|wonder\w*|check\w*|worr\w+|instead"
    r"|rather than"
    r"|risk|number|line|service|safe|safety|not|never|no|n't|nothing|without|stop\w*|less|fewer|down)\b"
    r"|n't\b|\b(?:noughts?|naughts?|zeroe?s?|nil|none)\b",
    re.IGNORECASE,
)
"""Beside such words a naming says nothing of what is so: a chance, an earlier time, a form, a denial."""


def owned_when_said_over(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a clinician says of the client in plain words, with the client's plain yes."""
    plain = unit.exact.replace("’", "'")
    if unit.question or _NOT_SO.search(plain) or not _YOU.search(plain) or not _is_last(units, unit):
        return
    named = [one for one in matches_in(unit.exact) if one[0].certain and one[0].kind in MAY_BE_PAST]
    named = [one for one in named if not is_negated(unit.exact, one[1])]
    answers = answers_to(units, unit) if named else None
    if answers is None or answers[0].question or read_answer(_said(answers)) is not Answer.YES:
        return
    if (
        _BOUNDED.search(answers[0].exact)
        or is_contingent(unit)
        or is_of_people(unit)
        or is_said_to_everybody(units, unit)
    ):
        return
    for pattern, match in named:
        if whose(units, unit, pattern.kind, match) is None:
            then = is_dated_long_ago(answers[0].exact)
            yield Mention(pattern.kind, RiskStatus.REPORTED, (unit, *answers), rank=DISCLOSED, past=then)


def _is_last(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the turn ends here, so that the next words are the client's and answer it."""
    behind = units[unit.index + 1 : unit.index + 2]
    return bool(behind) and behind[0].turn != unit.turn


def _said(answers: Sequence[Unit]) -> str:
    return " ".join(one.exact for one in answers)
