"""How a clinician asks for one rating, and what a note calls the thing that is rated."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.measures.measure_words import SPOKEN_NUMBER
from live_notes.drafting.language.any_case import AnyCase

_ENDS = r"(?:zero|nought|one|0|1)"
_TOPS = r"(?:ten|seven|five|a hundred|one hundred|hundred|10|7|5|100)"
SCALE = AnyCase(
    rf"\b{_ENDS} (?:to|through|and) (?P<to>{_TOPS})\b|\bout of (?P<of>{_TOPS})\b|\b(?:scale|ruler)\b"
)
"""That a number on a scale is asked for."""
ENDS = re.compile(rf"\b{_ENDS} (?:to|through) {_TOPS}\b|\bout of {_TOPS}\b", re.IGNORECASE)
"""The scale as it was spoken."""

_ABOUT_SCALE = re.compile(
    rf",?\s*(?:\b(?:and|so|again),? )?\bon (?:a|that|the|this|our|my)(?: same)?(?: \d+[- ]point)?(?: scale"
    rf"| ruler)(?: (?:of|from))?(?: {_ENDS} (?:to|through|and) {_TOPS})?\b,?"
    rf"|,?\s*\b(?:(?:from|between|say,?|same|the same|on the same|that same|again|same scale,?"
    rf"|on a) )?{_ENDS} (?:to|through|and) {_TOPS}\b,?|,?\s*\bout of {_TOPS}\b,?",
    re.IGNORECASE,
)
_ANCHORS = re.compile(
    r",?\s*\b(?:with|where|and|if|when)? ?(?:the )?\b(?:zero|nought|one|ten|seven|a hundred|0|1|10|7|100)"
    r"(?: not| that)? (?:is|being|means?|meaning|would be|as)\b.*$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r",?\s*\b(?:what|which) number\b.*$|,?\s*\bwhere(?: (?:would|do|are|did|might) you|'s| is)\b.*$",
    re.IGNORECASE,
)
DEGREES = {
    "important": "importance",
    "confident": "confidence",
    "ready": "readiness",
    "motivated": "motivation",
    "willing": "willingness",
    "likely": "",
    "committed": "commitment",
    "hopeful": "hope",
    "anxious": "anxiety",
    "worried": "worry",
    "stressed": "stress",
    "distressed": "distress",
    "distressing": "distress",
    "angry": "anger",
    "low": "low mood",
    "sad": "sadness",
    "tired": "tiredness",
    "ashamed": "shame",
    "guilty": "guilt",
    "lonely": "loneliness",
    "satisfied": "satisfaction",
    "sure": "",
    "certain": "",
}
"""What is asked for by how much, and its noun, where that tells anything without what it is about."""
_INVERTED = {
    "you are": "are you",
    "you're": "are you",
    "you feel": "do you feel",
    "it is": "is it",
    "it's": "is it",
    "it feels": "does it feel",
}
_INDIRECT = re.compile(rf"^(?P<how>how \w+) (?P<who>{'|'.join(_INVERTED)})\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"^how \w+ (?:(?:is|are|does|do) )?(?:he|she|they|your|the)\b", re.IGNORECASE)
_FIGURES = {"zero": "0", "nought": "0", "one": "1", "ten": "10", "seven": "7", "five": "5", "hundred": "100"}
_DEGREE = re.compile(rf"\bhow (?P<degree>{'|'.join(DEGREES)})\b", re.IGNORECASE)
_HOW = re.compile(rf"\bhow (?:{'|'.join(DEGREES)}|much|bad|strong|intense|painful|happy)\b", re.IGNORECASE)
_THINGS = (
    r"mood|anxiety|stress|pain|energy|motivation|confidence|readiness|sleep|distress|depression|anger|worry"
    r"|worries|shame|guilt|sadness|grief|loneliness|panic|fear|tension|craving|cravings|urge|urges|hope"
    r"|importance|willingness|commitment|concentration|appetite|fatigue|tiredness|happiness|satisfaction"
    r"|relationship|week"
)
_NAMED = re.compile(
    rf"\b(?:rate|score|number|rating|give|put|scale|is|are|was|been|'s|of|for|about|in terms of|terms of)"
    rf"(?: um| uh|,)* (?:your|the|that|this)? ?(?:level of |levels of |overall |general |current )?"
    rf"(?P<thing>{_THINGS})(?: levels?)?\b(?! (?:you|that|which|I)\b)",
    re.IGNORECASE,
)
_ANCHORED = re.compile(
    r"\b(?:not|very|absolutely|totally|really|completely|fully|100%|extremely|super|most) (?:at all )?"
    r"(?P<degree>important|confident|ready|motivated|willing|likely|committed|hopeful)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(rf"\b{SPOKEN_NUMBER}\b", re.IGNORECASE)
_FILLING = re.compile(
    r"\b(?:um+|uh+|hm+|i'(?:d|m|ll)|i am|it's|that's|let's see|let me think|well|so|i|would|think|guess|say"
    r"|probably|maybe|like|about|around|roughly|an?|at|it is|be|yeah|okay|honestly|right now|today|put it|go"
    r"|with|out of|point|the|my|just|solid|now|only|oh|you know|suppose|out|of|kind|sort|me|for|on|is"
    r"|was|still|number|to|as|or|pretty|there|gonna|going|still|ten|hundred)\b|\W",
    re.IGNORECASE,
)
"""What stands around a number without adding anything to it."""

_HEDGES = re.compile(
    r"(?:and |but )?(?:if|unless|but|though|although|depending|depends|when|on a (?:good|bad)|only|or"
    r"|most days|some days|except|as long as|provided|until)\b",
    re.IGNORECASE,
)


def how_much(asked: str) -> str:
    """The words that ask for a degree, without those about the scale: "how ready are you to stop"."""
    found = _HOW.search(asked)
    if found is None:
        return ""
    clause = _ANCHORS.sub("", _ABOUT_SCALE.sub(" ", asked[found.start() :]))
    plain = " ".join(_WHERE.sub("", clause).split()).strip(" ,.?")
    return _INDIRECT.sub(lambda told: f"{told['how']} {_INVERTED[told['who'].lower()]}", plain)


def of_another(clause: str) -> bool:
    """Whether somebody is rated who may not be the client: "how confident she is"."""
    return _OF_ANOTHER.match(clause) is not None


def thing_rated(asked: str) -> str:
    """The noun for what is rated, where the question or the ends of its scale name one thing alone."""
    named = _NAMED.search(asked)
    things = things_rated(asked)
    return named["thing"].lower() if named is not None else things.pop() if len(things) == 1 else ""


def things_rated(asked: str) -> set[str]:
    """The nouns for all that may be rated by these words."""
    degrees = [
        DEGREES[found["degree"].lower()] for way in (_DEGREE, _ANCHORED) for found in way.finditer(asked)
    ]
    return {
        thing for thing in (*degrees, *(found["thing"].lower() for found in _NAMED.finditer(asked))) if thing
    }


def in_figures(scale: str) -> str:
    """A scale in figures: "zero to ten" is "0 to 10"."""
    return " ".join(_FIGURES.get(word, word) for word in scale.lower().replace("one hundred", "100").split())


def says_more(answer: str) -> bool:
    """Whether an answer holds anything beside its number."""
    return bool(_FILLING.sub("", NUMBER.sub("", answer)).strip())


def hedges(rest: str) -> bool:
    """Whether what follows a number takes some of it back: "if it's not raining", "but not today"."""
    return _HEDGES.match(rest) is not None
