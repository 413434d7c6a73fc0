"""Log lines that can't be written stop nobody, in the server and in its workers."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog

import media_worker.logs
import signaling.logs


class Full(io.StringIO):
    """A file on a disk without room, until there is some."""

    room = False

    def write(self, text: str) -> int:
        if not self.room:
            raise OSError(28, "No space left on device")
        return super().write(text)


@pytest.fixture
def full() -> Iterator[Full]:
    file, root = Full(), logging.getLogger()
    before = root.handlers, root.level
    yield file
    structlog.reset_defaults()
    root.handlers, level = before
    root.setLevel(level)


@pytest.mark.parametrize(
    "configure",
    [lambda: media_worker.logs.configure("json"), lambda: signaling.logs.configure("json", "info")],
)
def test_a_line_is_left_out_while_there_is_no_room(
    full: Full, configure: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", full)  # not in the fixture: pytest sets its own between the two
    configure()
    log = structlog.get_logger()
    for say in (log.info, log.warning, log.error, log.critical):
        say("lost")
    logging.getLogger("library").warning("lost")
    full.room = True
    log.error("written")
    assert "written" in full.getvalue()
    assert "lost" not in full.getvalue()
