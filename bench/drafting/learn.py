"""Learns what of a dialogue stands in a clinician's note of it, and writes the drafter's `worth.json`.

    python -m bench.drafting.learn --visits aci-bench/train.csv \
        --out live_notes/drafting/embedded/selecting/worth.json

Two steps. A stem's worth: the share of notes that have it among the dialogues that do, drawn towards the
mean where there are few. Then a ridge regression of the share of a candidate sentence's words that stand in
the note, on features that use worths learned from the other dialogues only.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.drafting.visits import Visit, visits_of
from live_notes.drafting.embedded.drafter import candidates
from live_notes.drafting.embedded.selecting.worth import UNSEEN, Worth
from live_notes.drafting.language.words import stem, tokens
from live_notes.drafting.preferences import Preferences
from live_notes.request import lines_from_transcript

FOLDS = 4
SMOOTHING = 3.0
"""Dialogues' worth of doubt that every stem begins with."""

FEWEST = 3
"""Dialogues that must have a stem for its worth to be kept."""

RIDGE = 5.0
_TERMS = Preferences(client_term="patient", clinician_term="doctor")


def worths(visits: Iterable[Visit]) -> dict[str, float]:
    """The worth of every stem that enough dialogues have."""
    said: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for visit in visits:
        here, there = _stems(visit.text), _stems(visit.note or "")
        said.update(here)
        kept.update(here & there)
    return {
        one: round((kept[one] + SMOOTHING * UNSEEN) / (said[one] + SMOOTHING), 2)
        for one in sorted(said)
        if said[one] >= FEWEST
    }


def _stems(text: str) -> set[str]:
    return {stem(token) for token in tokens(text)}


def weights(visits: Sequence[Visit]) -> list[float]:
    """The weights of the features."""
    rows: list[tuple[float, ...]] = []
    shares: list[float] = []
    for fold in range(FOLDS):
        others = Worth(worths(visit for at, visit in enumerate(visits) if at % FOLDS != fold), ())
        for visit in visits[fold::FOLDS]:
            noted = Counter(_words(visit.note or ""))
            for seen in candidates(lines_from_transcript(list(visit.turns)), _TERMS):
                rows.append(others.features(seen))
                shares.append(_share(Counter(_words(seen.text)), noted))
    return ridge(np.array(rows), np.array(shares), RIDGE)


def _words(text: str) -> list[str]:
    return [token.lower() for token in tokens(text)]


def _share(words: Counter[str], noted: Counter[str]) -> float:
    return (words & noted).total() / max(1, words.total())


def ridge(rows: Any, shares: Any, doubt: float) -> list[float]:
    """Ridge regression on standardised features, given back for the features as they are."""
    mean, spread = rows[:, 1:].mean(0), rows[:, 1:].std(0) + 1e-6
    scaled = np.c_[rows[:, :1], (rows[:, 1:] - mean) / spread]
    penalty = doubt * np.eye(scaled.shape[1])
    penalty[0, 0] = 0.0
    found = np.linalg.solve(scaled.T @ scaled + penalty, scaled.T @ shares)
    plain = found[1:] / spread
    return [round(float(one), 5) for one in (found[0] - plain @ mean, *plain)]


def main(arguments: Sequence[str]) -> int:
    """Writes the file."""
    parser = argparse.ArgumentParser(prog="bench.drafting.learn", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--visits", type=Path, required=True, help="dialogues and notes (CSV)")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    visits = [visit for visit in visits_of(chosen.visits) if visit.note is not None]
    told = {"weights": weights(visits), "stems": worths(visits)}
    chosen.out.write_text(json.dumps(told, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
