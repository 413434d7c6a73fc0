"""Dates, written or said, except a year alone (45 CFR 164.514(b)(2)(i)(C)).

A weekday, a time of day, "last week" and "three months ago" stay: they name no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import WEEKDAYS
from live_notes.masking.lexicon.word_set import in_order, phrases, word_set
from live_notes.masking.spoken.numbers import TEENS, TENS, UNITS, ZEROS, number_at, run_at
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sept sep oct nov dec
    """
)
_VERBAL_MONTHS = frozenset({"may", "march", "mar", "dec", "jan", "sep", "august"})
"""Months that are words or names as well: alone they need a plain preposition."""

_ORDINAL_WORDS = in_order(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
)
_ORDINALS = {word: day for day, word in enumerate(_ORDINAL_WORDS, start=1)} | {"thirtieth": 30}
_FIGURE_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_BEFORE_MONTH = word_set(
    """
    in since until till by before after during of last next this early late mid every
    """
)
_BEFORE_DAY = word_set(
    """
    on by until till before after since from
    """
)
_AFTER_DAY = word_set(
    """
    and at i we she he they so but because this next last of it
    """
)
_BIRTH = phrases("date of birth|dob|d o b|birth date|birthdate|birthday|born on")
_BIRTH_FILLERS = word_set(
    """
    is was it's its on the um uh
    """
)

_MEASURED = word_set(
    """
    milligrams percent times miles kilometers kilometres minutes hours days weeks months years people steps
    blocks feet yards pounds dollars degrees o'clock
    """
)
_DAY_OF_MONTH = re.compile(
    r"\b(?:on|until|till|since|before|after|dated|born|dob)\s+((?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01]))"
    r"(?![\w/-]|\s*(?:a|of|the|mg|tablets?|pills?|doses?|cups?|teaspoons?)\b)",
    re.IGNORECASE,
)
"""A day and a month in figures where a date is meant: "3/10" alone may be a score."""
_WRITTEN = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|(?:1[89]|20)\d\d([/.-])\d{1,2}\2\d{1,2})"
    r"(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b)?)?(?![\w/-])",
    re.IGNORECASE,
)


def find_dates(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Dates in all these forms."""
    del lexicon
    for match in _WRITTEN.finditer(words.text):
        yield Finding(match.start(), match.end(), Entity.DATE, 0.95)
    for match in _DAY_OF_MONTH.finditer(words.text):
        yield Finding(match.start(1), match.end(1), Entity.DATE, 0.85)
    for position in range(len(words)):
        low = words.low(position)
        if low in MONTHS:
            yield from _around_month(words, position)
        yield from _birth_date(words, position)
        yield from _figures(words, position)
        yield from _day_alone(words, position)


def _around_month(words: Words, month: int) -> Iterator[Finding]:
    first = _day_before(words, month)
    last = _day_after(words, month) if first is None else month
    after_day = month if last is None else last
    end = _year_after(words, after_day)
    if end > month and words.low(end + 1).isdigit() and words[end + 1].gap == "-":
        end += 1  # "February, 2020-16"
    named = first is not None or end > month
    if not named and not _stands_as_month(words, month):
        return
    begin = month if first is None else first
    if words.low(begin - 1) == "the":
        begin -= 1
    if words.low(begin - 1) in WEEKDAYS:
        begin -= 1
    yield Finding(*words.find(begin, end), Entity.DATE, 0.9)


def _stands_as_month(words: Words, month: int) -> bool:
    before = words.low(month - 1)
    if words.low(month) in _VERBAL_MONTHS:
        return (
            before in {"in", "since", "of", "until", "last", "next", "during"}
            and words.low(month + 1) != "be"
        )
    return before in _BEFORE_MONTH or len(words.low(month)) > 3


def _day_before(words: Words, month: int) -> int | None:
    """Where "the fifth of" or "12" begins before a month."""
    position = month - 1
    of = words.low(position) == "of"
    position -= of
    if _ordinal(words.low(position)) and words.low(position - 1) in {"twenty", "thirty"}:
        return position - 1
    if _ordinal(words.low(position)):
        return position
    value, _ = number_at(words, position)
    verbal = words.low(month) in _VERBAL_MONTHS and not words.text[words[month].start].isupper()
    return position if 1 <= value <= 31 and words.joined(month) and not of and not verbal else None


def _day_after(words: Words, month: int) -> int | None:
    """Where "the twenty third" or "23" ends after a month."""
    position = month + 1
    position += words.low(position) == "the"
    if words.breaks_before(position) and words.low(position):
        return None
    if words.low(position) in {"twenty", "thirty"} and _ordinal(words.low(position + 1)):
        return position + 1
    if _ordinal(words.low(position)):
        return position
    value, used = number_at(words, position)
    if words.low(month) in _VERBAL_MONTHS and words.low(position + used) in _MEASURED:
        return None
    if used and words.low(position) in {"nineteen", "twenty", "two"} and _spoken_year(words, position):
        return None
    return position + used - 1 if 1 <= value <= 31 else None


def _ordinal(low: str) -> int:
    figure = _FIGURE_ORDINAL.match(low)
    return int(figure.group(1)) if figure else _ORDINALS.get(low, 0)


def _year_after(words: Words, last: int) -> int:
    """The last word of the year said after `last`, or `last`."""
    position = last + 1
    position += words.low(position) in {"of", "in"}
    if _YEAR.match(words.low(position)):
        return position
    used = _spoken_year(words, position)
    return position + used - 1 if used else last


def _spoken_year(words: Words, position: int) -> int:
    """How many words a year said at `position` takes; 0 if none is."""
    low = words.low(position)
    if low == "two" and words.low(position + 1) == "thousand":
        after = position + 2 + (words.low(position + 2) == "and")
        value, used = number_at(words, after)
        return after - position + used if 0 < value < 50 else 2
    if low in {"eighteen", "nineteen", "twenty"}:
        if words.low(position + 1) in ZEROS and words.low(position + 2) in UNITS:
            return 3
        value, used = number_at(words, position + 1)
        return 1 + used if words.low(position + 1) in TENS.keys() | TEENS.keys() and 10 <= value <= 99 else 0
    return 0


def _birth_date(words: Words, position: int) -> Iterator[Finding]:
    """Digits said after "date of birth"."""
    for phrase in _BIRTH:
        if not words.says(position, phrase):
            continue
        after = position + len(phrase)
        while words.low(after) in _BIRTH_FILLERS:
            after += 1
        run = run_at(words, after)
        if run is not None and 3 <= len(run.digits) <= 8 and not _YEAR.match(run.digits):
            yield Finding(*words.find(run.first, run.last), Entity.DATE, 0.95)


def _figures(words: Words, position: int) -> Iterator[Finding]:
    """A date in figures: "twelve twenty two nineteen eighty four", "oh five slash nine slash seventy one"."""
    if position and run_at(words, position - 1) is not None and words.joined(position):
        return
    parts: list[int] = []
    cursor = position
    while len(parts) < 3:
        zero = words.low(cursor) in ZEROS
        value, used = number_at(words, cursor + zero)
        if used == 0 or (zero and value > 9):
            return
        year = _spoken_year(words, cursor) if len(parts) == 2 else 0
        parts.append(9999 if year else value)
        cursor += year or used + zero
        if len(parts) < 3:
            slashed = words.low(cursor) in {"slash", "dash", "stroke"}
            cursor += slashed
            if not slashed and not words.joined(cursor):
                return
    slashes = sum(words.low(step) == "slash" for step in range(position, cursor))
    in_range = 1 <= parts[0] <= 31 and 1 <= parts[1] <= 31 and min(parts[:2]) <= 12
    if in_range and (parts[2] == 9999 or slashes == 2):
        yield Finding(*words.find(position, cursor - 1), Entity.DATE, 0.9)


def _day_alone(words: Words, position: int) -> Iterator[Finding]:
    """Like "on the fourteenth": a day without its month, where no noun follows."""
    if words.low(position) not in _BEFORE_DAY or words.low(position + 1) != "the":
        return
    last = position + 2
    if words.low(last) in {"twenty", "thirty"} and _ordinal(words.low(last + 1)):
        last += 1
    elif _ordinal(words.low(last)) < 4 and not _FIGURE_ORDINAL.match(words.low(last)):
        return
    follower = words.low(last + 1)
    if follower not in MONTHS and (follower in _AFTER_DAY or words.breaks_before(last + 1)):
        yield Finding(words[position + 1].start, words[last].end, Entity.DATE, 0.7)
