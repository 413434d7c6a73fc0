"""What a pattern of risk is: the words of one kind, and how much they tell by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind


@dataclass(frozen=True)
class RiskPattern:
    """Words of one kind of risk.

    `certain` false: the words may be a figure of speech, so a mention is unclear rather than
    reported. `inverted`: a "no" to the question means there is a risk ("Do you feel safe?").
    """

    kind: RiskKind
    words: AnyCase
    certain: bool = True
    inverted: bool = False


def risk(kind: RiskKind, words: str, *, certain: bool = True, inverted: bool = False) -> RiskPattern:
    """A pattern that begins at the beginning of a word."""
    return RiskPattern(kind, AnyCase(rf"\b(?:{words})"), certain, inverted)
