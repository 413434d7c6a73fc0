"""What runs inside the masking processes: in the template, and in those that are forked from it.

The template loads the model and never reads a word that anybody said. Each masking process is a copy of it
that the kernel makes in milliseconds and that shares the model's memory.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import os
import resource
import signal
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TypeVar

from live_notes.errors import MaskingUnavailable
from live_notes.masking.context import Passage
from live_notes.masking.framed import pack, receive, send
from live_notes.masking.roster import Roster
from live_notes.masking.text import Analysed

if TYPE_CHECKING:
    from live_notes.masking.analysis import Analyst

T = TypeVar("T")

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4

_OF_NOBODY = Passage("My name is Ruth, I live at 14 Elm Street and was born on the 3rd of May.")
"""Read once by the template: what libraries make ready with their first text is ready in its forks."""


class _Local:
    """The analyst of this process: set by the template and inherited by its forks, nowhere else."""

    analyst: Analyst | None = None


def unprotected() -> None:
    """What masking processes do about their memory beyond `_guard` when nobody asks for more."""


def template(door: int) -> None:
    """The whole life of a template: loads a model, forks a process for each socket that comes in by the door.

    Ends when the server's end of the door is closed, which the kernel does if the server does not. The first
    message through the door is a module's own function that protects memory, the model's name, and the names
    of modules to load: a fork that had to load them would mask nothing meanwhile.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a fork ended: no zombies
    with socket.socket(fileno=door) as server:
        protect, model, modules = receive(server)
        _guard(protect)
        # Imported here only: the server neither needs the model's libraries nor pays for their memory.
        from live_notes.masking.analysis import Analyst

        _Local.analyst = Analyst.load(model)
        _Local.analyst.analyse(_OF_NOBODY, Roster())
        for name in modules:
            importlib.import_module(name)
        gc.collect()
        gc.freeze()  # a collection in a fork would otherwise write to, and so copy, all it looks at
        own = os.getpid()
        while (end := _come_in(server)) is not None:
            if _forked(end):
                server.close()
                _serve(end, own, protect)
            os.close(end)


def _come_in(door: socket.socket) -> int | None:
    """The next socket through the door, as its descriptor; None when the server is gone."""
    _, ends, _, _ = socket.recv_fds(door, 1, 1)
    return ends[0] if ends else None


def _forked(end: int) -> bool:
    """Whether this is the new process. One that can't be made is told by the end that closes."""
    try:
        return os.fork() == 0
    except OSError as error:
        os.write(2, f"no masking process: {error.strerror}\n".encode())
        return False


def _serve(end: int, parent: int, protect: Callable[[], object]) -> NoReturn:
    """The whole life of a masking process: tells its number, then answers work until its socket closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _guard(protect)
    _die_with(parent)
    with socket.socket(fileno=end) as server:
        try:
            send(server, pack(os.getpid()))
            while True:
                send(server, _answer(*receive(server)))
        except (EOFError, OSError):
            os._exit(0)  # the server has no more work, or is gone


def _answer(work: Callable[..., object], arguments: tuple[object, ...]) -> bytes:
    """What work gives, packed; or the name of its error, never its words, which may be the text's."""
    try:
        return pack((None, work(*arguments)))
    except Exception as error:  # noqa: BLE001 - supervisor: told by name, and the process goes on
        return pack((type(error).__name__, None))


def _guard(protect: Callable[[], object]) -> None:
    """No core dumps, no debuggers (Linux), and what `protect` does. Forks do it again: locks don't last."""
    protect()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if hasattr(libc := ctypes.CDLL(None), "prctl"):
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _die_with(parent: int) -> None:
    """Has the kernel kill this process when its template ends, which does so with the server (Linux).

    Elsewhere the socket that closes does, unless the process hangs.
    """
    if hasattr(libc := ctypes.CDLL(None), "prctl"):
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def analyse_here(passage: Passage, roster: Roster) -> Analysed:
    """Findings by this process's analyst. Raises `MaskingUnavailable` where there is none."""
    if _Local.analyst is None:
        raise MaskingUnavailable("this is no masking process")
    begun = time.process_time()
    found = _Local.analyst.analyse(passage, roster)
    return Analysed(found, time.process_time() - begun)


def timed(work: Callable[..., T], *arguments: object) -> tuple[T, float]:
    """What some work gives, and the CPU seconds of this process it took."""
    begun = time.process_time()
    done = work(*arguments)
    return done, time.process_time() - begun


def ready() -> int:
    """The process's number: that it answers shows that its model is loaded."""
    return os.getpid()
