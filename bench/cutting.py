"""Speech of recordings as windows: cut as a media worker cuts a call, or made to a length.

*As cut*: closed windows of `VoiceGate` and `Segmenter` under the worker's settings, pre-roll and post-roll in
them. A worker closes some windows earlier, when their words are heard to end a sentence; here none is.
*About so many seconds*: the windows of a recording joined without the silence between them, and parted anew
into parts of equal length, each border moved by up to 15 % to where it is quietest. A short part may begin or
end within a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from media_worker.conditioning import OffsetBlocker
from media_worker.ears import cuts_of, gate_of
from media_worker.hearing import SAMPLE_RATE, Hearing, Samples, Window
from media_worker.segmenter import Segmenter
from media_worker.settings import EarSettings
from media_worker.vad import FRAME

Flags: TypeAlias = npt.NDArray[np.bool_]
"""A verdict of the voice gate for each frame, shape (frames,)."""

MOST_SECONDS = 16
"""Longest parts that can be asked for: a border's moves and a remainder then leave every one under 29 s."""

_STEP = FRAME * 3
_MOVED = 0.15
_SMOOTH = 5


@dataclass(frozen=True, eq=False)
class Cut:
    """One recording: its closed windows in order, and the verdicts of its frames."""

    windows: tuple[Window, ...]
    voiced: Flags


@dataclass(frozen=True, eq=False)
class Speech:
    """Windows of several recordings in the order in which they close; `of` is the recording of each."""

    windows: tuple[Window, ...]
    of: tuple[int, ...]

    @property
    def seconds(self) -> float:
        """Sound in all windows."""
        return sum(window.seconds for window in self.windows)

    def texts(self, hearings: Sequence[Hearing], recordings: int) -> list[str]:
        """What was heard in each of so many recordings."""
        heard: dict[int, list[str]] = defaultdict(list)
        for recording, hearing in zip(self.of, hearings, strict=True):
            heard[recording].append(hearing.text)
        return [" ".join(heard[recording]) for recording in range(recordings)]


def cut(samples: Samples, settings: EarSettings) -> Cut:
    """A recording (int16 mono, 16 kHz; left as it is) cut as an ear cuts a track."""
    gate, offset, segmenter = gate_of(settings), OffsetBlocker(), Segmenter(cuts_of(settings))
    windows: list[Window | None] = []
    voiced: list[bool] = []
    whole = np.concatenate((samples, np.zeros(-len(samples) % FRAME, np.int16)))
    for begin in range(0, len(whole), _STEP):
        piece = offset.feed(whole[begin : begin + _STEP])
        for place, judged in enumerate(gate.judge_all(piece)):
            frame = piece[place * FRAME : (place + 1) * FRAME].copy()  # the segmenter wipes what it drops
            windows.append(segmenter.push(frame, judged))
            voiced.append(judged.voiced)
    windows.append(segmenter.flush())
    return Cut(tuple(one for one in windows if one is not None), np.array(voiced, np.bool_))


def parted(found: Cut, seconds: float) -> tuple[Window, ...]:
    """The same speech in windows of about so many seconds. Their times are those of the joined speech."""
    if not found.windows:
        return ()
    speech = np.concatenate([window.samples for window in found.windows])
    verdicts = [found.voiced[one.start // FRAME : one.end // FRAME] for one in found.windows]
    voiced = np.concatenate(verdicts)
    edges = [0, *borders(_levels(speech), seconds * SAMPLE_RATE / FRAME), len(voiced)]
    return tuple(
        _window(number, begin, speech[begin * FRAME : end * FRAME], voiced[begin:end])
        for number, (begin, end) in enumerate(pairwise(edges))
    )


def borders(levels: npt.NDArray[np.float64], wanted: float) -> list[int]:
    """Where frames of such levels are parted, so that `wanted` of them (about) are in each part."""
    parts = max(1, round(len(levels) / wanted))
    length = len(levels) / parts
    reach = max(1, int(_MOVED * length))
    found = []
    for part in range(1, parts):
        begin = round(part * length) - reach
        found.append(begin + int(np.argmin(levels[begin : begin + 2 * reach])))
    return found


def in_order(windows: Iterable[Sequence[Window]]) -> Speech:
    """The windows of each recording, together: as if all were spoken at once, in calls of their own."""
    every = sorted(
        ((recording, window) for recording, one in enumerate(windows) for window in one),
        key=lambda found: (found[1].end, found[0]),
    )
    return Speech(tuple(window for _, window in every), tuple(recording for recording, _ in every))


def _window(number: int, begin: int, samples: Samples, voiced: Flags) -> Window:
    """A closed window of the frames from `begin` on, as the segmenter would tell it."""
    return Window(
        number=number,
        start=begin * FRAME,
        end=begin * FRAME + len(samples),
        samples=samples.copy(),
        voiced=int(voiced.sum()) * FRAME,
        final=True,
        lead=int(np.argmax(np.append(voiced, True))) * FRAME,
    )


def _levels(speech: Samples) -> npt.NDArray[np.float64]:
    """Power of each frame, smoothed over 100 ms."""
    frames = speech.reshape(-1, FRAME).astype(np.float64)
    power = np.einsum("ij,ij->i", frames, frames)
    return np.convolve(power, np.ones(_SMOOTH) / _SMOOTH, mode="same")[: len(frames)]
