"""`attune transcribe` with a real recogniser: shapes, speakers, streams, and a recording of three hours."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import wave
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from signaling.cli.program import run
from tests.media.fake_microphone import CANARY, fake_microphone, speech_file

pytestmark = pytest.mark.speech
SEGMENT_FIELDS = {"id", "track", "speaker", "role", "start", "end", "text", "final", "words"}
THREE_HOURS = 3 * 3600
MOST_GROWTH_KILOBYTES = 150_000


def _printed(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(arguments) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def _text(segments: Sequence[dict[str, Any]]) -> str:
    return " ".join(segment["text"] for segment in segments).lower()


def test_two_tracks_become_one_transcript_with_speakers_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(speech_file("client")), str(speech_file("clinician"))]
    transcript = json.loads(_printed(["transcribe", *files, "--model", "tiny.en", "--json"], capsys))
    assert transcript["language"] == "en"
    segments = transcript["segments"]
    assert all(segment.keys() >= SEGMENT_FIELDS and segment["final"] for segment in segments)
    assert len({segment["id"] for segment in segments}) == len(segments)
    assert all(before["start"] <= after["start"] for before, after in pairwise(segments))
    client = [segment for segment in segments if segment["role"] == "client"]
    assert CANARY in _text(client)
    assert CANARY not in _text([segment for segment in segments if segment["role"] == "clinician"])
    for segment in segments:
        times = [(word["start"], word["end"]) for word in segment["words"]]
        assert segment["start"] == pytest.approx(times[0][0], abs=0.05)
        assert all(start <= end for start, end in times)


def test_streaming_prints_an_event_a_line_with_the_time_it_came(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "transcribe",
        str(speech_file("client")),
        "--streaming",
        "--speed",
        "2",
        "--model",
        "tiny.en",
    ]
    events = [json.loads(line) for line in _printed([*arguments, "--json"], capsys).splitlines()]
    assert all(event.keys() >= {*SEGMENT_FIELDS, "emitted_at"} for event in events)
    assert all(before["emitted_at"] <= after["emitted_at"] for before, after in pairwise(events))
    finals = [event["id"] for event in events if event["final"]]
    assert len(finals) == len(set(finals))
    assert any(not event["final"] for event in events)
    for position, event in enumerate(events):
        if event["final"]:
            assert all(later["id"] != event["id"] for later in events[position + 1 :])


def test_a_stereo_recording_is_split_into_clinician_and_client(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tracks = []
    for role in ("clinician", "client"):
        with wave.open(str(fake_microphone(speech_file(role), tmp_path))) as sound:
            tracks.append(np.frombuffer(sound.readframes(sound.getnframes()), np.int16))
    stereo = tmp_path / "visit.wav"
    with wave.open(str(stereo), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(48_000)
        length = min(map(len, tracks))
        sound.writeframes(np.stack([track[:length] for track in tracks], axis=1).tobytes())
    arguments = ["transcribe", str(stereo), "--channels", "split", "--speaker", "Dr. Brooks:clinician"]
    segments = json.loads(_printed([*arguments, "--model", "tiny.en", "--json"], capsys))["segments"]
    assert {segment["speaker"] for segment in segments} == {"Dr. Brooks", "Client"}
    assert CANARY in _text([segment for segment in segments if segment["role"] == "client"])


def _three_hours(folder: Path) -> Path:
    """Silence of three hours with a sentence at its end, as a small FLAC."""
    file = folder / "long.flac"
    second = av.AudioFrame.from_ndarray(np.zeros((1, 16_000), np.int16), format="s16", layout="mono")
    with av.open(str(file), "w") as container:
        stream = container.add_stream("flac", rate=16_000)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "mono"
        fifo = av.AudioFifo()
        for _ in range(THREE_HOURS):
            second.sample_rate, second.pts, second.time_base = 16_000, None, Fraction(1, 16_000)
            fifo.write(second)
            while chunk := fifo.read(4096):
                container.mux(stream.encode(chunk))
        with av.open(str(speech_file("client"))) as spoken:
            for frame in spoken.decode(audio=0):
                frame.pts = None
                fifo.write(frame)
        while chunk := fifo.read(4096, partial=True):
            container.mux(stream.encode(chunk))
        container.mux(stream.encode(None))
    return file


def test_three_hours_are_read_in_bounded_memory_and_leave_nothing(folder: Path) -> None:
    file = _three_hours(folder)
    scratch = folder / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-m", "signaling.cli", "transcribe", "--model", "tiny.en", "--json"]
    environment = {**os.environ, "TMPDIR": str(scratch)}

    def peak(recording: Path) -> tuple[int, list[dict[str, Any]]]:
        ended = subprocess.run(
            [*command, str(recording)],
            capture_output=True,
            text=True,
            env=environment,
            timeout=170,
            check=True,
        )
        assert ended.stderr == ""
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        return children, json.loads(ended.stdout)["segments"]

    short, _ = peak(speech_file("client"))
    long, segments = peak(file)
    assert long - short < MOST_GROWTH_KILOBYTES
    assert CANARY in _text(segments)
    assert all(segment["start"] > THREE_HOURS for segment in segments)
    assert list(scratch.iterdir()) == []
