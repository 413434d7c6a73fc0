"""Charges work to whoever it is done for: the CPU time of the very thread in which it runs.

A server does many things at once, so that the CPU time of its process says nothing about one draft. Work is
charged where it is done instead: `in_thread` runs it in a worker thread and reads that thread's own clock,
which no other thread moves. Whom it is charged to travels in the context, as `asyncio.to_thread` hands it on.
Work that goes on in its thread after nobody waits for it any more is charged to nobody.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Lock
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(slots=True)
class WorkMeter:
    """CPU seconds of metered work so far; threads may add to it at the same time."""

    seconds: float = 0.0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def add(self, cpu_seconds: float) -> None:
        """Adds CPU seconds; a clock that went back adds none."""
        with self._lock:
            self.seconds += max(0.0, cpu_seconds)


_CHARGED: ContextVar[WorkMeter | None] = ContextVar("charged_work", default=None)


@contextmanager
def charging() -> Iterator[WorkMeter]:
    """A context whose `in_thread` work is charged to the meter it gives; one within another takes over."""
    meter = WorkMeter()
    token = _CHARGED.set(meter)
    try:
        yield meter
    finally:
        _CHARGED.reset(token)


async def in_thread(work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Like `asyncio.to_thread`: the thread's CPU time is charged as the context says, also if it fails."""
    return await asyncio.to_thread(lambda: _metered(lambda: work(*args, **kwargs)))


def _metered(work: Callable[[], _T]) -> _T:
    meter = _CHARGED.get()
    if meter is None:
        return work()
    began = time.thread_time()
    try:
        return work()
    finally:
        meter.add(time.thread_time() - began)
