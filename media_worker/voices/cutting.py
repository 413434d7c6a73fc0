"""The words of each final to the voices that say them. Pure.

Every word is weighed by how active each voice is while it is said, over all chunks that hear it. The row of
voices that fits best changes seldom, and sooner at a pause than in mid-phrase.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from media_worker.voices.clustering import Voices
from media_worker.voices.layout import FRAMES, LOCALS
from media_worker.voices.local import FRAME_SECONDS, Chunk
from wire.control import Recognised, VoicePart

CERTAIN = 0.6
"""Parts less certain than this are to be shown as uncertain."""

PAUSE = 0.25
"""Seconds between two words from which on a change of voice is likely."""

_CHANGE = 2.0
_CHANGE_AT_PAUSE = 0.7
_LEAST = 0.02
_HEARD = 0.1
_EDGE_FRAMES = 60
_WIDEN = 0.05

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Said:
    """When the words of a final were said, in session seconds; the words themselves are not needed."""

    segment: str
    times: tuple[tuple[float, float], ...]

    @property
    def end(self) -> float:
        """Session seconds of its last word's end."""
        return self.times[-1][1]

    @classmethod
    def of(cls, final: Recognised) -> Said:
        """Of a recognised final."""
        return cls(final.id, tuple((word.start, word.end) for word in final.words))


class Timeline:
    """How active each voice of a track is, at any time."""

    def __init__(self, chunks: Iterable[Chunk], voices: Voices) -> None:
        self._count = len(voices)
        self._chunks = sorted(chunks, key=lambda one: one.start)
        self._starts = np.array([chunk.start for chunk in self._chunks])
        self._sums = [_summed(np.column_stack([voices.heard(one), one.activity])) for one in self._chunks]

    def weigh(self, start: float, end: float) -> tuple[Array, float]:
        """The activity of each voice from `start` to `end`, and of anybody; 1 for each who speaks."""
        found, trusted = np.zeros(self._count + LOCALS), 1e-9
        first = np.searchsorted(self._starts, start - FRAMES * FRAME_SECONDS)
        last = np.searchsorted(self._starts, end, side="right")
        for chunk, sums in zip(self._chunks[first:last], self._sums[first:last], strict=True):
            begin, stop = _frames(chunk, start, end)
            if begin < stop:
                trust = _trust(begin, stop)
                found += trust * (sums[stop] - sums[begin]) / (stop - begin)
                trusted += trust
        return found[: self._count] / trusted, float(found[self._count :].sum() / trusted)


def _summed(active: Array) -> Array:
    return np.concatenate([np.zeros((1, active.shape[1])), np.cumsum(active, axis=0)])


def _frames(chunk: Chunk, start: float, end: float) -> tuple[int, int]:
    """The frames of a chunk between two times."""
    begin = math.floor((start - _WIDEN - chunk.at(0)) / FRAME_SECONDS)
    stop = math.ceil((end + _WIDEN - chunk.at(0)) / FRAME_SECONDS) + 1
    return max(0, begin), min(len(chunk.activity), stop)


def _trust(begin: int, stop: int) -> float:
    """The segmentation knows little of what comes before and after its ten seconds."""
    middle = (begin + stop) / 2
    return 0.1 + min(1.0, min(middle, FRAMES - middle) / _EDGE_FRAMES)


def parts_of(said: Iterable[Said], timeline: Timeline, voices: int) -> list[VoicePart]:
    """Whose words they are, for every word of these finals, in order. Without any voice all is voice 0's."""
    finals = [one for one in said if one.times]
    times = [time for one in finals for time in one.times]
    if not times:
        return []
    if not voices:
        return [_part(one.segment, 0, len(one.times), 0, 0.0) for one in finals]
    weighed = [timeline.weigh(*time) for time in times]
    row = _likeliest([_shares(active) for active, _ in weighed], times)
    certain = [_certainty(*word, voice) for word, voice in zip(weighed, row, strict=True)]
    parts: list[VoicePart] = []
    done = 0
    for one in finals:
        until = done + len(one.times)
        parts += _runs(one.segment, row[done:until], certain[done:until])
        done = until
    return parts


def _shares(active: Array) -> Array:
    """How the voices share a word; the same for all where nobody is heard."""
    total = float(active.sum())
    nobody = max(0.0, _HEARD - total)
    shares: Array = (active + nobody / len(active)) / (total + nobody)
    return shares


def _likeliest(shares: Sequence[Array], times: Sequence[tuple[float, float]]) -> list[int]:
    """The row of voices that fits the words best, changes counted (Viterbi 1967)."""
    fits = np.log(np.maximum(shares[0], _LEAST))
    back: list[Array] = []
    for number, share in enumerate(shares[1:], 1):
        pause = times[number][0] - times[number - 1][1]
        change = _CHANGE_AT_PAUSE if pause >= PAUSE else _CHANGE
        moved = fits[:, None] - change * (1 - np.eye(len(fits)))
        back.append(moved.argmax(axis=0))
        fits = moved.max(axis=0) + np.log(np.maximum(share, _LEAST))
    row = [int(fits.argmax())]
    for came_from in reversed(back):
        row.append(int(came_from[row[-1]]))
    return row[::-1]


def _certainty(active: Array, anybody: float, voice: int) -> float:
    """Little where two speak at once, where nobody is heard, and where it could be another's voice."""
    return float(active[voice] / max(anybody, _HEARD))


def _runs(segment: str, row: Sequence[int], certain: Sequence[float]) -> Iterator[VoicePart]:
    """Words of one voice after another as one part; uncertain words at a stretch are one of their own."""
    doubtful = [_is_doubtful(row, certain, at) for at in range(len(row))]
    kinds = list(zip(row, doubtful, strict=True))
    edges = [0, *(at for at in range(1, len(row)) if kinds[at] != kinds[at - 1]), len(row)]
    for begin, end in pairwise(edges):
        yield _part(segment, begin, end, row[begin], float(np.mean(certain[begin:end])))


def _is_doubtful(row: Sequence[int], certain: Sequence[float], at: int) -> bool:
    """Whether a word is uncertain, and a neighbour of the same voice is, too."""
    near = (other for other in (at - 1, at + 1) if 0 <= other < len(row) and row[other] == row[at])
    return certain[at] < CERTAIN and any(certain[other] < CERTAIN for other in near)


def _part(segment: str, begin: int, end: int, voice: int, certainty: float) -> VoicePart:
    rounded = round(min(1.0, max(0.0, certainty)), 3)
    return VoicePart(segment=segment, first_word=begin, last_word=end - 1, voice=voice, certainty=rounded)
