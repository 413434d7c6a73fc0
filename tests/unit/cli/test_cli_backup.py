"""`attune backup` and `attune restore`, as an operator uses them."""

from __future__ import annotations

import re
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retention import FrozenClock, Memory, NewSession, RetentionSettings, occupied
from signaling.cli.program import run


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    settings = RetentionSettings(folder=tmp_path / "kept")
    async with Memory.open(settings, FrozenClock(datetime.now(UTC) - timedelta(hours=1))) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    return settings.folder


def moved(folder: Path, to: Path) -> Path:
    """Another machine's folder, with the master key carried over."""
    (to / "keys").mkdir(parents=True)
    shutil.copy(folder / "keys" / "master.key", to / "keys")
    return to


def test_a_backup_is_private_whole_and_replaces_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "night.backup"
    assert run(["backup", str(file), "--data", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert re.match(r"\d+ rows and \d+ keys are in night\.backup\.\n", printed)
    assert "Not in it: living transcripts and drafts" in printed
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    assert run(["backup", str(file), "--data", str(folder)]) == 2
    assert capsys.readouterr().err == "attune: night.backup is there already; a backup replaces no file\n"
    assert file.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"night.backup", "kept"}


def test_it_is_restored_on_another_machine_and_what_was_to_go_is_gone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, new = tmp_path / "night.backup", moved(folder, tmp_path / "new")
    assert run(["backup", str(file), "--data", str(folder)]) == 0
    assert run(["restore", str(file), "--data", str(new)]) == 0
    assert "1 destroyed at once" in capsys.readouterr().out
    assert run(["audit", "verify", "--data", str(new)]) == 0
    assert run(["receipts", "verify", "--data", str(new)]) == 0
    assert run(["restore", str(file), "--data", str(new)]) == 2
    assert "there are records here already" in capsys.readouterr().err


def test_living_transcripts_come_along_only_when_asked_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, new = tmp_path / "night.backup", moved(folder, tmp_path / "new")
    assert run(["backup", str(file), "--data", str(folder), "--living-hours", "25"]) == 2
    assert not file.exists()
    assert run(["backup", str(file), "--data", str(folder), "--living-hours", "12"]) == 0
    assert "to be restored until" in capsys.readouterr().out
    assert run(["restore", str(file), "--data", str(new)]) == 0
    assert "destroyed" not in capsys.readouterr().out


def test_what_can_not_be_is_said_in_one_line_and_nothing_is_left(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "no.backup"
    file.write_text("no backup at all")
    for arguments in (
        ["restore", str(file), "--data", str(tmp_path / "new")],
        ["restore", str(tmp_path / "missing"), "--data", str(tmp_path / "new")],
        ["backup", str(tmp_path / "missing" / "file"), "--data", str(folder)],
        ["backup", str(tmp_path / "some.backup"), "--data", str(tmp_path / "none")],
    ):
        assert run(arguments) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "some.backup").exists()


def test_nothing_is_restored_under_a_running_server(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, new = tmp_path / "night.backup", moved(folder, tmp_path / "new")
    assert run(["backup", str(file), "--data", str(folder)]) == 0
    with occupied(RetentionSettings(folder=new)):
        assert run(["restore", str(file), "--data", str(new)]) == 2
    assert "in use by another Attune" in capsys.readouterr().err
