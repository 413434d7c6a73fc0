"""Learns what a note of a session of talk keeps, and writes the drafter's `worth_in_talk.json`.

    python -m bench.drafting.learn_talk --out live_notes/drafting/embedded/selecting/worth_in_talk.json

From `rated.tsv`: candidate sentences of forty written sessions (no real people), each with a rating from 0
(does not belong) to 3 (must be there). A ridge regression of the rating on the sentence's words, pairs of
words and words of its kind, and on a few features. Prints how ratings foretold for sessions that were left
out agree with those given.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from live_notes.drafting.embedded.selecting.worth_in_talk import BEST, Told, WorthInTalk, features, words_of
from live_notes.drafting.formats import Kind

RATED = Path(__file__).with_name("rated.tsv")
FEWEST = 5
"""Sessions that must have a word for it to be looked at."""
DOUBT = 20.0
_OF_WORDS, _OF_FEATURES = 3.0, 0.3
"""How much is left to words, of which there are thousands, and to features."""

Matrix = npt.NDArray[np.float64]


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
    """Everything learned from these sentences.

    There are more words than sentences, so the regression is solved in its dual form.
    """
    words = _words_in(sentences)
    of_words = _rows(sentences, words) * _OF_WORDS
    told = np.array([features(one.told)[1:] for one in sentences])
    mean, spread = told.mean(0), told.std(0) + 1e-6
    rows = np.hstack([of_words, (told - mean) / spread * _OF_FEATURES])
    ratings = np.array([one.rating for one in sentences])
    usual = float(ratings.mean())
    found = rows.T @ np.linalg.solve(rows @ rows.T + DOUBT * np.eye(len(rows)), ratings - usual)
    plain = found[len(words) :] * _OF_FEATURES / spread
    weights = [_rounded(usual - float(plain @ mean)), *map(_rounded, plain)]
    worths = found[: len(words)] * _OF_WORDS
    return WorthInTalk({word: _rounded(worths[at]) for word, at in words.items()}, weights)


def _rounded(weight: float) -> float:
    return round(float(weight), 4)


def _words_in(sentences: Sequence[Rated]) -> dict[str, int]:
    """The words that enough sessions have, each with its column."""
    where: defaultdict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for word in words_of(sentence.told):
            where[word].add(sentence.session)
    return {
        word: at for at, word in enumerate(sorted(w for w, found in where.items() if len(found) >= FEWEST))
    }


def _rows(sentences: Sequence[Rated], words: dict[str, int]) -> Matrix:
    """A row a sentence: its words, together of length one."""
    rows = np.zeros((len(sentences), len(words)))
    for row, sentence in zip(rows, sentences, strict=True):
        known = [words[word] for word in words_of(sentence.told) if word in words]
        row[known] = 1.0 / max(len(known), 1) ** 0.5
    return rows


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
    told = {"weights": ours.weights, "words": ours.words}
    chosen.out.write_text(json.dumps(told, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(f"{len(sentences)} sentences; sessions left out in turn: r = {agreement(sentences):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
