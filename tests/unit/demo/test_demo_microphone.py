"""The scripted microphone: any file, in real time, once, with silence around it."""

from __future__ import annotations

import asyncio
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.codeccontext import AudioCodecContext

from signaling.demo.microphone import Microphone
from signaling.demo.server import _environment
from signaling.demo.speech import FRAME_SAMPLES, FRAME_SECONDS, RATE, Speech

SECONDS = 1.5


def _recording(folder: Path, name: str, codec: str, rate: int, layout: str) -> Path:
    """A tone of 440 Hz in some container."""
    file = folder / name
    tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(int(SECONDS * rate)) / rate)).astype(np.int16)
    channels = 2 if layout == "stereo" else 1
    with av.open(str(file), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = layout
        resampler = av.AudioResampler(stream.format.name, layout, rate, frame_size=stream.frame_size or 1024)
        frame = av.AudioFrame.from_ndarray(np.repeat(tone, channels)[None, :], format="s16", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return file


@pytest.mark.parametrize(
    ("name", "codec", "rate", "layout"),
    [
        ("tone.wav", "pcm_s16le", 8_000, "mono"),
        ("tone.flac", "flac", 96_000, "stereo"),
        ("tone.m4a", "aac", 44_100, "stereo"),
        ("tone.mp3", "libmp3lame", 22_050, "mono"),
        ("tone.webm", "libopus", 48_000, "stereo"),
        ("tone.mkv", "pcm_s24le", 11_025, "mono"),
    ],
)
async def test_a_file_in_any_container_is_heard_whole(
    name: str, codec: str, rate: int, layout: str, tmp_path: Path
) -> None:
    speech, frames = Speech(_recording(tmp_path, name, codec, rate, layout)), []
    while (frame := await speech.next_frame()) is not None:
        frames.append(frame)
    assert speech.spent
    assert {len(frame) for frame in frames} == {FRAME_SAMPLES}
    sound = np.concatenate(frames).astype(np.float64)
    assert SECONDS - 0.03 <= len(sound) / RATE <= SECONDS + 0.2
    middle = sound[RATE // 2 : RATE]
    assert abs(np.argmax(np.abs(np.fft.rfft(middle))) * RATE / len(middle) - 440) < 3
    assert 4_000 < np.sqrt(np.mean(middle**2)) < 7_000


async def test_the_microphone_speaks_from_the_moment_given_and_then_falls_silent(tmp_path: Path) -> None:
    microphone = Microphone(_recording(tmp_path, "tone.wav", "pcm_s16le", 16_000, "mono"))
    loop = asyncio.get_running_loop()
    began = loop.time()
    microphone.play_at(began + 0.3)
    loudness: list[int] = []
    decoder = av.CodecContext.create("libopus", "r")
    assert isinstance(decoder, AudioCodecContext)
    decoder.sample_rate, decoder.layout, decoder.format = RATE, "mono", "s16"
    while not microphone.finished.is_set() or len(loudness) * FRAME_SECONDS < 2.1:
        packet = await microphone.recv()
        loudness += [int(np.abs(frame.to_ndarray()).max()) for frame in decoder.decode(packet)]
    took = loop.time() - began
    assert took >= (len(loudness) - 2) * FRAME_SECONDS
    loud = [index * FRAME_SECONDS for index, one in enumerate(loudness) if one > 1_000]
    assert 0.2 < loud[0] < 0.45
    assert 1.6 < loud[-1] < 2.0


def test_a_demo_takes_no_setting_that_leads_to_real_records() -> None:
    given = {
        "PATH": "/bin",
        "ATTUNE_MASTER_KEY": "secret",
        "ATTUNE_DATABASE_URL": "postgresql://records",
        "ATTUNE_FOLDER": "/records",
        "ATTUNE_MODEL": "tiny.en",
        "ATTUNE_EAR_THREADS": "1",
    }
    kept = _environment(given, None)
    assert {name for name in kept if name.startswith("ATTUNE_")} == {"ATTUNE_MODEL", "ATTUNE_EAR_THREADS"}
    assert _environment(given, "base")["ATTUNE_MODEL"] == "base"
