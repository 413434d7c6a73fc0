"""The memory in both its forms: files in a folder, or a PostgreSQL and a Redis that nodes share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
from redis.asyncio import Redis
from sqlalchemy import select

from retention import Memory, RetentionSettings
from retention.keystore import WrappedKey
from retention.redis_keys import RedisKeyStore
from retention.schema import data_keys
from retention.sqlite_keys import SqliteKeyStore
from tests.support.postgres import PASSWORD, KeyRedis, Server

EMBEDDED = "embedded"
CLUSTER = "cluster"
BOTH = (EMBEDDED, CLUSTER)
MASTER_KEY = b"m" * 32
_WITHOUT_TABLES = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
_WITHOUT_ROWS = """
DO $$ DECLARE those text; BEGIN
  SELECT string_agg(quote_ident(tablename), ', ') INTO those FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> 'alembic_version';
  IF those IS NOT NULL THEN EXECUTE 'TRUNCATE ' || those || ' RESTART IDENTITY'; END IF;
END $$"""


@asynccontextmanager
async def cluster_settings(
    server: Server, redis: KeyRedis, folder: Path, *, new: bool = False
) -> AsyncIterator[RetentionSettings]:
    """Settings of a memory that is empty now: of tables without rows, or `new`, without tables."""
    connection = await asyncpg.connect(
        host="127.0.0.1", port=server.port, user="attune", password=PASSWORD, database="postgres"
    )
    try:
        await connection.execute(_WITHOUT_TABLES if new else _WITHOUT_ROWS)
    finally:
        await connection.close()
    async with Redis.from_url(redis.url()) as keys:
        await keys.flushall()
    yield RetentionSettings(
        folder=folder, database_url=server.url(), key_store_url=redis.url(), master_key=MASTER_KEY
    )


async def lose_records(settings: RetentionSettings) -> None:
    """The disk with the records is gone; the key store is not. The memory must be closed."""
    if settings.database_url is None:
        for path in settings.folder.glob(f"{settings.database_path.name}*"):
            path.unlink()
        return
    connection = await asyncpg.connect(settings.database_url.replace("+asyncpg", ""))
    try:
        await connection.execute(_WITHOUT_ROWS)
    finally:
        await connection.close()


async def kept_keys(memory: Memory, prefix: str = "") -> dict[str, WrappedKey]:
    """The wrapped keys in the memory's key store whose names begin so."""
    store = memory._anchors
    if isinstance(store, RedisKeyStore):
        found = [key.decode() async for key in store._redis.scan_iter(match="attune:keys:key:*")]
        names = [name.removeprefix("attune:keys:key:") for name in found]
    else:
        assert isinstance(store, SqliteKeyStore)
        async with store._database.read() as connection:
            names = list(await connection.scalars(select(data_keys.c.name)))
    kept = {name: await store.get(name) for name in names if name.startswith(prefix)}
    return {name: key for name, key in kept.items() if key is not None}
