"""Answers that are written bit by bit: a reader who takes nothing any more does not keep words in memory."""

from __future__ import annotations

import asyncio

from aiohttp import web

SEND_SECONDS = 15.0
"""A reader who takes longer to accept a part is gone."""


async def send(request: web.Request, stream: web.StreamResponse, part: bytes) -> None:
    """Writes a part of an answer.

    Raises:
        ConnectionResetError: the reader is gone, or took nothing for too long and is cut off.
    """
    try:
        async with asyncio.timeout(SEND_SECONDS):
            await stream.write(part)
    except TimeoutError:
        if request.transport is not None:
            request.transport.abort()
        raise ConnectionResetError("the reader took nothing any more") from None
