"""Features of a window padded in the spectrum are those of the window padded in the sound."""

from __future__ import annotations

import numpy as np
import pytest
from faster_whisper.feature_extractor import FeatureExtractor

from media_worker.features import MOST_FRAMES, features, frames_for
from media_worker.hearing import SAMPLE_RATE, Window

EXTRACTOR = FeatureExtractor()


def window(samples: np.ndarray) -> Window:
    return Window(0, 0, len(samples), samples.astype(np.int16), len(samples), final=True)


def noise(seconds: float, level: float) -> np.ndarray:
    fade = np.hanning(round(seconds * SAMPLE_RATE))
    return np.random.default_rng(3).normal(0.0, level, len(fade)) * fade


@pytest.mark.parametrize("level", [3000.0, 30.0])
def test_silence_filled_in_is_silence_transformed(level: float) -> None:
    samples = noise(2.0, level)
    wave = np.zeros(10 * SAMPLE_RATE, np.float32)
    wave[: len(samples)] = samples.astype(np.int16) / np.float32(32768)
    expected = EXTRACTOR(wave, padding=0)[:, :1000]
    found = features(EXTRACTOR, [window(samples)], 1000)
    assert found.shape == (1, 80, 1000)
    assert np.abs(found[0] - expected).max() < 1e-3


def test_digital_silence_has_the_least_features() -> None:
    found = features(EXTRACTOR, [window(np.zeros(SAMPLE_RATE))], 400)
    assert np.allclose(found, -1.5)


def test_windows_of_several_lengths_come_out_as_one_array() -> None:
    found = features(EXTRACTOR, [window(noise(1.0, 900.0)), window(noise(6.0, 900.0))], 800)
    assert found.shape == (2, 80, 800)
    assert found.flags.c_contiguous
    assert found.dtype == np.float32


@pytest.mark.parametrize(
    ("seconds", "frames"),
    [(0.5, 1000), (8.0, 1000), (8.01, 1002), (8.011, 1002), (15.0, 1700), (29.5, MOST_FRAMES)],
)
def test_a_margin_follows_every_window_up_to_thirty_seconds(seconds: float, frames: int) -> None:
    assert frames_for(seconds, 10.0, 2.0) == frames
    assert frames_for(seconds, 10.0, 2.0) % 2 == 0
