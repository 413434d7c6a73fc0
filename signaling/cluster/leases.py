"""Leases: the right to hold a session's live state. At most one node has a session's at a time.

A lease says which node holds a session, and nothing else of it. It is given for seconds and renewed while the
node lives; what a node that died held can be taken by another once it has run out.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from weakref import WeakValueDictionary

from signaling.cluster.refusals import ClusterUnreachable, NodeStopping


class Leases(Protocol):
    """Which sessions live on this node."""

    async def claim(self, session: str) -> str:
        """The node that holds the session: this one, if nobody did. Raises `ClusterRefusal`."""

    async def holder(self, session: str) -> str | None:
        """The node that holds the session now, None if nobody does. Raises `ClusterRefusal`."""

    def holds(self, session: str) -> bool:
        """Whether this node holds the session."""

    async def release(self, session: str, still_needed: Callable[[], bool] = lambda: False) -> None:
        """Gives the session up, unless it has come to be needed meanwhile. Raises `ClusterRefusal`."""

    async def renew(self) -> tuple[str, ...]:
        """Prolongs all leases; the sessions that were lost to another node. Raises `ClusterRefusal`."""


@dataclass(frozen=True, slots=True)
class SoleLeases:
    """The leases of a server that is alone: every session is its own, at no cost."""

    node: str = "sole"

    async def claim(self, session: str) -> str:
        """The only node."""
        return self.node

    async def holder(self, session: str) -> str | None:
        """The only node."""
        return self.node

    def holds(self, session: str) -> bool:
        """True."""
        return True

    async def release(self, session: str, still_needed: Callable[[], bool] = lambda: False) -> None:
        """Nothing: there is nobody to give it to."""

    async def renew(self) -> tuple[str, ...]:
        """No session is ever lost."""
        return ()


class LeaseStore(Protocol):
    """Where leases are kept for all nodes. Every method raises `ClusterUnreachable`."""

    async def take(self, session: str, value: str, seconds: float) -> str:
        """Keeps `value` for the session unless another is kept; what is kept now."""

    async def prolong(self, session: str, value: str, seconds: float) -> bool:
        """Whether `value` is kept on; it is also when nothing was kept any more."""

    async def drop(self, session: str, value: str) -> None:
        """Forgets the lease if it is `value`."""

    async def kept(self, session: str) -> str | None:
        """What is kept for the session."""


@dataclass(slots=True)
class SharedLeases:
    """One node's leases in a cluster. `seconds`: how long one lives without being renewed."""

    store: LeaseStore
    node: str
    seconds: float
    held: dict[str, str] = field(default_factory=dict)
    closing: bool = False
    _locks: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def claim(self, session: str) -> str:
        """The node that holds the session: this one, if nobody did.

        Raises:
            ClusterUnreachable: the session is not held here, and the store can't be asked.
            NodeStopping: nobody holds it, and this node is about to stop.
        """
        async with self._lock(session):
            if session in self.held:
                return self.node
            if self.closing:
                return await self._other(session)
            value = f"{self.node}:{secrets.token_urlsafe(9)}"
            kept = await self.store.take(session, value, self.seconds)
            if kept == value:
                self.held[session] = value
            return _node_of(kept)

    async def _other(self, session: str) -> str:
        kept = await self.store.kept(session)
        if kept is None or _node_of(kept) == self.node:
            raise NodeStopping("this node is stopping; ask again")
        return _node_of(kept)

    async def holder(self, session: str) -> str | None:
        """The node that holds the session now. Raises `ClusterUnreachable`."""
        if session in self.held:
            return self.node
        kept = await self.store.kept(session)
        return None if kept is None else _node_of(kept)

    def holds(self, session: str) -> bool:
        """Whether this node holds the session, as far as it knows."""
        return session in self.held

    async def release(self, session: str, still_needed: Callable[[], bool] = lambda: False) -> None:
        """Gives the session up. Raises `ClusterUnreachable`: then the lease runs out by itself."""
        async with self._lock(session):
            if still_needed():
                return
            value = self.held.pop(session, None)
            if value is not None:
                await self.store.drop(session, value)

    async def renew(self) -> tuple[str, ...]:
        """Prolongs all leases; the sessions lost to another node. Raises `ClusterUnreachable`."""
        lost: list[str] = []
        for session, value in tuple(self.held.items()):
            try:
                if not await self._prolonged(session, value):
                    lost.append(session)
            except ClusterUnreachable:
                if not lost:
                    raise
                break  # those found lost must be told of; the rest is tried again soon
        return tuple(lost)

    async def _prolonged(self, session: str, value: str) -> bool:
        async with self._lock(session):
            if self.held.get(session) != value:
                return True  # released meanwhile: not lost
            if await self.store.prolong(session, value, self.seconds):
                return True
            del self.held[session]
            return False

    def _lock(self, session: str) -> asyncio.Lock:
        return self._locks.setdefault(session, asyncio.Lock())


def _node_of(value: str) -> str:
    return value.partition(":")[0]
