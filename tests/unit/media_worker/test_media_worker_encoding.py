"""Only what was said goes through the encoder; the silence after it is put together from known states."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
from faster_whisper.feature_extractor import FeatureExtractor

from media_worker.hearing import SAMPLE_RATE, Window
from media_worker.recogniser_encoding import Encoding

WIDTH = 4


class Encoder:
    """Stands in for a loaded model: a state is the mean of the two frames it was made of."""

    def __init__(self, device: str = "cpu") -> None:
        self.model = SimpleNamespace(device=device)
        self.feature_extractor = FeatureExtractor()
        self.lengths: list[tuple[int, int]] = []

    def encode(self, features: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        windows, _, frames = features.shape
        self.lengths.append((windows, frames))
        pairs = features.reshape(windows, -1, frames // 2, 2).mean(axis=(1, 3))
        return np.repeat(pairs[:, :, np.newaxis], WIDTH, axis=2).astype(np.float32)


def window(seconds: float) -> Window:
    samples = np.random.default_rng(5).normal(0.0, 3000.0, round(seconds * SAMPLE_RATE)).astype(np.int16)
    return Window(0, 0, len(samples), samples, len(samples), final=True)


def states(encoded: Any) -> npt.NDArray[np.float32]:
    return np.array(encoded)


def test_windows_are_encoded_alone_with_a_margin_and_padded_with_the_states_of_silence() -> None:
    whisper = Encoder()
    encoding = Encoding(whisper, pad_seconds=10.0, margin_seconds=1.0)
    encoding.prepare()
    found = encoding.encode([window(2.0), window(5.0)])
    assert whisper.lengths == [(1, 3000), (1, 300), (1, 600)]  # thirty seconds of silence, once
    together = states(found.together)
    assert together.shape == (2, 500, WIDTH)
    for row, alone in zip(together, found.apart, strict=True):
        own = states(alone)[0]
        assert np.array_equal(row[: len(own)], own)
        assert np.all(row[len(own) :] == -1.5)


def test_a_long_window_is_followed_by_two_seconds_of_silence_of_which_one_is_encoded() -> None:
    whisper = Encoder()
    encoding = Encoding(whisper, pad_seconds=10.0, margin_seconds=1.0)
    assert states(encoding.encode([window(12.0)]).together).shape == (1, 700, WIDTH)
    assert (1, 1300) in whisper.lengths


def test_no_window_is_longer_than_thirty_seconds() -> None:
    encoding = Encoding(Encoder(), pad_seconds=10.0, margin_seconds=1.0)
    assert states(encoding.encode([window(29.6)]).together).shape == (1, 1500, WIDTH)


def test_on_a_gpu_a_padded_batch_is_encoded_at_once() -> None:
    whisper = Encoder("cuda")
    encoding = Encoding(whisper, pad_seconds=10.0, margin_seconds=1.0)
    encoding.prepare()
    found = encoding.encode([window(2.0), window(5.0)])
    assert whisper.lengths == [(2, 1000)]
    assert found.apart == []
