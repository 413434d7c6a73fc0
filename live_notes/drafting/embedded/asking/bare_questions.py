"""Questions whose own words do not carry what was asked: "how often?", "that you're married?"."""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count

_LEAD = r"^(?:(?:and|so|but|okay|ok|now|well|then|right|all right|alright)[,. ]+)*"
_ROUGHLY = (
    r"(?:,? (?:would you say|do you (?:think|reckon)|d'you (?:think|reckon)|roughly|about|exactly|ish|on"
    r" average|in general|normally|usually|these days|is it|is that|was it|was that|then|now|do you do it"
    r"|does it happen|a (?:day|week|night)))*"
)
_CARRIES_NOTHING = AnyCase(
    rf"{_LEAD}(?:"
    rf"(?:how (?:often|many(?: times)?|much|long|frequent(?:ly)?|bad|strong|far)|when|where|which(?: one)?s?"
    rf"|who(?: with)?|what time){_ROUGHLY}"
    r"|what (?:do|did|would|are|were|might) you (?:feel|think|reckon|say|want|want to do|prefer|like|do"
    r"|thinking|feeling|hoping)(?: (?:about|of) (?:it|that|this))?(?:,? (?:yourself|then|honestly))?"
    r"|(?:do|did|would|could|can|will|have|are|were|is|was|does|has|should|might) (?:you|it|that|he|she|they)"
    r"(?: (?:think so|want to|want that|agree|mind|manage|do it|do that))?"
    r"|what(?:'s| is) your (?:view|take|sense|feeling|thinking)|your thoughts|any thoughts|thoughts"
    r")\W*$"
)
_GOES_ON = re.compile(
    r"^(?:(?:and|or|like|even)[, ]+)?(?:that|whether|if) (?:you|he|she|they|it|i|we|your|the|there|his|her"
    r"|their|\[\w+\])(?:'\w+)?\b",
    re.IGNORECASE,
)
"""Goes on with the verb of the question before it: "does she know? That you're here?"."""
_TAKES_THAT = re.compile(
    r"\b(?:know|knows|knew|think|thinks|thought|mean|means|meant|say|says|said|saying|tell|tells|told"
    r"|aware|sure"
    r"|believe|believes|believed|feel|feels|felt|hear|heard|understand|realise|realize|remember|see|notice"
    r"|worr\w+|afraid|scared|hope|hoping|fear|possible|true|likely|wonder|wondered|wondering|imagine|guess"
    r"|promise|promised|convinced|certain|idea|thoughts?|sense|feeling)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"^that (?:is|was|did|does|has|would|could)\b", re.IGNORECASE)
_MOST_WORDS = 12


def carries_nothing(question: str) -> bool:
    """Whether nobody could tell from a question alone what was asked."""
    return word_count(question) <= _MOST_WORDS and _CARRIES_NOTHING.search(question.strip()) is not None


def goes_on_with(before: str, question: str) -> bool:
    """Whether a question only adds a clause to the one before it, which asks who knows or thinks that."""
    said = question.strip()
    if word_count(said) > _MOST_WORDS or _GOES_ON.match(said) is None or _INVERTED.match(said):
        return False
    return _TAKES_THAT.search(before) is not None
