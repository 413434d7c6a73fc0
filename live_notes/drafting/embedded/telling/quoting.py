"""Whether a client's very words are fit to stand in a note, where no report of them is certain."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_quotable, says_something
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.language.words import word_count

_MOST_QUOTED_WORDS = 30
_ASKS = re.compile(
    r"^(?:(?:and|so|but|well|then|okay)[, ]+)*(?:(?:how|what|when|where|which|who) (?:\w+ ){0,2}?)?(?:do"
    r"|does|did|are|is|can"
    r"|could|should|would|will|am|have|has)\b",
    re.IGNORECASE,
)
_BEGINS_AMID = re.compile(
    r"^(?:as long as|then|because|'?cause|or|even then|that one|and that|but that|plus|about|than|of|for"
    r"|such|like|just|that (?!'s|is\b|was\b|would|really|has\b))\b",
    re.IGNORECASE,
)
"""Words that go on with a sentence begun before."""
_TO_THE_CLINICIAN = re.compile(
    r"^i (?:really |just )?(?:like|love|appreciate|admire|see) (?:your|you|that you|how you|what you)\b",
    re.IGNORECASE,
)

_LIKE_THAT = re.compile(r"like (?=[a-z])", re.IGNORECASE)
_BEGINS = re.compile(r"^\"[a-z]|(?<=[a-z][.?!] )[a-z]")


def in_quotes(answer: Unit) -> str:
    """An answer in quotation marks, with the "like" of a comparison, each sentence with a capital."""
    said = quoted(answer)
    if _LIKE_THAT.match(answer.exact) and not _LIKE_THAT.match(said[1:]):
        said = f'"like {said[1:]}'
    return _BEGINS.sub(lambda match: match.group().upper(), said)


def is_fit_to_quote(unit: Unit) -> bool:
    """Whether a client's exact words are a sentence that a note can hold: a short clause of its own."""
    said = quoted(unit).strip('"')
    if unit.question:
        return bool(_ASKS.match(said)) and says_something(unit.words)
    return (
        is_quotable(unit)
        and is_clause(unit.words)
        and not _TO_THE_CLINICIAN.match(said)
        and not _BEGINS_AMID.match(said)
        and word_count(said) <= _MOST_QUOTED_WORDS
        and "'" not in re.sub(r"\w'\w", "", said)
    )
