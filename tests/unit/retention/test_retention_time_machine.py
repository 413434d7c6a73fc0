"""Seven days pass: restarts every day, a clock set back and forth, nodes down when the time comes."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta

import pytest

from retention import (
    LOCAL,
    FrozenClock,
    Memory,
    NewSession,
    RetentionSettings,
    RetentionWarning,
    SessionId,
    TranscriptDestroyed,
    TranscriptState,
    Why,
)
from tests.support.cluster_memory import BOTH, kept_keys

FORMS = BOTH
DAY = timedelta(days=1)
LAST_MOMENT = timedelta(seconds=1)


async def spoken(memory: Memory) -> SessionId:
    session = (await memory.sessions.create(NewSession(client="Ada"))).id
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    return session


async def warned(memory: Memory, session: SessionId) -> RetentionWarning:
    return (await memory.retention_status(session)).warning


async def assert_gone(memory: Memory, session: SessionId) -> None:
    with pytest.raises(TranscriptDestroyed):
        await memory.transcripts.read(session)
    (receipt,) = await memory.receipts.list(LOCAL, session)
    assert receipt.why is Why.EXPIRED
    assert await memory.receipts.verify(receipt)
    assert await kept_keys(memory, "transcript:") == {}


async def test_a_week_of_restarts(settings: RetentionSettings, clock: FrozenClock) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await spoken(memory)
    seen = []
    for _ in range(6):
        clock.advance(DAY)
        async with Memory.open(settings, clock) as memory:
            seen.append((await warned(memory, session)).value)
            assert len(await memory.transcripts.read(session)) == 1
    assert seen == ["none"] * 4 + ["day5", "day6"]
    clock.advance(DAY - LAST_MOMENT)
    async with Memory.open(settings, clock) as memory:
        assert len(await memory.transcripts.read(session)) == 1
    clock.advance(LAST_MOMENT)
    async with Memory.open(settings, clock) as memory:
        await assert_gone(memory, session)


@pytest.mark.parametrize("days_back", [1, 30, 4000])
@pytest.mark.parametrize("restarts", [True, False])
async def test_a_clock_set_back_wins_no_life(
    settings: RetentionSettings, clock: FrozenClock, days_back: int, restarts: bool
) -> None:
    async with AsyncExitStack() as stack:
        memory = await stack.enter_async_context(Memory.open(settings, clock))
        session = await spoken(memory)
        clock.advance(5 * DAY)
        await memory.sweep()
        clock.set_wall(clock.now() - days_back * DAY)
        if restarts:
            await stack.aclose()
            memory = await stack.enter_async_context(Memory.open(settings, clock))
        assert await warned(memory, session) is RetentionWarning.DAY5
        assert len(await memory.transcripts.read(session)) == 1
        clock.advance(2 * DAY)
        await memory.sweep()
        await assert_gone(memory, session)


async def test_a_clock_set_forward_by_mistake_shortens_and_setting_it_right_brings_nothing_back(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await spoken(memory)
        clock.set_wall(clock.now() + 8 * DAY)
        await memory.sweep()
        clock.set_wall(clock.now() - 8 * DAY)
        await assert_gone(memory, session)


@pytest.mark.parametrize("days_ahead", [2, 30, 4000])
async def test_a_clock_that_was_ahead_and_is_right_again_prolongs_no_later_life(
    settings: RetentionSettings, clock: FrozenClock, days_ahead: int
) -> None:
    async with Memory.open(settings, clock) as memory:
        clock.set_wall(clock.now() + days_ahead * DAY)
        await memory.sweep()
        clock.set_wall(clock.now() - days_ahead * DAY)
        session = await spoken(memory)
    for _ in range(6):  # on for an hour a day
        clock.advance(DAY - timedelta(hours=1))
        async with Memory.open(settings, clock) as memory:
            clock.advance(timedelta(hours=1))
            assert len(await memory.transcripts.read(session)) == 1
    clock.advance(DAY)
    async with Memory.open(settings, clock) as memory:
        await assert_gone(memory, session)


async def test_one_of_two_nodes_is_down_when_the_time_comes(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    other_clock = FrozenClock()
    async with Memory.open(settings, other_clock) as other:
        async with Memory.open(settings, clock) as one:
            session = await spoken(one)
            clock.advance(6 * DAY)
            await one.sweep()
        # The node whose clock is a week behind is the only one left; it has learnt how late it is.
        assert await warned(other, session) is RetentionWarning.NONE
        await other.sweep()
        assert await warned(other, session) is RetentionWarning.DAY6
        other_clock.advance(DAY)
        await other.sweep()
        await assert_gone(other, session)
    clock.advance(DAY)
    async with Memory.open(settings, clock) as back:
        await assert_gone(back, session)


async def test_all_nodes_are_down_when_the_time_comes(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await spoken(memory)
    clock.advance(300 * DAY)
    clock.set_wall(clock.now() - 299 * DAY)
    async with Memory.open(settings, clock) as memory:  # a day has passed by all that can be known
        assert await memory.transcripts.state(session) is TranscriptState.LIVING
    clock.set_wall(clock.now() + 299 * DAY)
    async with Memory.open(settings, clock) as memory:
        await assert_gone(memory, session)


async def test_a_shorter_life_holds_from_the_next_start_and_a_longer_one_is_refused(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await spoken(memory)
    clock.advance(2 * DAY)
    async with Memory.open(replace(settings, transcript_days=1.0), clock) as memory:
        await assert_gone(memory, session)
