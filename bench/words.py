"""Word error rate with a stated normalisation, the same for everything compared.

Lower case; curly apostrophes made straight; everything but letters, digits and apostrophes is a
space; hesitations (um, uh, er, erm, hm, mm, mhm, ah, oh, eh) are dropped on both sides; spelled
numbers become digits (`twenty six`, `26`), `ok` becomes `okay`, `dr` `doctor`, `mg` `milligrams`.
Nothing else is forgiven.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

HESITATIONS = frozenset(("um", "uh", "er", "erm", "hm", "hmm", "mm", "mmm", "mhm", "ah", "oh", "eh"))
SAME = {"ok": "okay", "dr": "doctor", "mg": "milligrams", "o'clock": "oclock", "mr": "mister"}
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}


@dataclass(frozen=True)
class TimedWord:
    """A word that counts, and when it was spoken (seconds)."""

    word: str
    start: float
    end: float


def normalised(text: str) -> list[str]:
    """The words that count, in order."""
    return [one.word for one in timed((0.0, 0.0, word) for word in text.split())]


def timed(words: Iterable[tuple[float, float, str]]) -> list[TimedWord]:
    """The words that count of (start, end, word) triples; what becomes one word spans all it came from."""
    return list(_digits(_counting(words)))


def _counting(words: Iterable[tuple[float, float, str]]) -> Iterator[TimedWord]:
    """Every triple as none, one or more words without marks; numbers still spelled."""
    for start, end, text in words:
        lowered = text.lower().replace("’", "'")
        separated = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", lowered)
        for part in re.sub(r"[^a-z0-9' ]+", " ", separated).split():
            word = part.strip("'")
            if word and word not in HESITATIONS:
                yield TimedWord(SAME.get(word, word), start, end)


def _digits(words: Iterable[TimedWord]) -> Iterator[TimedWord]:
    """`twenty`, `six` -> `26`; `fifty` -> `50`."""
    tens: TimedWord | None = None
    for one in words:
        number = NUMBERS.get(one.word)
        if tens is not None:
            if number is not None and 0 < number < 10:
                yield TimedWord(str(NUMBERS[tens.word] + number), tens.start, one.end)
                tens = None
                continue
            yield replace(tens, word=str(NUMBERS[tens.word]))
            tens = None
        if one.word in _TENS:
            tens = one
        else:
            yield one if number is None else replace(one, word=str(number))
    if tens is not None:
        yield replace(tens, word=str(NUMBERS[tens.word]))


def word_errors(reference: str, heard: str) -> tuple[int, int]:
    """Errors (substitutions, deletions, insertions: as few as can be) and words of the reference."""
    expected, found = normalised(reference), normalised(heard)
    return Levenshtein.distance(expected, found), len(expected)
