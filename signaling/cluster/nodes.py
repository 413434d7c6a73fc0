"""The nodes of a cluster: each announces where the others reach it, and forgets who has fallen silent."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from signaling.cluster.secret import ClusterSecret


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """A node: its id and the inner address at which others reach it, such as `http://10.0.0.5:8700`."""

    id: str
    url: str

    @property
    def worker_url(self) -> str:
        """Where media workers dial it."""
        return f"{self.url.replace('http', 'ws', 1)}/v1/workers"


class NodeStore(Protocol):
    """Where records are kept for all nodes. Every method raises `ClusterUnreachable`."""

    async def announce(self, node: str, record: bytes, seconds: float) -> None:
        """Keeps a node's record for so long."""

    async def announced(self) -> Mapping[str, bytes]:
        """The records that are kept, by node."""

    async def withdraw(self, node: str) -> None:
        """Forgets a node's record."""


@dataclass(slots=True)
class Nodes:
    """The own node and the others it knows. A record is believed only if a holder of the secret made it."""

    store: NodeStore
    secret: ClusterSecret
    own: NodeRecord
    seconds: float
    others: dict[str, NodeRecord] = field(default_factory=dict)
    on_change: Callable[[], None] = lambda: None

    async def beat(self) -> None:
        """Announces this node and learns of the others. Raises `ClusterUnreachable`."""
        await self.store.announce(self.own.id, self._sealed(self.own), self.seconds)
        await self.look()

    async def look(self) -> None:
        """Learns of the others. Raises `ClusterUnreachable`."""
        kept = await self.store.announced()
        read = (self._read(node, record) for node, record in kept.items() if node != self.own.id)
        found = {record.id: record for record in read if record is not None}
        if found != self.others:
            self.others = found
            self.on_change()

    async def find(self, node: str) -> NodeRecord | None:
        """A node's record, None when it is silent. Raises `ClusterUnreachable`."""
        if node == self.own.id:
            return self.own
        if node not in self.others:
            await self.look()
        return self.others.get(node)

    async def withdraw(self) -> None:
        """Takes this node off the list. Raises `ClusterUnreachable`."""
        await self.store.withdraw(self.own.id)

    def everybody(self) -> tuple[NodeRecord, ...]:
        """All nodes, the own among them, by id."""
        return tuple(sorted((self.own, *self.others.values()), key=lambda record: record.id))

    def _sealed(self, record: NodeRecord) -> bytes:
        mark = self.secret.mark("node", record.id, record.url)
        return json.dumps({"id": record.id, "url": record.url, "mark": mark}).encode()

    def _read(self, node: str, record: bytes) -> NodeRecord | None:
        """The record, None if none of us made it."""
        try:
            parts: dict[str, Any] = json.loads(record)
            found = NodeRecord(str(parts["id"]), str(parts["url"]))
            genuine = self.secret.made(str(parts["mark"]), "node", found.id, found.url)
        except (ValueError, KeyError, TypeError):
            return None
        return found if genuine and found.id == node else None
