"""What is said of a "part of you" without any work with parts, and teaching words that teach nothing.

"There's a part of you that wanted him home" is how people talk; parts work asks of a part, and of others.
"When we spoke last" and "I always check" are no explanations.
"""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_OF_PARTS = ("explored a part", "worked with part")
_A_PART_OF_YOU = AnyCase(
    r"\b(?:an?|any|some|every|each|one|no|big|small|little|large|good|other|best) parts? (?:of (?:you|me"
    r"|him|her|us|them)"
    r"|that)\b"
)
_WORKS_WITH_PARTS = AnyCase(
    r"\b(?:(?:your|the|these|those|other|all|both|different|protective|young(?:er)?|exiled?|wounded|which"
    r"|more) parts\b"
    r"(?! of (?:the|town|your|my|it|this|that|it all|a|being))|(?:that|this) (?:\w+ )?part (?:of you|who"
    r"|that|feel|want"
    r"|is|say|know|does|doesn't|need|do)|protectors?|exiles?|firefighters?|manager part|inner (?:child"
    r"|critic)|unblend\w*"
    r"|unburden\w*|self[- ]energy|feel(?:ing)? towards? (?:that|this|the|her|him|it|them)\b"
    r"|step(?:ping)? back"
    r"|where (?:do you (?:notice|feel|find)|is) (?:that|this|the) part|(?:ask|thank|tell|let) (?:that"
    r"|this|the) (?:\w+ )?part)"
)
_TO_A_PART = AnyCase(
    r"\b(?:ask|asking|thank|thanking|tell|telling|let|see if|check|notice|turn|stay|be with|get to know"
    r"|step back|stepping back|room|unblend\w*|unburden\w*|self[- ]energy|exiles?|firefighters?|protectors?"
    r"|manager part|inner (?:child|critic))\b"
)
_OF_NOT_BEING = AnyCase(
    r"\b(?:not (?:be|being|want\w* to be) (?:here|alive|around)|wants? to die|give up on life)\b"
)
_TEACHES_NOTHING = AnyCase(
    rf"{LEAD}(?:you (?:were|had|said|told|mentioned|came|went|did|got|took|weren't|hadn't)\b"
    r"|i(?:'d| would|'ll)? (?:always|usually|generally|normally|just|only|also) (?:check|ask|wonder|look"
    r"|want to know)\b"
    r"|i (?:ask|check with) (?:everyone|everybody|all my|all of my|people)\b)"
)
_ENDS_OPEN = AnyCase(
    r"\b(?:it|that|they|this|he|she|you) (?:does|do|is|are|can|will|did|was|has|doesn't|don't|isn't"
    r"|aren't|can't"
    r"|won't|didn't|wasn't|hasn't)\W*$"
)
"""Ends on a verb whose matter stands in what was said before: "and no, it doesn't"."""
_OF_WHAT_WAS = AnyCase(
    r"\bwhen we (?:last |first )?(?:spoke|talked|met|saw|started|began|had|did|were|finished|left|agreed"
    r"|said)\b"
)


def is_only_an_idiom(name: str, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a "part of you" is only named, in a session in which nothing is asked of parts."""
    if not name.startswith(_OF_PARTS):
        return False
    if unit.question and (unit.risk_in_words or _OF_NOT_BEING.search(unit.words)):
        return True  # asks of risk, whatever it is called
    if unit.question and not _A_PART_OF_YOU.search(unit.words):
        return False
    others = (one for one in units if one.speaking is Speaking.CLINICIAN and one.index != unit.index)
    return not any(_is_put_to_parts(one) for one in others)


def _is_put_to_parts(unit: Unit) -> bool:
    """Whether a part is asked about, or the client is to ask it: a reflection only names it."""
    works = _WORKS_WITH_PARTS.search(unit.words)
    return bool(works) and (unit.question or _TO_A_PART.search(unit.words) is not None)


def teaches_nothing(words: str) -> bool:
    """Whether words of teaching only tell what the client did, or that the clinician always asks."""
    return _TEACHES_NOTHING.search(words) is not None or ends_open(words)


def ends_open(words: str) -> bool:
    """Whether words end on a verb that says nothing without what was said before."""
    return _ENDS_OPEN.search(words) is not None


def tells_what_was(words: str) -> bool:
    """Whether words of teaching tell how it was: "when we started you were at fifty"."""
    return _OF_WHAT_WAS.search(words) is not None
