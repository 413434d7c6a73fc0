"""The control link's end on this side: `GET /v1/workers`, a WebSocket that media workers dial."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import WSMsgType, web

from signaling import problems
from signaling.ears import Ears
from signaling.logs import get_logger
from wire import MAX_MESSAGE_BYTES, WIRE_VERSION, WireError
from wire import control as w
from wire.control import (
    ControlError,
    ControlMessage,
    Register,
    Registered,
    WorkerMessage,
    parse_worker,
)

REGISTER_SECONDS = 5.0
LINK_MESSAGES = 4096
"""Messages queued for one worker. More means that it reads nothing: the link closes and tracks move."""

_log = get_logger()


class WorkerLink:
    """Messages waiting for one worker; on overflow the link closes."""

    def __init__(self, limit: int = LINK_MESSAGES) -> None:
        self._queue: asyncio.Queue[ControlMessage | None] = asyncio.Queue(limit)

    def send(self, message: ControlMessage) -> None:
        """Queues a message."""
        try:
            self._queue.put_nowait(message)
        except asyncio.QueueFull:
            self.close()

    def close(self) -> None:
        """Closes the link once what waits is sent, or at once when the queue is full."""
        while True:
            try:
                self._queue.put_nowait(None)
                return
            except asyncio.QueueFull:
                self._queue.get_nowait()

    async def write(self, socket: web.WebSocketResponse) -> None:
        """Sends what is queued until the link closes."""
        while (message := await self._queue.get()) is not None:
            await socket.send_str(message.model_dump_json())
        await socket.close()


@dataclass(frozen=True, slots=True)
class ControlLink:
    """The endpoint. `token`: what a worker must bear; `heartbeat_seconds`: what it is told to keep."""

    ears: Ears
    token: str
    heartbeat_seconds: float
    nodes: Callable[[], w.Nodes] | None = None
    """Gives what a worker is told of a cluster's nodes; None on a server that is alone."""

    def authorised(self, request: web.Request) -> bool:
        """Whether the request bears the workers' token."""
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {self.token}".encode())

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One worker's link, from its dialling to its end."""
        if not self.authorised(request):
            _log.warning("worker_refused", reason="token")
            return problems.response(problems.problem("login-required", "workers need the control token"))
        socket = web.WebSocketResponse(max_msg_size=4 * MAX_MESSAGE_BYTES, compress=False)
        await socket.prepare(request)
        register = await self._registration(socket)
        if register is None:
            await socket.close(code=4400)
            return socket
        link = WorkerLink()
        link.send(Registered(version=WIRE_VERSION, heartbeat_seconds=self.heartbeat_seconds))
        self.ears.registered(link, register)
        if self.nodes is not None:
            link.send(self.nodes())
        try:
            async with asyncio.TaskGroup() as tasks:
                writer = tasks.create_task(_write(link, socket), name="worker-link")
                await self._read(socket, link, register.worker)
                writer.cancel()
        finally:
            self.ears.lost(register.worker, link)
        return socket

    async def _registration(self, socket: web.WebSocketResponse) -> Register | None:
        """The first message, which must be `register` in the version spoken here."""
        try:
            async with asyncio.timeout(REGISTER_SECONDS):
                message = await socket.receive()
        except TimeoutError:
            return None
        parsed = _parsed(str(message.data)) if message.type is WSMsgType.TEXT else None
        if isinstance(parsed, Register) and parsed.version == WIRE_VERSION:
            return parsed
        code = "wrong_version" if isinstance(parsed, Register) else "register_first"
        refusal = ControlError(code=code, detail=f"say register, version {WIRE_VERSION}, first", fatal=True)
        await socket.send_str(refusal.model_dump_json())
        return None

    async def _read(self, socket: web.WebSocketResponse, link: WorkerLink, worker: str) -> None:
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                link.send(ControlError(code="not_text", detail="only text messages are spoken here"))
                continue
            parsed = _parsed(message.data)
            if isinstance(parsed, WireError):
                link.send(ControlError(code=parsed.code, detail=parsed.detail))
            else:
                self.ears.received(worker, parsed)


def _parsed(text: str) -> WorkerMessage | WireError:
    try:
        return parse_worker(text)
    except WireError as error:
        return error


async def _write(link: WorkerLink, socket: web.WebSocketResponse) -> None:
    try:
        await link.write(socket)
    except ConnectionError:
        await socket.close()
