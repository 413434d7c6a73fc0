"""Clinicians' style profiles."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, Integer, LargeBinary, String

revision = "m0008"
down_revision = "m0007"


def upgrade(operations: Operations) -> None:
    """Creates the table of style profiles; nobody has one until a note is signed."""
    operations.create_table(
        "style_profiles",
        Column("practice", String(64), primary_key=True),
        Column("clinician", String(64), primary_key=True),
        Column("version", Integer(), nullable=False),
        Column("updated_at", BigInteger(), nullable=False),
        Column("sealed", LargeBinary(), nullable=False),
    )
