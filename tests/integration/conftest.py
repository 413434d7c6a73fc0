"""Fixtures of the integration tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from media_worker.devices import use_wide_vectors
from media_worker.models import locate
from media_worker.recogniser import Recogniser
from tests.integration.cluster_play import Shared, sharing
from tests.support.postgres import KeyRedis, Server


@pytest.fixture
async def shared(
    postgres_server: Server, key_redis: KeyRedis, redis_url: str, folder: Path
) -> AsyncIterator[Shared]:
    """What the nodes of a cluster share: an empty memory, and a bus that knows nobody."""
    async with Redis.from_url(redis_url) as bus:
        await bus.flushall()
    async with sharing(postgres_server, key_redis, redis_url, folder) as found:
        yield found


@pytest.fixture(scope="session")
def tiny() -> Recogniser:
    """The small English model, loaded once a run."""
    use_wide_vectors()  # as a worker does
    return Recogniser.load(locate("tiny.en"))


@pytest.fixture(scope="session")
def base() -> Recogniser:
    """The larger, multilingual model, loaded once a run."""
    use_wide_vectors()
    return Recogniser.load(locate("base"))
