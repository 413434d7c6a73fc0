"""Legal holds: two people, off by default, nothing destroyed while one is in force, all of it afterwards."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from retention import (
    LOCAL,
    BadInput,
    Forbidden,
    FrozenClock,
    HoldState,
    LegallyHeld,
    Memory,
    NewSession,
    NoteStatus,
    NotFound,
    RetentionPolicy,
    RetentionSettings,
    RetentionWarning,
    SessionId,
    Signing,
    StaleVersion,
    TranscriptDestroyed,
    TranscriptFacts,
    TranscriptState,
    Why,
    decide,
)
from retention.policy import Destroy, Keep
from retention.schema import holds
from tests.support.cluster_memory import BOTH, kept_keys

FORMS = BOTH
CLINICIAN, OPERATOR = "clinician", "operator"
LONG = timedelta(days=400)


@pytest.fixture
async def allowed(settings: RetentionSettings, clock: FrozenClock) -> AsyncIterator[Memory]:
    async with Memory.open(replace(settings, legal_hold=True), clock) as opened:
        yield opened


async def spoken(memory: Memory) -> SessionId:
    session = (await memory.sessions.create(NewSession(client="Ada"))).id
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    return session


async def held(memory: Memory) -> SessionId:
    session = await spoken(memory)
    await memory.holds.place(session, "case-7", CLINICIAN)
    await memory.holds.place(session, "case-7", OPERATOR)
    return session


async def released(memory: Memory, session: SessionId) -> None:
    await memory.holds.release(session, CLINICIAN)
    assert await memory.holds.release(session, OPERATOR) is None


@given(st.booleans(), st.booleans(), st.booleans(), st.floats(0, 1000))
def test_a_hold_keeps_whatever_else_holds(
    signed: bool, withdrawn: bool, requested: bool, days: float
) -> None:
    born = FrozenClock().now()
    facts = TranscriptFacts(born, signed=signed, withdrawn=withdrawn, requested=requested, held=True)
    verdict = decide(RetentionPolicy(), facts, born + timedelta(days=days))
    assert verdict == Keep(None, RetentionWarning.HELD)
    gone = replace(facts, key_gone=True)
    assert isinstance(decide(RetentionPolicy(), gone, born + timedelta(days=days)), Destroy)


async def test_it_is_off_by_default(memory: Memory, session: SessionId) -> None:
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    with pytest.raises(Forbidden):
        await memory.holds.place(session, "case-7", CLINICIAN)
    assert await memory.holds.list() == []


async def test_one_person_holds_nothing_however_often(allowed: Memory, clock: FrozenClock) -> None:
    session = await spoken(allowed)
    for _ in range(3):
        hold = await allowed.holds.place(session, "case-7", CLINICIAN)
        assert (hold.state, hold.in_force) == (HoldState.ASKED, False)
    assert (await allowed.retention_status(session)).warning is RetentionWarning.NONE
    clock.advance(timedelta(days=7))
    (receipt,) = await allowed.sweep()
    assert receipt.why is Why.EXPIRED


async def test_two_people_keep_it_beyond_its_time_in_everybodys_sight(
    allowed: Memory, clock: FrozenClock
) -> None:
    session = await held(allowed)
    clock.advance(LONG)
    assert await allowed.sweep() == []
    assert (await allowed.transcripts.read(session))[0]["text"] == "words"
    status = await allowed.retention_status(session)
    assert (status.warning, status.destroy_by, status.seconds_left) == (RetentionWarning.HELD, None, None)
    assert (await allowed.retention_statuses([session]))[session] == status
    (hold,) = await allowed.holds.list()
    assert (hold.reason, hold.asked_by, hold.held_by) == ("case-7", CLINICIAN, OPERATOR)
    assert await allowed.holds.of(session) == hold
    await released(allowed, session)
    (receipt,) = await allowed.sweep()
    assert receipt.why is Why.EXPIRED
    actions = [line.entry.action for line in await allowed.audit.read(LOCAL, subject=session)]
    assert [action for action in actions if action.startswith("hold.")] == [
        "hold.asked",
        "hold.placed",
        "hold.release_asked",
        "hold.released",
    ]


async def test_one_person_ends_nothing_and_the_other_may_object(allowed: Memory) -> None:
    session = await held(allowed)
    for _ in range(2):
        hold = await allowed.holds.release(session, CLINICIAN)
        assert hold is not None
        assert (hold.state, hold.in_force) == (HoldState.RELEASE_ASKED, True)
    assert (await allowed.holds.place(session, "case-7", OPERATOR)).state is HoldState.HELD
    assert (await allowed.holds.release(session, OPERATOR)) is not None
    assert await allowed.holds.release(session, CLINICIAN) is None
    with pytest.raises(NotFound):
        await allowed.holds.release(session, CLINICIAN)


async def test_a_signature_stands_and_the_transcript_goes_when_the_hold_ends(allowed: Memory) -> None:
    session = await held(allowed)
    draft = await allowed.notes.save_draft(session, {"text": "draft"})
    signed = await allowed.notes.sign(draft.id, Signing({"text": "final"}, "Dr Ada", "PhD"), CLINICIAN)
    assert (signed.record.status, signed.receipt) == (NoteStatus.SIGNED, None)
    assert await allowed.notes.verify(draft.id)
    assert len(await allowed.transcripts.read(session)) == 1
    assert await allowed.sweep() == []
    await released(allowed, session)
    (receipt,) = await allowed.receipts.list(LOCAL, session)
    assert (receipt.why, receipt.actor, receipt.counts["keys"]) == (Why.SIGNED, CLINICIAN, 2)
    with pytest.raises(TranscriptDestroyed):
        await allowed.transcripts.read(session)
    assert list(await kept_keys(allowed, "note:")) == [f"note:{draft.id}:signed"]
    assert await kept_keys(allowed, "transcript:") == {}


async def test_a_request_and_a_withdrawal_are_owed_and_the_first_is_named(allowed: Memory) -> None:
    session = await held(allowed)
    for why, actor in ((Why.WITHDRAWN, "par_1"), (Why.REQUESTED, CLINICIAN)):
        with pytest.raises(LegallyHeld):
            await allowed.destroy_transcript(session, why, actor)
    hold = await allowed.holds.of(session)
    assert hold is not None
    assert hold.owed is Why.WITHDRAWN
    assert len(await allowed.transcripts.read(session)) == 1
    await released(allowed, session)
    (receipt,) = await allowed.receipts.list(LOCAL, session)
    assert (receipt.why, receipt.actor) == (Why.WITHDRAWN, "par_1")


async def test_a_withdrawn_draft_is_changed_at_once_and_what_it_held_goes_with_the_hold(
    allowed: Memory,
) -> None:
    session = await held(allowed)
    draft = await allowed.notes.save_draft(session, {"text": "from the words"})
    with pytest.raises(LegallyHeld):
        await allowed.notes.withdraw(session, {"text": ""}, draft.version, Why.WITHDRAWN, "par_1")
    assert (await allowed.notes.read(session)).content == {"text": ""}
    assert len(await kept_keys(allowed, "note:")) == 2
    await released(allowed, session)
    assert len(await kept_keys(allowed, "note:")) == 1
    (receipt,) = await allowed.receipts.list(LOCAL, session)
    assert (receipt.counts["drafts"], receipt.counts["keys"]) == (1, 2)
    assert receipt.counts["bytes"] > 2 * len("from the words")


async def test_an_older_hold_that_named_the_drafts_keys_alone_ends_as_well(allowed: Memory) -> None:
    session = await held(allowed)
    draft = await allowed.notes.save_draft(session, {"text": "from the words"})
    with pytest.raises(LegallyHeld):
        await allowed.notes.withdraw(session, {"text": ""}, draft.version, Why.WITHDRAWN, "par_1")
    async with allowed._ground.store.write() as connection:
        await connection.execute(update(holds).values(owed_keys=json.dumps([f"note:{draft.id}:draft"])))
    await released(allowed, session)
    assert len(await kept_keys(allowed, "note:")) == 1
    (receipt,) = await allowed.receipts.list(LOCAL, session)
    assert receipt.counts["drafts"] == 1


async def test_nothing_is_struck_under_a_hold(allowed: Memory) -> None:
    session = await held(allowed)
    with pytest.raises(LegallyHeld):
        await allowed.transcripts.strike(session, ["seg_1"], CLINICIAN)
    assert len(await allowed.transcripts.read(session)) == 1


async def test_a_hold_outlives_restarts_and_the_switch(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(replace(settings, legal_hold=True), clock) as memory:
        session = await held(memory)
    clock.advance(LONG)
    async with Memory.open(settings, clock) as memory:
        assert await memory.transcripts.state(session) is TranscriptState.LIVING
        with pytest.raises(Forbidden):
            await memory.holds.place(await spoken(memory), "case-8", CLINICIAN)
        await released(memory, session)
    async with Memory.open(settings, clock) as memory:
        assert await memory.transcripts.state(session) is TranscriptState.DESTROYED


async def test_only_a_living_transcript_is_held_and_a_reason_is_a_code(allowed: Memory) -> None:
    empty = (await allowed.sessions.create(NewSession(client="Bo"))).id
    with pytest.raises(NotFound):
        await allowed.holds.place(empty, "case-7", CLINICIAN)
    with pytest.raises(NotFound):
        await allowed.holds.place(SessionId("ses_unknown"), "case-7", CLINICIAN)
    gone = await spoken(allowed)
    await allowed.destroy_transcript(gone, Why.REQUESTED, CLINICIAN)
    with pytest.raises(TranscriptDestroyed):
        await allowed.holds.place(gone, "case-7", CLINICIAN)
    with pytest.raises(BadInput):
        await allowed.holds.place(await spoken(allowed), "because of Mr. Smith", CLINICIAN)


async def test_a_hold_that_was_asked_for_ends_with_its_transcript(allowed: Memory) -> None:
    session = await spoken(allowed)
    await allowed.holds.place(session, "case-7", CLINICIAN)
    await allowed.destroy_transcript(session, Why.REQUESTED, CLINICIAN)
    assert await allowed.holds.of(session) is None
    with pytest.raises(TranscriptDestroyed):
        await allowed.holds.place(session, "case-7", OPERATOR)
    actions = [line.entry.action for line in await allowed.audit.read(LOCAL, subject=session)]
    assert "hold.ended" in actions


async def test_a_held_transcript_whose_key_is_gone_takes_what_was_owed_along(allowed: Memory) -> None:
    session = await held(allowed)
    draft = await allowed.notes.save_draft(session, {"text": "from the words"})
    with pytest.raises(LegallyHeld):
        await allowed.notes.withdraw(session, {"text": ""}, draft.version, Why.WITHDRAWN, "par_1")
    await allowed._ground.keys.erase(list(await kept_keys(allowed, "transcript:")))
    (receipt,) = await allowed.sweep()
    assert receipt.why is Why.KEY_GONE
    assert await allowed.holds.of(session) is None
    assert len(await kept_keys(allowed, "note:")) == 1


async def test_what_is_owed_is_on_record_once_and_keeps_the_time_it_was_asked_for(
    allowed: Memory, clock: FrozenClock
) -> None:
    session = await held(allowed)
    asked = clock.now()
    for why in (Why.WITHDRAWN, Why.WITHDRAWN, Why.REQUESTED):
        with pytest.raises(LegallyHeld):
            await allowed.destroy_transcript(session, why, "par_1")
        clock.advance(timedelta(days=30))
    lines = await allowed.audit.read(LOCAL, subject=session)
    owed = [line.entry.purpose for line in lines if line.entry.action == "transcript.owed"]
    assert owed == ["withdrawn", "requested"]
    await released(allowed, session)
    (receipt,) = await allowed.receipts.list(LOCAL, session)
    assert receipt.requested_at == asked
    assert receipt.destroyed_at > asked + timedelta(days=80)


async def test_an_end_that_was_decided_on_another_state_changes_nothing(allowed: Memory) -> None:
    session = await held(allowed)
    await allowed.holds.release(session, OPERATOR)
    with pytest.raises(StaleVersion):
        await allowed.holds.release(session, CLINICIAN, HoldState.HELD)
    hold = await allowed.holds.of(session)
    assert hold is not None
    assert hold.state is HoldState.RELEASE_ASKED


async def test_words_go_on_being_kept_under_a_hold(allowed: Memory) -> None:
    session = await held(allowed)
    await allowed.transcripts.append(session, {"id": "seg_2", "text": "more"})
    assert len(await allowed.transcripts.read(session)) == 2
