"""From hanging up to the note: measured through a node's own parts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import hangup
from wire import Role


@pytest.mark.timeout(120)
def test_a_session_is_heard_hung_up_and_drafted(capsys: pytest.CaptureFixture[str]) -> None:
    assert hangup.main(["--words", "200", "--sessions", "1", "--rounds", "2", "--live", "--json"]) in {0, 1}
    told = json.loads(capsys.readouterr().out)
    assert (told["words"], told["rounds"]) == (200, 2)
    assert set(told["seconds"]) == {
        "hang-up to note",
        "its CPU time",
        "longest wait of the event loop",
        "draft so far",
        "its longest wait of the event loop",
    }
    assert 0 < told["seconds"]["its CPU time"]["p50"] < 10


def test_words_to_say_come_from_a_transcript_over_and_over(tmp_path: Path) -> None:
    file = tmp_path / "t.json"
    lines = [
        {"id": "a", "role": "therapist", "text": "How was it?"},
        {"id": "b", "role": "client", "text": "Hard."},
    ]
    file.write_text(json.dumps({"segments": lines}))
    turns = hangup.said(file)
    assert [next(turns) for _ in range(3)] == [
        (Role.CLINICIAN, "How was it?"),
        (Role.CLIENT, "Hard."),
        (Role.CLINICIAN, "How was it?"),
    ]


def test_what_can_not_be_read_is_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hangup.main(["--transcript", str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr().err.startswith("bench hangup: ")
