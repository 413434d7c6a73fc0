"""ROUGE-1, ROUGE-2 and ROUGE-Lsum (Lin, 2004): the words, pairs and sequences that two texts share.

Tokens are runs of a-z and 0-9 in lower case, not stemmed, as `rouge-score` has them. Lsum takes a text's
lines for its sentences and the union of each reference line's longest common subsequences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

_T = TypeVar("_T")
_TOKEN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1, 0 to 1."""

    precision: float
    recall: float
    f1: float


def tokens_of(text: str) -> list[str]:
    """The tokens of a text."""
    return _TOKEN.findall(text.lower())


def rouge1(candidate: str, reference: str) -> Score:
    """Of the single words."""
    return _shared(Counter(tokens_of(candidate)), Counter(tokens_of(reference)))


def rouge2(candidate: str, reference: str) -> Score:
    """Of the pairs of words."""
    return _shared(Counter(pairwise(tokens_of(candidate))), Counter(pairwise(tokens_of(reference))))


def rouge_lsum(candidate: str, reference: str) -> Score:
    """Of the words in sequence, line by line."""
    ours = [tokens_of(line) for line in candidate.splitlines() if line.strip()]
    theirs = [tokens_of(line) for line in reference.splitlines() if line.strip()]
    left = [Counter(token for line in side for token in line) for side in (ours, theirs)]
    hits = 0
    for line in theirs:
        together = sorted({at for mine in ours for at in _common(line, mine)})
        for token in (line[at] for at in together):
            if left[0][token] > 0 and left[1][token] > 0:
                hits += 1
                left[0][token] -= 1
                left[1][token] -= 1
    return _score(hits, sum(map(len, ours)), sum(map(len, theirs)))


def _shared(ours: Counter[_T], theirs: Counter[_T]) -> Score:
    return _score((ours & theirs).total(), ours.total(), theirs.total())


def _score(hits: int, ours: int, theirs: int) -> Score:
    if not hits:
        return Score(0.0, 0.0, 0.0)
    precision, recall = hits / ours, hits / theirs
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def _common(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """The places of `one` in a longest subsequence that it has in common with `other`."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, mine in enumerate(one, start=1):
        above, here = table[i - 1], table[i]
        for j, theirs in enumerate(other, start=1):
            here[j] = above[j - 1] + 1 if mine == theirs else max(above[j], here[j - 1])
    found: list[int] = []
    i, j = len(one), len(other)
    while i and j:
        if one[i - 1] == other[j - 1]:
            found.append(i - 1)
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return found
