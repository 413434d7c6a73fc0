"""Broken rows, cut-off files, lost records, no room, no rights: named, and nothing else is touched."""

from __future__ import annotations

import ctypes
import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from retention import (
    LOCAL,
    FrozenClock,
    KeyUnavailable,
    Memory,
    NewSession,
    RetentionSettings,
    SealBroken,
    SessionId,
    Signing,
    StoreUnavailable,
    TranscriptState,
    Why,
)
from retention.schema import notes, segments
from retention.sealing import Sealed
from tests.support.cluster_memory import BOTH, lose_records

FORMS = BOTH
NOBODY = 65534


async def spoken(memory: Memory) -> SessionId:
    session = (await memory.sessions.create(NewSession(client="Ada"))).id
    for number in range(3):
        await memory.transcripts.append(session, {"id": f"seg_{number}", "text": "words", "start": number})
    return session


def flipped(sealed: Sealed) -> Sealed:
    """With its last bit turned over."""
    return Sealed(bytes(sealed)[:-1] + bytes([bytes(sealed)[-1] ^ 1]))


async def break_segment(memory: Memory, session: SessionId) -> None:
    this = (segments.c.session == session) & (segments.c.segment == "seg_1")
    async with memory._ground.store.write() as connection:
        sealed = await connection.scalar(select(segments.c.sealed).where(this))
        assert sealed is not None
        await connection.execute(update(segments).where(this).values(sealed=flipped(sealed)))


def files_of(folder: Path) -> dict[str, bytes]:
    """All files but the shared-memory index, which holds no content, and logs that are empty."""
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith("-shm")
    }
    return {name: content for name, content in found.items() if content or not name.endswith("-wal")}


# ------------------------------------------------------------ broken rows


async def test_a_broken_segment_is_named_and_costs_no_other_session(memory: Memory) -> None:
    broken, whole = await spoken(memory), await spoken(memory)
    await break_segment(memory, broken)
    with pytest.raises(SealBroken) as refusal:
        await memory.transcripts.read(broken)
    assert "words" not in str(refusal.value)
    assert len(await memory.transcripts.read(whole)) == 3
    await memory.transcripts.append(broken, {"id": "seg_9", "text": "more"})  # what comes is kept


async def test_a_broken_transcript_is_destroyed_like_any_other(memory: Memory) -> None:
    session = await spoken(memory)
    await break_segment(memory, session)
    draft = await memory.notes.save_draft(session, {"text": "draft"})
    signed = await memory.notes.sign(draft.id, Signing({"text": "final"}, "Dr Ada", "PhD"), "clinician")
    assert signed.receipt is not None
    assert signed.receipt.counts["segments"] == 3
    assert await memory.transcripts.state(session) is TranscriptState.DESTROYED
    assert await memory.receipts.verify_all()


async def test_a_broken_transcript_expires_in_its_time(memory: Memory, clock: FrozenClock) -> None:
    session = await spoken(memory)
    await break_segment(memory, session)
    clock.advance(RetentionSettings(folder=Path()).policy.life)
    (receipt,) = await memory.sweep()
    assert (receipt.session, receipt.why) == (session, Why.EXPIRED)


async def test_a_broken_note_is_named_and_the_others_are_read(memory: Memory) -> None:
    broken, whole = await spoken(memory), await spoken(memory)
    for session in (broken, whole):
        await memory.notes.save_draft(session, {"text": "draft"})
    async with memory._ground.store.write() as connection:
        sealed = await connection.scalar(select(notes.c.sealed).where(notes.c.session == broken))
        assert sealed is not None
        await connection.execute(
            update(notes).where(notes.c.session == broken).values(sealed=flipped(sealed))
        )
    with pytest.raises(SealBroken):
        await memory.notes.read(broken)
    assert (await memory.notes.read(whole)).content == {"text": "draft"}


async def test_a_transcript_sealed_anew_since_a_sweep_looked_is_not_taken_for_one_without_a_key(
    memory: Memory,
) -> None:
    session = await spoken(memory)
    due = memory._due

    async def looked(now: datetime) -> list[tuple[SessionId, Why]]:
        return [*await due(now), (session, Why.KEY_GONE)]  # as it seems while a strike changes the key

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "_due", looked)
        assert await memory.sweep() == []
    assert len(await memory.transcripts.read(session)) == 3


async def test_lost_records_are_refused_and_not_begun_anew(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        await spoken(memory)
    await lose_records(settings)
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="restore a backup"):
            async with Memory.open(settings, clock):
                pytest.fail("opened without records")


# ------------------------------------------------------------ files (SQLite)


@pytest.fixture
async def kept(tmp_path: Path) -> RetentionSettings:
    """A folder with two sessions in it, closed."""
    settings = RetentionSettings(folder=tmp_path / "files")
    async with Memory.open(settings, FrozenClock()) as memory:
        for _ in range(2):
            await spoken(memory)
    return settings


async def opens(settings: RetentionSettings) -> int:
    """How many sessions are there."""
    async with Memory.open(settings, FrozenClock()) as memory:
        return len(await memory.sessions.list(LOCAL))


@contextmanager
def cut_off(path: Path, part: float) -> Iterator[None]:
    """A file of which only a part is left."""
    whole = path.read_bytes()
    os.truncate(path, int(len(whole) * part))
    try:
        yield
    finally:
        path.write_bytes(whole)


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """A file that nobody may write."""
    path.chmod(0o400)
    try:
        yield
    finally:
        path.chmod(0o600)


@pytest.mark.parametrize("part", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("which", ["database_path", "keys_path"])
async def test_a_file_that_was_cut_off_is_refused_and_left_as_it_is(
    kept: RetentionSettings, which: str, part: float
) -> None:
    path: Path = getattr(kept, which)
    with cut_off(path, part):
        before = files_of(kept.folder)
        with pytest.raises((StoreUnavailable, KeyUnavailable)):
            await opens(kept)
        left = files_of(kept.folder)
        if part == 0:  # SQLite itself writes a first page into an empty file
            del before[str(path.relative_to(kept.folder))], left[str(path.relative_to(kept.folder))]
        assert left == before
    assert await opens(kept) == 2


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes (setrlimit(2): writes end in EFBIG)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_without_room_nothing_is_half_done_and_all_goes_on_afterwards(kept: RetentionSettings) -> None:
    async with Memory.open(kept, FrozenClock()) as memory:
        session = await spoken(memory)
        draft = await memory.notes.save_draft(session, {"text": "draft"})
        entries = len(await memory.audit.read(LOCAL))
        with no_room_beyond(1024):
            with pytest.raises(StoreUnavailable, match="disk space"):
                await memory.transcripts.append(session, {"id": "seg_9", "text": "more"})
            with pytest.raises(StoreUnavailable):
                await memory.notes.save_draft(session, {"text": "newer"}, draft.version)
            with pytest.raises(StoreUnavailable):
                await memory.notes.sign(draft.id, Signing({"text": "final"}, "Dr Ada", "PhD"), "clinician")
            with pytest.raises(StoreUnavailable):
                await memory.transcripts.strike(session, ["seg_1"], "clinician")
            assert len(await memory.transcripts.read(session)) == 3
            assert (await memory.notes.read(session)).content == {"text": "draft"}
        assert len(await memory.audit.read(LOCAL)) == entries
        await memory.transcripts.append(session, {"id": "seg_9", "text": "more"})
        signed = await memory.notes.sign(draft.id, Signing({"text": "final"}, "Dr Ada", "PhD"), "clinician")
        assert signed.receipt is not None
        assert signed.receipt.counts["segments"] == 4
        assert (await memory.audit.verify()).ok


async def test_a_destruction_without_room_is_refused_and_can_be_asked_for_again(
    kept: RetentionSettings,
) -> None:
    async with Memory.open(kept, FrozenClock()) as memory:
        session = await spoken(memory)
        with no_room_beyond(1024), pytest.raises(StoreUnavailable):
            await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
        assert await memory.transcripts.state(session) is TranscriptState.LIVING
        receipt = await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
        assert receipt.counts["segments"] == 3


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A folder of somebody who is not root, and this process as that user, so that rights mean something."""
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory(prefix="attune-rights-") as home:
        if root:
            ctypes.CDLL(None).munlockall()  # a test before may have locked memory, which is root's to do
            os.chown(home, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(home) / "kept"
        finally:
            if root:
                os.seteuid(0)


@pytest.mark.parametrize("which", ["database_path", "keys_path"])
async def test_files_that_may_not_be_written_are_refused_and_left_as_they_are(
    kept: RetentionSettings, which: str
) -> None:
    assert await opens(kept) == 2  # all modules are loaded before rights are given up
    with ordinary_user() as folder:
        settings = replace(kept, folder=folder)
        async with Memory.open(settings, FrozenClock()) as memory:
            await spoken(memory)
        path: Path = getattr(settings, which)
        with read_only(path):
            before = files_of(folder)
            with pytest.raises(StoreUnavailable):
                await opens(settings)
            assert files_of(folder) == before
        assert await opens(settings) == 1


async def test_a_folder_that_may_not_be_written_is_refused(kept: RetentionSettings) -> None:
    assert await opens(kept) == 2
    with ordinary_user() as folder:
        folder.parent.chmod(0o500)
        with pytest.raises(StoreUnavailable, match="owner and space"):
            await opens(replace(kept, folder=folder))
        folder.parent.chmod(0o700)
