"""What runs inside a process of the analysis pool, and how such processes are ended."""

from __future__ import annotations

import asyncio
import ctypes
import os
import resource
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, TypeVar, cast

from live_notes.errors import MaskingUnavailable
from live_notes.masking.context import Passage
from live_notes.masking.roster import Roster
from live_notes.masking.text import Analysed

if TYPE_CHECKING:
    from live_notes.masking.analysis import Analyst

T = TypeVar("T")

SETTLE_SECONDS = 5.0
"""How long `recycle` and `close` wait for running work, and again for processes to end, before they kill."""

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4


class _Local:
    """The analyst of this process: set by the initializer of a pool's process, nowhere else."""

    analyst: Analyst | None = None


def unprotected() -> None:
    """What a pool's processes do about their memory beyond `begin` when nobody asks for more."""


def begin(parent: int, protect: Callable[[], object], model: str) -> None:
    """Runs once in each process of a pool: no core dumps, death with the parent, then the model.

    `protect` is a module's own function, called first; `model` the spaCy package to load.
    """
    protect()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None, use_errno=True)
    # Linux only and best effort: elsewhere the rlimit and the executor's pipe do.
    if hasattr(libc, "prctl"):
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Imported here only: the parent neither needs the model's libraries nor pays for their memory.
    from live_notes.masking.analysis import Analyst

    _Local.analyst = Analyst.load(model)


def analyse_here(passage: Passage, roster: Roster) -> Analysed:
    """Findings by this process's analyst. Raises `MaskingUnavailable` when it was not begun."""
    if _Local.analyst is None:
        raise MaskingUnavailable("the process of the analysis pool was not begun")
    begun = time.process_time()
    found = _Local.analyst.analyse(passage, roster)
    return Analysed(found, time.process_time() - begun)


def timed(work: Callable[..., T], *arguments: object) -> tuple[T, float]:
    """What some work gives, and the CPU seconds of this process it took."""
    begun = time.process_time()
    done = work(*arguments)
    return done, time.process_time() - begun


def ready() -> int:
    """The process's number: that it answers shows that its model is loaded."""
    return os.getpid()


def _processes_of(executor: ProcessPoolExecutor) -> list[BaseProcess]:
    return list((executor._processes or {}).values())  # noqa: SLF001  (3.14 has kill_workers)


def kill(executor: ProcessPoolExecutor) -> None:
    """Kills an executor's processes at once; its calls fail with `BrokenProcessPool`."""
    for process in _processes_of(executor):
        process.kill()


async def ended(executor: ProcessPoolExecutor) -> None:
    """Ends an executor's processes, by force when they don't end by themselves (a stopped one can't)."""
    processes = _processes_of(executor)
    executor.shutdown(wait=False, cancel_futures=True)
    left = await asyncio.to_thread(_outlasting, processes)
    for process in left:
        process.kill()
    await asyncio.to_thread(_outlasting, left)


def _outlasting(processes: Sequence[BaseProcess]) -> list[BaseProcess]:
    """Waits until the processes have ended; those that have not within `SETTLE_SECONDS`.

    By their sentinels: the executor's own thread reaps them, and two can't.
    """
    left = {process.sentinel: process for process in processes}
    until = time.monotonic() + SETTLE_SECONDS
    while left and (seconds := until - time.monotonic()) > 0:
        for sentinel in wait(list(left), timeout=seconds):
            left.pop(cast(int, sentinel))
    return list(left.values())
