"""Numbers as digits or words, so that "four" in a line and "4" in a note are the same."""

from __future__ import annotations

import re
from itertools import pairwise

from live_notes.drafting.language.words import PLACEHOLDER, tokens

_UNITS = {
    "zero": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
TIMES = {"once": 1, "twice": 2, "thrice": 3, "half": 0.5, "dozen": 12, "couple": 2, "quarter": 0.25}
PLAIN = {**_UNITS, **_TENS}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LARGEST = 10**12
# "one", "second", "once" are more often no numbers; they only count as evidence, never as a claim.
_SOFT = {"one", "first", "second", "once", "half", "couple", "quarter", "third"}

_MEASURES = (
    {"minute": "minute minutes", "hour": "hour hours", "day": "day days", "week": "week weeks",
     "month": "month months", "year": "year years"},
    {"microgram": "microgram micrograms mcg", "milligram": "milligram milligrams mg", "gram": "gram grams g"},
)  # fmt: skip
"""Units of time and of doses: of one kind, none is another."""
UNIT_OF = tuple({word: unit for unit, words in kind.items() for word in words.split()} for kind in _MEASURES)


def plain_number(text: str) -> int | None:
    """The number that words say in the one regular way ("two hundred and ten"); None where they don't."""
    words = text.lower().replace("-", " ").split()
    before = ""
    for word in words:
        if before and not _regular(before, word):
            return None
        before = word
    values = _value(words, soft=True)
    return int(values[0]) if values and words[-1] != "and" and words[0] not in SCALES else None


def _regular(before: str, word: str) -> bool:
    """Whether a word may follow another within one number."""
    if word in SCALES:
        return before not in SCALES or (before, word) == ("hundred", "thousand")
    if word == "and":
        return before in SCALES
    if before in SCALES or before == "and":
        return word in PLAIN
    return before in _TENS and 0 < _UNITS.get(word, 0) < 10


_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_TEEN = r"(?:ten|eleven|twelve|\w+teen)"
_TENTHS = rf"(?:{_DIGIT}(?: {_DIGIT}){{0,2}}|(?:{'|'.join(_TENS)})(?:[ -]{_DIGIT})?)"
_WHOLE = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[ -]{_DIGIT})?|{_TEEN}|{_DIGIT}|nought)"
DECIMAL = (
    rf"(?:\b(?!(?<=\bat )one\b){_WHOLE} point (?:{_TENTHS}|\d{{1,2}})\b"
    rf"|(?<![.,\d])\d{{1,3}}\.\d{{1,3}}\b(?!\.\d))"
)
"""A number with a point in it, spoken or written: "three point eight"; "at one point" is none."""
_SPOKEN_DECIMAL = re.compile(
    rf"\b(?!(?<=\bat )one\b)(?P<whole>{_WHOLE}) point (?P<part>{_TENTHS}|\d{{1,2}})\b"
    rf"|(?<=\b(?:is|at|of|to) )point (?P<only>{_TENTHS})\b",
    re.IGNORECASE,
)


def with_decimals(text: str) -> str:
    """The text with its spoken decimals in figures: "five point six" is 5.6."""
    return _SPOKEN_DECIMAL.sub(_decimal_at, text) if "point" in text.lower() else text


def _decimal_at(found: re.Match[str]) -> str:
    whole = (found["whole"] or "zero").lower().replace("nought", "zero")
    before = whole if whole.isdigit() else plain_number(whole)
    part = (found["part"] or found["only"]).lower().replace("-", " ").replace("oh", "zero")
    words = part.split()
    if words[0] in _TENS:
        after = str(plain_number(part))
    else:
        after = "".join(word if word.isdigit() else str(_UNITS[word]) for word in words)
    return f"{before}.{after}"


def claimed_numbers(text: str) -> set[float]:
    """Numbers a sentence claims: digits, and number words read together ("twenty six" is 26)."""
    return set(_read(text, soft=False))


def given_numbers(text: str) -> set[float]:
    """Every number a line can be read to give, generously: parts, sums, and spoken pairs (one forty)."""
    values = list(_read(text, soft=True))
    words = [t.lower() for t in tokens(PLACEHOLDER.sub(" ", text).replace("-", " "))]
    values += [float(PLAIN[w]) for w in words if w in PLAIN]
    values += [float(table[w]) for table in (ORDINALS, TIMES) for w in words if w in table]
    for left, right in pairwise(words):
        if left in PLAIN and right in PLAIN:
            values.append(float(f"{PLAIN[left]}{PLAIN[right]:02d}"))
            values.append(float(f"{PLAIN[left]}{PLAIN[right]}"))
    return set(values)


def _read(text: str, *, soft: bool) -> list[float]:
    """Left to right; hyphens separate, "a hundred and forty" is one number."""
    found: list[float] = []
    run: list[str] = []
    for token in [*tokens(PLACEHOLDER.sub(" ", text).replace("-", " ")), "."]:
        low = token.lower()
        joins = low == "and" and bool(run) and run[-1] in SCALES
        if low in PLAIN or low in SCALES or joins:
            if run and not _continues(run[-1], low):
                found += _value(run, soft=soft)
                run = []
            run.append(low)
            continue
        found += _value(run, soft=soft)
        run = []
        found += _single(low, soft=soft)
    return found


def _continues(before: str, word: str) -> bool:
    """Whether `word` belongs to the number that `before` is part of."""
    if before in SCALES or word in SCALES or word == "and" or before == "and":
        return True
    return before in _TENS and 0 < _UNITS.get(word, 0) < 10


def _value(run: list[str], *, soft: bool) -> list[float]:
    if not run or (not soft and run == ["one"]) or all(w not in PLAIN for w in run):
        return []
    total = current = 0
    for word in run:
        if word in PLAIN:
            current += PLAIN[word]
        elif word in SCALES:
            current = max(current, 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0
        if total + current > _LARGEST:  # no number anybody means
            return []
    return [float(total + current)]


def _single(low: str, *, soft: bool) -> list[float]:
    if low[0].isdigit():
        return [float(part) for part in _DIGITS.findall(low.replace(",", ""))]
    if low in _SOFT and not soft:
        return []
    if low in ORDINALS:
        return [float(ORDINALS[low])]
    return [float(TIMES[low])] if low in TIMES else []
