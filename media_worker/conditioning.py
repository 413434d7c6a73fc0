"""Sound made fit for hearing: a constant offset taken out, channels made one. No I/O.

The level is left as it is: lifting quiet windows before Whisper bettered no word of three recordings
at -45 dBFS. The voice gate and Silero, who do mind it, lift quiet sound themselves.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from media_worker.audio import to_int16
from media_worker.hearing import SAMPLE_RATE, Samples

_OFFSET_LEAST = 64.0
_OFFSET_GONE = 16.0
_SECONDS = 0.25
_CANCELLED = 0.35


class OffsetBlocker:
    """Takes a constant offset (DC) out of a track: cheap converters add one of up to half the scale.

    An offset blinds the loudness floor and Whisper's features alike: everything else is small beside
    it. Its estimate, a mean over some 0.25 s, moves along a straight line within each piece, so
    that pieces join without a step. Sound without an offset passes through bit by bit.
    """

    def __init__(self) -> None:
        self._offset: float | None = None
        self._active = False

    def feed(self, samples: Samples) -> Samples:
        """The next samples without their offset: the same array when there is none, else a new one."""
        if not len(samples):
            return samples
        before, after = self._moved(float(samples.mean()), len(samples))
        self._active = abs(after) > (_OFFSET_GONE if self._active else _OFFSET_LEAST)
        if not self._active:
            return samples
        line = np.linspace(before, after, len(samples), dtype=np.float32)
        return to_int16(samples - line)

    def _moved(self, mean: float, count: int) -> tuple[float, float]:
        """The estimate before and after a piece; the first piece's mean is the first estimate."""
        before = mean if self._offset is None else self._offset
        share = 1.0 - float(np.exp(-count / (_SECONDS * SAMPLE_RATE)))
        self._offset = before + share * (mean - before)
        return before, self._offset


def one_channel(planes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Channels (rows) made one: their mean, or the loudest alone where the mean would lose it.

    Equal channels keep their power, independent ones half of it; a dead channel leaves a quarter and
    opposite phase (one plug wired the wrong way round) nothing at all. Numbers that are none count as 0.
    """
    planes = np.nan_to_num(planes, nan=0.0, posinf=0.0, neginf=0.0)
    mean = np.asarray(planes.mean(axis=0), np.float32)
    if len(planes) == 1 or not planes.shape[1]:
        return mean
    powers = np.einsum("ij,ij->i", planes, planes, dtype=np.float64)
    power = float(np.dot(mean, mean))
    return planes[int(np.argmax(powers))] if power < _CANCELLED * float(np.max(powers)) else mean
