"""All rooms that are open on this node. A room opens with its first socket and closes after its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from signaling import commands as c
from signaling.live import LiveRoom
from signaling.logs import get_logger

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

    def close(self) -> None:
        """Closes all rooms and their sockets; the sessions themselves go on after a restart."""
        for room in self.rooms.values():
            room.close()

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
        finally:
            if self.rooms.get(room.session) is room:
                del self.rooms[room.session]
            _log.info("room_closed", session=room.session)
