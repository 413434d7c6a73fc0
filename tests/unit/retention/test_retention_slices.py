"""Many sealed rows are read a few at a time, and nothing is given out that was destroyed meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from retention import (
    LOCAL,
    FrozenClock,
    Memory,
    NewSession,
    NoteStatus,
    NotFound,
    PracticeId,
    SessionId,
    Signing,
    TranscriptDestroyed,
    TranscriptState,
    Why,
    transcripts,
)
from retention.slices import SLICE, in_slices


def spoken(number: int) -> dict[str, Any]:
    return {"id": f"seg_{number}", "start": float(number), "end": number + 0.9, "text": "and then"}


async def test_between_slices_everybody_else_has_a_turn() -> None:
    done: list[int] = []
    turns: list[int] = []

    def read(row: int) -> int:
        done.append(row)
        return row * 2

    async def other() -> None:
        while len(done) < 100:
            turns.append(len(done))
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(other())
        assert await in_slices(range(100), read, 10) == [row * 2 for row in range(100)]
    assert turns == list(range(0, 100, 10)) or turns == list(range(10, 100, 10))


async def test_an_empty_list_needs_no_turn() -> None:
    assert await in_slices([], str) == []


async def _during(
    memory: Memory, session: SessionId, monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any]
) -> list[dict[str, Any]]:
    """Reads the transcript while `act` happens once, when the rows are opened but not yet given out."""
    pending = [act]

    async def interrupted(rows: Any, read: Any) -> list[Any]:
        found = await in_slices(rows, read)
        if pending:
            await pending.pop()()
        return found

    monkeypatch.setattr(transcripts, "in_slices", interrupted)
    return await memory.transcripts.read(session)


async def test_a_passage_struck_during_the_reading_is_not_given_out(
    memory: Memory, session: SessionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        await memory.transcripts.append(session, spoken(number))
    strike = lambda: memory.transcripts.strike(session, ["seg_1"], "clinician")  # noqa: E731
    assert [one["id"] for one in await _during(memory, session, monkeypatch, strike)] == ["seg_0", "seg_2"]


async def test_a_transcript_destroyed_during_the_reading_is_not_given_out(
    memory: Memory, session: SessionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    await memory.transcripts.append(session, spoken(0))
    destroy = lambda: memory.destroy_transcript(session, Why.REQUESTED, "clinician")  # noqa: E731
    with pytest.raises(TranscriptDestroyed):
        await _during(memory, session, monkeypatch, destroy)


async def test_sessions_are_listed_page_by_page(memory: Memory, clock: FrozenClock) -> None:
    made = []
    for number in range(5):
        made.append((await memory.sessions.create(NewSession(client=f"Client {number}"))).id)
        clock.advance(seconds=number % 2)  # some are created in the same moment
    everything = [record.id for record in await memory.sessions.list(LOCAL)]
    assert sorted(everything) == sorted(made)
    pages: list[SessionId] = []
    while page := await memory.sessions.list(LOCAL, limit=2, after=pages[-1] if pages else None):
        assert len(page) <= 2
        pages += [record.id for record in page]
    assert pages == everything
    with pytest.raises(NotFound):
        await memory.sessions.list(PracticeId("elsewhere"), after=made[0])


async def test_many_sessions_statuses_are_those_of_each(memory: Memory, clock: FrozenClock) -> None:
    kept = [(await memory.sessions.create(NewSession(client="A"))).id for _ in range(3)]
    await memory.transcripts.append(kept[0], spoken(0))
    await memory.transcripts.append(kept[1], spoken(0))
    await memory.destroy_transcript(kept[1], Why.REQUESTED, "clinician")
    clock.advance(seconds=timedelta(days=5, hours=1).total_seconds())
    found = await memory.retention_statuses(kept)
    assert found == {session: await memory.retention_status(session) for session in kept}
    states = [found[session].state for session in kept]
    assert states == [TranscriptState.LIVING, TranscriptState.DESTROYED, TranscriptState.NONE]


async def test_where_notes_stand_is_known_without_opening_them(memory: Memory, session: SessionId) -> None:
    other = (await memory.sessions.create(NewSession(client="B"))).id
    assert await memory.notes.standings([session, other]) == {}
    note = await memory.notes.save_draft(session, {"sections": []})
    draft = (await memory.notes.standings([session, other]))[session]
    assert (draft.id, draft.status, draft.version) == (note.id, NoteStatus.DRAFT, 1)
    await memory.notes.sign(note.id, Signing({"sections": []}, "Ada", "PhD"), "clinician")
    await memory._ground.keys.erase([f"note:{note.id}:signed"])  # what can't be opened is not opened
    assert (await memory.notes.standings([session]))[session].status is NoteStatus.SIGNED


def test_a_slice_is_small() -> None:
    assert 1 <= SLICE <= 50
