"""An upload on its way through signaling: no faster than it is fetched, never more than it may be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from signaling import commands as c
from signaling import uploads
from signaling.recording_errors import (
    RecordingCancelled,
    RecordingInterrupted,
    RecordingTooLarge,
)
from signaling.uploads import CHUNK_BYTES, WAITING_CHUNKS, Upload
from wire.browser import RecordingHeard
from wire.control import Recognised, VoicesSettled
from wire.recordings import RecordingEnd, RecordingProgress


class Heard:
    """Notes what came of an upload."""

    def __init__(self) -> None:
        self.words_of: list[str] = []
        self.progress: list[RecordingHeard] = []

    def words(self, message: Recognised, participant: str) -> None:
        self.words_of.append(participant)

    def voiced(self, message: VoicesSettled) -> None:
        raise AssertionError("one speaker a track")

    def progressed(self, heard: RecordingHeard) -> None:
        self.progress.append(heard)


def upload(heard: Heard | None = None) -> Upload:
    ended = asyncio.get_running_loop().create_future()
    return Upload("ses_1", "rec", {"rec.0": "par_1"}, heard or Heard(), ended)


async def pieces(*sizes: int) -> AsyncIterator[bytes]:
    for size in sizes:
        yield bytes(size)


async def test_no_more_is_read_than_is_fetched() -> None:
    one, read = upload(), list[int]()

    async def body() -> AsyncIterator[bytes]:
        for number in range(20):
            read.append(number)
            yield bytes(CHUNK_BYTES)

    feeding = asyncio.create_task(one.feed(body(), 1 << 30))
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(read) == WAITING_CHUNKS + 1
    while await one.chunks.get() is not None:
        pass
    await feeding
    assert len(read) == 20


async def test_large_pieces_are_passed_on_in_chunks() -> None:
    one = upload()
    await one.feed(pieces(2 * CHUNK_BYTES + 1), 1 << 30)
    sizes = [len(chunk) for chunk in [one.chunks.get_nowait() for _ in range(3)] if chunk is not None]
    assert sizes == [CHUNK_BYTES, CHUNK_BYTES, 1]
    assert one.chunks.get_nowait() is None


async def test_up_to_the_limit_is_taken_and_a_byte_more_is_not() -> None:
    await upload().feed(pieces(1000, 24), 1024)
    with pytest.raises(RecordingTooLarge):
        await upload().feed(pieces(1000, 25), 1024)


async def test_a_sender_that_goes_or_falls_silent_interrupts(monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone() -> AsyncIterator[bytes]:
        yield b"x"
        raise ConnectionResetError

    async def silent() -> AsyncIterator[bytes]:
        yield b"x"
        await asyncio.sleep(60)

    monkeypatch.setattr(uploads, "SILENT_SECONDS", 0.05)
    for body in (gone(), silent()):
        with pytest.raises(RecordingInterrupted):
            await upload().feed(body, 1024)


async def test_its_first_end_counts_and_nothing_is_taken_after_it() -> None:
    heard = Heard()
    one = upload(heard)
    words = Recognised(track="rec.0", id="rec.0-0", start=0.0, end=1.0, text="yes", final=True)
    one.recognised(words)
    one.advanced(RecordingProgress(recording="rec", heard=1.0, total=9.0))
    one.refuse(RecordingCancelled("cancelled"))
    one.end(RecordingEnd.DONE, "", 9.0)
    one.recognised(words)
    assert heard.words_of == ["par_1"]
    assert [told.heard for told in heard.progress] == [1.0]
    assert (one.ended.result().end, type(one.refused)) == (RecordingEnd.FAILED, RecordingCancelled)


async def test_a_lost_worker_ends_it() -> None:
    one = upload()
    one.receive(c.TrackLost("rec.0", "worker_lost", 0.0))
    assert one.ended.result().end is RecordingEnd.INTERRUPTED
