"""Where in the evidence each word of a sentence was said: the places whose surroundings are most alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from live_notes.drafting.checks.reading import PERSON, Word
from live_notes.drafting.language.words import STOP_WORDS, stem

_AROUND = 5
"""Words on either side that tell one place from another."""

_NEAR_BEST = 0.8
_COMMON = frozenset(stem(word) for word in STOP_WORDS) | {PERSON}
_LONGEST_ENDING = 4
_SHORTEST_ROOT = 5


@dataclass(frozen=True)
class Places:
    """Finds the words of one text in another one."""

    claimed: Sequence[Word]
    given: Sequence[Word]

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[int]]:
        """Places in the evidence by the stem of the word itself."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.given):
            found.setdefault(word.key, []).append(at)
        return found

    @cached_property
    def by_form(self) -> Mapping[str, Sequence[int]]:
        """Places in the evidence by every stem that may stand for the word there."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.given):
            for form in word.forms:
                found.setdefault(form, []).append(at)
        return found

    @cached_property
    def by_root(self) -> Mapping[str, Sequence[str]]:
        """Stems of the evidence by their first letters: "palpation" is "palpate"."""
        found: dict[str, list[str]] = {}
        for key in self.by_form:
            if len(key) >= _SHORTEST_ROOT:
                found.setdefault(key[:_SHORTEST_ROOT], []).append(key)
        return found

    @property
    def reversed(self) -> Places:
        """Finds the words of the evidence in the sentence."""
        return Places(self.given, self.claimed)

    def of(self, word: Word) -> Sequence[int]:
        """Everywhere a word may have been said: itself, else what may stand for it."""
        found = self.by_key.get(word.key) or self.by_form.get(word.key)
        return found or [at for key in self._akin(word.key) for at in self.by_form[key]]

    def _akin(self, key: str) -> list[str]:
        """Stems that differ in their ending only."""
        if len(key) < _SHORTEST_ROOT:
            return []
        return [
            other
            for other in self.by_root.get(key[:_SHORTEST_ROOT], ())
            if max(len(key), len(other)) - _common(key, other) <= _LONGEST_ENDING
        ]

    def likeliest(self, at: int, places: Sequence[int]) -> Sequence[int]:
        """Those places whose surroundings come near to the most alike ones."""
        if len(places) < 2:
            return places
        scores = [self.likeness(at, place) for place in places]
        best = max(scores)
        return [place for place, score in zip(places, scores, strict=True) if score >= best * _NEAR_BEST]

    def likeness(self, at: int, place: int) -> float:
        """How alike what stands around two words is; nearer words and rarer ones count for more."""
        return sum(self._beside(at, place, way) for way in (1, -1))

    def _beside(self, at: int, place: int, way: int) -> float:
        total, shift = 0.0, 0
        for step in range(1, _AROUND + 1):
            mine = at + way * step
            if not 0 <= mine < len(self.claimed):
                break
            word = self.claimed[mine]
            for slack in (shift, shift + 1, shift - 1, shift + 2):
                theirs = place + way * (step + slack)
                if 0 <= theirs < len(self.given) and theirs != place and self._same(word, self.given[theirs]):
                    total += (0.4 if word.key in _COMMON else 1.0) / step
                    shift = slack
                    break
        return total

    @staticmethod
    def _same(mine: Word, theirs: Word) -> bool:
        if mine.figure is not None or theirs.figure is not None:
            return (
                mine.figure is not None
                and theirs.figure is not None
                and not mine.figure.values.isdisjoint(theirs.figure.values)
            )
        return mine.key == theirs.key or mine.key in theirs.forms


def _common(one: str, other: str) -> int:
    """Length of what two words begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
