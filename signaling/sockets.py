"""A participant's WebSocket: `GET /v1/socket`. One for each open tab; the room decides what it may do.

A message that can't be read, is too large, of an unknown type or comes too fast is answered with a typed
`error`; the connection lives on. Without a hello in time, with a bad token, or when it can't keep up with
what it is sent, the socket is closed with a last typed error.
"""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from retention import AttuneError, SessionId
from signaling.cluster.relaying import Relaying
from signaling.errors import TokenReplayed, TokenRevoked
from signaling.house import House
from signaling.ice import ice_servers
from signaling.live import LiveRoom
from signaling.logs import get_logger
from signaling.outbox import Outbox
from signaling.rate import Bucket
from signaling.seats import Seat
from signaling.tokens import JoinClaims
from signaling.transcription import Devices
from wire import MAX_MESSAGE_BYTES, WIRE_VERSION, WireError
from wire.browser import ClientMessage, Error, Hello, RoomView, ServerMessage, Welcome, parse_client

LARGEST_FRAME = 4 * MAX_MESSAGE_BYTES
"""Frames up to this size are read and refused by a typed error; larger ones end the connection."""

SEND_SECONDS = 15.0
"""A socket that takes longer to accept a message is gone."""

_log = get_logger()


@dataclass(frozen=True, slots=True)
class Guest:
    """A participant whose token was good."""

    claims: JoinClaims
    name: str
    hello: str = field(repr=False)
    """What was said to get in, for another node to hear."""


@dataclass(frozen=True, slots=True)
class SocketEndpoint:
    """The endpoint on a composed node."""

    house: House
    relaying: Relaying | None = None
    """In a cluster: brings a socket to the node that owns its session."""

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One socket, from its opening to its end."""
        socket = web.WebSocketResponse(
            max_msg_size=LARGEST_FRAME, compress=False, heartbeat=2 * self.house.settings.heartbeat_seconds
        )
        await socket.prepare(request)
        guest = await self._guest(socket)
        if guest is None:
            return socket
        self.house.metrics.sockets.inc()
        try:
            if self.relaying is None:
                await self._seated(socket, guest)
            else:
                await self.relaying.bring(
                    request, socket, guest.claims.session, guest.hello, lambda: self._seated(socket, guest)
                )
        finally:
            self.house.metrics.sockets.dec()
        return socket

    # ------------------------------------------------------------ hello

    async def _guest(self, socket: web.WebSocketResponse) -> Guest | None:
        """Whoever says a good hello in time; everybody else is told why and put out."""
        try:
            async with asyncio.timeout(self.house.settings.hello_seconds):
                hello = await self._hello(socket)
        except TimeoutError:
            await self._put_out(socket, "hello_timeout", "say hello first", 4408)
            return None
        if hello is None:
            return None
        if hello.version != WIRE_VERSION:
            await self._put_out(socket, "wrong_version", "reload the page to get the current version", 4400)
            return None
        try:
            return await self._known(hello)
        except AttuneError as error:
            _log.warning("token_refused", code=error.code)
            await self._put_out(socket, error.code, error.detail, 4401)
            return None

    async def _hello(self, socket: web.WebSocketResponse) -> Hello | None:
        """The first hello; whatever comes before is refused and waited past."""
        async for message in socket:
            said = _parsed(message.type, message.data)
            if isinstance(said, Hello):
                return said
            refusal = said if isinstance(said, WireError) else WireError("hello_first", "say hello first")
            await socket.send_str(self._refusal(refusal).model_dump_json())
        return None

    async def _known(self, hello: Hello) -> Guest:
        """Who the token names, checked against the records. Raises `TokenRefused`, `NotFound`."""
        house = self.house
        claims = await house.tokens.read_join(hello.token)
        record = await house.memory.sessions.get(house.practice, SessionId(claims.session))
        if record.ended_at is not None:
            raise TokenReplayed("this session is over")
        person = next((one for one in record.participants if one.id == claims.participant), None)
        if person is None or person.revoked:
            raise TokenRevoked("this link was taken back; ask your clinician for a new one")
        return Guest(claims, person.name, hello.model_dump_json())

    async def _put_out(self, socket: web.WebSocketResponse, code: str, detail: str, close: int) -> None:
        self.house.metrics.refusals.labels(code).inc()
        await socket.send_str(Error(code=code, detail=detail, fatal=True).model_dump_json())
        await socket.close(code=close, message=code.encode())

    def _refusal(self, error: WireError) -> Error:
        self.house.metrics.refusals.labels(error.code).inc()
        return Error(code=error.code, detail=error.detail)

    # ------------------------------------------------------------ in the room

    async def _seated(self, socket: web.WebSocketResponse, guest: Guest) -> None:
        room = await self.house.hub.open(guest.claims.session)
        seat = Seat(
            participant=guest.claims.participant,
            connection=secrets.token_urlsafe(9),
            scopes=guest.claims.scopes,
            outbox=Outbox(self.house.settings.outbox_messages),
            welcome=lambda view: self._welcome(guest, view, room.room.devices),
        )
        async with asyncio.TaskGroup() as tasks:
            writer = tasks.create_task(_write(socket, seat.outbox), name="socket-writer")
            room.connect(seat)
            try:
                await self._read(socket, room, seat)
            finally:
                room.disconnect(seat)
                seat.outbox.discard()
                writer.cancel()

    def _welcome(self, guest: Guest, view: RoomView, devices: Devices) -> Welcome:
        house, settings, claims = self.house, self.house.settings, guest.claims
        return Welcome(
            version=WIRE_VERSION,
            session=claims.session,
            participant=claims.participant,
            role=claims.role,
            name=guest.name,
            scopes=claims.scopes,
            ice_servers=ice_servers(settings, secrets.token_hex(4), self.house.turn_expiry()),
            wordings=house.in_person_wordings if devices is Devices.ONE else house.wordings,
            heartbeat_seconds=settings.heartbeat_seconds,
            room=view,
        )

    async def _read(self, socket: web.WebSocketResponse, room: LiveRoom, seat: Seat) -> None:
        settings = self.house.settings
        bucket = Bucket(settings.messages_per_second, settings.message_burst)
        async for message in socket:
            if not bucket.take(self.house.clock.monotonic()):
                seat.outbox.put(self._refusal(WireError("too_many_messages", "slow down")))
                continue
            said = _parsed(message.type, message.data)
            if isinstance(said, WireError):
                seat.outbox.put(self._refusal(said))
            else:
                room.said(seat, said)


def _parsed(kind: WSMsgType, text: str | bytes) -> ClientMessage | WireError:
    if kind is not WSMsgType.TEXT:
        return WireError("not_text", "only text messages are spoken here")
    try:
        return parse_client(text)
    except WireError as error:
        return error


async def _write(socket: web.WebSocketResponse, outbox: Outbox) -> None:
    """Sends what the outbox holds until it closes; a socket too slow to take it is closed."""
    try:
        while (message := await outbox.take()) is not None:
            await _send(socket, message)
        if outbox.overflowed:
            await _send(socket, Error(code="too_slow", detail="reconnect for the current state", fatal=True))
            await socket.close(code=1013)
        else:
            await socket.close()
    except (ConnectionError, TimeoutError):
        await socket.close()


async def _send(socket: web.WebSocketResponse, message: ServerMessage) -> None:
    async with asyncio.timeout(SEND_SECONDS):
        await socket.send_str(message.model_dump_json())
