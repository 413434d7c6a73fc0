"""The key store: wrapped data keys, kept apart from what they seal and in no backup.

It also anchors what must not be turned back with the records: the heads of the hash chains and
the highest time seen. Restoring an old copy of the records leaves these where they were.

Two forms hold to one contract: a SQLite file (`sqlite_keys`) and a Redis that several nodes share
(`redis_keys`). Neither ever sees a key unwrapped; `DataKeys` alone knows the master key.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol, TypeVar

from retention.clock import TimeMark
from retention.errors import KeyUnavailable
from retention.masters import MasterKeys, MasterKeySource
from retention.sealing import DataKey, MasterKey

_T = TypeVar("_T")
_READ_ATTEMPTS: Final = 3

PROBE: Final = "probe:"
"""What the names begin with that only show whether a store can forget."""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last link of a hash chain: its position (from 1) and hash, in hexadecimal."""

    position: int
    hash: str


GENESIS: Final = ChainHead(0, "0" * 64)


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a key store is known by: its random id, and the check value of the master key in use."""

    id: bytes
    check_value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A data key as stored: the tag that marks what it seals, and the key under the master key."""

    tag: bytes
    wrapped: bytes = field(repr=False)


class MasterKeyChanged(KeyUnavailable):
    """The store's master key was rotated: what is wrapped with the one before is not taken any more."""


class Anchors(Protocol):
    """What only ever goes forward."""

    async def anchor(self, chain: str) -> ChainHead:
        """The furthest head of a chain ever kept."""
        ...

    async def advance(self, chain: str, head: ChainHead) -> None:
        """Keeps a head that is further than the one kept."""
        ...

    async def time_mark(self) -> TimeMark | None:
        """The mark with the highest time ever kept."""
        ...

    async def raise_time_mark(self, mark: TimeMark) -> datetime:
        """Keeps a mark unless one with a later time is kept; the highest time ever kept by any node."""
        ...


class KeyStore(Anchors, Protocol):
    """Where wrapped keys live. Every method raises `StoreUnavailable` when the store can't be used."""

    async def facts(self) -> StoreFacts | None:
        """Whose store this is, or None for an empty one; writes nothing."""
        ...

    async def found(self, facts: StoreFacts) -> StoreFacts:
        """Makes an empty store known by these facts. Of several at once one wins: the facts that hold."""
        ...

    async def put(self, name: str, key: WrappedKey, under: bytes | None = None) -> None:
        """Keeps a key under a name, unless there is one.

        `under`: the check value of the master key that wrapped it. Raises `MasterKeyChanged` when
        another is in use by now.
        """
        ...

    async def get(self, name: str) -> WrappedKey | None:
        """The key of this name, or None."""
        ...

    async def names(self) -> list[str]:
        """The names of all keys."""
        ...

    async def rewrap(self, name: str, before: WrappedKey, anew: WrappedKey) -> bool:
        """Puts a key wrapped anew in the place of what stands there, if that still does."""
        ...

    async def adopt(self, check_value: bytes) -> None:
        """Makes the store known by another master key."""
        ...

    async def compact(self) -> None:
        """Writes the store's files anew, without what was replaced in them."""
        ...

    async def tags(self, names: Iterable[str]) -> dict[str, bytes]:
        """The tags of those of the keys that live."""
        ...

    async def erase(self, names: Sequence[str]) -> None:
        """Deletes keys and makes their bytes leave the store's files. Those already gone are no error."""
        ...

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Whether the store's files were searched; clears what is left of the patterns in them.

        Raises:
            DestructionIncomplete: something is left even so.
        """
        ...

    async def prove_deletion(self) -> None:
        """Shows by a probe that what is erased here is gone. Raises `CannotDelete`."""
        ...

    async def settle(self) -> None:
        """Makes what was erased leave the files; may be repeated."""
        ...


class DataKeys:
    """The data keys of a store, unwrapped for the length of a `with` block."""

    def __init__(self, store: KeyStore, source: MasterKeySource) -> None:
        self._store = store
        self._source = source
        self._masters: MasterKeys | None = None
        self._in_use: MasterKey | None = None

    async def create(self, name: str) -> None:
        """Makes a random key of this name unless there is one. Raises `KeyUnavailable`."""
        if await self._store.get(name) is not None:
            return
        with DataKey.fresh() as key:
            try:
                await self._put(name, key, self._in_use or await self.refresh())
            except MasterKeyChanged:
                await self._put(name, key, await self.refresh())

    @asynccontextmanager
    async def key(self, name: str) -> AsyncIterator[DataKey]:
        """The key; overwritten in memory when the block ends. Raises `KeyUnavailable`."""
        with await self._unwrapped(name) as key:
            yield key

    async def refresh(self) -> MasterKey:
        """Reads the master keys again; the one in use. Raises `KeyUnavailable`."""
        masters, facts = await self._source.read(), await self._store.facts()
        if masters is None or facts is None:
            raise KeyUnavailable("the master key is missing though keys exist; give it or restore its file")
        self._masters, self._in_use = masters, masters.in_use(facts.check_value)
        return self._in_use

    async def _put(self, name: str, key: DataKey, master: MasterKey) -> None:
        await self._store.put(name, WrappedKey(key.tag, master.wrap(name, key)), master.check_value)

    async def _unwrapped(self, name: str) -> DataKey:
        kept = await self._store.get(name)
        if kept is None:
            raise KeyUnavailable("this data key is erased; what it sealed can't be read again")
        if self._masters is not None:
            with contextlib.suppress(KeyUnavailable):
                return self._masters.unwrap(name, kept.tag, kept.wrapped)
        await self.refresh()
        # Wrapped anew meanwhile, perhaps: both are read again.
        kept = await self._store.get(name)
        if kept is None or self._masters is None:
            raise KeyUnavailable("this data key is erased; what it sealed can't be read again")
        return self._masters.unwrap(name, kept.tag, kept.wrapped)

    async def tags(self, names: Iterable[str]) -> dict[str, bytes]:
        """The tags of those of the keys that live."""
        return await self._store.tags(names)

    async def erase(self, names: Sequence[str]) -> None:
        """Deletes keys for good. Those already gone are no error."""
        await self._store.erase(names)

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Checks that no pattern is left in the store's files. Raises `DestructionIncomplete`."""
        return await self._store.clear_residue(patterns)


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
