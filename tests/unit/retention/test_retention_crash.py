"""Destruction survives a crash at every step: what was begun is finished at the next open.

A crash is a copy of the folder taken at that moment, log files included, as a power cut leaves it.
"""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from retention import (
    LOCAL,
    FrozenClock,
    Memory,
    NewSession,
    NoteStatus,
    RetentionSettings,
    SessionId,
    Signing,
    TranscriptDestroyed,
    TranscriptState,
    Why,
)
from retention.destruction import Destruction
from retention.schema import intents, segments
from tests.support.cluster_memory import kept_keys

STEPS = ["erase_keys", "erase_rows", "settle", "search", "conclude"]
WHEN = ["before", "after"]
Ending = Callable[[Memory, SessionId], Awaitable[Any]]


async def request(memory: Memory, session: SessionId) -> None:
    await memory.destroy_transcript(session, Why.REQUESTED, "clinician")


async def sign(memory: Memory, session: SessionId) -> None:
    note = await memory.notes.read(session)
    await memory.notes.sign(note.id, Signing({"final": True}, "Dr Ada", "PhD"), "clinician")


async def strike(memory: Memory, session: SessionId) -> None:
    await memory.transcripts.strike(session, ["seg_1"], "clinician")


async def crash(
    memory: Memory, session: SessionId, folder: Path, step: str, when: str, ending: Ending
) -> RetentionSettings:
    """Ends the transcript and returns the settings of the folder as it was before or after the step."""
    copy = folder.with_name("crashed")
    original = getattr(Destruction, step)

    def keep() -> None:
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm"))

    async def stepped(self: Destruction, *args: Any, **named: Any) -> Any:
        if when == "before":
            keep()
        result = await original(self, *args, **named)
        if when == "after":
            keep()
        return result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Destruction, step, stepped)
        await ending(memory, session)
    return RetentionSettings(folder=copy)


async def prepared(memory: Memory) -> SessionId:
    session = (await memory.sessions.create(NewSession(client="Ada"))).id
    for number in range(3):
        await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "words"})
    await memory.ledger.append(session, {"processor": "local", "body": {"prompt": "words"}})
    await memory.notes.save_draft(session, {"final": False})
    return session


async def count(memory: Memory, table: Any) -> int:
    async with memory._ground.store.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(table)) or 0)


async def keys_of(memory: Memory, prefix: str) -> list[str]:
    return list(await kept_keys(memory, prefix))


async def assert_whole(memory: Memory) -> None:
    assert (await memory.audit.verify()).ok
    assert await memory.receipts.verify_all()
    assert await count(memory, intents) == 0


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("step", STEPS)
async def test_a_destruction_interrupted_anywhere_is_finished_at_open(
    settings: RetentionSettings, clock: FrozenClock, step: str, when: str
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await prepared(memory)
        crashed = await crash(memory, session, settings.folder, step, when, request)
    async with Memory.open(crashed, clock) as memory:
        assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
        with pytest.raises(TranscriptDestroyed):
            await memory.transcripts.read(session)
        assert await count(memory, segments) == 0
        assert await keys_of(memory, "transcript:") == []
        (receipt,) = await memory.receipts.list(LOCAL, session)
        assert (receipt.counts["segments"], receipt.counts["ledger_bodies"]) == (3, 1)
        assert receipt.counts["keys"] == 1
        assert await memory.destroy_transcript(session, Why.EXPIRED, "system") == receipt
        assert (await memory.notes.read(session)).content == {"final": False}
        destroyed = [
            line for line in await memory.audit.read(LOCAL) if line.entry.action == "transcript.destroyed"
        ]
        assert len(destroyed) == 1
        await assert_whole(memory)


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("step", STEPS)
async def test_a_signature_interrupted_anywhere_stands_and_its_destruction_is_finished(
    settings: RetentionSettings, clock: FrozenClock, step: str, when: str
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await prepared(memory)
        crashed = await crash(memory, session, settings.folder, step, when, sign)
    async with Memory.open(crashed, clock) as memory:
        note = await memory.notes.read(session)
        assert (note.status, note.content) == (NoteStatus.SIGNED, {"final": True})
        assert await memory.notes.verify(note.id)
        assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
        assert await keys_of(memory, "transcript:") == []
        assert await keys_of(memory, "note:") == [f"note:{note.id}:signed"]
        (receipt,) = await memory.receipts.list(LOCAL, session)
        assert (receipt.why, receipt.counts["keys"]) == (Why.SIGNED, 2)
        await assert_whole(memory)


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("step", STEPS)
async def test_a_strike_interrupted_anywhere_leaves_only_what_was_not_struck(
    settings: RetentionSettings, clock: FrozenClock, step: str, when: str
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await prepared(memory)
        crashed = await crash(memory, session, settings.folder, step, when, strike)
    async with Memory.open(crashed, clock) as memory:
        assert [segment["id"] for segment in await memory.transcripts.read(session)] == ["seg_0", "seg_2"]
        assert await keys_of(memory, "transcript:") == [f"transcript:{session}:2"]
        (receipt,) = await memory.receipts.list(LOCAL, session)
        assert (receipt.what, receipt.why, receipt.counts["segments"]) == ("segments", Why.STRUCK, 1)
        await assert_whole(memory)


async def test_a_crash_before_the_intent_changes_nothing(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await prepared(memory)
        crashed = await crash(memory, session, settings.folder, "doom", "before", sign)
    async with Memory.open(crashed, clock) as memory:
        assert (await memory.notes.read(session)).status is NoteStatus.DRAFT
        assert len(await memory.transcripts.read(session)) == 3
        assert (await memory.ledger.list(session))[0].body == {"prompt": "words"}
        await sign(memory, session)
        await assert_whole(memory)


async def test_a_crash_between_commit_and_anchor_is_no_fault(
    settings: RetentionSettings, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = replace(settings, folder=settings.folder.with_name("crashed"))
    async with Memory.open(settings, clock) as memory:
        advance = memory._anchors.advance

        async def copying(*args: Any) -> None:
            if not copy.folder.exists():
                shutil.copytree(settings.folder, copy.folder, ignore=shutil.ignore_patterns("*-shm"))
            await advance(*args)

        monkeypatch.setattr(memory._anchors, "advance", copying)
        await memory.sessions.create(NewSession(client="Ada"))
        monkeypatch.undo()
    async with Memory.open(copy, clock) as memory:
        assert len(await memory.sessions.list(LOCAL)) == 1
        assert (await memory.audit.verify()).ok
        await memory.sessions.create(NewSession(client="Bo"))
        assert (await memory.audit.verify()).ok
        assert (await memory._anchors.anchor("audit")).position == 4  # two clients, two sessions


async def test_what_is_doomed_is_unreadable_at_once(
    memory: Memory, session: SessionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    seen = []
    original = Destruction.erase_keys

    async def looking(self: Destruction, intent: Any) -> None:
        with pytest.raises(TranscriptDestroyed):
            await memory.transcripts.read(session)
        status = await memory.retention_status(session)
        seen.append((status.state, status.receipt))
        await original(self, intent)

    monkeypatch.setattr(Destruction, "erase_keys", looking)
    await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
    assert seen == [(TranscriptState.DESTROYING, None)]
