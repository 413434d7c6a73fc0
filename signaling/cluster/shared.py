"""Leases and nodes' records in Redis: ids, addresses and moments, never a word, a name or a key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from signaling.cluster.refusals import ClusterUnreachable

LEASE, NODE, NODES = "attune:lease:", "attune:node:", "attune:nodes"
ANSWER_SECONDS = 3.0

TAKE = """
redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
return redis.call('GET', KEYS[1])
"""
PROLONG = """
local kept = redis.call('GET', KEYS[1])
if kept and kept ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""
DROP = """
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
"""


class SharedStore:
    """What the nodes share, on one Redis that keeps it in memory only."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._take = redis.register_script(TAKE)
        self._prolong = redis.register_script(PROLONG)
        self._drop = redis.register_script(DROP)

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> AsyncIterator[SharedStore]:
        """A store on a Redis, which may also come back later."""
        redis = Redis.from_url(
            url,
            socket_connect_timeout=ANSWER_SECONDS,
            socket_timeout=ANSWER_SECONDS,
            retry=Retry(NoBackoff(), 1),
        )
        try:
            yield cls(redis)
        finally:
            await redis.aclose()

    async def take(self, session: str, value: str, seconds: float) -> str:
        """Keeps `value` for the session unless another is kept; what is kept now."""
        with _asked():
            kept = await self._take(keys=[LEASE + session], args=[value, _milliseconds(seconds)])
            return _text(kept)

    async def prolong(self, session: str, value: str, seconds: float) -> bool:
        """Whether `value` is kept on; it is also when nothing was kept any more."""
        with _asked():
            return bool(await self._prolong(keys=[LEASE + session], args=[value, _milliseconds(seconds)]))

    async def drop(self, session: str, value: str) -> None:
        """Forgets the lease if it is `value`."""
        with _asked():
            await self._drop(keys=[LEASE + session], args=[value])

    async def kept(self, session: str) -> str | None:
        """What is kept for the session."""
        with _asked():
            kept = await self._redis.get(LEASE + session)
            return None if kept is None else _text(kept)

    async def announce(self, node: str, record: bytes, seconds: float) -> None:
        """Keeps a node's record for so long."""
        with _asked():
            await self._redis.set(NODE + node, record, px=_milliseconds(seconds))
            await self._redis.sadd(NODES, node)

    async def announced(self) -> Mapping[str, bytes]:
        """The records that are kept, by node; who has fallen silent is taken off the list."""
        with _asked():
            members = await self._redis.smembers(NODES)
            names = sorted(_text(name) for name in members)
            kept = await self._redis.mget([NODE + name for name in names]) if names else []
            records = dict(zip(names, kept, strict=True))
            silent = [name for name, record in records.items() if record is None]
            if silent:
                await self._redis.srem(NODES, *silent)
            return {name: _text(record).encode() for name, record in records.items() if record is not None}

    async def withdraw(self, node: str) -> None:
        """Forgets a node's record."""
        with _asked():
            await self._redis.delete(NODE + node)
            await self._redis.srem(NODES, node)


@contextmanager
def _asked() -> Iterator[None]:
    """Whatever goes wrong at Redis is the same to us. Raises `ClusterUnreachable`."""
    try:
        yield
    except (RedisError, OSError):
        raise ClusterUnreachable("the cluster's Redis can't be reached; ask again shortly") from None


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))


def _text(kept: object) -> str:
    return kept.decode() if isinstance(kept, bytes) else str(kept)
