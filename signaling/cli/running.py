"""Running a coroutine as a command: Ctrl-C and SIGTERM end it in order, and reach nobody else by accident."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")

_LOOK_SECONDS = 0.1


def run_to_end(work: Coroutine[Any, Any, T]) -> T:
    """Runs `work`; Ctrl-C or SIGTERM cancels it, so that whatever it holds open is closed.

    Raises:
        asyncio.CancelledError, KeyboardInterrupt: it was interrupted.
    """

    async def watched() -> T:
        task = asyncio.current_task()
        if task is not None:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        return await work

    with ctrl_c_as_sigterm():
        return asyncio.run(watched())


@contextmanager
def ctrl_c_as_sigterm() -> Iterator[None]:
    """Within it, Ctrl-C comes as SIGTERM, and child processes started here never see it.

    A terminal sends SIGINT to every process of its group; a child that is just starting would answer
    with a traceback. Children inherit the blocked signal and are ended by us, in order. Until an event
    loop listens for SIGTERM it raises `KeyboardInterrupt`.
    """
    blocked_before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    answer_before = signal.signal(signal.SIGTERM, _interrupt)
    over = threading.Event()
    watcher = threading.Thread(target=_forward, args=(over,), name="ctrl-c", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        signal.signal(signal.SIGTERM, answer_before)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked_before)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _forward(over: threading.Event) -> None:
    while not over.is_set():
        if signal.sigtimedwait({signal.SIGINT}, _LOOK_SECONDS) is not None:
            os.kill(os.getpid(), signal.SIGTERM)
