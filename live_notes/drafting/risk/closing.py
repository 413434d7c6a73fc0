"""A risk named in a statement, and the question that closes the turn: "you've put zero. Nothing like that?".

What the client says next is the answer to that question, however much stands between it and the naming.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskStatus
from live_notes.drafting.risk.answer_turns import answer_proper, answers_to
from live_notes.drafting.risk.answers import agrees_to_none, answered_status, gainsays
from live_notes.drafting.risk.items import Mention
from live_notes.drafting.risk.measures import puts_some
from live_notes.drafting.risk.pattern import RiskPattern

_NONE_OF_IT = re.compile(
    r"\b(?:nothing|none|no more|never anything|not (?:anything|any))(?: (?:at all|like|of|about|along"
    r"|the lines))*"
    r" (?:that|those|it|this|them|these|the (?:kind|sort))\b(?! (?:helps?|helped|work\w*|good|bad))"
    r"|^\W*(?:(?:so|and|okay|right|still|is that (?:still )?(?:right|so|true|correct)|that's right)[, ]+)*"
    r"(?:nothing|none|never)(?: (?:there|at all|now|this week|today|lately|since|to worry about))*\W*$",
    re.IGNORECASE,
)
_IS_IT_RIGHT = re.compile(r"\b(?:right|correct|true|accurate|so|fair)\b", re.IGNORECASE)
_FAR, _MOST_WORDS = 6, 12


def answered_at_the_close(units: Sequence[Unit], named: Unit, pattern: RiskPattern) -> Mention | None:
    """What is answered to a closing "nothing like that?"; None where the turn closes otherwise."""
    question = None if pattern.inverted else _closing_question(units, named)
    answers = answers_to(units, question) if question is not None else None
    if question is None or answers is None:
        return None
    status = answered_status(question, answers, pattern)
    # "Is that right, nothing like that?" "No." may be a no to either half.
    some = any(puts_some(one) for one in units[named.index : question.index])
    if some:
        status = RiskStatus.UNCLEAR  # none of it now, and some on the form
    elif agrees_to_none(answers):
        status = RiskStatus.DENIED
    elif status is RiskStatus.REPORTED or (_IS_IT_RIGHT.search(question.exact) and gainsays(answers)):
        status = RiskStatus.UNCLEAR
    kept = answer_proper(answers) if status is RiskStatus.DENIED else answers
    return Mention(pattern.kind, status, (named, question, *kept))


def _closing_question(units: Sequence[Unit], named: Unit) -> Unit | None:
    """The last question of the turn, where it holds up that there is none of what was named before it."""
    near = units[named.index + 1 : named.index + 1 + _FAR]
    behind = list(takewhile(lambda one: one.turn == named.turn, near))
    last = behind[-1] if behind else None
    if last is None or not last.question or last.spoken_length > _MOST_WORDS:
        return None
    return last if _NONE_OF_IT.search(last.exact) else None
