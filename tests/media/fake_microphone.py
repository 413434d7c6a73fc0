"""Recorded speech as Chromium's fake microphone wants it: 16-bit PCM, 48 kHz, mono WAV.

`short_clinician.flac` and `short_client.flac` (with `short.json`: who says what when) are a
26-second conversation made by `bench/voices/speak.py`; the client says a phrase found nowhere else.
The WAV files exist only while a test runs, in its temporary folder.
"""

from __future__ import annotations

import json
import wave
from pathlib import Path
from typing import Any

import av

MEDIA = Path(__file__).parent
RATE = 48_000
CANARY = "purple marmalade umbrella"
"""The phrase the client speaks once in the short conversation."""


def short_conversation() -> dict[str, Any]:
    """`short.json`: participants with their files, and turns with role, text, start and end in seconds."""
    conversation: dict[str, Any] = json.loads((MEDIA / "short.json").read_text("utf-8"))
    return conversation


def speech_file(role: str) -> Path:
    """The short conversation's track of `clinician` or `client`."""
    return MEDIA / f"short_{role}.flac"


def fake_microphone(source: Path, folder: Path, *, lead_seconds: float = 0.0) -> Path:
    """Writes `source` (any audio file) to `folder` as a WAV for `--use-file-for-fake-audio-capture`.

    `lead_seconds` of silence come first: time for the call to be set up before the words begin.
    """
    target = folder / f"{source.stem}.wav"
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with av.open(str(source)) as container, wave.open(str(target), "wb") as sink:
        sink.setnchannels(1)
        sink.setsampwidth(2)
        sink.setframerate(RATE)
        sink.writeframes(bytes(2 * round(lead_seconds * RATE)))
        for frame in container.decode(audio=0):
            for part in resampler.resample(frame):
                sink.writeframes(part.to_ndarray().tobytes())
        for part in resampler.resample(None):
            sink.writeframes(part.to_ndarray().tobytes())
    return target
