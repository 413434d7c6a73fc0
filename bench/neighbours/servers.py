"""The neighbours' own servers, on loopback, each with a packaged model folder; and what they use."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bench.neighbours.environment import WHISPER_LIVE, WHISPER_LIVE_KIT, Packages

_READY_SECONDS = 120.0

_START_WHISPER_LIVE = """
import sys
from whisper_live.server import TranscriptionServer
port, model, clients = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
TranscriptionServer().run(
    "127.0.0.1", port, backend="faster_whisper", faster_whisper_custom_model_path=model,
    single_model=True, max_clients=clients, max_connection_time=86400,
)
"""


class ServerFailedError(Exception):
    """A neighbour's server did not come up, or ended early."""


def _whisper_live(port: int, model: Path, streams: int) -> Sequence[str]:
    """As its own `run_server.py` starts it when it is given a model folder."""
    return ("-c", _START_WHISPER_LIVE, str(port), str(model), str(streams))


def _whisper_live_kit(port: int, model: Path, _: int) -> Sequence[str]:
    """Local agreement over faster-whisper: its other policy needs PyTorch weights, which are not packaged."""
    options = {
        "--host": "127.0.0.1",
        "--port": str(port),
        "--model_dir": str(model),
        "--backend": "faster-whisper",
        "--backend-policy": "localagreement",
        "--lan": "en",
        "--warmup-file": "",
        "--log-level": "ERROR",
    }
    told = [part for pair in options.items() for part in pair]
    return ("-m", "whisperlivekit.basic_server", "--pcm-input", *told)


@dataclass(frozen=True)
class Neighbour:
    """How a neighbour is installed and started."""

    packages: Packages
    command: Callable[[int, Path, int], Sequence[str]]


NEIGHBOURS = {
    "whisper-live": Neighbour(WHISPER_LIVE, _whisper_live),
    "whisperlivekit": Neighbour(WHISPER_LIVE_KIT, _whisper_live_kit),
}


@dataclass(frozen=True)
class Used:
    """Processor seconds so far and memory now (bytes), of a server and all it started."""

    cpu_seconds: float
    rss: int


@dataclass(frozen=True)
class Server:
    """A server that answers on a port of this machine."""

    port: int
    pid: int

    def used(self) -> Used:
        """Read from /proc: zero where there is none."""
        tree = _tree(self.pid)
        return Used(sum(_cpu(pid) for pid in tree), sum(_rss(pid) for pid in tree))


@asynccontextmanager
async def started(neighbour: Neighbour, python: Path, model: Path, streams: int) -> AsyncIterator[Server]:
    """The server, up; killed with all it started at the end.

    Raises:
        ServerFailedError: it ended, or did not listen in time.
    """
    port = _free_port()
    process = await asyncio.create_subprocess_exec(
        str(python),
        *neighbour.command(port, model, streams),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
        cwd=python.parent.parent,
    )
    try:
        await _listening(process, port)
        yield Server(port, process.pid)
    finally:
        for pid in reversed(_tree(process.pid)):
            with suppress(ProcessLookupError):
                os.kill(pid, 9)
        await process.wait()


async def _listening(process: asyncio.subprocess.Process, port: int) -> None:
    try:
        async with asyncio.timeout(_READY_SECONDS):
            while process.returncode is None:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                except OSError:
                    await asyncio.sleep(0.2)
                    continue
                writer.close()
                return
    except TimeoutError:
        raise ServerFailedError("its server does not listen") from None
    raise ServerFailedError(f"its server ended with {process.returncode}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _tree(root: int) -> list[int]:
    """A process and its descendants, parents first."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            children.setdefault(int(_stat(int(folder.name))[1]), []).append(int(folder.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name: state, parent, ..."""
    return Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()


def _cpu(pid: int) -> float:
    """User and system seconds, with those of children that have ended."""
    with suppress(OSError, IndexError):
        return sum(int(field) for field in _stat(pid)[11:15]) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _rss(pid: int) -> int:
    with suppress(OSError, IndexError):
        return int(_stat(pid)[21]) * os.sysconf("SC_PAGE_SIZE")
    return 0
