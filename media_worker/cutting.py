"""A recording's track cut into windows: samples in, closed windows out. No partials, no clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from media_worker.conditioning import OffsetBlocker
from media_worker.ears import cuts_of, gate_of
from media_worker.hearing import Samples, Window
from media_worker.segmenter import Segmenter
from media_worker.settings import EarSettings
from media_worker.vad import FRAME


class Cutter:
    """One track. The samples given are the caller's again on return; the windows own theirs.

    `pause`: seconds of silence that close a window; by default those of a call.
    """

    def __init__(self, settings: EarSettings, pause: float | None = None) -> None:
        cuts = cuts_of(settings)
        self._gate = gate_of(settings)
        self._segmenter = Segmenter(cuts if pause is None else replace(cuts, pause=pause))
        self._offset = OffsetBlocker()
        self._rest = np.zeros(0, np.int16)

    def take(self, samples: Samples) -> Iterator[Window]:
        """The windows that close within these samples."""
        joined = np.concatenate((self._rest, self._offset.feed(samples)))
        self._rest.fill(0)
        whole = len(joined) // FRAME * FRAME
        self._rest = joined[whole:].copy()
        verdicts = self._gate.judge_all(joined[:whole])
        frames = [joined[start : start + FRAME].copy() for start in range(0, whole, FRAME)]
        joined.fill(0)
        for frame, judged in zip(frames, verdicts, strict=True):
            window = self._segmenter.push(frame, judged)
            if window is not None:
                yield window

    def finish(self) -> Iterator[Window]:
        """The window that is still open, if any."""
        yield from self.take(np.zeros(-len(self._rest) % FRAME, np.int16))
        window = self._segmenter.flush()
        if window is not None:
            yield window

    def discard(self) -> None:
        """Overwrites and forgets what is still open."""
        self._rest.fill(0)
        self._segmenter.discard()
