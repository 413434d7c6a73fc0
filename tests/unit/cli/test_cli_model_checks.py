"""What `attune doctor` says of models: whole or altered, fast enough or not, and which to take."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from media_worker.speed import Recommendation, Speed
from media_worker.trial import Trial, try_models
from signaling.cli import model_checks
from signaling.cli.checks import Health
from signaling.cli.program import run
from signaling.sample import sample_speech

BASE = Trial("base", 0.8, 55.0, 73_000_000, True)
TINY = Trial("tiny.en", 0.4, 104.0, 38_000_000)


@pytest.fixture(autouse=True)
def an_idle_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_checks, "busy", lambda: False)


def test_a_fast_model_says_what_it_carries() -> None:
    check = model_checks.measured(BASE, "base", 8)
    assert check.health is Health.WELL
    assert "55 times" in check.found
    assert check.figures == {"model": "base", "times": 55.0, "calls": 8, "load_seconds": 0.8}
    assert check.as_json()["figures"] == check.figures


def test_only_the_model_in_use_has_to_carry_the_calls() -> None:
    assert model_checks.measured(BASE, "base", 14).health is Health.WEAK
    assert model_checks.measured(BASE, "tiny.en", 14).health is Health.WELL


def test_a_model_that_can_not_be_tried_is_ill_only_in_use() -> None:
    broken = Trial("own", fault="it brought the decoder down")
    assert model_checks.measured(broken, "own", 1).health is Health.ILL
    assert model_checks.measured(broken, "base", 1).health is Health.WEAK
    assert "figures" not in model_checks.measured(broken, "base", 1).as_json()


@pytest.mark.parametrize(
    ("best", "chosen", "health", "says"),
    [
        (Recommendation("base", 8, True), "base", Health.WELL, "in use"),
        (Recommendation("tiny.en", 20, True), "base", Health.WEAK, "attune models use tiny.en"),
        (Recommendation("tiny.en", 2, False), "tiny.en", Health.WEAK, "faster machine"),
        (None, "base", Health.WEAK, "models"),
    ],
)
def test_the_recommendation_names_what_to_do(
    best: Recommendation | None, chosen: str, health: Health, says: str
) -> None:
    check = model_checks.recommended(best, [Speed("base", 40, 1, True)], chosen, 8)
    assert check.health is health
    assert says in f"{check.found} {check.advice}"


def test_a_busy_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_checks, "busy", lambda: True)
    check = model_checks.recommended(Recommendation("base", 8, True), [], "base", 1)
    assert "busy" in check.found
    assert check.figures["busy"] is True


def test_the_doctor_measures_recommends_and_speaks_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def tried(models: list[str], sound: Path) -> list[Trial]:
        asked.extend((models, sound.name))
        return [BASE, TINY]

    monkeypatch.setattr("media_worker.trial.try_models", tried)
    monkeypatch.delenv("ATTUNE_MODEL", raising=False)
    monkeypatch.setenv("ATTUNE_EAR_MODEL", "base")
    run(["doctor", "--data", str(tmp_path), "--port", "0", "--calls", "14", "--json"])
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert asked[1] == "clinician.ogg"
    assert found["model base"]["health"] == "well"
    assert found["speed base"]["figures"]["calls"] == 8
    assert found["recommended"]["advice"] == "attune models use tiny.en"
    assert found["recommended"]["figures"]["wanted"] == 14


def test_without_speed_nothing_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("media_worker.trial.try_models", None)
    run(["doctor", "--data", str(tmp_path), "--port", "0", "--no-speed", "--json"])
    assert "recommended" not in capsys.readouterr().out


@pytest.mark.speech
def test_a_real_model_is_really_measured() -> None:
    (trial,) = try_models(["tiny.en"], sample_speech())
    check = model_checks.measured(trial, "tiny.en", 1)
    assert float(check.figures["times"]) > 0.1
    assert trial.parameters > 37_000_000
