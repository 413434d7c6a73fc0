"""Several nodes on one PostgreSQL and one key store in Redis, all at the same moment."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from redis.asyncio import Redis
from sqlalchemy import delete, select, text, update

from retention import (
    LOCAL,
    AlreadySigned,
    AuditEntry,
    FrozenClock,
    KeyUnavailable,
    Memory,
    NewSession,
    Receipt,
    RetentionSettings,
    SessionId,
    Signing,
    StaleVersion,
    StoreUnavailable,
    TranscriptState,
    Why,
)
from retention.clock import TimeMark
from retention.destruction import Intent
from retention.schema import audit, chain_heads
from tests.support.cluster_memory import cluster_settings, kept_keys
from tests.support.postgres import KeyRedis, Server, checkpoint, everything

PHRASE = "velvet tangerine anchor"
_T = TypeVar("_T")


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
async def settings(
    postgres_server: Server, key_redis: KeyRedis, tmp_path: Path
) -> AsyncIterator[RetentionSettings]:
    """Of servers on which nothing was ever opened."""
    async with cluster_settings(postgres_server, key_redis, tmp_path / "unused", new=True) as chosen:
        yield chosen


@asynccontextmanager
async def opened(
    settings: RetentionSettings, clock: FrozenClock, count: int = 2
) -> AsyncIterator[list[Memory]]:
    """Nodes that start at the same moment."""
    async with AsyncExitStack() as stack:
        starting = (stack.enter_async_context(Memory.open(settings, clock)) for _ in range(count))
        yield list(await asyncio.gather(*starting))


async def outcomes(*attempts: Coroutine[Any, Any, _T]) -> tuple[list[_T], list[BaseException]]:
    """Results and errors of what is attempted at once."""
    ended = await asyncio.gather(*attempts, return_exceptions=True)
    failed = [end for end in ended if isinstance(end, BaseException)]
    return [end for end in ended if not isinstance(end, BaseException)], failed


async def assert_whole(memory: Memory) -> None:
    assert (await memory.audit.verify()).ok
    assert await memory.receipts.verify_all()


async def a_transcript(memory: Memory, words: str = "words") -> SessionId:
    session = (await memory.sessions.create(NewSession(client="Ada"))).id
    for number in range(3):
        await memory.transcripts.append(session, {"id": f"seg_{number}", "start": number, "text": words})
    return session


async def test_nodes_that_start_at_once_on_empty_stores_are_one_memory(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock, 3) as nodes:
        assert len({node.receipts.public_key for node in nodes}) == 1
        made = await asyncio.gather(
            *(node.settings.get_or_put("signing", lambda: {"key": secrets.token_hex()}) for node in nodes)
        )
        assert made[0] == made[1] == made[2] == await nodes[0].settings.get("signing")
        session = await a_transcript(nodes[0])
        assert await nodes[2].transcripts.read(session) == await nodes[0].transcripts.read(session)
        changes = [line for line in await nodes[1].audit.read() if line.entry.action == "settings.changed"]
        assert len(changes) == 1
        await assert_whole(nodes[1])
    assert not settings.folder.exists()


async def test_chains_stay_whole_while_all_nodes_append(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock) as nodes:
        sessions = [await a_transcript(node) for node in nodes for _ in range(3)]
        async with asyncio.TaskGroup() as group:
            for number in range(15):
                for index, node in enumerate(nodes):
                    group.create_task(node.audit.append(AuditEntry(f"node_{index}", "tested", f"n_{number}")))
            for index, session in enumerate(sessions):
                # Each by the other node than the one that began it.
                other = nodes[1 - index // 3]
                group.create_task(other.destroy_transcript(session, Why.REQUESTED, "clinician"))
        for node in nodes:
            await assert_whole(node)
            assert len(await node.receipts.list(LOCAL)) == 6
        tested = [line for line in await nodes[0].audit.read() if line.entry.action == "tested"]
        assert len(tested) == 30


async def test_of_signatures_on_several_nodes_exactly_one_stands(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock) as nodes:
        session = await a_transcript(nodes[0])
        note = await nodes[0].notes.save_draft(session, {"text": "draft"})
        attempts = (
            nodes[number % 2].notes.sign(note.id, Signing({"by": number}, f"Dr {number}", "PhD"), "clinician")
            for number in range(4)
        )
        (signed,), refused = await outcomes(*attempts)
        assert all(isinstance(error, AlreadySigned) for error in refused)
        assert len(refused) == 3
        for node in nodes:
            assert await node.notes.read(note.id) == signed.record
            assert await node.notes.verify(note.id)
            assert await node.receipts.list(LOCAL, session) == [signed.receipt]


async def test_of_edits_and_tokens_at_once_one_is_taken(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock) as nodes:
        session = await a_transcript(nodes[0])
        saved, stale = await outcomes(
            *(node.notes.save_draft(session, {"by": index}, 0) for index, node in enumerate(nodes))
        )
        assert [note.version for note in saved] == [1]
        assert isinstance(stale[0], StaleVersion)
        until = clock.now() + timedelta(hours=1)
        used = await asyncio.gather(*(nodes[number % 2].tokens.use_once("jti", until) for number in range(6)))
        assert sorted(used) == [False] * 5 + [True]


async def test_sweeps_at_the_same_moment_give_one_receipt_a_transcript(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock) as nodes:
        sessions = {await a_transcript(nodes[number % 2]) for number in range(4)}
        clock.advance(timedelta(days=8))
        swept = await asyncio.gather(*(node.sweep() for node in nodes))
        assert {receipt.session for receipts in swept for receipt in receipts} == sessions
        kept = await nodes[0].receipts.list(LOCAL)
        assert sorted(receipt.session for receipt in kept) == sorted(sessions)
        assert {receipt.why for receipt in kept} == {Why.EXPIRED}
        assert await kept_keys(nodes[0], "transcript:") == {}
        await assert_whole(nodes[1])


async def test_words_said_on_two_nodes_are_all_kept_once(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock) as nodes:
        session = (await nodes[0].sessions.create(NewSession(client="Ada"))).id
        async with asyncio.TaskGroup() as group:
            for number in range(12):
                for node in nodes:
                    segment = {"id": f"seg_{number}", "start": number, "text": "words"}
                    group.create_task(node.transcripts.append(session, segment))
        assert [segment["start"] for segment in await nodes[1].transcripts.read(session)] == [*range(12)]
        assert len(await kept_keys(nodes[0], f"transcript:{session}")) == 1


async def test_after_destruction_nothing_of_it_is_in_the_key_store_and_no_words_are_anywhere(
    settings: RetentionSettings, clock: FrozenClock, postgres_server: Server, key_redis: KeyRedis
) -> None:
    async with opened(settings, clock) as (one, other):
        session = await a_transcript(one, PHRASE)
        await one.notes.save_draft(session, {"text": PHRASE})
        doomed = await kept_keys(one, f"transcript:{session}")
        (wrapped,) = [key.wrapped for key in doomed.values()]
        assert wrapped in key_redis.stored()
        note = await other.notes.read(session)
        await other.notes.sign(note.id, Signing({"text": "signed"}, "Dr Ada", "PhD"), "clinician")
        assert await one.transcripts.state(session) is TranscriptState.DESTROYED
        for key in doomed.values():
            key_redis.forgets(key.wrapped)
            key_redis.forgets(key.tag)
        async with Redis.from_url(key_redis.url()) as keys:
            values = [bytes(await keys.dump(name) or b"") for name in await keys.keys()]
        assert not any(
            key.wrapped in value or key.tag in value for key in doomed.values() for value in values
        )
        await checkpoint(postgres_server)
        stored = everything(postgres_server.folder) + key_redis.stored()
        assert PHRASE.encode() not in stored
        assert session.encode() in stored


async def test_a_node_that_is_late_leaves_the_next_transcript_alone(
    settings: RetentionSettings, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It begins to finish a destruction, stands still, and goes on once a new transcript has begun."""
    async with opened(settings, clock) as (late, quick):
        session = await a_transcript(late)
        stopped, go_on = asyncio.Event(), asyncio.Event()
        erase_keys = late._destruction.erase_keys

        async def standing_still(intent: Intent) -> None:
            await erase_keys(intent)
            stopped.set()
            await go_on.wait()

        monkeypatch.setattr(late._destruction, "erase_keys", standing_still)
        destroying = asyncio.ensure_future(late.destroy_transcript(session, Why.REQUESTED, "clinician"))
        await asyncio.wait_for(stopped.wait(), 10)
        (finished,) = await quick.sweep()
        await quick.transcripts.renew(session, "clinician")
        await quick.transcripts.append(session, {"id": "seg_9", "start": 1.0, "text": "anew"})
        go_on.set()
        assert await destroying == finished
        assert [segment["id"] for segment in await late.transcripts.read(session)] == ["seg_9"]
        assert await quick.transcripts.state(session) is TranscriptState.LIVING


async def test_a_node_whose_clock_is_behind_sweeps_by_the_highest_time_any_has_seen(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    ahead = FrozenClock(clock.now())
    async with opened(settings, clock, 1) as (behind,), Memory.open(settings, ahead) as other:
        session = await a_transcript(behind)
        ahead.advance(timedelta(days=8))
        await other._anchors.raise_time_mark(TimeMark(ahead.now(), ahead.now()))
        receipts: list[Receipt] = []
        await behind.sweep(receipts.append)
        assert [receipt.session for receipt in receipts] == [session]


async def test_nodes_with_another_master_key_or_key_store_are_refused(
    settings: RetentionSettings, clock: FrozenClock, key_redis: KeyRedis
) -> None:
    stranger = replace(settings, master_key=b"n" * 32)
    elsewhere = replace(settings, key_store_url=key_redis.url(1))
    (first,), refused = await outcomes(
        starts(settings, clock), starts(stranger, clock), starts(elsewhere, clock)
    )
    assert len(refused) == 2
    assert all(isinstance(error, KeyUnavailable) for error in refused)
    for again in (settings, stranger, elsewhere):
        if again is not first:
            with pytest.raises(KeyUnavailable):
                await starts(again, clock)
    assert await starts(first, clock) is first


async def starts(settings: RetentionSettings, clock: FrozenClock) -> RetentionSettings:
    async with Memory.open(settings, clock):
        return settings


async def test_records_from_an_older_copy_are_told_of_once(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock, 1) as (memory,):
        for number in range(5):
            await memory.audit.append(AuditEntry("tester", "tested", f"n_{number}"))
        async with memory._ground.store.database.write() as connection:
            await connection.execute(delete(audit).where(audit.c.position > 2))
            second = await connection.scalar(select(audit.c.hash).where(audit.c.position == 2))
            await connection.execute(
                update(chain_heads).where(chain_heads.c.chain == "audit").values(position=2, hash=second)
            )
    async with opened(settings, clock, 3) as nodes:
        gaps = [line for line in await nodes[0].audit.read() if line.entry.action == "chain.gap_found"]
        assert [line.entry.counts for line in gaps] == [{"missing_audit": 3}]
        assert gaps[0].position == 6


async def test_a_database_that_is_away_or_refuses_is_a_clear_error_without_its_password(
    settings: RetentionSettings, clock: FrozenClock, postgres_server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    away = postgres_server.url().replace(f":{postgres_server.port}/", ":1/")
    for url in (away, postgres_server.url(password="opensesame8"), postgres_server.url("nowhere")):
        with pytest.raises(StoreUnavailable) as refusal:
            await starts(replace(settings, database_url=url), clock)
        told = f"{refusal.value!r} {refusal.value.__cause__!r} {caplog.text} {settings!r}"
        assert "opensesame" not in told
        assert "127.0.0.1" not in told


async def test_dead_rows_are_cleared_from_the_tables_with_the_destruction(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with opened(settings, clock, 1) as (memory,):
        doomed = await a_transcript(memory)
        before = await vacuumed(memory)
        await memory.destroy_transcript(doomed, Why.REQUESTED, "clinician")
        after = await vacuumed(memory)
        assert set(before) == {
            *("segments", "struck", "masking_choices", "ledger", "notes", "transcripts", "intents"),
        }
        assert all(after[table] > before[table] for table in before)


async def vacuumed(memory: Memory) -> dict[str, int]:
    """How often each table was vacuumed on request, of those that ever were but for the probe's."""
    query = text("SELECT relname, vacuum_count FROM pg_stat_user_tables WHERE vacuum_count > 0")
    async with memory._ground.store.read() as connection:
        return {row.relname: row.vacuum_count for row in await connection.execute(query)}
