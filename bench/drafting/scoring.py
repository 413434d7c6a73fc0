"""How near the embedded drafter's notes come to written ones, in words they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from bench.drafting.visits import Visit
from live_notes import DraftRequest, Note, draft_from
from retention import SystemClock

_TOKEN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Scores:
    """Means over the visits, in percent; `evidence` is the share of sentences with lines that exist."""

    visits: int
    precision: float
    recall: float
    rouge1: float
    evidence: float
    words: float


def rouge1(candidate: str, reference: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words two texts share, without stemming."""
    ours, theirs = Counter(_TOKEN.findall(candidate.lower())), Counter(_TOKEN.findall(reference.lower()))
    shared = sum((ours & theirs).values())
    if not shared:
        return 0.0, 0.0, 0.0
    precision, recall = shared / ours.total(), shared / theirs.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


async def scores_of(visits: Sequence[Visit], form: str, wishes: dict[str, Any]) -> Scores:
    """The scores of the notes drafted of those visits that have a written one."""
    rows: list[tuple[float, float, float]] = []
    supported = sentences = words = 0
    for visit in visits:
        if visit.note is None:
            continue
        request = DraftRequest(transcript=list(visit.turns), format=form, preferences=wishes)
        note = await draft_from(request, now=SystemClock().now())
        texts = [sentence.text for section in note.sections for sentence in section.sentences]
        ids = {str(turn["id"]) for turn in visit.turns}
        supported += _supported(note, ids)
        sentences += len(texts)
        text = " ".join(texts)
        words += len(_TOKEN.findall(text.lower()))
        rows.append(rouge1(text, visit.note))
    precision, recall, score = (round(100 * fmean(column), 1) for column in zip(*rows, strict=True))
    evidence = round(100 * supported / max(1, sentences), 1)
    return Scores(len(rows), precision, recall, score, evidence, round(words / len(rows), 0))


def _supported(note: Note, ids: set[str]) -> int:
    drafted = (sentence for section in note.sections for sentence in section.sentences)
    return sum(bool(sentence.evidence) and set(sentence.evidence) <= ids for sentence in drafted)
