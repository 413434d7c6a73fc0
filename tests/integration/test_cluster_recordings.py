"""A recording uploaded to one of several nodes: the worker fetches it there, any node tells how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial

import pytest

from tests.integration.cluster_play import Shared
from tests.integration.signaling_play import Play
from tests.support.waiting import eventually

pytestmark = [pytest.mark.redis, pytest.mark.timeout(180)]


async def test_a_recording_is_fetched_where_it_is_and_followed_from_anywhere(shared: Shared) -> None:
    async with shared.play("one") as one, shared.play("two") as two:
        worker = await one.worker()
        session = await two.session(source="recording")
        more = asyncio.Event()

        async def body() -> AsyncIterator[bytes]:
            yield b"sound"
            await more.wait()
            yield b"more sound"

        wording = (await one.json("GET", "/v1/wordings"))["recording"]["version"]
        query = {"session": session["id"], "attested": wording}
        async with asyncio.TaskGroup() as tasks:
            sending = tasks.create_task(uploaded(one, query, body()))
            await eventually(partial(is_heard, one, session["id"]), "it is being heard", every=0.05)
            progress = await two.json("GET", f"/v1/recordings/{session['id']}")
            assert progress["state"] == "hearing"
            more.set()
            await sending
        assert worker.recordings[0].node == one.served.node.house.recordings.uploads.node
        assert worker.recordings[0].node is not None
        heard = await two.json("GET", f"/v1/sessions/{session['id']}")
        assert (heard["state"], heard["note"]["status"]) == ("ended", "insufficient")


async def is_heard(play: Play, session: str) -> bool:
    return play.served.node.house.recordings.uploads.of(session) is not None


async def uploaded(play: Play, query: dict[str, str], body: AsyncIterator[bytes]) -> None:
    async with play.http.post("/v1/recordings", params=query, data=body) as answer:
        assert answer.status == 201, await answer.text()
