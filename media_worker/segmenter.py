"""Cuts a track into windows. Sans-I/O: frames in, closed windows out.

Rules:
* A window opens at the first voiced frame, with a little audio from before it (pre-roll).
* It closes at a pause; when it has grown long, at a short pause; at its greatest length,
  where the last part is quietest. What follows the cut opens the next window.
* Before a pause is long enough to close it, the window can be had as it will then be (`likely`).
* Windows never overlap and never run backwards; every voiced frame is in exactly one.
* Audio in no window is overwritten as soon as it can't become pre-roll any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from media_worker.hearing import SAMPLE_RATE, Samples, Window
from media_worker.vad import FRAME, Judged

_SMOOTH = 5
_FRAME_SECONDS = FRAME / SAMPLE_RATE


@dataclass(frozen=True)
class Cuts:
    """Lengths in seconds that decide where a window ends; see `EarSettings`."""

    pre_roll: float = 0.3
    post_roll: float = 0.2
    likely: float = 0.2
    sentence_pause: float = 0.35
    pause: float = 0.5
    long: float = 8.0
    long_pause: float = 0.24
    longest: float = 15.0


@dataclass(frozen=True, eq=False)
class _Frame:
    samples: Samples
    voiced: bool
    loudness: float


def _frames(seconds: float) -> int:
    return max(1, round(seconds / _FRAME_SECONDS))


class Segmenter:
    """The open window of one track, and the pre-roll before it."""

    def __init__(self, cuts: Cuts | None = None) -> None:
        self._cuts = cuts or Cuts()
        self._kept: list[_Frame] = []
        self._first = 0  # frame index of _kept[0]
        self._open = False
        self._last_voiced = 0  # frame index
        self._number = 0

    @property
    def position(self) -> int:
        """Samples taken so far: the track index of the next one."""
        return (self._first + len(self._kept)) * FRAME

    @property
    def settled(self) -> int:
        """Track index before which nothing waits in an open window."""
        return self._first * FRAME if self._open else self.position

    def push(self, samples: Samples, judged: Judged) -> Window | None:
        """Takes one frame (`FRAME` samples, kept: give it away). Returns the window it closes, if any."""
        self._kept.append(_Frame(samples, judged.voiced, judged.loudness))
        index = self._first + len(self._kept) - 1
        if judged.voiced:
            self._last_voiced = index
            if not self._open:
                self._begin(index)
        if not self._open:
            self._drop(len(self._kept) - _frames(self._cuts.pre_roll))
            return None
        end = self._end()
        return None if end is None else self._close(end)

    def snapshot(self) -> Window | None:
        """A copy of the open window as it is now, for a partial."""
        return self._window(self._kept, final=False) if self._open else None

    @property
    def number(self) -> int:
        """The number of the open window, or of the next one."""
        return self._number

    @property
    def pausing(self) -> int | None:
        """Where (track index) the open window will end if its speaker stays silent; None while they speak."""
        if not self._open or self._quiet() < _frames(max(self._cuts.likely, self._cuts.post_roll)):
            return None
        return (self._first + self._paused()) * FRAME

    def likely(self) -> Window:
        """A copy of the open window as it will be then."""
        return self._window(self._kept[: self._paused()], final=True)

    @property
    def rested(self) -> bool:
        """Whether the open window's speaker has been silent for as long as after a whole sentence."""
        return self._open and self._quiet() >= _frames(self._cuts.sentence_pause)

    def finish(self) -> Window:
        """Closes the open window as `likely` gave it: what was said in it is whole."""
        return self._close(self._paused())

    def flush(self) -> Window | None:
        """Closes the open window, if any, with all it holds."""
        return self._close(len(self._kept)) if self._open else None

    def skip(self, samples: int) -> Window | None:
        """Passes over a hole of whole frames without taking it in; closes the open window, if any."""
        window = self.flush()
        self._drop(len(self._kept))
        self._first += samples // FRAME
        return window

    def discard(self) -> None:
        """Overwrites and forgets all audio; the next window starts afresh."""
        self._drop(len(self._kept))
        self._open = False

    def _begin(self, index: int) -> None:
        """Opens a window whose first voiced frame is `index`."""
        self._drop(index - _frames(self._cuts.pre_roll) - self._first)
        self._open = True

    def _end(self) -> int | None:
        """How many kept frames the window shall have if it closes now."""
        length = len(self._kept)
        pause = self._cuts.pause if length < _frames(self._cuts.long) else self._cuts.long_pause
        if self._quiet() >= _frames(pause):
            return self._paused()
        if length >= _frames(self._cuts.longest):
            return self._quietest()
        return None

    def _quiet(self) -> int:
        """Frames since the last voiced one."""
        return self._first + len(self._kept) - 1 - self._last_voiced

    def _paused(self) -> int:
        """How many kept frames a window that ends at its last voiced frame has."""
        voiced = self._last_voiced - self._first + 1
        return voiced + min(self._quiet(), _frames(self._cuts.post_roll))

    def _quietest(self) -> int:
        """The middle of the quietest 100 ms in the last third."""
        levels = np.array([frame.loudness for frame in self._kept])
        smooth = np.convolve(levels, np.ones(_SMOOTH) / _SMOOTH, mode="valid")
        after = len(smooth) * 2 // 3
        return int(after + np.argmin(smooth[after:])) + _SMOOTH // 2

    def _close(self, end: int) -> Window:
        window = self._window(self._kept[:end], final=True)
        self._drop(end)
        self._number += 1
        self._open = False
        voiced = next((n for n, frame in enumerate(self._kept) if frame.voiced), None)
        if voiced is not None:
            self._begin(self._first + voiced)
        return window

    def _window(self, frames: list[_Frame], *, final: bool) -> Window:
        start = self._first * FRAME
        lead = next((place for place, frame in enumerate(frames) if frame.voiced), len(frames))
        return Window(
            number=self._number,
            start=start,
            end=start + len(frames) * FRAME,
            samples=np.concatenate([frame.samples for frame in frames]),
            voiced=sum(frame.voiced for frame in frames) * FRAME,
            final=final,
            lead=lead * FRAME,
        )

    def _drop(self, count: int) -> None:
        """Overwrites and forgets the first `count` kept frames."""
        if count > 0:
            _wipe(self._kept[:count])
            del self._kept[:count]
            self._first += count


def _wipe(frames: Iterable[_Frame]) -> None:
    for frame in frames:
        frame.samples.fill(0)
