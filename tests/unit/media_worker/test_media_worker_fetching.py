"""A recording's bytes as a media worker fetches them from signaling."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import web
from websockets.asyncio.client import connect

from media_worker import fetching as fetched
from wire.recordings import RecordingComplete

BYTES = b"a part of a recording"


async def slowly(request: web.Request) -> web.WebSocketResponse:
    """Sends as `signaling` does: it reads nothing, so it answers no ping, and waits between two parts."""
    socket = web.WebSocketResponse(compress=False)
    await socket.prepare(request)
    await socket.send_bytes(BYTES)
    await asyncio.sleep(0.5)
    await socket.send_bytes(BYTES)
    await socket.send_str(RecordingComplete(size=2 * len(BYTES)).model_dump_json())
    await socket.receive()
    return socket


async def test_a_recording_that_takes_longer_than_a_ping_does_not_break_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def impatient(url: str, **given: Any) -> Any:
        return connect(url, **{"ping_interval": 0.05, "ping_timeout": 0.05, **given})

    monkeypatch.setattr(fetched, "connect", impatient)
    app = web.Application()
    app.router.add_get("/v1/workers/recordings/rec_1", slowly)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    try:
        async with fetched.fetching(f"ws://{host}:{port}/v1/workers", "rec_1", "token") as chunks:
            parts = [await asyncio.to_thread(chunks.next) for _ in range(3)]
        assert parts == [BYTES, BYTES, b""]
        assert not chunks.interrupted
    finally:
        await runner.cleanup()
