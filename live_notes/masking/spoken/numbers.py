"""Digits and numbers as words: "five five five oh one double nine" is 5550199."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from live_notes.masking.clinical import is_clinical
from live_notes.masking.lexicon.word_set import in_order
from live_notes.masking.spoken.homophones import HEARD
from live_notes.masking.spoken.letters import letters_at
from live_notes.masking.spoken.words import Words

_UNITS = in_order("one two three four five six seven eight nine")
_TEENS = in_order("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = in_order("twenty thirty forty fifty sixty seventy eighty ninety")

UNITS = {word: value for value, word in enumerate(_UNITS, start=1)}
ZEROS = frozenset({"zero", "oh", "o", "nought", "naught"})
TEENS = {word: value for value, word in enumerate(_TEENS, start=10)}
TENS = {word: 10 * value for value, word in enumerate(_TENS, start=2)} | {"fourty": 40}
REPEATS = {"double": 2, "triple": 3, "treble": 3}
_CAPITALS_MOST = 5
_LETTERS_MOST = 17
"""Letters in a row of a code that is named: a vehicle's has seventeen signs."""
BETWEEN = frozenset({"dash", "hyphen", "um", "uh", "then", "space"})
"""Said between the digits of one number."""
_BETWEEN_LETTERS = BETWEEN | {"slash", "stroke", "dot", "point", "minus", "underscore"}

_GLUE = re.compile(r"[\s\-–—.,()/+#]*\Z")
_STOP = re.compile(r"[.?!,]\s*\n|[.?!]\s")

_NO_WORD = re.compile(r"[b-df-hj-np-tv-xz]{2,}\Z")
"""Letters without a vowel among them."""
MIXED = re.compile(r"(?=[a-z]*\d)[a-z0-9]+\Z")


@dataclass(frozen=True, slots=True)
class Run:
    """Digits said in a row: word positions (both included), the digits, and how they were grouped."""

    first: int
    last: int
    digits: str = field(repr=False)
    groups: tuple[str, ...] = field(repr=False)

    @property
    def counts(self) -> bool:
        """Whether somebody merely counts: "five four three two one", "ten twenty thirty"."""
        if len(self.groups) < 3 or any(len(group) > 2 for group in self.groups):
            return False
        values = [int(group) for group in self.groups]
        steps = {after - before for before, after in pairwise(values)}
        return len(steps) == 1 and steps != {0}


def runs(words: Words) -> Iterator[Run]:
    """All maximal runs of digits in the text, in order."""
    position = 0
    while position < len(words):
        run = run_at(words, position)
        if run is None:
            position += 1
        else:
            yield run
            position = run.last + 1


def run_at(
    words: Words, first: int, letters: bool = False, through_stops: bool = False, heard: bool = False
) -> Run | None:
    """The run of digits beginning at word `first`, or None.

    With `letters`, letters said one by one belong to it; with `through_stops` it goes on behind a full stop,
    which recognition sets where somebody paused; with `heard`, words that sound like a figure or a letter
    belong to it where they stand between what does.
    """
    groups: list[str] = []
    ends: list[int] = []
    position = first
    while position < len(words):
        if groups and not _glued(words, position, through_stops):
            break
        if groups and words.low(position) in (_BETWEEN_LETTERS if letters else BETWEEN):
            position += 1
            continue
        group, used = _group(words, position, letters)
        if heard and not group:
            group, used = _heard(words, position, within=bool(groups)), 1
        if not group:
            break
        if group == "hundred":
            if not groups or len(groups[-1]) > 1 or groups[-1] == "0":
                break
            group = groups.pop() + "00"
            ends.pop()
        groups.append(group)
        position += used
        ends.append(position - 1)
    while len(groups) > 1 and (
        words.low(ends[-1]) in HEARD or _goes_on_in_words(words, groups[-1], ends[-1])
    ):
        groups.pop()
        ends.pop()
    digits = "".join(groups)
    return Run(first, ends[-1], digits, tuple(groups)) if any(mark.isdigit() for mark in digits) else None


def _goes_on_in_words(words: Words, group: str, last: int) -> bool:
    """Whether the last letter of a code is none: "five five five, I think", "four four one, Mike says"."""
    if group in {"a", "i"}:
        return words.joined(last + 1)
    return group.isalpha() and len(words.low(last)) > 1 and "," in words[last].gap


def _glued(words: Words, position: int, through_stops: bool = False) -> bool:
    gap = words[position].gap
    return bool(_GLUE.match(gap)) and (through_stops or not _STOP.search(gap))


def _group(words: Words, position: int, letters: bool) -> tuple[str, int]:
    """The digits that the words at `position` stand for, and how many words those are."""
    low = words.low(position)
    if low in REPEATS:
        digit = _digit(words.low(position + 1), letters)
        if digit:
            return digit[0] * (REPEATS[low] - 1) + digit, 2  # "double 4012" is 44012
        return letters_at(words, position, radio=True) if letters else ("", 0)
    if low in TENS:
        unit = UNITS.get(words.low(position + 1))
        return (str(TENS[low] + unit), 2) if unit and _glued(words, position + 1) else (str(TENS[low]), 1)
    if low == "hundred":
        return low, 1
    digit = _digit(low, letters)
    if letters and not digit:
        said = letters_at(words, position, radio=True)
        return (low, 1) if not said[1] and is_capitals(words, position) else said
    return digit, 1 if digit else 0


def _heard(words: Words, position: int, *, within: bool) -> str:
    """What a word may stand for in a code that is named: letters that make no word, or one that sounds so."""
    written = words.text[slice(*words.find(position, position))]
    together = _NO_WORD.match(written.lower()) or written[1:] != written[1:].lower()
    if together and len(written) <= (_LETTERS_MOST if written.isupper() else _CAPITALS_MOST):
        return words.low(position) if written.isalpha() else ""
    return HEARD.get(words.low(position), "") if within else ""


def is_capitals(words: Words, position: int) -> bool:
    """Whether recognition put letters together as capitals, as in "CL-7834" or "seven BGP"."""
    if position >= len(words):
        return False
    written = words.text[words[position].start : words[position].end]
    together = written.isalpha() and written.isupper() and 1 < len(written) <= _CAPITALS_MOST
    return together and not is_clinical(words, position)


def _digit(low: str, letters: bool) -> str:
    if low in UNITS or low in TEENS:
        return str(UNITS.get(low) or TEENS[low])
    if low in ZEROS:
        return "0"
    if low.isascii() and low.isdigit():
        return low
    if letters and MIXED.match(low):
        return low
    return ""


def is_figure(low: str) -> bool:
    """Whether a word says figures, or that one is said twice."""
    return bool(_digit(low, letters=False)) or low in TENS or low in REPEATS


def number_at(words: Words, position: int) -> tuple[int, int]:
    """The whole number (0 to 199) said at `position` and how many words it takes; (-1, 0) if none."""
    low = words.low(position)
    if low in {"hundred"} or (low in {"a", "one"} and words.low(position + 1) == "hundred"):
        used = 1 if low == "hundred" else 2
        after = position + used + (words.low(position + used) == "and")
        rest, more = number_at(words, after)
        return (100 + rest, after - position + more) if 0 < rest < 100 else (100, used)
    if low in TENS:
        unit = UNITS.get(words.low(position + 1), 0)
        return TENS[low] + unit, 2 if unit else 1
    if low in UNITS or low in TEENS:
        return UNITS.get(low) or TEENS[low], 1
    if low.isascii() and low.isdigit() and len(low) <= 3:
        return int(low), 1
    return -1, 0
