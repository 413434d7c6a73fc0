"""The bus between the nodes of a cluster, over Redis publish/subscribe. The only door to `redis`.

Redis forgets a published message at once; nothing here is stored. Messages are sealed by whoever publishes
content: this adapter carries bytes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from signaling.bus import BusUnreachable, Subscription

PREFIX = "attune:"
POLL_SECONDS = 1.0


class RedisBus:
    """Topics as Redis channels under one prefix."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> AsyncIterator[RedisBus]:
        """A bus on a connected Redis. Raises `BusUnreachable`."""
        redis = Redis.from_url(url, socket_connect_timeout=3, socket_timeout=5)
        try:
            await redis.ping()
            yield cls(redis)
        except (RedisConnectionError, RedisTimeoutError):
            raise BusUnreachable("redis can't be reached; check ATTUNE_REDIS_URL") from None
        finally:
            await redis.aclose()

    async def publish(self, topic: str, message: bytes) -> None:
        """Gives a message to every subscription of the topic. Raises `BusUnreachable`."""
        try:
            await self._redis.publish(PREFIX + topic, message)
        except (RedisConnectionError, RedisTimeoutError):
            raise BusUnreachable("redis can't be reached") from None

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[Subscription]:
        """A context within which a topic's messages arrive."""
        subscription = Subscription()
        pubsub = self._redis.pubsub(ignore_subscribe_messages=False)
        await pubsub.subscribe(PREFIX + topic)
        await pubsub.get_message(timeout=POLL_SECONDS)  # Redis confirms: from here on nothing is missed
        async with asyncio.TaskGroup() as tasks:
            closing = asyncio.Event()
            pump = tasks.create_task(_pump(pubsub, subscription, closing), name="redis-bus")
            try:
                yield subscription
            finally:
                closing.set()  # the client may swallow a cancellation that comes with a time-out
                pump.cancel()
                await asyncio.wait([pump])
                await pubsub.aclose()  # type: ignore[no-untyped-call]


async def _pump(pubsub: PubSub, subscription: Subscription, closing: asyncio.Event) -> None:
    while not closing.is_set():
        message = await pubsub.get_message(ignore_subscribe_messages=True, timeout=POLL_SECONDS)
        if message is not None:
            subscription.put(message["data"])
