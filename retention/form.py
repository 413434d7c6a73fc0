"""What a database of the memory has to know beside SQL: the seam between SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal, Protocol, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Mode: TypeAlias = Literal["read", "write", "bare"]
"""`read`: one snapshot. `write`: alone among all writers, from its first statement on. `bare`: no
transaction, for what may not run in one."""

MODE_OPTION: Final = "attune_mode"
"""Execution option of a connection that carries its mode to the listeners of an engine."""


class Form(Protocol):
    """One database as a file or as a server."""

    @property
    def searchable(self) -> bool:
        """Whether the files can be read back after a deletion."""
        ...

    def engine(self) -> AsyncEngine:
        """A new engine whose transactions keep to the modes."""
        ...

    def options(self, mode: Mode) -> dict[str, Any]:
        """Execution options of a connection in this mode."""
        ...

    async def settle(self, connection: AsyncConnection) -> None:
        """Makes what was deleted leave the files, on a bare connection."""
        ...

    async def rebuild(self, connection: AsyncConnection) -> None:
        """Writes the files anew, leaving no stale copy on any page."""
        ...

    async def contains(self, patterns: Sequence[bytes]) -> bool:
        """Whether any pattern stands in the files; False where they can't be read."""
        ...

    def close(self) -> None:
        """Releases what it holds; call it after the engine is disposed."""
        ...
