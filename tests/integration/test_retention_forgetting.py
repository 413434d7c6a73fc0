"""What is on the disk: no clear word at any time, and nothing at all of what was destroyed.

Files are read raw, log files included, as somebody with the disk in hand would.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from retention import (
    LOCAL,
    AuditProblem,
    ConsentEntry,
    FrozenClock,
    KeyUnavailable,
    Memory,
    NewSession,
    RetentionSettings,
    SessionId,
    Signing,
    TranscriptDestroyed,
    TranscriptState,
    Why,
)
from retention.database import Database
from retention.schema import ledger, notes, segments
from retention.sealing import NONCE_BYTES, TAG_BYTES
from tests.support.cluster_memory import kept_keys

CANARY = "heliotrope-wolverine"
NAME = "Zebulon Canaryworth"
HEAD = 1 + TAG_BYTES + NONCE_BYTES


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def settings(tmp_path: Path) -> RetentionSettings:
    return RetentionSettings(folder=tmp_path / "kept")


@pytest.fixture
async def memory(settings: RetentionSettings, clock: FrozenClock) -> AsyncIterator[Memory]:
    async with Memory.open(settings, clock) as opened:
        yield opened


def raw(folder: Path) -> bytes:
    """Every byte of every file under the folder."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def assert_no_clear_word(folder: Path) -> None:
    everything = raw(folder)
    for word in (CANARY, NAME, "Zebulon", "heliotrope"):
        for form in (word, word.upper(), word.lower()):
            assert form.encode() not in everything
            assert form.encode("utf-16-le") not in everything


async def a_session(memory: Memory, count: int = 30) -> SessionId:
    session = (await memory.sessions.create(NewSession(client=NAME, title=f"Visit of {NAME}"))).id
    for number in range(count):
        words = f"{CANARY} said for the {number}th time, " + "and so on " * (number % 40)
        await memory.transcripts.append(session, {"id": f"seg_{number}", "start": number, "text": words})
    await memory.ledger.append(session, {"processor": "local", "body": {"prompt": CANARY * 20}})
    return session


async def ciphertexts(memory: Memory, session: SessionId) -> list[bytes]:
    """Recognisable pieces of what seals a session's words: heads, middles and ends of ciphertexts."""
    pieces: list[bytes] = []
    async with memory._ground.store.read() as connection:
        for table in (segments, ledger):
            query = select(table.c.sealed).where(table.c.session == session, table.c.sealed.is_not(None))
            for sealed in await connection.scalars(query):
                blob = bytes(sealed)
                middle = HEAD + (len(blob) - HEAD) // 2
                pieces += [
                    blob[1 : 1 + TAG_BYTES],
                    blob[HEAD : HEAD + 16],
                    blob[middle : middle + 16],
                    blob[-16:],
                ]
    return pieces


async def wrapped_keys(memory: Memory, prefix: str) -> list[bytes]:
    return [piece for key in (await kept_keys(memory, prefix)).values() for piece in (key.wrapped, key.tag)]


def assert_gone(folder: Path, pieces: list[bytes]) -> None:
    everything = raw(folder)
    assert pieces
    assert sum(piece in everything for piece in pieces) == 0


async def test_no_clear_word_is_on_the_disk_at_any_time(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        session = await a_session(memory)
        person = await memory.sessions.add_participant(session, NAME, "client")
        await memory.consents.record(ConsentEntry(session, person.id, "notes", "agree", "v1", clock.now()))
        assert_no_clear_word(settings.folder)
        await memory.settings.put("profile", {"name": NAME, "instructions": CANARY})
        await memory.transcripts.replace(session, {"id": "seg_3", "text": f"{CANARY} corrected"})
        note = await memory.notes.save_draft(session, {"text": CANARY, "about": NAME})
        assert_no_clear_word(settings.folder)
        await memory.transcripts.strike(session, ["seg_4"], "clinician")
        assert_no_clear_word(settings.folder)
        await memory.notes.sign(note.id, Signing({"text": CANARY}, NAME, "PhD", (CANARY,)), "clinician")
        assert_no_clear_word(settings.folder)
        assert (await memory.notes.read(note.id)).content == {"text": CANARY}
    assert_no_clear_word(settings.folder)


async def test_of_a_destroyed_transcript_neither_ciphertext_nor_key_is_left(
    memory: Memory, settings: RetentionSettings
) -> None:
    doomed, kept = await a_session(memory), await a_session(memory)
    pieces = await ciphertexts(memory, doomed) + await wrapped_keys(memory, f"transcript:{doomed}")
    staying = await ciphertexts(memory, kept)
    everything = raw(settings.folder)
    assert all(piece in everything for piece in pieces)
    await memory.destroy_transcript(doomed, Why.REQUESTED, "clinician")
    assert_gone(settings.folder, pieces)
    everything = raw(settings.folder)
    assert all(piece in everything for piece in staying)
    assert len(await memory.transcripts.read(kept)) == 30


async def test_nothing_is_left_though_pages_were_split_and_shared_by_many_sessions(
    memory: Memory, settings: RetentionSettings
) -> None:
    many = [(await memory.sessions.create(NewSession(client=NAME))).id for _ in range(6)]
    for number in range(40):
        for index, session in enumerate(many):
            length = (number * 37 + index * 911) % 1500 if number % 7 else 9000
            await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "x" * length})
        for session in many[::2]:
            await memory.transcripts.replace(
                session, {"id": f"seg_{number // 2}", "text": "y" * (number * 13)}
            )
    for session in many[:3]:
        pieces = await ciphertexts(memory, session) + await wrapped_keys(memory, f"transcript:{session}")
        await memory.destroy_transcript(session, Why.EXPIRED, "system")
        assert_gone(settings.folder, pieces)
    for session in many[3:]:
        assert len(await memory.transcripts.read(session)) == 40


async def test_after_signing_only_the_signed_note_is_left(
    memory: Memory, settings: RetentionSettings
) -> None:
    session = await a_session(memory)
    for version in range(5):
        note = await memory.notes.save_draft(session, {"version": version, "text": CANARY * 30})
    pieces = await ciphertexts(memory, session) + await wrapped_keys(memory, f"transcript:{session}")
    pieces += await wrapped_keys(memory, f"note:{note.id}:draft")
    async with memory._ground.store.read() as connection:
        draft = bytes((await connection.execute(select(notes.c.sealed))).scalar_one())
    pieces += [draft[1 : 1 + TAG_BYTES], draft[HEAD : HEAD + 16], draft[-16:]]
    await memory.notes.sign(note.id, Signing({"text": CANARY}, NAME, "PhD"), "clinician")
    assert_gone(settings.folder, pieces)


async def test_of_a_struck_passage_nothing_is_left(memory: Memory, settings: RetentionSettings) -> None:
    session = await a_session(memory)
    # The strike seals everything anew: every old ciphertext has to go.
    pieces = await ciphertexts(memory, session) + await wrapped_keys(memory, f"transcript:{session}")
    await memory.transcripts.strike(session, ["seg_7", "seg_8"], "clinician")
    assert_gone(settings.folder, pieces)
    assert len(await memory.transcripts.read(session)) == 28


async def test_residue_that_deletion_left_is_cleared_by_rebuilding_the_file(
    settings: RetentionSettings, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search is no formality: without secure deletion it finds residue, and the file is rebuilt."""
    async with Memory.open(settings, clock) as memory:
        session = await a_session(memory)
    careless = ("journal_mode=WAL", "secure_delete=OFF", "foreign_keys=ON", "auto_vacuum=NONE")
    rebuilt: list[Database] = []
    rebuild = Database.rebuild

    async def counting(self: Database) -> None:
        rebuilt.append(self)
        await rebuild(self)

    async def no_probe(*_: object) -> None:
        return None

    monkeypatch.setattr("retention.sqlite._PRAGMAS", careless)
    monkeypatch.setattr("retention.proof.prove_deletion", no_probe)
    monkeypatch.setattr(Database, "rebuild", counting)
    async with Memory.open(settings, clock) as memory:
        pieces = await ciphertexts(memory, session) + await wrapped_keys(memory, f"transcript:{session}")
        receipt = await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
        assert receipt.files_searched
        assert_gone(settings.folder, pieces)
    assert rebuilt


async def test_a_backup_restored_after_destruction_yields_nothing_readable(
    settings: RetentionSettings, clock: FrozenClock, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.sqlite3"
    async with Memory.open(settings, clock) as memory:
        session = await a_session(memory)
        pieces = await ciphertexts(memory, session)
        clock.advance(timedelta(hours=1))
    shutil.copy(settings.database_path, backup)
    async with Memory.open(settings, clock) as memory:
        first = await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
        await memory.settings.put("anything", {})
    shutil.copy(backup, settings.database_path)
    assert all(piece in raw(settings.folder) for piece in pieces)
    async with Memory.open(settings, clock) as memory:
        assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
        with pytest.raises(TranscriptDestroyed):
            await memory.transcripts.read(session)
        (second,) = await memory.receipts.list(LOCAL, session)
        assert (second.why, second.counts["segments"], second.counts["keys"]) == (Why.KEY_GONE, 30, 0)
        assert second.position == first.position + 1
        assert second.previous == first.hash
        assert_gone(settings.folder, pieces)
        verdict = await memory.audit.verify()
        assert verdict.problem is AuditProblem.REMOVED
        gaps = [
            line.entry for line in await memory.audit.read(LOCAL) if line.entry.action == "chain.gap_found"
        ]
        assert gaps[0].counts["missing_receipts"] == 1
        assert gaps[0].counts["missing_audit"] > 0


async def test_a_backup_opened_before_any_sweep_has_no_key_to_be_read_with(
    settings: RetentionSettings, clock: FrozenClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = tmp_path / "backup.sqlite3"
    async with Memory.open(settings, clock) as memory:
        session = await a_session(memory)
        note = await memory.notes.save_draft(session, {"text": CANARY})
    shutil.copy(settings.database_path, backup)
    async with Memory.open(settings, clock) as memory:
        await memory.notes.sign(note.id, Signing({"text": CANARY}, NAME, "PhD"), "clinician")
    shutil.copy(backup, settings.database_path)

    async def no_sweep(_self: Memory, _on_receipt: object) -> list[Any]:
        return []

    monkeypatch.setattr(Memory, "sweep", no_sweep)
    async with Memory.open(settings, clock) as memory:
        assert await memory.transcripts.state(session) is TranscriptState.LIVING
        with pytest.raises(KeyUnavailable):
            await memory.transcripts.read(session)
        with pytest.raises(KeyUnavailable):
            await memory.ledger.list(session)
        with pytest.raises(KeyUnavailable):
            await memory.notes.read(note.id)


async def test_a_backup_from_before_a_strike_does_not_bring_the_passage_back(
    settings: RetentionSettings, clock: FrozenClock, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.sqlite3"
    async with Memory.open(settings, clock) as memory:
        session = await a_session(memory)
    shutil.copy(settings.database_path, backup)
    async with Memory.open(settings, clock) as memory:
        await memory.transcripts.strike(session, ["seg_7"], "clinician")
    shutil.copy(backup, settings.database_path)
    async with Memory.open(settings, clock) as memory:
        with pytest.raises(TranscriptDestroyed):
            await memory.transcripts.read(session)


async def test_the_other_copy_of_the_keys_is_useless_without_the_master_key(
    settings: RetentionSettings, clock: FrozenClock, tmp_path: Path
) -> None:
    given = replace(settings, master_key=b"m" * 32)
    async with Memory.open(given, clock) as memory:
        await a_session(memory)
    stolen = tmp_path / "stolen"
    shutil.copytree(settings.folder, stolen)
    with pytest.raises(KeyUnavailable):
        async with Memory.open(RetentionSettings(folder=stolen), clock):
            pass
    assert b"m" * 32 not in raw(stolen)


async def test_the_pragmas_hold_on_the_files(memory: Memory, settings: RetentionSettings) -> None:
    await a_session(memory, 3)
    for path in (settings.database_path, settings.keys_path):
        with sqlite3.connect(path) as connection:
            assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
            assert connection.execute("pragma auto_vacuum").fetchone() == (2,)
        connection.close()
    async with memory._ground.store.read() as inside:
        assert await inside.scalar(text("pragma secure_delete")) == 1
