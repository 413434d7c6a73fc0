"""A session's choices of masking live as long as its words and no longer."""

from __future__ import annotations

from io import BytesIO

import pytest
from sqlalchemy import func, select

from retention import (
    LOCAL,
    FrozenClock,
    Memory,
    NewSession,
    NotFound,
    RetentionSettings,
    SessionId,
    TranscriptDestroyed,
    Why,
)
from retention.schema import masking_choices
from tests.support.cluster_memory import BOTH
from tests.unit.retention.test_retention_transcripts import fill

FORMS = BOTH

PRIYA = {"surface": "heliotrope", "entity": "PERSON", "hidden": True}
HOPE = {"surface": "hope", "entity": "PERSON", "hidden": False}
"""A flower's name stands for a person's: it must be nowhere in the clear."""


async def rows(memory: Memory) -> int:
    async with memory._ground.store.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(masking_choices)) or 0)


async def test_choices_come_back_in_their_order_and_replace_each_other(
    memory: Memory, session: SessionId
) -> None:
    assert await memory.transcripts.choices(session) == []
    await memory.transcripts.choose(session, [PRIYA, HOPE])
    assert await memory.transcripts.choices(session) == [PRIYA, HOPE]
    await memory.transcripts.choose(session, [HOPE])
    assert await memory.transcripts.choices(session) == [HOPE]
    await memory.transcripts.choose(session, [])
    assert await memory.transcripts.choices(session) == []
    assert await rows(memory) == 0
    with pytest.raises(NotFound):
        await memory.transcripts.choose(SessionId("ses_nowhere"), [HOPE])


async def test_choices_outlive_a_restart(settings: RetentionSettings, clock: FrozenClock) -> None:
    async with Memory.open(settings, clock) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada Example"))).id
        await memory.transcripts.choose(session, [PRIYA])
    async with Memory.open(settings, clock) as again:
        assert await again.transcripts.choices(session) == [PRIYA]


async def test_destruction_takes_the_choices_along(memory: Memory, session: SessionId) -> None:
    await fill(memory, session, 1)
    before = (await memory.destroy_transcript(session, Why.REQUESTED, "clinician")).counts["bytes"]
    await memory.transcripts.renew(session, "clinician")
    await fill(memory, session, 1)
    await memory.transcripts.choose(session, [PRIYA])
    receipt = await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
    assert receipt.counts["bytes"] > before
    assert await rows(memory) == 0
    with pytest.raises(TranscriptDestroyed):
        await memory.transcripts.choices(session)
    with pytest.raises(TranscriptDestroyed):
        await memory.transcripts.choose(session, [HOPE])


async def test_a_strike_leaves_the_choices_that_are_named_and_seals_them_anew(
    memory: Memory, session: SessionId
) -> None:
    await fill(memory, session)
    await memory.transcripts.choose(session, [PRIYA, HOPE])
    await memory.transcripts.strike(session, ["seg_0"], "clinician")
    assert await memory.transcripts.choices(session) == [PRIYA, HOPE]
    await memory.transcripts.strike(session, ["seg_1"], "clinician", [HOPE])
    assert await memory.transcripts.choices(session) == [HOPE]
    await memory.transcripts.strike(session, ["seg_2"], "clinician", [])
    assert await rows(memory) == 0


async def test_a_change_is_on_record_by_its_number_alone(memory: Memory, session: SessionId) -> None:
    await memory.transcripts.choose(session, [PRIYA, HOPE], "clinician")
    (line,) = [
        one.entry for one in await memory.audit.read(LOCAL) if one.entry.action == "transcript.masking_chosen"
    ]
    assert (line.actor, line.subject, line.purpose) == ("clinician", session, "treatment")
    assert line.counts == {"choices": 2}


async def test_a_backup_leaves_the_choices_out(memory: Memory, session: SessionId) -> None:
    await memory.transcripts.choose(session, [PRIYA])
    backup = await memory.back_up(BytesIO())
    assert "masking_choices" not in backup.rows


async def test_what_is_stored_is_sealed(memory: Memory, session: SessionId) -> None:
    await memory.transcripts.choose(session, [PRIYA])
    async with memory._ground.store.read() as connection:
        sealed = await connection.scalar(select(masking_choices.c.sealed))
    assert sealed is not None
    assert b"heliotrope" not in bytes(sealed)
