"""The voice gate: which 20 ms frames hold speech. Silence costs next to nothing behind it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
import webrtcvad

from media_worker.hearing import SAMPLE_RATE, Samples

FRAME = SAMPLE_RATE // 50
"""Samples of a frame (20 ms)."""

_ONSET = 3
_ONSET_OF = 4
_HANGOVER = 4
_FULL_SCALE = 32768.0


@dataclass(frozen=True)
class Judged:
    """A frame's verdict and its loudness (RMS, dB below full scale)."""

    voiced: bool
    loudness: float


def loudness(frame: Samples) -> float:
    """RMS in dBFS; digital silence is -120."""
    level = float(np.sqrt(np.mean(np.square(frame.astype(np.float32)))))
    return 20.0 * float(np.log10(max(level, 0.03) / _FULL_SCALE))


class VoiceGate:
    """webrtcvad with a loudness floor and hysteresis.

    Voice begins when three of four frames sound voiced, so that a click opens nothing;
    it ends after four unvoiced frames, so that a stop consonant does not.
    """

    def __init__(self, mode: int = 2, floor_dbfs: float = -55.0) -> None:
        self._vad = webrtcvad.Vad(mode)
        self._floor = floor_dbfs
        self._recent: deque[bool] = deque(maxlen=_ONSET_OF)
        self._quiet = 0
        self._open = False

    def judge(self, frame: Samples) -> Judged:
        """Takes the next frame (exactly `FRAME` samples)."""
        level = loudness(frame)
        raw = level > self._floor and bool(self._vad.is_speech(frame.tobytes(), SAMPLE_RATE))
        return Judged(self._smooth(raw), level)

    def _smooth(self, raw: bool) -> bool:
        self._recent.append(raw)
        self._quiet = 0 if raw else self._quiet + 1
        if self._open:
            self._open = self._quiet < _HANGOVER
        else:
            self._open = sum(self._recent) >= _ONSET
        return self._open
