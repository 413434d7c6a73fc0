"""`attune serve` killed (SIGKILL) in the middle of a signature: signed and gone, or unsigned and whole.

The blow falls when the server has written so many times since the signature was asked for, so that it
hits the destruction in its different steps; what it may never leave is a signed note beside readable words.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import time
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bench.forgetting import LONG_FORM
from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Play
from tests.support.attune_server import AttuneServer
from wire import browser as b

pytestmark = pytest.mark.timeout(600 if LONG_FORM in os.environ else 180)

WORDS = (
    "I have been sleeping badly and I feel anxious about work most days.",
    "I will try the breathing exercise twice a day until next week.",
    "My sister visited me and we talked about the argument we had.",
)
WRITES = (
    tuple(sorted(random.Random(os.environ[LONG_FORM]).sample(range(1, 25), 12)))
    if LONG_FORM in os.environ
    else (1, 3, 6, 10)
)
"""After so many writes since the signature was asked for; a whole signing has some dozen."""


def written(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of the files from the next."""
    found = []
    for path in sorted(folder.rglob("*")):
        with contextlib.suppress(FileNotFoundError):
            about = path.stat()
            found.append((str(path), about.st_size, about.st_mtime_ns))
    return tuple(found)


def kill_after(server: AttuneServer, writes: int) -> int:
    """Kills the server and all it started once its files changed so often; gives how often they did."""
    processes = list(reversed(server.processes()))
    state, seen, until = written(server.data), 0, time.monotonic() + 10.0
    while seen < writes and time.monotonic() < until:
        now = written(server.data)
        seen, state = seen + (now != state), now
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
    return seen


async def with_a_draft(play: Play) -> tuple[str, dict[str, Any]]:
    """A session that was held, with its draft: where it is, and the note."""
    session = await play.session()
    doctor, anna, _, _ = await play.couple(session)
    tracks = await play.listening(doctor, anna)
    worker, _ = play.workers[0]
    here = f"/v1/sessions/{session['id']}"
    for number, text in enumerate(WORDS):
        await worker.hear(tracks[1], text, 2.0 + 5 * number)
    await play.kept(here, len(WORDS))
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    note: dict[str, Any] = await play.json("GET", f"{here}/note")
    return here, note


async def sign(play: Play, note: dict[str, Any]) -> int | None:
    """Asks for the signature; the answer's status, None when the server was gone before it."""
    body = {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
    try:
        async with play.http.post(f"/v1/notes/{note['id']}/sign", json=body) as response:
            return response.status
    except aiohttp.ClientError:
        return None


async def is_whole_or_gone(play: Play, here: str, answered: int | None) -> str:
    """Looks at the session after the restart; gives which of the two it is."""
    note = await play.json("GET", f"{here}/note")
    if note["status"] != "signed":
        assert answered is None
        kept = await play.json("GET", f"{here}/transcript")
        assert [one["text"] for one in kept["segments"]] == list(WORDS)
        return "whole"
    await play.json("GET", f"{here}/transcript", status=410)
    (receipt,) = (await play.json("GET", f"/v1/receipts?session={here.rpartition('/')[2]}"))["receipts"]
    assert (receipt["why"], receipt["counts"]["segments"]) == ("signed", len(WORDS))
    assert (await play.json("GET", f"/v1/receipts/{receipt['id']}"))["verified"]
    return "gone"


async def test_a_served_node_killed_while_it_destroys_leaves_all_or_nothing(tmp_path: Path) -> None:
    found, hit, answered = list[str](), list[int](), 0
    before: tuple[str, int | None] | None = None
    for writes in (*WRITES, None):
        async with outside(tmp_path) as (server, play):
            if before is not None:
                found.append(await is_whole_or_gone(play, *before))
            if writes is None:
                break
            await play.worker()
            here, note = await with_a_draft(play)
            asked = asyncio.create_task(sign(play, note))
            hit.append(await asyncio.to_thread(kill_after, server, writes))
            before = here, await asked
            answered += before[1] is not None
    assert hit[0] == WRITES[0]
    assert len(found) == len(WRITES)
    assert "gone" in found
    assert answered < len(WRITES)  # a blow fell before the server could answer
