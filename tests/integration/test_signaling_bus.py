"""One contract for both buses: within a process, and between nodes over a real Redis."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from signaling.bus import BACKLOG, Bus, LocalBus
from signaling.redis_bus import RedisBus

Opening = Callable[[], AbstractAsyncContextManager[Bus]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of our own: in memory only, on a free port."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("no redis-server on this machine")
    port = free_port()
    folder: Path = tmp_path_factory.mktemp("redis")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen([*command, "--dir", str(folder)], stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


@asynccontextmanager
async def local() -> AsyncIterator[Bus]:
    yield LocalBus()


@pytest.fixture(params=["local", pytest.param("redis", marks=pytest.mark.redis)])
def opening(request: pytest.FixtureRequest) -> Opening:
    if request.param == "local":
        return local
    url = request.getfixturevalue("redis_url")
    return lambda: RedisBus.open(url)


async def taken(subscription: object, count: int) -> list[bytes]:
    async with asyncio.timeout(30):
        return [await subscription.take() for _ in range(count)]  # type: ignore[attr-defined]


async def test_messages_arrive_at_every_subscription_in_order(opening: Opening) -> None:
    async with opening() as bus, bus.subscribe("rooms") as first, bus.subscribe("rooms") as second:
        sent = [f"message {number}".encode() for number in range(50)]
        for message in sent:
            await bus.publish("rooms", message)
        assert await taken(first, 50) == sent
        assert await taken(second, 50) == sent


async def test_topics_do_not_mix(opening: Opening) -> None:
    async with opening() as bus, bus.subscribe("one") as one, bus.subscribe("two") as two:
        await bus.publish("two", b"for two")
        await bus.publish("one", b"for one")
        assert await taken(one, 1) == [b"for one"]
        assert await taken(two, 1) == [b"for two"]


async def test_what_was_published_before_a_subscription_is_gone(opening: Opening) -> None:
    async with opening() as bus:
        await bus.publish("rooms", b"early")
        async with bus.subscribe("rooms") as late:
            await bus.publish("rooms", b"now")
            assert await taken(late, 1) == [b"now"]


async def test_bytes_arrive_as_they_were(opening: Opening) -> None:
    async with opening() as bus, bus.subscribe("rooms") as one:
        await bus.publish("rooms", bytes(range(256)))
        assert await taken(one, 1) == [bytes(range(256))]


async def test_a_slow_subscription_loses_its_oldest_and_knows_it(opening: Opening) -> None:
    async with opening() as bus, bus.subscribe("rooms") as slow, bus.subscribe("rooms") as last:
        for number in range(BACKLOG + 5):
            await bus.publish("rooms", str(number).encode())
        async with asyncio.timeout(30):
            while last.lost < 5 or slow.lost < 5:  # noqa: ASYNC110 - nothing signals a loss
                await asyncio.sleep(0.01)
        assert await taken(slow, 1) == [b"5"]


@pytest.mark.redis
async def test_two_nodes_hear_each_other(redis_url: str) -> None:
    nodes = RedisBus.open(redis_url), RedisBus.open(redis_url)
    async with nodes[0] as here, nodes[1] as there, there.subscribe("rooms") as arriving:
        await here.publish("rooms", b"hello")
        assert await taken(arriving, 1) == [b"hello"]


async def test_a_redis_that_is_not_there_is_said_so_without_its_address() -> None:
    with pytest.raises(OSError, match="can't be reached") as caught:
        async with RedisBus.open(f"redis://:secret@127.0.0.1:{free_port()}"):
            pass
    assert "secret" not in str(caught.value)
