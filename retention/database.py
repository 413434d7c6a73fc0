"""A database of the memory: read and write transactions, and making deleted bytes go away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection

from retention.errors import DestructionIncomplete, StoreUnavailable
from retention.form import Form, Mode
from retention.migrate import Lineage, migrate
from retention.postgres import PostgresServer
from retention.sqlite import SqliteFile
from retention.transaction import Transaction, unbroken


class Database:
    """One database. Writes take turns, across processes too; reads see a snapshot and never wait."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._engine = form.engine()
        self._writing = asyncio.Lock()

    @classmethod
    def at_path(cls, path: Path) -> Self:
        """The SQLite database in a file, created with mode 0600. Raises `StoreUnavailable`."""
        try:
            return cls(SqliteFile(path))
        except OSError as error:
            raise StoreUnavailable(f"a database file can't be opened ({type(error).__name__})") from None

    @classmethod
    def at_url(cls, url: str) -> Self:
        """The database of a PostgreSQL server, `postgresql+asyncpg://...`.

        Raises:
            BadInput: another URL; use `at_path` for SQLite files. The URL is not repeated.
        """
        return cls(PostgresServer(url))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """A read transaction. Never `write` or `settle` inside. Raises `StoreUnavailable`."""
        with _translated():
            async with self._transaction("read") as transaction:
                yield transaction

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """A write transaction: committed at the end, rolled back on an error or cancellation.

        Raises:
            StoreUnavailable: the database refuses or is busy.
        """
        with _translated():
            async with self._writing, self._transaction("write") as transaction:
                yield transaction

    async def migrate(self, lineage: Lineage) -> None:
        """Brings the schema up to date. Raises `StoreUnavailable`."""
        async with self.write() as connection:
            await connection.run_sync(migrate, lineage)

    async def settle(self) -> None:
        """Makes what was deleted leave the files. Raises `StoreUnavailable`; may be repeated."""
        with _translated():
            async with self._writing, self._connection("bare") as connection:
                await unbroken(self._form.settle(connection))

    async def rebuild(self) -> None:
        """Writes the files anew, leaving no stale copy on any page. Raises `StoreUnavailable`."""
        with _translated():
            async with self._writing, self._connection("bare") as connection:
                await unbroken(self._form.rebuild(connection))
                await unbroken(self._form.settle(connection))

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Checks that no pattern is left in the files, rebuilding them if one is.

        Returns whether files were looked at (a database server's can't be).

        Raises:
            DestructionIncomplete: something is left even so.
        """
        if not self._form.searchable:
            return False
        if patterns and await self._form.contains(patterns):
            await self.rebuild()
            if await self._form.contains(patterns):
                raise DestructionIncomplete("deleted bytes are still in the file; the next sweep tries again")
        return True

    async def contains(self, pattern: bytes) -> bool:
        """Whether the bytes stand in the files; always False for a database server."""
        return await self._form.contains([pattern])

    async def close(self) -> None:
        """Ends all connections."""
        await self._engine.dispose()
        self._form.close()

    @asynccontextmanager
    async def _transaction(self, mode: Mode) -> AsyncIterator[Transaction]:
        async with self._connection(mode) as connection:
            begun = connection.begin()
            await unbroken(begun.start())
            yield Transaction(connection)
            await unbroken(begun.commit())
            # Whatever leaves this block earlier is rolled back by closing the connection.

    @asynccontextmanager
    async def _connection(self, mode: Mode) -> AsyncIterator[AsyncConnection]:
        connection = self._engine.connect()
        try:
            await unbroken(connection.start())
            await unbroken(connection.execution_options(**self._form.options(mode)))
            yield connection
        finally:
            if connection.sync_connection is not None:
                await unbroken(connection.close())


@contextmanager
def _translated() -> Iterator[None]:
    """Database errors as ours, without statements or values."""
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, PoolTimeout) as error:
        reason = _reason(error)
        raise StoreUnavailable(f"the database refused ({reason}); check disk space and permissions") from None
    except OSError as error:  # a server that is away, or does not answer in time
        reason = type(error).__name__
        raise StoreUnavailable(f"the database can't be reached ({reason})") from None


def _reason(error: SQLAlchemyError) -> str:
    """The name of the driver's own error. Its text may hold values and goes nowhere."""
    found: BaseException = getattr(error, "orig", None) or error
    # SQLAlchemy's adapter of asyncpg wraps the server's error once more.
    return type(found.__cause__ or found).__name__
