"""Runs a node: listens, starts its media workers, stops in order. Prints nothing itself."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from aiohttp import web

from media_worker.process_memory import forbid_dumps, lock_memory
from retention import Clock
from signaling import hygiene
from signaling.app import Node, node
from signaling.config import Settings
from signaling.logs import get_logger
from signaling.sample import sample_speech
from signaling.supervisor import Supervisor, worker_command

SHUTDOWN_SECONDS = 5.0
LAST_WORDS_SECONDS = 8.0
"""Longest wait for what was being said when the server stops."""
PARENT_VARIABLE = "ATTUNE_WORKER_PARENT"
MODEL_VARIABLE = "ATTUNE_EAR_MODEL"
SAMPLE_VARIABLE = "ATTUNE_EAR_SAMPLE"
LOG_FORMAT_VARIABLE = "ATTUNE_EAR_LOG_FORMAT"
UNDUMPABLE_VARIABLE = "ATTUNE_EAR_UNDUMPABLE"

_log = get_logger()


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that listens. `url`: what people open; `local_url`: where it listens on this machine."""

    url: str
    local_url: str
    node: Node

    def owner_link(self) -> str:
        """A fresh one-time link that logs the clinician in; its token stays in the fragment."""
        house = self.node.house
        life = timedelta(minutes=house.settings.owner_link_minutes)
        return f"{self.url}/#login={house.tokens.owner_link(house.practice, life)}"

    @property
    def workers(self) -> int:
        """Media workers registered at present."""
        return self.node.house.ears.registry.summary()["workers"]

    async def wait_for_worker(self, seconds: float) -> bool:
        """Whether a media worker registers within `seconds`."""
        try:
            async with asyncio.timeout(seconds):
                while self.workers == 0:  # noqa: ASYNC110 - the registry is pure and signals nobody
                    await asyncio.sleep(0.05)
        except TimeoutError:
            return False
        return True


@asynccontextmanager
async def serving(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Serving]:
    """A listening server with its workers, stopped in order on the way out.

    Raises:
        AttuneError: memory, masking or processors could not be opened.
        OSError: the address is taken, or Redis can't be reached.
    """
    forbid_dumps(undumpable=settings.undumpable)
    if settings.harden:
        lock_memory()
    async with node(settings, clock) as composed:
        runner = web.AppRunner(composed.app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        await runner.setup()
        try:
            site = web.TCPSite(runner, settings.host, settings.port)
            await site.start()
            local = _address(runner, settings.host)
            served = Serving((settings.public_url or local).rstrip("/"), local, composed)
            hygiene.settle()
            async with asyncio.TaskGroup() as tasks:
                supervising = tasks.create_task(_supervise(settings, composed, local), name="supervisor")
                try:
                    yield served
                finally:
                    await composed.house.hub.hush(LAST_WORDS_SECONDS)
                    await composed.leave()
                    composed.house.hub.close()
                    composed.house.feeds.close()
                    supervising.cancel()
        finally:
            await runner.cleanup()


async def serve(settings: Settings, on_ready: Callable[[Serving], None], clock: Clock | None = None) -> None:
    """Serves until SIGTERM or SIGINT; `on_ready` gets the server once it listens.

    Raises:
        AttuneError, OSError: as `serving`.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        async with serving(settings, clock) as served:
            on_ready(served)
            await stop.wait()
            _log.info("stopping", reason="signal")
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


async def _supervise(settings: Settings, composed: Node, local: str) -> None:
    if settings.workers == 0:
        return
    url = f"{local.replace('http', 'ws', 1)}/v1/workers"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("ATTUNE_") or _of_ear(name)
    }
    environment.setdefault(LOG_FORMAT_VARIABLE, settings.log_format)
    environment.setdefault(SAMPLE_VARIABLE, str(sample_speech()))
    environment.setdefault(UNDUMPABLE_VARIABLE, str(settings.undumpable))
    environment |= {MODEL_VARIABLE: settings.model, PARENT_VARIABLE: str(os.getpid())}
    await Supervisor(worker_command(url), settings.workers, composed.worker_token, environment).run()


def _of_ear(name: str) -> bool:
    return name.startswith("ATTUNE_EAR_") or name == hygiene.HARDENED_MARK


def _address(runner: web.AppRunner, host: str) -> str:
    """Where the server listens, as this machine reaches it."""
    port = runner.addresses[0][1]
    reachable = "127.0.0.1" if host in {"0.0.0.0", ""} else "[::1]" if host == "::" else host  # noqa: S104
    return f"http://{reachable}:{port}"
