"""Factors: where they are from, and what a practice's own figure does to the span."""

from __future__ import annotations

import pytest

from live_notes.energy import Estimate, Factors
from live_notes.energy.factors import GRID, PUE, WATER


def test_every_factor_is_ordered_and_says_where_it_is_from() -> None:
    for factor in Factors().all():
        assert factor.value.low <= factor.value.mid <= factor.value.high
        assert len(factor.source) > 20
        assert factor.unit


def test_a_set_figure_has_no_span_and_names_its_setting() -> None:
    factors = Factors.of(pue=1.1, grams_per_kwh=30.0, litres_per_kwh=2.0, grid_source="RTE 2025")
    assert factors.pue.value == Estimate(1.1, 1.1, 1.1)
    assert factors.grams_per_kwh.value == Estimate.exactly(30.0)
    assert factors.litres_per_kwh.value == Estimate.exactly(2.0)
    assert "ATTUNE_PUE" in factors.pue.source
    assert "RTE 2025" in factors.grams_per_kwh.source
    assert "ATTUNE_WATER_LITRES_PER_KWH" in factors.litres_per_kwh.source


def test_a_grid_factor_without_a_source_says_so() -> None:
    assert "source not stated" in Factors.of(grams_per_kwh=100.0).grams_per_kwh.source


def test_what_is_not_set_keeps_its_span() -> None:
    factors = Factors.of()
    assert (factors.pue, factors.grams_per_kwh, factors.litres_per_kwh) == (PUE, GRID, WATER)


def test_a_set_figure_may_be_nothing() -> None:
    """A roof full of solar cells, say: 0 is a figure, not the absence of one."""
    factors = Factors.of(grams_per_kwh=0.0)
    assert factors.grams_of(Estimate(1, 2, 3)) == Estimate(0, 0, 0)


def test_set_figures_narrow_carbon_and_water_to_the_span_of_the_energy() -> None:
    wide, narrow = Factors(), Factors.of(grams_per_kwh=480.0, litres_per_kwh=3.7)
    joules = Estimate.exactly(3600.0)
    for of in ("grams_of", "millilitres_of"):
        spread, exact = getattr(wide, of)(joules), getattr(narrow, of)(joules)
        assert spread.low < exact.low == exact.mid == exact.high < spread.high


def test_what_a_counter_showed_is_never_charged_with_more_than_its_share() -> None:
    charged = Factors.of(pue=1.0).joules_of_package(2.0, 5.0)
    assert charged == Estimate(2.0, 5.0, 5.0)
    spread = Factors().joules_of_package(2.0, 5.0)
    assert spread.high == pytest.approx(5.0 * PUE.value.high)
