"""Sessions, consents, tokens, settings and energy."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from retention import (
    LOCAL,
    BadInput,
    ConsentEntry,
    FrozenClock,
    Memory,
    NewSession,
    NotFound,
    ParticipantId,
    PracticeId,
    RetentionSettings,
    SessionId,
)
from tests.support.cluster_memory import BOTH

FORMS = BOTH
NOWHERE = SessionId("ses_nowhere")
LATER = datetime(2026, 2, 1, 9, 0, tzinfo=UTC)


async def test_a_session_comes_back_as_it_was_created(memory: Memory, clock: FrozenClock) -> None:
    new = NewSession(
        client="Ada Example",
        clients=("Ada Example", "Bo Example"),
        title="First visit",
        scheduled_for=LATER,
        planned_minutes=45,
        kind="couple",
        format="dap",
        details={"language": "en"},
    )
    created = await memory.sessions.create(new)
    assert created == await memory.sessions.get(LOCAL, created.id)
    assert (created.client, created.clients, created.title) == (new.client, new.clients, new.title)
    assert (created.kind, created.format, created.planned_minutes) == ("couple", "dap", 45)
    assert (created.scheduled_for, created.created_at) == (LATER, clock.now())
    assert created.details == {"language": "en"}
    assert (created.started_at, created.ended_at, created.participants) == (None, None, ())


async def test_a_record_shows_no_name(memory: Memory, session: SessionId) -> None:
    person = await memory.sessions.add_participant(session, "Heliotrope Example", "client")
    record = await memory.sessions.get(LOCAL, session)
    assert record.participants == (person,)
    assert "Heliotrope" not in repr(record)
    assert "Ada" not in repr(record)
    assert "Ada" not in repr(NewSession(client="Ada Example"))


async def test_sessions_are_listed_the_latest_first_and_by_practice(
    memory: Memory, clock: FrozenClock
) -> None:
    first = await memory.sessions.create(NewSession(client="A"))
    clock.advance(seconds=1)
    second = await memory.sessions.create(NewSession(client="B"))
    other = await memory.sessions.create(NewSession(client="C", practice=PracticeId("elsewhere")))
    assert [record.id for record in await memory.sessions.list(LOCAL)] == [second.id, first.id]
    assert [record.id for record in await memory.sessions.list(PracticeId("elsewhere"))] == [other.id]
    assert await memory.sessions.list(PracticeId("nowhere")) == []
    with pytest.raises(NotFound):
        await memory.sessions.get(LOCAL, other.id)


async def test_a_resumed_call_keeps_its_beginning_and_takes_its_last_end(
    memory: Memory, session: SessionId, clock: FrozenClock
) -> None:
    begun = clock.now()
    await memory.sessions.mark_started(session, begun)
    await memory.sessions.mark_ended(session, begun + timedelta(minutes=10), "network_lost")
    await memory.sessions.mark_started(session, begun + timedelta(minutes=11))
    await memory.sessions.mark_ended(session, begun + timedelta(minutes=50), "hang_up")
    record = await memory.sessions.get(LOCAL, session)
    assert record.started_at == begun
    assert record.ended_at == begun + timedelta(minutes=50)
    assert record.end_reason == "hang_up"


async def test_when_a_session_was_held_is_said_anew_and_on_record(memory: Memory, session: SessionId) -> None:
    before = await memory.sessions.get(LOCAL, session)
    said = replace(before, scheduled_for=LATER, details={"held_day": "2026-11-02"})
    await memory.sessions.set_times(said, "an-actor")
    after = await memory.sessions.get(LOCAL, session)
    assert after == said
    assert (after.client, after.title) == (before.client, before.title)
    entries = [line.entry for line in await memory.audit.read(LOCAL)]
    assert [(one.actor, one.subject) for one in entries if one.action == "session.times-changed"] == [
        ("an-actor", session)
    ]
    await memory.sessions.set_times(before)
    assert await memory.sessions.get(LOCAL, session) == before
    with pytest.raises(NotFound):
        await memory.sessions.set_times(replace(before, id=NOWHERE))


async def test_a_revoked_participant_stays_revoked(memory: Memory, session: SessionId) -> None:
    person = await memory.sessions.add_participant(session, "Bo", "client")
    assert not person.revoked
    for _ in range(2):
        await memory.sessions.revoke_participant(session, person.id)
    record = await memory.sessions.get(LOCAL, session)
    assert record.participants[0].revoked
    revocations = [
        line for line in await memory.audit.read(LOCAL) if line.entry.action == "participant.revoked"
    ]
    assert len(revocations) == 1


async def test_what_is_not_there_is_not_found(memory: Memory, session: SessionId) -> None:
    with pytest.raises(NotFound):
        await memory.sessions.mark_started(NOWHERE, LATER)
    with pytest.raises(NotFound):
        await memory.sessions.add_participant(NOWHERE, "Bo", "client")
    with pytest.raises(NotFound):
        await memory.sessions.revoke_participant(session, ParticipantId("par_nowhere"))
    with pytest.raises(NotFound):
        await memory.consents.of(NOWHERE)
    with pytest.raises(NotFound):
        await memory.energy.totals(NOWHERE)


async def test_a_name_in_a_clear_field_is_refused_without_repeating_it(
    memory: Memory, session: SessionId
) -> None:
    with pytest.raises(BadInput) as refusal:
        await memory.sessions.create(NewSession(client="Ada", kind="with Ada Example"))
    assert "Ada" not in str(refusal.value)
    with pytest.raises(BadInput):
        await memory.sessions.create(NewSession(client="  "))
    with pytest.raises(BadInput):
        await memory.sessions.add_participant(session, " ", "client")


async def test_every_decision_is_kept_in_order(
    memory: Memory, session: SessionId, clock: FrozenClock
) -> None:
    person = (await memory.sessions.add_participant(session, "Bo", "client")).id
    decisions = ["decline", "agree", "withdraw"]
    for decision in decisions:
        clock.advance(seconds=1)
        await memory.consents.record(ConsentEntry(session, person, "notes", decision, "v1", clock.now()))
    kept = await memory.consents.of(session)
    assert [entry.decision for entry in kept] == decisions
    assert kept[2].at == clock.now()
    actions = [line.entry.action for line in await memory.audit.read(LOCAL, subject=session)]
    assert actions[-3:] == ["consent.decline", "consent.agree", "consent.withdraw"]


async def test_a_revoked_token_is_refused_and_others_are_not(memory: Memory) -> None:
    for _ in range(2):
        await memory.tokens.revoke("jti-1", LATER)
    assert await memory.tokens.is_revoked("jti-1")
    assert not await memory.tokens.is_revoked("jti-2")


async def test_a_one_time_token_is_good_for_exactly_one_of_many_at_once(memory: Memory) -> None:
    answers = await asyncio.gather(*(memory.tokens.use_once("jti-1", LATER) for _ in range(10)))
    assert sorted(answers) == [False] * 9 + [True]
    assert not await memory.tokens.is_revoked("jti-1")


async def test_tokens_are_forgotten_long_after_they_expired(memory: Memory, clock: FrozenClock) -> None:
    await memory.tokens.use_once("jti-1", clock.now())
    clock.advance(timedelta(days=29))
    await memory.sweep()
    assert not await memory.tokens.use_once("jti-1", clock.now())
    clock.advance(timedelta(days=2))
    await memory.sweep()
    assert await memory.tokens.use_once("jti-1", clock.now())


async def test_settings_come_back_after_reopening(settings: RetentionSettings, clock: FrozenClock) -> None:
    async with Memory.open(settings, clock) as memory:
        assert await memory.settings.get("preferences") is None
        await memory.settings.put("preferences", {"name": "Dr Ada", "detail": "concise"})
        await memory.settings.put("preferences", {"name": "Dr Ada", "detail": "detailed"})
    async with Memory.open(settings, clock) as memory:
        assert await memory.settings.get("preferences") == {"name": "Dr Ada", "detail": "detailed"}
        assert await memory.settings.get("preferences", PracticeId("other")) is None


async def test_energy_is_summed_by_stage(memory: Memory, session: SessionId) -> None:
    await memory.energy.add(session, "recognition", 1.0, 2.0, 3.0, 4.0)
    await memory.energy.add(session, "recognition", 0.5, 1.0, 1.0, 1.0)
    await memory.energy.add(session, "masking", 0.1, 0.2, 0.3, 0.4)
    masking, recognition = await memory.energy.totals(session)
    assert (masking.stage, masking.joules_high) == ("masking", 0.4)
    assert recognition.cpu_seconds == pytest.approx(1.5)
    assert recognition.joules_mid == pytest.approx(4.0)
