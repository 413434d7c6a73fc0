"""From the signature at one node until every node and every screen that follows has the words no more."""

from __future__ import annotations

import asyncio
import base64
import math
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from socket import create_server
from typing import Any

import aiohttp

from bench.destroy_memory import NOTE, NotDestroyedError, filled
from signaling.access import COOKIE
from signaling.config import Settings
from signaling.serve import Serving, serving

NEVER = math.inf
SEEN_SECONDS = 30.0
"""A screen that is told nothing for so long is never told."""


@dataclass(frozen=True, slots=True)
class Stores:
    """Where the records, the keys and the nodes' bus are; None: a file, and a node on its own."""

    database: str | None
    keys: str | None
    bus: str | None


def _free_port() -> int:
    with create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _settings(folder: Path, stores: Stores, nodes: int) -> list[Settings]:
    """Those of every node; nodes share all but their address."""
    shared: dict[str, Any] = {"workers": 0, "folder": folder, "undumpable": False, "log_level": "error"}
    if stores.database:
        shared["database_url"] = stores.database
    if stores.keys:
        shared |= {"key_store_url": stores.keys, "key_store_may_lose": True}
        shared["master_key"] = base64.b64encode(secrets.token_bytes(32)).decode()
    if stores.bus is None:
        return [Settings(port=0, **shared)]
    shared |= {"redis_url": stores.bus, "cluster_secret": base64.b64encode(secrets.token_bytes(32)).decode()}
    ports = [_free_port() for _ in range(nodes)]
    return [Settings(port=port, node_url=f"http://127.0.0.1:{port}", **shared) for port in ports]


@dataclass(frozen=True, slots=True)
class Screen:
    """A clinician's page at a node, logged in."""

    http: aiohttp.ClientSession

    @classmethod
    @asynccontextmanager
    async def at(cls, served: Serving) -> AsyncIterator[Screen]:
        """One at a node."""
        house = served.node.house
        key = house.tokens.login(house.practice, timedelta(hours=12))
        headers = {"Cookie": f"{COOKIE}={key}"}
        async with aiohttp.ClientSession(served.local_url, headers=headers) as http:
            yield cls(http)

    async def follows(self, session: str, segments: int, shown: asyncio.Event) -> float:
        """Shows the transcript, says so, and gives the time at which it was told to clear it; `NEVER`."""
        left = segments
        async with self.http.get(f"/v1/sessions/{session}/transcript/events") as stream:
            async for line in stream.content:
                left -= line == b"event: segment\n"
                if left == 0:
                    shown.set()
                if line == b"event: destroyed\n":
                    return time.perf_counter()
        return NEVER

    async def signs(self, note: str, version: int) -> float:
        """Signs a draft; gives the time at which the answer was there; `NEVER` when it was refused."""
        body = {"version": version, "name": "Dr. Elena Brooks", "credential": "PhD", "attestations": []}
        async with self.http.post(f"/v1/notes/{note}/sign", json=body) as answer:
            return time.perf_counter() if answer.ok else NEVER

    async def is_refused(self, session: str) -> bool:
        """Whether this node says that the transcript is destroyed."""
        async with self.http.get(f"/v1/sessions/{session}/transcript") as answer:
            return answer.status == HTTPStatus.GONE


async def _signed(served: Serving, screens: Sequence[Screen], segments: int) -> float:
    """Seconds from the request to sign until the last screen was told and the answer was there."""
    memory = served.node.house.memory
    session = await filled(memory, segments)
    draft = await memory.notes.save_draft(session, NOTE)
    shown = [asyncio.Event() for _ in screens]
    try:
        async with asyncio.timeout(SEEN_SECONDS), asyncio.TaskGroup() as tasks:
            following = [
                tasks.create_task(screen.follows(session, segments, event))
                for screen, event in zip(screens, shown, strict=True)
            ]
            for event in shown:
                await event.wait()
            begun = time.perf_counter()
            answered = await screens[0].signs(draft.id, draft.version)
    except TimeoutError:
        raise NotDestroyedError(f"a screen was told nothing for {SEEN_SECONDS:g} s") from None
    took = max(answered, *(told.result() for told in following)) - begun
    if took == NEVER:
        raise NotDestroyedError("the signature was refused, or a screen cut off and not told")
    for screen in screens:
        if not await screen.is_refused(session):
            raise NotDestroyedError("a node still gives a transcript after its note was signed")
    return took


async def measured(
    stores: Stores, nodes: int, sessions: int, segments: int, store: int, folder: Path
) -> list[float]:
    """Seconds of each signing, at the first of so many nodes, one screen following at each.

    Raises:
        NotDestroyedError: a screen was not told, or a node still gives what was destroyed.
        AttuneError, OSError: a store or the bus can't be reached.
    """
    fault: NotDestroyedError | None = None
    took: list[float] = []
    async with AsyncExitStack() as stack:
        served = [await stack.enter_async_context(serving(one)) for one in _settings(folder, stores, nodes)]
        screens = [await stack.enter_async_context(Screen.at(one)) for one in served]
        for _ in range(store):
            await filled(served[0].node.house.memory, max(1, segments // 10))
        try:
            took = [await _signed(served[0], screens, segments) for _ in range(sessions)]
        except NotDestroyedError as error:  # raised below: the servers' task groups would wrap it
            fault = error
    if fault is not None:
        raise fault
    return took
