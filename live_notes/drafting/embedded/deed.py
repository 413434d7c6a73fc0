"""What therapists do, by the words in which they do it: they seldom name a technique.

A name stands only for what the words plainly show, and is no modality: "used Socratic questioning", not CBT.
"""

from __future__ import annotations

from dataclasses import dataclass

from live_notes.drafting.language.any_case import AnyCase


@dataclass(frozen=True)
class Deed:
    """One thing that clinicians do: how a note says it, the words that show it, words that one of them has.

    `least`: how often it must be done to be told. `worth`: what is told first where there is no room for all.
    `asks`: only a question does it.
    """

    name: str
    pattern: AnyCase
    keys: frozenset[str]
    least: int = 1
    worth: float = 0.3
    asks: bool = False


def deed(
    name: str, keys: str, *patterns: str, least: int = 1, worth: float = 0.3, asks: bool = False
) -> Deed:
    """A deed, its keys in one string and the words that show it as patterns."""
    words = AnyCase("|".join(patterns))
    return Deed(name, words, frozenset(keys.split()), least, worth, asks)


LEAD = r"^(?:(?:so|and|then|now|okay|but|well|all right|alright|good|great|hmm?|right|yeah|oh)[, .]+)*"
