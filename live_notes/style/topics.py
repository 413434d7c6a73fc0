"""Kinds of sentences a clinician may always leave out, and what is never left out. A closed list."""

from __future__ import annotations

import re
from enum import StrEnum

from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.mentions import kinds_in


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


_ASKED = re.compile(r"^when asked [\"“][^\"”]*[\"”],? *(?P<answer>.*)$", re.IGNORECASE | re.DOTALL)
_FEWEST_OF_AN_ANSWER = 12
"""Words from which an answer, with who gives it, tells something by itself; a shorter one needs it."""
_MAY_TELL_USE = re.compile(
    r"\d|n['’]t\b|\b(?:no|not|never|none|nothing|stop\w*|quit\w*|g[ai]ven? (?:it )?up|since|still|any ?more"
    r"|sober|clean|dry|off it|cut\w*|touch\w*|rel[ai]ps\w*|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozen|couple|few|every|each|daily|nightly|weekly|weekends?|days?|nights?|weeks?|once|twice"
    r"|times (?:a|per|in)|bottles?|glass\w*|pints?|cans|shots?|beers?|wines?|spirits|joints?|lines?|bags?"
    r"|pills?)\b",
    re.IGNORECASE,
)


def stays(text: str) -> bool:
    """Whether no rule may leave a sentence out: risk, a dose, a score, medication, a referral.

    Drink or drugs that only a quoted question names do not bind an answer of some length that says neither
    how much nor how often nor of stopping: talk about drinking names drink in every question.
    """
    if _NEVER_LEFT_OUT.search(text):
        return True
    kinds = kinds_in(text)
    if kinds != {RiskKind.SUBSTANCE_USE}:
        return bool(kinds)
    asked = _ASKED.search(text)
    if asked is None or len(asked["answer"].split()) < _FEWEST_OF_AN_ANSWER:
        return True
    return bool(_MAY_TELL_USE.search(asked["answer"]) or kinds_in(asked["answer"]))
