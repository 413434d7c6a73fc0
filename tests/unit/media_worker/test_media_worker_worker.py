"""A worker between nodes: it lets go of what it holds for one that is gone, and of nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from websockets.asyncio.server import Server, ServerConnection, serve

from media_worker.hearing import Hearing, Task
from media_worker.link import Backoff, ControlLink
from media_worker.settings import EarSettings
from media_worker.worker import Dial, Worker
from wire import WIRE_VERSION
from wire.control import (
    ControlError,
    ControlMessage,
    EnergyUsed,
    Heartbeat,
    HeartbeatAck,
    Node,
    Nodes,
    OpenTrack,
    Register,
    Registered,
    WorkerMessage,
    parse_worker,
)

SECONDS = 15.0


class Deaf:
    """Nobody speaks in these tests."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        return [Hearing() for _ in tasks]


@dataclass
class FakeNode:
    """A node: registers the worker unless it `refuses`, notes the last heartbeat."""

    name: str
    told: Callable[[], tuple[Node, ...]]
    refuses: bool = False
    server: Server | None = None
    worker: ServerConnection | None = None
    beats: list[Heartbeat] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self.server = await serve(self._serve, "127.0.0.1", self.port)
        self.port = self.server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self.server is not None
        self.server.close()
        await self.server.wait_closed()

    async def say(self, message: ControlMessage) -> None:
        assert self.worker is not None
        await self.worker.send(message.model_dump_json())

    async def _serve(self, worker: ServerConnection) -> None:
        await worker.recv()
        if self.refuses:
            await worker.send(ControlError(code="version", detail="no", fatal=True).model_dump_json())
            return
        self.worker = worker
        await self.say(Registered(version=WIRE_VERSION, heartbeat_seconds=0.1))
        await self.say(Nodes(own=self.name, nodes=self.told()))
        async for text in worker:
            message = parse_worker(text)
            if isinstance(message, Heartbeat):
                self.beats.append(message)
                await self.say(HeartbeatAck(sent_at=message.sent_at))


@asynccontextmanager
async def working() -> AsyncIterator[tuple[FakeNode, FakeNode]]:
    """A worker with a link to each of two nodes; it was given the address of the first."""
    nodes: list[FakeNode] = []

    def told() -> tuple[Node, ...]:
        return tuple(Node(id=node.name, url=node.url) for node in nodes)

    nodes += [FakeNode("a", told), FakeNode("b", told)]
    for node in nodes:
        await node.start()
    dial = Dial(nodes[0].url, "token", "w", "m", ("en",), 4)
    worker = Worker(EarSettings(link_grace_seconds=60.0), dial, Deaf(), Backoff(0.05, 0.1))
    async with asyncio.timeout(SECONDS), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(worker.run())
        await until(lambda: all(node.beats for node in nodes))
        yield nodes[0], nodes[1]
        running.cancel()
    for node in nodes:
        await node.stop()


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - sockets signal nobody here
        await asyncio.sleep(0.01)


async def test_a_node_that_refuses_the_worker_when_it_comes_back_gets_its_tracks_ended() -> None:
    async with working() as (a, b):
        await b.say(OpenTrack(session="ses_1", track="t1", session_time=0.0))
        await until(lambda: a.beats[-1].elsewhere == 1)
        assert [one.track for one in b.beats[-1].tracks] in ([], ["t1"])
        await b.stop()
        b.refuses = True
        await b.start()
        await until(lambda: a.beats[-1].elsewhere == 0)


async def test_a_node_that_is_away_for_a_moment_keeps_its_tracks() -> None:
    async with working() as (a, b):
        await b.say(OpenTrack(session="ses_1", track="t1", session_time=0.0))
        await until(lambda: a.beats[-1].elsewhere == 1)
        await b.stop()
        b.beats.clear()
        await b.start()
        await until(lambda: bool(b.beats))
        assert [one.track for one in b.beats[-1].tracks] == ["t1"]
        assert a.beats[-1].elsewhere == 1


def test_a_link_that_gives_way_hands_on_what_waits_and_what_still_comes() -> None:
    register = Register(version=WIRE_VERSION, worker="w", model="m", languages=(), capacity=4)
    beat = Heartbeat(sent_at=0.0, tracks=(), backlog_seconds=0.0, oldest_wait=0.0)
    old, newer = (
        ControlLink(url, "t", register, lambda link, message: None, lambda link: beat) for url in ("a", "b")
    )
    used: list[WorkerMessage] = [
        EnergyUsed(session=name, stage="recognition", cpu_seconds=1.0) for name in "xyz"
    ]
    old.send(used[0])
    newer.send(used[1])
    old.give_way(newer)
    old.send(used[2])

    async def waiting() -> list[WorkerMessage]:
        return [await newer.outbox.get() for _ in range(len(newer.outbox))]

    assert asyncio.run(waiting()) == used
