"""How much a client searches for words: where they ramble, a note that says less says it better."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_SEARCHING = re.compile(
    r"\b(?:um+|uh+|er+m?|you know|i mean|kind of|kinda|sort of)\b|--|[–—…]|\w-(?=\s|$)"
    r"|\.\.\."
    r"|\b(\w+),? \1\b",
    re.IGNORECASE,
)
"""A filler, a word cut off, or one said twice."""
_LIKE = re.compile(r"\blike,|, like\b", re.IGNORECASE)
_OF_A_LIKE = 0.5
"""What a "like" between commas counts: many say it whose sentences are whole."""
_OFTEN = 0.04


def rambles(units: Sequence[Unit]) -> bool:
    """Whether clients hesitate, begin anew or break off at least once in twenty-five words."""
    said = [unit.exact for unit in units if unit.speaking is Speaking.CLIENT]
    words = sum(word_count(one) for one in said)
    return bool(words) and sum(map(_searches, said)) >= words * _OFTEN


def _searches(exact: str) -> float:
    return len(_SEARCHING.findall(exact)) + _OF_A_LIKE * len(_LIKE.findall(exact))
