"""`attune notes verify`: signed notes of a real folder, altered ones, and additions taken away."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from retention import AdditionKind, Memory, NewAddition, NewSession, NoteId, RetentionSettings, Signing
from signaling.cli.program import run

CONTENT: dict[str, Any] = {"format": "soap", "sections": [{"title": "Plan", "sentences": []}]}


@pytest.fixture
async def notes(tmp_path: Path) -> list[NoteId]:
    """Two signed notes, the first with an addendum, and a draft."""
    found = []
    async with Memory.open(RetentionSettings(folder=tmp_path / "kept")) as memory:
        for number in range(3):
            session = (await memory.sessions.create(NewSession(client="Ada"))).id
            draft = await memory.notes.save_draft(session, CONTENT)
            if number < 2:
                await memory.notes.sign(draft.id, Signing(CONTENT, "Dr Ada", "PhD"), "clinician")
                found.append(draft.id)
        added = NewAddition(AdditionKind.ADDENDUM, "Dr Ada", "PhD", "She called on Friday.")
        await memory.notes.add(found[0], added, "clinician")
    return found


def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, Any]:
    code = run(["notes", "verify", "--data", str(tmp_path / "kept"), "--json", *more])
    return code, json.loads(capsys.readouterr().out)


def altered(tmp_path: Path, *statements: str) -> None:
    database = sqlite3.connect(tmp_path / "kept" / "attune.sqlite3")
    with database:
        for statement in statements:
            assert database.execute(statement).rowcount > 0
    database.close()


def test_signed_notes_verify_all_or_one_and_drafts_are_none(
    notes: list[NoteId], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = verify(tmp_path, capsys)
    assert (code, told["valid"], told["audit"]) == (0, True, "none")
    assert {one["id"]: one["verified"] for one in told["notes"]} == dict.fromkeys(notes, True)
    assert [one["id"] for one in verify(tmp_path, capsys, notes[1])[1]["notes"]] == [notes[1]]
    assert run(["notes", "verify", "--data", str(tmp_path / "kept")]) == 0
    assert "with what was added to them: 2" in capsys.readouterr().out


def test_an_addition_taken_away_is_missed_also_with_its_line_in_the_audit_chain(
    notes: list[NoteId], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered(tmp_path, "DELETE FROM additions")
    code, told = verify(tmp_path, capsys)
    assert (code, told["audit"]) == (1, "none")
    assert {one["id"]: one["verified"] for one in told["notes"]} == {notes[0]: False, notes[1]: True}
    altered(tmp_path, "DELETE FROM audit WHERE body LIKE '%note.addendum%'")
    code, told = verify(tmp_path, capsys)
    assert (code, told["valid"], told["audit"]) == (1, False, "truncated")
    assert run(["notes", "verify", "--data", str(tmp_path / "kept")]) == 1
    assert "NOT whole (truncated)" in capsys.readouterr().out


def test_a_note_that_is_not_there_is_named(
    notes: list[NoteId], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["notes", "verify", "not_nowhere", "--data", str(tmp_path / "kept")]) == 2
    assert "no such note" in capsys.readouterr().err
