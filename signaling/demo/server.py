"""A real server for a demo: a child `attune serve` on a temporary folder, gone with it afterwards."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from aiohttp import ClientSession

from signaling.demo.participant import CallFailed

READY_SECONDS = 90.0
STOP_SECONDS = 20.0
LINKS = 3
"""One-time links: for the script, for somebody who watches, and for the pages held afterwards."""
POLL_SECONDS = 0.1
HARMLESS = frozenset(
    f"ATTUNE_{name}"
    for name in (
        *("MODEL", "LANGUAGE", "DRAFTER", "PROCESSOR", "PROCESSORS_FILE", "HARDEN", "UNDUMPABLE"),
        *("PUE", "GRID_GRAMS_PER_KWH", "GRID_SOURCE", "WATER_LITRES_PER_KWH"),
    )
)
"""Settings of the user that a demo takes over."""
_LINK = re.compile(r"https?://\S+#\S+")


@dataclass(frozen=True)
class Doors:
    """Where the server is: its address, and the one-time links it printed."""

    base: str
    links: tuple[str, ...]

    def token(self, number: int) -> str:
        """The token in a link's fragment."""
        return urlsplit(self.links[number]).fragment.rpartition("=")[2]


@asynccontextmanager
async def serving(port: int, model: str | None) -> AsyncIterator[Doors]:
    """Starts `attune serve` on temporary data and waits for its links; removes everything on the way out.

    Raises:
        CallFailed: the server ended or was not ready in time; the detail is its own last line.
    """
    with TemporaryDirectory(prefix="attune-demo-") as folder:
        child = await _start(Path(folder), port, model)
        complaints: deque[str] = deque(maxlen=1)
        async with asyncio.TaskGroup() as readers:
            readers.create_task(_drain(child.stderr, complaints), name="server-log")
            try:
                doors = await _doors(child, complaints)
                readers.create_task(_drain(child.stdout, deque(maxlen=1)), name="server-words")
                await _ready(doors.base)
                yield doors
            finally:
                # Both readers end with the child.
                await asyncio.shield(_stop(child))


async def _start(folder: Path, port: int, model: str | None) -> asyncio.subprocess.Process:
    command = [sys.executable, "-m", "signaling.cli", "serve", "--host", "127.0.0.1", "--port", str(port)]
    return await asyncio.create_subprocess_exec(
        *command,
        *("--data", str(folder / "data"), "--links", str(LINKS), "--until-eof"),
        # Its own terminal group: Ctrl-C reaches us alone, and we end it in order. Should we be killed,
        # its standard input closes and it ends by itself.
        start_new_session=True,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=_environment(os.environ, model),
    )


def _environment(given: Mapping[str, str], model: str | None) -> dict[str, str]:
    """Our own environment without settings that lead to real records, keys or addresses."""
    kept = {
        name: value
        for name, value in given.items()
        if not name.startswith("ATTUNE_") or name.startswith("ATTUNE_EAR_") or name in HARMLESS
    }
    chosen = {"ATTUNE_MODEL": model} if model else {}
    return {**kept, **chosen, "COLUMNS": "400", "NO_COLOR": "1"}


async def _doors(child: asyncio.subprocess.Process, complaints: deque[str]) -> Doors:
    links: list[str] = []
    try:
        async with asyncio.timeout(READY_SECONDS):
            while child.stdout is not None and len(links) < LINKS:
                line = (await child.stdout.readline()).decode(errors="replace")
                if not line:
                    await child.wait()
                    await asyncio.sleep(0.1)
                    raise CallFailed(
                        f"the server did not start: {complaints[-1] if complaints else 'no reason given'}"
                    )
                links += _LINK.findall(line)
    except TimeoutError:
        raise CallFailed(f"the server was not ready within {READY_SECONDS:.0f} s") from None
    parts = urlsplit(links[0])
    return Doors(f"{parts.scheme}://{parts.netloc}", tuple(links))


async def _ready(base: str) -> None:
    """Waits until a media worker has its model loaded. Raises `CallFailed`."""
    try:
        async with asyncio.timeout(READY_SECONDS), ClientSession() as http:
            while True:
                async with http.get(f"{base}/readyz") as answer:
                    if answer.status == 200:
                        return
                await asyncio.sleep(POLL_SECONDS)
    except TimeoutError:
        raise CallFailed(f"no media worker within {READY_SECONDS:.0f} s: see `attune doctor`") from None


async def _drain(stream: asyncio.StreamReader | None, last: deque[str]) -> None:
    """Reads the server's log so that it never blocks, keeping the last line."""
    while stream is not None and (line := await stream.readline()):
        last.append(line.decode(errors="replace").strip().removeprefix("attune: "))


async def _stop(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        child.terminate()
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await child.wait()
        except TimeoutError:
            child.kill()
            await child.wait()
