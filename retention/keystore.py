"""The key store: wrapped data keys, kept apart from what they seal and in no backup.

It also anchors what must not be turned back with the records: the heads of the hash chains and
the highest time seen. Restoring an old copy of the records leaves these where they were.

Two forms hold to one contract: a SQLite file (`sqlite_keys`) and a Redis that several nodes share
(`redis_keys`). Neither ever sees a key unwrapped; `DataKeys` alone knows the master key.
"""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol, TypeVar

from retention.errors import KeyUnavailable
from retention.sealing import DataKey, MasterKey

_T = TypeVar("_T")
_READ_ATTEMPTS: Final = 3


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last link of a hash chain: its position (from 1) and hash, in hexadecimal."""

    position: int
    hash: str


GENESIS: Final = ChainHead(0, "0" * 64)


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a key store is known by: its random id, and the check value of its master key."""

    id: bytes
    check_value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A data key as stored: the tag that marks what it seals, and the key under the master key."""

    tag: bytes
    wrapped: bytes = field(repr=False)


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

    async def raise_high_water(self, at: datetime) -> datetime:
        """Keeps a time that is later than the one kept; the highest ever kept by any node."""
        ...


class KeyStore(Anchors, Protocol):
    """Where wrapped keys live. Every method raises `StoreUnavailable` when the store can't be used."""

    async def facts(self) -> StoreFacts | None:
        """Whose store this is, or None for an empty one; writes nothing."""
        ...

    async def found(self, facts: StoreFacts) -> StoreFacts:
        """Makes an empty store known by these facts. Of several at once one wins: the facts that hold."""
        ...

    async def put(self, name: str, key: WrappedKey) -> None:
        """Keeps a key under a name, unless there is one."""
        ...

    async def get(self, name: str) -> WrappedKey | None:
        """The key of this name, or None."""
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

    def __init__(self, store: KeyStore, master: MasterKey) -> None:
        self._store = store
        self._master = master

    async def create(self, name: str) -> None:
        """Makes a random key of this name unless there is one."""
        if await self._store.get(name) is None:
            with DataKey.fresh() as key:
                await self._store.put(name, WrappedKey(key.tag, self._master.wrap(name, key)))

    @asynccontextmanager
    async def key(self, name: str) -> AsyncIterator[DataKey]:
        """The key; overwritten in memory when the block ends. Raises `KeyUnavailable`."""
        kept = await self._store.get(name)
        if kept is None:
            raise KeyUnavailable("this data key is erased; what it sealed can't be read again")
        with self._master.unwrap(name, kept.tag, kept.wrapped) as key:
            yield key

    async def tags(self, names: Iterable[str]) -> dict[str, bytes]:
        """The tags of those of the keys that live."""
        return await self._store.tags(names)

    async def erase(self, names: Sequence[str]) -> None:
        """Deletes keys for good. Those already gone are no error."""
        await self._store.erase(names)

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Checks that no pattern is left in the store's files. Raises `DestructionIncomplete`."""
        return await self._store.clear_residue(patterns)


def check_master_key(facts: StoreFacts | None, master: MasterKey) -> None:
    """Compares the master key with the one a store was made with.

    Raises:
        KeyUnavailable: it is another.
    """
    if facts is not None and not hmac.compare_digest(facts.check_value, master.check_value):
        raise KeyUnavailable(
            "this is not the master key of this key store; give the right one. Nothing was changed"
        )


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
