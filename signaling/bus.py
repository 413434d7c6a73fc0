"""Messages between signaling nodes: one interface, two implementations.

A single node needs `LocalBus`; a cluster uses `signaling.redis_bus.RedisBus`. Both keep one contract
(tests/integration/test_signaling_bus.py): what is published on a topic reaches every subscription open at
that moment, in order, and a slow subscription loses its oldest messages instead of blocking the others.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

BACKLOG = 1024
"""Messages a subscription holds; the oldest goes first, and `lost` counts it."""


class BusUnreachable(OSError):
    """The bus can't be reached; its words are ours and safe to show."""


class Subscription:
    """Messages of one topic, oldest first; at most `BACKLOG` wait, then the oldest are lost."""

    def __init__(self) -> None:
        self._waiting: deque[bytes] = deque()
        self._arrived = asyncio.Event()
        self.lost = 0

    def put(self, message: bytes) -> None:
        """Takes a message in (called by the bus)."""
        if len(self._waiting) >= BACKLOG:
            self._waiting.popleft()
            self.lost += 1
        self._waiting.append(message)
        self._arrived.set()

    async def take(self) -> bytes:
        """The next message; waits for one (bound it with `asyncio.timeout`)."""
        while not self._waiting:
            self._arrived.clear()
            await self._arrived.wait()
        return self._waiting.popleft()


class Bus(Protocol):
    """Publishes to topics and subscribes to them."""

    async def publish(self, topic: str, message: bytes) -> None:
        """Gives a message to every subscription of the topic. Raises `BusUnreachable`."""

    def subscribe(self, topic: str) -> AbstractAsyncContextManager[Subscription]:
        """A context within which a topic's messages arrive."""


class LocalBus:
    """The bus of a single node: everything stays in the process."""

    def __init__(self) -> None:
        self._topics: dict[str, set[Subscription]] = {}

    async def publish(self, topic: str, message: bytes) -> None:
        """Gives a message to every subscription of the topic."""
        for subscription in tuple(self._topics.get(topic, ())):
            subscription.put(message)

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[Subscription]:
        """A context within which a topic's messages arrive."""
        subscription = Subscription()
        self._topics.setdefault(topic, set()).add(subscription)
        try:
            yield subscription
        finally:
            self._topics[topic].discard(subscription)
            if not self._topics[topic]:
                del self._topics[topic]
