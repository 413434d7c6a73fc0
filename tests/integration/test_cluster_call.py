"""A call across two nodes: people and workers anywhere, the session's live state on one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.integration.cluster_play import Shared, sharing
from tests.support.postgres import KeyRedis, Server
from wire import browser as b

pytestmark = pytest.mark.redis


@pytest.fixture
async def shared(
    postgres_server: Server, key_redis: KeyRedis, redis_url: str, folder: Path
) -> AsyncIterator[Shared]:
    async with sharing(postgres_server, key_redis, redis_url, folder) as found:
        yield found


async def test_a_call_is_held_heard_signed_and_forgotten_across_two_nodes(shared: Shared) -> None:
    async with shared.play("a") as here, shared.play("b") as there:
        worker = await there.worker()
        session = await here.session()
        clinician, client = (person["id"] for person in session["participants"])
        doctor = await here.join(session, clinician)
        anna = await there.join(session, client)
        await anna.say(b.Knock())
        await doctor.presence(client, "waiting")
        await doctor.say(b.Admit(participant=client))
        await anna.presence(client, "present")
        del worker
