"""Samples on the session clock."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.clock import FileClock, SessionOrigin, TrackClock
from media_worker.hearing import SAMPLE_RATE

PACKET = 320


def play(
    clock: TrackClock, seconds: float, delays: list[float], drift: float = 1.0, begin: float = 0.0
) -> int:
    """Feeds packets whose samples were captured from local time `begin`, each late by its delay."""
    index = 0
    count = round(seconds * SAMPLE_RATE / PACKET)
    for number in range(count):
        index += PACKET
        clock.arrived(index, begin + index / SAMPLE_RATE * drift + 0.1 + delays[number % len(delays)])
    return index


def test_half_the_round_trip_is_added_to_the_messages_session_time() -> None:
    origin = SessionOrigin.received(100.0, local=5.0, round_trip=0.08)
    assert origin.session_at(6.0) == pytest.approx(101.04)


def test_a_late_first_packet_is_corrected_by_the_next_ones() -> None:
    clock = TrackClock(SessionOrigin(local=0.0, session=50.0), path_delay=0.1)
    play(clock, 2.0, [0.4] + [0.0] * 200)
    assert clock.at(SAMPLE_RATE) == pytest.approx(51.0, abs=0.005)


@given(st.lists(st.floats(0.0, 0.3), min_size=5, max_size=40))
def test_time_never_runs_backwards_whatever_the_jitter(delays: list[float]) -> None:
    clock = TrackClock(SessionOrigin(0.0, 0.0))
    index = play(clock, 31.0, delays)
    times = [clock.at(at) for at in range(0, index, 1600)]
    assert all(before <= after for before, after in pairwise(times))


def test_a_slow_sound_card_is_followed_within_fifty_milliseconds_over_an_hour() -> None:
    clock = TrackClock(SessionOrigin(0.0, 0.0), path_delay=0.1)
    index = play(clock, 600.0, [0.0, 0.02, 0.01], drift=1.0002)  # 200 ppm: 0.12 s in ten minutes
    assert clock.at(index) == pytest.approx(600.0 * 1.0002, abs=0.05)


def test_jitter_alone_does_not_move_the_clock() -> None:
    clock = TrackClock(SessionOrigin(0.0, 0.0), path_delay=0.1)
    index = play(clock, 60.0, [0.0, 0.03, 0.06, 0.02])
    assert clock.at(index) == pytest.approx(60.0, abs=0.01)


def test_the_hole_of_a_broken_leg_is_measured_in_samples() -> None:
    clock = TrackClock(SessionOrigin(0.0, 0.0), path_delay=0.1)
    index = play(clock, 2.0, [0.0])
    assert clock.missing(index, 2.1 + 5.0) == pytest.approx(5 * SAMPLE_RATE, abs=SAMPLE_RATE // 100)
    assert clock.missing(index, 1.0) == 0


def test_a_file_begins_at_its_offset() -> None:
    assert FileClock(3.0).at(SAMPLE_RATE) == 4.0
