"""Takes a file of records back to what an older version had made of it."""

from __future__ import annotations

from sqlalchemy import Connection, text


def without_styles(connection: Connection) -> None:
    """As it was before there were style profiles."""
    without_templates(connection)
    connection.execute(text("drop table style_profiles"))


def without_templates(connection: Connection) -> None:
    """As it was before there were templates, preferences of one client, and clients that are put away."""
    for table in ("template_versions", "templates", "client_preferences", "client_merges"):
        connection.execute(text(f"drop table {table}"))
    for column in ("archived_at", "merged_into"):
        connection.execute(text(f"alter table clients drop column {column}"))


def without_clients(connection: Connection) -> None:
    """As it was before there were clients."""
    without_styles(connection)
    connection.execute(text("drop index ix_sessions_client"))
    connection.execute(text("alter table sessions drop column client"))
    connection.execute(text("drop table clients"))
