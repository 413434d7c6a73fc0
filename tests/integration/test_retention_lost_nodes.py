"""A node dies, stands still or loses its connections: the others go on, and finish what it began."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from redis.asyncio import Redis
from sqlalchemy import text

from retention import (
    LOCAL,
    FrozenClock,
    Memory,
    NewSession,
    RetentionSettings,
    SessionId,
    Signing,
    StoreUnavailable,
    TranscriptState,
    Why,
)
from retention.destruction import Destruction
from retention.postgres import _CLEARERS
from tests.support.cluster_memory import cluster_settings, kept_keys
from tests.support.postgres import PASSWORD, KeyRedis, Server

STEPS = ["erase_keys", "erase_rows", "settle", "search", "conclude"]


class Died(Exception):
    """What ends a node in the middle of a step."""


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
async def settings(
    postgres_server: Server, key_redis: KeyRedis, tmp_path: Path
) -> AsyncIterator[RetentionSettings]:
    async with cluster_settings(postgres_server, key_redis, tmp_path / "unused") as chosen:
        yield chosen


async def a_draft(memory: Memory) -> SessionId:
    session = (await memory.sessions.create(NewSession(client="Ada"))).id
    for number in range(3):
        await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "words"})
    await memory.notes.save_draft(session, {"final": False})
    return session


def dying(step: Callable[..., Awaitable[Any]], when: str) -> Callable[..., Awaitable[Any]]:
    async def stepped(*args: Any, **named: Any) -> Any:
        if when == "after":
            await step(*args, **named)
        raise Died

    return stepped


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
async def test_what_a_node_began_before_it_died_another_finishes(
    settings: RetentionSettings,
    clock: FrozenClock,
    key_redis: KeyRedis,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    when: str,
) -> None:
    async with Memory.open(settings, clock) as dead, Memory.open(settings, clock) as living:
        session = await a_draft(dead)
        doomed = [key for name, key in (await kept_keys(dead)).items() if session in name or "draft" in name]
        note = await dead.notes.read(session)
        with monkeypatch.context() as patch:
            patch.setattr(Destruction, step, dying(getattr(Destruction, step), when))
            with pytest.raises(Died):
                await dead.notes.sign(note.id, Signing({"final": True}, "Dr Ada", "PhD"), "clinician")
        await living.sweep()
        assert await living.transcripts.state(session) is TranscriptState.DESTROYED
        assert (await living.notes.read(session)).content == {"final": True}
        (receipt,) = await living.receipts.list(LOCAL, session)
        assert (receipt.why, receipt.counts["segments"], receipt.counts["keys"]) == (Why.SIGNED, 3, 2)
        assert len(doomed) == 2
        for key in doomed:
            key_redis.forgets(key.wrapped)
        assert (await living.audit.verify()).ok
        assert await living.receipts.verify_all()


async def test_connections_that_were_cut_are_made_anew(
    settings: RetentionSettings, clock: FrozenClock, postgres_server: Server, key_redis: KeyRedis
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await a_draft(memory)
        await execute(
            postgres_server,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'attune'",
        )
        async with Redis.from_url(key_redis.url()) as redis:
            await redis.client_kill_filter(_type="normal")
        await memory.transcripts.append(session, {"id": "seg_9", "text": "words"})
        assert len(await memory.transcripts.read(session)) == 4


async def test_a_node_that_stands_still_while_it_writes_is_cut_off(
    settings: RetentionSettings, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retention.postgres._SERVER_SETTINGS", {"lock_timeout": "100ms"})
    async with Memory.open(settings, clock) as still, Memory.open(settings, clock) as other:
        session = await a_draft(other)
        soon = text(
            "SET LOCAL idle_in_transaction_session_timeout = '2s'"
        )  # a busy machine gets to ask in it

        async def standing_still() -> None:
            async with still._ground.store.write() as connection:
                await connection.execute(soon)
                with pytest.raises(StoreUnavailable):
                    await other.transcripts.append(session, {"id": "seg_8", "text": "words"})
                await appended(other, session)

        with pytest.raises(StoreUnavailable):
            await standing_still()
        assert len(await other.transcripts.read(session)) == 4


async def test_a_node_that_stands_still_while_it_vacuums_holds_nobody_up(
    settings: RetentionSettings, clock: FrozenClock, postgres_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retention.postgres._TURNS", 3)
    async with Memory.open(settings, clock) as memory:
        session = await a_draft(memory)
        connection = await connected(postgres_server)
        try:
            await connection.execute(f"SELECT pg_advisory_lock({_CLEARERS})")
            await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
            assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
        finally:
            await connection.close()


VICTIM = """
    import asyncio, os, sys
    from pathlib import Path
    from retention import Memory, RetentionSettings

    async def main(folder, database, keys):
        settings = RetentionSettings(Path(folder), database, key_store_url=keys, master_key=b"m" * 32)
        async with Memory.open(settings) as memory, memory._ground.store.write():
            os._exit(9)

    asyncio.run(main(*sys.argv[1:]))
"""


async def test_a_node_killed_while_it_writes_keeps_nobody_out(settings: RetentionSettings) -> None:
    async with Memory.open(settings) as memory:
        session = await a_draft(memory)
        given = [str(settings.folder), str(settings.database_url), str(settings.key_store_url)]
        command = [sys.executable, "-c", textwrap.dedent(VICTIM), *given]
        victim = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: ASYNC221
        assert victim.returncode == 9, victim.stderr
        await memory.transcripts.append(session, {"id": "seg_9", "text": "words"})
        assert (await memory.audit.verify()).ok


async def appended(memory: Memory, session: SessionId) -> None:
    """Appends as soon as the database lets it, as every caller repeats what was refused."""
    for _ in range(100):
        try:
            return await memory.transcripts.append(session, {"id": "seg_9", "text": "words"})
        except StoreUnavailable:
            continue
    pytest.fail("the one that stands still keeps the others out")


async def connected(server: Server) -> Any:
    return await asyncpg.connect(
        host="127.0.0.1", port=server.port, user="attune", password=PASSWORD, database="postgres"
    )


async def execute(server: Server, statement: str) -> None:
    connection = await connected(server)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
