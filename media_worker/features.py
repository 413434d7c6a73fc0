"""Log-mel features of windows, brought to one length. Pure: the extractor comes as an argument.

Whisper was trained on 30 s. What follows the speech is silence, and the features of silence are
known: so only speech is transformed, and the rest is filled in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from media_worker.hearing import SAMPLE_RATE, Window

FRAMES_PER_SECOND = 100
MOST_FRAMES = 30 * FRAMES_PER_SECOND

Extractor: TypeAlias = Callable[..., Any]
"""Float samples in [-1, 1] -> log-mel features, shape (mels, frames); takes `padding`."""

_FULL_SCALE = 32768.0
_AFTER = 400
_RANGE = 2.0
FEATURES_OF_SILENCE = -1.5
"""Whisper's features are (log10 power + 4) / 4, of powers at most 8 tens below the loudest, at least -10."""


def frames_for(seconds: float, pad_seconds: float, margin_seconds: float) -> int:
    """How long features of `seconds` of sound shall be: padded to `pad_seconds`, with a margin in any case.

    An even number, as the encoder halves it. Without the margin the decoder says the end of a window
    twice: 13.0 instead of 4.7 % word error rate on one of ten speakers with `base`. Ten seconds, not
    two, follow most windows: with two alone 6.8 instead of 4.4 % over ten speakers with `tiny.en`.
    """
    wanted = max(pad_seconds, seconds + margin_seconds)
    return min(MOST_FRAMES, 2 * math.ceil(round(wanted * FRAMES_PER_SECOND) / 2))


def features(extract: Extractor, windows: Sequence[Window], frames: int) -> npt.NDArray[np.float32]:
    """Features of all windows: shape (batch, mels, frames)."""
    rows = []
    for window in windows:
        samples = window.samples[: frames * SAMPLE_RATE // FRAMES_PER_SECOND]
        wave = np.zeros(len(samples) + _AFTER, np.float32)
        wave[: len(samples)] = samples
        wave /= _FULL_SCALE
        spoken = np.asarray(extract(wave, padding=0), np.float32)[:, :frames]
        wave.fill(0)
        row = np.full(
            (spoken.shape[0], frames), max(float(spoken.max()) - _RANGE, FEATURES_OF_SILENCE), np.float32
        )
        row[:, : spoken.shape[1]] = spoken
        rows.append(row)
    return np.ascontiguousarray(np.stack(rows))
