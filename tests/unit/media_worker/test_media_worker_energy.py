"""What a worker's process used, shared among the sessions it hears, with joules where they are measured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.energy import EnergyMeter
from media_worker.package_energy import Interval
from wire.control import EnergyUsed, parse_worker


def used(meter: EnergyMeter, seconds: float, interval: Interval) -> dict[tuple[str, str], EnergyUsed]:
    return {(one.session, one.stage): one for one in meter.report(seconds, interval)}


def test_without_a_counter_there_are_no_joules() -> None:
    meter = EnergyMeter(10.0)
    meter.recognised("a", 1.0)
    (report,) = meter.report(11.0)
    assert (report.joules_low, report.joules_mid) == (None, None)


def test_joules_are_shared_by_cpu_seconds() -> None:
    meter = EnergyMeter(10.0)
    meter.recognised("a", 1.0)
    meter.heard("a", 3.0)
    meter.heard("b", 1.0)
    found = used(meter, 12.0, Interval(joules=80.0, busy_seconds=4.0, all_seconds=10.0))
    assert found["a", "recognition"].joules_mid == pytest.approx(20.0)
    assert found["a", "media"].joules_mid == pytest.approx(15.0)
    assert found["b", "media"].joules_mid == pytest.approx(5.0)
    assert found["b", "media"].joules_low == pytest.approx(2.0)


def test_a_report_begins_anew() -> None:
    meter = EnergyMeter(0.0)
    meter.recognised("a", 1.0)
    assert meter.report(1.0)
    assert meter.report(5.0) == []


def test_a_report_survives_the_wire_with_and_without_joules() -> None:
    for joules in (None, 1.5):
        sent = EnergyUsed(session="s", stage="media", cpu_seconds=1.0, joules_low=joules, joules_mid=joules)
        assert parse_worker(sent.model_dump_json()) == sent


@given(
    st.dictionaries(st.sampled_from("abc"), st.floats(0, 10)),
    st.dictionaries(st.sampled_from("abc"), st.floats(0.1, 10)),
    st.floats(0, 100),
)
def test_no_more_is_reported_than_the_process_used(
    recognised: dict[str, float], heard: dict[str, float], more: float
) -> None:
    meter = EnergyMeter(0.0)
    for session, seconds in recognised.items():
        meter.recognised(session, seconds)
    for session, seconds in heard.items():
        meter.heard(session, seconds)
    spent = sum(recognised.values()) + more
    reports = meter.report(spent, Interval(50.0, spent, 2 * spent))
    assert sum(one.cpu_seconds for one in reports) <= spent * (1 + 1e-9) + 1e-9
    assert sum(one.joules_mid or 0.0 for one in reports) <= 50.0 * (1 + 1e-9)
