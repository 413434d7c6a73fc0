"""One contract for both forms of the key store: a SQLite file, and a Redis that nodes share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from redis.asyncio import Redis

from retention import KeyUnavailable, MasterKey
from retention.clock import TimeMark
from retention.keystore import (
    GENESIS,
    ChainHead,
    DataKeys,
    KeyStore,
    MasterKeyChanged,
    StoreFacts,
    WrappedKey,
)
from retention.masters import GivenKeys
from retention.redis_keys import RedisKeyStore
from retention.sqlite_keys import SqliteKeyStore
from tests.support.folder_watch import wait_for

OLD, NEW = b"m" * 32, b"n" * 32
FACTS = StoreFacts(b"i" * 16, MasterKey(OLD).check_value)
AT = datetime(2026, 1, 5, 9, 0, 0, 123456, tzinfo=UTC)


@dataclass(frozen=True)
class Stores:
    """Two nodes' views of one store, and every byte that stands in its files."""

    one: KeyStore
    other: KeyStore
    files: Callable[[], bytes]

    def forgets(self, piece: bytes) -> None:
        """Fails while the piece stands in a file. Redis removes what it replaced a moment later."""
        wait_for(lambda: piece not in self.files(), 5, "the files let go of it")


@pytest.fixture(params=["sqlite", "redis"])
async def stores(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stores]:
    if request.param == "sqlite":
        path = tmp_path / "keys.sqlite3"
        async with SqliteKeyStore.open(path) as one, SqliteKeyStore.open(path) as other:
            await one.found(FACTS)
            await other.found(FACTS)
            yield Stores(one, other, lambda: b"".join(file.read_bytes() for file in tmp_path.iterdir()))
        return
    server = request.getfixturevalue("key_redis")
    async with Redis.from_url(server.url()) as keys:
        await keys.flushall()
    async with RedisKeyStore.open(server.url()) as one_redis, RedisKeyStore.open(server.url()) as other_redis:
        await one_redis.found(FACTS)
        await other_redis.found(FACTS)
        yield Stores(one_redis, other_redis, server.stored)


def key(letter: str) -> WrappedKey:
    return WrappedKey(letter.encode() * 16, b"wrapped " + letter.encode() * 40)


async def test_of_several_founders_one_wins_and_all_learn_who(stores: Stores) -> None:
    for store in (stores.one, stores.other):
        assert await store.found(StoreFacts(b"x" * 16, b"y" * 16)) == FACTS
        assert await store.facts() == FACTS


async def test_a_key_is_kept_under_its_name_and_never_replaced(stores: Stores) -> None:
    await stores.one.put("note:1", key("a"))
    await stores.other.put("note:1", key("b"))
    assert await stores.one.get("note:1") == await stores.other.get("note:1") == key("a")
    assert await stores.one.get("note:2") is None
    assert await stores.one.tags(["note:1", "note:2"]) == {"note:1": b"a" * 16}
    assert await stores.one.tags([]) == {}


async def test_of_many_that_make_a_key_at_once_all_get_the_same(stores: Stores) -> None:
    nodes = [DataKeys(stores.one, GivenKeys(OLD)), DataKeys(stores.other, GivenKeys(OLD))]

    async def make(keys: DataKeys) -> bytes:
        await keys.create("practice:local")
        async with keys.key("practice:local") as made:
            return made.raw()

    made = await asyncio.gather(*(make(nodes[index % 2]) for index in range(10)))
    assert len(set(made)) == 1
    assert made[0] not in stores.files()


async def test_of_an_erased_key_no_byte_is_left_in_the_files(stores: Stores) -> None:
    for letter in "abc":
        await stores.one.put(f"transcript:{letter}", key(letter))
    assert key("a").wrapped in stores.files()
    await stores.other.erase(["transcript:a", "transcript:b", "transcript:never"])
    for letter in "ab":
        stores.forgets(key(letter).wrapped)
        stores.forgets(key(letter).tag)
    assert await stores.one.get("transcript:a") is None
    assert await stores.one.get("transcript:c") == key("c")
    await stores.one.erase(["transcript:a"])
    await stores.one.erase([])
    assert await stores.one.tags(["transcript:b", "transcript:c"]) == {"transcript:c": b"c" * 16}


async def test_an_erased_key_is_a_clear_error_and_another_master_key_opens_none(stores: Stores) -> None:
    keys = DataKeys(stores.one, GivenKeys(OLD))
    await keys.create("note:1")
    with pytest.raises(KeyUnavailable):
        async with DataKeys(stores.other, GivenKeys(NEW)).key("note:1"):
            pytest.fail("opened with another master key")
    await keys.erase(["note:1"])
    with pytest.raises(KeyUnavailable):
        async with keys.key("note:1"):
            pytest.fail("opened an erased key")


async def test_anchors_only_go_forward_whoever_moves_them(stores: Stores) -> None:
    assert await stores.one.anchor("audit") == GENESIS
    heads = [ChainHead(position, f"{position:064x}") for position in range(1, 12)]
    turns = (stores.one, stores.other)
    await asyncio.gather(*(turns[head.position % 2].advance("audit", head) for head in reversed(heads)))
    await stores.other.advance("audit", heads[3])
    assert await stores.one.anchor("audit") == heads[-1]
    assert await stores.other.anchor("receipts") == GENESIS


async def test_time_only_goes_forward_and_every_node_learns_the_highest(stores: Stores) -> None:
    assert await stores.one.time_mark() is None
    assert await stores.one.raise_time_mark(TimeMark(AT, AT)) == AT
    assert await stores.other.raise_time_mark(TimeMark(AT - timedelta(days=3), AT)) == AT
    later = AT + timedelta(microseconds=1)
    assert await stores.other.raise_time_mark(TimeMark(later, AT)) == later
    assert await stores.one.time_mark() == TimeMark(later, AT)


async def test_of_two_marks_of_one_time_the_later_one_tells_the_wall_clock(stores: Stores) -> None:
    behind = TimeMark(AT, AT - timedelta(days=300))
    for mark in (TimeMark(AT, AT), behind):
        assert await stores.one.raise_time_mark(mark) == AT
    assert await stores.other.time_mark() == behind


async def test_it_proves_that_it_can_forget_and_leaves_nothing_of_the_proof(stores: Stores) -> None:
    await stores.one.prove_deletion()
    stores.forgets(b"probe:")
    assert not await stores.one.clear_residue([b"nothing"]) or isinstance(stores.one, SqliteKeyStore)
    await stores.one.settle()


async def test_after_a_rotation_nothing_is_taken_under_the_old_master_key(stores: Stores) -> None:
    old, new = MasterKey(OLD).check_value, MasterKey(NEW).check_value
    await stores.one.put("note:1", key("a"), old)
    await stores.one.adopt(new)
    for store in (stores.one, stores.other):
        with pytest.raises(MasterKeyChanged):
            await store.put("note:2", key("b"), old)
        assert await store.facts() == StoreFacts(FACTS.id, new)
        assert await store.get("note:1") == key("a")
        assert await store.get("note:2") is None
    await stores.other.put("note:2", key("b"), new)
    assert sorted(await stores.one.names()) == ["note:1", "note:2"]


async def test_a_key_is_wrapped_anew_only_in_the_place_of_what_was_read(stores: Stores) -> None:
    await stores.one.put("note:1", key("a"))
    anew = WrappedKey(key("a").tag, b"anew " * 9)
    assert not await stores.other.rewrap("note:1", key("b"), anew)
    assert not await stores.other.rewrap("note:2", key("a"), anew)
    assert await stores.other.rewrap("note:1", key("a"), anew)
    assert await stores.one.get("note:1") == anew
    await stores.other.compact()
    stores.forgets(key("a").wrapped)


async def test_a_node_that_missed_a_rotation_reads_its_source_again(stores: Stores) -> None:
    node, rotator = DataKeys(stores.one, GivenKeys(OLD, NEW)), DataKeys(stores.other, GivenKeys(NEW, OLD))
    await node.create("note:1")
    async with node.key("note:1") as made:
        before = made.raw()
    await stores.other.adopt(MasterKey(NEW).check_value)
    await node.create("note:2")
    kept = await stores.one.get("note:2")
    assert kept is not None
    assert MasterKey(NEW).wraps("note:2", kept.tag, kept.wrapped)
    async with rotator.key("note:1") as same:
        assert same.raw() == before


async def test_a_node_without_the_new_master_key_says_so(stores: Stores) -> None:
    node = DataKeys(stores.one, GivenKeys(OLD))
    await node.create("note:1")
    await stores.other.adopt(MasterKey(NEW).check_value)
    with pytest.raises(KeyUnavailable, match="not the master key"):
        await node.create("note:2")
