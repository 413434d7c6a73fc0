"""The processor's energy counters: followed around their range, and shared by CPU time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.package_energy import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    Counter,
    Interval,
    Joules,
    PackageMeter,
    Reading,
    between,
)

RANGE = 262_143_328_850


def reading(microjoules: int, busy: float = 0.0, every: float = 0.0, name: str = "intel-rapl:0") -> Reading:
    return Reading({name: Counter(microjoules, RANGE)}, busy, every)


class Machine:
    """A machine that draws so many watts and is so busy, with a clock that is moved by hand."""

    def __init__(self, watts: float = 20.0, busy_cores: float = 0.5, cores: int = 2) -> None:
        self.at, self.watts, self.busy_cores, self.cores = 0.0, watts, busy_cores, cores
        self.readable = True

    def read(self) -> Reading | None:
        if not self.readable:
            return None
        used = int(self.at * self.watts * 1e6) % RANGE
        return reading(used, self.at * self.busy_cores, self.at * self.cores)

    def meter(self) -> PackageMeter:
        return PackageMeter(self.read, lambda: self.at)


# ------------------------------------------------------------ counters


def test_a_counter_counts_up() -> None:
    assert Counter(500, RANGE).since(Counter(200, RANGE)) == 300


def test_a_counter_that_went_round_goes_on_from_nothing() -> None:
    assert Counter(70, RANGE).since(Counter(RANGE - 30, RANGE)) == 100


def test_a_counter_that_went_back_without_a_range_says_nothing() -> None:
    assert Counter(70).since(Counter(100)) is None
    earlier, later = Reading({"a": Counter(100)}, 0.0, 0.0), Reading({"a": Counter(70)}, 1.0, 2.0)
    assert between(earlier, later) is None


@given(st.integers(0, RANGE - 1), st.integers(0, RANGE - 1))
def test_whatever_was_used_below_the_range_is_found_again(start: int, used: int) -> None:
    assert Counter((start + used) % RANGE, RANGE).since(Counter(start, RANGE)) == used


# ------------------------------------------------------------ intervals


def test_packages_are_added() -> None:
    earlier = Reading({"a": Counter(0, RANGE), "b": Counter(5_000_000, RANGE)}, 10.0, 20.0)
    later = Reading({"a": Counter(2_000_000, RANGE), "b": Counter(8_000_000, RANGE)}, 11.0, 24.0)
    assert between(earlier, later) == Interval(5.0, 1.0, 4.0)


@pytest.mark.parametrize(
    "later",
    [
        Reading({}, 1.0, 2.0),
        reading(10, 1.0, 2.0, "intel-rapl:1"),
        reading(10, -1.0, 2.0),
    ],
    ids=["no counters", "another counter", "less busy than before"],
)
def test_what_can_not_be_followed_is_no_interval(later: Reading) -> None:
    assert between(reading(0), later) is None


def test_a_machine_that_was_busy_throughout_is_followed_though_its_idle_time_went_back() -> None:
    assert between(reading(0, 1.0, 2.0), reading(5_000_000, 4.0, 4.9)) == Interval(5.0, 3.0, 3.0)


def test_the_middle_is_the_share_of_busy_time_and_the_least_that_of_all_time() -> None:
    shared = Interval(100.0, 2.0, 10.0).shared({"media": 0.5, "recognition": 1.0})
    assert shared == {"media": Joules(5.0, 25.0), "recognition": Joules(10.0, 50.0)}


def test_who_used_all_the_busy_time_is_charged_with_everything() -> None:
    assert Interval(100.0, 2.0, 10.0).shared({"x": 2.0})["x"].mid == pytest.approx(100.0)


def test_ticks_that_missed_our_own_seconds_charge_no_more_than_there_was() -> None:
    """0.05 CPU seconds of ours, of which the machine's clock saw none."""
    shared = Interval(10.0, 0.0, 0.0).shared({"x": 0.03, "y": 0.02})
    assert shared["x"].mid + shared["y"].mid == pytest.approx(10.0)


def test_nothing_done_costs_nothing() -> None:
    assert Interval(10.0, 0.0, 4.0).shared({"x": 0.0}) == {"x": Joules(0.0, 0.0)}
    assert Interval(10.0, 1.0, 4.0).shared({}) == {}


@given(
    st.floats(0, 1e6),
    st.floats(0, 1e4),
    st.floats(0, 1e4),
    st.dictionaries(st.text(max_size=3), st.floats(0, 1e4), max_size=8),
)
def test_shares_are_ordered_and_together_no_more_than_the_whole(
    joules: float, busy: float, idle: float, spent: dict[str, float]
) -> None:
    shared = Interval(joules, busy, busy + idle).shared(spent)
    assert all(0 <= one.low <= one.mid * (1 + 1e-9) for one in shared.values())
    assert sum(one.mid for one in shared.values()) <= joules * (1 + 1e-9)


# ------------------------------------------------------------ the meter


def test_a_meter_gives_what_was_used_since_it_was_last_asked() -> None:
    machine = Machine(watts=20.0, busy_cores=0.5, cores=2)
    meter = machine.meter()
    for _ in range(3):
        machine.at += 5.0
        interval = meter.interval()
        assert interval is not None
        assert interval.joules == pytest.approx(100.0)
        assert interval.busy_seconds == pytest.approx(2.5)
        assert interval.all_seconds == pytest.approx(10.0)


def test_a_burn_of_known_length_is_charged_with_its_share() -> None:
    machine = Machine(watts=30.0, busy_cores=1.0, cores=2)
    meter = machine.meter()
    machine.at += 4.0
    interval = meter.interval()
    assert interval is not None
    charged = interval.shared({"burn": 3.0})["burn"]
    assert charged.mid == pytest.approx(120.0 * 3 / 4)
    assert charged.low == pytest.approx(120.0 * 3 / 8)


def test_asked_again_at_once_it_says_the_same() -> None:
    machine = Machine()
    meter = machine.meter()
    machine.at += 5.0
    first = meter.interval()
    machine.at += SHORTEST_SECONDS / 2
    assert meter.interval() is first
    machine.at += SHORTEST_SECONDS
    assert meter.interval() is not first


def test_work_longer_than_the_last_seconds_is_covered_by_those_before() -> None:
    machine = Machine(watts=20.0, busy_cores=1.0, cores=2)
    meter = machine.meter()
    for passed in (5.0, 5.0, 0.5):
        machine.at += passed
        meter.interval()
    last, more = meter.covering(0.4), meter.covering(3.0)
    assert last is not None
    assert more is not None
    assert last.busy_seconds == pytest.approx(0.5)
    assert more.busy_seconds == pytest.approx(5.5)
    assert more.shared({"draft": 3.0})["draft"].mid == pytest.approx(60.0)  # 20 J for each busy second
    everything = meter.covering(1000.0)
    assert everything is not None
    assert everything.joules == pytest.approx(210.0)


def test_nothing_is_covered_across_a_gap() -> None:
    machine = Machine()
    meter = machine.meter()
    machine.at += 5.0
    meter.interval()
    machine.at += LONGEST_SECONDS + 1
    assert meter.interval() is None
    assert meter.covering(0.1) is None


def test_right_after_its_start_it_knows_nothing() -> None:
    assert Machine().meter().interval() is None


def test_it_follows_a_counter_around_its_range() -> None:
    machine = Machine(watts=200.0)
    machine.at = RANGE / 1e6 / 200.0 - 2.0  # goes round in two seconds
    meter = machine.meter()
    machine.at += 5.0
    interval = meter.interval()
    assert interval is not None
    assert interval.joules == pytest.approx(1000.0, rel=1e-6)


def test_after_a_long_sleep_nothing_is_known_and_then_it_goes_on() -> None:
    machine = Machine()
    meter = machine.meter()
    machine.at += LONGEST_SECONDS + 1
    assert meter.interval() is None
    machine.at += 5.0
    assert meter.interval() is not None


def test_a_right_that_is_taken_away_and_given_back() -> None:
    machine = Machine()
    meter = machine.meter()
    machine.at, machine.readable = 5.0, False
    assert meter.interval() is None
    machine.at, machine.readable = 10.0, True
    assert meter.interval() is None  # the first reading after a gap has nothing before it
    machine.at = 15.0
    assert meter.interval() is not None
