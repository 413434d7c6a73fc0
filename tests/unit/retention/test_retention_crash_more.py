"""A crash at every step of the rarer endings: a withdrawal, a struck draft, a hold's end, seven days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from retention import (
    LOCAL,
    FrozenClock,
    LegallyHeld,
    Memory,
    RetentionSettings,
    SessionId,
    TranscriptState,
    Why,
)
from tests.unit.retention.test_retention_crash import (
    STEPS,
    WHEN,
    assert_whole,
    crash,
    keys_of,
    prepared,
)

LEFT = {"final": False, "left": "what the clinician wrote alone"}

pytestmark = [pytest.mark.parametrize("when", WHEN), pytest.mark.parametrize("step", STEPS)]


async def withdraw(memory: Memory, session: SessionId) -> None:
    await memory.notes.withdraw(session, LEFT, 1, Why.WITHDRAWN, "par_1")


async def strike_draft(memory: Memory, session: SessionId) -> None:
    await memory.notes.strike(session, LEFT, 1, "system")


async def end_hold(memory: Memory, session: SessionId) -> None:
    await memory.holds.release(session, "operator")
    await memory.holds.release(session, "clinician")


async def sweep(memory: Memory, _: SessionId) -> None:
    await memory.sweep()


async def assert_gone(memory: Memory, session: SessionId, why: Why) -> None:
    assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
    assert await keys_of(memory, "transcript:") == []
    (receipt,) = await memory.receipts.list(LOCAL, session)
    assert (receipt.what, receipt.why) == ("transcript", why)
    await assert_whole(memory)


async def test_of_a_withdrawal_neither_the_words_nor_what_the_draft_held_is_left(
    settings: RetentionSettings, clock: FrozenClock, step: str, when: str
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await prepared(memory)
        before = await keys_of(memory, "note:")
        crashed = await crash(memory, session, settings.folder, step, when, withdraw)
    async with Memory.open(crashed, clock) as memory:
        assert (await memory.notes.read(session)).content == LEFT
        assert not set(before) & set(await keys_of(memory, "note:"))
        await assert_gone(memory, session, Why.WITHDRAWN)


async def test_of_a_struck_draft_the_old_key_is_gone(
    settings: RetentionSettings, clock: FrozenClock, step: str, when: str
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await prepared(memory)
        before = await keys_of(memory, "note:")
        crashed = await crash(memory, session, settings.folder, step, when, strike_draft)
    async with Memory.open(crashed, clock) as memory:
        kept = await memory.notes.read(session)
        assert (kept.content, kept.version) == (LEFT, 2)
        assert not set(before) & set(await keys_of(memory, "note:"))
        assert await memory.transcripts.state(session) is TranscriptState.LIVING
        (receipt,) = await memory.receipts.list(LOCAL, session)
        assert (receipt.what, receipt.why) == ("draft", Why.STRUCK)
        await assert_whole(memory)


async def test_what_a_hold_owed_is_done_at_its_end(
    settings: RetentionSettings, clock: FrozenClock, step: str, when: str
) -> None:
    async with Memory.open(replace(settings, legal_hold=True), clock) as memory:
        session = await prepared(memory)
        for who in ("clinician", "operator"):
            await memory.holds.place(session, "case-7", who)
        with pytest.raises(LegallyHeld):
            await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
        crashed = await crash(memory, session, settings.folder, step, when, end_hold)
    async with Memory.open(crashed, clock) as memory:
        assert await memory.holds.of(session) is None
        await assert_gone(memory, session, Why.REQUESTED)


async def test_what_is_seven_days_old_goes(
    settings: RetentionSettings, clock: FrozenClock, step: str, when: str
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await prepared(memory)
        clock.advance(timedelta(days=7))
        crashed = await crash(memory, session, settings.folder, step, when, sweep)
    async with Memory.open(crashed, clock) as memory:
        await assert_gone(memory, session, Why.EXPIRED)
