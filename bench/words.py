"""Word error rate with a stated normalisation, the same for everything compared.

Lower case; curly apostrophes made straight; everything but letters, digits and apostrophes is a
space; hesitations (um, uh, er, erm, hm, mm, mhm, ah, oh, eh) are dropped on both sides; spelled
numbers become digits (`twenty six`, `26`), `ok` becomes `okay`, `dr` `doctor`, `mg` `milligrams`.
Nothing else is forgiven.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import jiwer

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


def normalised(text: str) -> list[str]:
    """The words that count, in order."""
    lowered = text.lower().replace("’", "'")
    separated = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", lowered)
    words = re.sub(r"[^a-z0-9' ]+", " ", separated).split()
    kept = (word.strip("'") for word in words)
    return list(_digits(SAME.get(word, word) for word in kept if word and word not in HESITATIONS))


def _digits(words: Iterable[str]) -> Iterable[str]:
    """`twenty`, `six` -> `26`; `fifty` -> `50`."""
    tens: int | None = None
    for word in words:
        number = NUMBERS.get(word)
        if tens is not None:
            if number is not None and 0 < number < 10:
                yield str(tens + number)
                tens = None
                continue
            yield str(tens)
            tens = None
        if word in _TENS:
            tens = NUMBERS[word]
        else:
            yield word if number is None else str(number)
    if tens is not None:
        yield str(tens)


def word_errors(reference: str, heard: str) -> tuple[int, int]:
    """Errors (substitutions, deletions, insertions) and words of the reference."""
    expected, found = normalised(reference), normalised(heard)
    if not expected:
        return len(found), 0
    counts = jiwer.process_words(" ".join(expected), " ".join(found))
    return counts.substitutions + counts.deletions + counts.insertions, len(expected)
