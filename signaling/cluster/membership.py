"""A node as one of a cluster: claims sessions, renews what it holds, lets go of what it lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from signaling.cluster.leases import SharedLeases
from signaling.cluster.nodes import NodeRecord, Nodes
from signaling.cluster.refusals import ClusterUnreachable, OwnerUnreachable, SessionElsewhere
from signaling.cluster.secret import ClusterSecret
from signaling.logs import get_logger
from signaling.steady import kind_of

BEATS = 4
"""How often a lease is renewed while it would live."""

HANDING_SECONDS = 15.0
"""Longest time to put a session's last records and words away when it is handed over."""

_log = get_logger()


class Live(Protocol):
    """The live state of this node's sessions."""

    def needs(self, session: str) -> bool:
        """Whether anything of the session is held in memory or under way."""

    async def let_go(self, session: str) -> None:
        """Closes the session's sockets so that they come back, keeps what was heard, drops the rest."""


@dataclass(slots=True)
class Cluster:
    """A node's membership. `live` is given once the node is composed."""

    secret: ClusterSecret
    leases: SharedLeases
    nodes: Nodes
    reachable: bool = True
    forwarded: Callable[[str], None] = lambda kind: None
    """Told of every request (`request`) and socket (`socket`) that is passed on to another node."""
    leaving: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """Called when this node stops, before its sessions are handed over."""
    _live: Live | None = None
    _used: Counter[str] = field(default_factory=Counter)

    def serve(self, live: Live) -> None:
        """From now on what was lost is let go of."""
        self._live = live

    # ------------------------------------------------------------ whose is it

    @contextmanager
    def using(self, session: str) -> Iterator[None]:
        """A context within which a session claimed here is not released as idle."""
        self._used[session] += 1
        try:
            yield
        finally:
            self._used[session] -= 1
            if not self._used[session]:
                del self._used[session]

    async def place(self, session: str) -> NodeRecord | None:
        """The node that owns the session; None when it is this one, which claims what nobody owns.

        Raises:
            ClusterUnreachable, NodeStopping.
            OwnerUnreachable: the owner has fallen silent, but its lease still stands.
        """
        node = await self.leases.claim(session)
        if node == self.nodes.own.id:
            return None
        record = await self.nodes.find(node)
        if record is None:
            raise OwnerUnreachable("the session's node is away; another takes over in a few seconds")
        return record

    async def own(self, session: str) -> None:
        """Makes sure that this node owns the session, before any live state of it is built.

        Raises:
            SessionElsewhere: another node does. ClusterUnreachable, NodeStopping.
        """
        if await self.leases.claim(session) != self.nodes.own.id:
            raise SessionElsewhere("this session lives on another node")

    async def free(self, session: str) -> bool:
        """Whether no node owns the session. Raises `ClusterUnreachable`."""
        return await self.leases.holder(session) is None

    # ------------------------------------------------------------ keeping on

    async def join(self) -> None:
        """Announces this node for the first time. Raises `ClusterUnreachable`."""
        await self.nodes.beat()
        _log.info("cluster_joined", node=self.nodes.own.id, count=len(self.nodes.others))

    async def keep(self) -> None:
        """Renews this node's record and leases until cancelled; Redis away is said once each time."""
        async with asyncio.TaskGroup() as letting_go:
            while True:
                await asyncio.sleep(self.leases.seconds / BEATS)
                try:
                    await self._beat(letting_go)
                except ClusterUnreachable:
                    if self.reachable:
                        _log.error("cluster_unreachable", count=len(self.leases.held))
                    self.reachable = False
                else:
                    if not self.reachable:
                        _log.info("cluster_reachable_again", count=len(self.leases.held))
                    self.reachable = True

    async def _beat(self, letting_go: asyncio.TaskGroup) -> None:
        """Renews; what was lost is let go of beside it, for that may take longer than a lease lives."""
        idle = tuple(session for session in self.leases.held if not self._needed(session))
        if not self.leases.closing:  # who leaves is not announced again
            await self.nodes.beat()
        for session in await self.leases.renew():
            _log.error("lease_lost", session=session)
            letting_go.create_task(self._let_go(session), name=f"let-go-{session}")
        for session in idle:
            await self.leases.release(session, lambda name=session: self._needed(name))  # type: ignore[misc]

    def _needed(self, session: str) -> bool:
        return session in self._used or (self._live is not None and self._live.needs(session))

    async def _let_go(self, session: str) -> None:
        if self._live is None:
            return
        try:
            async with asyncio.timeout(HANDING_SECONDS):
                await self._live.let_go(session)
        except Exception as error:  # noqa: BLE001 - supervisor: the other sessions must still be looked after
            _log.error("session_not_let_go", session=session, error=kind_of(error))

    # ------------------------------------------------------------ leaving

    async def leave(self) -> None:
        """Hands every session over: sockets are closed, words and records kept, leases released at once."""
        self.leases.closing = True
        for step in self.leaving:
            await step()
        try:
            await self.nodes.withdraw()
        except ClusterUnreachable:
            _log.error("cluster_unreachable", count=len(self.leases.held))
        held = tuple(self.leases.held)
        await asyncio.gather(*(self._hand_over(session) for session in held))
        _log.info("cluster_left", node=self.nodes.own.id, count=len(held))

    async def _hand_over(self, session: str) -> None:
        await self._let_go(session)
        try:
            await self.leases.release(session)
        except ClusterUnreachable:
            _log.warning("lease_left_to_run_out", session=session)
