"""A whole session with canaries of every kind, searched for byte by byte: disk, keys, logs, memory.

While it lasts and afterwards none stands in the clear on any disk. After the signature nothing of the
transcript, of what was typed, or of what was written into the draft and taken out again, is in any memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.integration.cluster_play import Shared
from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Browser, Play
from tests.support.attune_server import AttuneServer
from tests.support.postgres import KeyRedis, Server, checkpoint, everything
from tests.support.process_memory import search
from tests.support.redis_contents import everything_in
from tests.support.waiting import eventually
from wire import browser as b

SPOKEN = "quartz heron umbrella under the seventh bridge"
STRUCK = "marmalade lighthouse behind the ninth gate"
TYPED = "copper walnut lantern beside the mill"
EDITED = "velvet badger compass inside the attic"
SIGNED = "amber otter ladder across the meadow"
ADDED = "silver magpie kettle below the stairs"
OWN = "crimson teapot orchard by the quiet harbour"
WISHED = "indigo thimble parade along the canal"
GOES, STAYS = (SPOKEN, STRUCK, TYPED, EDITED), (SIGNED, ADDED, OWN)

pytestmark = pytest.mark.timeout(240)


@dataclass(frozen=True)
class Scene:
    """A server, a clinician at it, and every byte that it and its stores have on disk."""

    servers: Sequence[AttuneServer]
    play: Play
    elsewhere: Play
    """Of the last server, which in a cluster is another one than the session's."""
    on_disk: Callable[[], Awaitable[bytes]]

    async def nothing_in_the_clear(self) -> None:
        kept = (await self.on_disk()).lower()
        assert [canary for canary in (*GOES, *STAYS, WISHED) if canary.encode() in kept] == []

    async def looked_in_the_right_places(self, here: str) -> None:
        """What is there is found: words in memory while they live, the session's id on disk."""
        found = [trace for process in self.servers[0].processes() for trace in search(process, (SPOKEN,))]
        assert found
        assert here.rpartition("/")[2].encode() in await self.on_disk()

    async def in_no_memory(self, *canaries: str) -> None:
        async def nowhere() -> bool:
            processes = [process for server in self.servers for process in server.processes()]
            return not [trace for process in processes for trace in search(process, canaries)]

        await eventually(nowhere, "the canaries are in no process's memory", within=30, every=0.5)


@pytest.fixture
async def embedded(tmp_path: Path) -> AsyncIterator[Scene]:
    async def on_disk() -> bytes:
        return everything(tmp_path)

    async with outside(tmp_path) as (server, play):
        await play.worker()
        scene = Scene([server], play, play, on_disk)
        yield scene
    await scene.nothing_in_the_clear()  # when the server has ended, neither


@pytest.fixture
async def cluster(shared: Shared, postgres_server: Server, key_redis: KeyRedis) -> AsyncIterator[Scene]:
    async def on_disk() -> bytes:
        await checkpoint(postgres_server)
        in_bus = b"".join([await everything_in(url) for url in (shared.redis_url, key_redis.url())])
        return everything(shared.folder) + everything(postgres_server.folder) + key_redis.stored() + in_bus

    async with shared.process("one") as (one, play), shared.process("two") as (two, elsewhere):
        await play.worker()
        yield Scene([one, two], play, elsewhere, on_disk)


async def test_of_a_server_on_its_own_nothing_is_left(embedded: Scene) -> None:
    await session_searched(embedded)


async def test_of_a_cluster_nothing_is_left(cluster: Scene) -> None:
    await session_searched(cluster)


async def session_searched(scene: Scene) -> None:
    """From the first word to the addendum; every search finds what it should and nothing else."""
    async with asyncio.TaskGroup() as tasks:
        await searched(scene, tasks)


async def watched(play: Play, session: str) -> None:
    """Follows the transcript, as an open page does."""
    async with play.http.get(f"/v1/sessions/{session}/transcript/events") as stream:
        async for _ in stream.content:
            pass


async def searched(scene: Scene, tasks: asyncio.TaskGroup) -> None:
    session = await planned(scene.play)
    here, tracks, doctor = await a_call(scene, session)
    # Only now: the node that is asked first for a session takes it.
    watching = tasks.create_task(watched(scene.elsewhere, session["id"]))
    kept = await told(scene, here, tracks, doctor)
    await scene.nothing_in_the_clear()
    note = await edited(scene, here, kept)
    await scene.nothing_in_the_clear()
    await scene.looked_in_the_right_places(here)
    body = {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
    signed = await scene.play.json("POST", f"/v1/notes/{note['id']}/sign", body)
    assert signed["receipt"]["why"] == "signed"
    await scene.play.json("GET", f"{here}/transcript", status=410)
    await scene.in_no_memory(*GOES)
    style = [await scene.play.json("GET", path) for path in ("/v1/style", "/v1/style/export")]
    words = {word for canary in (*GOES, *STAYS) for word in canary.split() if len(word) > 5}
    assert [word for word in words if word in str(style).lower()] == []
    addendum = {"name": "Dr Grey", "credential": "PsyD", "text": f"She found the {ADDED}."}
    await scene.play.json("POST", f"/v1/notes/{note['id']}/addenda", addendum, 201)
    await scene.nothing_in_the_clear()
    read = str(await scene.play.json("GET", f"{here}/note"))
    assert all(canary in read for canary in STAYS)
    assert not any(canary in read for canary in GOES)
    watching.cancel()


async def planned(play: Play) -> dict[str, Any]:
    """A session whose note has a text of the practice's own, with a client for whom something is wished."""
    section = {"title": "Story", "contents": ["reported", "response", "plan"], "text": f"As in the {OWN}."}
    template = await play.json("POST", "/v1/templates", {"name": "Ours", "sections": [section]}, 201)
    session = await play.session(template=template["id"])
    wished = {"instructions": f"Don't mention the {WISHED}."}
    await play.json("PUT", f"/v1/clients/{session['client_id']}/preferences", wished)
    return session


async def a_call(scene: Scene, session: dict[str, Any]) -> tuple[str, tuple[str, str], Browser]:
    """A call in which one canary is typed: where it is, its tracks, and the clinician's page."""
    doctor, anna, _, _ = await scene.play.couple(session)
    tracks = await scene.play.listening(doctor, anna)
    await anna.say(b.Chat(text=TYPED))
    await doctor.until(b.ChatFrom)
    return f"/v1/sessions/{session['id']}", tracks, doctor


async def told(scene: Scene, here: str, tracks: tuple[str, str], doctor: Browser) -> dict[str, Any]:
    """Canaries are spoken, and one is struck; the call ends; its note is there."""
    play = scene.play
    worker, _ = play.workers[0]
    said = (
        f"I keep dreaming of the {SPOKEN} and it frightens me at night.",
        f"There was also the {STRUCK} but leave that out.",
        "I have been sleeping badly and I feel anxious about work most days.",
        "I will try the breathing exercise twice a day until next week.",
    )
    await worker.hear(tracks[1], said[0][:40], 1.0, final=False, id_="p")
    ids = [await worker.hear(tracks[1], text, 2.0 + 5 * number) for number, text in enumerate(said)]
    assert STRUCK in str(await play.kept(here, len(said)))
    assert SPOKEN in str(await play.json("GET", f"{here}/note/live"))
    await play.json("POST", f"{here}/transcript/strike", {"segments": [ids[1]]})
    await scene.in_no_memory(STRUCK)
    chosen = {"hide": {"segment": ids[0], "text": SPOKEN}}
    masked = await play.json("POST", f"{here}/masked/choices", chosen)
    assert [one["text"] for one in masked["choices"]] == [SPOKEN]
    await scene.nothing_in_the_clear()
    await play.json("POST", f"{here}/masked/choices", {"undo": 0})
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    transcript = str(await play.json("GET", f"{here}/transcript"))
    assert (SPOKEN in transcript, STRUCK in transcript) == (True, False)
    note: dict[str, Any] = await play.json("GET", f"{here}/note")
    return note


async def edited(scene: Scene, here: str, kept: dict[str, Any]) -> dict[str, Any]:
    """What is not to stay is taken out, a canary is written in and out again, another one stays."""
    note = kept["note"]
    for section in note["sections"]:
        section["sentences"] = [one for one in section["sentences"] if SPOKEN not in one["text"].lower()]
    sentences = note["sections"][0]["sentences"]
    for text in (f"She described the {EDITED}.", f"She described the {SIGNED}."):
        sentences.append({"text": text, "evidence": [], "flags": []})
        body = {"version": kept["version"], "note": note}
        kept = await scene.play.json("PUT", f"{here}/note", body)
        note = kept["note"]
        sentences = note["sections"][0]["sentences"]
        sentences[:] = [one for one in sentences if EDITED not in one["text"].lower()]
    return kept
