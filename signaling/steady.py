"""Keeps a task going: what one failure must not end is started again after a pause."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from retention import AttuneError
from signaling.logs import get_logger

RESTART_SECONDS = 2.0

_log = get_logger()


def kind_of(error: BaseException) -> str:
    """What an error may be called in a log: its code or type, of a group those of its first member."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error.code if isinstance(error, AttuneError) else type(error).__name__


async def kept_going(
    where: str,
    work: Callable[[], Awaitable[None]],
    pause: float = RESTART_SECONDS,
    session: str | None = None,
) -> None:
    """Runs `work` until it returns or is cancelled; a failure is logged by its kind, then it runs again."""
    while True:
        try:
            await work()
            return
        except Exception as error:  # noqa: BLE001 - supervisor: the task's next turn must still come
            _log.error("task_failed", where=where, session=session, error=kind_of(error))
        await asyncio.sleep(pause)
