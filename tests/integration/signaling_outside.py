"""A server in a process of its own, with scripted browsers and media workers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp

from tests.integration.signaling_play import Play
from tests.support.attune_server import AttuneServer


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


@asynccontextmanager
async def outside(
    folder: Path, kind: type[AttuneServer] = AttuneServer, /, **more: str
) -> AsyncIterator[tuple[AttuneServer, Play]]:
    """A server in a process of its own, with a logged-in clinician. `kind`: how it is started."""
    settings = {
        "ATTUNE_WORKERS": "0",
        "ATTUNE_WORKER_TOKEN": "token-of-the-test",
        "ATTUNE_LOG_LEVEL": "debug",
        "ATTUNE_HEARTBEAT_SECONDS": "60",  # these pages answer a ping only while they read
        **more,
    }
    with kind(folder, settings) as server:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(server.origin, cookie_jar=jar) as http, asyncio.TaskGroup() as tasks:
            play = Play(Outside(server.origin, server.link), http, tasks)  # type: ignore[arg-type]
            token = server.link.rpartition("=")[2]
            await play.json("POST", "/v1/login", {"token": token}, 204)
            yield server, play
            await play.dismiss()
