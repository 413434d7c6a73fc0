"""The masking processes of a pool as an executor: each has a thread that brings it work and waits."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from pickle import PicklingError
from queue import Empty, SimpleQueue
from typing import Any, ParamSpec, TypeVar

from live_notes.masking.framed import pack, receive, send
from live_notes.masking.template import Template

SETTLE_SECONDS = 5.0
"""How long `recycle` and `close` wait for running work, and again for processes to end, before they kill."""

P = ParamSpec("P")
T = TypeVar("T")


class WorkFailed(Exception):
    """Work that raised in its process; the message is the error's type, since its words may be the text's."""


@dataclass(frozen=True, slots=True)
class _Task:
    future: Future[Any]
    work: Callable[..., object]
    arguments: tuple[object, ...]


class Crew(Executor):
    """So many processes forked from a template, from the first work on.

    As with `ProcessPoolExecutor` the death of one breaks them all: work fails with `BrokenExecutor`.
    """

    def __init__(self, processes: int, template: Template) -> None:
        self._lock = threading.Lock()
        self._over = False
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._hands = [_Hand(self._tasks, template, self._broken) for _ in range(processes)]

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that have come up."""
        return [hand.pid for hand in self._hands if hand.pid is not None]

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Has a module's own function called in a process, with positional arguments that can be packed.

        Raises:
            BrokenExecutor: a process died, or the crew was shut down.
        """
        if kwargs:
            raise TypeError("named arguments are not passed on")
        future: Future[T] = Future()
        with self._lock:
            if self._over:
                raise BrokenExecutor("the processes have ended")
            self._tasks.put(_Task(future, fn, args))
            for hand in self._hands:
                hand.begin()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more work; the processes end after what is queued.

        Where that is cancelled, one that has not come up yet (its template is loading) is not waited for.
        """
        with self._lock:
            self._over = True
            if cancel_futures:
                for task in self._queued():
                    task.future.cancel()
                for hand in self._hands:
                    hand.forsake()
            self._tasks.put(None)
        if wait:
            self.outlasting(None)

    def kill(self) -> None:
        """Kills the processes at once; their work fails."""
        for hand in self._hands:
            hand.kill()

    def outlasting(self, seconds: float | None) -> bool:
        """Waits until the processes have ended, for so long at most; whether one has not."""
        until = None if seconds is None else time.monotonic() + seconds
        left = [hand for hand in self._hands if not hand.ends(until)]
        return bool(left)

    def _broken(self) -> None:
        """A process died: so do the others, and nothing that is queued will be done."""
        with self._lock:
            self._over = True
            for task in self._queued():
                if task.future.set_running_or_notify_cancel():
                    task.future.set_exception(BrokenExecutor("a process died"))
            self._tasks.put(None)
        self.kill()

    def _queued(self) -> list[_Task]:
        taken = []
        with suppress(Empty):
            while True:
                task = self._tasks.get_nowait()
                if task is not None:
                    taken.append(task)
        return taken


class _Hand:
    """One process and the thread that speaks with it."""

    def __init__(
        self, tasks: SimpleQueue[_Task | None], template: Template, broken: Callable[[], None]
    ) -> None:
        self._tasks = tasks
        self._template = template
        self._broken = broken
        self._socket, self._theirs = socket.socketpair()
        self._lock = threading.Lock()
        self._open = True
        self._begun = False
        self._thread = threading.Thread(target=self._live, name="masking", daemon=True)
        self.pid: int | None = None

    def begin(self) -> None:
        """Starts the thread, and with it the process, unless that is done."""
        if not self._begun:
            self._begun = True
            self._thread.start()

    def ends(self, until: float | None) -> bool:
        """Whether the process has ended at that time of the monotonic clock."""
        if not self._begun:
            self._close()
            return True
        self._thread.join(None if until is None else max(0.0, until - time.monotonic()))
        return not self._thread.is_alive()

    def kill(self) -> None:
        """Kills the process, or forsakes it."""
        self.forsake()
        with self._lock:
            if self._open and self.pid is not None:
                with suppress(ProcessLookupError):
                    os.kill(self.pid, signal.SIGKILL)

    def forsake(self) -> None:
        """Leaves a process that has not come up: it finds nobody to speak to, and ends."""
        with self._lock:
            if self._open and self.pid is None:
                with suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)

    def _live(self) -> None:
        try:
            with self._theirs:
                self._template.fork(self._theirs)
            self.pid = receive(self._socket)
            while (task := self._tasks.get()) is not None:
                self._do(task)
                del task  # nothing of it may stay while this waits
            self._tasks.put(None)  # for the others
            self._see_off()
        except (EOFError, OSError):
            self._close()
            self._broken()
        finally:
            self._close()

    def _do(self, task: _Task) -> None:
        """Has one task done. Raises `EOFError` or `OSError` if the process died."""
        if not task.future.set_running_or_notify_cancel():
            return
        try:
            packed = pack((task.work, task.arguments))
        except (PicklingError, TypeError, AttributeError) as error:
            task.future.set_exception(WorkFailed(type(error).__name__))
            return
        try:
            send(self._socket, packed)
            failed, found = receive(self._socket)
        except (EOFError, OSError):
            task.future.set_exception(BrokenExecutor("the process died"))
            raise
        if failed is None:
            task.future.set_result(found)
        else:
            task.future.set_exception(WorkFailed(failed))

    def _see_off(self) -> None:
        """Tells the process to end, and waits until it has: its memory is gone when its socket closes."""
        with suppress(EOFError, OSError):
            self._socket.shutdown(socket.SHUT_WR)
            receive(self._socket)

    def _close(self) -> None:
        with self._lock:
            self._open = False
            self._socket.close()
            self._theirs.close()


async def ended(crew: Crew) -> None:
    """Ends a crew's processes, by force when they don't end by themselves (a stopped one can't)."""
    crew.shutdown(wait=False, cancel_futures=True)
    if await asyncio.to_thread(crew.outlasting, SETTLE_SECONDS):
        crew.kill()
        await asyncio.to_thread(crew.outlasting, SETTLE_SECONDS)
