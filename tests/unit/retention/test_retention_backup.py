"""Backups: what is in them, what never is, and what a restored one brings back."""

from __future__ import annotations

import asyncio
import io
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from retention import (
    LOCAL,
    BadInput,
    FrozenClock,
    KeyUnavailable,
    Memory,
    NewSession,
    NotFound,
    RetentionSettings,
    SessionId,
    Signing,
    StoreUnavailable,
    TranscriptDestroyed,
    TranscriptState,
    Why,
    restore,
    restoring,
    rotate_master_key,
)
from retention.backup import is_lasting
from retention.backup_file import CHUNK_BYTES, MAGIC
from tests.support.cluster_memory import BOTH, kept_keys, lose_records

FORMS = BOTH
SPOKEN, DRAFTED, KEPT = "the marmalade lighthouse", "a draft of it", "Client reported a dream."
NAME = "Ada Example"


@dataclass(frozen=True)
class Told:
    """A memory with one session signed, one destroyed, and one living with a draft."""

    memory: Memory
    signed: SessionId
    gone: SessionId
    living: SessionId


async def spoken(memory: Memory) -> SessionId:
    session = (await memory.sessions.create(NewSession(client=NAME))).id
    await memory.transcripts.append(session, {"id": "seg_1", "text": SPOKEN})
    return session


async def sign(memory: Memory, session: SessionId, text: str = KEPT) -> None:
    draft = await memory.notes.save_draft(session, {"text": text})
    await memory.notes.sign(draft.id, Signing({"text": text}, "Dr. Brooks", "PhD"), "clinician")


@pytest.fixture
async def told(memory: Memory) -> Told:
    return await tell(memory)


async def tell(memory: Memory) -> Told:
    signed, gone, living = [await spoken(memory) for _ in range(3)]
    await sign(memory, signed)
    await memory.destroy_transcript(gone, Why.REQUESTED, "clinician")
    await memory.notes.save_draft(living, {"text": DRAFTED})
    return Told(memory, signed, gone, living)


async def backed_up(memory: Memory, living_for: timedelta | None = None) -> io.BytesIO:
    file = io.BytesIO()
    await memory.back_up(file, living_for)
    file.seek(0)
    return file


@pytest.fixture
async def elsewhere(settings: RetentionSettings, tmp_path: Path) -> AsyncIterator[RetentionSettings]:
    """An empty place on another machine, with the master key carried over."""
    new = RetentionSettings(folder=tmp_path / "elsewhere")
    if settings.master_key is not None:
        yield replace(new, master_key=settings.master_key)
        return
    await asyncio.to_thread(new.master_key_path.parent.mkdir, parents=True)
    await asyncio.to_thread(shutil.copy, settings.master_key_path, new.master_key_path)
    yield new


async def test_on_another_machine_all_that_is_kept_comes_back_and_nothing_that_was_to_go(
    told: Told, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    file = await backed_up(told.memory)
    done = await restore(file, elsewhere, clock)
    assert (done.keys_found, done.destroyed) == (False, 1)
    async with Memory.open(elsewhere, clock) as memory:
        assert [record.client for record in await memory.sessions.list(LOCAL)] == [NAME] * 3
        note = await memory.notes.read(told.signed)
        assert note.content == {"text": KEPT}
        assert await memory.notes.verify(note.id)
        for session in (told.signed, told.gone, told.living):
            with pytest.raises(TranscriptDestroyed):
                await memory.transcripts.read(session)
        with pytest.raises(NotFound):
            await memory.notes.read(told.living)
        assert (await memory.retention_status(told.living)).why is Why.KEY_GONE
        assert (await memory.audit.verify()).ok
        assert await memory.receipts.verify_all()
        assert set(await kept_keys(memory, "transcript:")) == set()


async def test_a_backup_shows_nothing_and_holds_no_ciphertext_of_what_is_to_go(
    told: Told, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    raw = (await backed_up(told.memory)).getvalue()
    assert raw.startswith(MAGIC)
    for text in (SPOKEN, DRAFTED, KEPT, NAME, told.living, "transcript:"):
        assert text.encode() not in raw
    doomed = [key for name, key in (await kept_keys(told.memory)).items() if not is_lasting(name)]
    assert len(doomed) == 2
    await restore(io.BytesIO(raw), elsewhere, clock)
    files = b"".join(path.read_bytes() for path in elsewhere.folder.rglob("*") if path.is_file())
    assert not [key for key in doomed if key.tag in files]


async def test_a_backup_from_before_a_signature_yields_nothing_readable_where_the_keys_lived_on(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        told = await tell(memory)
        file = await backed_up(memory)
        before = set(await kept_keys(memory))
        await sign(memory, told.living)
        later = await spoken(memory)
    await lose_records(settings)
    done = await restore(file, settings, clock)
    assert done.keys_found
    async with Memory.open(settings, clock) as memory:
        with pytest.raises(TranscriptDestroyed):
            await memory.transcripts.read(told.living)
        with pytest.raises(NotFound):
            await memory.transcripts.read(later)
        assert (await memory.notes.read(told.signed)).content == {"text": KEPT}
        kept = set(await kept_keys(memory))
        assert all(is_lasting(name) for name in kept)
        assert {name for name in before if is_lasting(name)} <= kept
        verdict = await memory.audit.verify()
        assert verdict.problem == "removed"  # what the lost records said is missing, and stays so


async def test_with_living_keys_all_comes_back_until_its_time(
    told: Told, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    file = await backed_up(told.memory, timedelta(hours=2))
    clock.advance(timedelta(hours=1, minutes=59))
    await restore(file, elsewhere, clock)
    async with Memory.open(elsewhere, clock) as memory:
        assert [one["text"] for one in await memory.transcripts.read(told.living)] == [SPOKEN]
        assert (await memory.notes.read(told.living)).content == {"text": DRAFTED}
        assert await memory.transcripts.state(told.gone) is TranscriptState.DESTROYED


async def test_where_the_keys_lived_on_a_clock_set_back_wins_no_time(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        await tell(memory)
        file = await backed_up(memory, timedelta(hours=2))
        clock.advance(timedelta(hours=2))
        await memory.sweep()
    await lose_records(settings)
    clock.set_wall(clock.now() - timedelta(hours=2))
    with pytest.raises(KeyUnavailable, match="time to restore it is over"):
        await restore(file, settings, clock)


async def test_on_another_machine_no_time_before_the_backup_counts(
    told: Told, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    file = await backed_up(told.memory, timedelta(hours=2))
    clock.set_wall(clock.now() - timedelta(days=30))
    await restore(file, elsewhere, clock)
    async with Memory.open(elsewhere, clock) as memory:
        assert len(await memory.transcripts.read(told.living)) == 1
        clock.advance(timedelta(days=7))
        await memory.sweep()
        with pytest.raises(TranscriptDestroyed):
            await memory.transcripts.read(told.living)


async def test_later_it_is_refused_and_another_date_in_the_file_is_seen(
    told: Told, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    file = await backed_up(told.memory, timedelta(hours=2))
    made = clock.now()
    clock.advance(timedelta(hours=2))
    with pytest.raises(KeyUnavailable, match="time to restore it is over"):
        await restore(file, elsewhere, clock)
    raw = file.getvalue()
    until = (made + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S")
    later = raw.replace(until.encode(), (made + timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M:%S").encode())
    assert later != raw
    with pytest.raises(BadInput, match="altered"):
        await restore(io.BytesIO(later), elsewhere, clock)


async def test_receipts_say_that_such_a_backup_is_about_as_long_as_it_is(
    told: Told, clock: FrozenClock
) -> None:
    await backed_up(told.memory, timedelta(hours=2))
    receipt = await told.memory.destroy_transcript(told.living, Why.REQUESTED, "clinician")
    assert receipt.counts["living_backups"] == 1
    clock.advance(timedelta(hours=3))
    await told.memory.sweep()
    later = await told.memory.destroy_transcript(await spoken(told.memory), Why.REQUESTED, "clinician")
    assert "living_backups" not in later.counts


@pytest.mark.parametrize("hours", [0, -1, 24.01])
async def test_living_keys_are_in_no_backup_for_longer_than_a_day(memory: Memory, hours: float) -> None:
    with pytest.raises(BadInput):
        await backed_up(memory, timedelta(hours=hours))


async def test_a_damaged_backup_is_refused_and_leaves_the_place_empty(
    told: Told, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    raw = (await backed_up(told.memory)).getvalue()
    middle = len(raw) * 2 // 3
    spoilt = (
        b"",
        b"something else entirely",
        MAGIC,
        MAGIC + b"{}\n",
        raw[:-1],
        raw[:middle],
        raw + b"x",
        raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :],
    )
    for content in spoilt:
        with pytest.raises(BadInput):
            await restore(io.BytesIO(content), elsewhere, clock)
    assert (await restore(io.BytesIO(raw), elsewhere, clock)).rows > 0


async def test_chunks_can_not_be_left_out_or_swapped(
    memory: Memory, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    for _ in range(3):
        await sign(memory, await spoken(memory), "x" * CHUNK_BYTES)
    raw = (await backed_up(memory)).getvalue()
    start = raw.index(b"\n", len(MAGIC)) + 1
    chunks, at = [], start
    while at < len(raw):
        end = at + 4 + int.from_bytes(raw[at : at + 4], "big")
        chunks.append(raw[at:end])
        at = end
    assert len(chunks) > 3
    for order in (chunks[1:], chunks[:1] + chunks[2:], [chunks[1], chunks[0], *chunks[2:]], chunks[:-1]):
        with pytest.raises(BadInput):
            await restore(io.BytesIO(raw[:start] + b"".join(order)), elsewhere, clock)
    await restore(io.BytesIO(raw), elsewhere, clock)


async def test_a_restoring_that_was_broken_off_is_repeated(
    told: Told, elsewhere: RetentionSettings, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await backed_up(told.memory)
    put = restoring._put

    async def half(store: Any, wrapped: Any, masters: Any) -> int:
        await put(store, wrapped[: len(wrapped) // 2], masters)
        raise StoreUnavailable("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "_put", half)
        with pytest.raises(StoreUnavailable):
            await restore(file, elsewhere, clock)
    file.seek(0)
    done = await restore(file, elsewhere, clock)
    assert not done.keys_found
    async with Memory.open(elsewhere, clock) as memory:
        assert (await memory.notes.read(told.signed)).content == {"text": KEPT}
        assert [name for name in await kept_keys(memory) if name.startswith("probe:")] == []


async def test_it_goes_only_where_nothing_is(
    told: Told, settings: RetentionSettings, elsewhere: RetentionSettings, clock: FrozenClock
) -> None:
    file = await backed_up(told.memory)
    with pytest.raises(BadInput, match="records here already"):
        await restore(file, settings, clock)
    file.seek(0)
    await restore(file, elsewhere, clock)
    file.seek(0)
    with pytest.raises(BadInput, match="records here already"):
        await restore(file, elsewhere, clock)


async def test_another_master_key_or_key_store_is_refused(
    told: Told, settings: RetentionSettings, tmp_path: Path, clock: FrozenClock
) -> None:
    file = await backed_up(told.memory)
    for other, refusal in (
        (RetentionSettings(folder=tmp_path / "a", master_key=b"x" * 32), "not the master key"),
        (RetentionSettings(folder=tmp_path / "b"), "master key is missing"),
    ):
        file.seek(0)
        with pytest.raises(KeyUnavailable, match=refusal):
            await restore(file, other, clock)
    async with Memory.open(RetentionSettings(folder=tmp_path / "c"), clock):
        pass
    file.seek(0)
    with pytest.raises(KeyUnavailable, match="not the one of this backup"):
        await restore(file, RetentionSettings(folder=tmp_path / "c"), clock)


async def test_a_backup_from_before_a_rotation_is_restored_with_the_old_key_beside_the_new(
    clock: FrozenClock, tmp_path: Path
) -> None:
    settings = RetentionSettings(folder=tmp_path / "kept")
    async with Memory.open(settings, clock) as memory:
        session = await spoken(memory)
        await sign(memory, session)
        file = await backed_up(memory)
    old = settings.master_key_path.read_text()
    await rotate_master_key(settings)
    new = RetentionSettings(folder=tmp_path / "elsewhere")
    new.master_key_path.parent.mkdir(parents=True)
    new.master_key_path.write_text(settings.master_key_path.read_text())
    with pytest.raises(KeyUnavailable):
        await restore(file, new, clock)
    new.master_key_path.write_text(settings.master_key_path.read_text() + old)
    file.seek(0)
    await restore(file, new, clock)
    async with Memory.open(new, clock) as restored:
        assert (await restored.notes.read(session)).content == {"text": KEPT}


async def test_every_key_there_is_is_either_lasting_or_to_be_erased(told: Told) -> None:
    names = {name: is_lasting(name) for name in await kept_keys(told.memory)}
    lasting = sorted(name.partition(":")[0] for name, stays in names.items() if stays)
    assert lasting == ["chain", "note", "practice", "signing"]
    assert sorted(name.partition(":")[0] for name, stays in names.items() if not stays) == [
        "note",
        "transcript",
    ]
