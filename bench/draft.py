"""`python -m bench draft --visits valid.csv`: ROUGE-1 of the embedded drafter's notes against written ones.

`--visits` is a table or a folder of `bench.drafting.visits`; dialogues without a note are left out. ROUGE-1
is a yardstick of content, not of truth: the share of evidence is told beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.drafting.visits import visits_of
from live_notes import Detail, DraftRequest, Note, NoteFormat, draft_from
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


def main(arguments: Sequence[str]) -> int:
    """Prints the scores as one line, or as JSON."""
    parser = argparse.ArgumentParser(prog="bench draft", description=__doc__)
    parser.add_argument("--visits", type=Path, help="table of dialogues and notes (CSV)")
    parser.add_argument("--format", choices=list(NoteFormat), default=NoteFormat.SOAP)
    parser.add_argument("--detail", choices=list(Detail), default=Detail.DETAILED)
    parser.add_argument("--terms", nargs=2, default=("patient", "doctor"), metavar=("CLIENT", "CLINICIAN"))
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    if chosen.visits is None:
        print("bench draft: not run; give --visits FILE", file=sys.stderr)
        return 0
    wishes = {"detail": chosen.detail, "client_term": chosen.terms[0], "clinician_term": chosen.terms[1]}
    scores = asyncio.run(_scores(chosen.visits, chosen.format, wishes))
    print(json.dumps(asdict(scores)) if chosen.json else _line(scores))
    return 0


def rouge1(candidate: str, reference: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words two texts share, without stemming."""
    ours, theirs = Counter(_TOKEN.findall(candidate.lower())), Counter(_TOKEN.findall(reference.lower()))
    shared = sum((ours & theirs).values())
    if not shared:
        return 0.0, 0.0, 0.0
    precision, recall = shared / ours.total(), shared / theirs.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


async def _scores(visits: Path, form: str, wishes: dict[str, Any]) -> Scores:
    rows: list[tuple[float, float, float]] = []
    supported = sentences = words = 0
    for visit in visits_of(visits):
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


def _line(scores: Scores) -> str:
    return (
        f"{scores.visits} visits: ROUGE-1 {scores.rouge1} "
        f"(precision {scores.precision}, recall {scores.recall}), "
        f"evidence {scores.evidence} %, {scores.words:.0f} words a note"
    )
