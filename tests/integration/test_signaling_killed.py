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

import pytest

from bench.forgetting import LONG_FORM
from tests.integration.signaling_outside import outside
from tests.integration.signaling_signed import is_whole_or_gone, sign, with_a_draft
from tests.support.attune_server import AttuneServer

pytestmark = pytest.mark.timeout(600 if LONG_FORM in os.environ else 360)  # five whole starts of a server

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
