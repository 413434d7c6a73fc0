"""What masking may not do: outlive its parent, call out, or weigh on the process that asks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from live_notes.masking.pool import PIECE_CHARS, pieces


@pytest.mark.parametrize("size", [0, 1, PIECE_CHARS, PIECE_CHARS + 1, 5 * PIECE_CHARS + 17])
@pytest.mark.parametrize("unit", ["a", "word ", "A sentence. ", "\n"])
def test_pieces_cover_the_text(size: int, unit: str) -> None:
    text = (unit * size)[:size]
    cut = list(pieces(text))
    assert cut[0][0] == 0
    assert cut[-1][1] == size
    assert all(after[0] < before[1] and after[0] > before[0] for before, after in pairwise(cut))
    assert all(end - start <= PIECE_CHARS for start, end in cut)


ORPHANED = """
import asyncio, os, sys
from live_notes.masking import AnalysisPool
from live_notes.masking.template import template_of

async def main():
    pool = AnalysisPool()
    pool.start()
    await pool.warm_up()
    print(*pool._crew.pids, pool._template().pid, flush=True)
    sys.stdin.read()

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_children_die_with_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "orphaned.py"
    script.write_text(ORPHANED)
    parent = subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert parent.stdout is not None
    assert parent.stdin is not None
    children = [int(number) for number in parent.stdout.readline().split()]
    assert len(children) == 2
    os.kill(children[0], signal.SIGSTOP)  # not even one that hangs stays behind
    parent.kill()
    parent.wait(10)
    for stream in (parent.stdout, parent.stdin):
        stream.close()
    for _ in range(100):
        if not any(is_alive(child) for child in children):
            return
        time.sleep(0.05)
    pytest.fail("a masking process outlived its server")


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]
    except OSError:
        return False


SILENT = """
import socket

def refuse(*_, **__):
    raise AssertionError("masking called out")

socket.socket.connect = refuse
socket.getaddrinfo = refuse

from live_notes.masking.analysis import Analyst
from live_notes.masking.context import Passage
from live_notes.masking.roster import Roster

said = Passage("Write to john.doe@example.co.uk or see www.example.org today.")
found = Analyst.load().analyse(said, Roster())
print(sorted(finding.entity.value for finding in found))
"""


def test_masking_never_calls_out() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SILENT], capture_output=True, text=True, check=True, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert run.stdout.strip() == "['EMAIL_ADDRESS', 'URL']"
    assert run.stderr == ""


def test_the_parent_does_not_load_the_model() -> None:
    code = "import sys, live_notes.masking; print({'spacy', 'presidio_analyzer'} & sys.modules.keys())"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout.strip() == "set()"
