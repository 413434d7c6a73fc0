"""What follows a signed note: signed, in order, never undone, never unlocking it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from retention import (
    MOST_TEXT,
    AdditionKind,
    BadInput,
    Forbidden,
    FrozenClock,
    Memory,
    NewAddition,
    NewSession,
    NoteId,
    NotFound,
    NotSigned,
    SessionId,
    Signing,
)
from retention.schema import additions
from tests.support.cluster_memory import BOTH

FORMS = BOTH
SIGNED = {"format": "soap", "text": "Client reported poor sleep."}
ADDENDUM = NewAddition(AdditionKind.ADDENDUM, "Dr. Elena Brooks", "PhD", "Client called: sleeping better.")


async def signed_note(memory: Memory, session: SessionId) -> NoteId:
    draft = await memory.notes.save_draft(session, SIGNED)
    signing = Signing(SIGNED, "Dr. Elena Brooks", "PhD")
    return (await memory.notes.sign(draft.id, signing, "clinician")).record.id


async def add(
    memory: Memory, note: NoteId, kind: AdditionKind, text: str, name: str = "Dr. Elena Brooks"
) -> Any:
    return await memory.notes.add(note, NewAddition(kind, name, "PhD", text), "clinician")


async def test_additions_follow_the_note_and_leave_it_as_it_was(
    memory: Memory, session: SessionId, clock: FrozenClock
) -> None:
    note = await signed_note(memory, session)
    before = await memory.notes.read(note)
    for kind, text in (
        (AdditionKind.ADDENDUM, "Client called."),
        (AdditionKind.CORRECTION, "It was the left knee."),
        (AdditionKind.LATE_ENTRY, "A safety plan was handed over."),
        (AdditionKind.COSIGNATURE, ""),
    ):
        clock.advance(seconds=60)
        await add(memory, note, kind, text, "Dr. Ruth Long" if kind is AdditionKind.COSIGNATURE else "Dr. B")
        assert await memory.notes.verify(note)
    after = await memory.notes.read(note)
    assert (after.content, after.signature, after.version) == (
        before.content,
        before.signature,
        before.version,
    )
    assert [(one.position, one.kind.value, one.text) for one in after.additions] == [
        (1, "addendum", "Client called."),
        (2, "correction", "It was the left knee."),
        (3, "late_entry", "A safety plan was handed over."),
        (4, "cosignature", ""),
    ]
    assert [one.previous for one in after.additions[1:]] == [one.link for one in after.additions[:-1]]
    assert after.additions[0].signature.at < after.additions[-1].signature.at
    entries = [line.entry.action for line in await memory.audit.read(subject=note)]
    assert entries == [
        "note.signed",
        "note.addendum",
        "note.correction",
        "note.late_entry",
        "note.cosignature",
    ]


async def test_a_draft_and_an_unknown_note_have_none(memory: Memory, session: SessionId) -> None:
    with pytest.raises(NotFound):
        await memory.notes.add(NoteId("not_unknown"), ADDENDUM, "clinician")
    draft = await memory.notes.save_draft(session, SIGNED)
    with pytest.raises(NotSigned):
        await memory.notes.add(draft.id, ADDENDUM, "clinician")
    assert (await memory.notes.read(draft.id)).additions == ()


async def test_of_many_at_once_each_gets_its_place(memory: Memory, session: SessionId) -> None:
    note = await signed_note(memory, session)
    await asyncio.gather(*(add(memory, note, AdditionKind.ADDENDUM, f"number {n}") for n in range(8)))
    added = (await memory.notes.read(note)).additions
    assert [one.position for one in added] == [*range(1, 9)]
    assert {one.text for one in added} == {f"number {n}" for n in range(8)}
    assert await memory.notes.verify(note)


async def test_a_cosignature_is_by_somebody_else_and_once_by_each(memory: Memory, session: SessionId) -> None:
    note = await signed_note(memory, session)
    for same in ("Dr. Elena Brooks", " dr.  elena BROOKS "):
        with pytest.raises(Forbidden):
            await add(memory, note, AdditionKind.COSIGNATURE, "", same)
    await add(memory, note, AdditionKind.COSIGNATURE, "Agreed.", "Dr. Ruth Long")
    with pytest.raises(Forbidden):
        await add(memory, note, AdditionKind.COSIGNATURE, "", "Dr. Ruth Long")
    assert len((await memory.notes.read(note)).additions) == 1


@pytest.mark.parametrize(
    ("name", "credential", "text"),
    [
        ("", "PhD", "words"),
        ("Dr. B", " ", "words"),
        ("Dr. B", "PhD", "  "),
        ("Dr. B", "PhD", "x" * (MOST_TEXT + 1)),
    ],
)
def test_what_lacks_a_signer_or_words_or_has_too_many_is_refused(
    name: str, credential: str, text: str
) -> None:
    with pytest.raises(BadInput):
        NewAddition(AdditionKind.ADDENDUM, name, credential, text)


def test_the_longest_is_taken() -> None:
    assert len(NewAddition(AdditionKind.ADDENDUM, "Dr. B", "PhD", "x" * MOST_TEXT).text) == MOST_TEXT


async def test_taking_one_out_or_moving_it_is_found(memory: Memory, session: SessionId) -> None:
    note = await signed_note(memory, session)
    for number in range(3):
        await add(memory, note, AdditionKind.ADDENDUM, f"number {number}")
    database = memory._ground.store.database
    async with database.write() as connection:
        kept = (await connection.execute(select(additions).order_by(additions.c.position))).all()
        await connection.execute(delete(additions).where(additions.c.position == 3))
    assert not await memory.notes.verify(note)  # the last one is missed by the audit chain
    async with database.write() as connection:
        await connection.execute(
            update(additions).where(additions.c.position == 2).values(sealed=kept[0].sealed)
        )
    with pytest.raises(Exception, match="altered or moved"):
        await memory.notes.verify(note)


async def test_they_are_sealed_and_shown_by_no_repr(memory: Memory, session: SessionId) -> None:
    note = await signed_note(memory, session)
    record = await memory.notes.add(note, ADDENDUM, "clinician")
    for shown in (repr(record), repr(record.additions[0]), repr(ADDENDUM)):
        assert "sleeping better" not in shown
        assert "Elena" not in shown
    async with memory._ground.store.read() as connection:
        rows = (await connection.execute(select(additions))).all()
    assert b"sleeping" not in b"".join(bytes(row.sealed) for row in rows)


async def test_another_notes_additions_are_not_among_them(memory: Memory, session: SessionId) -> None:
    one = await signed_note(memory, session)
    other = await signed_note(memory, (await memory.sessions.create(NewSession(client="Bob"))).id)
    await add(memory, one, AdditionKind.ADDENDUM, "of one")
    await add(memory, other, AdditionKind.ADDENDUM, "of the other")
    assert [added.text for added in (await memory.notes.read(one)).additions] == ["of one"]
    assert await memory.notes.verify(one)
    assert await memory.notes.verify(other)
