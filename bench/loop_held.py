"""How long one answer holds the event loop: a long transcript, a long list of sessions.

    python -m bench.loop_held [--segments 900] [--sessions 200] [--json]

A real server answers its own REST calls in this process. Measured is the CPU time between two turns of its
event loop, which no other load of the machine lengthens: while it lasts, every call under way waits. Shown
beside it is the same answer made in one go. Exit code 1 when an answer holds the loop for longer than 50 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

from retention import LOCAL, NewSession, SessionId
from signaling.access import COOKIE
from signaling.config import Settings
from signaling.logs import configure
from signaling.rest import transcript
from signaling.serve import Serving, serving

MOST_SECONDS = 0.05
REPEATS = 5
WORDS = "and then I thought that it would be better to wait for it and to see how it goes"


class Turns:
    """The longest CPU time between two turns of the running event loop."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        """Watches until cancelled."""
        last = time.thread_time()
        while True:
            await asyncio.sleep(0)
            now = time.thread_time()
            self.longest, last = max(self.longest, now - last), now


def spoken(number: int) -> dict[str, Any]:
    """A final of about seven seconds, with its words."""
    start = 7.0 * number
    words = [
        {"word": word, "start": start + 0.4 * n, "end": start + 0.4 * n + 0.4, "probability": 0.9}
        for n, word in enumerate(WORDS.split())
    ]
    who = {"track": "trk_1", "speaker": "Anna Lindqvist", "role": "client"}
    said = {"start": start, "end": start + 7, "text": WORDS, "final": True, "words": words}
    return {"id": f"trk_1-{number}", **who, **said, "low_confidence": False}


async def filled(served: Serving, segments: int, sessions: int) -> SessionId:
    """Sessions with a draft each, and one transcript; the session that has it."""
    memory = served.node.house.memory
    note = {"format": "soap", "sections": [{"title": "Plan", "sentences": []}]}
    for number in range(sessions):
        made = await memory.sessions.create(
            NewSession(client=f"Client {number}", clients=(f"Client {number}",))
        )
        await memory.sessions.add_participant(made.id, f"Client {number}", "client")
        await memory.notes.save_draft(made.id, note)
    session = (await memory.sessions.list(LOCAL, limit=1))[0].id
    for number in range(segments):
        await memory.transcripts.append(session, spoken(number))
    return session


@contextmanager
def in_one_go() -> Iterator[None]:
    """A context in which rows are opened and written without a turn for anybody else."""

    async def whole(rows: Sequence[Any], read: Callable[[Any], Any]) -> list[Any]:
        return [read(row) for row in rows]

    with (
        mock.patch("retention.transcripts.in_slices", whole),
        mock.patch("retention.sessions.in_slices", whole),
        mock.patch.object(transcript, "TOLD_AT_ONCE", sys.maxsize),
    ):
        yield


@asynccontextmanager
async def started(folder: Path) -> AsyncIterator[Serving]:
    """A server without workers."""
    settings = Settings(port=0, workers=0, folder=folder, undumpable=False, log_level="error")
    async with serving(settings) as served:
        yield served


async def longest(served: Serving, path: str) -> float:
    """Seconds the loop was held at most while the path was asked for a few times."""
    house = served.node.house
    key = house.tokens.login(house.practice, timedelta(hours=1))
    request = urllib.request.Request(served.local_url + path, headers={"Cookie": f"{COOKIE}={key}"})
    turns = Turns()
    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(turns.watch())
        for _ in range(REPEATS):
            await asyncio.to_thread(_asked, request)
        watching.cancel()
    return turns.longest


def _asked(request: urllib.request.Request) -> int:
    with urllib.request.urlopen(request, timeout=60) as answer:
        return len(answer.read())


async def measured(segments: int, sessions: int) -> dict[str, dict[str, float]]:
    """Milliseconds by answer: in slices, and in one go."""
    with TemporaryDirectory(prefix="attune-bench-") as folder:
        async with started(Path(folder) / "records") as served:
            session = await filled(served, segments, sessions)
            found = {}
            for name, path in (
                (f"a transcript of {segments} segments", f"/v1/sessions/{session}/transcript"),
                (f"a list of {sessions} sessions", "/v1/sessions?limit=500"),
            ):
                await longest(served, path)  # the first time, code is loaded
                sliced = await longest(served, path)
                with in_one_go():
                    whole = await longest(served, path)
                found[name] = {"in_slices": round(sliced * 1000, 1), "in_one_go": round(whole * 1000, 1)}
            return found


def main(arguments: Sequence[str]) -> int:
    """Prints the table; returns 1 when the target is missed."""
    parser = argparse.ArgumentParser(prog="bench loop_held", description=__doc__)
    parser.add_argument("--segments", type=int, default=900)
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    configure("console", "warning")  # the server's own lines would stand between the table's
    found = asyncio.run(measured(given.segments, given.sessions))
    met = all(one["in_slices"] <= MOST_SECONDS * 1000 for one in found.values())
    if given.json:
        print(json.dumps({"milliseconds": found, "target": MOST_SECONDS * 1000, "met": met}))
    else:
        print(f"{'longest hold of the event loop':34} {'in slices':>10} {'in one go':>10}")
        for name, one in found.items():
            print(f"{name:34} {one['in_slices']:7.1f} ms {one['in_one_go']:7.1f} ms")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
