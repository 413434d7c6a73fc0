"""How Silero's probabilities become seconds of speech. The model itself is in the integration tests."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.confirmation import BLOCK, confirm

SECOND = BLOCK / 16_000


class Blocks:
    """Says what it was told to, and keeps how loud it was spoken to."""

    def __init__(self, *probabilities: float) -> None:
        self._probabilities = probabilities
        self.peak = 0.0

    def __call__(self, wave: npt.NDArray[np.float32]) -> list[float]:
        assert len(wave) % BLOCK == 0
        self.peak = float(np.max(np.abs(wave)))
        return [*self._probabilities][: len(wave) // BLOCK]


def tone(blocks: int, level: int) -> npt.NDArray[np.int16]:
    return (level * np.sin(np.arange(blocks * BLOCK) / 5)).astype(np.int16)


def test_speech_is_counted_in_all_and_at_a_stretch() -> None:
    found = confirm(Blocks(0.1, 0.9, 0.9, 0.2, 0.8, 0.0), tone(6, 3000))
    assert (found.seconds, found.longest) == pytest.approx((3 * SECOND, 2 * SECOND))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_a_stretch_is_never_longer_than_all_speech(chances: list[float]) -> None:
    found = confirm(Blocks(*chances), tone(len(chances), 3000))
    assert 0 <= found.longest <= found.seconds <= len(chances) * SECOND + 1e-9
    assert (found.seconds == 0) == all(np.float32(chance) <= 0.35 for chance in chances)


def test_quiet_sound_is_lifted_and_loud_sound_is_not() -> None:
    quiet, loud = Blocks(0.0), Blocks(0.0)
    confirm(quiet, tone(1, 200))
    confirm(loud, tone(1, 20_000))
    assert 0.05 < quiet.peak < 0.12
    assert loud.peak == pytest.approx(20_000 / 32768, rel=0.01)


def test_what_is_too_faint_for_this_microphone_is_not_even_asked_about() -> None:
    silero = Blocks(1.0, 1.0, 1.0)
    assert not confirm(silero, tone(3, 100)).worth_decoding
    assert silero.peak == 0.0
    assert confirm(silero, tone(3, 140)).worth_decoding


def test_digital_silence_and_nothing_at_all_are_no_speech() -> None:
    assert not confirm(Blocks(0.0), np.zeros(100, np.int16)).worth_decoding
    assert not confirm(Blocks(), np.zeros(0, np.int16)).worth_decoding


def test_a_trace_is_worth_a_decode_and_a_single_block_is_not() -> None:
    assert confirm(Blocks(0.5, 0.0, 0.5), tone(3, 3000)).worth_decoding
    assert not confirm(Blocks(0.0, 0.9, 0.0), tone(3, 3000)).worth_decoding
