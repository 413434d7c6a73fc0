"""A soak's verdict: flat memory, no drift, nothing late, nothing missing."""

from __future__ import annotations

from typing import Any

import pytest

from bench.calls import Load, Outcome, Plan
from bench.clips import Pair
from bench.soak import Soak, blocks_of, judged, slope
from bench.stream_figures import Samples

HOUR = 3600.0


def samples(growth: float = 0.0) -> list[dict[str, float]]:
    """One a minute: 500 MB and so many more an hour, half a core."""
    return [
        {"at": at, "cpu_seconds": at / 2, "rss": 5e8 + growth * 1e6 * at / HOUR} | WAITING
        for at in (60.0 * minute for minute in range(60))
    ]


WAITING = {"backlog_seconds": 1.0, "oldest_wait": 0.2, "fed_late": 0.0}


@pytest.fixture(scope="module")
def plan(short_pair: Pair) -> Plan:
    """Two calls for an hour."""
    return Plan([short_pair], Load(2, HOUR - 60, 60.0, 0.02, "base"))


def verdict(plan: Plan, growth: float = 0.0, *, final: Any = lambda _: 1.0, drained: bool = True) -> Soak:
    rounds = [
        (ended, Samples(words=9, errors=1, shown=[0.5], settled=[0.6], final=[final(ended)], written=9))
        for ended in (float(second) for second in range(60, 3600, 60))
    ]
    outcome = Outcome(samples(growth), drained=drained)
    return judged(plan, outcome, blocks_of(plan.ends, 300.0, outcome.samples, rounds))


def test_a_flat_hour_holds_and_is_told_in_blocks(plan: Plan) -> None:
    found = verdict(plan)
    assert found.holds
    assert len(found.blocks) == 12
    assert found.blocks[3].figures.words == 45
    assert found.blocks[3].cores == pytest.approx(0.5)
    assert (found.blocks[3].rss_mb, found.blocks[3].oldest_wait_p95) == (500.0, 0.2)


def test_growing_memory_is_missed(plan: Plan) -> None:
    assert verdict(plan, 20.0).holds
    assert verdict(plan, 40.0).missed == ["memory grows"]
    assert verdict(plan, 40.0).rss_mb_per_hour == pytest.approx(40.0, rel=0.01)


def test_a_drift_is_missed_also_within_the_bound(plan: Plan) -> None:
    assert verdict(plan, final=lambda ended: 0.6 + ended / HOUR).missed == ["the delay of finals drifts"]


def test_warm_up_may_be_late_and_later_blocks_may_not(plan: Plan) -> None:
    assert verdict(plan, final=lambda ended: 5.0 if ended < 300 else 1.0).holds
    assert verdict(plan, final=lambda ended: 5.0 if 900 <= ended < 1000 else 1.0).missed == [
        "late after 15 min"
    ]


def test_missing_finals_are_missed(plan: Plan) -> None:
    assert verdict(plan, drained=False).missed == ["finals were missing at the end"]


def test_a_slope_needs_two_moments() -> None:
    assert slope([]) == slope([(1.0, 5.0)]) == slope([(1.0, 5.0), (1.0, 9.0)]) == 0.0
    assert slope([(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]) == pytest.approx(2.0)
