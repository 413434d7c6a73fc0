"""Time that never goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from retention import FrozenClock, SystemClock
from retention.clock import SteadyTime

START = datetime(2026, 1, 1, tzinfo=UTC)
MOVES = st.lists(
    st.tuples(st.sampled_from(["pass", "set"]), st.integers(-(10**7), 10**7)), min_size=1, max_size=30
)


@given(MOVES)
def test_steady_time_never_goes_back_and_never_lags_what_really_passed(moves: list[tuple[str, int]]) -> None:
    clock = FrozenClock(START)
    time = SteadyTime(clock)
    begun, passed, last = time.now(), 0, time.now()
    for kind, seconds in moves:
        if kind == "pass":
            clock.advance(seconds=abs(seconds))
            passed += abs(seconds)
        else:
            clock.set_wall(START + timedelta(seconds=seconds))
        now = time.now()
        assert now >= last
        assert now >= clock.now()
        assert now - begun >= timedelta(seconds=passed)
        last = now


def test_a_restart_after_setting_the_clock_back_goes_on_from_the_mark() -> None:
    clock = FrozenClock(START)
    clock.set_wall(START - timedelta(days=400))
    time = SteadyTime(clock, mark=START)
    assert time.now() == START
    clock.advance(timedelta(days=3))
    assert time.now() == START + timedelta(days=3)
    assert time.wall() == START - timedelta(days=397)


def test_the_system_clock_is_aware_and_monotonic() -> None:
    clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.monotonic() <= clock.monotonic()
