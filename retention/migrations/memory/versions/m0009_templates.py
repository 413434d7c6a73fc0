"""A practice's own note formats, preferences of one client, and clients that are put away or merged."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, Text

revision = "m0009"
down_revision = "m0008"


def upgrade(operations: Operations) -> None:
    """Creates the tables; clients from before are neither put away nor merged."""
    operations.create_table(
        "templates",
        Column("id", String(64), primary_key=True),
        Column("practice", String(64), nullable=False),
        Column("version", Integer(), nullable=False),
        Column("created_at", BigInteger(), nullable=False),
        Column("changed_at", BigInteger(), nullable=False),
    )
    operations.create_index("ix_templates_practice", "templates", ["practice"])
    operations.create_table(
        "template_versions",
        Column("template", String(64), ForeignKey("templates.id"), primary_key=True),
        Column("version", Integer(), primary_key=True, autoincrement=False),
        Column("at", BigInteger(), nullable=False),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_table(
        "client_preferences",
        Column("client", String(64), ForeignKey("clients.id"), primary_key=True),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_table(
        "client_merges",
        Column("id", String(64), primary_key=True),
        Column("practice", String(64), nullable=False),
        Column("kept", String(64), ForeignKey("clients.id"), nullable=False),
        Column("gone", String(64), ForeignKey("clients.id"), nullable=False),
        Column("at", BigInteger(), nullable=False),
        Column("sessions", Text(), nullable=False),
        Column("undone_at", BigInteger()),
    )
    operations.create_index("ix_client_merges_kept", "client_merges", ["kept"])
    operations.add_column("clients", Column("archived_at", BigInteger()))
    operations.add_column("clients", Column("merged_into", String(64)))
