"""Additions to signed notes."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, UniqueConstraint

revision = "m0002"
down_revision = "m0001"


def upgrade(operations: Operations) -> None:
    """Creates the table of additions."""
    operations.create_table(
        "additions",
        Column("id", String(64), primary_key=True),
        Column("note", String(64), ForeignKey("notes.id"), nullable=False),
        Column("position", Integer(), nullable=False),
        Column("kind", String(32), nullable=False),
        Column("at", BigInteger(), nullable=False),
        Column("sealed", LargeBinary(), nullable=False),
        UniqueConstraint("note", "position"),
    )
    operations.create_index("ix_additions_note", "additions", ["note"])
