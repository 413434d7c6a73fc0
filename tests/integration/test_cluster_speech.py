"""Two nodes and a media worker, each a process of its own: speech finds the node that holds the session."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
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
from wire import Role, Segment

pytestmark = [pytest.mark.redis, pytest.mark.speech, pytest.mark.timeout(300)]
SECONDS = 90.0
DOCTOR, CLIENT = "Dr. Elena Brooks", "Daniel Foster"


@dataclass
class Watching:
    """Keeps what the clinician was shown."""

    seen: list[Segment] = field(default_factory=list)

    def called(self, watch: str) -> None:
        """Nobody opens the link."""

    def listening(self) -> None:
        """The words follow."""

    def heard(self, segment: Segment) -> None:
        """A partial or a final."""
        self.seen.append(segment)

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


@asynccontextmanager
async def a_worker(node: NodeProcess) -> AsyncIterator[None]:
    """One `attune worker` that is told of one node only."""
    program = str(Path(sys.executable).parent / "attune")
    process = await asyncio.create_subprocess_exec(
        *(program, "worker", "--connect", node.local_url.replace("http", "ws", 1)),
        env={**os.environ, "ATTUNE_WORKER_TOKEN": WORKER_TOKEN, "ATTUNE_EAR_MODEL": "tiny.en"},
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield
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


async def test_speech_of_people_on_two_nodes_becomes_one_signed_note(shared: Shared) -> None:
    cast = (
        Part(DOCTOR, Role.CLINICIAN, speech_file("clinician")),
        Part(CLIENT, Role.CLIENT, speech_file("client")),
    )
    watching = Watching()
    async with (
        shared.process("a") as (first, here),
        shared.process("b") as (second, there),
        a_worker(first),
    ):
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
        for play in (here, there):
            gone = await play.json("GET", f"/v1/sessions/{session}/transcript", status=410)
            assert gone["code"] == "transcript-destroyed"


def spoken(transcript: dict[str, Any]) -> dict[str, str]:
    """What each is written to have said, in lower case."""
    said: dict[str, str] = {}
    for segment in transcript["segments"]:
        said[segment["speaker"]] = f"{said.get(segment['speaker'], '')} {segment['text'].lower()}"
    return said
