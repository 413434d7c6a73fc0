"""Log-mel features as Kaldi makes them, which voice models are trained on. Pure.

25 ms frames every 10 ms; each freed of its mean, pre-emphasised, shaped by a Povey window; the power of 80
triangular mel bands from 20 Hz up (`compute-fbank-feats` without dither).
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from media_worker.hearing import SAMPLE_RATE, Samples

BANDS = 80
"""Bands of a frame."""

FRAME = 400
"""Samples of a frame (25 ms)."""

STEP = 160
"""Samples from a frame to the next (10 ms)."""

_FFT = 512
_EMPHASIS = 0.97
_LOWEST_HZ = 20.0

Features: TypeAlias = npt.NDArray[np.float32]
"""Log-mel energies, shape (frames, 80)."""


def fbank(samples: Samples) -> Features:
    """The features of every whole frame; an empty array when there is none."""
    if len(samples) < FRAME:
        return np.zeros((0, BANDS), np.float32)
    wave = samples.astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(wave, FRAME)[::STEP].copy()
    wave.fill(0)
    frames -= frames.mean(axis=1, keepdims=True)
    frames[:, 1:] -= _EMPHASIS * frames[:, :-1]
    frames[:, 0] *= 1 - _EMPHASIS
    frames *= _window()
    power = np.abs(np.fft.rfft(frames, _FFT)) ** 2
    frames.fill(0)
    energy = power[:, : _FFT // 2] @ _bands().T
    features: Features = np.log(np.maximum(energy, 1.2e-7)).astype(np.float32)
    energy.fill(0)
    return features


@cache
def _window() -> npt.NDArray[np.float32]:
    """Povey's window: a Hann window to the power of 0.85."""
    return (np.hanning(FRAME) ** 0.85).astype(np.float32)


@cache
def _bands() -> npt.NDArray[np.float32]:
    """Triangles of equal width in mel, shape (80, 256)."""
    low, high = _mel(np.array([_LOWEST_HZ, SAMPLE_RATE / 2]))
    width = (high - low) / (BANDS + 1)
    left = (low + width * np.arange(BANDS))[:, None]
    mel = _mel(np.arange(_FFT // 2) * SAMPLE_RATE / _FFT)[None, :]
    rising, falling = (mel - left) / width, (left + 2 * width - mel) / width
    bands: Features = np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)
    return bands


def _mel(hertz: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return 1127.0 * np.log(1.0 + hertz / 700.0)
