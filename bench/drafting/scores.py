"""ROUGE-1, 2 and Lsum by Google's `rouge-score`, as published figures have it: lower case, no stemming."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import Any

_KINDS = ("rouge1", "rouge2", "rougeLsum")


@dataclass(frozen=True, slots=True)
class Rouge:
    """F-measures in percent, and of ROUGE-1 precision and recall."""

    one: float
    two: float
    lsum: float
    precision: float
    recall: float


def rouge(candidate: str, reference: str) -> Rouge:
    """The scores of one text; its lines are its sentences."""
    found = _scorer().score(reference, candidate)
    one, two, lsum = (found[kind] for kind in _KINDS)
    shares = (one.fmeasure, two.fmeasure, lsum.fmeasure, one.precision, one.recall)
    return Rouge(*(100 * share for share in shares))


def mean(scores: Iterable[Rouge]) -> Rouge:
    """The mean of each score, to one place. Raises `ValueError` for none."""
    rows = [(s.one, s.two, s.lsum, s.precision, s.recall) for s in scores]
    if not rows:
        raise ValueError("there is nothing to take the mean of")
    return Rouge(*(round(fmean(column), 1) for column in zip(*rows, strict=True)))


@cache
def _scorer() -> Any:
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(list(_KINDS), use_stemmer=False)
