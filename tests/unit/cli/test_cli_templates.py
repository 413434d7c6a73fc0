"""`attune draft --template`: a practice's own format from a file, and what is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from live_notes import NoteFormat
from signaling.cli.demo import FORMATS
from signaling.cli.program import run

TEXT = "Seen by video.\n  Purple marmalade. "
OURS = {
    "name": "Ours",
    "sections": [
        {"title": "Consent", "text": TEXT},
        {"title": "Next steps", "contents": ["plan"]},
        {"title": "Story", "contents": ["reported", "response"]},
    ],
}
SUMMARY = "Client reported sleeping badly since the spring. Plan: keep a sleep diary every morning."


def written(folder: Path, value: Any) -> str:
    file = folder / "ours.json"
    file.write_text(value if isinstance(value, str) else json.dumps(value))
    return str(file)


def test_a_note_has_the_template_s_headings_and_its_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", "--summary", SUMMARY, "--template", written(tmp_path, OURS), "--json"]) == 0
    note = json.loads(capsys.readouterr().out)
    assert [section["title"] for section in note["sections"]] == ["Consent", "Next steps", "Story"]
    assert note["sections"][0] == {"title": "Consent", "sentences": [], "fixed": TEXT}
    assert "diary" in note["sections"][1]["sentences"][0]["text"]
    assert (note["format"], note["template"]) == ("template", {"name": "Ours", "version": 1})


def test_a_terminal_shows_the_template_s_name_headings_and_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", "--summary", SUMMARY, "--template", written(tmp_path, OURS)]) == 0
    shown = capsys.readouterr().out
    for words in ("Ours note, drafted by embedded", "Consent", "Purple marmalade.", "Next steps"):
        assert words in shown


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({**OURS, "sections": []}, "at least one section"),
        ({**OURS, "sections": [OURS["sections"][1]] * 2}, "sections 1 and 2 have the same title"),
        ({"name": "Ours"}, "sections must be"),
        ("purple marmalade", "--template"),
        ([], "a template is a JSON object"),
    ],
)
def test_what_is_no_template_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], value: Any, says: str
) -> None:
    assert run(["draft", "--summary", SUMMARY, "--template", written(tmp_path, value)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert says in told.err
    assert "marmalade" not in told.err


def test_a_format_and_a_template_are_one_choice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--template", written(tmp_path, OURS), "--format", "soap"]
    assert run(["draft", "--summary", SUMMARY, *given]) == 2
    assert "not both" in capsys.readouterr().err


def test_every_format_can_be_asked_for() -> None:
    assert set(FORMATS) == set(NoteFormat)


def test_where_nothing_is_drafted_nothing_is_listed_as_not_discussed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["draft", "--summary", "ok"]) == 0
    shown = capsys.readouterr().out
    assert "too little was said" in shown
    assert "Not discussed" not in shown
