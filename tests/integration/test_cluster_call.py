"""A call across two nodes: people and workers anywhere, the session's live state on one."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.integration.cluster_play import Shared
from tests.integration.signaling_play import SECONDS, Browser, Play
from tests.integration.signaling_signed import signing
from tests.support.redis_contents import everything_in
from wire import browser as b

pytestmark = pytest.mark.redis

CANARY = "the heron waits by the frozen millpond"


async def follow(play: Play, session: str, seen: list[str]) -> None:
    """Follows the event stream, noting its events' names and bodies."""
    async with play.http.get(f"/v1/sessions/{session}/transcript/events") as stream:
        assert stream.status == 200
        async for line in stream.content:
            seen.append(line.decode())


async def held(seen: list[str], text: str) -> None:
    async with asyncio.timeout(SECONDS):
        while not any(text in line for line in seen):  # noqa: ASYNC110 - a list signals nobody
            await asyncio.sleep(0.02)


async def kept(play: Play, path: str, count: int) -> None:
    """Waits until so many segments are kept."""
    async with asyncio.timeout(SECONDS):
        while len((await play.json("GET", f"{path}/transcript"))["segments"]) != count:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def _idle(play: Play) -> None:
    """Waits until a node has let go of what it needs no more."""
    assert play.served.node.house.cluster is not None
    async with asyncio.timeout(SECONDS):
        while play.served.node.house.cluster.leases.held:  # noqa: ASYNC110 - leases signal nobody
            await asyncio.sleep(0.05)


async def again(play: Play, session: dict[str, Any], participant: str, token: str) -> Browser:
    """A browser that comes back, as often as it takes until a node welcomes it."""
    async with asyncio.timeout(SECONDS):
        while True:
            browser = await play.socket()
            await browser.say(b.Hello(version=1, token=token))
            message = await browser.socket.receive()
            if message.type is aiohttp.WSMsgType.TEXT:
                browser.welcome = b.parse_server(message.data)  # type: ignore[assignment]
                assert isinstance(browser.welcome, b.Welcome)
                return browser
            assert browser.socket.close_code in {1012, 1013}
            await asyncio.sleep(0.1)


async def test_a_call_is_held_heard_signed_and_forgotten_across_two_nodes(shared: Shared) -> None:
    nodes = shared.play("a", lease_seconds=15), shared.play("b", lease_seconds=15)
    async with nodes[0] as here, nodes[1] as there, asyncio.TaskGroup() as tasks:
        ears = [await here.worker(), await there.worker("w1")]
        session = await here.session()
        path = f"/v1/sessions/{session['id']}"
        clinician, client = (person["id"] for person in session["participants"])
        doctor = await here.join(session, clinician)
        assert here.served.node.house.cluster is not None
        assert here.served.node.house.cluster.leases.holds(session["id"])
        anna = await there.join(session, client)
        await anna.say(b.Knock())
        await doctor.presence(client, "waiting")
        await doctor.say(b.Admit(participant=client))
        await anna.presence(client, "present")
        await doctor.presence(client, "present")
        await doctor.say(b.Describe(to=client, kind="offer", sdp="v=0 from the doctor"))
        offered = await anna.until(b.Described)
        assert (offered.sender, offered.sdp) == (clinician, "v=0 from the doctor")

        tracks = await here.listening(doctor, anna)
        assert set(ears[0].opened) == set(tracks)
        assert not ears[1].opened
        seen: list[str] = []
        stream = tasks.create_task(follow(there, session["id"], seen))
        await held(seen, "event: status")
        await ears[0].hear(tracks[1], f"I keep thinking that {CANARY} and I sleep badly.", 1.0)
        struck = await ears[0].hear(tracks[0], "This was said by mistake and goes.", 4.0)
        await doctor.until(b.Heard, lambda m: CANARY in m.segment.text)
        await held(seen, CANARY)
        await there.json("POST", f"{path}/transcript/strike", {"segments": [struck]})
        await doctor.until(b.Struck)
        await held(seen, "event: struck")
        await kept(there, path, 1)
        for url in (shared.redis_url, shared.key_store_url):
            assert CANARY.encode() not in await everything_in(url)
        assert not there.served.node.house.conversations.living  # the words live in one process

        await _inner_requests_are_checked(there, path)
        ended = await there.json("POST", f"{path}/end")
        assert ended["note"]["status"] in {"draft", "insufficient"}
        assert (await anna.until(b.Ended)).reason == "ended_by_clinician"
        await _sign(there, path)
        await held(seen, "event: destroyed")
        for play in (here, there):
            assert (await play.json("GET", f"{path}/transcript", status=410))[
                "code"
            ] == "transcript-destroyed"
            assert not play.served.node.house.conversations.living
        assert CANARY.encode() not in await everything_in(shared.redis_url)
        assert b"attune:lease:" in await everything_in(shared.redis_url)
        stream.cancel()


async def _sign(play: Play, path: str) -> None:
    """Signs the session's note, each flag confirmed."""
    note = await play.json("GET", f"{path}/note")
    await play.json("POST", f"/v1/notes/{note['id']}/sign", signing(note))


async def _inner_requests_are_checked(there: Play, path: str) -> None:
    """What only claims to come from a node is refused; what comes from one is not passed on again."""
    forged = {"X-Attune-Node": "1.00"}
    async with there.http.get(path, headers=forged) as answer:
        assert answer.status == 403
    way = there.served.node.passage
    assert way is not None
    genuine = way.forwarding.credential("GET", path)
    async with there.http.get(path, headers=genuine) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
        assert (await answer.json())["code"] == "session-elsewhere"
    async with aiohttp.ClientSession(there.served.local_url) as nobody, nobody.get(path) as answer:
        assert answer.status == 401


async def test_a_killed_owner_and_a_stopped_one_give_the_call_to_another_node(shared: Shared) -> None:
    async with shared.play("b") as there, shared.process("a") as (owner, here):
        worker, spare = await here.worker(), await there.worker("w1")
        session = await there.session()
        path = f"/v1/sessions/{session['id']}"
        clinician, client = (person["id"] for person in session["participants"])
        links = [await there.link(session, who) for who in (clinician, client)]
        await _idle(there)  # the links were minted there
        doctor = await here.join(session, clinician, links[0])
        anna = await there.join(session, client, links[1])
        await anna.say(b.Knock())
        await doctor.presence(client, "waiting")
        await doctor.say(b.Admit(participant=client))
        await anna.presence(client, "present")
        tracks = await here.listening(doctor, anna)
        await worker.hear(tracks[1], "I have been sleeping badly because of the exams.", 1.0)
        await doctor.until(b.Heard)
        await kept(there, path, 1)

        async with asyncio.timeout(
            SECONDS
        ):  # an agreement that is not on record yet would be asked for again
            while len((await there.json("GET", f"{path}/consent"))["consents"]) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0.05)

        owner.kill()
        assert await anna.closed() == 1012
        doctor, anna = (
            await again(there, session, clinician, links[0]),
            await again(there, session, client, links[1]),
        )
        assert doctor.welcome is not None
        present = {one.id: one.presence.value for one in doctor.welcome.room.participants}
        assert present[client] in {"away", "present"}
        await kept(there, path, 1)
        await doctor.say(b.StartTranscription())
        tracks = await there.leg(doctor), await there.leg(anna)
        await doctor.status("active")
        await spare.hear(tracks[1], "Since Monday I sleep better and go for walks.", 5.0)
        await doctor.until(b.Heard)

        async with shared.play("c") as next_:
            await there.served.node.house.hub.hush(SECONDS)  # as a server does on SIGTERM
            await there.served.node.leave()
            assert session["id"].encode() not in await everything_in(shared.redis_url)  # nobody waits for it
            assert await doctor.closed() is not None
            await again(next_, session, clinician, links[0])
            await kept(next_, path, 2)
            assert (await next_.json("POST", f"{path}/end"))["state"] == "ended"
            await _sign(next_, path)
            await next_.json("GET", f"{path}/transcript", status=410)
