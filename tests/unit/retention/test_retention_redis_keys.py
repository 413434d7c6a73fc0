"""The key store in Redis: what it refuses, how it fails, and that one clearing serves many erasures."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from retention import BadInput, CannotDelete, RetentionSettings, StoreUnavailable
from retention.clock import TimeMark
from retention.keystore import ChainHead, StoreFacts, WrappedKey
from retention.redis_keys import RedisKeyStore
from tests.support.postgres import KeyRedis

FACTS = StoreFacts(b"i" * 16, b"c" * 16)
AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
RIGHTS = ("get", "set", "mget", "del", "incr", "eval", "evalsha", "script|load", "info", "bgrewriteaof")
"""Commands that decision 6 names; `config|get` may be added, so that the settings are looked at."""
KEY = WrappedKey(b"t" * 16, b"w" * 60)


@pytest.fixture
async def redis(key_redis: KeyRedis) -> AsyncIterator[Redis]:
    async with Redis.from_url(key_redis.url()) as client:
        await client.flushall()
        yield client


@pytest.fixture
async def store(key_redis: KeyRedis, redis: Redis) -> AsyncIterator[RedisKeyStore]:
    async with RedisKeyStore.open(key_redis.url()) as opened:
        await opened.found(FACTS)
        yield opened


@asynccontextmanager
async def set_to(redis: Redis, name: str, value: str, back: str) -> AsyncIterator[None]:
    await redis.config_set(name, value)
    try:
        yield
    finally:
        await redis.config_set(name, back)


async def allow(redis: Redis, *commands: str) -> None:
    """A user who may do these on the store's own keys, and nothing else."""
    await redis.acl_setuser(
        "attune",
        enabled=True,
        reset=True,
        passwords=["+opensesame7"],
        keys=["attune:keys:*"],
        categories=["-@all"],
        commands=[f"+{command}" for command in commands],
    )


async def rewritings(redis: Redis) -> int:
    return int((await redis.info("persistence"))["aof_rewrites"])


@pytest.mark.parametrize(
    ("name", "value", "back", "says"),
    [
        ("appendonly", "no", "yes", "appendonly yes"),
        ("appendfsync", "everysec", "always", "appendfsync always"),
    ],
)
async def test_a_redis_that_could_lose_keys_is_refused_unless_accepted(
    key_redis: KeyRedis, redis: Redis, name: str, value: str, back: str, says: str
) -> None:
    async with set_to(redis, name, value, back):
        with pytest.raises(StoreUnavailable, match=says):
            async with RedisKeyStore.open(key_redis.url()):
                pytest.fail("opened a store that can lose keys")
        async with RedisKeyStore.open(key_redis.url(), may_lose=True) as accepted:
            await accepted.found(FACTS)
            await accepted.prove_deletion()


async def test_a_redis_that_evicts_is_refused(key_redis: KeyRedis, redis: Redis) -> None:
    async with (
        set_to(redis, "maxmemory", "50mb", "0"),
        set_to(redis, "maxmemory-policy", "allkeys-lru", "noeviction"),
    ):
        with pytest.raises(StoreUnavailable, match="noeviction"):
            async with RedisKeyStore.open(key_redis.url()):
                pytest.fail("opened a store that evicts keys")


async def test_a_redis_that_writes_snapshots_is_refused_in_any_case(
    key_redis: KeyRedis, redis: Redis
) -> None:
    async with set_to(redis, "save", "3600 1", ""):
        with pytest.raises(CannotDelete, match="snapshots"):
            async with RedisKeyStore.open(key_redis.url(), may_lose=True):
                pytest.fail("opened a store that keeps copies")


async def test_it_needs_few_rights_and_says_when_it_may_not_forget(key_redis: KeyRedis, redis: Redis) -> None:
    url = key_redis.url().replace("redis://", "redis://attune:opensesame7@")
    try:
        await allow(redis, *RIGHTS, "config|get")
        with capture_logs() as logged:
            async with RedisKeyStore.open(url) as opened:
                await uses_everything(opened)
        assert "key_store_settings_not_shown" not in [line["event"] for line in logged]
        await allow(redis, *RIGHTS)
        with pytest.raises(StoreUnavailable, match="CONFIG GET"):
            async with RedisKeyStore.open(url):
                pytest.fail("opened a store whose settings are hidden")
        with capture_logs() as logged:
            async with RedisKeyStore.open(url, may_lose=True) as opened:
                await uses_everything(opened)
        assert "key_store_settings_not_shown" in [line["event"] for line in logged]
        await allow(redis, *(right for right in RIGHTS if right != "bgrewriteaof"), "config|get")
        async with RedisKeyStore.open(url) as opened:
            await opened.found(FACTS)
            with pytest.raises(CannotDelete):
                await opened.prove_deletion()
    finally:
        await redis.acl_deluser("attune")


async def uses_everything(store: RedisKeyStore) -> None:
    await store.found(FACTS)
    await store.prove_deletion()
    await store.put("note:1", KEY)
    assert await store.get("note:1") == KEY
    await store.advance("audit", ChainHead(1, "0" * 64))
    assert await store.anchor("audit") == ChainHead(1, "0" * 64)
    assert await store.raise_time_mark(TimeMark(AT, AT)) == AT
    await store.erase(["note:1"])


async def test_a_password_stands_in_no_error(key_redis: KeyRedis, redis: Redis, tmp_path: Path) -> None:
    for url in (
        key_redis.url().replace("redis://", "redis://attune:opensesame7@"),
        "redis://:opensesame7@127.0.0.1:1/0",
    ):
        with pytest.raises(StoreUnavailable) as refusal:
            async with RedisKeyStore.open(url):
                pytest.fail("opened")
        assert "opensesame7" not in f"{refusal.value!r} {refusal.value.__cause__!r}"
        settings = RetentionSettings(folder=tmp_path, key_store_url=url, master_key=b"m" * 32)
        assert "opensesame7" not in repr(settings)


async def test_a_store_that_lost_its_contents_is_refused_not_believed(
    store: RedisKeyStore, redis: Redis
) -> None:
    await store.put("note:1", KEY)
    await redis.flushall()
    for attempt in (
        store.tags(["note:1"]),
        store.put("note:2", KEY),
        store.erase(["note:1"]),
        store.anchor("audit"),
        store.settle(),
    ):
        with pytest.raises(StoreUnavailable, match="lost its contents"):
            await attempt
    assert await redis.dbsize() == 0


@pytest.mark.parametrize("body", ["nonsense", '{"version": 2, "id": "00", "check": "00"}', '{"version": 1}'])
async def test_what_another_program_or_a_newer_version_wrote_is_refused(
    key_redis: KeyRedis, redis: Redis, body: str
) -> None:
    await redis.set("attune:keys:facts", body)
    async with RedisKeyStore.open(key_redis.url()) as opened:
        with pytest.raises(StoreUnavailable):
            await opened.facts()


async def test_one_clearing_serves_all_erasures_before_it(
    store: RedisKeyStore, redis: Redis, key_redis: KeyRedis
) -> None:
    names = [f"transcript:{number}" for number in range(20)]
    for name in names:
        await store.put(name, KEY)
    before = await rewritings(redis)
    await asyncio.gather(*(store.erase([name]) for name in names))
    assert await rewritings(redis) - before <= 4
    key_redis.forgets(KEY.wrapped)
    again = await rewritings(redis)
    await store.erase(names)
    await store.settle()
    assert await rewritings(redis) == again


async def test_an_erasure_cut_off_before_its_clearing_is_cleared_by_the_next_node(
    store: RedisKeyStore, redis: Redis, key_redis: KeyRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def cut_off() -> None:
        raise StoreUnavailable("gone")

    await store.put("transcript:1", KEY)
    monkeypatch.setattr(store._files, "rewrite", cut_off)
    with pytest.raises(StoreUnavailable):
        await store.erase(["transcript:1"])
    assert KEY.wrapped in key_redis.stored()
    async with RedisKeyStore.open(key_redis.url()) as other:
        await other.found(FACTS)
        await other.erase(["transcript:1"])
    key_redis.forgets(KEY.wrapped)


def test_what_is_no_redis_or_lacks_the_master_key_is_refused(tmp_path: Path) -> None:
    for bad in (
        {"key_store_url": "http://127.0.0.1"},
        {"key_store_url": "redis://[127.0.0.1"},
        {"key_store_url": "redis://127.0.0.1/0?sslmode=require"},
        {"key_store_url": "redis://127.0.0.1/0", "master_key": None},
        {"key_store_url": "redis://127.0.0.1/0", "key_store_path": tmp_path / "keys.sqlite3"},
    ):
        with pytest.raises(BadInput):
            RetentionSettings(**{"folder": tmp_path, "master_key": b"m" * 32} | bad)  # type: ignore[arg-type]
