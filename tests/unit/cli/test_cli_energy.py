"""Energy in a terminal: what the doctor finds, and the demo's lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from live_notes.energy import EnergyAccount, Factors, Stage, joules_of_answer
from signaling.cli import checks, render
from signaling.cli.checks import Health


def zone(root: Path) -> Path:
    made = root / "intel-rapl:0"
    made.mkdir(parents=True)
    (made / "name").write_text("package-0\n")
    return made


def test_the_doctor_says_that_energy_is_modelled_without_a_counter(tmp_path: Path) -> None:
    first, *factors = checks.energy(Factors(), tmp_path)
    assert "modelled" in first.found
    assert first.advice == ""
    assert [one.name for one in factors] == [
        "power usage effectiveness",
        "carbon of electricity",
        "water of electricity and cooling",
    ]
    assert all(one.health is Health.WELL for one in (first, *factors))


def test_the_doctor_says_that_energy_is_measured_where_it_is(tmp_path: Path) -> None:
    (zone(tmp_path) / "energy_uj").write_text("12\n")
    first, *_ = checks.energy(Factors(), tmp_path)
    assert first.found.startswith("measured")


def test_the_doctor_says_what_to_do_about_a_counter_that_may_not_be_read(tmp_path: Path) -> None:
    zone(tmp_path)
    first, *_ = checks.energy(Factors(), tmp_path)
    assert "may not read" in first.found
    assert "docs/energy.md" in first.advice


def test_the_doctor_tells_a_set_factor_with_its_source_and_without_a_span(tmp_path: Path) -> None:
    factors = Factors.of(grams_per_kwh=56.0, grid_source="Ember 2023, France")
    carbon = next(one for one in checks.energy(factors, tmp_path) if one.name == "carbon of electricity")
    assert carbon.found.startswith("56 g CO2e per kWh")
    assert "Ember 2023, France" in carbon.found
    assert carbon.figures == {"low": 56.0, "mid": 56.0, "high": 56.0}


def test_the_demo_tells_stages_water_label_and_what_is_not_counted() -> None:
    account = EnergyAccount()
    account.add(Stage.MEDIA, 0.5)
    account.add(Stage.RECOGNITION, 12.0)
    account.answered("m", 10, 300, joules_of_answer(300))
    told = render.energy(account.report().as_json()).plain
    lines = told.splitlines()
    assert "ml of water" in lines[0]
    assert lines[0].endswith("modelled")
    assert any("recognition" in line and "12.00 CPU s" in line for line in lines)
    assert any("drafting elsewhere" in line and "300 tokens" in line for line in lines)
    assert lines[-1].strip().startswith("Not counted: ")


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_name_in_the_terminal(stage: Stage) -> None:
    assert stage.value in render.STAGES
