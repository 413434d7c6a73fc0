"""The key store in a Redis that several nodes share. The only door to `redis` in this room.

Only wrapped keys, tags, hashes and times stand there. Every script first looks whether the store is
still the one that was opened: a Redis that lost its contents, or another one behind the same address,
is refused instead of being taken for a store whose keys were all erased.

What erasing means here: the key is deleted, and the append-only file written anew before anything
counts as erased, so that the wrapped key is in no file of this Redis. The counters `erased` and
`cleared` make one rewriting serve all deletions before it, on all nodes, and let a node that died in
between leave a trace that the next clearing finds.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Self

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff
from redis.exceptions import RedisError, ResponseError

from retention.clock import TimeMark
from retention.errors import BadInput, CannotDelete, StoreUnavailable
from retention.keystore import GENESIS, PROBE, ChainHead, MasterKeyChanged, StoreFacts, WrappedKey
from retention.redis_files import RedisFiles
from retention.sealing import TAG_BYTES

_PREFIX: Final = "attune:keys:"
_FACTS: Final = _PREFIX + "facts"
_ERASED: Final = _PREFIX + "erased"
_CLEARED: Final = _PREFIX + "cleared"
_TIME: Final = _PREFIX + "time"
_VERSION: Final = 1
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_STRANGER: Final = "STRANGER"
_SAME: Final = (
    f"if redis.call('GET', KEYS[1]) ~= ARGV[1] then return redis.error_reply('{_STRANGER} store') end\n"
)
_PUT: Final = _SAME + "redis.call('SET', KEYS[2], ARGV[2], 'NX') return 1"
_GET: Final = _SAME + "return redis.call('MGET', unpack(KEYS, 2))"
_ERASE: Final = (
    _SAME
    + """
local found = redis.call('DEL', unpack(KEYS, 3))
if found > 0 then redis.call('INCR', KEYS[2]) end
return found"""
)
_SWAP: Final = (
    _SAME
    + """
if redis.call('GET', KEYS[2]) ~= ARGV[2] then return 0 end
redis.call('SET', KEYS[2], ARGV[3])
return 1"""
)
_ADOPT: Final = _SAME + "redis.call('SET', KEYS[1], ARGV[2]) return ARGV[2]"
_KEEP_HIGHER: Final = """
local kept = redis.call('GET', KEYS[2])
if not kept or tonumber(string.match(kept, '^%d+')) {} tonumber(string.match(ARGV[2], '^%d+')) then
  redis.call('SET', KEYS[2], ARGV[2])
  return ARGV[2]
end
return kept"""
_RAISE: Final = _SAME + _KEEP_HIGHER.format("<")
"""Keeps a value that begins with a number unless one with that number or a higher one is kept."""
_RENEW: Final = _SAME + _KEEP_HIGHER.format("<=")
"""The same; of two with one number the later one stays."""


class RedisKeyStore:
    """`KeyStore` in one Redis database."""

    def __init__(self, redis: Redis, files: RedisFiles) -> None:
        self._redis = redis
        self._files = files
        self._identity: bytes | str = b""
        self._clearing = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, *, may_lose: bool = False) -> AsyncIterator[Self]:
        """The key store at a URL.

        Raises:
            BadInput: it is no URL of a Redis; it is not repeated.
            StoreUnavailable: it can't be reached, is too old, or could lose keys.
            CannotDelete: it keeps copies that erasing would not reach.
        """
        try:
            retry = Retry(ConstantBackoff(0.1), 2)
            redis = Redis.from_url(url, socket_connect_timeout=3, socket_timeout=4, retry=retry)
        except ValueError:
            raise BadInput("key_store_url is not a URL of a Redis") from None
        try:
            with _translated():
                files = await RedisFiles.checked(redis, may_lose=may_lose)
            yield cls(redis, files)
        finally:
            await redis.aclose()

    async def facts(self) -> StoreFacts | None:
        """Whose store this is, or None for an empty one. Raises `StoreUnavailable` for a newer version's."""
        with _translated():
            kept = await self._redis.get(_FACTS)
        self._identity = self._identity or kept or b""
        return _parse(kept)

    async def found(self, facts: StoreFacts) -> StoreFacts:
        """Makes an empty store known by these facts; whoever comes first wins."""
        with _translated():
            await self._redis.set(_FACTS, _written(facts), nx=True)
            self._identity = await self._redis.get(_FACTS) or b""
        kept = _parse(self._identity)
        if kept is None:
            raise StoreUnavailable("the key store does not keep what is written to it")
        return kept

    async def put(self, name: str, key: WrappedKey, under: bytes | None = None) -> None:
        """Keeps a key under a name, unless there is one. Raises `MasterKeyChanged`; see `KeyStore`."""
        self._check(under)
        while not await self._tried(_PUT, [_key(name)], key.tag + key.wrapped):
            self._check(under)

    def _check(self, under: bytes | None) -> None:
        known = _parse(self._identity)
        if under is not None and (known is None or known.check_value != under):
            raise MasterKeyChanged("the master key was rotated")

    async def get(self, name: str) -> WrappedKey | None:
        """The key of this name, or None."""
        (kept,) = await self._run(_GET, [_key(name)])
        return None if kept is None else WrappedKey(kept[:TAG_BYTES], kept[TAG_BYTES:])

    async def names(self) -> list[str]:
        """The names of all keys."""
        prefix = _key("")
        with _translated():
            found = [name async for name in self._redis.scan_iter(match=f"{prefix}*", count=500)]
        return sorted({name.decode().removeprefix(prefix) for name in found})

    async def rewrap(self, name: str, before: WrappedKey, anew: WrappedKey) -> bool:
        """Puts a key wrapped anew in the place of what stands there, if that still does."""
        done = await self._run(_SWAP, [_key(name)], before.tag + before.wrapped, anew.tag + anew.wrapped)
        return bool(done)

    async def adopt(self, check_value: bytes) -> None:
        """Makes the store known by another master key. Other nodes notice at their next command."""
        known = _parse(self._identity)
        if known is None:
            raise StoreUnavailable("the key store does not keep what is written to it")
        self._identity = await self._run(_ADOPT, [], _written(StoreFacts(known.id, check_value)))

    async def compact(self) -> None:
        """Writes the append-only file anew, without what was replaced in it."""
        async with self._clearing:
            with _translated():
                await self._files.rewrite()

    async def tags(self, names: Iterable[str]) -> dict[str, bytes]:
        """The tags of those of the keys that live."""
        asked = list(names)
        found: dict[str, bytes] = {}
        for few in _chunks(asked):
            kept = await self._run(_GET, [_key(name) for name in few])
            found |= {name: value[:TAG_BYTES] for name, value in zip(few, kept, strict=True) if value}
        return found

    async def erase(self, names: Sequence[str]) -> None:
        """Deletes keys and writes the append-only file anew. Raises `DestructionIncomplete`."""
        for few in _chunks(names):
            await self._run(_ERASE, [_ERASED, *map(_key, few)])
        await self.settle()

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Clears once more what is not cleared yet; False, since a server's files can't be searched."""
        await self.settle()
        return False

    async def prove_deletion(self) -> None:
        """Erases a probe: shows that deleting and writing the file anew are permitted and work."""
        name = f"{PROBE}{secrets.token_hex(8)}"
        await self.put(name, WrappedKey(secrets.token_bytes(TAG_BYTES), secrets.token_bytes(32)))
        try:
            await self.erase([name])
        except StoreUnavailable as error:
            raise CannotDelete(f"the key store can't forget: {error.detail}") from None
        if await self.get(name) is not None:
            raise CannotDelete("a deleted key stays in the key store")

    async def settle(self) -> None:
        """Writes the append-only file anew unless it was since the last deletion.

        Raises:
            DestructionIncomplete: it could not be, or not in time.
        """
        async with self._clearing:
            erased, cleared = await self._run(_GET, [_ERASED, _CLEARED])
            if int(erased or 0) > int(cleared or 0):
                with _translated():
                    await self._files.rewrite()
                await self._run(_RAISE, [_CLEARED], erased)

    async def anchor(self, chain: str) -> ChainHead:
        """The furthest head of a chain ever kept."""
        (kept,) = await self._run(_GET, [_anchor(chain)])
        if kept is None:
            return GENESIS
        position, _, digest = kept.decode().partition(" ")
        return ChainHead(int(position), digest)

    async def advance(self, chain: str, head: ChainHead) -> None:
        """Keeps a head that is further than the one kept."""
        await self._run(_RAISE, [_anchor(chain)], f"{head.position} {head.hash}".encode())

    async def time_mark(self) -> TimeMark | None:
        """The mark with the highest time ever kept."""
        (kept,) = await self._run(_GET, [_TIME])
        return None if kept is None else _mark(kept)

    async def raise_time_mark(self, mark: TimeMark) -> datetime:
        """Keeps a mark unless one with a later time is kept; the highest time ever kept by any node."""
        written = " ".join(str((at - _EPOCH) // timedelta(microseconds=1)) for at in (mark.at, mark.wall))
        return _mark(await self._run(_RENEW, [_TIME], written.encode())).at

    async def _run(self, script: str, keys: Sequence[str], *values: bytes) -> Any:
        """Runs a script on this store; again if only its master key has changed meanwhile."""
        while (answer := await self._tried(script, keys, *values)) is None:
            continue
        return answer

    async def _tried(self, script: str, keys: Sequence[str], *values: bytes) -> Any:
        """The script's answer; None when the store is known by another master key than before."""
        with _translated():
            try:
                return await self._redis.register_script(script)(
                    keys=[_FACTS, *keys], args=[self._identity, *values]
                )
            except ResponseError as error:
                if not str(error).startswith(_STRANGER) or not await self._is_rotated():
                    raise
        return None

    async def _is_rotated(self) -> bool:
        """Whether the store is still this one, and only its master key another; takes that over."""
        now = await self._redis.get(_FACTS)
        known, found = _parse(self._identity), _parse(now)
        if known is None or found is None or known.id != found.id or known == found:
            return False
        self._identity = now or b""
        return True


@contextmanager
def _translated() -> Iterator[None]:
    """Errors of the library as ours, without the commands and addresses they may name."""
    try:
        yield
    except ResponseError as error:
        if str(error).startswith(_STRANGER):
            raise StoreUnavailable(
                "the key store lost its contents, or another one took its place; restore the right one"
            ) from None
        raise StoreUnavailable(f"the key store refused ({type(error).__name__})") from None
    except (RedisError, OSError) as error:
        raise StoreUnavailable(f"the key store can't be reached ({type(error).__name__})") from None


def _parse(body: bytes | str | None) -> StoreFacts | None:
    if not body:
        return None
    try:
        fields = json.loads(body)
        version, facts = (
            fields["version"],
            StoreFacts(bytes.fromhex(fields["id"]), bytes.fromhex(fields["check"])),
        )
    except (KeyError, TypeError, ValueError):
        raise StoreUnavailable("the key store holds something that is not Attune's") from None
    if version != _VERSION:
        raise StoreUnavailable("the key store was written by a newer version; install that one")
    return facts


def _written(facts: StoreFacts) -> bytes:
    body = {"version": _VERSION, "id": facts.id.hex(), "check": facts.check_value.hex()}
    return json.dumps(body, sort_keys=True).encode()


def _key(name: str) -> str:
    return f"{_PREFIX}key:{name}"


def _anchor(chain: str) -> str:
    return f"{_PREFIX}anchor:{chain}"


def _mark(kept: bytes) -> TimeMark:
    """The mark; of an older version there is no wall clock, and it counts as having been right."""
    at, *wall = (_EPOCH + timedelta(microseconds=int(number)) for number in kept.split())
    return TimeMark(at, wall[0] if wall else at)


def _chunks(names: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), size):
        yield names[start : start + size]
