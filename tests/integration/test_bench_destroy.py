"""The measurement of destroying, at a server on its own and over two nodes that share their stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import destroy_seen
from bench.destroy_memory import NotDestroyedError
from bench.destroy_seen import Screen, Stores
from tests.support.postgres import KeyRedis, Server

pytestmark = pytest.mark.timeout(120)


async def test_a_screen_at_a_server_is_told(folder: Path) -> None:
    took = await destroy_seen.measured(Stores(None, None, None), 1, 2, 5, 1, folder)
    assert len(took) == 2
    assert all(0 < seconds < destroy_seen.SEEN_SECONDS for seconds in took)


@pytest.mark.usefixtures("shared")
async def test_a_screen_at_every_node_is_told(
    postgres_server: Server, key_redis: KeyRedis, redis_url: str, folder: Path
) -> None:
    stores = Stores(postgres_server.url(), key_redis.url(), redis_url)
    took = await destroy_seen.measured(stores, 2, 1, 5, 1, folder)
    assert 0 < took[0] < destroy_seen.SEEN_SECONDS


async def test_a_screen_that_is_told_nothing_fails_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unsigned(self: Screen, note: str, version: int) -> float:
        return 0.0

    monkeypatch.setattr(Screen, "signs", unsigned)
    monkeypatch.setattr(destroy_seen, "SEEN_SECONDS", 2.0)
    with pytest.raises(NotDestroyedError, match="told nothing"):
        await destroy_seen.measured(Stores(None, None, None), 1, 1, 3, 0, folder)
