"""Ages over 89, and the years of birth that tell one (45 CFR 164.514(b)(2)(i)(C))."""

from __future__ import annotations

from collections.abc import Iterator

from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.word_set import word_set
from live_notes.masking.spoken.numbers import number_at, run_at
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

OLDEST_TOLD = 89
"""Years; a higher age is masked."""

_BORN = frozenset({"born", "birth", "birthdate", "dob"})
_UP_TO_YEAR = 6
"""Words between "born" and the year."""

_AGE_BEFORE = word_set(
    """
    age aged turned turning turns turn nearly almost
    """
)
_AGE_OF = word_set(
    """
    i'm he's she's they're im hes shes am is was are
    """
)
_HEDGES = frozenset({"like", "about", "around", "um", "uh", "maybe", "only", "just"})
_AGE_AFTER = frozenset(["years", "year", "yrs", "yr"])
_AGE_END = word_set(
    """
    and now but so years year she he i her his they when then
    """
)


def find_ages(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Ages of 90 and more; every younger age may be told."""
    del lexicon
    for position in range(len(words)):
        if words.low(position) == "nineties" and words.low(position - 1) in {
            "her",
            "his",
            "their",
            "my",
            "your",
        }:
            yield Finding(*words.find(position, position), Entity.AGE, 0.8)
        value, used = number_at(words, position)
        if not OLDEST_TOLD < value <= 130 or number_at(words, position - 1)[0] == 100:
            continue
        if _says_age(words, position, used):
            yield Finding(*words.find(position, position + used - 1), Entity.AGE, 0.85)


def _says_age(words: Words, position: int, used: int) -> bool:
    follower = words.low(position + used)
    before = position - 1
    while words.low(before) in _HEDGES:
        before -= 1
    if follower in _AGE_AFTER and words.low(position + used + 1) in {"old", "olds", "of"}:
        return True
    if words.low(before) in _AGE_BEFORE:
        return follower not in {"percent", "degrees", "dollars", "minutes", "pounds", "kilos"}
    ends = follower in _AGE_END or words.breaks_before(position + used)
    person = words.low(before - 1) not in {
        "it",
        "that",
        "this",
        "there",
        "temperature",
        "score",
        "rate",
        "pressure",
    }
    return words.low(before) in _AGE_OF and person and ends and follower not in {"years", "year"}


def find_birth_years(words: Words, this_year: int) -> Iterator[Finding]:
    """Years in which somebody was born who would be over 89 in `this_year`; a year alone is no date."""
    for position in range(len(words)):
        if words.low(position) not in _BORN:
            continue
        for first in range(position + 1, min(position + 1 + _UP_TO_YEAR, len(words))):
            run = run_at(words, first)
            if any(mark in words[first].gap for mark in ".?!;\n"):
                break
            if run is None:
                continue
            if len(run.digits) == 4 and this_year - 130 <= int(run.digits) < this_year - OLDEST_TOLD:
                yield Finding(*words.find(run.first, run.last), Entity.DATE, 0.85)
            break
