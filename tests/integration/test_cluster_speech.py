"""Two nodes and a media worker, each a process of its own: speech finds the node that holds the session."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from signaling.demo.cast import Part
from signaling.demo.clinic import Clinic
from signaling.demo.participant import Participant
from signaling.demo.performance import Performance
from tests.integration.cluster_play import WORKER_TOKEN, NodeProcess, Shared
from tests.integration.signaling_play import Play
from tests.media.fake_microphone import CANARY, speech_file
from tests.support.postgres import KeyRedis, Server, checkpoint, everything
from tests.support.process_memory import Process, Trace, family, search
from tests.support.redis_contents import everything_in
from tests.support.waiting import eventually
from wire import Role, Segment

pytestmark = [pytest.mark.redis, pytest.mark.speech, pytest.mark.timeout(300)]
SECONDS = 90.0
DOCTOR, CLIENT = "Dr. Elena Brooks", "Daniel Foster"
UNNOTED = "did you sleep this week"
"""Said by the clinician and in no sentence of the note: it must be nowhere once that is signed."""


@dataclass
class Watching:
    """Keeps what the clinician was shown."""

    seen: list[Segment] = field(default_factory=list)
    look: Callable[[], None] = lambda: None

    def called(self, watch: str) -> None:
        """Nobody opens the link."""

    def listening(self) -> None:
        """The words follow."""

    def heard(self, segment: Segment) -> None:
        """A partial or a final."""
        self.seen.append(segment)
        if segment.final and UNNOTED in segment.text.lower():
            self.look()

    def hung_up(self) -> None:
        """The note follows."""


@dataclass
class Apart(Performance):
    """A performance whose clinician dials one node and whose clients dial another."""

    nodes: tuple[str, str] = ("", "")

    def socket_of(self, one: Participant) -> str:
        """The clinician's node, or the other one."""
        base = self.nodes[0 if one.role is Role.CLINICIAN else 1]
        return base.replace("http", "ws", 1) + "/v1/socket"


@dataclass
class Search:
    """Looks for what was said, in the memory of all processes and on every disk."""

    processes: Callable[[], list[Process]]
    on_disk: Callable[[], Awaitable[bytes]]
    found: list[Trace] = field(default_factory=list)
    looking: list[asyncio.Task[None]] = field(default_factory=list)

    def begin(self) -> None:
        """Looks while the call goes on."""
        self.looking.append(asyncio.create_task(self._look()))

    async def _look(self) -> None:
        self.found += await self.in_memory()
        assert UNNOTED.encode() not in (await self.on_disk()).lower()

    async def in_memory(self) -> list[Trace]:
        """Where in memory it stands."""
        return [
            trace
            for process in self.processes()
            for trace in await asyncio.to_thread(search, process, [UNNOTED])
        ]

    async def nowhere(self) -> bool:
        """Whether it stands in no memory and on no disk."""
        return not await self.in_memory() and UNNOTED.encode() not in (await self.on_disk()).lower()


@asynccontextmanager
async def a_worker(node: NodeProcess) -> AsyncIterator[asyncio.subprocess.Process]:
    """One `attune worker` that is told of one node only."""
    program = str(Path(sys.executable).parent / "attune")
    process = await asyncio.create_subprocess_exec(
        *(program, "worker", "--connect", node.local_url.replace("http", "ws", 1)),
        env={
            **os.environ,
            "ATTUNE_WORKER_TOKEN": WORKER_TOKEN,
            "ATTUNE_EAR_MODEL": "tiny.en",
            "ATTUNE_EAR_UNDUMPABLE": str(os.geteuid() == 0),  # only root reads it otherwise
        },
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


async def has_a_worker(play: Play) -> None:
    """Waits until a node says that a worker is there."""
    async with asyncio.timeout(SECONDS):
        while True:
            async with play.http.get("/readyz") as answer:
                if (await answer.json())["workers"] == 1:
                    return
            await asyncio.sleep(0.1)


async def test_speech_of_people_on_two_nodes_becomes_one_signed_note_and_is_nowhere_then(
    shared: Shared, postgres_server: Server, key_redis: KeyRedis
) -> None:
    cast = (
        Part(DOCTOR, Role.CLINICIAN, speech_file("clinician")),
        Part(CLIENT, Role.CLIENT, speech_file("client")),
    )
    watching = Watching()
    async with (
        shared.process("a") as (first, here),
        shared.process("b") as (second, there),
        a_worker(first) as worker,
    ):

        async def on_disk() -> bytes:
            await checkpoint(postgres_server)
            in_bus = b"".join([await everything_in(url) for url in (shared.redis_url, key_redis.url())])
            files = everything(shared.folder) + everything(postgres_server.folder)
            return files + key_redis.stored() + in_bus

        wanted = Search(lambda: [*first.processes(), *second.processes(), *family(worker.pid)], on_disk)
        watching.look = wanted.begin
        await has_a_worker(here)
        await has_a_worker(there)
        apart = Apart(
            here.http,
            Clinic(here.http, ""),
            cast,
            "soap",
            watching,
            "",
            nodes=(first.local_url, second.local_url),
        )
        outcome = await apart.perform()
        said = spoken(outcome.transcript)
        assert CANARY in said[CLIENT]
        assert "harming yourself" in said[DOCTOR]
        assert CANARY not in said[DOCTOR]
        assert any(not segment.final for segment in watching.seen)
        assert outcome.receipt_verified
        assert outcome.receipt is not None
        session = outcome.receipt["session"]
        await asyncio.gather(*wanted.looking)
        assert wanted.found  # while it lived it was found in memory, and on no disk
        assert UNNOTED not in str(outcome.note).lower()
        await eventually(wanted.nowhere, "what was said is nowhere", within=30, every=0.5)
        for play in (here, there):
            gone = await play.json("GET", f"/v1/sessions/{session}/transcript", status=410)
            assert gone["code"] == "transcript-destroyed"


def spoken(transcript: dict[str, Any]) -> dict[str, str]:
    """What each is written to have said, in lower case."""
    said: dict[str, str] = {}
    for segment in transcript["segments"]:
        said[segment["speaker"]] = f"{said.get(segment['speaker'], '')} {segment['text'].lower()}"
    return said
