"""A message that was read and dropped leaves nothing of itself in the reader's memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.process_memory import family, search

PHRASE = "amber trombone lantern"
_READS = """
import gc, os, sys
from wire.browser import parse_client
from wire.control import parse_worker
read = {"chat": parse_client, "recognised": parse_worker}[sys.argv[1]]
text = os.read(0, 65536)
for _ in range(3):
    message = read(text)
if sys.argv[2] == "drops":
    del message, text
    gc.collect()
os.write(1, b"read")
os.read(0, 1)
"""
_MESSAGES = {
    "chat": {"type": "chat", "text": PHRASE},
    "recognised": {
        "type": "recognised", "track": "t", "id": "s", "start": 0, "end": 1, "text": PHRASE, "final": True,
    },
}  # fmt: skip


def _remembered(kind: str, then: str, repository: Path) -> bool:
    """Whether a process that reads a message of this kind and keeps or drops it still holds the phrase."""
    environment = {
        **os.environ,
        "PYTHONMALLOC": "malloc",
        "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
    }
    command = [sys.executable, "-c", _READS, kind, then]
    with subprocess.Popen(
        command, cwd=repository, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(_MESSAGES[kind]).encode())
        assert child.stdout.read(4) == b"read"
        traces = search(family(child.pid)[0], [PHRASE])
        child.stdin.write(b".")
    return bool(traces)


@pytest.mark.parametrize("kind", sorted(_MESSAGES))
def test_a_message_that_is_kept_is_found(kind: str, repository: Path) -> None:
    assert _remembered(kind, "keeps", repository)


@pytest.mark.parametrize("kind", sorted(_MESSAGES))
def test_a_message_that_is_dropped_is_gone(kind: str, repository: Path) -> None:
    assert not _remembered(kind, "drops", repository)
