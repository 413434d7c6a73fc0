"""Whether the evidence says what a sentence says at all."""

from __future__ import annotations

from itertools import pairwise

from live_notes.drafting.checks.claim import Claim

_ENOUGH = 0.6
"""Share of what a sentence tells that must have been said, in whatever words."""

_WORD_FOR_WORD = 0.9
"""From this share of its words said as they stand, a sentence is no paraphrase: a strange word stands out."""

_FEWEST_TOLD = 2
_FOLLOWS = 0.9
"""Share of its neighbouring words that also were neighbours where they were said."""


def unsupported(claim: Claim) -> str | None:
    """Too few of its words were said, several in a row were not, or one was not in a sentence else exact."""
    told = claim.told
    if not told or not claim.missing:
        return None
    found = sum(1 for at in told if claim.said[at])
    if found / len(told) < _ENOUGH or _two_in_a_row(claim) or _stands_out(claim):
        listed = ", ".join(f'"{word.text}"' for word in claim.missing[:4])
        return f"the cited lines do not speak of {listed}"
    return None


def _two_in_a_row(claim: Claim) -> bool:
    strange = [not claim.said[at] for at in claim.told]
    return any(one and other for one, other in pairwise(strange))


def _stands_out(claim: Claim) -> bool:
    """Whether the rest is so near to what was said that the strange word must have replaced another."""
    rest = [at for at in claim.told if claim.said[at]]
    exact = [at for at in rest if claim.evidence.words[claim.said[at][0]].key == claim.words[at].key]
    return (
        len(rest) >= _FEWEST_TOLD and len(exact) >= len(rest) * _WORD_FOR_WORD and claim.follows >= _FOLLOWS
    )
