"""Learns what a note of a session of talk keeps, and writes the drafter's `worth_in_talk.json`.

    python -m bench.drafting.learn_talk --out live_notes/drafting/embedded/worth_in_talk.json

From `rated.tsv`: candidate sentences of thirty written sessions (no real people), each with a rating from 0
(does not belong) to 3 (must be there). Two steps, as in `bench/drafting/learn.py`: how sentences with a stem
were rated, drawn towards the mean where there are few; then a ridge regression of the rating on features
that use stems learned from the other sessions only. Prints how ratings foretold for sessions that were left
out agree with those given.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.drafting.learn import ridge
from live_notes.drafting.embedded.worth_in_talk import BEST, Told, WorthInTalk, stems_of
from live_notes.drafting.formats import Kind

RATED = Path(__file__).with_name("rated.tsv")
FOLDS = 5
SMOOTHING = 4.0
"""Sentences' worth of doubt that every stem begins with."""
FEWEST = 3
"""Sessions that must have a stem for its ratings to be kept."""
RIDGE = 60.0


@dataclass(frozen=True)
class Rated:
    """A candidate sentence of a session and its rating."""

    session: str
    told: Told
    rating: float


def rated(source: Path = RATED) -> list[Rated]:
    """The rated sentences."""
    with source.open(encoding="utf-8", newline="") as file:
        return [
            Rated(
                row["session"],
                Told(Kind[row["kind"]], row["text"], row["asked"], float(row["place"]), float(row["more"])),
                float(row["rating"]),
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


def learned(sentences: Sequence[Rated]) -> WorthInTalk:
    """Everything learned from these sentences."""
    folds = {one: at % FOLDS for at, one in enumerate(sorted({one.session for one in sentences}))}
    rows: list[tuple[float, ...]] = []
    ratings: list[float] = []
    for fold in range(FOLDS):
        others = _with_stems([one for one in sentences if folds[one.session] != fold], ())
        for one in (one for one in sentences if folds[one.session] == fold):
            rows.append(others.features(one.told))
            ratings.append(one.rating)
    return _with_stems(sentences, ridge(np.array(rows), np.array(ratings), RIDGE))


def _with_stems(sentences: Sequence[Rated], weights: Sequence[float]) -> WorthInTalk:
    mean = round(sum(one.rating for one in sentences) / len(sentences), 2)
    told = _ratings(sentences, mean, lambda one: stems_of(one.told.text))
    asked = _ratings(sentences, mean, lambda one: stems_of(one.told.asked))
    return WorthInTalk(told, asked, mean, weights)


def _ratings(
    sentences: Iterable[Rated], mean: float, stems: Callable[[Rated], Iterable[str]]
) -> dict[str, float]:
    """The rating of every stem that enough sessions have."""
    total: defaultdict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    where: defaultdict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for one in stems(sentence):
            total[one] += sentence.rating
            count[one] += 1
            where[one].add(sentence.session)
    return {
        one: round((total[one] + SMOOTHING * mean) / (count[one] + SMOOTHING), 2)
        for one in sorted(count)
        if len(where[one]) >= FEWEST
    }


def agreement(sentences: Sequence[Rated]) -> float:
    """The mean, over sessions left out in turn, of the correlation of ratings foretold and given."""
    found = []
    for session in sorted({one.session for one in sentences}):
        ours = learned([one for one in sentences if one.session != session])
        left = [one for one in sentences if one.session == session]
        foretold = [ours.of(one.told) * BEST for one in left]
        found.append(float(np.corrcoef(foretold, [one.rating for one in left])[0, 1]))
    return sum(found) / len(found)


def main(arguments: Sequence[str]) -> int:
    """Writes the file."""
    parser = argparse.ArgumentParser(
        prog="bench.drafting.learn_talk", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    sentences = rated()
    ours = learned(sentences)
    told = {"weights": ours.weights, "mean": ours.mean, "stems": ours.stems, "asked": ours.asked}
    chosen.out.write_text(json.dumps(told, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(f"{len(sentences)} sentences; sessions left out in turn: r = {agreement(sentences):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
