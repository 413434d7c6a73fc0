"""What a worker's process does about its own memory: none of it on a disk, and what is freed given back."""

from __future__ import annotations

import asyncio
import ctypes
import resource
import sys
from pathlib import Path

GIVE_BACK_SECONDS = 20.0
HEAPS = 4
"""Heaps that all threads share; glibc's default is eight a core, and each keeps its own gaps.

Two would let the decoding threads wait for each other's allocations."""
_M_ARENA_MAX = -8  # malloc.h
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4
_LOCKED = _MCL_CURRENT | _MCL_FUTURE | _MCL_ONFAULT
_STATUS = Path("/proc/self/status")
_CAP_IPC_LOCK = 14
_PR_SET_DUMPABLE = 4  # prctl(2)


def protect_memory(*, undumpable: bool = False) -> None:
    """No core dump, and no swap where the system permits that: audio in memory must never reach a disk."""
    forbid_dumps(undumpable=undumpable)
    lock_memory()


def forbid_dumps(*, undumpable: bool) -> None:
    """No core dumps from now on; with `undumpable` no other process of this user may read our memory."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if undumpable and hasattr(libc := ctypes.CDLL(None), "prctl"):  # Linux
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def lock_memory() -> bool:
    """Keeps this process's memory out of swap (mlockall(2)), each page from its first use, if it may."""
    return may_lock() and ctypes.CDLL(None).mlockall(_LOCKED) == 0


def may_lock(status: str | None = None) -> bool:
    """Whether all memory may be locked: no limit, or the capability to pass over it (capabilities(7)).

    With a limit a later allocation would fail, so that is no permission. `status`: as the process's own in
    `/proc`.
    """
    if not sys.platform.startswith("linux"):
        return False
    if resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY:
        return True
    return bool(int(_value("CapEff", status or _STATUS.read_text()) or "0", 16) >> _CAP_IPC_LOCK & 1)


def share_heaps(heaps: int = HEAPS) -> None:
    """At most so many heaps for all threads (mallopt(3)); of use only before the threads are begun."""
    if hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_ARENA_MAX, heaps)


async def give_back_freed(every: float = GIVE_BACK_SECONDS) -> None:
    """Gives freed pages back to the system, again and again (malloc_trim(3)).

    What freed pages held is gone with them. Windows of every length leave gaps in the heaps of the decoding
    threads; this alone does not keep memory flat: see `share_heaps`.
    """
    while hasattr(ctypes.CDLL(None), "malloc_trim"):  # glibc's
        await asyncio.sleep(every)
        await asyncio.to_thread(give_back)


def give_back() -> None:
    """Gives freed pages back once; call it in a thread.

    Locked pages can't be given back (madvise(2)): they are unlocked for the moment it takes.
    """
    libc = ctypes.CDLL(None)
    locked = int(_value("VmLck", _STATUS.read_text()) or 0) > 0
    if locked:
        libc.munlockall()
    libc.malloc_trim(0)
    if locked:
        libc.mlockall(_LOCKED)


def _value(name: str, status: str) -> str | None:
    """The first word behind a name in a process's status, if it stands there."""
    lines = (line.split() for line in status.splitlines())
    return next((words[1] for words in lines if len(words) > 1 and words[0] == f"{name}:"), None)
