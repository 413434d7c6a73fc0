"""`attune brief` from outside: what it takes, what it prints, and the one line for what is no note."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signaling.cli.program import run
from tests.support.earlier_notes import note, risk

Given = Callable[[str, object], str]

FIRST = note(
    "2026-03-02",
    {"Plan": ["Client to keep a sleep diary every night.", "Increase sertraline from 50 mg to 75 mg."]},
    risk=[risk("suicide", "reported", "I would rather be dead.")],
)
SECOND = note(
    "2026-03-09",
    {"Subjective": ["Client did not keep the sleep diary."], "Plan": ["Meet again on Monday."]},
)
DRAFT = {"status": "draft", "sections": [{"title": "Plan", "sentences": [{"text": "Purple marmalade."}]}]}


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """Writes a value as a JSON file and gives its path."""

    def write(name: str, value: object) -> str:
        file = tmp_path / name
        file.write_text(value if isinstance(value, str) else json.dumps(value))
        return str(file)

    return write


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """The JSON of a brief."""
    assert run(["brief", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def lines(brief: Any, section: str) -> list[Any]:
    """A section's lines."""
    return next((one["lines"] for one in brief["sections"] if one["id"] == section), [])


def test_files_hold_one_note_or_several_and_come_in_any_order(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, both = given("b.json", SECOND), given("a.json", FIRST), given("c.json", [SECOND, FIRST])
    brief = told(capsys, "--notes", one, two)
    assert brief == told(capsys, "--notes", both) == told(capsys, "--notes", two, "--notes", one)
    assert [line["text"] for line in lines(brief, "plan")] == ["Meet again on Monday."]
    assert [(line["status"], line["notes"]) for line in lines(brief, "homework")] == [
        ("not done", ["2026-03-02", "2026-03-09"])
    ]
    assert [line["text"] for line in lines(brief, "medication")] == [
        "Increase sertraline from 50 mg to 75 mg."
    ]
    assert all(line["notes"] and line["date"] for one in brief["sections"] for line in one["lines"])


def test_a_note_fresh_from_the_drafter_is_taken_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = "Client reported poor sleep. Client will keep a diary until next week."
    assert run(["draft", "--summary", summary, "--format", "dap", "--json"]) == 0
    drafted = tmp_path / "drafted.json"
    drafted.write_text(capsys.readouterr().out)
    assert lines(told(capsys, "--notes", str(drafted)), "plan")[0]["notes"] == ["drafted"]
    with drafted.open() as source:
        monkeypatch.setattr("sys.stdin", source)
        assert lines(told(capsys, "--notes", "-"), "plan")[0]["notes"] == ["note"]


def test_drafts_are_left_out_and_that_is_said(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    files = ["--notes", given("a.json", FIRST), given("draft.json", DRAFT)]
    assert told(capsys, *files)["left_out"] == {"drafts": 1, "older": 0}
    assert run(["brief", *files]) == 0
    printed = capsys.readouterr().out
    assert "Left out: 1 unsigned draft." in printed
    assert "marmalade" not in printed


def test_nothing_signed_is_no_error_and_is_said(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", "--notes", given("draft.json", [DRAFT])]) == 0
    assert "There is no signed note." in capsys.readouterr().out


def test_the_brief_can_be_read_by_people(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", "--notes", given("a.json", FIRST), given("b.json", SECOND)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Brief from 2 signed notes, 2026-03-02 to 2026-03-09\n")
    titles = (
        "Last plan",
        "Homework",
        "Open goals",
        "Risk history",
        "Themes",
        "Medication changes",
        "Attendance",
    )
    assert [line for line in printed.splitlines() if line in titles] == list(titles)
    assert "  2026-03-02  Suicide: reported. “I would rather be dead.” [2]\n" in printed
    assert "  2026-03-09  [1] 2026-03-09  soap\n" in printed
    assert printed.count("sleep diary every night") == 1
    assert "no risk" not in printed.lower()


def test_a_plan_of_homework_alone_points_to_it(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    only = note("2026-03-02", {"Plan": ["Client to keep a sleep diary every night."]})
    assert run(["brief", "--notes", given("a.json", only)]) == 0
    assert "Homework only, see below." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty"),
        ("{", "is not JSON (line 1)"),
        ("7", "note 1 is not an object"),
        ("{}", 'note 1 has no "sections"'),
        ('[{"sections": []}, {"sections": "marmalade", "frame": 5}]', "note 2: frame is not an object"),
        ('{"sections": [{"sentences": [{"text": 5}]}]}', "note 1: section 1: a sentence has no text"),
        ('{"sections": [], "frame": {"date": "marmalade"}}', "is not a date such as 2026-03-02"),
    ],
)
def test_bad_input_is_one_line_that_names_the_file(
    content: str, says: str, given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", "--notes", given("march.json", content)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert re.fullmatch(r"attune: --notes: march\.json.*\n", captured.err)
    assert says in captured.err
    assert "marmalade" not in captured.err


@pytest.mark.parametrize(
    "arguments", [[], ["--notes"], ["--notes", "/nowhere.json"], ["--notes", "."], ["--nots"]]
)
def test_a_command_line_that_names_no_notes_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("attune: ")
    assert captured.err.count("\n") == 1


def test_standard_input_that_is_closed_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert run(["brief", "--notes", "-"]) == 2
    assert "standard input is closed" in capsys.readouterr().err
