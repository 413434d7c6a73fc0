"""All rooms that are open on this node. A room opens with its first socket and closes after its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from signaling import commands as c
from signaling.live import LiveRoom
from signaling.logs import get_logger
from signaling.steady import kind_of

HUSH_POLL_SECONDS = 0.05

_log = get_logger()


@dataclass(slots=True)
class Hub:
    """Rooms by session. `build` makes a room from the records; the hub owns the rooms' tasks."""

    build: Callable[[str], Awaitable[LiveRoom]]
    rooms: dict[str, LiveRoom] = field(default_factory=dict)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _tasks: asyncio.TaskGroup | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """A context within which rooms can open; on the way out all are closed."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            try:
                yield
            finally:
                self._tasks = None
                self.close()

    async def open(self, session: str) -> LiveRoom:
        """The session's room, opened if need be. Raises `NotFound`."""
        async with self._opening:
            room = self.rooms.get(session)
            if room is None:
                if self._tasks is None:
                    raise RuntimeError("the hub is not running")
                room = await self.build(session)
                self.rooms[session] = room
                self._tasks.create_task(self._live(room), name=f"room-{session}")
            return room

    async def hush(self, seconds: float) -> None:
        """Before the server stops: ends all tracks and takes in what they still say, in bounded time."""
        rooms = tuple(self.rooms.values())
        for room in rooms:
            room.receive(c.Stopping(room.monotonic()))  # the tracks follow the gate, browsers first
        try:
            async with asyncio.timeout(seconds):
                while any(room.unflushed for room in rooms):  # noqa: ASYNC110 - many rooms, one bound
                    await asyncio.sleep(HUSH_POLL_SECONDS)
        except TimeoutError:
            _log.warning("flush_timed_out", count=sum(bool(room.unflushed) for room in rooms))

    def close(self) -> None:
        """Closes all rooms and their sockets; the sessions themselves go on after a restart."""
        for room in self.rooms.values():
            room.close()

    async def evict(self, session: str) -> None:
        """Closes a room whose session goes on elsewhere; returns when its records are written."""
        room = self.rooms.get(session)
        if room is None:
            return
        room.close()
        while self.rooms.get(session) is room:  # noqa: ASYNC110 - bounded by whoever evicts
            await asyncio.sleep(HUSH_POLL_SECONDS)

    def find(self, session: str) -> LiveRoom | None:
        """The session's room if it is open."""
        return self.rooms.get(session)

    async def end(self, session: str, reason: str) -> None:
        """Ends a session from outside its sockets and waits until its note is drafted."""
        room = await self.open(session)
        room.receive(c.EndAsked(reason, room.monotonic()))
        await room.over.wait()

    async def _live(self, room: LiveRoom) -> None:
        try:
            await room.run()
        except Exception as error:  # noqa: BLE001 - supervisor: one failed room must not end the others
            _log.error("room_failed", session=room.session, error=kind_of(error))
        finally:
            room.close()
            if self.rooms.get(room.session) is room:
                del self.rooms[room.session]
            _log.info("room_closed", session=room.session)
