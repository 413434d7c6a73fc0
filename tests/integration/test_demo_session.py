"""`attune demo` as a user runs it: a whole session from files, and nothing left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest

from retention import Receipt, verify_receipt
from tests.media.fake_microphone import CANARY, speech_file
from tests.support.folder_watch import wait_for

pytestmark = [pytest.mark.speech, pytest.mark.timeout(300)]
MOST_SECONDS = 240


def _converted(source: Path, target: Path, codec: str, rate: int, layout: str) -> Path:
    """The same words in another container, codec and rate."""
    with av.open(str(source)) as spoken, av.open(str(target), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = layout
        size = stream.frame_size or 1024
        resampler = av.AudioResampler(stream.format.name, layout, rate, frame_size=size)
        for frame in spoken.decode(audio=0):
            frame.time_base = Fraction(1, frame.sample_rate)
            for part in resampler.resample(frame):
                container.mux(stream.encode(part))
        for part in resampler.resample(None):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return target


def _demo(arguments: list[str], scratch: Path) -> dict[str, Any]:
    """Runs the demo in a folder of its own; checks that it leaves neither files nor processes."""
    scratch.mkdir()
    command = [sys.executable, "-m", "signaling.cli", "demo", "--json", *arguments]
    mark = f"TESTED_BY={os.getpid()}.{scratch.name}"
    name, _, value = mark.partition("=")
    # Undumpable processes hide their environment from everybody but root.
    environment = {**os.environ, "TMPDIR": str(scratch), "ATTUNE_UNDUMPABLE": "false", name: value}
    ended = subprocess.run(
        command, capture_output=True, text=True, env=environment, timeout=MOST_SECONDS, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert list(scratch.iterdir()) == []
    wait_for(lambda: not _running_with(mark), 10, "every process of the demo ends")
    outcome: dict[str, Any] = json.loads(ended.stdout)
    return outcome


def _running_with(mark: str) -> list[str]:
    """Processes whose environment holds the mark."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if mark.encode() in environment:
            found.append(process.name)
    return found


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One demo with files of two unlike formats."""
    folder = tmp_path_factory.mktemp("demo")
    clinician = _converted(speech_file("clinician"), folder / "her side.mp3", "libmp3lame", 22_050, "mono")
    client = _converted(speech_file("client"), folder / "his side.m4a", "aac", 44_100, "stereo")
    tracks = [
        "--track",
        f"Dr. Elena Brooks:therapist:{clinician}",
        "--track",
        f"Daniel Foster:client:{client}",
    ]
    return _demo([*tracks, "--format", "dap"], folder / "scratch")


def test_each_speakers_words_stand_under_their_own_name(outcome: dict[str, Any]) -> None:
    spoken: dict[str, str] = {}
    for segment in outcome["transcript"]["segments"]:
        assert segment["final"]
        spoken[segment["speaker"]] = spoken.get(segment["speaker"], "") + " " + segment["text"].lower()
    assert spoken.keys() == {"Dr. Elena Brooks", "Daniel Foster"}
    assert CANARY in spoken["Daniel Foster"]
    assert "see you on monday" in spoken["Daniel Foster"]
    assert "thoughts of harming yourself" in spoken["Dr. Elena Brooks"]
    assert CANARY not in spoken["Dr. Elena Brooks"]


def test_times_are_those_of_the_recording_on_the_session_clock(outcome: dict[str, Any]) -> None:
    began = outcome["call"]["speech_began_at"]
    canary = next(one for one in outcome["transcript"]["segments"] if CANARY in one["text"].lower())
    assert canary["start"] - began == pytest.approx(10.45, abs=0.75)


def test_the_participants_saw_and_heard_one_another(outcome: dict[str, Any]) -> None:
    for received in outcome["call"]["received_peer_to_peer"]:
        assert received["audio_seconds"] > 20
        assert received["video_frames"] > 50


def test_every_sentence_of_the_note_rests_on_lines_that_exist(outcome: dict[str, Any]) -> None:
    note = outcome["note"]
    assert note["format"] == "dap"
    known = {segment["id"] for segment in outcome["transcript"]["segments"]}
    sentences = [sentence for section in note["sections"] for sentence in section["sentences"]]
    assert sentences
    assert all(sentence["evidence"] and known >= set(sentence["evidence"]) for sentence in sentences)
    assert any(item["status"] == "denied" for item in note["risk"])


def test_the_signed_transcript_is_gone_and_its_receipt_holds(outcome: dict[str, Any]) -> None:
    assert outcome["transcript_status_after_signing"] == 410
    assert outcome["receipt_verified"] is True
    receipt = Receipt.from_dict(outcome["receipt"])
    assert verify_receipt(receipt, receipt.public_key)
    assert receipt.counts["segments"] == len(outcome["transcript"]["segments"])


def test_energy_is_told_with_its_uncertainty(outcome: dict[str, Any]) -> None:
    watt_hours = outcome["energy"]["watt_hours"]
    assert 0 < watt_hours["low"] < watt_hours["mid"] < watt_hours["high"]
    assert outcome["energy"]["label"] in {"modelled", "measured", "partly measured"}
    assert set(outcome["energy"]["stages"]) >= {"media", "recognition", "drafting_local"}
    water = outcome["energy"]["water_millilitres"]
    assert 0 < water["low"] < water["mid"] < water["high"]
    assert all(one["source"] for one in outcome["energy"]["factors"])


def test_a_silent_call_gives_no_note_and_says_why(tmp_path: Path) -> None:
    silence = _silence(tmp_path / "silence.wav")
    arguments = ["--track", f"Maya:client:{silence}", "--model", "tiny.en"]
    outcome = _demo(arguments, tmp_path / "scratch")
    assert outcome["transcript"]["segments"] == []
    assert outcome["receipt"] is None
    assert outcome["statement"] or outcome["note"]["statement"]
    assert not (outcome["note"] or {}).get("sections")


def _silence(file: Path) -> Path:
    import wave

    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(bytes(2 * 3 * 16_000))
    return file
