"""A process killed (SIGKILL) at each step of a destruction, on both forms: the next one finishes it."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from retention import LOCAL, Memory, RetentionSettings, SessionId, TranscriptState, Why
from tests.support.cluster_memory import MASTER_KEY, cluster_settings, kept_keys

STEPS = ("erase_keys", "erase_rows", "settle", "search", "conclude")

VICTIM = """
    import asyncio, base64, json, os, signal, sys
    from pathlib import Path
    from retention import Memory, NewSession, RetentionSettings, Signing
    from retention.destruction import Destruction

    def killed(step, when):
        async def stepped(*args, **named):
            if when == "after":
                await step(*args, **named)
            os.kill(os.getpid(), signal.SIGKILL)
        return stepped

    async def main(given, step, when):
        given = json.loads(given)
        given["folder"] = Path(given["folder"])
        if "master_key" in given:
            given["master_key"] = base64.b64decode(given["master_key"])
        async with Memory.open(RetentionSettings(**given)) as memory:
            session = (await memory.sessions.create(NewSession(client="Ada"))).id
            for number in range(5):
                await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "words"})
            note = await memory.notes.save_draft(session, {"final": False})
            setattr(Destruction, step, killed(getattr(Destruction, step), when))
            print(session, flush=True)
            await memory.notes.sign(note.id, Signing({"final": True}, "Dr Ada", "PhD"), "clinician")

    asyncio.run(main(*sys.argv[1:]))
"""


@asynccontextmanager
async def kept(
    form: str, folder: Path, request: pytest.FixtureRequest
) -> AsyncIterator[tuple[RetentionSettings, dict[str, Any]]]:
    """An empty memory: its settings, and what another process is told of them."""
    if form == "embedded":
        yield RetentionSettings(folder=folder), {"folder": str(folder)}
        return
    server, keys = request.getfixturevalue("postgres_server"), request.getfixturevalue("key_redis")
    async with cluster_settings(server, keys, folder) as settings:
        told = {
            "folder": str(folder),
            "database_url": server.url(),
            "key_store_url": keys.url(),
            "master_key": base64.b64encode(MASTER_KEY).decode(),
        }
        yield settings, told


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("form", ["embedded", pytest.param("cluster", marks=pytest.mark.redis)])
async def test_what_a_killed_process_began_the_next_one_finishes(
    tmp_path: Path, request: pytest.FixtureRequest, form: str, step: str, when: str
) -> None:
    async with kept(form, tmp_path / "kept", request) as (settings, told):
        command = [sys.executable, "-c", textwrap.dedent(VICTIM), json.dumps(told), step, when]
        victim = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: ASYNC221
        assert victim.returncode == -signal.SIGKILL, victim.stderr
        session = SessionId(victim.stdout.splitlines()[-1])
        async with Memory.open(settings) as memory:
            await memory.sweep()
            assert (await memory.notes.read(session)).content == {"final": True}
            assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
            (receipt,) = await memory.receipts.list(LOCAL, session)
            assert (receipt.why, receipt.counts["segments"], receipt.counts["keys"]) == (Why.SIGNED, 5, 2)
            assert await kept_keys(memory, "transcript:") == {}
            assert (await memory.audit.verify()).ok
            assert await memory.receipts.verify_all()
