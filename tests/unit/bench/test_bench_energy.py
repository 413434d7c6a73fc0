"""The measurement of metering: its burns are as long as they say, its verdict follows from its figures."""

from __future__ import annotations

import json
import time

import pytest

from bench import energy
from live_notes.energy import Stage


def row(burnt: float, charged: float, stage: str = "media") -> energy.Row:
    return energy.Row("session 1", stage, burnt, charged, 1.0, 0.0)


def test_a_burn_takes_the_cpu_seconds_it_says() -> None:
    began = time.thread_time()
    told = energy.burn(0.1)
    assert told == pytest.approx(time.thread_time() - began, abs=0.01)
    assert 0.1 <= told < 0.15


def test_wrong_is_told_as_a_share_with_its_sign() -> None:
    assert row(2.0, 2.1).wrong == pytest.approx(0.05)
    assert row(2.0, 1.9).wrong == pytest.approx(-0.05)
    assert row(0.0, 1.0).wrong == 0.0


@pytest.mark.parametrize(
    ("charged", "step", "code"),
    [(1.0, 1e-6, 0), (1.06, 1e-6, 1), (0.94, 1e-6, 1), (1.0, 0.01, 1)],
    ids=["in bounds", "too much", "too little", "too dear"],
)
def test_the_verdict_follows_from_the_figures(
    charged: float, step: float, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert energy.shown([row(1.0, charged)], {"a step": step}, as_json=True) == code
    told = json.loads(capsys.readouterr().out)
    assert told["met"] is (code == 0)
    assert energy.shown([row(1.0, charged)], {"a step": step}, as_json=False) == code
    assert ("misses" if code else "holds") in capsys.readouterr().out


async def test_every_local_stage_of_both_sessions_is_charged_with_what_it_burnt() -> None:
    rows = await energy.attributed(0.2)
    assert {(one.session, one.stage) for one in rows} == {
        (session, stage)
        for session in ("session 1", "session 2")
        for stage in Stage
        if stage is not Stage.DRAFTING_REMOTE
    }
    assert all(abs(one.wrong) < 0.2 for one in rows), rows


async def test_each_step_of_metering_has_a_cost() -> None:
    steps = await energy.costs()
    assert len(steps) == 5
    assert all(cost >= 0 for cost in steps.values())


def test_a_burn_of_nothing_is_refused() -> None:
    with pytest.raises(SystemExit):
        energy.main(["--seconds", "0"])
