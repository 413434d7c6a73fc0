"""Who follows a session's transcript without a seat in the room: open event streams (`transcript/events`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from signaling.outbox import Outbox
from wire.browser import ServerMessage


class Feeds:
    """Event streams by session. A stream too slow to follow is closed; its client reads anew."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._open: dict[str, set[Outbox]] = {}

    @contextmanager
    def subscribed(self, session: str) -> Iterator[Outbox]:
        """A context within which the session's events arrive in the outbox."""
        outbox = Outbox(self._limit)
        self._open.setdefault(session, set()).add(outbox)
        try:
            yield outbox
        finally:
            outbox.discard()
            self._open[session].discard(outbox)
            if not self._open[session]:
                del self._open[session]

    def publish(self, session: str, message: ServerMessage) -> None:
        """Gives an event to every stream of the session."""
        for outbox in tuple(self._open.get(session, ())):
            outbox.put(message)

    def end(self, session: str) -> None:
        """Ends the streams of a session that lives on elsewhere: who follows it asks again."""
        for outbox in tuple(self._open.get(session, ())):
            outbox.close()

    def close(self) -> None:
        """Ends all streams (the server stops)."""
        for outboxes in tuple(self._open.values()):
            for outbox in tuple(outboxes):
                outbox.close()

    def __len__(self) -> int:
        return sum(len(outboxes) for outboxes in self._open.values())
