"""Spellings of one name: "Jon" and "John", "Ann" and "Anne", "Karl" and "Carl" are said alike.

Much narrower than a phonetic code, which takes "Jan", "Jean" and "June" for one name.
"""

from __future__ import annotations

import re

_STEPS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<![csg])h"), ""),  # John, Sarah, Thomas, Rhys; not Asher, Richard
    (re.compile(r"c(?![eihy])|q"), "k"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"(?<=i)e$"), ""),  # Jamie, Jami
)
_FINAL_E = re.compile(r"(?<=[^aeiou])(?<=[nlr])(?P<twin>[nlrk])e$")


def spelling_of(low: str) -> str:
    """What all spellings of a folded name share; equal for two words only if they are said alike."""
    spelt = _FINAL_E.sub(r"\g<twin>", low)  # Anne, Clarke; not Jane
    for pattern, replacement in _STEPS:
        spelt = pattern.sub(replacement, spelt)
    return spelt
