"""Recordings read as they arrive: each container told by its first bytes, nothing trusted, memory bounded."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker import streamed
from media_worker.containers import Atoms, container_of, is_other_media
from media_worker.errors import (
    IndexAtTheEnd,
    NotARecording,
    RecordingEmpty,
    RecordingError,
    RecordingTooLong,
    RecordingTruncated,
    RecordingUnsupported,
)
from media_worker.streamed import Incoming, StreamedRecording
from tests.support.recordings import CODECS, RATE, recorded

TONE = (8000 * np.sin(np.arange(3 * RATE) / 20)).astype(np.int16)
FRAGMENTS = {"movflags": "frag_keyframe+empty_moov"}


class Arriving:
    """A file that arrives in chunks; counts what was asked for."""

    def __init__(self, content: bytes, chunk: int = 4096) -> None:
        self.content, self.chunk, self.given = content, chunk, 0

    def next(self) -> bytes:
        found = self.content[self.given : self.given + self.chunk]
        self.given += len(found)
        return found


def seconds(content: bytes, *, size: int | None = None) -> float:
    recording = StreamedRecording(Incoming(Arriving(content), size))
    heard = sum(len(piece.tracks[0]) for piece in recording.pieces()) / 16_000
    recording.close()
    return heard


@pytest.mark.parametrize("kind", sorted(CODECS))
def test_every_container_is_told_and_heard_to_its_end(kind: str) -> None:
    assert seconds(recorded(kind, TONE)) == pytest.approx(3.0, abs=0.1)


def test_channels_come_apart() -> None:
    both = recorded("flac", TONE, np.zeros_like(TONE))
    recording = StreamedRecording(Incoming(Arriving(both)), "split")
    pieces = [piece.tracks for piece in recording.pieces()]
    left, right = (np.concatenate([tracks[n] for tracks in pieces]) for n in (0, 1))
    assert np.abs(left).max() > 5000
    assert not right.any()


def test_it_is_read_no_further_than_it_is_heard() -> None:
    content = recorded("wav", np.tile(TONE, 20))
    arriving = Arriving(content)
    pieces = StreamedRecording(Incoming(arriving, len(content))).pieces()
    next(pieces)
    assert arriving.given < len(content) / 10


def test_an_mp4_whose_index_comes_last_is_held_and_overwritten() -> None:
    content = recorded("m4a", TONE)
    incoming = Incoming(Arriving(content))
    recording = StreamedRecording(incoming)
    assert incoming.taken == len(content)
    assert sum(len(piece.tracks[0]) for piece in recording.pieces())
    held = recording._held
    assert held is not None
    recording.close()
    assert held.read(10) == b""


def test_one_too_large_to_hold_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamed, "MOST_HELD_BYTES", 8192)
    with pytest.raises(IndexAtTheEnd, match="fast start"):
        seconds(recorded("m4a", TONE))
    assert seconds(recorded("m4a", TONE, **FRAGMENTS)) == pytest.approx(3.0, abs=0.1)


def test_the_longest_recording_is_taken_and_a_longer_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamed, "MOST_SECONDS", 3.0)
    assert seconds(recorded("flac", TONE)) == pytest.approx(3.0)
    with pytest.raises(RecordingTooLong):  # as its container says
        seconds(recorded("flac", np.tile(TONE, 2)))
    with pytest.raises(RecordingTooLong):  # as it turns out
        seconds(recorded("mp3", np.tile(TONE, 2)))


@pytest.mark.parametrize("kind", ["wav", "flac", "aiff"])
def test_a_file_cut_short_gives_what_there_is_and_says_so(kind: str) -> None:
    content = recorded(kind, TONE)
    recording = StreamedRecording(Incoming(Arriving(content[: len(content) * 2 // 3])))
    given: list[int] = []
    with pytest.raises(RecordingTruncated):
        given.extend(len(piece.tracks[0]) for piece in recording.pieces())
    assert 1.0 < sum(given) / 16_000 < 2.9


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", RecordingEmpty),
        (b"Dear colleague,\n" * 20, NotARecording),
        (b"%PDF-1.7\n" + bytes(500), NotARecording),
        (b"PK\x03\x04" + bytes(500), NotARecording),
        (b"RIFF\x24\x00\x00\x00WAVE", NotARecording),
        (b"OggS" + b"z" * 1000, NotARecording),
        (b"#EXTM3U\nhttp://elsewhere.example/sound.mp3\n", RecordingUnsupported),
        (b"MThd" + bytes(100), RecordingUnsupported),
    ],
)
def test_what_is_no_recording_is_refused(content: bytes, kind: type[RecordingError]) -> None:
    with pytest.raises(kind):
        seconds(content)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_break_the_reading(content: bytes) -> None:
    container_of(content)
    is_other_media(content)
    with contextlib.suppress(RecordingError):
        assert seconds(content) >= 0.0


@given(st.lists(st.binary(min_size=1, max_size=20), max_size=30))
def test_where_an_index_stands_is_known_however_the_bytes_come(chunks: list[bytes]) -> None:
    whole, split = Atoms(), Atoms()
    whole.feed(b"".join(chunks))
    for chunk in chunks:
        split.feed(chunk)
    assert whole.index_first == split.index_first


def test_the_length_is_stated_or_estimated_from_the_bytes_left() -> None:
    wave, flac, ogg = (recorded(kind, np.tile(TONE, 10)) for kind in ("wav", "flac", "ogg"))
    stated = StreamedRecording(Incoming(Arriving(flac), len(flac)))
    assert stated.total(1.0)[0] == pytest.approx(30.0)
    assert not stated.total(1.0)[1]
    counted = StreamedRecording(Incoming(Arriving(wave), len(wave)))
    assert counted.total(1.0)[0] == pytest.approx(30.0, abs=0.1)
    recording = StreamedRecording(Incoming(Arriving(ogg, 512), len(ogg)))
    assert recording.total(0.0) == (None, True)
    heard, totals = 0.0, []
    for piece in recording.pieces():
        heard += len(piece.tracks[0]) / 16_000
        totals.append(recording.total(heard)[0])
    assert totals[-1] == pytest.approx(30.0, rel=0.05)
