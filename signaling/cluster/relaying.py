"""Relays a participant's socket to the node that owns the session: hello first, then both ways.

Each message is sent on before the next is read, so that no more than the transports' own buffers waits here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientWebSocketResponse, ClientWSTimeout, WSMsgType, web

from signaling.cluster.forwarding import CONNECT_SECONDS, LOOK_AGAIN_SECONDS, LOOKS, Forwarding
from signaling.cluster.nodes import NodeRecord
from signaling.cluster.refusals import ClusterRefusal, OwnerUnreachable, SessionElsewhere
from signaling.cluster.secret import HEADER
from signaling.errors import ScopeMissing
from signaling.logs import get_logger

PATH = "/v1/socket"
COME_BACK = 1012
"""Close code of a socket whose session moves (RFC 6455 registry: service restart): the browser reconnects."""

TRY_LATER = 1013
ELSEWHERE = 4503
"""Close code by which a node tells another that it does not own the session."""

SEND_SECONDS = 15.0
CLOSE_SECONDS = 2.0
PASSED_ON = range(3000, 5000)

_log = get_logger()

Socket = web.WebSocketResponse | ClientWebSocketResponse


@dataclass(slots=True)
class Relaying:
    """Relays of one node. `heartbeat`: seconds between pings; `largest`: bytes of a frame."""

    forwarding: Forwarding
    heartbeat: float
    largest: int
    _open: set[web.WebSocketResponse] = field(default_factory=set)

    async def bring(
        self,
        request: web.Request,
        socket: web.WebSocketResponse,
        session: str,
        hello: str,
        seated: Callable[[], Awaitable[None]],
    ) -> None:
        """Seats a socket here when the session is ours, else relays it; refusals close it to come back."""
        try:
            inner = self.forwarding.inner(request)
            for look in range(1, LOOKS + 1):
                if await self._brought(socket, session, hello, seated, inner, last=look == LOOKS):
                    return
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
        except (ClusterRefusal, ScopeMissing) as refusal:
            _log.warning("socket_not_taken", session=session, code=refusal.code)
            code = ELSEWHERE if HEADER in request.headers else TRY_LATER
            await socket.close(code=code, message=refusal.code.encode())

    async def _brought(
        self,
        socket: web.WebSocketResponse,
        session: str,
        hello: str,
        seated: Callable[[], Awaitable[None]],
        inner: bool,
        *,
        last: bool,
    ) -> bool:
        """Whether the socket was served to its end. Raises `ClusterRefusal`."""
        cluster = self.forwarding.cluster
        with cluster.using(session):
            owner = await cluster.place(session)
            if owner is None:
                await seated()
                return True
        if inner:
            raise SessionElsewhere("this session lives on another node")
        try:
            return await self._relayed(socket, owner, hello)
        except OwnerUnreachable:
            if last:
                raise
            return False

    async def _relayed(self, socket: web.WebSocketResponse, owner: NodeRecord, hello: str) -> bool:
        """Whether the owner took the socket. Raises `OwnerUnreachable`."""
        url = owner.url.replace("http", "ws", 1) + PATH
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                far = await self.forwarding.http.ws_connect(
                    url,
                    headers=self.forwarding.credential("GET", PATH),
                    heartbeat=self.heartbeat,
                    max_msg_size=self.largest,
                    compress=0,
                    timeout=ClientWSTimeout(ws_close=2.0),
                )
                await far.send_str(hello)
        except (ClientError, TimeoutError, OSError):
            raise OwnerUnreachable("the session's node does not answer") from None
        self.forwarding.cluster.forwarded("socket")
        self._open.add(socket)
        try:
            return await self._joined(socket, far)
        finally:
            self._open.discard(socket)
            await far.close()

    async def _joined(self, socket: web.WebSocketResponse, far: ClientWebSocketResponse) -> bool:
        first = await far.receive()
        if first.type is not WSMsgType.TEXT and far.close_code == ELSEWHERE:
            return False
        if first.type is WSMsgType.TEXT:
            await _send(socket, first.type, first.data)
            async with asyncio.TaskGroup() as tasks:
                outwards = tasks.create_task(_pump(socket, far), name="relay-out")
                inwards = tasks.create_task(_pump(far, socket), name="relay-in")
                await asyncio.wait((outwards, inwards), return_when=asyncio.FIRST_COMPLETED)
                outwards.cancel()
                inwards.cancel()
        if not socket.closed:
            await socket.close(code=_carried(far.close_code))
        if not far.closed:
            await far.close(code=_carried(socket.close_code))
        return True

    async def stop(self) -> None:
        """Closes the relayed sockets of a node that stops; their browsers come back to another."""
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await asyncio.gather(*(socket.close(code=COME_BACK) for socket in tuple(self._open)))
        except TimeoutError:
            _log.warning("sockets_slow_to_close", count=len(self._open))


async def _pump(source: Socket, sink: Socket) -> None:
    """Passes messages on until either side ends."""
    try:
        async for message in source:
            await _send(sink, message.type, message.data)
    except (ClientError, ConnectionError, TimeoutError):
        return


async def _send(sink: Socket, kind: WSMsgType, content: str | bytes) -> None:
    async with asyncio.timeout(SEND_SECONDS):
        if isinstance(content, str):
            await sink.send_str(content)
        elif kind is WSMsgType.BINARY:
            await sink.send_bytes(content)


def _carried(code: int | None) -> int:
    """The close code for the other side: its own, or what makes a browser come back."""
    if code is None:
        return COME_BACK
    return code if code in {1000, 1009, TRY_LATER} or code in PASSED_ON else COME_BACK
