"""Sound that the voice gate holds to be speech, and silence: mono at the ear's rate."""

from __future__ import annotations

import numpy as np

from media_worker.hearing import SAMPLE_RATE


def voice(seconds: float) -> np.ndarray:
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = sum(np.sin(2 * np.pi * 130 * k * time) / (1 + k / 6) for k in range(1, 11))
    return (1500 * wave * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * time))).astype(np.int16)


def quiet(seconds: float) -> np.ndarray:
    return np.zeros(round(seconds * SAMPLE_RATE), np.int16)
