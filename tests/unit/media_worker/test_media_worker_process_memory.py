"""A worker's process gives back what it has freed, and its memory is locked where that is permitted."""

from __future__ import annotations

import platform
import resource
import subprocess
import sys

import pytest

from media_worker.process_memory import may_lock

GAPS = """
import asyncio, ctypes, os
from media_worker.process_memory import give_back_freed, protect_memory

{protected}
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
libc.free.argtypes = (ctypes.c_void_p,)
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
blocks = [libc.malloc(64 << 10) for _ in range(3000)]
for block in blocks:
    ctypes.memset(block, 1, 64 << 10)
for number, block in enumerate(blocks):
    if number % 8:  # what lives on in between keeps the heap from shrinking by itself
        libc.free(block)
before = resident()
async def main():
    task = asyncio.create_task(give_back_freed(0.01))
    await asyncio.sleep(0.5)
    task.cancel()
asyncio.run(main())
print(before - resident())
"""

THREADS = """
import ctypes, threading, xml.etree.ElementTree as tree
from media_worker.process_memory import share_heaps

{shared}
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
libc.open_memstream.restype = ctypes.c_void_p
libc.malloc_info.argtypes, libc.fclose.argtypes = (ctypes.c_int, ctypes.c_void_p), (ctypes.c_void_p,)
together = threading.Barrier(12)
def work():
    libc.malloc(4096)
    together.wait()
threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
text, size = ctypes.c_char_p(), ctypes.c_size_t()
stream = libc.open_memstream(ctypes.byref(text), ctypes.byref(size))
libc.malloc_info(0, stream)
libc.fclose(stream)
print(len(tree.fromstring(text.value).findall("heap")))
"""

LOCKED = """
from media_worker.process_memory import protect_memory
protect_memory()
block = bytearray(b"x") * (8 << 20)
print(next(line for line in open("/proc/self/status") if line.startswith("VmLck")).split()[1])
"""


DUMPABLE = """
import ctypes, resource
from media_worker.process_memory import protect_memory
protect_memory(undumpable={undumpable})
PR_GET_DUMPABLE = 3
dumpable = ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)
print(10 * sum(resource.getrlimit(resource.RLIMIT_CORE)) + dumpable)
"""


def answer(script: str) -> int:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=60)
    return int(done.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc")
@pytest.mark.parametrize("protected", ["", "protect_memory()"])
def test_gaps_in_the_heap_are_given_back_also_of_locked_memory(protected: str) -> None:
    assert answer(GAPS.replace("{protected}", protected)) > 100  # of the 164 MB that were freed


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc")
def test_threads_share_few_heaps() -> None:
    shared, unshared = (answer(THREADS.replace("{shared}", line)) for line in ("share_heaps(2)", ""))
    assert shared <= 2 < unshared


@pytest.mark.skipif(not sys.platform.startswith("linux") or not may_lock(), reason="may not be locked here")
def test_memory_is_locked_where_it_may_be() -> None:
    assert answer(LOCKED) > 8 << 10


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl")
@pytest.mark.parametrize("undumpable", [True, False])
def test_no_core_is_dumped_and_debuggers_are_refused_if_wanted(*, undumpable: bool) -> None:
    assert answer(DUMPABLE.format(undumpable=undumpable)) == int(not undumpable)


STATUS = "Name:\tpython\nCapEff:\t{caps}\nSeccomp:\t0\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mlockall")
def test_memory_is_locked_only_where_no_limit_can_make_an_allocation_fail() -> None:
    unlimited = resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY
    assert may_lock(STATUS.format(caps="0000000000004000"))
    assert may_lock(STATUS.format(caps="0000000000000000")) is unlimited
    assert may_lock("no such line") is unlimited
