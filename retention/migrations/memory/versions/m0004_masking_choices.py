"""Choices of masking."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, LargeBinary, String

revision = "m0004"
down_revision = "m0003"


def upgrade(operations: Operations) -> None:
    """Creates the table of the choices of masking."""
    operations.create_table(
        "masking_choices",
        Column("session", String(64), ForeignKey("sessions.id"), primary_key=True, nullable=False),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_index("ix_masking_choices_session", "masking_choices", ["session"])
