"""Partners who are none of a life together: a desk, business or dance partner."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:^|[\s,])(?P<word>[\w-]+)[ ]$")
_OF_A_LIFE = re.compile(
    r"^(?:my|your|our|his|her|their|the|a|an|this|that|and|or|with|to|of|by|from|for|one|me|own|new|old|current"
    r"|previous|former|first|second|last|late|ex|long[- ]?term|then|dear|poor|life|civil|male|female|same-sex"
    r"|romantic|live-in|lovely|abusive|violent|controlling|domestic|intimate|sexual|unmarried|present|younger"
    r"|older|married|gay|lesbian)$",
    re.IGNORECASE,
)
"""Words before "partner" that leave it a partner in life, and those that only lead up to it."""


def is_partner_in_something(before: str, noun: str) -> bool:
    """Whether the word before "partner" makes them a partner in something else than a life together."""
    if noun.lower() not in {"partner", "partners"}:
        return False
    found = _BEFORE.search(before)
    return found is not None and not _OF_A_LIFE.match(found["word"])
