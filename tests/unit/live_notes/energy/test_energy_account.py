"""The energy of a session: sums, spans, labels, and what is said about them."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.energy import (
    LOCAL_STAGES,
    NOT_COUNTED,
    EnergyAccount,
    Estimate,
    Factor,
    Factors,
    Label,
    Stage,
    joules_of_answer,
)

WORK = st.lists(st.tuples(st.sampled_from(LOCAL_STAGES), st.floats(0, 1e5)), max_size=20)


def factor(low: float, mid: float, high: float) -> Factor:
    return Factor("a", "b", Estimate(low, mid, high), "c")


def test_a_cpu_second_costs_the_busy_watts_times_pue() -> None:
    account = EnergyAccount(Factors(busy_watts=factor(1, 2, 3), pue=factor(1, 1.5, 2)))
    assert account.add(Stage.RECOGNITION, 10) == Estimate(10, 30, 60)
    assert account.report().joules == Estimate(10, 30, 60)
    assert account.report().watt_hours.mid == pytest.approx(30 / 3600)


def test_a_fifty_minute_call_with_one_busy_core_is_of_the_known_order() -> None:
    account = EnergyAccount()
    account.add(Stage.RECOGNITION, 50 * 60)
    assert 2 < account.report().watt_hours.mid < 7


def test_a_remote_note_of_undeclared_size_is_of_the_published_order() -> None:
    account = EnergyAccount()
    account.answered("m", 4000, 1200, joules_of_answer(1200))
    hours = account.report().watt_hours
    assert hours.low == pytest.approx(0.1, rel=0.2)
    assert hours.high == pytest.approx(4.6, rel=0.2)
    assert account.report().remote_tokens == 1200
    assert account.report().prompt_tokens == 4000


def test_carbon_and_water_follow_their_factors() -> None:
    account = EnergyAccount(Factors(grams_per_kwh=factor(0, 0, 1000), litres_per_kwh=factor(0, 1, 2)))
    account.add(Stage.MEDIA, 3600)
    report = account.report()
    assert report.grams_co2e.mid == 0
    assert report.grams_co2e.high == pytest.approx(report.watt_hours.high)
    assert report.millilitres.mid == pytest.approx(report.watt_hours.mid)
    assert report.millilitres.high == pytest.approx(2 * report.watt_hours.high)


def test_a_millilitre_is_a_thousandth_of_a_litre_and_a_watt_hour_of_a_kilowatt_hour() -> None:
    factors = Factors.of(litres_per_kwh=4.0, grams_per_kwh=500.0)
    kwh = Estimate.exactly(3_600_000.0)
    assert factors.millilitres_of(kwh).mid == pytest.approx(4000.0)
    assert factors.grams_of(kwh).mid == pytest.approx(500.0)


@given(WORK, st.integers(0, 10_000))
def test_a_report_orders_its_figures_and_sums_its_stages(
    work: list[tuple[Stage, float]], tokens: int
) -> None:
    account = EnergyAccount()
    for stage, seconds in work:
        account.add(stage, seconds)
    account.answered("m", 0, tokens, joules_of_answer(tokens))
    report = account.report()
    assert report.joules.low <= report.joules.mid <= report.joules.high
    assert report.grams_co2e.low <= report.grams_co2e.mid <= report.grams_co2e.high
    assert report.millilitres.low <= report.millilitres.mid <= report.millilitres.high
    assert math.isclose(report.joules.mid, sum(joules.mid for joules in report.stages.values()), abs_tol=1e-9)
    assert report.label is Label.MODELLED
    json.dumps(report.as_json(), allow_nan=False)


def test_a_report_tells_its_factors_its_method_and_what_it_leaves_out() -> None:
    told = EnergyAccount().report().as_json()
    assert told["not_counted"] == list(NOT_COUNTED)
    assert all(one["source"] and one["unit"] for one in told["factors"])
    assert "EcoLogits" in told["remote_method"]
    assert told["label"] == "modelled"


def test_stages_are_told_in_the_order_of_a_session_whatever_came_first() -> None:
    account = EnergyAccount()
    for stage in (Stage.DRAFTING_LOCAL, Stage.MASKING, Stage.MEDIA):
        account.add(stage, 1)
    assert list(account.report().stages) == [Stage.MEDIA, Stage.MASKING, Stage.DRAFTING_LOCAL]


@pytest.mark.parametrize("seconds", [-1.0, math.nan])
def test_nonsense_is_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="not negative"):
        EnergyAccount().add(Stage.MEDIA, seconds)


def test_the_stage_counted_in_tokens_takes_no_cpu_seconds() -> None:
    with pytest.raises(ValueError, match="tokens"):
        EnergyAccount().add(Stage.DRAFTING_REMOTE, 1)


@pytest.mark.parametrize(
    ("spent", "measured", "tokens", "label"),
    [
        (10.0, 0.0, 0, Label.MODELLED),
        (10.0, 10.0, 0, Label.MEASURED),
        (10.0, 10.0 - 1e-9, 0, Label.MEASURED),
        (10.0, 4.0, 0, Label.PARTLY),
        (10.0, 10.0, 100, Label.PARTLY),
        (10.0, 0.0, 100, Label.MODELLED),
        (0.0, 0.0, 0, Label.MODELLED),
    ],
)
def test_the_label_says_how_much_was_measured(
    spent: float, measured: float, tokens: int, label: Label
) -> None:
    account = EnergyAccount()
    account.take(Stage.RECOGNITION, spent, Estimate(1, 2, 3), measured)
    if tokens:
        account.answered("m", 0, tokens, Estimate(1, 2, 3))
    assert account.report().label is label
