"""Freed memory is really overwritten: a child process looks for a secret in its own memory."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys

import pytest

from signaling.hygiene import hardened_environment, may_lock

SEARCH = r"""
import json, os, re

def found(needle):
    hits = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            begin, end = (int(part, 16) for part in line.split()[0].split("-"))
            if "r" not in line.split()[1] or "[v" in line:
                continue
            try:
                memory.seek(begin)
                hits += memory.read(end - begin).count(needle)
            except OSError:
                continue
    return hits

halves = ("a very private ", "thing that was said")
def spoken():
    return [(halves[0] + str(number) + halves[1]) for number in range(500)]
texts = spoken()
as_json = json.dumps({"segments": texts})
back = json.loads(as_json)
del texts, as_json, back
needle = (halves[0] + str(4)).encode()
hits = found(needle)
# The needle itself and the reading buffers hold it once or twice; 2000 copies would be the words.
print(json.dumps(hits))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc")
def test_words_that_were_freed_are_gone_from_the_process() -> None:
    hits = {}
    for name, environment in (("plain", dict(os.environ)), ("hardened", hardened_environment(os.environ))):
        environment.pop("PYTHONMALLOC", None) if name == "plain" else None
        done = subprocess.run(
            [sys.executable, "-I" if name == "plain" else "-s", "-c", SEARCH],
            env=environment,
            capture_output=True,
            check=True,
            timeout=60,
        )
        hits[name] = json.loads(done.stdout)
    assert hits["hardened"] <= 3, hits
    assert hits["plain"] > 20 * hits["hardened"], hits


STATUS = "Name:\tpython\nCapEff:\t{caps}\nSeccomp:\t0\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mlockall")
def test_memory_is_locked_only_where_no_limit_can_make_an_allocation_fail() -> None:
    unlimited = resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY
    assert may_lock(STATUS.format(caps="0000000000004000"))
    assert may_lock(STATUS.format(caps="0000000000000000")) is unlimited
    assert may_lock("no such line") is unlimited


@pytest.mark.skipif(not may_lock(), reason="memory may not be locked here")
def test_what_is_allocated_after_locking_is_locked_too() -> None:
    script = (
        "from signaling.hygiene import lock_memory\n"
        "assert lock_memory()\n"
        "block = bytearray(b'x') * (8 << 20)\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmLck')).split()[1])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=60)
    assert int(done.stdout) > 8 << 10
