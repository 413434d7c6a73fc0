"""What a process that hears secrets does to itself: no core dumps, no debuggers, no readable freed memory.

Python's own allocator keeps freed strings readable until their place is used again. glibc's can overwrite
every block as it is freed (`glibc.malloc.perturb`), so `attune serve` restarts itself once with Python on
glibc's malloc and that switch on. Memory is kept out of swap where the system permits it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Mapping, Sequence

from media_worker.process_memory import give_back

HARDENED_MARK = "ATTUNE_WORKER_HARDENED"
"""Set in the environment of a process that has restarted itself (and of its children)."""

ALLOCATOR = {
    "PYTHONMALLOC": "malloc",
    # 165: any byte but 0; tcache off because its blocks skip the overwriting.
    "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
}


def hardened_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment in which freed memory is overwritten; other glibc tunables are kept."""
    hardened = dict(environment)
    given = hardened.get("GLIBC_TUNABLES")
    hardened |= ALLOCATOR
    if given and given != ALLOCATOR["GLIBC_TUNABLES"]:
        hardened["GLIBC_TUNABLES"] = f"{given}:{ALLOCATOR['GLIBC_TUNABLES']}"
    hardened[HARDENED_MARK] = "1"
    return hardened


def is_hardened(environment: Mapping[str, str]) -> bool:
    """Whether this process already runs in such an environment."""
    return environment.get(HARDENED_MARK) == "1"


def reexec_hardened(arguments: Sequence[str] | None = None) -> None:
    """Replaces this process by itself in the hardened environment; returns only if it is there already.

    `arguments` default to this process's own, interpreter included (`sys.orig_argv`).
    """
    if is_hardened(os.environ) or not sys.platform.startswith("linux"):
        return
    command = list(arguments or [sys.executable, *sys.orig_argv[1:]])
    os.execve(command[0], command, hardened_environment(os.environ))  # noqa: S606 - our own command line


def settle() -> None:
    """After the start: leaves what lives as long as the process out of later collections."""
    gc.collect()
    gc.freeze()


async def scrub() -> None:
    """After a destruction: collects cycles that still hold words and gives freed pages back."""
    gc.collect()
    if sys.platform.startswith("linux"):
        await asyncio.to_thread(give_back)  # ctypes lets the loop go on meanwhile
