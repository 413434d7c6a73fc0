"""The shipped sample and the short test conversation: complete, in order, in one time."""

from __future__ import annotations

import json
import wave
from itertools import pairwise
from pathlib import Path

import av
import pytest

from tests.media.fake_microphone import CANARY, MEDIA, fake_microphone, short_conversation, speech_file

SAMPLE = Path(__file__).parents[3] / "signaling" / "demo" / "sample"


@pytest.mark.parametrize("about", [SAMPLE / "sample.json", MEDIA / "short.json"])
def test_both_tracks_last_as_long_as_the_turns_say(about: Path) -> None:
    conversation = json.loads(about.read_text("utf-8"))
    for person in conversation["participants"]:
        with av.open(str(about.parent / person["file"])) as container:
            seconds = sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))
        assert conversation["seconds"] <= seconds <= conversation["seconds"] + 1.5
    assert {turn["role"] for turn in conversation["turns"]} == {"clinician", "client"}
    assert all(before["start"] < after["start"] for before, after in pairwise(conversation["turns"]))


def test_only_the_client_speaks_the_canary() -> None:
    speakers = [turn["role"] for turn in short_conversation()["turns"] if CANARY in turn["text"].lower()]
    assert speakers == ["client"]


def test_the_fake_microphone_is_16_bit_48_khz_mono_with_silence_first(tmp_path: Path) -> None:
    target = fake_microphone(speech_file("client"), tmp_path, lead_seconds=1.0)
    with wave.open(str(target)) as sound:
        assert (sound.getsampwidth(), sound.getframerate(), sound.getnchannels()) == (2, 48_000, 1)
        assert not any(sound.readframes(48_000))
        assert any(sound.readframes(20 * 48_000))
