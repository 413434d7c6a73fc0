"""A real `attune serve` as a child process, with folders of its own, for tests from outside."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from tests.support.folder_watch import wait_for
from tests.support.process_memory import Process, family

_LINK = re.compile(r"https?://\S+[#?]\S+")
START_SECONDS = 150
"""Generous, since the machine that runs the suite may be busy; the target itself is measured in bench/."""


@dataclass
class AttuneServer:
    """A context manager: the server is up and has printed its link on enter, and is gone on exit.

    `login` is for the tests: cookies that the one-time link gave.

    `home` holds everything of it: `data`, `temporary` (its TMPDIR) and `log` (all it prints).
    """

    home: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    link: str = ""
    login: Any = None
    _child: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.home / "data"

    @property
    def temporary(self) -> Path:
        """The only temporary folder the server knows of."""
        return self.home / "temporary"

    @property
    def log(self) -> Path:
        """Everything the server and its workers print."""
        return self.home / "logs" / "server.log"

    @property
    def origin(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        parts = urlsplit(self.link)
        return f"{parts.scheme}://{parts.netloc}"

    def processes(self) -> list[Process]:
        """The server, its analysis processes and its media workers."""
        assert self._child is not None
        return family(self._child.pid)

    def __enter__(self) -> Self:
        for folder in (self.data, self.temporary, self.log.parent):
            folder.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self._child = subprocess.Popen(
                self._command(),
                cwd=self.home,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_for(self._has_link, START_SECONDS, "the server prints its link")
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def _command(self) -> list[str]:
        program = Path(sys.executable).parent / "attune"
        return [str(program), "serve", "--port", "0", "--data", str(self.data)]

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ATTUNE_")}
        # Reading another process's memory is for root only, unless that process allows it.
        own = {} if os.geteuid() == 0 else {"ATTUNE_UNDUMPABLE": "false"}
        return {
            **kept,
            "TMPDIR": str(self.temporary),
            "COLUMNS": "400",
            "NO_COLOR": "1",
            **own,
            **self.settings,
        }

    def _has_link(self) -> bool:
        assert self._child is not None
        printed = self.log.read_text(errors="replace")
        assert self._child.poll() is None, f"the server ended while starting:\n{printed[-4000:]}"
        found = _LINK.search(printed)
        if found:
            self.link = found[0]
        return bool(found)

    def _stop(self) -> None:
        child = self._child
        if child is None or child.poll() is not None:
            return
        descendants = family(child.pid)[1:]
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait(10)
        for process in descendants:
            if (Path("/proc") / str(process.pid)).exists():
                wait_for(lambda pid=process.pid: not _lives(pid), 10, f"{process} ends with its server")  # type: ignore[misc]

    def kill_worker(self) -> Process:
        """Kills one media worker without warning; gives which."""
        worker = next(one for one in self.processes() if "media_worker" in one.command)
        os.kill(worker.pid, signal.SIGKILL)
        return worker


def _lives(pid: int) -> bool:
    """Whether a process runs: not gone, and not merely waiting to be collected."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def private_home() -> tempfile.TemporaryDirectory[str]:
    """A folder for one server, removed when the context ends."""
    return tempfile.TemporaryDirectory(prefix="attune-server-")
