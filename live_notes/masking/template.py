"""The server's side of a template: started when first needed, asked to fork, ended with this process."""

from __future__ import annotations

import atexit
import functools
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping

from live_notes.masking.framed import pack, send

PROGRAM = "import sys; from live_notes.masking.processes import template; template(int(sys.argv[1]))"

ENVIRONMENT = frozenset({"PATH", "HOME", "LANG", "TMPDIR", "TZ"})
ENVIRONMENT_PREFIXES = ("PYTHON", "LC_", "LD_", "GLIBC_")
"""What a template gets of the environment, by name and by prefix: keys and passwords stay outside."""

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""A process is forked safely only while nothing else runs in it."""


class Template:
    """A process that has loaded `model` and reads no words, from which masking processes are forked.

    `protect` is a module's own function that the process and its forks call about their memory; `modules`
    are those whose work the forks will do: loaded once, by the template.
    """

    def __init__(self, model: str, protect: Callable[[], object], modules: tuple[str, ...]) -> None:
        self._order = pack((protect, model, modules))
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None

    @property
    def pid(self) -> int | None:
        """The process's number, once there is one."""
        return None if self._process is None else self._process.pid

    def fork(self, end: socket.socket) -> None:
        """Asks for a masking process that speaks on the other side of `end`; doesn't wait for it.

        A template that died is replaced. Raises `OSError` when that fails.
        """
        with self._lock:
            try:
                self._ask(end)
            except (BrokenPipeError, ConnectionResetError):  # it died as it was asked
                self._ask(end)

    def close(self) -> None:
        """Ends the process, with what was forked from it; the next `fork` starts another."""
        with self._lock:
            self._end()

    def _ask(self, end: socket.socket) -> None:
        if self._door is None or self._process is None or self._process.poll() is not None:
            self._end()
            self._door = self._start()
        try:
            socket.send_fds(self._door, [b"."], [end.fileno()])
        except OSError:
            self._end()
            raise

    def _start(self) -> socket.socket:
        door, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own command line
                # -P: what lies in the working directory is no module of ours
                [sys.executable, "-P", "-c", PROGRAM, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=environment_of(os.environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        send(door, self._order)
        return door

    def _end(self) -> None:
        if self._door is not None:
            self._door.close()
            self._door = None
        if self._process is not None:
            self._process.kill()  # it keeps nothing that would need an orderly end
            self._process.wait()
            self._process = None


@functools.cache
def template_of(model: str, protect: Callable[[], object], modules: tuple[str, ...]) -> Template:
    """The one template of this process for a model: pools share it, since nothing of theirs is in it."""
    found = Template(model, protect, modules)
    atexit.register(found.close)
    return found


def environment_of(environment: Mapping[str, str]) -> dict[str, str]:
    """What a template needs of an environment, and this process's ways to find modules."""
    kept = {
        name: value
        for name, value in environment.items()
        if name in ENVIRONMENT or name.startswith(ENVIRONMENT_PREFIXES)
    }
    return {**kept, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
