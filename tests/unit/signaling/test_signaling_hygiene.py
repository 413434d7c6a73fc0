"""Freed memory is really overwritten: a child process looks for a secret in its own memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from signaling.hygiene import hardened_environment

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
