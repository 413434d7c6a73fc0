"""Brings a database to the newest schema: alembic revisions shipped inside the package.

The revisions get their `Operations` as an argument instead of through alembic's process-wide
proxy, so that two databases can be opened at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.runtime.migration import RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from retention.errors import StoreUnavailable

Lineage: TypeAlias = Literal["memory", "keys"]
_HOME = Path(__file__).parent / "migrations"


def newest_revision(lineage: Lineage) -> str:
    """The revision this version of Attune writes."""
    head = _scripts(lineage).get_current_head()
    if head is None:
        raise StoreUnavailable("the migrations are missing from this installation")
    return head


def revisions(lineage: Lineage) -> set[str]:
    """All revisions this version of Attune can read."""
    return {script.revision for script in _scripts(lineage).walk_revisions()}


def migrate(connection: Connection, lineage: Lineage) -> None:
    """Upgrades within the caller's transaction.

    Raises:
        StoreUnavailable: the database was written by a newer version of Attune.
    """
    scripts = _scripts(lineage)
    known = revisions(lineage)

    def steps(current: tuple[str, ...], _context: MigrationContext) -> list[RevisionStep]:
        if not set(current) <= known:
            raise StoreUnavailable("the database was written by a newer version; install that one")
        return scripts._upgrade_revs("head", current)  # type: ignore[arg-type]  # noqa: SLF001 - the only door to it without the process-wide proxy

    context = MigrationContext.configure(connection, opts={"fn": steps, "transactional_ddl": True})
    context.run_migrations(operations=Operations(context))


def _scripts(lineage: Lineage) -> ScriptDirectory:
    return ScriptDirectory(str(_HOME / lineage))
