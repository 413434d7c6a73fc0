"""How much of a session's energy was measured, and what remote models answered."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Float, ForeignKey, Integer, String

revision = "m0005"
down_revision = "m0004"


def upgrade(operations: Operations) -> None:
    """Adds the measured seconds (none of what was kept so far) and the table of remote answers."""
    operations.add_column("energy", Column("measured_seconds", Float(), nullable=False, server_default="0"))
    operations.create_table(
        "remote_energy",
        Column("session", String(64), ForeignKey("sessions.id"), primary_key=True, nullable=False),
        Column("model", String(200), primary_key=True),
        Column("prompt_tokens", Integer(), nullable=False),
        Column("answer_tokens", Integer(), nullable=False),
        Column("joules_low", Float(), nullable=False),
        Column("joules_mid", Float(), nullable=False),
        Column("joules_high", Float(), nullable=False),
    )
    operations.create_index("ix_remote_energy_session", "remote_energy", ["session"])
