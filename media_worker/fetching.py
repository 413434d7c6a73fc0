"""A recording's bytes from signaling, a chunk at a time: no faster than they are asked for.

The WebSocket's own window is the back-pressure: while nobody asks, nothing is read, and the sender waits. So
nobody answers a ping meanwhile, and none is sent: whether the node lives is seen on the control link.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import ValidationError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from media_worker.errors import RecordingInterrupted
from wire import MAX_MESSAGE_BYTES
from wire.recordings import RecordingComplete

_OPEN_SECONDS = 10.0
_WAITING_CHUNKS = 4


class Fetching:
    """The bytes of one recording. `next` blocks and is for a thread; `loop` is where the socket lives."""

    def __init__(self, socket: ClientConnection, loop: asyncio.AbstractEventLoop) -> None:
        self._socket = socket
        self._loop = loop
        self._received = 0
        self._ended = False
        self.interrupted = False
        """Whether the bytes broke off before their sender said that these were all."""

    def next(self) -> bytes:
        """The next bytes, waiting for them; none at the end, whatever the end was."""
        if self._ended:
            return b""
        chunk = asyncio.run_coroutine_threadsafe(self._receive(), self._loop).result()
        self._ended = not chunk
        return chunk

    async def _receive(self) -> bytes:
        try:
            message = await self._socket.recv()
        except (ConnectionClosed, asyncio.CancelledError):
            self.interrupted = True
            return b""
        if isinstance(message, bytes):
            self._received += len(message)
            return message
        self.interrupted = not self._complete(message)
        return b""

    def _complete(self, message: str) -> bool:
        try:
            return RecordingComplete.model_validate_json(message).size == self._received
        except ValidationError:
            return False


@asynccontextmanager
async def fetching(control_url: str, recording: str, token: str) -> AsyncIterator[Fetching]:
    """A context in which a recording's bytes can be had from the node whose control link has this address.

    Raises:
        RecordingInterrupted: the node does not answer, or knows no such recording.
    """
    url = f"{control_url.rstrip('/')}/recordings/{recording}"
    try:
        socket = await connect(
            url,
            additional_headers={"Authorization": f"Bearer {token}"},
            max_size=MAX_MESSAGE_BYTES,
            max_queue=_WAITING_CHUNKS,
            open_timeout=_OPEN_SECONDS,
            close_timeout=1.0,
            ping_interval=None,
            compression=None,
            proxy=None,
        )
    except (OSError, TimeoutError, InvalidHandshake, ConnectionClosed):
        raise RecordingInterrupted("the recording can't be fetched: upload it again") from None
    try:
        yield Fetching(socket, asyncio.get_running_loop())
    finally:
        await socket.close()
