"""Many coroutines on one memory, some of them cut off in the middle."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from typing import Any

from retention import (
    LOCAL,
    FrozenClock,
    Memory,
    NewSession,
    RetentionSettings,
    SessionId,
    TranscriptState,
    Why,
)
from tests.support.cluster_memory import BOTH

FORMS = BOTH


def spoken(number: int) -> dict[str, Any]:
    return {"id": f"seg_{number}", "start": float(number), "text": "words"}


async def test_a_cancelled_write_is_whole_or_not_at_all(memory: Memory, session: SessionId) -> None:
    chance = random.Random(7)
    for number in range(60):
        task = asyncio.ensure_future(memory.transcripts.append(session, spoken(number)))
        await asyncio.sleep(chance.random() * 0.006)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    kept = {segment["id"] for segment in await memory.transcripts.read(session)}
    for number in range(60):
        await memory.transcripts.append(session, spoken(number))
    assert kept <= {f"seg_{number}" for number in range(60)}
    assert await memory.transcripts.read(session) == [spoken(number) for number in range(60)]
    assert (await memory.audit.verify()).ok


async def test_a_destruction_cut_off_by_its_caller_is_finished_by_the_sweep(memory: Memory) -> None:
    chance = random.Random(11)
    for _ in range(15):
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await memory.transcripts.append(session, spoken(1))
        task = asyncio.ensure_future(memory.destroy_transcript(session, Why.WITHDRAWN, "par_1"))
        await asyncio.sleep(chance.random() * 0.03)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await memory.sweep()
        state = await memory.transcripts.state(session)
        receipts = await memory.receipts.list(LOCAL, session)
        assert (state, len(receipts)) in ((TranscriptState.DESTROYED, 1), (TranscriptState.LIVING, 0))
    assert await memory.receipts.verify_all()
    assert (await memory.audit.verify()).ok


async def test_sessions_live_side_by_side(memory: Memory) -> None:
    async def one(index: int) -> None:
        session = (await memory.sessions.create(NewSession(client=f"Client {index}"))).id
        for number in range(5):
            await memory.transcripts.append(session, spoken(number))
            await memory.energy.add(session, "recognition", 1.0, 1.0, 1.0, 1.0)
        await memory.retention_status(session)
        receipt = await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
        assert receipt.counts["segments"] == 5

    async with asyncio.TaskGroup() as group:
        for index in range(12):
            group.create_task(one(index))
        group.create_task(memory.sweep())
    assert len(await memory.receipts.list(LOCAL)) == 12
    assert await memory.receipts.verify_all()
    assert (await memory.audit.verify()).ok


async def test_two_memories_share_one_folder(settings: RetentionSettings, clock: FrozenClock) -> None:
    """As the command line does beside a running server."""
    async with Memory.open(settings, clock) as one, Memory.open(settings, clock) as other:
        session = (await one.sessions.create(NewSession(client="Ada"))).id
        async with asyncio.TaskGroup() as group:
            for number in range(10):
                group.create_task(one.transcripts.append(session, spoken(number)))
                group.create_task(other.transcripts.append(session, spoken(10 + number)))
        assert len(await other.transcripts.read(session)) == 20
        first, second = await asyncio.gather(
            one.destroy_transcript(session, Why.REQUESTED, "clinician"),
            other.destroy_transcript(session, Why.REQUESTED, "clinician"),
        )
        assert first == second
        assert await other.receipts.verify_all()
        assert (await one.audit.verify()).ok


async def test_two_folders_open_at_once(settings: RetentionSettings, clock: FrozenClock) -> None:
    async def use(index: int) -> None:
        folder = settings.folder.with_name(f"kept-{index}")
        async with Memory.open(RetentionSettings(folder=folder), clock) as memory:
            await memory.sessions.create(NewSession(client="Ada"))
            assert len(await memory.sessions.list(LOCAL)) == 1

    async with asyncio.TaskGroup() as group:
        for index in range(4):
            group.create_task(use(index))
