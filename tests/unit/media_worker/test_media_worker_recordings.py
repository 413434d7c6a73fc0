"""Recordings of every kind, made here by FFmpeg, and files that are none."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from media_worker.errors import (
    NoAudioStream,
    NotARecording,
    RecordingEmpty,
    RecordingError,
    RecordingMissing,
    RecordingTruncated,
)
from media_worker.recordings import Recording


def write(path: Path, codec: str, rate: int = 48_000, layout: str = "stereo", seconds: float = 2.0) -> Path:
    """Left 300 Hz, right silent."""
    time = np.arange(round(rate * seconds)) / rate
    left = (12_000 * np.sin(2 * np.pi * 300 * time)).astype(np.int16)
    rows = [left] if layout == "mono" else [left, np.zeros_like(left)]
    frame = av.AudioFrame.from_ndarray(np.stack(rows), format="s16p", layout=layout)
    frame.sample_rate = rate
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, av.AudioStream)
        resampler = av.AudioResampler(
            format=stream.format, layout=layout, rate=rate, frame_size=stream.frame_size
        )
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            out.mux(stream.encode(piece))
        out.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.wav", "pcm_s16le", 44_100),
        ("a.wav", "pcm_s16le", 8000),
        ("a.flac", "flac", 96_000),
        ("a.ogg", "libopus", 48_000),
        ("a.webm", "libopus", 48_000),
        ("a.m4a", "aac", 44_100),
        ("a.mp3", "libmp3lame", 44_100),
    ],
)
def test_any_container_becomes_16_khz(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    with Recording(write(tmp_path / name, codec, rate)) as recording:
        (whole,) = [np.concatenate([piece.tracks[0] for piece in recording.pieces()])]
        assert len(whole) == pytest.approx(32_000, abs=2500)
        spectrum = np.abs(np.fft.rfft(whole[4000:20_000].astype(float)))
        assert int(np.argmax(spectrum)) == 300
        assert recording.seconds == pytest.approx(2.0, abs=0.2)


def test_channels_split_into_speakers(tmp_path: Path) -> None:
    with Recording(write(tmp_path / "a.wav", "pcm_s16le"), "split") as recording:
        assert recording.tracks == 2
        pieces = list(recording.pieces())
    left, right = (np.concatenate([piece.tracks[at] for piece in pieces]) for at in (0, 1))
    assert np.abs(left).max() > 10_000
    assert not right.any()


def test_each_fault_has_its_own_error(tmp_path: Path) -> None:
    with pytest.raises(RecordingMissing):
        Recording(tmp_path / "none.wav")
    (tmp_path / "empty.wav").touch()
    with pytest.raises(RecordingEmpty):
        Recording(tmp_path / "empty.wav")
    for name, content in (("text.wav", b"hello " * 400), ("noise.mp4", bytes(range(256)) * 64)):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(NotARecording):
            Recording(tmp_path / name)
    with pytest.raises(RecordingMissing):
        Recording(tmp_path)


def test_a_film_without_sound_says_so(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "mute.mkv"), "w") as out:
        stream = out.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 32
        for _ in range(5):
            out.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        out.mux(stream.encode(None))
    with pytest.raises(NoAudioStream):
        Recording(tmp_path / "mute.mkv")


def test_a_file_without_samples_is_empty(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", "pcm_s16le", seconds=1.0)
    (tmp_path / "b.wav").write_bytes((tmp_path / "a.wav").read_bytes()[:78])
    with pytest.raises(RecordingError), Recording(tmp_path / "b.wav") as recording:
        list(recording.pieces())


@pytest.mark.parametrize(("name", "codec"), [("a.wav", "pcm_s16le"), ("a.flac", "flac"), ("a.m4a", "aac")])
def test_a_truncated_file_gives_what_it_has_and_says_so(tmp_path: Path, name: str, codec: str) -> None:
    whole = write(tmp_path / name, codec, seconds=10.0).read_bytes()
    (tmp_path / f"cut-{name}").write_bytes(whole[: len(whole) // 2])
    heard: list[int] = []

    def read() -> None:
        with Recording(tmp_path / f"cut-{name}") as recording:
            heard.extend(len(piece.tracks[0]) for piece in recording.pieces())

    with pytest.raises((RecordingTruncated, NotARecording)) as raised:
        read()
    # An MP4 cut short has lost its index: no part of it can be read.
    assert sum(heard) > 16_000 or raised.type is NotARecording
