"""A transaction whose statements are never broken off half-way.

A cancelled caller (a closed browser tab) would leave the driver with a statement under way, and
SQLite then keeps the transaction, and its lock, until the cursor is collected. Therefore each
statement runs to its end; only then does the cancellation go on, and the transaction rolls back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, ScalarResult
from sqlalchemy.ext.asyncio import AsyncConnection

_T = TypeVar("_T")
_P = ParamSpec("_P")


async def unbroken(operation: Coroutine[Any, Any, _T]) -> _T:
    """The operation's result; when cancelled meanwhile, waits for its end before giving way."""
    running = asyncio.ensure_future(operation)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await _ended(running)
        raise


async def _ended(running: asyncio.Future[_T]) -> None:
    """Waits, whatever comes; the operations are bounded by the database's own time-outs."""
    while not running.done():
        try:
            await asyncio.wait([running])
        except asyncio.CancelledError:
            continue
    if not running.cancelled():
        running.exception()  # seen, so that it is not reported as never retrieved


class Transaction:
    """What may be done inside `Database.read` and `Database.write`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def execute(
        self, statement: Executable, rows: Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        """Executes a statement, once for each of the rows if given."""
        return await unbroken(self._connection.execute(statement, rows))

    async def scalar(self, statement: Executable) -> Any:
        """The first column of the first row, or None."""
        return await unbroken(self._connection.scalar(statement))

    async def scalars(self, statement: Executable) -> ScalarResult[Any]:
        """The first column of each row."""
        return await unbroken(self._connection.scalars(statement))

    async def run_sync(
        self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **named: _P.kwargs
    ) -> _T:
        """Runs a synchronous function on the connection, such as a migration."""
        return await unbroken(self._connection.run_sync(work, *args, **named))
