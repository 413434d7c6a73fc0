"""After the signature nothing of what was said is left in the server's memory or its folders."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp

from tests.integration.signaling_play import Play
from tests.support.attune_server import AttuneServer
from tests.support.process_memory import search
from wire import browser as b

CANARY = "quartz heron umbrella under the seventh bridge"
TYPED = "copper walnut lantern beside the mill"
SPOKEN = [
    f"I keep dreaming of the {CANARY} and it frightens me at night.",
    "I have been sleeping badly and I feel anxious about work most days.",
    "I will try the breathing exercise twice a day until next week.",
]


def holding(folder: Path) -> list[Path]:
    """The files that hold one of the phrases in the clear."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    phrases = CANARY.encode(), TYPED.encode()
    return [path for path in files if any(phrase in path.read_bytes().lower() for phrase in phrases)]


@dataclass
class Outside:
    """A server in a process of its own, as `Play` needs it."""

    local_url: str
    link: str

    @property
    def node(self) -> Any:
        return SimpleNamespace(worker_token="token-of-the-test")

    def owner_link(self) -> str:
        return self.link


async def play_a_call(play: Play) -> None:
    """A call with the canary phrase, spoken and typed, signed with a note that does not hold it."""
    worker = await play.worker()
    session = await play.session()
    here = f"/v1/sessions/{session['id']}"
    doctor, anna, _, _ = await play.couple(session)
    tracks = await play.listening(doctor, anna)
    await anna.say(b.Chat(text=TYPED))
    await doctor.until(b.ChatFrom)
    await worker.hear(tracks[1], SPOKEN[0][:40], 1.0, final=False, id_="p")
    for number, text in enumerate(SPOKEN):
        await worker.hear(tracks[1], text, 2.0 + 5 * number)
    await doctor.until(b.Heard, lambda m: m.segment.text == SPOKEN[-1])
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    assert CANARY in str(await play.json("GET", f"{here}/transcript"))
    kept = await play.json("GET", f"{here}/note")
    sections = kept["note"]["sections"]
    for section in sections:
        section["sentences"] = [one for one in section["sentences"] if "heron" not in one["text"].lower()]
    edited = await play.json("PUT", f"{here}/note", {"version": kept["version"], "note": kept["note"]})
    body = {"version": edited["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
    await play.json("POST", f"/v1/notes/{kept['id']}/sign", body)
    await play.json("GET", f"{here}/transcript", status=410)


async def test_what_was_said_is_nowhere_after_the_signature(tmp_path: Path) -> None:
    settings = {
        "ATTUNE_WORKERS": "0",
        "ATTUNE_WORKER_TOKEN": "token-of-the-test",
        "ATTUNE_LOG_LEVEL": "debug",
    }
    with AttuneServer(tmp_path, settings) as server:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(server.origin, cookie_jar=jar) as http, asyncio.TaskGroup() as tasks:
            outside = Outside(server.origin, server.link)
            play = Play(outside, http, tasks)  # type: ignore[arg-type]
            token = server.link.rpartition("=")[2]
            await play.json("POST", "/v1/login", {"token": token}, 204)
            await play_a_call(play)
            for worker, task in play.workers:
                await worker.socket.close()
                task.cancel()
        await asyncio.sleep(2.0)  # the masking processes are replaced
        traces = [str(trace) for process in server.processes() for trace in search(process, (CANARY, TYPED))]
        assert not traces, "\n".join(traces)
    assert not holding(tmp_path)
