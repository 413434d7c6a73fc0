"""The command that runs measurements, and the small ones: destruction, figures, forgetting."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench import __main__ as table
from bench import destroy, figures, forgetting
from signaling.cli.program import run


def test_attune_bench_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bench"]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("live", "soak", "neighbours", "mask", "destroy"))


def test_options_behind_the_name_are_the_measurements_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bench", "live", "--help"]) == 0
    assert "--until-broken" in capsys.readouterr().out
    assert run(["bench", "live", "--calls", "none"]) == 2


def test_an_unknown_measurement_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bench", "astrology"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("attune: bench: one of ")
    assert error.count("\n") == 1


def test_a_missing_package_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "bench.words", raising=False)
    monkeypatch.delitem(sys.modules, "bench.wer_demo", raising=False)
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
    assert table.main(["wer_demo"]) == 2
    assert "wer_demo needs the package 'rapidfuzz'" in capsys.readouterr().err


def test_what_is_run_by_default_is_there() -> None:
    assert set(table.BY_DEFAULT) <= set(table.available())


@pytest.fixture
def logs_untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(destroy, "configure", lambda *_: None)


@pytest.mark.usefixtures("logs_untouched")
def test_signing_destroys_and_is_timed(capsys: pytest.CaptureFixture[str]) -> None:
    destroy.main(["--sessions", "2", "--segments", "3", "--store", "2", "--json"])
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (found["sessions"], found["segments"]) == (2, 3)
    assert 0 < found["seconds"]["p50"] <= found["seconds"]["p95"]


@pytest.mark.usefixtures("logs_untouched")
def test_storage_that_is_not_there_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    url = "postgresql+asyncpg://nobody@127.0.0.1:1/none"
    assert destroy.main(["--sessions", "1", "--segments", "1", "--database", url]) == 2
    assert capsys.readouterr().err.startswith("bench destroy: ")


def test_events_of_transcribe_are_measured_by_an_outsider(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = {"track": "doctor", "id": "doctor-0", "start": 0.0, "end": 1.0, "text": "well then", "words": []}
    lines = [{**event, "final": False, "emitted_at": 1.2}, {**event, "final": True, "emitted_at": 1.7}]
    (tmp_path / "e.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    (tmp_path / "doctor.words.json").write_text(json.dumps([[0.0, 0.5, "Well"], [0.5, 1.0, "then."]]))
    (tmp_path / "client.turns.json").write_text(json.dumps([[2.0, 3.0, "Yes, please"]]))
    given = [f"--reference={tmp_path / name}" for name in ("doctor.words.json", "client.turns.json")]
    assert run(["bench", "figures", str(tmp_path / "e.jsonl"), *given, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["words"], found["word_error_percent"]) == (4, 50.0)
    assert found["shown"]["p50"] == pytest.approx(0.2)
    assert found["final"]["p50"] == pytest.approx(0.7)


def test_events_without_a_reference_and_other_files_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.words.json").write_text("[]")
    (tmp_path / "e.jsonl").write_text('{"track": "b"}')
    assert figures.main([str(tmp_path / "e.jsonl"), "--reference", str(tmp_path / "a.words.json")]) == 2
    assert figures.main([str(tmp_path / "no"), "--reference", str(tmp_path / "no.words.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_the_long_form_of_forgetting_names_tests_that_are_there() -> None:
    assert all((forgetting.ROOT / test).exists() for test in forgetting.TESTS)


def test_without_a_checkout_the_long_form_of_forgetting_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(forgetting, "ROOT", tmp_path)
    assert forgetting.main([]) == 2
    assert "checkout" in capsys.readouterr().err


@pytest.mark.parametrize(("printed", "code"), [("3 passed in 1.0s", 0), ("1 failed, 2 passed in 1.0s", 1)])
def test_a_round_of_forgetting_is_told_and_a_failed_one_ends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], printed: str, code: int
) -> None:
    rounds = [sys.executable, "-c", f"import sys; print({printed!r}); sys.exit({code})"]
    monkeypatch.setattr(forgetting, "command", lambda seed: rounds)
    assert forgetting.main(["--rounds", "2"]) == code
    told = capsys.readouterr().out
    assert told.count("round ") == (2 if code == 0 else 1)
    assert "passed" in told
