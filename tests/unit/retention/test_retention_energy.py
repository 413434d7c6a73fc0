"""The energy log: sums by stage and by remote model, over any span of time, on both forms of the memory."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, text

from retention import (
    LOCAL,
    BadInput,
    FrozenClock,
    Memory,
    NewSession,
    NotFound,
    PracticeId,
    RemoteTotal,
    RetentionSettings,
    SessionId,
    Signing,
)
from retention.database import Database
from retention.migrate import _scripts, newest_revision
from tests.support.cluster_memory import BOTH
from tests.support.older_records import without_clients

FORMS = BOTH
NOWHERE = SessionId("ses_nowhere")
OURS = "m0005"
NOTE = {"format": "soap", "sections": [{"title": "Plan", "sentences": []}]}


def answer(model: str = "big/model-70b", tokens: int = 100) -> RemoteTotal:
    return RemoteTotal(model, 10 * tokens, tokens, 1.0, 2.0, 3.0)


async def test_measured_seconds_are_summed_beside_the_others(memory: Memory, session: SessionId) -> None:
    await memory.energy.add(session, "recognition", 2.0, 1.0, 2.0, 3.0, 2.0)
    await memory.energy.add(session, "recognition", 1.0, 1.0, 2.0, 3.0)
    (total,) = await memory.energy.totals(session)
    assert total.cpu_seconds == pytest.approx(3.0)
    assert total.measured_seconds == pytest.approx(2.0)
    assert total.joules_high == pytest.approx(6.0)


async def test_answers_are_summed_by_model(memory: Memory, session: SessionId) -> None:
    for told in (answer(), answer(tokens=50), answer("small/model")):
        await memory.energy.add_answer(session, told)
    big, small = (await memory.energy.of(session)).remote
    assert (big.model, big.prompt_tokens, big.answer_tokens) == ("big/model-70b", 1500, 150)
    assert big.joules_mid == pytest.approx(4.0)
    assert (small.model, small.answer_tokens) == ("small/model", 100)


async def test_a_session_that_used_nothing_is_there_all_the_same(memory: Memory, session: SessionId) -> None:
    used = await memory.energy.of(session)
    assert (used.stages, used.remote, used.note, used.signed_at) == ((), (), None, None)
    assert await memory.energy.between(LOCAL) == [used]


async def test_unknown_sessions_and_sentences_are_refused(memory: Memory, session: SessionId) -> None:
    with pytest.raises(NotFound):
        await memory.energy.add_answer(NOWHERE, answer())
    with pytest.raises(NotFound):
        await memory.energy.of(NOWHERE)
    with pytest.raises(BadInput):
        await memory.energy.add_answer(session, answer("a model named like a sentence"))
    with pytest.raises(BadInput):
        await memory.energy.add(session, "two words", 1.0, 1.0, 1.0, 1.0)


async def test_a_span_of_time_takes_its_ends_in_and_leaves_the_rest(
    memory: Memory, clock: FrozenClock
) -> None:
    made = []
    for _ in range(3):
        made.append((await memory.sessions.create(NewSession(client="Ada"))).id)
        clock.advance(timedelta(days=1))
    first, second, third = [one.at for one in await memory.energy.between(LOCAL)]

    async def found(**span: object) -> list[SessionId]:
        return [one.session for one in await memory.energy.between(LOCAL, **span)]  # type: ignore[arg-type]

    assert await found() == made
    assert await found(since=second) == made[1:]
    assert await found(until=second) == made[:2]
    assert await found(since=first, until=first) == made[:1]
    assert await found(since=third + timedelta(seconds=1)) == []


async def test_a_call_counts_from_when_it_began(
    memory: Memory, clock: FrozenClock, session: SessionId
) -> None:
    clock.advance(timedelta(days=40))
    await memory.sessions.mark_started(session, clock.now())
    (used,) = await memory.energy.between(LOCAL)
    assert used.at == clock.now()


async def test_the_note_and_its_signature_stand_beside_the_figures(
    memory: Memory, clock: FrozenClock, session: SessionId
) -> None:
    kept = await memory.notes.save_draft(session, NOTE)
    assert (await memory.energy.of(session)).note == kept.id
    assert (await memory.energy.of(session)).signed_at is None
    await memory.notes.sign(kept.id, Signing(NOTE, "Dr Grey", "PsyD", (), kept.version), "clinician")
    assert (await memory.energy.of(session)).signed_at == clock.now()


async def test_another_practice_sees_nothing(memory: Memory, session: SessionId) -> None:
    await memory.energy.add(session, "recognition", 1.0, 1.0, 1.0, 1.0)
    assert await memory.energy.between(PracticeId("other")) == []


async def test_figures_of_an_older_version_are_taken_as_modelled(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    """A database from before there were measured seconds and remote answers is brought up to date."""
    if settings.database_url is not None:
        pytest.skip("the way back to the older tables is written for the file")
    async with Memory.open(settings, clock) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await memory.energy.add(session, "recognition", 1.5, 1.0, 2.0, 3.0, 1.5)
    database = Database.at_path(settings.database_path)
    before = _scripts("memory").get_revision(OURS).down_revision

    def older(connection: Connection) -> None:
        without_clients(connection)
        connection.execute(text("drop table remote_energy"))
        connection.execute(text("alter table energy drop column measured_seconds"))
        connection.execute(text("update alembic_version set version_num = :before"), {"before": before})

    async with database.write() as transaction:
        await transaction.run_sync(older)
    await database.close()
    async with Memory.open(settings, clock) as memory:
        (total,) = await memory.energy.totals(session)
        assert (total.cpu_seconds, total.joules_mid, total.measured_seconds) == (1.5, 2.0, 0.0)
        await memory.energy.add_answer(session, answer())
    assert newest_revision("memory") >= OURS
