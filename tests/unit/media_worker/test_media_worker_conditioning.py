"""A constant offset is taken out without a step; sound without one is left alone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media_worker.conditioning import OffsetBlocker

RATE = 16_000
PIECE = 960


def speech_like(seconds: float = 4.0, level: float = 2000.0) -> npt.NDArray[np.float64]:
    time = np.arange(round(seconds * RATE)) / RATE
    sway = np.maximum(0, np.sin(2 * np.pi * 1.5 * time))
    return level * sway * sum(np.sin(2 * np.pi * 140 * k * time) / k for k in range(1, 8))


def through(sound: npt.NDArray[np.float64], piece: int = PIECE) -> npt.NDArray[np.int16]:
    blocker, samples = OffsetBlocker(), np.clip(sound, -32768, 32767).astype(np.int16)
    return np.concatenate([blocker.feed(samples[at : at + piece]) for at in range(0, len(samples), piece)])


@pytest.mark.parametrize("offset", [-12_000, -300, 500, 9000])
def test_an_offset_is_gone_from_the_first_piece_on(offset: int) -> None:
    heard = through(speech_like() + offset)
    blocks = heard[: len(heard) // RATE * RATE].reshape(-1, RATE).mean(axis=1)
    assert np.max(np.abs(blocks)) < 40
    error = heard - speech_like()
    assert np.sqrt(np.mean(error**2)) < 60


def test_sound_without_an_offset_passes_bit_by_bit() -> None:
    sound = speech_like()
    assert np.array_equal(through(sound), sound.astype(np.int16))


def test_an_offset_that_jumps_is_followed_without_a_click() -> None:
    sound = np.concatenate((np.full(RATE, 4000.0), np.full(2 * RATE, -3000.0)))
    heard = through(sound)
    assert np.max(np.abs(np.diff(heard.astype(int)))) <= 7001
    assert np.max(np.abs(heard[-RATE // 2 :])) < 150
    settled = np.diff(heard[RATE + PIECE :].astype(int))
    assert np.max(np.abs(settled)) < 20


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 2000), max_size=12), st.integers(-20_000, 20_000))
def test_any_pieces_keep_their_length_and_kind(lengths: list[int], offset: int) -> None:
    blocker = OffsetBlocker()
    for length in lengths:
        piece = np.full(length, offset, np.int16)
        out = blocker.feed(piece)
        assert len(out) == length
        assert out.dtype == np.int16
        assert np.all(piece == offset)
