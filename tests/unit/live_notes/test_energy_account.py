"""The energy of a session: sums, spans, and what is said about them."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.energy import CpuMeter, EnergyAccount, Estimate, PowerModel, Stage

LOCAL = [stage for stage in Stage if stage not in {Stage.DRAFTING_REMOTE, Stage.STANDING}]
WORK = st.lists(st.tuples(st.sampled_from(LOCAL), st.floats(0, 1e5)), max_size=20)


def test_a_cpu_second_costs_the_busy_watts_times_pue() -> None:
    model = PowerModel(watts_max=Estimate(1, 2, 3), pue=Estimate(1, 1.5, 2))
    account = EnergyAccount(model)
    assert account.add(Stage.RECOGNITION, 10) == Estimate(10, 30, 60)
    assert account.report().joules == Estimate(10, 30, 60)
    assert account.report().watt_hours.mid == pytest.approx(30 / 3600)


def test_a_fifty_minute_call_on_two_busy_cores_is_of_the_known_order() -> None:
    account = EnergyAccount()
    account.add(Stage.RECOGNITION, 50 * 60)
    account.hold(2 * 50 * 60)
    assert 2 < account.report().watt_hours.mid < 7


def test_what_work_did_not_use_of_held_time_stands_idle() -> None:
    account = EnergyAccount(PowerModel(watts_min=Estimate(1, 1, 1), pue=Estimate(1, 1, 1)))
    account.add(Stage.MASKING, 40)
    account.hold(100)
    assert account.report().stages[Stage.STANDING].mid == pytest.approx(60)


def test_a_remote_note_is_counted_by_its_tokens() -> None:
    account = EnergyAccount()
    account.add_tokens(1200)
    hours = account.report().watt_hours
    assert hours.low == pytest.approx(0.1)
    assert hours.high == pytest.approx(4.0)


def test_carbon_follows_the_grid() -> None:
    account = EnergyAccount(PowerModel(grams_per_kwh=Estimate(0, 0, 1000)))
    account.add(Stage.MEDIA, 3600)
    report = account.report()
    assert report.grams_co2e.mid == 0
    assert report.grams_co2e.high == pytest.approx(report.watt_hours.high)


@given(WORK, st.integers(0, 10_000))
def test_a_report_orders_its_figures_and_sums_its_stages(
    work: list[tuple[Stage, float]], tokens: int
) -> None:
    account = EnergyAccount()
    for stage, seconds in work:
        account.add(stage, seconds)
    account.add_tokens(tokens)
    report = account.report()
    assert report.joules.low <= report.joules.mid <= report.joules.high
    assert math.isclose(report.joules.mid, sum(joules.mid for joules in report.stages.values()), abs_tol=1e-9)
    assert report.label == "modelled"
    assert report.not_counted
    json.dumps(report.as_json(), allow_nan=False)


@pytest.mark.parametrize("seconds", [-1.0, math.nan])
def test_nonsense_is_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="not negative"):
        EnergyAccount().add(Stage.MEDIA, seconds)


@pytest.mark.parametrize("stage", [Stage.DRAFTING_REMOTE, Stage.STANDING])
def test_stages_not_counted_in_cpu_seconds_take_none(stage: Stage) -> None:
    with pytest.raises(ValueError, match="tokens or held"):
        EnergyAccount().add(stage, 1)


def test_a_meter_sums_its_blocks() -> None:
    readings = iter([1.0, 3.0, 10.0, 10.5])
    meter = CpuMeter(lambda: next(readings))
    with meter:
        pass
    with meter:
        pass
    assert meter.seconds == pytest.approx(2.5)
