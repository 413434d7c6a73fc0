"""Waiting for what must come to be, with a limit and a name for what did not come."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


async def eventually(
    holds: Callable[[], Awaitable[bool]], what: str, within: float = 40.0, every: float = 0.2
) -> None:
    """Asks until `holds` says yes; fails naming `what` when it does not within `within` seconds."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + within
    while not await holds():
        if loop.time() > deadline:
            raise AssertionError(f"not within {within:g} s: {what}")
        await asyncio.sleep(every)
