"""How much of a sentence a clinician's own note would keep: learned from clinicians' notes of dialogues.

`worth.json` holds, by the stem of a word, the share of notes that have it where it was said, and the weights
of a linear model of a sentence's features. `bench/drafting/learn.py` makes it from the training visits of
ACI-bench (Yim et al., Sci Data 2023, CC BY 4.0); nothing is learned while the product runs.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import STOP_WORDS, stem, tokens

UNSEEN = 0.47
"""The worth of a word that the dialogues had too seldom to tell."""

_OF_A_DOMAIN = 0.6
"""The least worth of a word that shows what a session was about: learned was from general medicine."""

_WORTHY, _WORTHLESS = 0.6, 0.2


@dataclass(frozen=True)
class Seen:
    """What is looked at of a candidate sentence. `place` runs from 0 to 1 over the session."""

    text: str
    kind: Kind
    place: float
    recurring: float


@dataclass(frozen=True)
class Worth:
    """The learned worths of stems, and the weights of the features."""

    stems: Mapping[str, float]
    weights: Sequence[float]

    def of(self, seen: Seen) -> float:
        """About which share of the sentence's words would stand in a note."""
        return sum(weight * value for weight, value in zip(self.weights, self.features(seen), strict=True))

    def features(self, seen: Seen) -> tuple[float, ...]:
        """What the weights are for, in their order."""
        words = [token.lower() for token in tokens(seen.text)]
        told = [self._of_word(word) for word in words if word not in STOP_WORDS] or [UNSEEN]
        return (
            1.0,
            sum(told) / len(told),
            max(told),
            min(told),
            float(sum(one > _WORTHY for one in told)),
            float(sum(one < _WORTHLESS for one in told)),
            float(len(told)),
            float(len(words)),
            float('"' in seen.text),
            float(any(mark.isdigit() for mark in seen.text)),
            seen.place,
            seen.place**2,
            seen.recurring,
            *(float(seen.kind is kind) for kind in Kind),
        )

    def _of_word(self, word: str) -> float:
        learned = self.stems.get(stem(word))
        # Only words that come with the program are remembered: what was said must not outlive its transcript.
        names = touched(word) if learned is None else _names_a_domain(word)
        worth = UNSEEN if learned is None else learned
        return max(worth, _OF_A_DOMAIN) if names and word not in TOO_BROAD else worth


def recurring(stems: Sequence[str], frequency: Mapping[str, int]) -> float:
    """How often the words of a sentence recur in the session: the mean of the logarithms."""
    return sum(math.log1p(frequency.get(one, 0)) for one in stems) / len(stems) if stems else 0.0


@cache
def learned() -> Worth:
    """The worths that come with the program."""
    told = json.loads(files(__package__ or "").joinpath("worth.json").read_text("utf-8"))
    return Worth(told["stems"], told["weights"])


@cache
def _names_a_domain(word: str) -> bool:
    return bool(touched(word))
