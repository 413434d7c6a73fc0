"""Several real nodes over one PostgreSQL, one key store and one bus, each with people of its own."""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pydantic import SecretStr

from signaling.serve import Serving, serving
from tests.conftest import free_tcp_port
from tests.integration.signaling_play import Play, at, settings
from tests.support.attune_server import AttuneServer
from tests.support.cluster_memory import MASTER_KEY, cluster_settings
from tests.support.postgres import KeyRedis, Server

SECRET = base64.b64encode(b"c" * 32).decode()
WORKER_TOKEN = "the workers' own token"
LEASE_SECONDS = 6.0
"""Long enough for a busy machine, whose nodes may be late to renew."""


def node_settings(
    folder: Path, database_url: str, key_store_url: str, redis_url: str, port: int
) -> dict[str, Any]:
    """What one node of the test's cluster is given."""
    return {
        "folder": folder,
        "database_url": database_url,
        "key_store_url": key_store_url,
        "master_key": base64.b64encode(MASTER_KEY).decode(),
        "redis_url": redis_url,
        "node_url": f"http://127.0.0.1:{port}",
        "cluster_secret": SECRET,
        "worker_token": WORKER_TOKEN,
        "lease_seconds": LEASE_SECONDS,
        "grace_seconds": 60.0,
        "heartbeat_seconds": 60.0,
        "sweep_seconds": 2.0,
        "port": port,
    }


@dataclass
class NodeProcess(AttuneServer):
    """A node as `attune serve` runs it, looked at as a served one."""

    def _command(self) -> list[str]:
        return [str(Path(sys.executable).parent / "attune"), "serve"]

    @property
    def local_url(self) -> str:
        """Where it listens."""
        return self.settings["ATTUNE_NODE_URL"]

    @property
    def node(self) -> NodeProcess:
        """Itself, for what its workers bear."""
        return self

    worker_token = WORKER_TOKEN

    def owner_link(self) -> str:
        """The link it printed."""
        return self.link

    def kill(self) -> None:
        """Ends it without warning (SIGKILL), with what it started."""
        for process in reversed(self.processes()):
            os.kill(process.pid, signal.SIGKILL)


class Shared:
    """What all nodes share."""

    def __init__(self, folder: Path, database_url: str, key_store_url: str, redis_url: str) -> None:
        self.folder = folder
        self.database_url, self.key_store_url, self.redis_url = database_url, key_store_url, redis_url

    def given(self, name: str, port: int) -> dict[str, Any]:
        """The settings of a node."""
        return node_settings(self.folder / name, self.database_url, self.key_store_url, self.redis_url, port)

    @asynccontextmanager
    async def node(self, name: str, **given: Any) -> AsyncIterator[Serving]:
        """A node in this process, on a port of its own."""
        chosen = settings(**{**self.given(name, free_tcp_port()), **given})
        async with serving(chosen) as served:
            yield served

    @asynccontextmanager
    async def process(self, name: str) -> AsyncIterator[tuple[NodeProcess, Play]]:
        """A node that is a process of its own, and a logged-in clinician at it."""
        port = free_tcp_port()
        quick = settings(**self.given(name, port)).model_dump(exclude_unset=True)
        given = {
            f"ATTUNE_{key.upper()}": value.get_secret_value() if isinstance(value, SecretStr) else str(value)
            for key, value in quick.items()
        }
        process = NodeProcess(self.folder / name, given)
        await asyncio.to_thread(process.__enter__)
        try:
            async with at(cast("Serving", process)) as play:
                yield process, play
        finally:
            await asyncio.to_thread(process.__exit__, None, None, None)

    @asynccontextmanager
    async def play(self, name: str, **given: Any) -> AsyncIterator[Play]:
        """A node and a logged-in clinician at it."""
        async with self.node(name, **given) as served, at(served) as play:
            yield play


@asynccontextmanager
async def sharing(server: Server, keys: KeyRedis, redis_url: str, folder: Path) -> AsyncIterator[Shared]:
    """An empty memory that nodes share."""
    async with cluster_settings(server, keys, folder) as kept:
        assert kept.database_url is not None
        assert kept.key_store_url is not None
        yield Shared(folder, kept.database_url, kept.key_store_url, redis_url)
