"""A socket's outgoing messages: bounded, with a stated overflow rule.

Rule: a newer room snapshot, recording's progress, pong or error of the same code replaces the one not yet
sent, a newer partial the older one of its segment. Words that are struck or destroyed are taken out before
they are sent.
When the box is full, the oldest partial goes (the final will say the same). When nothing can go, the
socket is too slow: the box closes and says so, and the browser reconnects to a fresh snapshot.
"""

from __future__ import annotations

import asyncio
from collections import deque

from wire.browser import (
    Error,
    Heard,
    Pong,
    RecordingHeard,
    Room,
    ServerMessage,
    Struck,
    TranscriptDestroyed,
)


class Outbox:
    """Messages waiting for one socket, oldest first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._waiting: deque[ServerMessage] = deque()
        self._changed = asyncio.Event()
        self._closed = False
        self.overflowed = False

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, message: ServerMessage) -> None:
        """Queues a message; on an overflow that nothing relieves, the box closes."""
        self._forget(message)
        if self._closed:
            return
        self._supersede(message)
        if len(self._waiting) >= self._limit and not self._relieve():
            self.overflowed = True
            self._waiting.clear()
            self.close()
            return
        self._waiting.append(message)
        self._changed.set()

    def close(self) -> None:
        """Nothing more is taken in; what waits is still given out."""
        self._closed = True
        self._changed.set()

    def discard(self) -> None:
        """Drops what waits (words among it) and closes."""
        self._waiting.clear()
        self.close()

    async def take(self) -> ServerMessage | None:
        """The next message, or None once the box is closed and empty."""
        while not self._waiting:
            if self._closed:
                return None
            self._changed.clear()
            await self._changed.wait()
        return self._waiting.popleft()

    def _forget(self, message: ServerMessage) -> None:
        """A reader too slow for them does not keep words alive that are gone."""
        if isinstance(message, Struck | TranscriptDestroyed):
            gone = None if isinstance(message, TranscriptDestroyed) else frozenset(message.segments)
            self._waiting = deque(
                older
                for older in self._waiting
                if not (isinstance(older, Heard) and (gone is None or older.segment.id in gone))
            )

    def _supersede(self, message: ServerMessage) -> None:
        for older in self._waiting:
            if _replaces(message, older):
                self._waiting.remove(older)
                return

    def _relieve(self) -> bool:
        for older in self._waiting:
            if isinstance(older, Heard) and not older.segment.final:
                self._waiting.remove(older)
                return True
        return False


def _replaces(newer: ServerMessage, older: ServerMessage) -> bool:
    if isinstance(newer, Room):
        return isinstance(older, Room)
    if isinstance(newer, Pong | RecordingHeard):
        return type(older) is type(newer)
    if isinstance(newer, Error) and isinstance(older, Error):
        return newer.code == older.code
    if isinstance(newer, Heard) and isinstance(older, Heard):
        return newer.segment.id == older.segment.id and not older.segment.final
    return False
