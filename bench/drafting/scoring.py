"""How near drafted notes come to written ones, what they rest on, and what the checks object to in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.drafting.baselines import longest, ranked, whole
from bench.drafting.rouge import Score, rouge1, rouge2, rouge_lsum, tokens_of
from bench.drafting.visits import Visit
from live_notes import DraftRequest, Note, draft_from
from retention import SystemClock

INTERVENTION = "Intervention"
"""What the section is called in which only the clinician's own turns may stand."""


@dataclass(frozen=True)
class Rouge:
    """Means over the visits, in percent; `words` a note."""

    precision: float
    recall: float
    rouge1: float
    rouge2: float
    rouge_lsum: float
    words: float


@dataclass(frozen=True)
class Scores:
    """What was drafted of the visits. Shares are in percent, and None where there is nothing to share.

    `visits` are those with a written note, which alone have `rouge`. `evidence` is the share of sentences
    with lines that exist, `unsupported` and `flagged` that of those the checks so object to, `interventions`
    the share of sentences in an intervention section whose lines are all the clinician's.
    """

    visits: int
    drafted: int
    sentences: int
    evidence: float | None
    unsupported: float | None
    flagged: float | None
    interventions: float | None
    rouge: Rouge | None


@dataclass(frozen=True)
class Drafted:
    """A visit and the note that was drafted of it."""

    visit: Visit
    note: Note

    @property
    def lines(self) -> list[str]:
        """The note's sentences."""
        return [sentence.text for section in self.note.sections for sentence in section.sentences]


async def drafted_of(visits: Sequence[Visit], form: str, wishes: dict[str, Any]) -> list[Drafted]:
    """The embedded drafter's notes of the visits."""
    return [
        Drafted(
            visit,
            await draft_from(
                DraftRequest(transcript=list(visit.turns), format=form, preferences=wishes),
                now=SystemClock().now(),
            ),
        )
        for visit in visits
    ]


def scores_of(drafted: Sequence[Drafted]) -> Scores:
    """What was drafted, counted and held against the written notes."""
    sentences = [
        (one, section.title, sentence)
        for one in drafted
        for section in one.note.sections
        for sentence in section.sentences
    ]
    known = {one.visit.name: {str(turn["id"]) for turn in one.visit.turns} for one in drafted}
    own = {
        one.visit.name: {str(turn["id"]) for turn in one.visit.turns if turn["role"] == "clinician"}
        for one in drafted
    }
    acts = [(one, sentence) for one, title, sentence in sentences if title == INTERVENTION]
    noted = [one for one in drafted if one.visit.note is not None]
    return Scores(
        visits=len(noted),
        drafted=len(drafted),
        sentences=len(sentences),
        evidence=_share([_rests_on(known[one.visit.name], s.evidence) for one, _, s in sentences]),
        unsupported=_share(["unsupported" in s.flags for _, _, s in sentences]),
        flagged=_share([bool(s.flags) for _, _, s in sentences]),
        interventions=_share([_rests_on(own[one.visit.name], s.evidence) for one, s in acts]),
        rouge=rouge_of([("\n".join(one.lines), one.visit) for one in noted]),
    )


def rouge_of(texts: Sequence[tuple[str, Visit]]) -> Rouge | None:
    """How near texts come to the notes written of their visits."""
    if not texts:
        return None
    one, two, lsum = (
        [score(text, visit.note or "") for text, visit in texts] for score in (rouge1, rouge2, rouge_lsum)
    )
    words = round(fmean(len(tokens_of(text)) for text, _ in texts))
    precision, recall = _mean([score.precision for score in one]), _mean([score.recall for score in one])
    return Rouge(precision, recall, _f1(one), _f1(two), _f1(lsum), words)


def compared(drafted: Sequence[Drafted], cache: Path) -> Iterator[tuple[str, Rouge | None]]:
    """The embedded drafter and what it has to be better than, each with how near it comes."""
    noted = [one for one in drafted if one.visit.note is not None]
    visits = [one.visit for one in noted]
    yield "embedded", rouge_of([("\n".join(one.lines), one.visit) for one in noted])
    yield "whole transcript", rouge_of([(whole(visit), visit) for visit in visits])
    yield "twelve longest turns", rouge_of([(longest(visit), visit) for visit in visits])
    words = [len(tokens_of("\n".join(one.lines))) for one in noted]
    for name, texts in ranked(visits, words, cache).items():
        yield name, rouge_of(list(zip(texts, visits, strict=True)))


def _rests_on(ids: set[str], evidence: Sequence[str]) -> bool:
    return bool(evidence) and set(evidence) <= ids


def _share(found: Sequence[bool]) -> float | None:
    return round(100 * sum(found) / len(found), 1) if found else None


def _f1(scores: Sequence[Score]) -> float:
    return _mean([one.f1 for one in scores])


def _mean(values: Sequence[float]) -> float:
    return round(100 * fmean(values), 1)
