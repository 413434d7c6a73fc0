"""Takes a file of records back to what an older version had made of it."""

from __future__ import annotations

from sqlalchemy import Connection, text


def without_styles(connection: Connection) -> None:
    """As it was before there were style profiles."""
    connection.execute(text("drop table style_profiles"))


def without_clients(connection: Connection) -> None:
    """As it was before there were clients."""
    without_styles(connection)
    connection.execute(text("drop index ix_sessions_client"))
    connection.execute(text("alter table sessions drop column client"))
    connection.execute(text("drop table clients"))
