"""Keeps N media workers running as child processes of this server.

They get the control link's address on the command line and its token through the environment (never on the
command line, which every user of the machine can read). A worker that ends is started again, sooner the
longer it had lived. On the way out each gets SIGTERM to finish its words, then SIGKILL.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

from retention.errors import AttuneError
from signaling.logs import get_logger

TOKEN_VARIABLE = "ATTUNE_WORKER_TOKEN"  # noqa: S105 - a name, not a secret
FIRST_WAIT, LONGEST_WAIT = 0.2, 10.0
STEADY_SECONDS = 30.0
"""A worker that lived this long is started again at once."""

STOP_SECONDS = 10.0
"""A worker's words were waited for before: this is for a decoding that can't be broken off."""

UNFIT = 2
"""Exit code of a worker that can't work as it is set up: its model, its device or a setting is wrong."""

_log = get_logger()


class WorkerUnfit(AttuneError):
    """A media worker can't work as it is set up; what to do stands in the line it wrote itself."""

    code = "worker-unfit"


def worker_command(url: str) -> tuple[str, ...]:
    """The command line of one media worker that dials `url`."""
    return (sys.executable, "-m", "media_worker", "--connect", url)


def next_wait(wait: float, lived: float) -> float:
    """Seconds to wait before the next start, after a worker that lived `lived` seconds."""
    return FIRST_WAIT if lived >= STEADY_SECONDS else min(LONGEST_WAIT, wait * 2)


@dataclass(slots=True)
class Supervisor:
    """Owner of the worker processes. `stop_seconds`: time between SIGTERM and SIGKILL."""

    command: Sequence[str]
    count: int
    token: str = field(repr=False)
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ), repr=False)
    stop_seconds: float = STOP_SECONDS
    children: dict[int, asyncio.subprocess.Process] = field(default_factory=dict)

    async def run(self) -> None:
        """Runs the workers until cancelled; leaves no child behind.

        Raises:
            ExceptionGroup: of `WorkerUnfit`, when a worker's very first start shows that none can work.
        """
        try:
            async with asyncio.TaskGroup() as group:
                for number in range(self.count):
                    group.create_task(self._keep(number), name=f"worker-{number}")
        finally:
            await asyncio.shield(self._stop_all())

    async def _keep(self, number: int) -> None:
        """Keeps one worker alive. Later failures never end the server: calls are held without words, too."""
        wait, first = FIRST_WAIT, True
        while True:
            began = monotonic()
            child = await self._start(number)
            code = await child.wait()
            self.children.pop(number, None)
            if code == UNFIT and first:
                raise WorkerUnfit("the media worker can't start: mend what its own line above names")
            first = False
            wait = next_wait(wait, monotonic() - began)
            _log.warning("worker_ended", worker=number, pid=child.pid, exit_code=code, seconds=wait)
            await asyncio.sleep(wait)

    async def _start(self, number: int) -> asyncio.subprocess.Process:
        environment = {**self.environment, TOKEN_VARIABLE: self.token}
        child = await asyncio.create_subprocess_exec(
            *self.command, env=environment, stdin=asyncio.subprocess.DEVNULL, start_new_session=True
        )
        self.children[number] = child
        _log.info("worker_started", worker=number, pid=child.pid)
        return child

    async def _stop_all(self) -> None:
        children = list(self.children.values())
        for child in children:
            if child.returncode is None:
                child.terminate()
        await asyncio.gather(*(self._stopped(child) for child in children))
        self.children.clear()

    async def _stopped(self, child: asyncio.subprocess.Process) -> None:
        try:
            async with asyncio.timeout(self.stop_seconds):
                await child.wait()
        except TimeoutError:
            child.kill()
            await child.wait()
