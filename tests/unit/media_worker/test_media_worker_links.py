"""One link to each node: learnt, kept, moved, given up. The nodes are real WebSocket servers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from websockets.asyncio.server import Server, ServerConnection, serve

from media_worker.errors import LinkRefused
from media_worker.link import Backoff, ControlLink
from media_worker.links import Links
from wire import WIRE_VERSION
from wire.control import EnergyUsed, Heartbeat, Node, Nodes, Register, Registered

SECONDS = 15.0


@dataclass
class FakeNode:
    """A node that registers workers and tells them of nodes."""

    name: str
    told: Callable[[], tuple[tuple[str, str], ...]]
    server: Server | None = None
    workers: list[ServerConnection] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        assert self.server is not None
        return f"ws://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    async def start(self, port: int = 0) -> None:
        self.server = await serve(self._serve, "127.0.0.1", port)

    async def stop(self) -> None:
        assert self.server is not None
        self.server.close()
        await self.server.wait_closed()

    async def tell(self) -> None:
        for worker in self.workers:
            await worker.send(self._nodes().model_dump_json())

    def _nodes(self) -> Nodes:
        return Nodes(own=self.name, nodes=tuple(Node(id=name, url=url) for name, url in self.told()))

    async def _serve(self, worker: ServerConnection) -> None:
        await worker.recv()
        await worker.send(Registered(version=WIRE_VERSION, heartbeat_seconds=0.2).model_dump_json())
        await worker.send(self._nodes().model_dump_json())
        self.workers.append(worker)
        try:
            async for message in worker:
                self.heard.append(str(message))
        finally:
            self.workers.remove(worker)


@dataclass
class Cluster:
    """Two nodes and who is said to be there."""

    nodes: dict[str, FakeNode] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)

    def told(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.nodes[name].url) for name in sorted(self.listed))


@asynccontextmanager
async def cluster() -> AsyncIterator[Cluster]:
    found = Cluster()
    for name in ("a", "b"):
        found.nodes[name] = FakeNode(name, found.told)
        await found.nodes[name].start()
        found.listed.add(name)
    yield found
    for node in found.nodes.values():
        await node.stop()


@asynccontextmanager
async def linked(entry: str) -> AsyncIterator[Links]:
    register = Register(version=WIRE_VERSION, worker="w", model="m", languages=(), capacity=4)
    beat = Heartbeat(sent_at=0.0, tracks=(), backlog_seconds=0.0, oldest_wait=0.0)
    links: Links

    def receive(link: ControlLink, message: object) -> None:
        if isinstance(message, Nodes):
            links.learn(link, message)

    def make(url: str) -> ControlLink:
        return ControlLink(url, "token", register, receive, lambda link: beat, Backoff(0.05, 0.1))

    links = Links(entry, make)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(links.run())
        yield links
        running.cancel()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not condition():  # noqa: ASYNC110 - sockets signal nobody here
            await asyncio.sleep(0.01)


async def test_a_worker_learns_of_the_other_nodes_and_keeps_one_link_to_each() -> None:
    async with cluster() as found, linked(found.nodes["a"].url):
        a, b = found.nodes["a"], found.nodes["b"]
        await until(lambda: len(a.workers) == 1 and len(b.workers) == 1)
        await a.tell()
        await b.tell()
        await until(lambda: any('"heartbeat"' in text for text in a.heard) and len(b.heard) > 1)
        assert (len(a.workers), len(b.workers)) == (1, 1)


async def test_a_node_that_comes_later_is_dialled_and_one_that_is_gone_is_given_up() -> None:
    async with cluster() as found:
        a, b = found.nodes["a"], found.nodes["b"]
        found.listed.discard("b")
        async with linked(a.url) as links:
            await until(lambda: len(a.workers) == 1)
            assert not b.workers
            found.listed.add("b")
            await a.tell()
            await until(lambda: len(b.workers) == 1)
            await b.stop()
            found.listed.discard("b")
            await a.tell()
            await until(lambda: not b.workers)

            def only_a() -> bool:
                links.look_after(0.1)
                return [link.standing for link in links] == [True]

            await until(only_a)
            links.tell(EnergyUsed(session="s", stage="media", cpu_seconds=1.0))
            await until(lambda: any("energy_used" in text for text in a.heard))


async def test_the_first_link_comes_back_at_the_nodes_own_address() -> None:
    async with cluster() as found:
        a, b = found.nodes["a"], found.nodes["b"]
        door = FakeNode("a", found.told)  # as a proxy that leads to node a
        await door.start()
        async with linked(door.url) as links:
            await until(lambda: len(door.workers) == 1 and len(b.workers) == 1)
            first = next(iter(links))
            await door.stop()
            await until(lambda: len(a.workers) == 1)
            assert first.url == a.url
            assert len(list(links)) == 2


async def test_when_no_node_stands_any_more_the_address_given_is_asked_anew() -> None:
    async with cluster() as found:
        a, b = found.nodes["a"], found.nodes["b"]
        door = FakeNode("a", found.told)
        await door.start()
        address = int(door.url.rpartition(":")[2])
        async with linked(door.url) as links:
            await until(lambda: len(door.workers) == 1 and len(b.workers) == 1)
            for node in (door, a, b):
                await node.stop()
            moved = FakeNode("c", lambda: (("c", moved.url),))
            await moved.start(address)

            def found_again() -> bool:
                links.look_after(0.3)
                return len(moved.workers) == 1 and len(list(links)) == 1

            await until(found_again)
            await moved.stop()


async def test_a_refused_token_ends_the_worker_only_at_the_address_given() -> None:
    async def refuse(connection: ServerConnection, request: object) -> object:
        return connection.respond(401, "no")

    async with serve(lambda worker: worker.wait_closed(), "127.0.0.1", 0, process_request=refuse) as strict:  # type: ignore[arg-type]
        url = f"ws://127.0.0.1:{strict.sockets[0].getsockname()[1]}"
        with pytest.raises(ExceptionGroup) as caught:
            async with linked(url):
                await asyncio.sleep(SECONDS)
        assert caught.group_contains(LinkRefused)
        async with cluster() as found:
            a, b = found.nodes["a"], found.nodes["b"]
            a.told = lambda: (("a", a.url), ("b", b.url), ("strict", url))
            async with linked(a.url) as links:
                await until(lambda: len(a.workers) == 1 and len(b.workers) == 1)
                await until(lambda: len(list(links)) == 2)
