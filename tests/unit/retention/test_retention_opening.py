"""Opening: the right key, the right store, the newest schema, and proof that it can forget."""

from __future__ import annotations

import stat
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from retention import (
    LOCAL,
    BadInput,
    CannotDelete,
    FrozenClock,
    KeyUnavailable,
    Memory,
    NewSession,
    RetentionSettings,
    StoreUnavailable,
    occupied,
    opening,
)
from retention.database import Database
from retention.keystore import StoreFacts
from retention.migrate import newest_revision
from retention.redis_keys import RedisKeyStore
from retention.schema import KEYS, MEMORY
from retention.sqlite import SqliteFile
from retention.sqlite_keys import SqliteKeyStore


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def snapshot(folder: Path) -> dict[str, bytes]:
    """All files but the shared-memory index, which holds no content."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith("-shm"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


async def open_once(settings: RetentionSettings, client: str | None = None) -> None:
    async with Memory.open(settings, FrozenClock()) as memory:
        if client is not None:
            await memory.sessions.create(NewSession(client=client))


async def test_folders_and_files_are_private(settings: RetentionSettings) -> None:
    settings.folder.mkdir(mode=0o755)
    async with Memory.open(settings, FrozenClock()) as memory:
        await memory.sessions.create(NewSession(client="Ada"))
        assert mode(settings.folder) == mode(settings.folder / "keys") == 0o700
        files = [path for path in settings.folder.rglob("*") if path.is_file()]
        assert {path.name for path in files} >= {"attune.sqlite3", "keys.sqlite3", "master.key"}
        assert {mode(path) for path in files} == {0o600}


async def test_the_master_key_is_made_once_and_kept(settings: RetentionSettings) -> None:
    await open_once(settings, "Ada")
    key = settings.master_key_path.read_text()
    async with Memory.open(settings, FrozenClock()) as memory:
        assert (await memory.sessions.list(LOCAL))[0].client == "Ada"
    assert settings.master_key_path.read_text() == key


async def test_a_given_master_key_leaves_no_file(settings: RetentionSettings) -> None:
    given = replace(settings, master_key=b"m" * 32)
    await open_once(given, "Ada")
    assert not settings.master_key_path.exists()
    await open_once(given)
    assert "mmmm" not in repr(given)


async def test_a_wrong_master_key_is_refused_and_nothing_changes(settings: RetentionSettings) -> None:
    await open_once(replace(settings, master_key=b"m" * 32), "Ada")
    before = snapshot(settings.folder)
    with pytest.raises(KeyUnavailable) as refusal:
        await open_once(replace(settings, master_key=b"n" * 32))
    assert "master key" in refusal.value.detail
    assert snapshot(settings.folder) == before
    await open_once(replace(settings, master_key=b"m" * 32))


@pytest.mark.parametrize("content", [None, "", "not a key", "AAAA"])
async def test_a_lost_or_spoilt_master_key_file_is_never_replaced(
    settings: RetentionSettings, content: str | None
) -> None:
    await open_once(settings, "Ada")
    settings.master_key_path.unlink()
    if content is not None:
        settings.master_key_path.write_text(content)
    before = snapshot(settings.folder)
    with pytest.raises((KeyUnavailable, BadInput)):
        await open_once(settings)
    assert snapshot(settings.folder) == before


async def test_records_refuse_a_key_store_that_is_not_theirs(
    settings: RetentionSettings, tmp_path: Path
) -> None:
    given = replace(settings, master_key=b"m" * 32)
    await open_once(given, "Ada")
    with pytest.raises(KeyUnavailable):
        await open_once(replace(given, key_store_path=tmp_path / "elsewhere" / "keys.sqlite3"))
    other = replace(given, folder=tmp_path / "other")
    await open_once(other)
    with pytest.raises(KeyUnavailable):
        await open_once(replace(given, key_store_path=other.keys_path))
    await open_once(given)


async def test_it_refuses_to_start_where_deleted_bytes_stay(
    settings: RetentionSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def always(_file: SqliteFile, _patterns: Sequence[bytes]) -> bool:
        return True

    monkeypatch.setattr(SqliteFile, "contains", always)
    with pytest.raises(CannotDelete):
        await open_once(settings)


async def test_without_secure_delete_the_probe_is_found(
    settings: RetentionSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The probe is no formality: with the pragma off it does find what is left."""
    weak = ("journal_mode=WAL", "secure_delete=OFF", "foreign_keys=ON")
    monkeypatch.setattr("retention.sqlite._PRAGMAS", weak)
    with pytest.raises(CannotDelete):
        await open_once(settings)


async def test_it_refuses_to_start_where_files_can_not_be_deleted(
    settings: RetentionSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", lambda _self: None)
    with pytest.raises(CannotDelete):
        await open_once(settings)


async def test_a_shared_folder_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    with pytest.raises(BadInput):
        await open_once(RetentionSettings(folder=shared))
    assert mode(shared) == 0o1777


def test_a_folder_belongs_to_one_server_at_a_time(settings: RetentionSettings) -> None:
    with occupied(settings), pytest.raises(StoreUnavailable, match="in use"), occupied(settings):
        pytest.fail("two servers in one folder")
    with occupied(settings):
        assert settings.folder.stat().st_mode & 0o777 == 0o700


async def test_a_folder_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable):
        await open_once(RetentionSettings(folder=tmp_path / "file"))


async def test_a_database_that_is_none_is_a_clear_error(settings: RetentionSettings) -> None:
    await open_once(settings)
    settings.database_path.write_bytes(b"not a database, however long this text may be" * 200)
    with pytest.raises(StoreUnavailable):
        await open_once(settings)


@pytest.mark.parametrize("days", [0.0, -1.0, 7.1, float("nan"), float("inf")])
def test_only_a_shorter_life_is_accepted(tmp_path: Path, days: float) -> None:
    with pytest.raises(BadInput):
        RetentionSettings(folder=tmp_path, transcript_days=days)


def test_a_master_key_has_32_bytes_and_sqlite_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        RetentionSettings(folder=tmp_path, master_key=b"short")
    for url in ("sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"):
        with pytest.raises(BadInput):
            RetentionSettings(folder=tmp_path, database_url=url)


async def test_a_database_url_names_another_file(settings: RetentionSettings, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.sqlite3"
    await open_once(replace(settings, database_url=f"sqlite+aiosqlite:///{path}"), "Ada")
    assert path.exists()
    assert not settings.database_path.exists()


async def test_the_migrations_build_exactly_the_schema_the_code_uses(settings: RetentionSettings) -> None:
    await open_once(settings)
    for path, metadata in ((settings.database_path, MEMORY), (settings.keys_path, KEYS)):
        database = Database.at_path(path)

        def differences(connection: Connection, metadata: object = metadata) -> list[object]:
            return list(compare_metadata(MigrationContext.configure(connection), metadata))  # type: ignore[arg-type]

        async with database.read() as connection:
            assert await connection.run_sync(differences) == []
        await database.close()


async def test_records_of_a_newer_version_are_refused(settings: RetentionSettings) -> None:
    await open_once(settings, "Ada")
    database = Database.at_path(settings.database_path)
    async with database.write() as connection:
        assert await connection.scalar(text("select version_num from alembic_version")) == newest_revision(
            "memory"
        )
        await connection.execute(text("update alembic_version set version_num = 'm9999'"))
    await database.close()
    with pytest.raises(StoreUnavailable) as refusal:
        await open_once(settings)
    assert "newer" in refusal.value.detail


@pytest.mark.parametrize("read", ["the pair", "the facts"])
async def test_a_node_that_founds_while_another_looks_is_one_with_it(
    settings: RetentionSettings, monkeypatch: pytest.MonkeyPatch, read: str
) -> None:
    """Whatever the one has read when the other founds keys and records, both open the same."""
    others: list[None] = []

    async def founded() -> None:
        if not others:
            others.append(None)
            await open_once(settings, "Ada")

    paired_with, facts = opening.paired_with, (SqliteKeyStore.facts, RedisKeyStore.facts)

    async def pair_then(records: Database) -> str | None:
        pair = await paired_with(records)
        if read == "the pair":
            await founded()
        return pair

    def then(
        told: Callable[[Any], Awaitable[StoreFacts | None]],
    ) -> Callable[[Any], Awaitable[StoreFacts | None]]:
        async def facts_then(store: Any) -> StoreFacts | None:
            kept = await told(store)
            if read == "the facts":
                await founded()
            return kept

        return facts_then

    monkeypatch.setattr(opening, "paired_with", pair_then)
    monkeypatch.setattr(SqliteKeyStore, "facts", then(facts[0]))
    monkeypatch.setattr(RedisKeyStore, "facts", then(facts[1]))
    async with Memory.open(settings, FrozenClock()) as memory:
        assert [one.client for one in await memory.sessions.list(LOCAL)] == ["Ada"]
