"""A database of the memory: read and write transactions, and making deleted bytes go away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from retention.errors import BadInput, DestructionIncomplete, StoreUnavailable
from retention.migrate import Lineage, migrate
from retention.sqlite import MODE_OPTION, SqliteFile
from retention.transaction import Transaction, unbroken


class Database:
    """One database. Writes of this process take turns; reads see a snapshot and never wait."""

    def __init__(self, engine: AsyncEngine, file: SqliteFile | None) -> None:
        self._engine = engine
        self._file = file
        self._writing = asyncio.Lock()

    @classmethod
    def at_path(cls, path: Path) -> Self:
        """The SQLite database in a file, created with mode 0600. Raises `StoreUnavailable`."""
        try:
            file = SqliteFile(path)
        except OSError as error:
            raise StoreUnavailable(f"a database file can't be opened ({type(error).__name__})") from None
        engine = create_async_engine(file.url, hide_parameters=True)
        file.attach(engine)
        return cls(engine, file)

    @classmethod
    def at_url(cls, url: str) -> Self:
        """The database of a SQLAlchemy URL with an asynchronous driver.

        Raises:
            BadInput: an in-memory SQLite URL; use `at_path` for SQLite files.
        """
        if url.startswith("sqlite"):
            raise BadInput("give a path, not a URL, for a SQLite database")
        return cls(create_async_engine(url, hide_parameters=True, pool_pre_ping=True), None)

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
        if self._file is not None:
            with _translated():
                async with self._writing, self._connection("bare") as connection:
                    await unbroken(self._file.settle(connection))

    async def clear_residue(self, patterns: Sequence[bytes]) -> bool:
        """Checks that no pattern is left in the files, rebuilding them if one is.

        Returns whether files were looked at (a database server's can't be).

        Raises:
            DestructionIncomplete: something is left even so.
        """
        if self._file is None:
            return False
        if patterns and await self._file.contains(patterns):
            await self._rebuild(self._file)
            if await self._file.contains(patterns):
                raise DestructionIncomplete("deleted bytes are still in the file; the next sweep tries again")
        return True

    async def contains(self, pattern: bytes) -> bool:
        """Whether the bytes stand in the files; always False for a database server."""
        return self._file is not None and await self._file.contains([pattern])

    async def close(self) -> None:
        """Ends all connections."""
        await self._engine.dispose()
        if self._file is not None:
            self._file.close()

    async def _rebuild(self, file: SqliteFile) -> None:
        with _translated():
            async with self._writing, self._connection("bare") as connection:
                await unbroken(file.rebuild(connection))
                await unbroken(file.settle(connection))

    @asynccontextmanager
    async def _transaction(self, mode: str) -> AsyncIterator[Transaction]:
        async with self._connection(mode) as connection:
            begun = connection.begin()
            await unbroken(begun.start())
            yield Transaction(connection)
            await unbroken(begun.commit())
            # Whatever leaves this block earlier is rolled back by closing the connection.

    @asynccontextmanager
    async def _connection(self, mode: str) -> AsyncIterator[AsyncConnection]:
        connection = self._engine.connect()
        try:
            await unbroken(connection.start())
            await unbroken(connection.execution_options(**{MODE_OPTION: mode}))
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
        reason = type(getattr(error, "orig", None) or error).__name__
        raise StoreUnavailable(f"the database refused ({reason}); check disk space and permissions") from None
