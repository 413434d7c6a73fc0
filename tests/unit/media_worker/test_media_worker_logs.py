"""The worker's log lines: one form or the other, and never a library's own text."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import logging, structlog
from media_worker import logs
logs.configure("{form}")
structlog.get_logger().info("link_up", worker="wrk_1")
try:
    raise ValueError("zanzibarquux")
except ValueError:
    logging.getLogger("aioice").warning("peer %s", "203.0.113.9", exc_info=True)
logging.getLogger("aioice").info("quiet")
"""


def lines_of(form: str) -> list[str]:
    program = PROGRAM.format(form=form)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stderr.splitlines()


@pytest.mark.parametrize(("form", "start"), [("json", "{"), ("console", "20")])
def test_lines_have_the_chosen_form_and_libraries_show_no_text(form: str, start: str) -> None:
    lines = lines_of(form)
    assert len(lines) == 2
    assert all(line.startswith(start) for line in lines)
    assert "link_up" in lines[0]
    assert "aioice" in lines[1]
    assert "ValueError" in lines[1]
    assert not any(secret in line for line in lines for secret in ("203.0.113.9", "zanzibarquux"))
