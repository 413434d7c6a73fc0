"""What sounds like a step and is none: set for today, or pointing at nothing named."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.step_words import LEAD, WEEKDAY
from live_notes.drafting.language.any_case import AnyCase

_SETS_OUT = AnyCase(
    rf"{LEAD}(?:today,? |first(?:ly)?,? |if (?:it's|that's) (?:ok|okay|all right|alright)(?: with you)?,? )?"
    r"(?:i(?:'d| would)? (?:like|want|love|plan|propose|thought|was hoping|was thinking)|i'm (?:hoping"
    r"|thinking"
    r"|planning)|i'll|let's|we'll|we(?:'re| are) going to|we (?:can|could|might|should)|shall we"
    r"|what i(?:'d| would)"
    r" (?:like|suggest|propose)|the plan (?:for today )?is|my (?:plan|thought) (?:for today )?is)\b"
)
_YET_TO_COME = AnyCase(
    rf"\b(?:next (?:week|time|session|month|appointment)|tomorrow|tonight|this (?:week|weekend)|{WEEKDAY}"
    rf""
    r"|at home|between (?:now|sessions)|before (?:we|our next)|every (?:day|night|morning)|follow[- ]up"
    r"|in \w+ (?:weeks?|months?|days?)|prescri\w+|refer\w*|milligrams?|mg|\[DATE)"
)
_OPENING = 0.2
"""How far on in a session its course is still being set."""
_WHICH = (
    r"(?:it|that|this|them|those|these|both|all (?:of )?(?:it|that|them|those|these)|all (?:two|three|four"
    r"|five)"
    r"|(?:that|this) (?:one|bit|piece|part)|each of (?:them|those))"
)
_POINTS_ONLY = AnyCase(
    rf"{LEAD}(?:(?:we|i)(?:'re going to|'re gonna|'m going to|'m gonna|'ll| will| can| could| should"
    rf"| might|'d like to"
    r"| would like to| want to)|let's|let me)(?: also| just| still| always| definitely| certainly| probably)*"
    r" (?:try to |get to |keep )?(?:work(?:ing)? on|look(?:ing)? at|do|try|put|leave|keep|talk about|watch"
    r"|come(?: back)?"
    r" to|go(?: back)?(?: to| over| through)|pick|tackle|get to|cover|park|hold|see about|think about"
    r"|deal with|sort"
    rf"|start(?: with| on)?|add|take|bring|come at|catch)(?: up| on| onto| back| down| over| out)? {_WHICH}"
    r"(?: up| back| down| together| again| on the list| onto the list| over| out| first| then| too"
    r"| as well| properly"
    r"| there| here| in)*(?: for (?:now|next time|later|another (?:time|day)|next week|a bit|today))?"
    r"(?: next (?:time|week)| later| another time| in time| at some point| soon| when we meet)?\W*$"
)


def is_agenda(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician says at the beginning what the session is to be about."""
    if unit.index > _OPENING * len(units) or _YET_TO_COME.search(unit.words):
        return False
    return _SETS_OUT.match(unit.words) is not None


def points_only(words: str) -> bool:
    """Whether a step names nothing that is to be done: "we'll work on all three"."""
    return _POINTS_ONLY.match(words) is not None
