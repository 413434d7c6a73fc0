"""A live track at its end: what its leg has received is heard first, unless it is discarded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from media_worker import track as tracks
from media_worker.clock import SessionOrigin
from media_worker.stream import Sound
from wire.control import CloseTrack, OpenTrack, TrackFlushed, TrackOffer


class Leg:
    """A leg that holds a sound back until it is closed, as a gap in the packets makes it do."""

    def __init__(self, *_: Any) -> None:
        self.sounds_left: asyncio.Queue[Any] = asyncio.Queue()

    async def answer(self, sdp: str) -> str:
        return sdp

    async def sounds(self) -> AsyncIterator[Any]:
        while (sound := await self.sounds_left.get()) is not None:
            yield sound

    async def close(self) -> None:
        self.sounds_left.put_nowait(SOUND)
        self.sounds_left.put_nowait(None)


SOUND: Any = Sound.__new__(Sound)


class Ear:
    """Notes what happens to it."""

    heard = finalised = 0.0

    def __init__(self, noted: list[str]) -> None:
        self.noted = noted

    async def flush(self) -> None:
        self.noted.append("flushed")

    def discard(self) -> None:
        self.noted.append("discarded")


@pytest.mark.parametrize(
    ("discard", "noted"),
    [(False, ["heard", "flushed", "discarded"]), (True, ["discarded"])],
)
async def test_what_a_leg_still_holds_is_heard_at_its_end_unless_it_is_discarded(
    monkeypatch: pytest.MonkeyPatch, *, discard: bool, noted: list[str]
) -> None:
    found: list[str] = []
    sent: list[Any] = []
    answered = asyncio.Event()

    def send(message: Any) -> None:
        sent.append(message)
        answered.set()

    intake = SimpleNamespace(
        new_leg=lambda: None, take=lambda _: found.append("heard"), paused=False, silent=lambda _: None
    )
    monkeypatch.setattr(tracks, "AudioLeg", Leg)
    monkeypatch.setattr(tracks, "Intake", lambda *_: intake)
    make: Callable[..., Any] = lambda _: Ear(found)  # noqa: E731
    opened = OpenTrack(session="ses_1", track="t", session_time=0.0)
    live = tracks.LiveTrack(opened, SessionOrigin(0.0, 0.0), make, send, lambda _: None)
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        running = group.create_task(live.run())
        live.receive(TrackOffer(track="t", sdp="v=0"))
        await answered.wait()
        live.receive(CloseTrack(track="t", discard=discard))
        await running
    assert found == noted
    assert isinstance(sent[-1], TrackFlushed)
