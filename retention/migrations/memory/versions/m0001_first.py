"""First schema of the records."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, Float, ForeignKey, Integer, LargeBinary, String, Text

revision = "m0001"
down_revision = None


def upgrade(operations: Operations) -> None:
    """Creates the tables of sessions, transcripts, notes, receipts and the audit chain."""
    operations.create_table(
        "audit",
        Column("position", Integer(), primary_key=True, autoincrement=False),
        Column("practice", String(64), nullable=False),
        Column("subject", String(200), nullable=False),
        Column("body", Text(), nullable=False),
        Column("previous", String(64), nullable=False),
        Column("hash", String(64), nullable=False),
    )
    operations.create_index("ix_audit_practice", "audit", ["practice"])
    operations.create_index("ix_audit_subject", "audit", ["subject"])
    operations.create_table(
        "chain_heads",
        Column("chain", String(32), primary_key=True),
        Column("position", Integer(), nullable=False),
        Column("hash", String(64), nullable=False),
    )
    operations.create_table(
        "intents",
        Column("id", String(64), primary_key=True),
        Column("session", String(64), nullable=False),
        Column("body", Text(), nullable=False),
    )
    operations.create_index("ix_intents_session", "intents", ["session"])
    operations.create_table(
        "meta",
        Column("key", String(64), primary_key=True),
        Column("value", Text(), nullable=False),
    )
    operations.create_table(
        "practice_settings",
        Column("practice", String(64), primary_key=True),
        Column("key", String(200), primary_key=True),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_table(
        "receipts",
        Column("id", String(64), primary_key=True),
        Column("position", Integer(), nullable=False, unique=True),
        Column("practice", String(64), nullable=False),
        Column("session", String(64), nullable=False),
        Column("body", Text(), nullable=False),
    )
    operations.create_index("ix_receipts_session", "receipts", ["session"])
    operations.create_table(
        "sessions",
        Column("id", String(64), primary_key=True),
        Column("practice", String(64), nullable=False),
        Column("kind", String(200), nullable=False),
        Column("format", String(200), nullable=False),
        Column("planned_minutes", Integer(), nullable=False),
        Column("scheduled_for", BigInteger()),
        Column("created_at", BigInteger(), nullable=False),
        Column("started_at", BigInteger()),
        Column("ended_at", BigInteger()),
        Column("end_reason", String(200)),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_index("ix_sessions_practice", "sessions", ["practice"])
    operations.create_table(
        "tokens",
        Column("jti", String(200), primary_key=True),
        Column("mark", String(16), primary_key=True),
        Column("until", BigInteger(), nullable=False),
    )
    operations.create_table(
        "consents",
        Column("id", Integer(), primary_key=True, autoincrement=True),
        Column("session", String(64), ForeignKey("sessions.id"), nullable=False),
        Column("participant", String(64), nullable=False),
        Column("purpose", String(200), nullable=False),
        Column("decision", String(200), nullable=False),
        Column("wording", String(200), nullable=False),
        Column("at", BigInteger(), nullable=False),
    )
    operations.create_index("ix_consents_session", "consents", ["session"])
    operations.create_table(
        "energy",
        Column("session", String(64), ForeignKey("sessions.id"), primary_key=True),
        Column("stage", String(200), primary_key=True),
        Column("cpu_seconds", Float(), nullable=False),
        Column("joules_low", Float(), nullable=False),
        Column("joules_mid", Float(), nullable=False),
        Column("joules_high", Float(), nullable=False),
    )
    operations.create_index("ix_energy_session", "energy", ["session"])
    operations.create_table(
        "ledger",
        Column("id", String(64), primary_key=True),
        Column("session", String(64), ForeignKey("sessions.id"), nullable=False),
        Column("position", Integer(), nullable=False),
        Column("at", BigInteger(), nullable=False),
        Column("facts", Text(), nullable=False),
        Column("body_hash", String(64)),
        Column("sealed", LargeBinary()),
    )
    operations.create_index("ix_ledger_session", "ledger", ["session"])
    operations.create_table(
        "notes",
        Column("id", String(64), primary_key=True),
        Column("practice", String(64), nullable=False),
        Column("session", String(64), ForeignKey("sessions.id"), nullable=False, unique=True),
        Column("status", String(32), nullable=False),
        Column("version", Integer(), nullable=False),
        Column("key_name", String(200), nullable=False),
        Column("sealed", LargeBinary(), nullable=False),
        Column("signature", LargeBinary()),
        Column("created_at", BigInteger(), nullable=False),
        Column("updated_at", BigInteger(), nullable=False),
        Column("signed_at", BigInteger()),
    )
    operations.create_table(
        "participants",
        Column("id", String(64), primary_key=True),
        Column("session", String(64), ForeignKey("sessions.id"), nullable=False),
        Column("role", String(200), nullable=False),
        Column("created_at", BigInteger(), nullable=False),
        Column("revoked_at", BigInteger()),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_index("ix_participants_session", "participants", ["session"])
    operations.create_table(
        "segments",
        Column("session", String(64), ForeignKey("sessions.id"), primary_key=True),
        Column("segment", String(200), primary_key=True),
        Column("position", Integer(), nullable=False),
        Column("sealed", LargeBinary(), nullable=False),
    )
    operations.create_index("ix_segments_session", "segments", ["session"])
    operations.create_table(
        "struck",
        Column("session", String(64), ForeignKey("sessions.id"), primary_key=True),
        Column("segment", String(200), primary_key=True),
    )
    operations.create_index("ix_struck_session", "struck", ["session"])
    operations.create_table(
        "transcripts",
        Column("session", String(64), ForeignKey("sessions.id"), primary_key=True),
        Column("practice", String(64), nullable=False),
        Column("generation", Integer(), nullable=False),
        Column("state", String(32), nullable=False),
        Column("key_name", String(200)),
        Column("born_at", BigInteger()),
        Column("why", String(32)),
        Column("receipt", String(64)),
    )
    operations.create_index("ix_transcripts_session", "transcripts", ["session"])
    operations.create_index("ix_transcripts_state", "transcripts", ["state"])
