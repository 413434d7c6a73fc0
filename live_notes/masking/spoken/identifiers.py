"""Numbers that belong to one person: telephone, social security, record, plan, account, licence and more.

What a number is follows from what is said beside it (`announced`), from how it is written, and else from its
length. Doses, scores, counts and plain quantities stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.clinical import is_clinical
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import STOPWORDS
from live_notes.masking.spoken.announced import PHRASES, find_announced, is_money, measures
from live_notes.masking.spoken.numbers import MIXED, Run, is_capitals, run_at, runs
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_MORE = r"(?:x\d{1,5})?"
_WRITTEN = tuple(
    (entity, re.compile(pattern))
    for entity, pattern in (
        (Entity.SSN, r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])"),
        (
            Entity.PHONE_NUMBER,
            r"(?<![\w.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)\d{2,4}(?:[ .-]?\d{2,4}){1,3}"
            + _MORE
            + r"(?!\w)",
        ),
        (
            Entity.PHONE_NUMBER,
            r"(?<![\w.-])(?:\+?\d{1,3}[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}" + _MORE + r"(?![\w-])",
        ),
        (Entity.PHONE_NUMBER, r"(?<!\w)\+\d[\d .()-]{6,18}\d" + _MORE + r"(?!\w)"),
        (
            Entity.PHONE_NUMBER,
            r"(?<![\w.-])(?:00\d{1,3}|0\d{1,4})[ -]\d{2,5}(?:[ -]\d{2,5}){1,3}" + _MORE + r"(?![\w-])",
        ),
        (Entity.PHONE_NUMBER, r"(?<![\w.-])\d{3}-\d{4}(?![\w-])"),
        (Entity.ACCOUNT_NUMBER, r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"),
        (Entity.VEHICLE_ID, r"\b(?=[A-Z0-9]*\d)(?=\d*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}\b"),
    )
)


def find_identifiers(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Numbers and codes of all these kinds."""
    del lexicon
    for entity, pattern in _WRITTEN:
        for match in pattern.finditer(words.text):
            yield Finding(match.start(), match.end(), entity, 0.9)
    yield from find_announced(words)
    for run in runs(words):
        entity_or_none = _by_length(words, run)
        if entity_or_none is not None:
            yield Finding(*words.find(_with_letters(words, run.first), run.last), entity_or_none, 0.8)
    yield from _mixed_codes(words)
    yield from _spelled_codes(words)


def _by_length(words: Words, run: Run) -> Entity | None:
    """What a number that nobody announced must be, going by its length alone; None for a plain number."""
    length = len(run.digits)
    if _VALUES.match(words.text[slice(*words.find(run.first, run.last))]):
        return None
    if run.counts or length < 6 or measures(words, run) or is_money(words, run):
        return None
    if 13 <= length <= 19:
        return Entity.ACCOUNT_NUMBER
    if length == 9 and [len(group) for group in run.groups] in ([3, 2, 4], [1] * 9):
        return Entity.SSN
    if 7 <= length <= 12:
        return Entity.PHONE_NUMBER
    return Entity.OTHER_ID if len(run.groups) >= 5 or len(run.groups) == 1 else None


def _with_letters(words: Words, first: int) -> int:
    """Where a number begins, with the letters before it: "WPS 20913108", "W P S 2091"."""
    while words.joined(first) and words[first].gap in {" ", "-"}:
        low = words.low(first - 1)
        single = len(low) == 1 and words[first - 1].capital and low not in {"a", "i"}
        if not single and (not is_capitals(words, first - 1) or low in PHRASES or low in STOPWORDS):
            break
        first -= 1
    return first


def _spelled_codes(words: Words) -> Iterator[Finding]:
    """Letters and figures said one by one: "8-R-Y-D5-B-1-C-0"."""
    position = 0
    while position < len(words):
        low = words.low(position)
        begins = (len(low) == 1 and low not in {"a", "i"}) or (MIXED.match(low) and not _MEASURE.match(low))
        run = run_at(words, position, letters=True) if begins else None
        if run is None:
            position += 1
            continue
        if _is_spelled(words, run):
            yield Finding(*words.find(run.first, run.last), Entity.OTHER_ID, 0.7)
        position = run.last + 1


def _is_spelled(words: Words, run: Run) -> bool:
    """Whether letters and figures are a code rather than doses, scales or vertebrae in a row."""
    figures = sum(mark.isdigit() for mark in run.digits)
    if len(run.digits) < _SPELLED_LEAST or figures < _FIGURES_LEAST or not _LETTERS.search(run.digits):
        return False
    return not any(
        is_clinical(words, step) or (_MEASURE.match(words.low(step)) and not words.low(step).isdigit())
        for step in range(run.first, run.last + 1)
    )


_SPELLED_LEAST = 7
_FIGURES_LEAST = 3
_LETTERS = re.compile("[a-z]{2}")
"""Two letters in a row, unlike in "C5 C6 C7" and "B12 400 D3 50"."""
_VALUES = re.compile(r"\d{1,3}\.\d{1,2}(?:(?:, | )\d{1,3}\.\d{1,2}){2,}\Z")
"""Three or more decimals are measured values: "7.1, 6.9, 6.5"."""
_MEASURE = re.compile(r"\d+(?:mg|mcg|ml|iu|st|nd|rd|th|am|pm|hrs?|x\d+)?\Z")


def _mixed_codes(words: Words) -> Iterator[Finding]:
    """Written codes such as `F162823540116`: letters and at least four digits in one word."""
    for word in words:
        figures = sum(mark.isdigit() for mark in word.low)
        if len(word.low) >= 7 and figures >= 4 and MIXED.match(word.low) and not _MEASURE.match(word.low):
            yield Finding(word.start, word.end, Entity.OTHER_ID, 0.7)
