"""Nothing but the adapters of SQLite and PostgreSQL speaks a dialect."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

import retention
from retention import BadInput, RetentionSettings
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


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:///x.sqlite3",
        "postgresql://ada:opensesame7@127.0.0.1/attune",
        "postgresql+asyncpg://ada:opensesame7@127.0.0.1",
        "postgresql+asyncpg://ada:opensesame7@127.0.0.1/attune?sslmode=require",
        "postgresql+asyncpg://ada:opensesame7@127.0.0.1/attune?ssl=please",
        "postgresql+asyncpg://ada:opensesame7@127.0.0.1:port/attune",
        "opensesame7",
    ],
)
def test_a_url_that_is_not_postgresql_s_is_refused_and_not_repeated(url: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        Database.at_url(url)
    assert "opensesame7" not in str(refusal.value)
    if not url.startswith("sqlite"):
        with pytest.raises(BadInput):
            RetentionSettings(folder=tmp_path, database_url=url)


async def test_a_url_may_ask_for_tls_or_name_a_socket_s_folder() -> None:
    for options in ("?ssl=require", "?host=/run/postgresql"):
        await Database.at_url(f"postgresql+asyncpg://ada:opensesame7@/attune{options}").close()
