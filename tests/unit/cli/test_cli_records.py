"""`attune audit`, `receipts` and `retention`: what they say of a real folder, of altered ones, of none."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from retention import LOCAL, FrozenClock, Memory, NewSession, Receipt, RetentionSettings, Why
from signaling.cli.program import run


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """Records with three destructions, and a transcript that is due by the machine's clock."""
    settings = RetentionSettings(folder=tmp_path / "kept")
    clock = FrozenClock(datetime.now(UTC) - timedelta(days=8))
    async with Memory.open(settings, clock) as memory:
        for number in range(4):
            session = (await memory.sessions.create(NewSession(client="Ada"))).id
            await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "words"})
            if number < 3:
                await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
    return settings.folder


@pytest.fixture
async def receipts(folder: Path) -> list[Receipt]:
    async with Memory.open(RetentionSettings(folder=folder), FrozenClock()) as memory:
        return await memory.receipts.list(LOCAL)


def altered(folder: Path, statement: str) -> None:
    database = sqlite3.connect(folder / "attune.sqlite3")
    with database:
        assert database.execute(statement).rowcount > 0
    database.close()


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = run([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_whole_chain_verifies_and_is_left_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "attune.sqlite3").read_bytes()
    code, told = answer(capsys, "audit", "verify", "--data", str(folder))
    assert (code, told["verified"], told["problem"]) == (0, True, "none")
    assert told["entries"] > 6
    assert run(["audit", "verify", "--data", str(folder)]) == 0
    assert f"whole: {told['entries']} entries" in capsys.readouterr().out
    assert (folder / "attune.sqlite3").read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "problem", "position"),
    [
        ("UPDATE audit SET body = replace(body, 'created', 'nothing') WHERE position = 2", "edited", 2),
        ("DELETE FROM audit WHERE position = 3", "removed", 3),
        ("UPDATE audit SET position = 1000 WHERE position = 4", "removed", 4),
        ("DELETE FROM audit WHERE position > 5", "truncated", 6),
    ],
)
def test_what_was_done_to_a_chain_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], statement: str, problem: str, position: int
) -> None:
    altered(folder, statement)
    code, told = answer(capsys, "audit", "verify", "--data", str(folder))
    assert (code, told["verified"], told["problem"], told["position"]) == (1, False, problem, position)
    assert run(["audit", "verify", "--data", str(folder)]) == 1
    assert f"NOT whole: {problem} at position {position}" in capsys.readouterr().out


def test_the_chain_is_exported_line_by_line_and_never_over_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "export", "--data", str(folder)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["position"] for line in lines] == [*range(1, len(lines) + 1)]
    assert "transcript.destroyed" in {line["action"] for line in lines}
    out = tmp_path / "audit.jsonl"
    assert run(["audit", "export", "--data", str(folder), "--after", "2", "--out", str(out)]) == 0
    assert [json.loads(line) for line in out.read_text().splitlines()] == lines[2:]
    assert run(["audit", "export", "--data", str(folder), "--out", str(out)]) == 2
    assert capsys.readouterr().err == "attune: audit.jsonl: file exists\n"


def test_receipts_are_checked_without_any_records(
    receipts: list[Receipt], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps({**receipts[0].as_dict(), "verified": True}))
    many.write_text(json.dumps({"receipts": [receipt.as_dict() for receipt in receipts]}))
    assert answer(capsys, "receipts", "verify", str(one))[0] == 0
    code, told = answer(capsys, "receipts", "verify", str(many), "--key", receipts[0].public_key)
    assert (code, told["valid"], len(told["receipts"])) == (0, True, len(receipts))
    assert run(["receipts", "verify", str(one)]) == 0
    printed = capsys.readouterr().out
    assert f"✓ {receipts[0].id}" in printed
    assert receipts[0].public_key in printed


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda body: body["counts"].update(segments=0), "altered"),
        (lambda body: body.update(destroyed_at="2026-01-01T00:00:00.000000Z"), "altered"),
        (lambda body: body.update(session="ses_another"), "altered"),
        (lambda body: body.update(signature="A" * 86), "forged"),
    ],
)
def test_an_altered_receipt_is_found(
    receipts: list[Receipt],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Change,
    problem: str,
) -> None:
    body = receipts[0].as_dict()
    change(body)
    file = tmp_path / "receipt.json"
    file.write_text(json.dumps(body))
    code, told = answer(capsys, "receipts", "verify", str(file))
    assert (code, told["valid"], told["receipts"][0]["problem"]) == (1, False, problem)


def test_another_key_is_no_proof(
    receipts: list[Receipt], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "receipt.json"
    file.write_text(json.dumps(receipts[0].as_dict()))
    other = "A" * 43
    code, told = answer(capsys, "receipts", "verify", str(file), "--key", other)
    assert (code, told["receipts"][0]["problem"]) == (1, "forged")
    assert run(["receipts", "verify", str(file), "--key", "none"]) == 2
    assert "--key must be" in capsys.readouterr().err


def test_the_folders_receipts_are_whole_until_one_is_taken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = answer(capsys, "receipts", "verify", "--data", str(folder))
    assert (code, told["receipts"]) == (0, 3)
    altered(folder, "DELETE FROM receipts WHERE position = 2")
    code, told = answer(capsys, "receipts", "verify", "--data", str(folder))
    assert (code, told["problem"], told["position"]) == (1, "removed", 2)


def test_a_sweep_destroys_what_is_due_and_says_so_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = answer(capsys, "retention", "sweep", "--data", str(folder))
    assert (code, [receipt["why"] for receipt in told]) == (0, ["expired"])
    assert run(["retention", "sweep", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == "Nothing was due.\n"


@pytest.mark.parametrize(
    "command", [("audit", "verify"), ("audit", "export"), ("receipts", "verify"), ("retention", "sweep")]
)
def test_a_folder_without_records_is_refused_and_stays_as_it_is(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (empty, tmp_path / "missing"):
        assert run([*command, "--data", str(folder)]) == 2
        assert capsys.readouterr().err.startswith("attune: there are no records here")
    assert not (tmp_path / "missing").exists()
    assert [*empty.iterdir()] == []


@pytest.mark.parametrize(
    "content", ["", "null", "[]", "{}", '{"receipts": []}', '{"receipts": 7}', "[[]]", "\ud800"]
)
def test_what_is_no_receipt_is_refused_in_one_line(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "receipt.json"
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert run(["receipts", "verify", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_rotated_master_key_opens_all_and_stands_in_the_chain(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "keys" / "master.key").read_text()
    assert run(["keys", "rotate", "--data", str(folder)]) == 0
    assert re.fullmatch(r"\d+ data keys are wrapped with the new master key\.\n", capsys.readouterr().out)
    after = (folder / "keys" / "master.key").read_text()
    assert (before != after, len(after.split())) == (True, 1)
    assert answer(capsys, "audit", "verify", "--data", str(folder))[0] == 0
    assert run(["audit", "export", "--data", str(folder)]) == 0
    assert "master_key.rotated" in capsys.readouterr().out


def test_the_wrong_master_key_opens_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTUNE_MASTER_KEY", "A" * 43 + "=")
    assert run(["audit", "verify", "--data", str(folder)]) == 2
    assert "not the master key" in capsys.readouterr().err
