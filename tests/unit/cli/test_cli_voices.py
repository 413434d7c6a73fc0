"""Voices on the command line: what is refused, who gets which role, and what doctor says of the models."""

from __future__ import annotations

import json
import wave
from pathlib import Path
from typing import Any

import pytest

from media_worker.voices import models
from signaling.cli import model_checks
from signaling.cli.exits import CommandError
from signaling.cli.program import run
from signaling.cli.speakers import with_roles

LINES: list[dict[str, Any]] = [
    {"speaker": "voice 1", "role": None, "text": "What brings you here?"},
    {"speaker": "voice 2", "role": None, "text": "I can't sleep."},
    {"speaker": "Sam", "role": "interpreter", "text": "He says so."},
]


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    file = tmp_path / "silent.wav"
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes(bytes(32_000))
    return file


@pytest.mark.parametrize("bare", [True, False])
def test_a_speaker_can_be_told_to_be_the_clinician(*, bare: bool) -> None:
    told = with_roles(LINES if bare else {"language": "en", "segments": LINES}, " Voice 1")
    segments = told["segments"] if isinstance(told, dict) else told
    assert isinstance(segments, list)
    assert [one["role"] for one in segments] == ["clinician", "client", "interpreter"]
    assert LINES[0]["role"] is None


@pytest.mark.parametrize("transcript", [LINES, {"segments": []}, None, {"segments": "no"}, [7]])
def test_a_clinician_who_does_not_speak_is_refused(transcript: object) -> None:
    with pytest.raises(CommandError, match="--clinician"):
        with_roles(transcript, "voice 7")


@pytest.mark.parametrize(
    "options",
    [
        ("--voices", "2", "--streaming"),
        ("--voices", "2", "--channels", "split"),
        ("--voices", "2", "--speaker", "Ann:client"),
        ("--clinician-first", "30"),
        ("--voices", "1"),
        ("--voices", "7"),
    ],
)
def test_what_does_not_go_with_voices_is_refused(
    silent: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["transcribe", str(silent), *options]) == 2
    assert "--voices" in capsys.readouterr().err


def test_two_files_are_two_microphones(silent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["transcribe", str(silent), str(silent), "--voices", "2"]) == 2
    assert "one FILE" in capsys.readouterr().err


def test_missing_voice_models_are_told_by_doctor_with_the_fix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTUNE_EAR_MODELS_FOLDER", str(tmp_path))
    check = model_checks.voices()
    assert check.health == "weak"
    assert "extra `voices`" in check.advice
    monkeypatch.setenv("ATTUNE_EAR_VOICES", "on")
    assert model_checks.voices().health == "ill"
    monkeypatch.setenv("ATTUNE_EAR_VOICES", "off")
    assert model_checks.voices().health == "well"


def test_broken_voice_models_are_told_by_doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_EAR_MODELS_FOLDER", str(tmp_path))
    (models.install(tmp_path) / models.SEGMENTATION).write_bytes(b"nothing")
    check = model_checks.voices()
    assert check.health == "ill"
    assert "broken" in check.found


def test_voice_models_that_work_are_well() -> None:
    assert model_checks.voices().health == "well"


def test_a_note_can_be_drafted_once_the_clinician_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "room.json"
    lines = [
        "I have not slept well for three weeks.",
        "I feel anxious every morning before work.",
        "I drink four cups of coffee a day.",
    ]
    said = [
        {"speaker": f"voice {1 + n % 2}", "role": None, "text": text}
        for line in lines
        for n, text in enumerate(("Tell me more about that, please.", line))
    ]
    file.write_text(json.dumps({"segments": said}))
    assert run(["draft", "--transcript", str(file), "--clinician", "voice 1", "--json"]) == 0
    note = json.loads(capsys.readouterr().out)
    written = json.dumps(note["sections"])
    assert "3 weeks" in written
    assert "Tell me more" not in written
