"""A node of a cluster killed (SIGKILL) while it destroys at a signature: another node finishes it.

The blow falls as soon as a step of the destruction can be seen from outside, in PostgreSQL or in the key
store. A signature that was decided is one wherever the node was hit: signed, and gone everywhere.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import asyncpg
import pytest
from redis.asyncio import Redis

from bench.forgetting import LONG_FORM
from tests.integration.cluster_play import NodeProcess, Shared
from tests.integration.signaling_play import SECONDS, Play
from tests.integration.signaling_signed import is_whole_or_gone, sign, with_a_draft
from tests.support.waiting import eventually

pytestmark = [pytest.mark.redis, pytest.mark.timeout(600 if LONG_FORM in os.environ else 180)]

MOMENTS = (
    ("asked", "decided", "keys", "rows", "concluded") * 2
    if LONG_FORM in os.environ
    else ("decided", "keys", "rows")
)


class Seen:
    """What can be seen of a destruction in the stores that the nodes share."""

    def __init__(self, records: asyncpg.Connection, keys: Redis, session: str) -> None:
        self._records, self._keys, self._session = records, keys, session

    async def asked(self) -> bool:
        """The request is on its way; nothing of it is decided yet, or hardly."""
        await asyncio.sleep(0.01)
        return True

    async def decided(self) -> bool:
        """The intent stands, and with it the signature."""
        return bool(await self._rows("intents"))

    async def keys(self) -> bool:
        """The transcript's key is gone from the store."""
        return not await self._keys.exists(f"attune:keys:key:transcript:{self._session}:1")

    async def rows(self) -> bool:
        """The sealed words are gone from the tables."""
        return not await self._rows("segments")

    async def concluded(self) -> bool:
        """The receipt is written."""
        return bool(await self._rows("receipts"))

    async def _rows(self, table: str) -> int:
        query = f"SELECT count(*) FROM {table} WHERE session = $1"
        return int(await self._records.fetchval(query, self._session))


async def kill_once(seen: Callable[[], Awaitable[bool]], node: NodeProcess) -> None:
    """Kills a node the moment something can be seen."""
    until = time.monotonic() + SECONDS
    while not await seen():
        assert time.monotonic() < until, "the step was never seen"
    node.kill()


async def test_a_signature_that_was_decided_is_one_whenever_its_node_is_killed(shared: Shared) -> None:
    found, underway = list[str](), 0
    async with AsyncExitStack() as open_:
        there = await open_.enter_async_context(shared.play("b"))
        keys = await open_.enter_async_context(Redis.from_url(shared.key_store_url))
        records = await asyncpg.connect(shared.database_url.replace("+asyncpg", ""))
        open_.push_async_callback(records.close)
        for moment in MOMENTS:
            async with shared.process("a") as (node, play):
                await play.worker()
                here, note = await with_a_draft(play)
                seen = Seen(records, keys, here.rpartition("/")[2])
                signing = asyncio.create_task(sign(play, note))
                await kill_once(getattr(seen, moment), node)
                underway += await seen.decided()
                answered = await signing
            found.append(await once_taken_over(there, here, answered))
            assert moment == "asked" or found[-1] == "gone"
        assert (await there.json("GET", "/v1/audit"))["verified"] is True
    assert underway, "no blow fell while a destruction was underway"


async def once_taken_over(play: Play, here: str, answered: int | None) -> str:
    """What a living node says of the session, once it has done what the dead one owed."""

    async def settled() -> bool:
        async with play.http.get(f"{here}/note") as response:
            if response.status != 200:
                return False
            if (await response.json())["status"] != "signed":
                return True
        session = here.rpartition("/")[2]
        return bool((await play.json("GET", f"/v1/receipts?session={session}"))["receipts"])

    await eventually(settled, "another node finishes", within=2 * SECONDS, every=0.1)
    return await is_whole_or_gone(play, here, answered)
