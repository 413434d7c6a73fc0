"""Transcripts: kept sealed, struck for good, destroyed with a receipt."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import StatementError

from retention import (
    LOCAL,
    AlreadySigned,
    BadInput,
    FrozenClock,
    Memory,
    NewSession,
    NotFound,
    Receipt,
    RetentionSettings,
    RetentionWarning,
    SealBroken,
    SessionId,
    Signing,
    StoreUnavailable,
    TranscriptDestroyed,
    TranscriptState,
    Why,
)
from retention.database import Database
from retention.schema import segments
from tests.support.cluster_memory import BOTH

FORMS = BOTH

NOWHERE = SessionId("ses_nowhere")


def spoken(number: int, words: str = "and then I went home") -> dict[str, Any]:
    return {"id": f"seg_{number}", "start": float(number), "end": number + 0.9, "text": words, "final": True}


async def fill(memory: Memory, session: SessionId, count: int = 4) -> None:
    for number in range(count):
        await memory.transcripts.append(session, spoken(number))


async def stored(memory: Memory) -> int:
    async with memory._ground.store.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(segments)) or 0)


async def test_finals_come_back_by_start_time(memory: Memory, session: SessionId) -> None:
    assert await memory.transcripts.state(session) == "none"
    assert await memory.transcripts.read(session) == []
    for number in (2, 0, 1):
        await memory.transcripts.append(session, spoken(number))
    assert await memory.transcripts.read(session) == [spoken(0), spoken(1), spoken(2)]
    assert await memory.transcripts.state(session) is TranscriptState.LIVING


async def test_many_speakers_append_at_once(memory: Memory, session: SessionId) -> None:
    async with asyncio.TaskGroup() as group:
        for number in range(40):
            group.create_task(memory.transcripts.append(session, spoken(number)))
            group.create_task(memory.transcripts.read(session))
    assert await memory.transcripts.read(session) == [spoken(number) for number in range(40)]


async def test_a_replayed_final_never_changes_the_first(memory: Memory, session: SessionId) -> None:
    await memory.transcripts.append(session, spoken(1))
    await memory.transcripts.append(session, spoken(1, "something else"))
    assert await memory.transcripts.read(session) == [spoken(1)]


async def test_a_correction_takes_the_place_of_the_segment(memory: Memory, session: SessionId) -> None:
    await fill(memory, session, 2)
    await memory.transcripts.replace(session, spoken(1, "corrected"))
    assert await memory.transcripts.read(session) == [spoken(0), spoken(1, "corrected")]
    with pytest.raises(NotFound):
        await memory.transcripts.replace(session, spoken(7))


@pytest.mark.parametrize(
    "segment", [{}, {"id": ""}, {"id": 7}, {"id": "two words"}, {"id": "x", "text": object()}]
)
async def test_a_segment_without_a_usable_id_is_refused(
    memory: Memory, session: SessionId, segment: dict[str, Any]
) -> None:
    with pytest.raises(BadInput):
        await memory.transcripts.append(session, segment)
    assert await memory.transcripts.read(session) == []
    assert await memory.transcripts.state(session) == "none"


async def test_segments_are_told_again_at_once_and_new_parts_are_added_but_nothing_struck(
    memory: Memory, session: SessionId
) -> None:
    for number in range(3):
        await memory.transcripts.append(session, spoken(number))
    await memory.transcripts.strike(session, ["seg_2"], "clinician")
    part = {**spoken(1, "I went home"), "id": "seg_1~1", "start": 1.5}
    await memory.transcripts.retell(session, [spoken(1, "and then"), part, spoken(2, "back again")])
    assert await memory.transcripts.read(session) == [spoken(0), spoken(1, "and then"), part]
    told = [line.entry for line in await memory.audit.read(LOCAL) if line.entry.action == "transcript.retold"]
    assert [(one.actor, one.counts["segments"]) for one in told] == [("system", 3)]
    await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
    with pytest.raises(TranscriptDestroyed):
        await memory.transcripts.retell(session, [spoken(0)])


async def test_an_unknown_session_has_no_transcript(memory: Memory) -> None:
    with pytest.raises(NotFound):
        await memory.transcripts.append(NOWHERE, spoken(1))
    with pytest.raises(NotFound):
        await memory.transcripts.read(NOWHERE)
    with pytest.raises(NotFound):
        await memory.transcripts.state(NOWHERE)
    with pytest.raises(NotFound):
        await memory.destroy_transcript(NOWHERE, Why.REQUESTED, "clinician")
    with pytest.raises(NotFound):
        await memory.retention_status(NOWHERE)


async def test_ciphertexts_can_not_be_swapped(memory: Memory, session: SessionId) -> None:
    await fill(memory, session, 2)
    async with memory._ground.store.write() as connection:
        other = await connection.scalar(select(segments.c.sealed).where(segments.c.segment == "seg_1"))
        await connection.execute(update(segments).where(segments.c.segment == "seg_0").values(sealed=other))
    with pytest.raises(SealBroken):
        await memory.transcripts.read(session)


async def test_a_store_takes_nothing_unsealed(memory: Memory, session: SessionId) -> None:
    await fill(memory, session, 1)
    with pytest.raises(StatementError) as refusal:
        async with memory._ground.store.write() as connection:
            await connection.execute(update(segments).values(sealed=b"heliotrope"))
    assert "heliotrope" not in str(refusal.value)
    assert await memory.transcripts.read(session) == [spoken(0)]


async def test_a_struck_passage_is_gone_and_stays_gone(memory: Memory, session: SessionId) -> None:
    await fill(memory, session)
    receipt = await memory.transcripts.strike(session, ["seg_1", "seg_2"], "clinician")
    assert await memory.transcripts.read(session) == [spoken(0), spoken(3)]
    await memory.transcripts.append(session, spoken(1))
    await memory.transcripts.append(session, spoken(4))
    assert await memory.transcripts.read(session) == [spoken(0), spoken(3), spoken(4)]
    assert (receipt.what, receipt.why, receipt.counts["segments"]) == ("segments", Why.STRUCK, 2)
    assert receipt.counts["keys"] == 1
    assert await memory.receipts.verify(receipt)


async def test_a_strike_drops_ledger_bodies_that_may_quote_it(memory: Memory, session: SessionId) -> None:
    await fill(memory, session)
    await memory.ledger.append(session, {"processor": "local", "body": {"prompt": "went home"}})
    receipt = await memory.transcripts.strike(session, ["seg_1"], "clinician")
    (entry,) = await memory.ledger.list(session)
    assert entry.body is None
    assert receipt.counts["ledger_bodies"] == 1


async def test_a_strike_needs_ids_and_a_transcript(memory: Memory, session: SessionId) -> None:
    with pytest.raises(NotFound):
        await memory.transcripts.strike(session, ["seg_1"], "clinician")
    await fill(memory, session, 1)
    with pytest.raises(BadInput):
        await memory.transcripts.strike(session, [], "clinician")


async def test_striking_while_others_read_and_append_loses_nothing_else(
    memory: Memory, session: SessionId
) -> None:
    await fill(memory, session, 10)
    async with asyncio.TaskGroup() as group:
        for number in range(5):
            group.create_task(memory.transcripts.strike(session, [f"seg_{number}"], "clinician"))
            group.create_task(memory.transcripts.read(session))
            group.create_task(memory.transcripts.append(session, spoken(10 + number)))
    assert await memory.transcripts.read(session) == [spoken(number) for number in range(5, 15)]


async def test_destruction_gives_one_receipt_however_often_it_is_asked_for(
    memory: Memory, settings: RetentionSettings, session: SessionId, clock: FrozenClock
) -> None:
    await fill(memory, session)
    clock.advance(timedelta(hours=2))
    receipts = await asyncio.gather(
        *(memory.destroy_transcript(session, Why.REQUESTED, "clinician") for _ in range(5))
    )
    assert len({receipt.id for receipt in receipts}) == 1
    assert await memory.destroy_transcript(session, Why.EXPIRED, "system") == receipts[0]
    receipt = receipts[0]
    assert (receipt.session, receipt.what, receipt.why) == (session, "transcript", Why.REQUESTED)
    assert receipt.counts["segments"] == 4
    assert receipt.counts["bytes"] > 200
    assert receipt.policy == "retention-1/604800s"
    assert receipt.files_searched == (not settings.shared)  # a server's files are out of sight
    assert receipt.destroyed_at == clock.now()
    assert await memory.receipts.list(LOCAL, session) == [receipt]
    assert await memory.receipts.get(receipt.id) == receipt
    assert await stored(memory) == 0


async def test_after_destruction_nothing_is_read_or_written(memory: Memory, session: SessionId) -> None:
    await fill(memory, session)
    await memory.destroy_transcript(session, Why.WITHDRAWN, "par_1")
    for attempt in (
        memory.transcripts.read(session),
        memory.transcripts.append(session, spoken(9)),
        memory.transcripts.replace(session, spoken(1)),
    ):
        with pytest.raises(TranscriptDestroyed):
            await attempt
    with pytest.raises(TranscriptDestroyed):
        await memory.transcripts.strike(session, ["seg_1"], "clinician")
    status = await memory.retention_status(session)
    assert status.state is TranscriptState.DESTROYED
    assert (status.warning, status.why) == (RetentionWarning.DESTROYED, Why.WITHDRAWN)
    assert status.receipt == (await memory.receipts.list(LOCAL))[0].id


async def test_destruction_of_one_leaves_the_others(memory: Memory, session: SessionId) -> None:
    other = (await memory.sessions.create(NewSession(client="Bo"))).id
    await fill(memory, session)
    await fill(memory, other)
    await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
    assert len(await memory.transcripts.read(other)) == 4


async def test_words_arriving_during_destruction_are_refused_or_destroyed(
    memory: Memory, session: SessionId
) -> None:
    await fill(memory, session)
    late = [memory.transcripts.append(session, spoken(10 + number)) for number in range(10)]
    results = await asyncio.gather(
        memory.destroy_transcript(session, Why.WITHDRAWN, "par_1"), *late, return_exceptions=True
    )
    assert all(result is None or isinstance(result, TranscriptDestroyed) for result in results[1:])
    assert await stored(memory) == 0


async def test_a_transcript_that_never_was_is_destroyed_too(memory: Memory, session: SessionId) -> None:
    receipt = await memory.destroy_transcript(session, Why.WITHDRAWN, "par_1")
    assert receipt.counts == {"segments": 0, "ledger_bodies": 0, "drafts": 0, "bytes": 0, "keys": 0}
    with pytest.raises(TranscriptDestroyed):
        await memory.transcripts.append(session, spoken(1))


async def test_after_new_consent_a_new_transcript_begins_with_a_new_life(
    memory: Memory, session: SessionId, clock: FrozenClock
) -> None:
    await fill(memory, session)
    first = await memory.destroy_transcript(session, Why.WITHDRAWN, "par_1")
    clock.advance(timedelta(days=1))
    await memory.transcripts.renew(session, "clinician")
    assert await memory.transcripts.read(session) == []
    await memory.transcripts.append(session, spoken(1, "agreed again"))
    assert await memory.transcripts.read(session) == [spoken(1, "agreed again")]
    status = await memory.retention_status(session)
    assert status.destroy_by == clock.now() + timedelta(days=7)
    second = await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
    assert second.id != first.id
    assert await memory.receipts.verify_all()


async def test_nothing_begins_again_after_the_signature(memory: Memory, session: SessionId) -> None:
    note = await memory.notes.save_draft(session, {"sections": []})
    await memory.notes.sign(note.id, Signing({"sections": []}, "Dr Ada", "PhD"), "clinician")
    with pytest.raises(AlreadySigned):
        await memory.transcripts.renew(session, "clinician")


async def test_the_countdown_warns_and_the_sweep_destroys_at_seven_days(
    memory: Memory, session: SessionId, clock: FrozenClock
) -> None:
    assert (await memory.retention_status(session)).state is TranscriptState.NONE
    born = clock.now()
    await fill(memory, session)
    status = await memory.retention_status(session)
    assert (status.destroy_by, status.seconds_left) == (born + timedelta(days=7), 7 * 86400.0)
    seen = []
    for _ in range(6):
        clock.advance(timedelta(days=1))
        assert await memory.sweep() == []
        seen.append((await memory.retention_status(session)).warning.value)
    assert seen == ["none", "none", "none", "none", "day5", "day6"]
    clock.advance(timedelta(days=1))
    assert (await memory.retention_status(session)).seconds_left == 0.0
    (receipt,) = await memory.sweep()
    assert (receipt.why, receipt.session, receipt.actor) == (Why.EXPIRED, session, "system")
    assert await memory.sweep() == []


async def test_expiry_keeps_the_draft(memory: Memory, session: SessionId, clock: FrozenClock) -> None:
    await fill(memory, session)
    draft = await memory.notes.save_draft(session, {"sections": [{"title": "Plan"}]})
    clock.advance(timedelta(days=8))
    await memory.sweep()
    assert (await memory.notes.read(session)).content == draft.content


async def test_a_clock_set_back_never_prolongs_a_life(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await fill(memory, session)
        clock.advance(timedelta(days=4))
        clock.set_wall(clock.now() - timedelta(days=300))
        left = (await memory.retention_status(session)).seconds_left
        assert left == 3 * 86400.0
        assert (await memory.retention_status(session)).destroy_by == clock.now() + timedelta(days=3)
    clock.set_wall(clock.now() - timedelta(days=100))
    async with Memory.open(settings, clock) as memory:
        clock.advance(timedelta(days=2.9))
        assert await memory.sweep() == []
        clock.advance(timedelta(days=0.1))
        assert [receipt.why for receipt in await memory.sweep()] == [Why.EXPIRED]


async def test_a_transcript_expired_while_stopped_is_destroyed_at_open(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await fill(memory, session)
    clock.advance(timedelta(days=7))
    async with Memory.open(settings, clock) as memory:
        assert await memory.transcripts.state(session) is TranscriptState.DESTROYED


async def test_a_shorter_life_takes_hold_of_what_is_there(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await fill(memory, session)
    clock.advance(timedelta(days=1))
    shorter = replace(settings, transcript_days=0.5)
    async with Memory.open(shorter, clock) as memory:
        assert (await memory.receipts.list(LOCAL))[0].policy == "retention-1/43200s"
        assert await memory.transcripts.state(session) is TranscriptState.DESTROYED


async def test_the_sweeper_goes_on_after_a_failure(
    memory: Memory, session: SessionId, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(memory, session)
    settle, failures = Database.settle, 0

    async def busy_twice(database: Database) -> None:
        nonlocal failures
        failures += 1
        if failures <= 2:
            raise StoreUnavailable("busy")
        await settle(database)

    concluded, conclude = asyncio.Event(), memory._destruction.conclude

    async def concluding(intent: Any, *, files_searched: bool) -> Receipt:
        receipt = await conclude(intent, files_searched=files_searched)
        concluded.set()
        return receipt

    monkeypatch.setattr(memory._destruction, "conclude", concluding)
    monkeypatch.setattr(Database, "settle", busy_twice)
    clock.advance(timedelta(days=7))
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        sweeping = group.create_task(memory.sweep_forever(0.01))
        await concluded.wait()
        sweeping.cancel()
    assert failures > 2
    assert len(await memory.receipts.list(LOCAL, session)) == 1


async def test_a_failed_sweep_still_destroys_the_rest(
    memory: Memory, session: SessionId, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = (await memory.sessions.create(NewSession(client="Bo"))).id
    await fill(memory, session)
    await fill(memory, other)
    clock.advance(timedelta(days=7))
    erase = memory._destruction.erase_keys

    async def refuse_one(intent: Any) -> None:
        if intent.session == session:
            raise StoreUnavailable("busy")
        await erase(intent)

    with monkeypatch.context() as patch:
        patch.setattr(memory._destruction, "erase_keys", refuse_one)
        with pytest.raises(StoreUnavailable):
            await memory.sweep()
    assert await memory.transcripts.state(other) is TranscriptState.DESTROYED
    assert await memory.transcripts.state(session) is TranscriptState.DESTROYING
    assert [receipt.session for receipt in await memory.sweep()] == [session]
