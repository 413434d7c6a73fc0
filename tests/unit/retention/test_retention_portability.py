"""Nothing but the adapters of SQLite and PostgreSQL speaks a dialect."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

import retention
from retention import BadInput
from retention.database import Database
from retention.schema import MEMORY

ROOM = Path(retention.__file__).parent


def test_the_schema_can_be_built_in_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    statements = [str(CreateTable(table).compile(dialect=dialect)) for table in MEMORY.sorted_tables]
    assert len(statements) == len(MEMORY.tables)
    assert any("sealed BYTEA" in statement for statement in statements)


def test_pragmas_and_raw_statements_stay_in_the_adapters() -> None:
    for path in ROOM.rglob("*.py"):
        words = {
            node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)
        }
        assert "exec_driver_sql" not in words or path.name in ("sqlite.py", "postgres.py"), path.name
        assert "PRAGMA" not in path.read_text() or path.name == "sqlite.py", path.name


def test_a_sqlite_url_goes_through_the_adapter() -> None:
    with pytest.raises(BadInput):
        Database.at_url("sqlite+aiosqlite:///x.sqlite3")
