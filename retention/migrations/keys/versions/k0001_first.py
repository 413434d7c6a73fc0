"""First schema of the key store."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, Integer, LargeBinary, String

revision = "k0001"
down_revision = None


def upgrade(operations: Operations) -> None:
    """Creates the tables of data keys, anchors and the mark of time."""
    operations.create_table(
        "anchors",
        Column("chain", String(32), primary_key=True),
        Column("position", Integer(), nullable=False),
        Column("hash", String(64), nullable=False),
    )
    operations.create_table(
        "data_keys",
        Column("name", String(200), primary_key=True),
        Column("tag", LargeBinary(), nullable=False),
        Column("wrapped", LargeBinary(), nullable=False),
    )
    operations.create_table(
        "store_facts",
        Column("name", String(64), primary_key=True),
        Column("value", LargeBinary(), nullable=False),
    )
    operations.create_table(
        "time_mark",
        Column("id", Integer(), primary_key=True, autoincrement=False),
        Column("at", BigInteger(), nullable=False),
    )
