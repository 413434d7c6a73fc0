"""Neighbours' messages as events; what can't be had is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.neighbours import main, servers, table
from bench.neighbours.servers import Used
from bench.neighbours.shown import WhisperLiveKitMessages, WhisperLiveMessages
from bench.stream_figures import measure_track

SAID = [(0.0, 0.5, "I"), (0.5, 1.0, "sleep"), (1.0, 1.5, "badly"), (1.5, 2.0, "doctor")]


def segment(start: float, end: float, text: str, *, completed: bool) -> dict[str, Any]:
    return {"start": f"{start:.3f}", "end": f"{end:.3f}", "text": text, "completed": completed}


def test_whisper_live_tells_its_last_segments_again_and_again() -> None:
    messages = WhisperLiveMessages("t")
    first = segment(0.0, 1.0, " I sleep", completed=True)
    events = messages.events({"segments": [segment(0.0, 1.2, " I slip", completed=False)]}, 1.2)
    events += messages.events({"segments": [first, segment(1.0, 1.6, " badly", completed=False)]}, 1.7)
    events += messages.events({"segments": [first, segment(1.0, 1.6, " badly", completed=False)]}, 2.0)
    events += messages.events({"segments": [first, segment(1.0, 2.1, " badly doctor", completed=False)]}, 2.4)
    events += messages.over()
    assert messages.events({"uid": "x", "message": "DISCONNECT"}, 9.0) == []
    samples = measure_track(events, SAID)
    assert (samples.errors, samples.changed, samples.written) == (0, 1, 5)
    assert samples.shown == pytest.approx([0.7, 0.7, 0.2, 0.4])
    assert samples.final == pytest.approx([0.7, 0.4])


def test_whisper_live_kit_tells_lines_that_grow_and_a_buffer() -> None:
    messages = WhisperLiveKitMessages("t")

    def told(text: str, buffer: str, at: float) -> list[dict[str, Any]]:
        lines = [{"speaker": 1, "text": text}, {"speaker": -2, "text": None}]
        return messages.events({"lines": lines, "buffer_transcription": buffer}, at)

    events = messages.events({"type": "config"}, 0.0)
    events += told("", "I slept", 1.2)
    events += told("I sleep", "badly", 1.8)
    events += told("I sleep", "badly", 1.9)
    events += told("I sleep badly doctor", "", 2.5)
    events += messages.over()
    samples = measure_track(events, SAID)
    assert (samples.errors, samples.changed) == (0, 1)
    assert samples.final == pytest.approx([0.8, 0.5])


def test_committed_text_that_changes_after_all_counts_as_changed() -> None:
    messages = WhisperLiveKitMessages("t")
    events = messages.events({"lines": [{"text": "I slip"}], "buffer_transcription": ""}, 1.2)
    events += messages.events({"lines": [{"text": "I sleep badly"}], "buffer_transcription": "doctor"}, 2.2)
    samples = measure_track(events + messages.over(), SAID)
    assert (samples.errors, samples.changed) == (0, 1)


async def test_a_neighbour_that_does_not_come_up_is_a_row_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "python_of", lambda *_: Path("/bin/false"))
    wanted = table.Wanted([], 5.0, "tiny.en", 0.02)
    row = await table.neighbour_row("whisper-live", tmp_path, wanted, 1)
    assert row.refused is not None
    assert "its server ended with 1" in table.line(row)


def test_what_a_process_and_its_children_use_is_read() -> None:
    import os

    used = servers.Server(0, os.getpid()).used()
    assert isinstance(used, Used)
    assert used.cpu_seconds > 0
    assert used.rss > 10_000_000


def test_a_missing_reference_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = str(tmp_path / "a.wav")
    assert main(["--cache", str(tmp_path), "--model", "tiny.en", "--pair", gone, gone]) == 2
    assert capsys.readouterr().err.count("\n") == 1
