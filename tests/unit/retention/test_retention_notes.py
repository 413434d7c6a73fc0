"""Notes: versions, the signature, and what it sets off."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import Table, func, select

from retention import (
    LOCAL,
    AlreadySigned,
    BadInput,
    FrozenClock,
    KeyUnavailable,
    Memory,
    NewSession,
    NoteId,
    NotFound,
    Receipt,
    RetentionSettings,
    SessionId,
    SignedNote,
    Signing,
    StaleVersion,
    TranscriptState,
    Why,
    content_hash,
)
from retention.schema import KEYS, notes, segments
from tests.support.cluster_memory import BOTH, kept_keys

FORMS = BOTH

CONTENT: dict[str, Any] = {"format": "soap", "sections": [{"title": "Plan", "sentences": []}]}


def signing(**changed: Any) -> Signing:
    fields: dict[str, Any] = {"content": CONTENT, "name": "Dr Ada Example", "credential": "PhD"}
    return Signing(**fields | changed)


def receipt_of(signed: SignedNote) -> Receipt:
    """What the destroying at the signature left."""
    assert signed.receipt is not None
    return signed.receipt


async def sealed_bytes(memory: Memory, session: SessionId, table: Table) -> int:
    """What a session's rows of a table hold sealed."""
    query = select(func.sum(func.length(table.c.sealed))).where(table.c.session == session)
    async with memory._ground.store.read() as connection:
        return int(await connection.scalar(query) or 0)


async def key_names(memory: Memory) -> set[str]:
    return set(await kept_keys(memory))


async def test_a_draft_is_kept_version_by_version(memory: Memory, session: SessionId) -> None:
    first = await memory.notes.save_draft(session, CONTENT)
    second = await memory.notes.save_draft(session, CONTENT | {"format": "dap"}, expected_version=1)
    assert (first.version, second.version, first.id) == (1, 2, second.id)
    assert await memory.notes.read(second.id) == await memory.notes.read(session) == second
    assert second.content["format"] == "dap"
    assert (second.status, second.signature) == ("draft", None)
    assert "soap" not in repr(first)


async def test_a_stale_save_changes_nothing(memory: Memory, session: SessionId) -> None:
    await memory.notes.save_draft(session, CONTENT)
    await memory.notes.save_draft(session, CONTENT, expected_version=1)
    with pytest.raises(StaleVersion):
        await memory.notes.save_draft(session, {"lost": True}, expected_version=1)
    assert (await memory.notes.read(session)).content == CONTENT


async def test_of_two_saves_at_once_on_one_version_one_is_stale(memory: Memory, session: SessionId) -> None:
    await memory.notes.save_draft(session, CONTENT)
    results = await asyncio.gather(
        *(memory.notes.save_draft(session, {"by": number}, expected_version=1) for number in range(4)),
        return_exceptions=True,
    )
    assert sum(isinstance(result, StaleVersion) for result in results) == 3


async def test_what_is_not_there_is_not_found(memory: Memory, session: SessionId) -> None:
    with pytest.raises(NotFound):
        await memory.notes.read(session)
    with pytest.raises(NotFound):
        await memory.notes.sign(NoteId("not_nowhere"), signing(), "clinician")
    with pytest.raises(NotFound):
        await memory.notes.save_draft(SessionId("ses_nowhere"), CONTENT)


async def test_signing_locks_the_note_and_destroys_the_transcript(
    memory: Memory, session: SessionId, clock: FrozenClock
) -> None:
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    await memory.ledger.append(session, {"processor": "local", "body": {"prompt": "words"}})
    note = await memory.notes.save_draft(session, {"format": "draft"})
    signed = await memory.notes.sign(
        note.id, signing(attestations=("reviewed",), expected_version=1), "clinician"
    )
    record, receipt = signed.record, receipt_of(signed)
    assert (record.status, record.version, record.content) == ("signed", 2, CONTENT)
    assert record.signature is not None
    assert (record.signature.name, record.signature.credential) == ("Dr Ada Example", "PhD")
    assert (record.signature.at, record.signature.hash) == (clock.now(), content_hash(CONTENT))
    assert record.signature.attestations == ("reviewed",)
    assert await memory.notes.verify(note.id)
    assert (receipt.why, receipt.what, receipt.counts["segments"]) == (Why.SIGNED, "transcript", 1)
    assert (receipt.counts["ledger_bodies"], receipt.counts["drafts"]) == (1, 1)
    assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
    assert "Ada" not in repr(signed)


async def test_a_signed_note_has_a_key_of_its_own_and_the_drafts_key_is_erased(
    memory: Memory, session: SessionId
) -> None:
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    note = await memory.notes.save_draft(session, CONTENT)
    before = await key_names(memory)
    assert {f"note:{note.id}:draft", f"transcript:{session}:1"} <= before
    signed = await memory.notes.sign(note.id, signing(), "clinician")
    after = await key_names(memory)
    assert after - before == {f"note:{note.id}:signed"}
    assert before - after == {f"note:{note.id}:draft", f"transcript:{session}:1"}
    assert receipt_of(signed).counts["keys"] == 2


async def test_the_receipt_counts_the_draft_that_goes_at_the_signature(
    memory: Memory, session: SessionId
) -> None:
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    note = await memory.notes.save_draft(session, {**CONTENT, "text": "what is not signed"})
    sealed = await sealed_bytes(memory, session, segments) + await sealed_bytes(memory, session, notes)
    receipt = receipt_of(await memory.notes.sign(note.id, signing(), "clinician"))
    assert receipt.counts == {"segments": 1, "ledger_bodies": 0, "drafts": 1, "bytes": sealed, "keys": 2}


async def test_a_strike_leaves_no_key_of_what_the_draft_held(memory: Memory, session: SessionId) -> None:
    held = {**CONTENT, "text": "what was struck"}
    note = await memory.notes.save_draft(session, held)
    before = set(await kept_keys(memory, "note:"))
    sealed = await sealed_bytes(memory, session, notes)
    receipt = await memory.notes.strike(session, CONTENT, 1, "system")
    after = set(await kept_keys(memory, "note:"))
    assert (len(before), len(after), before & after) == (1, 1, set())
    assert (receipt.what, receipt.why) == ("draft", Why.STRUCK)
    assert receipt.counts == {"drafts": 1, "bytes": sealed, "keys": 1}
    assert await memory.receipts.verify(receipt)
    kept = await memory.notes.read(note.id)
    assert (kept.version, kept.content) == (2, CONTENT)
    assert "note.struck" in [line.entry.action for line in await memory.audit.read(subject=session)]


async def test_a_strike_that_changes_no_word_of_a_draft_seals_it_anew_as_the_same_version(
    memory: Memory, session: SessionId
) -> None:
    note = await memory.notes.save_draft(session, CONTENT)
    before = set(await kept_keys(memory, "note:"))
    await memory.notes.strike(session, CONTENT, 1, "system")
    assert not before & set(await kept_keys(memory, "note:"))
    assert (await memory.notes.save_draft(session, {**CONTENT, "text": "on"}, 1)).version == 2
    assert (await memory.notes.read(note.id)).content["text"] == "on"


async def test_what_is_no_draft_or_another_version_is_not_struck(memory: Memory, session: SessionId) -> None:
    with pytest.raises(NotFound):
        await memory.notes.strike(session, CONTENT, 1, "system")
    note = await memory.notes.save_draft(session, CONTENT)
    with pytest.raises(StaleVersion):
        await memory.notes.strike(session, {}, 2, "system")
    await memory.notes.sign(note.id, signing(), "clinician")
    with pytest.raises(AlreadySigned):
        await memory.notes.strike(session, {}, 2, "system")
    assert (await memory.notes.read(note.id)).content == CONTENT


async def test_a_draft_that_no_hand_made_is_on_record(memory: Memory, session: SessionId) -> None:
    note = await memory.notes.save_draft(session, CONTENT, drafted_by="system")
    await memory.notes.save_draft(session, CONTENT, 1)
    entries = [line.entry for line in await memory.audit.read(subject=note.id)]
    assert [(one.actor, one.action, one.counts["version"]) for one in entries] == [
        ("system", "note.drafted", 1)
    ]


async def test_a_signed_note_never_changes_again(memory: Memory, session: SessionId) -> None:
    note = await memory.notes.save_draft(session, CONTENT)
    signed = await memory.notes.sign(note.id, signing(), "clinician")
    with pytest.raises(AlreadySigned):
        await memory.notes.save_draft(session, {"changed": True})
    with pytest.raises(AlreadySigned):
        await memory.notes.sign(note.id, signing(), "clinician")
    assert await memory.notes.read(note.id) == signed.record


async def test_signing_needs_the_version_read_and_a_signer(memory: Memory, session: SessionId) -> None:
    note = await memory.notes.save_draft(session, CONTENT)
    await memory.notes.save_draft(session, CONTENT)
    with pytest.raises(StaleVersion):
        await memory.notes.sign(note.id, signing(expected_version=1), "clinician")
    for wrong in (signing(name=" "), signing(credential="")):
        with pytest.raises(BadInput):
            await memory.notes.sign(note.id, wrong, "clinician")
    assert (await memory.notes.read(note.id)).status == "draft"
    assert await memory.receipts.list(LOCAL) == []


async def test_of_many_signing_at_once_exactly_one_wins(memory: Memory, session: SessionId) -> None:
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    note = await memory.notes.save_draft(session, CONTENT)
    attempts = [memory.notes.sign(note.id, signing(name=f"Dr {number}"), "clinician") for number in range(6)]
    results = await asyncio.gather(*attempts, return_exceptions=True)
    won = [result for result in results if isinstance(result, SignedNote)]
    assert len(won) == 1
    assert sum(isinstance(result, AlreadySigned) for result in results) == 5
    assert await memory.notes.read(note.id) == won[0].record
    assert len(await memory.receipts.list(LOCAL)) == 1


async def test_of_two_servers_signing_at_once_exactly_one_wins(
    memory: Memory, settings: RetentionSettings, clock: FrozenClock, session: SessionId
) -> None:
    note = await memory.notes.save_draft(session, CONTENT)
    async with Memory.open(settings, clock) as other:
        results = await asyncio.gather(
            memory.notes.sign(note.id, signing(name="Dr One"), "clinician"),
            other.notes.sign(note.id, signing(name="Dr Two"), "clinician"),
            return_exceptions=True,
        )
    assert sum(isinstance(result, SignedNote) for result in results) == 1
    assert sum(isinstance(result, AlreadySigned) for result in results) == 1
    assert await memory.notes.verify(note.id)
    assert (await memory.audit.verify()).ok
    assert await memory.receipts.verify_all()


async def test_a_note_without_transcript_is_signed_too(memory: Memory, session: SessionId) -> None:
    note = await memory.notes.save_draft(session, CONTENT)
    signed = await memory.notes.sign(note.id, signing(), "clinician")
    assert receipt_of(signed).counts["segments"] == 0
    assert receipt_of(signed).counts["keys"] == 1


async def test_signing_after_a_withdrawal_erases_the_drafts_key_too(
    memory: Memory, session: SessionId
) -> None:
    await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    withdrawn = await memory.destroy_transcript(session, Why.WITHDRAWN, "par_1")
    note = await memory.notes.save_draft(session, CONTENT)
    signed = await memory.notes.sign(note.id, signing(), "clinician")
    assert receipt_of(signed).id != withdrawn.id
    assert f"note:{note.id}:draft" not in await key_names(memory)


async def test_a_lost_note_key_is_a_clear_error(memory: Memory, session: SessionId) -> None:
    note = await memory.notes.save_draft(session, CONTENT)
    await memory._anchors.erase([f"note:{note.id}:draft"])
    with pytest.raises(KeyUnavailable):
        await memory.notes.read(note.id)


async def test_notes_of_two_sessions_do_not_meet(memory: Memory, session: SessionId) -> None:
    other = (await memory.sessions.create(NewSession(client="Bo"))).id
    one = await memory.notes.save_draft(session, {"of": 1})
    two = await memory.notes.save_draft(other, {"of": 2})
    assert one.id != two.id
    assert (await memory.notes.read(session)).content == {"of": 1}


async def test_the_key_store_knows_only_its_own_tables(memory: Memory) -> None:
    assert set(KEYS.tables) == {"store_facts", "data_keys", "anchors", "time_mark"}
    assert len(await key_names(memory)) == 3


async def test_a_withdrawal_changes_the_draft_and_erases_all_it_held_with_the_transcript(
    memory: Memory, session: SessionId
) -> None:
    await memory.transcripts.append(session, {"id": "s1", "start": 0.0, "text": "spoken"})
    note = await memory.notes.save_draft(session, CONTENT | {"drafted": "from words"})
    with pytest.raises(StaleVersion):
        await memory.notes.withdraw(session, CONTENT, 7, Why.WITHDRAWN, "par_1")
    assert await memory.transcripts.state(session) is TranscriptState.LIVING
    receipt = await memory.notes.withdraw(session, CONTENT, 1, Why.WITHDRAWN, "par_1")
    assert (str(receipt.why), receipt.counts["segments"], receipt.counts["keys"]) == ("withdrawn", 1, 2)
    names = await key_names(memory)
    assert f"note:{note.id}:draft" not in names
    kept = await memory.notes.save_draft(session, CONTENT | {"own": True}, 2)
    assert (kept.version, kept.content) == (3, CONTENT | {"own": True})
    assert await key_names(memory) == names, "later versions stay under the draft's new key"
    signed = await memory.notes.sign(note.id, signing(content=kept.content), "clinician")
    assert signed.record.status == "signed"
    assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
