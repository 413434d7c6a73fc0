"""Clients, and to which of them a session belongs."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, LargeBinary, String

revision = "m0007"
down_revision = "m0005"


def upgrade(operations: Operations) -> None:
    """Creates the table of clients; sessions from before belong to nobody until somebody says to whom.

    Their names are sealed, and two clients of one name must not become one.
    """
    operations.create_table(
        "clients",
        Column("id", String(64), primary_key=True),
        Column("practice", String(64), nullable=False),
        Column("created_at", BigInteger(), nullable=False),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_index("ix_clients_practice", "clients", ["practice"])
    # alembic would add the reference in a second step, which SQLite does not know
    operations.execute("ALTER TABLE sessions ADD COLUMN client VARCHAR(64) REFERENCES clients (id)")
    operations.create_index("ix_sessions_client", "sessions", ["client"])
