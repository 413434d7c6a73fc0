"""How fast a model hears on this machine, how many calls that carries, and which model to take.

The measurement decodes a few seconds of real speech the way calls are decoded: cut by the
voice gate, several windows in a batch. What follows from its figure is pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from media_worker.hearing import SAMPLE_RATE, Listener, Task, Window
from media_worker.recordings import Recording
from media_worker.segmenter import Cuts, Segmenter
from media_worker.vad import FRAME, VoiceGate

SECONDS_HEARD = 8.0
"""How much speech a measurement decodes: a tenth to half a second of computing."""

SPEED_A_CALL = 6.5
"""Times real time, of all decoders together, that one two-party call needs.

One of two people speaks at most of the time, so finals alone need 1. Partials take several times as
much, windows that come at the same moment must not wait, and a call's batches are smaller than the
measurement's. On two cores `base`, measured at 52 to 56 times, carried 8 calls and not 12, `tiny.en` at
101 to 107 times carried 24 (`attune bench live` and `soak`, 95th percentile of words shown under 2 s): the
slower one decides.
"""

TAKEN_SPEED_A_CALL = 4.2
"""With so much a call a worker still takes it: what `tiny.en` carried in the same measurement."""

LEAST_CAPACITY = 16
"""Tracks that any worker takes: one too many is heard late, one refused is not heard at all."""


@dataclass(frozen=True)
class Speed:
    """A model's measured `times` real time on this machine, and what its folder says of it."""

    model: str
    times: float
    parameters: int
    multilingual: bool

    @property
    def calls(self) -> int:
        """Two-party calls it carries at once."""
        return carried(self.times)

    def hears(self, language: str) -> bool:
        """Whether it knows the language at all."""
        return self.multilingual or language.lower().split("-")[0] == "en"


@dataclass(frozen=True)
class Recommendation:
    """The model to take. `enough`: whether it carries the calls that are wanted."""

    model: str
    calls: int
    enough: bool


def carried(times: float) -> int:
    """Two-party calls carried by decoders of so many times real time; 0 when they can't carry one."""
    return max(0, int(times / SPEED_A_CALL))


def capacity(times: float | None) -> int:
    """Tracks that a worker of so many times real time takes, 16 at least: more than it surely carries."""
    return max(LEAST_CAPACITY, 2 * int((times or 0.0) / TAKEN_SPEED_A_CALL))


def recommend(speeds: Sequence[Speed], calls: int = 1, language: str = "en") -> Recommendation | None:
    """The most accurate model that carries `calls` two-party calls; else the one that carries most.

    Of Whisper's models the larger one is the more accurate. None when no model knows the language.
    """
    fit = [speed for speed in speeds if speed.hears(language)]
    if not fit:
        return None
    enough = [speed for speed in fit if speed.calls >= calls]
    if enough:
        best = max(enough, key=lambda speed: (speed.parameters, speed.times))
    else:
        best = max(fit, key=lambda speed: (speed.times, speed.parameters))
    return Recommendation(best.model, best.calls, bool(enough))


def windows_of(recording: Path, cuts: Cuts | None = None, seconds: float = SECONDS_HEARD) -> list[Window]:
    """Closed windows of a recording's first `seconds` of speech, as a call's would be cut.

    Raises:
        RecordingError: it can't be read.
    """
    windows: list[Window] = []
    gate, segmenter = VoiceGate(), Segmenter(cuts or Cuts())
    with Recording(recording, "mix") as opened:
        for frame in _frames(opened):
            window = segmenter.push(frame, gate.judge(frame))
            windows += [window] if window is not None else []
            if sum(one.seconds for one in windows) >= seconds:
                break
    return windows


def _frames(recording: Recording) -> Iterator[np.ndarray[tuple[int, ...], np.dtype[np.int16]]]:
    rest = np.zeros(0, np.int16)
    for piece in recording.pieces():
        joined = np.concatenate((rest, piece.tracks[0]))
        whole = len(joined) // FRAME * FRAME
        for start in range(0, whole, FRAME):
            yield joined[start : start + FRAME].copy()
        rest = joined[whole:].copy()


def measure(
    listener: Listener, windows: Sequence[Window], batch: int, clock: Callable[[], float], decoders: int = 1
) -> float | None:
    """Times real time at which `decoders` threads hear the windows, each all of them; None without windows.

    `batch`: windows decoded at once; `clock` gives seconds. Blocks; nobody else may use the listener
    meanwhile. Wipes nothing.
    """
    seconds = sum(len(window.samples) for window in windows) / SAMPLE_RATE
    if not seconds:
        return None
    batches = [[Task(window) for window in windows[at : at + batch]] for at in range(0, len(windows), batch)]
    with ThreadPoolExecutor(decoders) as threads:
        began = clock()
        list(threads.map(listener.hear, batches * decoders))
        took = clock() - began
    return decoders * seconds / max(took, 1e-6)
