"""Time that never goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from retention import FrozenClock, SystemClock
from retention.clock import FIRST_POSSIBLE, SteadyTime, TimeMark

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
    time = SteadyTime(clock, TimeMark(START, START))
    assert time.now() == START
    clock.advance(timedelta(days=3))
    assert time.now() == START + timedelta(days=3)
    assert time.wall() == START - timedelta(days=397)


def test_time_while_nothing_ran_counts_also_after_a_clock_that_was_ahead() -> None:
    ahead = timedelta(days=365)
    clock = FrozenClock(START + ahead)
    time = SteadyTime(clock)
    clock.set_wall(START)
    clock.advance(timedelta(hours=1))
    kept = time.mark()
    assert kept == TimeMark(START + ahead + timedelta(hours=1), START + timedelta(hours=1))
    clock.advance(timedelta(days=3))  # no process runs
    assert SteadyTime(clock, kept).now() - kept.at == timedelta(days=3)
    clock.set_wall(START - timedelta(days=9))
    assert SteadyTime(clock, kept).now() == kept.at


def test_a_clock_that_was_never_set_is_not_remembered() -> None:
    """So that setting it later, while nothing runs, does not count as decades gone by."""
    clock = FrozenClock(datetime(1970, 1, 1, tzinfo=UTC))
    kept = SteadyTime(clock, TimeMark(START, START)).mark()
    assert kept == TimeMark(START, START)
    clock.set_wall(START + timedelta(hours=2))
    assert SteadyTime(clock, kept).now() == START + timedelta(hours=2)
    assert FIRST_POSSIBLE <= START


@given(
    st.lists(
        st.tuples(st.integers(0, 10**6), st.integers(-(10**7), 10**7), st.integers(0, 10**6)), max_size=9
    )
)
def test_no_setting_of_the_clock_hides_what_passed_while_it_ran_or_while_it_stood_right(
    days: list[tuple[int, int, int]],
) -> None:
    """Over restarts: the clock runs, is set, runs on; then nothing runs and nobody sets it."""
    clock = FrozenClock(START)
    kept = SteadyTime(clock).mark()
    begun, passed = kept.at, 0
    for up, set_by, down in days:
        time = SteadyTime(clock, kept)
        clock.advance(seconds=up)
        clock.set_wall(max(FIRST_POSSIBLE, clock.now() + timedelta(seconds=set_by)))
        kept = time.mark()
        clock.advance(seconds=down)
        passed += up + down
        assert SteadyTime(clock, kept).now() - begun >= timedelta(seconds=passed)


def test_the_system_clock_is_aware_and_monotonic() -> None:
    clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.monotonic() <= clock.monotonic()
