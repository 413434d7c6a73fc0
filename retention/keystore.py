"""The key store: wrapped data keys in a SQLite file of their own, in no backup.

It also anchors what must not be turned back with the records: the heads of the hash chains and
the highest time seen. Restoring an old copy of the records leaves these where they were.
"""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol, TypeVar

from sqlalchemy import delete, insert, inspect, select, update

from retention.database import Database
from retention.errors import KeyUnavailable
from retention.schema import anchors, data_keys, store_facts, time_mark
from retention.sealing import DataKey, MasterKey
from retention.transaction import Transaction

_T = TypeVar("_T")
_READ_ATTEMPTS: Final = 3
_CHECK_VALUE: Final = "master_key_check"
_STORE_ID: Final = "store_id"


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last link of a hash chain: its position (from 1) and hash, in hexadecimal."""

    position: int
    hash: str


GENESIS: Final = ChainHead(0, "0" * 64)


class KeyStore(Protocol):
    """Where data keys live, apart from what they seal."""

    async def create(self, name: str) -> None:
        """Makes a random key of this name unless there is one."""
        ...

    def key(self, name: str) -> AbstractAsyncContextManager[DataKey]:
        """The key, for the length of a `with` block. Raises `KeyUnavailable`."""
        ...

    async def tags(self, names: Iterable[str]) -> dict[str, bytes]:
        """The tags of those of the keys that live."""
        ...

    async def erase(self, names: Sequence[str]) -> None:
        """Deletes keys for good. Those already gone are no error."""
        ...

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Checks that no pattern is left in the store's files. Raises `DestructionIncomplete`."""
        ...


class Anchors(Protocol):
    """What only ever goes forward."""

    async def anchor(self, chain: str) -> ChainHead:
        """The furthest head of a chain ever kept."""
        ...

    async def advance(self, chain: str, head: ChainHead) -> None:
        """Keeps a head that is further than the one kept."""
        ...

    async def high_water(self) -> datetime | None:
        """The highest time ever kept."""
        ...

    async def raise_high_water(self, at: datetime) -> None:
        """Keeps a time that is later than the one kept."""
        ...


class SqliteKeyStore:
    """`KeyStore` and `Anchors` in one SQLite database."""

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._master = master

    async def create(self, name: str) -> None:
        """Makes a random key of this name unless there is one."""
        async with self._database.write() as connection:
            found = await connection.scalar(select(data_keys.c.name).where(data_keys.c.name == name))
            if found is None:
                with DataKey.fresh() as key:
                    row = {"name": name, "tag": key.tag, "wrapped": self._master.wrap(name, key)}
                    await connection.execute(insert(data_keys).values(row))

    @asynccontextmanager
    async def key(self, name: str) -> AsyncIterator[DataKey]:
        """The key; overwritten in memory when the block ends. Raises `KeyUnavailable`."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(data_keys).where(data_keys.c.name == name))).one_or_none()
        if row is None:
            raise KeyUnavailable("this data key is erased; what it sealed can't be read again")
        with self._master.unwrap(name, row.tag, row.wrapped) as key:
            yield key

    async def tags(self, names: Iterable[str]) -> dict[str, bytes]:
        """The tags of those of the keys that live."""
        query = select(data_keys.c.name, data_keys.c.tag).where(data_keys.c.name.in_(list(names)))
        async with self._database.read() as connection:
            return {row.name: row.tag for row in await connection.execute(query)}

    async def erase(self, names: Sequence[str]) -> None:
        """Deletes keys and makes their bytes leave the files."""
        async with self._database.write() as connection:
            await connection.execute(delete(data_keys).where(data_keys.c.name.in_(list(names))))
        await self._database.settle()

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Checks that no pattern is left in the store's files. Raises `DestructionIncomplete`."""
        return await self._database.clear_residue(patterns)

    async def anchor(self, chain: str) -> ChainHead:
        """The furthest head of a chain ever kept."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(anchors).where(anchors.c.chain == chain))).one_or_none()
        return GENESIS if row is None else ChainHead(row.position, row.hash)

    async def advance(self, chain: str, head: ChainHead) -> None:
        """Keeps a head that is further than the one kept."""
        async with self._database.write() as connection:
            kept = await connection.scalar(select(anchors.c.position).where(anchors.c.chain == chain))
            values = {"position": head.position, "hash": head.hash}
            if kept is None:
                await connection.execute(insert(anchors).values(chain=chain, **values))
            elif kept < head.position:
                await connection.execute(update(anchors).where(anchors.c.chain == chain).values(values))

    async def high_water(self) -> datetime | None:
        """The highest time ever kept."""
        async with self._database.read() as connection:
            at: datetime | None = await connection.scalar(select(time_mark.c.at))
        return at

    async def raise_high_water(self, at: datetime) -> None:
        """Keeps a time that is later than the one kept."""
        async with self._database.write() as connection:
            kept = await connection.scalar(select(time_mark.c.at))
            if kept is None:
                await connection.execute(insert(time_mark).values(id=1, at=at))
            elif kept < at:
                await connection.execute(update(time_mark).values(at=at))


async def retry_on_rekey(attempt: Callable[[], Awaitable[_T]]) -> _T:
    """Repeats a read whose key was replaced between reading the rows and fetching the key.

    Raises:
        KeyUnavailable: the key is gone for good.
    """
    for _ in range(_READ_ATTEMPTS - 1):
        try:
            return await attempt()
        except KeyUnavailable:
            continue
    return await attempt()


async def identify(database: Database) -> bytes | None:
    """The id of an existing key store, or None for an empty file."""
    async with database.read() as connection:
        return await _fact(connection, _STORE_ID)


async def check_master_key(database: Database, master: MasterKey) -> None:
    """Compares the master key with the one this store was made with; writes nothing.

    Raises:
        KeyUnavailable: it is another.
    """
    async with database.read() as connection:
        kept = await _fact(connection, _CHECK_VALUE)
    if kept is not None and not hmac.compare_digest(kept, master.check_value):
        raise KeyUnavailable(
            "this is not the master key of this folder; give the right one. Nothing was changed"
        )


async def found(database: Database, master: MasterKey, store_id: bytes) -> None:
    """Makes an empty store belong to this master key and gives it its id."""
    async with database.write() as connection:
        if await _fact(connection, _STORE_ID) is None:
            facts = {_STORE_ID: store_id, _CHECK_VALUE: master.check_value}
            rows = [{"name": name, "value": value} for name, value in facts.items()]
            await connection.execute(insert(store_facts), rows)


async def _fact(connection: Transaction, name: str) -> bytes | None:
    if not await connection.run_sync(lambda sync: inspect(sync).has_table(store_facts.name)):
        return None
    value: bytes | None = await connection.scalar(
        select(store_facts.c.value).where(store_facts.c.name == name)
    )
    return value
