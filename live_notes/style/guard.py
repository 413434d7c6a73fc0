"""What no rule may change about a sentence: numbers, negation, risk, names, quotations. Pure."""

from __future__ import annotations

import re

from live_notes.drafting.language.numbers import claimed_numbers
from live_notes.drafting.language.polarity import is_negation, polarities
from live_notes.drafting.language.words import PLACEHOLDER, tokens
from live_notes.drafting.risk.mentions import kinds_in

_QUOTATION = re.compile(r"[\"“][^\"”]*[\"”]")
_DIGITS = re.compile(r"\d[\d.,:/%]*")


def says_the_same(before: str, after: str) -> bool:
    """Whether a reworded sentence still has every number, negation, mention of risk, name and quotation."""
    if not after.strip() or not any(letter.isalpha() for letter in after):
        return False
    for part in (PLACEHOLDER, _QUOTATION, _DIGITS):
        if part.findall(before) != part.findall(after):
            return False
    if claimed_numbers(before) != claimed_numbers(after) or _negations(before) != _negations(after):
        return False
    was, now = polarities(before), polarities(after)
    if any(was[stem] != now[stem] for stem in was.keys() & now.keys()):
        return False
    return kinds_in(before) == kinds_in(after)


def _negations(text: str) -> int:
    return sum(map(is_negation, tokens(text)))
