"""All that is particular to SQLite: pragmas, getting rid of deleted bytes, and looking for them.

What deletion means here: `secure_delete` overwrites deleted content with zeros, the write-ahead
log is checkpointed and truncated, and the file is read back to see that nothing is left; if
something is (a stale copy on a rebuilt page), the file is rebuilt. Blocks a file system or a
solid-state disk keeps behind the file are out of reach; what lies there is ciphertext whose
wrapped key is gone.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from retention.errors import StoreUnavailable
from retention.form import MODE_OPTION, Mode

_BUSY_MILLISECONDS: Final = 10_000
_PRAGMAS: Final = (
    f"busy_timeout={_BUSY_MILLISECONDS}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "foreign_keys=ON",
)
_CHUNK: Final = 1 << 20
_ATTEMPTS: Final = 12
_PAUSE: Final = 0.02
"""Seconds; grows with every attempt, 1.3 s in all."""


class SqliteFile:
    """One SQLite database file: how it is opened, settled and searched for residue."""

    searchable: Final = True

    def __init__(self, path: Path) -> None:
        self.path = path
        # Created with its mode before SQLite would with another; the log inherits it.
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        os.fchmod(self._descriptor, 0o600)
        # Held until `close`: closing any descriptor of a database file drops the locks this
        # process holds on it (POSIX advisory locks, https://sqlite.org/howtocorrupt.html §2.2).

    def engine(self) -> AsyncEngine:
        """A new engine that sets the pragmas on every connection and takes over transaction begin."""
        engine = create_async_engine(f"sqlite+aiosqlite:///{self.path}", hide_parameters=True)
        event.listen(engine.sync_engine, "connect", _on_connect)
        event.listen(engine.sync_engine, "begin", _on_begin)
        return engine

    def options(self, mode: Mode) -> dict[str, Any]:
        """`write` takes the write lock at once."""
        return {MODE_OPTION: mode}

    async def settle(self, connection: AsyncConnection) -> None:
        """Gives freed pages back, moves the log into the file and truncates the log.

        Raises:
            StoreUnavailable: readers of another process kept it busy too long.
        """
        await connection.exec_driver_sql("PRAGMA incremental_vacuum")
        for attempt in range(_ATTEMPTS):
            row = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).one()
            if row[0] == 0:
                return
            # Beside another process's checkpoint SQLite gives up at once instead of waiting.
            await asyncio.sleep(_PAUSE * attempt)
        raise StoreUnavailable("the database is busy; deleted rows can't be cleared yet")

    async def rebuild(self, connection: AsyncConnection) -> None:
        """Writes the whole file anew (VACUUM), leaving no stale copy on any page."""
        await connection.exec_driver_sql("VACUUM")

    async def contains(self, patterns: Sequence[bytes]) -> bool:
        """Whether any pattern stands in the file or its log. Reads off the event loop."""
        return await asyncio.to_thread(self._search, patterns)

    def close(self) -> None:
        """Releases the descriptor; call it after the engine is disposed."""
        os.close(self._descriptor)

    def _search(self, patterns: Sequence[bytes]) -> bool:
        if _find(self._descriptor, patterns):
            return True
        log = self.path.with_name(self.path.name + "-wal")
        try:
            descriptor = os.open(log, os.O_RDONLY)
        except FileNotFoundError:
            return False
        try:  # the log carries no locks of its own, so that it may be closed
            return _find(descriptor, patterns)
        finally:
            os.close(descriptor)


def _find(descriptor: int, patterns: Sequence[bytes]) -> bool:
    """Searches a file in chunks that overlap by the longest pattern."""
    overlap = max((len(pattern) for pattern in patterns), default=1) - 1
    offset, tail = 0, b""
    while chunk := os.pread(descriptor, _CHUNK, offset):
        window = tail + chunk
        if any(pattern in window for pattern in patterns):
            return True
        offset += len(chunk)
        tail = window[-overlap:] if overlap else b""
    return False


def _on_connect(connection: Any, _record: object) -> None:
    # The driver's own implicit BEGIN would come too late to take the write lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    # Only in an empty file, and before the journal mode. Setting it again would write each time,
    # also to records that are about to be refused.
    cursor.execute("PRAGMA page_count")
    if cursor.fetchone()[0] == 0:
        cursor.execute("PRAGMA auto_vacuum=INCREMENTAL")
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Any) -> None:
    match connection.get_execution_options().get(MODE_OPTION):
        case "write":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        case "bare":
            pass
        case _:
            connection.exec_driver_sql("BEGIN")
