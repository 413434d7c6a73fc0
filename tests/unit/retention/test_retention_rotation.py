"""Rotating the master key: beside a memory at work, broken off anywhere, from every source."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import replace
from pathlib import Path

import pytest

from retention import (
    BadInput,
    FrozenClock,
    KeyUnavailable,
    MasterKey,
    Memory,
    NewSession,
    RetentionSettings,
    SessionId,
    StoreUnavailable,
    Why,
    rotate_master_key,
)
from retention.kms import kms_of
from retention.masters import KeyFile
from retention.opening import source_of
from tests.support.cluster_memory import BOTH, MASTER_KEY, kept_keys

FORMS = BOTH
NEW = b"n" * 32


class Boom(BaseException):
    """A process that ends here."""


def to_new(settings: RetentionSettings) -> RetentionSettings:
    """What the command is given: in a folder the file does, elsewhere the operator gives both keys."""
    if settings.master_key is None:
        return settings
    return replace(settings, master_key=NEW, other_master_keys=(MASTER_KEY,))


def knowing_both(settings: RetentionSettings) -> RetentionSettings:
    """What a node is restarted with before a rotation."""
    return settings if settings.master_key is None else replace(settings, other_master_keys=(NEW,))


def after(settings: RetentionSettings) -> RetentionSettings:
    return settings if settings.master_key is None else replace(settings, master_key=NEW)


async def written(memory: Memory, text: str = "some words") -> SessionId:
    session = (await memory.sessions.create(NewSession(client="Ada"))).id
    await memory.transcripts.append(session, {"id": "seg_1", "text": text})
    return session


async def test_a_memory_at_work_goes_on_and_all_its_keys_are_under_the_new_one(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(knowing_both(settings), clock) as memory:
        before = await written(memory, "before")
        wrapped = await kept_keys(memory)
        done = await rotate_master_key(to_new(settings))
        assert done.keys == len(wrapped)
        assert not done.resumed
        during = await written(memory, "during")
        for session, text in ((before, "before"), (during, "during")):
            assert (await memory.transcripts.read(session))[0]["text"] == text
        now = await kept_keys(memory)
        assert all(now[name].tag == key.tag for name, key in wrapped.items())
        assert all(now[name].wrapped != key.wrapped for name, key in wrapped.items())
    async with Memory.open(after(settings), clock) as again:
        assert (await again.transcripts.read(before))[0]["text"] == "before"
        assert (await again.audit.verify()).ok


async def test_the_old_master_key_opens_nothing_afterwards(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(settings, clock) as memory:
        await written(memory)
        wrapped = await kept_keys(memory)
    old = (
        MASTER_KEY
        if settings.master_key
        else base64.b64decode(settings.master_key_path.read_text(), validate=False)
    )
    await rotate_master_key(to_new(settings))
    with pytest.raises(KeyUnavailable):
        async with Memory.open(replace(settings, master_key=old), clock):
            pytest.fail("opened with the old master key")
    if settings.master_key is None:
        lines = settings.master_key_path.read_text().split()
        assert len(lines) == 1
        assert base64.b64decode(lines[0]) != old
        files = b"".join(path.read_bytes() for path in settings.folder.rglob("*") if path.is_file())
        assert not [name for name, key in wrapped.items() if key.wrapped in files]


@pytest.mark.parametrize("step", ["adopt", "rewrap", "compact"])
async def test_broken_off_anywhere_it_goes_on(
    settings: RetentionSettings, clock: FrozenClock, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Memory.open(knowing_both(settings), clock) as memory:
        session = await written(memory)
        kind = type(memory._anchors)
        with monkeypatch.context() as patch:
            patch.setattr(kind, step, _dying(getattr(kind, step), after=1 if step == "rewrap" else 0))
            with pytest.raises(Boom):
                await rotate_master_key(to_new(settings))
        assert (await memory.transcripts.read(session))[0]["text"] == "some words"
        await written(memory)
    async with Memory.open(to_new(settings), clock) as restarted:
        assert (await restarted.transcripts.read(session))[0]["text"] == "some words"
    await rotate_master_key(to_new(settings))
    async with Memory.open(after(settings), clock) as done:
        assert (await done.transcripts.read(session))[0]["text"] == "some words"
        keys = await kept_keys(done)
        masters = await source_of(after(settings)).read()
        assert masters is not None
        assert len(masters) == 1
        assert all(masters.newest.wraps(name, key.tag, key.wrapped) for name, key in keys.items())


def _dying(real: object, after: int) -> object:
    calls = 0

    async def step(*given: object) -> object:
        nonlocal calls
        calls += 1
        if calls > after:
            raise Boom
        return await real(*given)  # type: ignore[operator]

    return step


async def test_words_are_written_and_destroyed_while_it_rotates(
    settings: RetentionSettings, clock: FrozenClock
) -> None:
    async with Memory.open(knowing_both(settings), clock) as memory:
        sessions = [await written(memory, f"text {number}") for number in range(6)]

        async def work() -> None:
            for session in sessions[:3]:
                await memory.destroy_transcript(session, Why.REQUESTED, "clinician")
            sessions.extend([await written(memory, f"text {number}") for number in range(6, 12)])

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(work())
            tasks.create_task(rotate_master_key(to_new(settings)))
        texts = [(await memory.transcripts.read(session))[0]["text"] for session in sessions[3:]]
        assert texts == [f"text {number}" for number in range(3, 12)]


async def test_without_keys_or_a_new_one_nothing_is_changed(
    settings: RetentionSettings, clock: FrozenClock, tmp_path: Path
) -> None:
    with pytest.raises(BadInput):
        await rotate_master_key(replace(to_new(settings), folder=tmp_path / "new"))
    async with Memory.open(settings, clock):
        pass
    if settings.master_key is not None:
        with pytest.raises(BadInput, match="ATTUNE_OTHER_MASTER_KEYS"):
            await rotate_master_key(settings)
        with pytest.raises(KeyUnavailable):
            await rotate_master_key(replace(settings, master_key=NEW, other_master_keys=(b"x" * 32,)))
    async with Memory.open(settings, clock):
        pass


async def test_of_two_rotations_at_once_one_is_refused(tmp_path: Path) -> None:
    source = KeyFile(tmp_path / "master.key")
    await source.make()
    with source.alone(), pytest.raises(StoreUnavailable), KeyFile(tmp_path / "master.key").alone():
        pytest.fail("two at once")
    with source.alone():
        pass


async def test_a_first_key_is_never_replaced_by_a_second_first(tmp_path: Path) -> None:
    path = tmp_path / "master.key"
    made = await asyncio.gather(*(KeyFile(path).make() for _ in range(4)))
    left = await asyncio.to_thread(lambda: [*tmp_path.iterdir()])
    assert len({masters.newest.check_value for masters in made}) == 1
    assert left == [path]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("address", ["", "aws", "aws:", "vault:x"])
def test_an_unknown_key_service_is_refused(address: str) -> None:
    with pytest.raises(BadInput):
        kms_of(address)


def test_the_number_of_keys_is_all_a_repr_tells() -> None:
    assert repr(MasterKey(NEW)) == "<MasterKey>"
