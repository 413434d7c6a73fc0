"""CPU seconds of decodes that run side by side."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(eq=False)
class Used:
    """CPU seconds of one decode so far."""

    seconds: float = 0.0


class DecodeCost:
    """Shares what the process uses beside the event loop among the decodes that run.

    CTranslate2 computes in threads of its own, so a thread's own time does not show it. Call
    it on the event loop's thread only.
    """

    def __init__(self) -> None:
        self._running: list[Used] = []
        self._last = 0.0

    @contextlib.contextmanager
    def measured(self) -> Iterator[Used]:
        """Measures the decode that runs within."""
        self._share()
        used = Used()
        self._running.append(used)
        try:
            yield used
        finally:
            self._share()
            self._running.remove(used)

    def _share(self) -> None:
        """What was used since the last start or end of a decode goes to those running, in equal parts."""
        now = time.process_time() - time.thread_time()
        spent = max(0.0, now - self._last)
        for used in self._running:
            used.seconds += spent / len(self._running)
        self._last = now
