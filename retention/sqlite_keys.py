"""The key store as a SQLite file of its own: the form of a single machine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from sqlalchemy import delete, insert, inspect, select, update

from retention import proof
from retention.clock import TimeMark
from retention.database import Database
from retention.keystore import GENESIS, ChainHead, MasterKeyChanged, StoreFacts, WrappedKey
from retention.schema import anchors, data_keys, store_facts, time_mark
from retention.transaction import Transaction

_CHECK_VALUE: Final = "master_key_check"
_STORE_ID: Final = "store_id"
_STEADY, _WALL = 1, 2
"""The rows of the mark of time."""


class SqliteKeyStore:
    """`KeyStore` in one SQLite database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncIterator[Self]:
        """The key store in a file, made with mode 0600. Raises `StoreUnavailable`."""
        database = Database.at_path(path)
        try:
            yield cls(database)
        finally:
            await database.close()

    async def facts(self) -> StoreFacts | None:
        """Whose store this is, or None for an empty file."""
        async with self._database.read() as connection:
            return await _facts(connection)

    async def found(self, facts: StoreFacts) -> StoreFacts:
        """Brings the schema up to date and makes an empty store known by these facts."""
        await self._database.migrate("keys")
        async with self._database.write() as connection:
            kept = await _facts(connection)
            if kept is not None:
                return kept
            values = {_STORE_ID: facts.id, _CHECK_VALUE: facts.check_value}
            rows = [{"name": name, "value": value} for name, value in values.items()]
            await connection.execute(insert(store_facts), rows)
        return facts

    async def put(self, name: str, key: WrappedKey, under: bytes | None = None) -> None:
        """Keeps a key under a name, unless there is one. Raises `MasterKeyChanged`; see `KeyStore`."""
        async with self._database.write() as connection:
            facts = await _facts(connection)
            if under is not None and (facts is None or facts.check_value != under):
                raise MasterKeyChanged("the master key was rotated")
            found = await connection.scalar(select(data_keys.c.name).where(data_keys.c.name == name))
            if found is None:
                row = {"name": name, "tag": key.tag, "wrapped": key.wrapped}
                await connection.execute(insert(data_keys).values(row))

    async def get(self, name: str) -> WrappedKey | None:
        """The key of this name, or None."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(data_keys).where(data_keys.c.name == name))).one_or_none()
        return None if row is None else WrappedKey(row.tag, row.wrapped)

    async def names(self) -> list[str]:
        """The names of all keys."""
        async with self._database.read() as connection:
            return list(await connection.scalars(select(data_keys.c.name)))

    async def rewrap(self, name: str, before: WrappedKey, anew: WrappedKey) -> bool:
        """Puts a key wrapped anew in the place of what stands there, if that still does."""
        these = (data_keys.c.name == name) & (data_keys.c.wrapped == before.wrapped)
        async with self._database.write() as connection:
            done = await connection.execute(update(data_keys).where(these).values(wrapped=anew.wrapped))
        return done.rowcount > 0

    async def adopt(self, check_value: bytes) -> None:
        """Makes the store known by another master key."""
        this = store_facts.c.name == _CHECK_VALUE
        async with self._database.write() as connection:
            await connection.execute(update(store_facts).where(this).values(value=check_value))

    async def compact(self) -> None:
        """Writes the file anew, without what was replaced in it."""
        await self._database.rebuild()

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

    async def prove_deletion(self) -> None:
        """Shows by a probe that what is erased here is gone. Raises `CannotDelete`."""
        await proof.prove_deletion(self._database, store_facts, "name")

    async def settle(self) -> None:
        """Makes what was erased leave the files."""
        await self._database.settle()

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

    async def time_mark(self) -> TimeMark | None:
        """The mark with the highest time ever kept."""
        async with self._database.read() as connection:
            return await _mark(connection)

    async def raise_time_mark(self, mark: TimeMark) -> datetime:
        """Keeps a mark unless one with a later time is kept; the highest time ever kept."""
        async with self._database.write() as connection:
            kept = await _mark(connection)
            if kept is not None and kept.at > mark.at:
                return kept.at
            await connection.execute(delete(time_mark))
            rows = [{"id": _STEADY, "at": mark.at}, {"id": _WALL, "at": mark.wall}]
            await connection.execute(insert(time_mark), rows)
        return mark.at


async def _mark(connection: Transaction) -> TimeMark | None:
    """The mark; of an older version there is no wall clock, and it counts as having been right."""
    kept = {row.id: row.at for row in await connection.execute(select(time_mark))}
    return TimeMark(kept[_STEADY], kept.get(_WALL, kept[_STEADY])) if _STEADY in kept else None


async def _facts(connection: Transaction) -> StoreFacts | None:
    if not await connection.run_sync(lambda sync: inspect(sync).has_table(store_facts.name)):
        return None
    rows = (await connection.execute(select(store_facts))).all()
    kept = {row.name: row.value for row in rows}
    return StoreFacts(kept[_STORE_ID], kept[_CHECK_VALUE]) if _STORE_ID in kept else None
