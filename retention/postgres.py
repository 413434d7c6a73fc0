"""All that is particular to PostgreSQL: one writer at a time among all nodes, and clearing dead rows.

What deletion means here: the rows are deleted, and their tables vacuumed as soon as the deletion is
committed, so that dead rows are removed from the pages instead of waiting for the autovacuum. The
server's files are out of our sight: copies in its write-ahead log, on replicas, in base backups and in
the unused part of a page live on until PostgreSQL reuses them. What lies there is ciphertext whose
wrapped key is gone from the key store.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from retention.errors import BadInput
from retention.form import MODE_OPTION, Mode

DRIVER: Final = "postgresql+asyncpg"
_WRITERS: Final = int.from_bytes(b"attune")
"""The advisory lock that stands for the right to write, as SQLite's write lock does for a file."""

_CLEARERS: Final = _WRITERS + 1
"""The advisory lock of the node that is vacuuming."""

_TURNS: Final = 200
_TURN_SECONDS: Final = 0.02

_OPTIONS: Final = frozenset({"host", "ssl"})
"""`host` for a folder of a Unix socket, `ssl` for TLS."""
_TLS: Final = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")

_CONNECT_SECONDS: Final = 10
_COMMAND_SECONDS: Final = 60
_SERVER_SETTINGS: Final = {
    "application_name": "attune",
    "lock_timeout": "10s",
    # A node that stands still in a transaction must not keep the others from writing.
    "idle_in_transaction_session_timeout": "20s",
}
_CLEARED: Final = "segments, struck, masking_choices, ledger, notes, transcripts, intents"
"""The tables that destructions delete from or write over."""


class PostgresServer:
    """A PostgreSQL database: how it is connected to, locked for writing and cleared."""

    searchable: Final = False

    def __init__(self, url: str) -> None:
        self._url = parse_url(url)

    def engine(self) -> AsyncEngine:
        """A new engine; connections are tried before use, since servers come and go."""
        arguments = {
            "timeout": _CONNECT_SECONDS,
            "command_timeout": _COMMAND_SECONDS,
            "server_settings": dict(_SERVER_SETTINGS),
        }
        engine = create_async_engine(
            self._url, hide_parameters=True, pool_pre_ping=True, pool_timeout=10, connect_args=arguments
        )
        event.listen(engine.sync_engine, "begin", _on_begin)
        return engine

    def options(self, mode: Mode) -> dict[str, Any]:
        """Reads see one snapshot; writes see, behind the lock, all that was committed before."""
        match mode:
            case "read":
                return {
                    MODE_OPTION: mode,
                    "isolation_level": "REPEATABLE READ",
                    "postgresql_readonly": True,
                }
            case "write":
                return {MODE_OPTION: mode, "isolation_level": "READ COMMITTED"}
            case "bare":
                return {MODE_OPTION: mode, "isolation_level": "AUTOCOMMIT"}

    async def settle(self, connection: AsyncConnection) -> None:
        """Removes dead rows from the pages of all tables that hold what can be destroyed.

        One node at a time: a vacuum that another one waits for tries for 5 seconds to give pages back.
        A node that stands still in its turn is waited for no longer than that.
        """
        mine = await _turn(connection)
        try:
            await connection.exec_driver_sql(f"VACUUM {_CLEARED}")
        finally:
            if mine:
                await connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_CLEARERS})")

    async def rebuild(self, connection: AsyncConnection) -> None:
        """Writes these tables into new files."""
        await connection.exec_driver_sql(f"VACUUM (FULL) {_CLEARED}")

    async def contains(self, patterns: Sequence[bytes]) -> bool:
        """False: a server's files can't be read from here."""
        return False

    def close(self) -> None:
        """Nothing is held beside the engine."""


async def _turn(connection: AsyncConnection) -> bool:
    """Whether it became this connection's turn to vacuum, within some seconds."""
    for _ in range(_TURNS):
        got = await connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({_CLEARERS})")
        if got.scalar_one():
            return True
        await asyncio.sleep(_TURN_SECONDS)
    return False


def parse_url(url: str) -> URL:
    """The URL of a PostgreSQL database. Raises `BadInput`, which never repeats it."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise BadInput("database_url is not a URL") from None
    if parsed.drivername != DRIVER or not parsed.database:
        raise BadInput(f"database_url must be {DRIVER}://USER:PASSWORD@HOST/DATABASE")
    if not set(parsed.query) <= _OPTIONS:
        raise BadInput(f"database_url may have the options {' and '.join(sorted(_OPTIONS))} only")
    if parsed.query.get("ssl", "prefer") not in _TLS:
        raise BadInput(f"ssl in database_url must be one of {', '.join(_TLS)}")
    return parsed


def _on_begin(connection: Any) -> None:
    # Taken before the first statement's snapshot, and let go of by the server when the transaction ends,
    # however it ends. Every check made in a write transaction therefore still holds when it commits.
    if connection.get_execution_options().get(MODE_OPTION) == "write":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
