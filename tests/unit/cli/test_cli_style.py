"""`attune draft --style`: a note in the style of an exported profile, or one line why not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from live_notes.style import exported
from signaling.cli.program import run
from tests.support.style_sessions import STANDING, after_sessions

SUMMARY = (
    "Client reported that sleep was poor this week. Client denied suicidal ideation. Affect was flat. "
    "Client will keep a sleep diary. Next session in two weeks."
)


def drafted(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    assert run(["draft", "--summary", SUMMARY, "--json", *options]) == 0
    note = json.loads(capsys.readouterr().out)
    return [one for section in note["sections"] for one in section["sentences"]]


def test_a_note_is_drafted_in_an_exported_style(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "attune-style.json"
    file.write_text(json.dumps(exported(after_sessions(4))), "utf-8")
    plain, styled = drafted(capsys), drafted(capsys, "--style", str(file))
    assert any(one["text"].startswith("Client") for one in plain)
    assert not any("Client " in one["text"] for one in styled if one["text"] != STANDING)
    assert [one["flags"] for one in styled if one["text"] == STANDING] == [["standing-sentence"]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("null", "a style is a JSON object"),
        ("[]", "a style is a JSON object"),
        (
            '{"attune_style": 1, "rules": [{"rule": '
            '{"kind": "heading", "before": "Plan", "after": "Marigold"}}]}',
            "rule 1",
        ),
    ],
)
def test_what_is_no_style_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str, said: str
) -> None:
    file = tmp_path / "style.json"
    file.write_text(content, "utf-8")
    assert run(["draft", "--summary", SUMMARY, "--style", str(file)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert "Marigold" not in captured.err
