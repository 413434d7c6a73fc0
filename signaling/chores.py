"""What a room has to wait for: records in their order, and destructions, which wait for nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from retention import StoreUnavailable
from signaling.logs import get_logger

Chore = Callable[[], Awaitable[None]]

AGAIN_SECONDS = 1.0

_log = get_logger()


def written(record: Chore, session: str, refused: Callable[[], None] | None = None) -> Chore:
    """Writing a record as a chore: told to `refused` when the store takes none, else tried until it does."""

    async def write() -> None:
        while True:
            try:
                await record()
                return
            except StoreUnavailable as error:
                _log.error("record_refused", session=session, code=error.code)
                if refused is not None:
                    refused()
                    return
            await asyncio.sleep(AGAIN_SECONDS)

    return write


@dataclass(slots=True)
class Chores:
    """Two queues: what is `later` is done one by one, what is `at_once` beside it, not behind it."""

    session: str
    _later: asyncio.Queue[Chore] = field(default_factory=asyncio.Queue)
    _at_once: asyncio.Queue[Chore] = field(default_factory=asyncio.Queue)

    def later(self, chore: Chore) -> None:
        """In its order, after what waits already."""
        self._later.put_nowait(chore)

    def at_once(self, chore: Chore) -> None:
        """Not behind any record or draft."""
        self._at_once.put_nowait(chore)

    async def done(self) -> None:
        """Waits until nothing waits any more."""
        await self._at_once.join()
        await self._later.join()

    def __len__(self) -> int:
        return self._later.qsize() + self._at_once.qsize()

    async def run(self) -> None:
        """Works both queues off until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._work(self._at_once), name="room-destruction")
            tasks.create_task(self._work(self._later), name="room-records")

    async def _work(self, queue: asyncio.Queue[Chore]) -> None:
        while True:
            chore = await queue.get()
            try:
                await chore()
            except Exception as error:  # noqa: BLE001 - supervisor: one failed chore must not end a call
                _log.error("chore_failed", session=self.session, error=type(error).__name__)
            finally:
                queue.task_done()
