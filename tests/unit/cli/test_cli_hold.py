"""`attune hold`: the operator's half of a legal hold."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from retention import Memory, NewSession, RetentionSettings, SessionId
from signaling.cli.program import run


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """Records with one session that has a transcript."""
    settings = RetentionSettings(folder=tmp_path / "kept")
    async with Memory.open(settings) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    (tmp_path / "session").write_text(session)
    return settings.folder


@pytest.fixture
def session(folder: Path) -> SessionId:
    return SessionId((folder.parent / "session").read_text())


@pytest.fixture
async def asked(folder: Path, session: SessionId, monkeypatch: pytest.MonkeyPatch) -> SessionId:
    """The clinician asked for a hold, and holds are switched on."""
    monkeypatch.setenv("ATTUNE_LEGAL_HOLD", "true")
    async with Memory.open(replace(RetentionSettings(folder=folder), legal_hold=True)) as memory:
        await memory.holds.place(session, "case-7", "clinician")
    return session


def listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str | None]]:
    capsys.readouterr()
    assert run(["hold", "list", "--data", str(folder), "--json"]) == 0
    found: list[dict[str, str | None]] = json.loads(capsys.readouterr().out)
    return found


def test_an_operator_agrees_and_asks_for_the_end(
    folder: Path, asked: SessionId, capsys: pytest.CaptureFixture[str]
) -> None:
    here = ["--data", str(folder)]
    assert [hold["state"] for hold in listed(folder, capsys)] == ["asked"]
    assert run(["hold", "place", asked, "--reason", "case-7", *here]) == 0
    assert "in force since" in capsys.readouterr().out
    (hold,) = listed(folder, capsys)
    assert (hold["state"], hold["asked_by"], hold["held_by"]) == ("held", "clinician", "operator")
    for _ in range(2):
        assert run(["hold", "release", asked, *here]) == 0
        assert "its end is asked for by the operator" in capsys.readouterr().out
    assert run(["audit", "verify", *here]) == 0


def test_switched_off_nothing_is_placed_and_what_is_held_can_be_released(
    folder: Path, asked: SessionId, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ATTUNE_LEGAL_HOLD")
    here = ["--data", str(folder)]
    assert run(["hold", "place", asked, "--reason", "case-7", *here]) == 2
    assert "ATTUNE_LEGAL_HOLD" in capsys.readouterr().err
    assert run(["hold", "release", asked, *here]) == 0
    assert capsys.readouterr().out == "The hold has ended.\n"
    assert run(["hold", "list", *here]) == 0
    assert capsys.readouterr().out == "There are no holds.\n"
    assert run(["hold", "release", asked, *here]) == 2
    assert capsys.readouterr().err == "attune: there is no hold on this session\n"


@pytest.mark.parametrize("command", [("list",), ("release", "ses_1"), ("place", "ses_1", "--reason", "case")])
def test_a_folder_without_records_is_refused(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["hold", *command, "--data", str(tmp_path / "missing")]) == 2
    assert capsys.readouterr().err.startswith("attune: there are no records here")
    assert not (tmp_path / "missing").exists()


def test_a_reason_is_a_code(
    folder: Path, session: SessionId, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTUNE_LEGAL_HOLD", "true")
    command = ["hold", "place", session, "--data", str(folder), "--reason"]
    assert run([*command, "because of Mr Smith"]) == 2
    assert "Smith" not in capsys.readouterr().err
    assert listed(folder, capsys) == []
