"""A cough begins with a burst, a cry with voice."""

from __future__ import annotations

import numpy as np
import pytest

from media_worker.coughs import only_coughs
from media_worker.hearing import SAMPLE_RATE, Samples


def voice(seconds: float, swell: float = 0.08) -> np.ndarray:
    at = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave: np.ndarray = np.sum([np.sin(2 * np.pi * 140 * k * at) / k for k in range(1, 9)], axis=0)
    wave *= np.minimum(1, at / swell) * np.minimum(1, (seconds - at) / swell)
    return wave


def cough(seed: int) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(0, 2.5, SAMPLE_RATE * 3 // 10)
    burst = noise * np.exp(-np.arange(len(noise)) / (0.03 * SAMPLE_RATE))
    line = np.zeros(SAMPLE_RATE // 2)
    line[: len(burst)] += burst
    line[SAMPLE_RATE // 10 : SAMPLE_RATE * 4 // 10] += 0.5 * voice(0.3)
    return line


def quiet(seconds: float) -> np.ndarray:
    return np.zeros(round(seconds * SAMPLE_RATE))


def sound(*parts: np.ndarray, room: float = 0.002) -> Samples:
    line = np.concatenate(parts)
    tone = np.random.default_rng(1).normal(0, room, len(line))
    return np.clip(3000 * (line + tone), -32768, 32767).astype(np.int16)


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("gain", [0.05, 1.0, 3.0])
def test_coughs_are_coughs_at_any_level(times: int, gain: float) -> None:
    parts = [quiet(0.3)] + [part for seed in range(times) for part in (gain * cough(seed), quiet(0.2))]
    assert only_coughs(sound(*parts, room=0.0002))


@pytest.mark.parametrize(
    "parts",
    [
        (quiet(0.3), voice(0.4), quiet(0.2)),
        (quiet(0.3), voice(0.3, swell=0.03), quiet(0.2)),
        (quiet(0.3), cough(1), quiet(0.3), voice(0.4), quiet(0.2)),
        (quiet(0.3), 4 * cough(1), quiet(0.3), 0.1 * voice(0.4), quiet(0.2)),
        (quiet(0.3), np.random.default_rng(2).normal(0, 1, SAMPLE_RATE // 2), quiet(0.2)),
        (cough(1), quiet(0.3)),
        (quiet(0.5),),
        (quiet(0.01),),
    ],
    ids=[
        "yeah",
        "a quick yeah",
        "a cough, then a word",
        "a loud cough, then a soft word",
        "hiss",
        "cut off at its begin",
        "silence",
        "nothing",
    ],
)
def test_whatever_may_be_a_word_is_none(parts: tuple[np.ndarray, ...]) -> None:
    assert not only_coughs(sound(*parts))


def test_the_samples_are_left_as_they_are() -> None:
    samples = sound(quiet(0.3), cough(1), quiet(0.2))
    before = samples.copy()
    only_coughs(samples)
    assert (samples == before).all()
