"""Ten seconds of sound to its speakers: who of them speaks when, and voice prints of what they say. Pure.

The segmentation tells well when somebody speaks, when two do, and when they take turns; far from the
microphone it takes two people for one. So every stretch of at most 1.5 s has a voice print of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.voices.fbank import STEP, Features, fbank
from media_worker.voices.layout import FIELD, FRAME_STEP, Activity, Prints

SPEAKS = 0.5
"""From this activity on, somebody speaks."""

FRAME_SECONDS = FRAME_STEP / SAMPLE_RATE
"""From one frame of the segmentation to the next."""

MIDDLE = FIELD / 2 / SAMPLE_RATE
"""The middle of its first frame, in seconds from the chunk's begin."""

_WINDOW = round(1.5 / FRAME_SECONDS)
_LEAST = round(0.4 / FRAME_SECONDS)
_BREATH = round(0.3 / FRAME_SECONDS)

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Stretch:
    """What one speaker says alone: frames `first` to before `last` of a chunk, and its voice print."""

    speaker: int
    first: int
    last: int
    voice_print: Array

    @property
    def seconds(self) -> float:
        """How long it is."""
        return (self.last - self.first) * FRAME_SECONDS

    def __repr__(self) -> str:
        return f"<Stretch {self.speaker} {self.seconds:.1f}s>"


@dataclass(frozen=True, eq=False)
class Chunk:
    """What is known of ten seconds from `start` (session seconds): who of three speaks, and what alone."""

    start: float
    activity: Activity
    stretches: tuple[Stretch, ...]

    @property
    def end(self) -> float:
        """Session seconds of its end."""
        return self.start + MIDDLE + len(self.activity) * FRAME_SECONDS

    def at(self, frame: int) -> float:
        """Session seconds of a frame's middle."""
        return self.start + MIDDLE + frame * FRAME_SECONDS

    def erase(self) -> None:
        """Overwrites the voice prints."""
        for one in self.stretches:
            one.voice_print.fill(0)

    def __repr__(self) -> str:
        return f"<Chunk {self.start:.1f} stretches={len(self.stretches)}>"


def stretches_of(
    samples: Samples, activity: Activity, prints: Callable[[Features], Prints]
) -> tuple[Stretch, ...]:
    """What each speaker says alone, in stretches of 0.4 to 2 s, long runs in overlapping ones."""
    speaking: Array = activity > SPEAKS
    alone = speaking & (speaking.sum(axis=1, keepdims=True) == 1)
    anybody = np.asarray(speaking.any(axis=1))
    places = [
        (speaker, *window)
        for speaker in range(activity.shape[1])
        for run in _runs(alone[:, speaker], anybody)
        for window in _windows(*run)
    ]
    features = fbank(samples)
    found = [
        Stretch(speaker, first, last, voice_print)
        for (speaker, first, last), voice_print in zip(places, _prints(features, places, prints), strict=True)
    ]
    features.fill(0)
    return tuple(found)


def _runs(own: Array, anybody: Array) -> Iterator[tuple[int, int]]:
    """Where one speaks alone, breaths within counted in."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], own, [False])).astype(np.int8)))
    begin = end = -1
    for first, last in edges.reshape(-1, 2).tolist():
        if begin >= 0 and first - end <= _BREATH and not anybody[end:first].any():
            end = last
            continue
        if end - begin >= _LEAST:
            yield begin, end
        begin, end = first, last
    if begin >= 0 and end - begin >= _LEAST:
        yield begin, end


def _windows(first: int, last: int) -> list[tuple[int, int]]:
    """Windows of equal length that cover a run, overlapping by half."""
    if last - first <= _WINDOW * 4 // 3:
        return [(first, last)]
    count = -(-2 * (last - first) // _WINDOW) - 1
    begins = np.linspace(first, last - _WINDOW, count).round().astype(int)
    return [(int(begin), int(begin) + _WINDOW) for begin in begins]


def _prints(
    features: Features, places: list[tuple[int, int, int]], prints: Callable[[Features], Prints]
) -> Iterator[Array]:
    """The print, of length one, of each place; places of one length are told in one go."""
    lengths = [(last - first) * FRAME_STEP // STEP for _, first, last in places]
    found: dict[int, Array] = {}
    for length in sorted(set(lengths)):
        these = [number for number, one in enumerate(lengths) if one == length]
        begins = [_feature(places[number][1], len(features) - length) for number in these]
        told = prints(np.stack([features[begin : begin + length] for begin in begins]))
        told /= np.maximum(np.linalg.norm(told, axis=1, keepdims=True), 1e-9)
        found |= dict(zip(these, told, strict=True))
    return (found[number] for number in range(len(places)))


def _feature(frame: int, most: int) -> int:
    """The feature frame at which what a segmentation frame sees begins, at most `most`."""
    return max(0, min(most, (frame * FRAME_STEP + FIELD // 2 - FRAME_STEP // 2) // STEP))
