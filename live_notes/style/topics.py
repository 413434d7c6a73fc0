"""Kinds of sentences a clinician may always leave out, and what is never left out. A closed list."""

from __future__ import annotations

import re
from enum import StrEnum

from live_notes.drafting.risk import kinds_in


class Topic(StrEnum):
    """What a sentence is about, or how it is formed, where that alone may be a reason to leave it out."""

    SMALL_TALK = "small-talk"
    WEATHER = "weather"
    CALL = "call"
    PAPERWORK = "paperwork"
    LEISURE = "leisure"
    QUOTATION = "quotation"
    QUESTION = "question"


_PATTERNS: tuple[tuple[Topic, str], ...] = (
    (
        Topic.WEATHER,
        r"weather|raining|rained|rainy|snow(?:ing|ed|y)?|sunny|sunshine|hot out|cold out|humid\w*|storms?",
    ),
    (
        Topic.CALL,
        r"camera|microphone|video (?:call|froze|quality)|headphones|wi-?fi|internet connection"
        r"|(?:can|could) hear (?:me|you|them|the (?:client|therapist))|frozen screen"
        r"|audio (?:cut|drop)\w*|on mute|unmuted?",
    ),
    (
        Topic.PAPERWORK,
        r"insurance|co-?pay|billing|invoices?|paperwork|consent forms?|portal|parking"
        r"|receptionist|front desk",
    ),
    (
        Topic.LEISURE,
        r"football|basketball|baseball|soccer|hockey|golf|tv show|television|movies?|netflix|concerts?"
        r"|video games?|vacations?|holidays?|road trip|beach",
    ),
    (
        Topic.SMALL_TALK,
        r"good to (?:see|meet)|nice to (?:see|meet)|how (?:are|is) (?:you|it going)"
        r"|good (?:morning|afternoon|evening)|thank(?:s|ed)? (?:you|the therapist|the client)"
        r"|happy (?:birthday|new year|holidays)|great to (?:see|meet)",
    ),
)
_ABOUT = [(topic, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for topic, words in _PATTERNS]
_QUOTATION = re.compile(r"^[^\"“]{0,60}[:,]\s*[\"“][^\"”]*[\"”]\.?\s*$")
_QUESTION = re.compile(r"^when asked\b", re.IGNORECASE)
_NEVER_LEFT_OUT = re.compile(
    r"\d+(?:\.\d+)? ?(?:mg|mcg|ml|g|grams?|milligrams?|micrograms?|units?|%|percent|out of|/ ?10)(?!\w)"
    r"|\b(?:phq|gad-?7|score[sd]?|scales?)\b"
    r"|\b(?:medications?|medicines?|dos(?:e|es|age)|prescri\w+|allerg\w+|safety|crisis|emergency|hospital\w*|referr?\w*)\b",
    re.IGNORECASE,
)


def topics_of(text: str) -> frozenset[Topic]:
    """The kinds a sentence is of; none for most."""
    found = {topic for topic, words in _ABOUT if words.search(text)}
    if _QUESTION.search(text):
        found.add(Topic.QUESTION)
    elif _QUOTATION.search(text):
        found.add(Topic.QUOTATION)
    return frozenset(found)


def stays(text: str) -> bool:
    """Whether no rule may leave a sentence out: risk, a dose, a score, medication, a referral."""
    return bool(_NEVER_LEFT_OUT.search(text)) or bool(kinds_in(text))
