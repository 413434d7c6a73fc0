"""Legal holds."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, ForeignKey, String, Text

revision = "m0003"
down_revision = "m0002"


def upgrade(operations: Operations) -> None:
    """Creates the table of holds."""
    operations.create_table(
        "holds",
        Column("session", String(64), ForeignKey("sessions.id"), primary_key=True, nullable=False),
        Column("state", String(32), nullable=False),
        Column("reason", String(200), nullable=False),
        Column("asked_by", String(200), nullable=False),
        Column("asked_at", BigInteger(), nullable=False),
        Column("held_by", String(200)),
        Column("held_at", BigInteger()),
        Column("release_by", String(200)),
        Column("owed", Text(), nullable=False),
        Column("owed_keys", Text(), nullable=False),
    )
    operations.create_index("ix_holds_session", "holds", ["session"])
