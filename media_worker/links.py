"""One control link to each signaling node: the first at the address given, the others as that one tells.

A server that is alone tells of nobody, and the first link is dialled again for ever. In a cluster a link that
breaks is dialled again at its node's own address: the address given may lead to any node. Only when nothing
stands for a while is it asked anew who there is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import structlog

from media_worker.errors import LinkRefused
from media_worker.link import ControlLink
from wire.control import Nodes, WorkerMessage

log = structlog.get_logger(__name__)


@dataclass(slots=True, eq=False)
class _Kept:
    """A link that is kept up. `node` is unknown until the node at its end has said who it is."""

    link: ControlLink
    node: str | None = None
    task: asyncio.Task[None] | None = None


class Links:
    """All links of a worker. `make` gives a link to an address."""

    def __init__(self, entry: str, make: Callable[[str], ControlLink]) -> None:
        self._entry = entry
        self._make = make
        self._kept: list[_Kept] = []
        self._listed: dict[str, str] = {}
        self._tasks: asyncio.TaskGroup | None = None
        self._stood_at = 0.0

    def __iter__(self) -> Iterator[ControlLink]:
        return iter([kept.link for kept in self._kept])

    async def run(self) -> None:
        """Keeps the links up until cancelled.

        Raises:
            ExceptionGroup: of `LinkRefused`, when the address given refuses this worker for good.
        """
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            self._stood_at = asyncio.get_running_loop().time()
            self._dial(self._entry, None)
            await asyncio.Event().wait()

    def learn(self, link: ControlLink, message: Nodes) -> None:
        """Takes in which nodes there are: dials those that no link leads to yet."""
        for kept in self._kept:
            if kept.link is link:
                kept.node = message.own
        for kept in [one for one in self._kept if one.node == message.own and one.link is not link]:
            kept.link.give_way(link)
            self._drop(kept)  # its node has closed it for the newer one already
        self._listed = {node.id: node.url for node in message.nodes}
        linked = {kept.node for kept in self._kept}
        for node, url in self._listed.items():
            if node not in linked:
                self._dial(url, node)

    def look_after(self, grace: float) -> None:
        """Gives up on nodes that are gone for good; asks anew who there is when nothing stands."""
        now = asyncio.get_running_loop().time()
        if any(link.standing for link in self):
            self._stood_at = now
            for kept in [one for one in self._kept if self._is_gone(one, grace)]:
                log.info("node_gone", node=kept.node)
                self._drop(kept)
        elif now - self._stood_at > grace and all(link.url != self._entry for link in self):
            self._dial(self._entry, None)

    def _is_gone(self, kept: _Kept, grace: float) -> bool:
        return kept.node not in self._listed and kept.link.away() > grace

    def tell(self, message: WorkerMessage) -> None:
        """Sends what any node may have, by one whose link stands."""
        chosen = next((link for link in self if link.standing), None) or next(iter(self), None)
        if chosen is not None:
            chosen.outbox.put(message)

    async def sent(self) -> None:
        """Returns when nothing waits for a node that can be reached."""
        for link in [one for one in self if one.standing] or list(self):
            await link.sent()

    def _dial(self, url: str, node: str | None) -> None:
        if self._tasks is None:
            return
        kept = _Kept(self._make(url), node)
        self._kept.append(kept)
        kept.task = self._tasks.create_task(self._keep(kept), name="control-link")

    def _drop(self, kept: _Kept) -> None:
        self._kept.remove(kept)
        if kept.task is not None:
            kept.task.cancel()

    async def _keep(self, kept: _Kept) -> None:
        """Keeps a link up. Raises `LinkRefused` when the address given refuses us."""
        while True:
            try:
                await kept.link.dial()
            except LinkRefused:
                if kept.link.url == self._entry and kept.node is None:
                    raise
                log.warning("node_refuses", node=kept.node)
                if kept in self._kept:
                    self._kept.remove(kept)
                return
            if kept.node in self._listed:
                kept.link.url = self._listed[kept.node]
            await kept.link.pause()
