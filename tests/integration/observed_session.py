"""A whole session whose note a real language model drafts, in a network in which every packet is seen.

Run as a module inside a network namespace by `test_processors_observed.py`; prints what was seen as JSON.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Play
from tests.support.language_model import language_model
from tests.support.observed_net import Seen, observed
from tests.support.waiting import eventually
from wire import browser as b

CLIENT = "Marguerite Oyelaran"
NAMES = ("Marguerite", "Oyelaran", "Philippa", "Kestrelwood")
NUMBER = ("555", "0173")
SAID = (
    "My name is Marguerite Oyelaran and I have been sleeping badly since my sister Philippa moved in.",
    "Philippa calls me at night, her number is 512-555-0173, and I feel anxious about it.",
    "I work at Kestrelwood Logistics and I was late three times last week.",
    "I will try the breathing exercise twice a day until next week.",
)
MODEL_PORT, DOOR_PORT = 18081, 18082

DECLARED = f"""
[[processor]]
id = "own"
endpoint = "http://127.0.0.1:{DOOR_PORT}/v1"
model = "smollm2"
purposes = ["drafting", "redrafting"]
local = true
timeout_seconds = 120
max_answer_tokens = 120
"""


class Door:
    """Stands before the language model, and keeps every byte that is sent to it."""

    def __init__(self, behind: str) -> None:
        self.bodies: list[bytes] = []
        self._behind = behind

    async def pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.bodies.append(body)
        async with (
            aiohttp.ClientSession() as http,
            http.post(
                f"{self._behind}/chat/completions", data=body, headers={"Content-Type": "application/json"}
            ) as answer,
        ):
            return web.Response(
                body=await answer.read(), status=answer.status, content_type="application/json"
            )


async def held(play: Play) -> dict[str, Any]:
    """A session that is held, drafted and signed; what the server says of it."""
    worker = await play.worker()
    session = await play.session(CLIENT)
    doctor, anna, _, _ = await play.couple(session)
    _, track = await play.listening(doctor, anna)
    for number, text in enumerate(SAID):
        await worker.hear(track, text, 1.0 + 6.0 * number)
    here = f"/v1/sessions/{session['id']}"
    await play.kept(here, len(SAID))
    await doctor.say(b.End())
    async with asyncio.timeout(180):
        while not [one for one in doctor.inbox if isinstance(one, b.NoteReady)]:
            with suppress(TimeoutError):
                await doctor.next()
    note = await play.json("GET", f"{here}/note")
    ledger = await play.json("GET", f"{here}/ledger")
    return {"note": note["note"], "ledger": ledger["entries"]}


async def main(folder: Path) -> dict[str, Any]:
    (folder / "processors.toml").write_text(DECLARED)
    drafting = {
        "ATTUNE_DRAFTER": "model",
        "ATTUNE_PROCESSOR": "own",
        "ATTUNE_PROCESSORS_FILE": str(folder / "processors.toml"),
    }
    with observed() as seen, language_model(MODEL_PORT) as model:
        door = Door(model)
        app = web.Application(client_max_size=8 << 20)
        app.router.add_post("/v1/chat/completions", door.pass_on)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", DOOR_PORT).start()
        async with outside(folder, **drafting) as (server, play):

            async def masks() -> bool:
                return "masking_ready" in server.log.read_text()

            await eventually(masks, "the server can mask", within=60)  # a busy machine loads slowly
            found = await held(play)
            own = int(server.origin.rpartition(":")[2])
        await runner.cleanup()
        found |= _seen(seen, {own, MODEL_PORT, DOOR_PORT})
        found["control"] = await _a_call_outside_is_seen(seen)
    return {**found, "bodies": [body.decode() for body in door.bodies]}


def _seen(seen: Seen, expected: set[int]) -> dict[str, Any]:
    return {
        "outside": list(seen.outside),
        "connected_elsewhere": sorted(seen.connected - expected),
        "datagrams": sorted(seen.datagrams),
        "asked": DOOR_PORT in seen.connected,
    }


async def _a_call_outside_is_seen(seen: Seen) -> bool:
    """Shows that the observer observes."""
    before = len(seen.outside)
    with socket.socket() as caller:
        caller.setblocking(False)
        caller.connect_ex(("198.51.100.7", 443))
        await asyncio.sleep(1.0)
    return len(seen.outside) > before


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(Path(sys.argv[1])))))
