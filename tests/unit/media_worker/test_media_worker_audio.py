"""Resampling without clicks or aliases, packet time without holes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.audio import RTP_RATE, Decimator, Timeline, mono_mix, to_int16


def tone(hertz: float, seconds: float = 0.5) -> np.ndarray:
    time = np.arange(round(RTP_RATE * seconds)) / RTP_RATE
    return (10_000 * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def rms(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float64)))))


@pytest.mark.parametrize("hertz", [200, 1000, 3400, 6000])
def test_speech_frequencies_pass(hertz: float) -> None:
    out = Decimator().feed(tone(hertz))[200:-200]
    assert rms(out) == pytest.approx(10_000 / np.sqrt(2), rel=0.02)


@pytest.mark.parametrize("hertz", [8700, 10_000, 15_000, 20_000])
def test_what_would_fold_back_is_removed(hertz: float) -> None:
    out = Decimator().feed(tone(hertz))[200:-200]
    assert rms(out) < 10


@given(st.lists(st.integers(1, 2000), min_size=1, max_size=20))
def test_packet_borders_leave_no_trace(lengths: list[int]) -> None:
    wave = tone(700, 0.4)
    whole = Decimator().feed(wave)
    split, at, decimator = [], 0, Decimator()
    for length in lengths:
        split.append(decimator.feed(wave[at : at + length]))
        at += length
    split.append(decimator.feed(wave[at:]))
    assert np.array_equal(np.concatenate(split), whole)


def test_output_lies_where_the_input_lay() -> None:
    wave = np.zeros(4800, np.float32)
    wave[2400] = 30_000
    assert int(np.argmax(Decimator().feed(wave))) == 800


def test_stereo_is_averaged_and_loud_sound_is_clipped_not_wrapped() -> None:
    mixed = mono_mix(np.array([100, 300, -100, -300], np.int16), 2)
    assert mixed.tolist() == [200.0, -200.0]
    assert to_int16(np.array([40_000.0, -40_000.0], np.float32)).tolist() == [32767, -32768]


def test_a_lost_packet_becomes_silence_and_a_repeated_one_is_dropped() -> None:
    timeline = Timeline()
    assert timeline.place(0, 960).silence == 0
    assert timeline.place(1920, 960).silence == 960
    repeated = timeline.place(1920, 960)
    assert (repeated.silence, repeated.skip) == (0, 960)
    half = timeline.place(2400, 960)
    assert (half.silence, half.skip) == (0, 480)


def test_a_sender_that_begins_again_continues_the_line() -> None:
    timeline = Timeline()
    timeline.place(RTP_RATE * 60, 960)
    placed = timeline.place(0, 960)
    assert placed.restarted
    assert (placed.silence, placed.skip) == (0, 0)
    assert timeline.place(960, 960).silence == 0


@given(st.lists(st.tuples(st.integers(0, 90_000), st.sampled_from([480, 960, 1920, 2880])), max_size=60))
def test_no_sample_is_placed_twice(packets: list[tuple[int, int]]) -> None:
    timeline, position = Timeline(), None
    for pts, length in packets:
        placed = timeline.place(pts, length)
        start = pts + placed.skip
        if position is not None and not placed.restarted and placed.skip < length:
            assert start - placed.silence == position
        if placed.skip < length:
            position = pts + length
