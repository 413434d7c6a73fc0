"""What the live measurements play: recordings of one speaker each, with the words and times said in them.

The words of `NAME.wav` stand beside it, as `NAME.words.json` (`[[start, end, word], ...]`, seconds) or as
`NAME.turns.json` (`[[start, end, text], ...]`). A turn's words are spread over it by their letters, so that
the times of words inside a turn are estimates, those of its last word are not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np

from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.recordings import Recording

Word: TypeAlias = tuple[float, float, str]

SAMPLE = Path(__file__).resolve().parent.parent / "signaling" / "demo" / "sample"
CALM_SECONDS = 0.5
"""A gap of so many seconds after a word is one at which a recording can be cut."""


class NoReferenceError(Exception):
    """Nobody says what is spoken in a recording."""


@dataclass(frozen=True)
class Clip:
    """A recording of one speaker and its words, in order."""

    file: Path
    reference: tuple[Word, ...]


Pair: TypeAlias = tuple[Clip, ...]
"""The tracks of one call: two, or one when streams are compared."""


def sample_pair() -> Pair:
    """The shipped conversation."""
    sample = json.loads((SAMPLE / "sample.json").read_text("utf-8"))
    one, two = (
        Clip(
            SAMPLE / person["file"],
            spread(
                (turn["start"], turn["end"], turn["text"])
                for turn in sample["turns"]
                if turn["role"] == person["role"]
            ),
        )
        for person in sample["participants"]
    )
    return one, two


def clip(file: Path) -> Clip:
    """A recording with the reference beside it.

    Raises:
        NoReferenceError: there is none, or it can't be read.
    """
    words, turns = file.with_suffix(".words.json"), file.with_suffix(".turns.json")
    return Clip(file, words_of(words if words.exists() or not turns.exists() else turns))


def words_of(file: Path) -> tuple[Word, ...]:
    """The words of a `.words.json`, or of the turns of any other file. Raises `NoReferenceError`."""
    try:
        told = json.loads(file.read_text("utf-8"))
        if not file.name.endswith(".words.json"):
            return spread(told)
        return tuple((float(start), float(end), str(word)) for start, end, word in told)
    except (OSError, ValueError, TypeError):
        raise NoReferenceError(f"{file.name}: there is no readable list of words or turns") from None


def pairs_of(given: Sequence[Sequence[Path]]) -> list[Pair]:
    """The pairs of `--pair A B`, or the shipped conversation if none is given. Raises `NoReferenceError`."""
    return [(clip(one), clip(two)) for one, two in given] or [sample_pair()]


def spread(turns: Iterable[Sequence[float | str]]) -> tuple[Word, ...]:
    """Words of turns (start, end, text), each given its part of the turn by its letters and one."""
    words: list[Word] = []
    for start, end, text in turns:
        parts = str(text).split()
        whole = sum(len(part) + 1 for part in parts)
        at = float(start)
        for part in parts:
            length = (float(end) - float(start)) * (len(part) + 1) / whole
            words.append((round(at, 3), round(at + length, 3), part))
            at += length
    return tuple(words)


def sound(file: Path) -> Samples:
    """The whole recording, mixed to one channel: 16 kHz, read-only. Raises `RecordingError`."""
    with Recording(file) as recording:
        samples = np.concatenate([piece.tracks[0] for piece in recording.pieces()])
    samples.setflags(write=False)
    return samples


def seconds_of(samples: Samples) -> float:
    """The length of samples."""
    return len(samples) / SAMPLE_RATE


def cut_before(reference: Sequence[Word], limit: float) -> float:
    """The last second up to `limit` at which nobody is in mid-sentence; 0 when there is none."""
    following = [start for start, _, _ in reference[1:]] + [float("inf")] * bool(reference)
    calm = (
        end + CALM_SECONDS / 2
        for (_, end, _), start in zip(reference, following, strict=True)
        if start - end >= CALM_SECONDS
    )
    return max((at for at in calm if at <= limit), default=0.0)
