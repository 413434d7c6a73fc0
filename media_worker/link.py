"""The control link: dials signaling, keeps dialling, carries messages both ways.

`Outbox`, `Unconfirmed` and `Backoff` are pure. `ControlLink` owns the socket. While the link is away,
partials give way to newer ones and finals wait. A final counts as sent when a heartbeat behind it was
answered.
"""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from media_worker.errors import LinkRefused
from wire import MAX_MESSAGE_BYTES, WIRE_VERSION, WireError
from wire.control import (
    ControlError,
    ControlMessage,
    Heartbeat,
    HeartbeatAck,
    Recognised,
    Register,
    Registered,
    VoicesSettled,
    WorkerMessage,
    parse_control,
)

log = structlog.get_logger(__name__)

_OPEN_SECONDS = 10.0
_SILENT_HEARTBEATS = 8


class Outbox:
    """Messages on their way out, in order.

    Overflow rule: of a segment's partials only the newest waits, and its final replaces it;
    finals and everything else are kept until sent.
    """

    def __init__(self) -> None:
        self._waiting: list[WorkerMessage] = []
        self._ready = asyncio.Event()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, message: WorkerMessage) -> None:
        """Queues a message."""
        if isinstance(message, Recognised):
            self._waiting = [old for old in self._waiting if not _superseded(old, message)]
        self._waiting.append(message)
        self._ready.set()

    def put_back(self, *messages: WorkerMessage) -> None:
        """Returns messages, in order, that could not be sent, or perhaps were not, to the front."""
        self._waiting[:0] = messages
        self._ready.set()

    async def get(self) -> WorkerMessage:
        """The next message; waits for one."""
        while not self._waiting:
            self._ready.clear()
            await self._ready.wait()
        return self._waiting.pop(0)

    def clear(self) -> None:
        """Forgets everything that waits."""
        self._waiting.clear()

    def move_to(self, other: Outbox) -> None:
        """Puts everything that waits before what waits in another."""
        other.put_back(*self._waiting)
        self.clear()


class Unconfirmed:
    """Finals, and whose words they are, that were written to a socket and may still be lost with it. Pure.

    A connection delivers in order: whoever answers a heartbeat has got all that was written before it.
    """

    def __init__(self) -> None:
        self._finals: deque[tuple[int, WorkerMessage]] = deque()
        self._beats: deque[tuple[float, int]] = deque()
        self._written = 0

    def wrote(self, message: WorkerMessage) -> None:
        """Notes a message that was written."""
        if isinstance(message, VoicesSettled) or (isinstance(message, Recognised) and message.final):
            self._written += 1
            self._finals.append((self._written, message))

    def beat(self, sent_at: float) -> None:
        """Notes a heartbeat that is written next, by its time."""
        self._beats.append((sent_at, self._written))

    def answered(self, sent_at: float) -> None:
        """A heartbeat came back: what was written before it has arrived."""
        while self._beats and self._beats[0][0] <= sent_at:
            _, written = self._beats.popleft()
            while self._finals and self._finals[0][0] <= written:
                self._finals.popleft()

    def take(self) -> list[WorkerMessage]:
        """Those of which nobody knows whether they arrived, in order; they are forgotten here."""
        found = [message for _, message in self._finals]
        self._finals.clear()
        self._beats.clear()
        return found


def _superseded(old: WorkerMessage, new: Recognised) -> bool:
    return isinstance(old, Recognised) and not old.final and old.id == new.id


@dataclass
class Backoff:
    """Waits between dials: doubling from `first` to `most` seconds, each cut by up to half at random."""

    first: float = 0.2
    most: float = 5.0
    jitter: Callable[[], float] = random.random
    _tries: int = 0

    def next(self) -> float:
        """Seconds to wait before the next dial."""
        wait = min(self.most, self.first * 2.0**self._tries)
        self._tries += 1
        return float(wait * (1.0 - 0.5 * self.jitter()))

    def reset(self) -> None:
        """A dial succeeded."""
        self._tries = 0


class ControlLink:
    """A worker's link to one node. `receive` gets every message but `registered` and `heartbeat_ack`.

    It can be sent to another address (`url`) between two dials; what waits in its outbox goes with it.
    """

    def __init__(
        self,
        url: str,
        token: str,
        register: Register,
        receive: Callable[[ControlLink, ControlMessage], None],
        heartbeat: Callable[[ControlLink], Heartbeat],
        backoff: Backoff | None = None,
    ) -> None:
        self.url = url
        self._token = token
        self._register = register
        self._receive = receive
        self._heartbeat = heartbeat
        self._backoff = backoff or Backoff()
        self._every = 1.0
        self._acknowledged = 0.0
        self._lost_at: float | None = None
        self.standing = False
        self.outbox = Outbox()
        self._unconfirmed = Unconfirmed()
        self.round_trip = 0.0

    def send(self, message: WorkerMessage) -> None:
        """Queues a message; of a link that gave way, at the newer one."""
        self.outbox.put(message)

    def give_way(self, newer: ControlLink) -> None:
        """Another link leads to the same node: what waits here, and what still comes, goes there."""
        self.outbox.move_to(newer.outbox)
        self.outbox = newer.outbox

    def away(self) -> float:
        """Seconds since the link broke, or was first dialled; 0 while it stands."""
        if self.standing or self._lost_at is None:
            return 0.0
        return asyncio.get_running_loop().time() - self._lost_at

    async def dial(self) -> None:
        """Dials once and serves until the link ends, however it does.

        Raises:
            LinkRefused: signaling refuses this worker for good (token, version).
        """
        if self._lost_at is None:
            self._lost_at = asyncio.get_running_loop().time()
        try:
            await self._once()
        except InvalidStatus as refused:
            if refused.response.status_code in {401, 403}:
                raise LinkRefused("signaling refuses the worker token: check ATTUNE_WORKER_TOKEN") from None
            log.warning("link_refused", status=refused.response.status_code)
        except (OSError, TimeoutError, InvalidHandshake, ConnectionClosed, _Silent) as error:
            log.warning("link_away", error=type(error).__name__)

    async def pause(self) -> None:
        """Waits until it is time to dial again."""
        await asyncio.sleep(self._backoff.next())

    async def sent(self) -> None:
        """Returns when nothing waits in the outbox."""
        while len(self.outbox):  # noqa: ASYNC110 - the writer pops between awaits; a poll is enough on leaving
            await asyncio.sleep(0.02)

    async def _once(self) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        async with connect(
            self.url,
            additional_headers=headers,
            max_size=MAX_MESSAGE_BYTES,
            open_timeout=_OPEN_SECONDS,
            close_timeout=2.0,
            proxy=None,
        ) as socket:
            await self._introduce(socket)
            self.standing = True
            self._backoff.reset()
            log.info("link_up", worker=self._register.worker)
            try:
                await self._serve(socket)
            finally:
                self.standing = False
                self._lost_at = asyncio.get_running_loop().time()
                self.outbox.put_back(*self._unconfirmed.take())  # perhaps sent twice; a final's id tells

    async def _introduce(self, socket: ClientConnection) -> None:
        await socket.send(self._register.model_dump_json())
        async with asyncio.timeout(_OPEN_SECONDS):
            match _read(await socket.recv()):
                case Registered(version=version, heartbeat_seconds=every) if version == WIRE_VERSION:
                    self._every = max(0.1, every)
                case ControlError(fatal=True) | Registered():
                    raise LinkRefused("signaling refuses this worker: are both of the same version?")
                case _:
                    raise _Silent

    async def _serve(self, socket: ClientConnection) -> None:
        """Runs both ways until the socket ends; the first to end takes the others down."""
        self._acknowledged = asyncio.get_running_loop().time()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._write(socket))
                tasks.create_task(self._beat(socket))
                tasks.create_task(self._hear(socket))
        except* (ConnectionClosed, _Silent) as ended:
            log.debug("link_ended", error=type(ended.exceptions[0]).__name__)
        raise _Silent  # outside the clause, where Python 3.11.2 would wrap it in a group

    async def _hear(self, socket: ClientConnection) -> None:
        async for text in socket:
            message = _read(text)
            if isinstance(message, HeartbeatAck):
                self._acknowledge(message)
            elif message is not None:
                self._receive(self, message)
        raise _Silent

    def _acknowledge(self, ack: HeartbeatAck) -> None:
        now = asyncio.get_running_loop().time()
        self._acknowledged = now
        self._unconfirmed.answered(ack.sent_at)
        sample = max(0.0, now - ack.sent_at)
        self.round_trip = sample if self.round_trip == 0.0 else min(sample, self.round_trip * 1.05)

    async def _write(self, socket: ClientConnection) -> None:
        while True:
            message = await self.outbox.get()
            try:
                await socket.send(message.model_dump_json())
            except (ConnectionClosed, asyncio.CancelledError):
                self.outbox.put_back(message)
                raise
            self._unconfirmed.wrote(message)

    async def _beat(self, socket: ClientConnection) -> None:
        while True:
            heartbeat = self._heartbeat(self)
            self._unconfirmed.beat(heartbeat.sent_at)
            await socket.send(heartbeat.model_dump_json())
            await asyncio.sleep(self._every)
            if asyncio.get_running_loop().time() - self._acknowledged > _SILENT_HEARTBEATS * self._every:
                raise _Silent


class _Silent(Exception):
    """The other side is gone or says nothing."""


def _read(text: str | bytes) -> ControlMessage | None:
    try:
        return parse_control(text)
    except WireError as error:
        log.warning("control_message_refused", code=error.code)
        return None
