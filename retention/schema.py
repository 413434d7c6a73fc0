"""The tables. Content columns take only `Sealed`; times are whole microseconds since 1970, UTC.

Two databases: `MEMORY` holds records and ciphertext, `KEYS` the wrapped data keys and the
anchors of the hash chains. They are separate so that a backup of the first can't open itself.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from retention.sealing import Sealed

MEMORY = MetaData()
KEYS = MetaData()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class SealedBlob(TypeDecorator[Sealed]):
    """A column that refuses anything but `Sealed`."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Raises `TypeError` for anything that was not sealed."""
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError("this column takes only Sealed")
        return bytes(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Sealed | None:
        """Wraps what was stored."""
        return None if value is None else Sealed(bytes(value))


class Instant(TypeDecorator[datetime]):
    """An aware time as microseconds since 1970; the same in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Raises `TypeError` for a naive time."""
        return None if value is None else (value - _EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """An aware time in UTC."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


def _session_reference(*, primary_key: bool = False) -> Column[str]:
    reference = ForeignKey("sessions.id")
    return Column("session", String(64), reference, nullable=False, primary_key=primary_key, index=True)


meta = Table(
    "meta",
    MEMORY,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

chain_heads = Table(
    "chain_heads",
    MEMORY,
    Column("chain", String(32), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

clients = Table(
    "clients",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("practice", String(64), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("sealed", SealedBlob, nullable=False),
    Column("archived_at", Instant),
    Column("merged_into", String(64)),
)

client_preferences = Table(
    "client_preferences",
    MEMORY,
    Column("client", String(64), ForeignKey("clients.id"), primary_key=True),
    Column("sealed", SealedBlob, nullable=False),
)

client_merges = Table(
    "client_merges",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("practice", String(64), nullable=False),
    Column("kept", String(64), ForeignKey("clients.id"), nullable=False, index=True),
    Column("gone", String(64), ForeignKey("clients.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("sessions", Text, nullable=False),
    Column("undone_at", Instant),
)

templates = Table(
    "templates",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("practice", String(64), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
)

template_versions = Table(
    "template_versions",
    MEMORY,
    Column("template", String(64), ForeignKey("templates.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("sealed", SealedBlob, nullable=False),
)

sessions = Table(
    "sessions",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("practice", String(64), nullable=False, index=True),
    Column("client", String(64), ForeignKey("clients.id"), index=True),
    Column("kind", String(200), nullable=False),
    Column("format", String(200), nullable=False),
    Column("planned_minutes", Integer, nullable=False),
    Column("scheduled_for", Instant),
    Column("created_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("ended_at", Instant),
    Column("end_reason", String(200)),
    Column("sealed", SealedBlob, nullable=False),
)

participants = Table(
    "participants",
    MEMORY,
    Column("id", String(64), primary_key=True),
    _session_reference(),
    Column("role", String(200), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("sealed", SealedBlob, nullable=False),
)

transcripts = Table(
    "transcripts",
    MEMORY,
    _session_reference(primary_key=True),
    Column("practice", String(64), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("state", String(32), nullable=False, index=True),
    Column("key_name", String(200)),
    Column("born_at", Instant),
    Column("why", String(32)),
    Column("receipt", String(64)),
)

segments = Table(
    "segments",
    MEMORY,
    _session_reference(primary_key=True),
    Column("segment", String(200), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("sealed", SealedBlob, nullable=False),
)

struck = Table(
    "struck",
    MEMORY,
    _session_reference(primary_key=True),
    Column("segment", String(200), primary_key=True),
)

masking_choices = Table(
    "masking_choices",
    MEMORY,
    _session_reference(primary_key=True),
    Column("sealed", SealedBlob, nullable=False),
)

consents = Table(
    "consents",
    MEMORY,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _session_reference(),
    Column("participant", String(64), nullable=False),
    Column("purpose", String(200), nullable=False),
    Column("decision", String(200), nullable=False),
    Column("wording", String(200), nullable=False),
    Column("at", Instant, nullable=False),
)

notes = Table(
    "notes",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("practice", String(64), nullable=False),
    Column("session", String(64), ForeignKey("sessions.id"), nullable=False, unique=True),
    Column("status", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("key_name", String(200), nullable=False),
    Column("sealed", SealedBlob, nullable=False),
    Column("signature", SealedBlob),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("signed_at", Instant),
)

additions = Table(
    "additions",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("note", String(64), ForeignKey("notes.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("sealed", SealedBlob, nullable=False),
    UniqueConstraint("note", "position"),
)

holds = Table(
    "holds",
    MEMORY,
    _session_reference(primary_key=True),
    Column("state", String(32), nullable=False),
    Column("reason", String(200), nullable=False),
    Column("asked_by", String(200), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("held_by", String(200)),
    Column("held_at", Instant),
    Column("release_by", String(200)),
    Column("owed", Text, nullable=False),
    Column("owed_keys", Text, nullable=False),
)

intents = Table(
    "intents",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("session", String(64), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

receipts = Table(
    "receipts",
    MEMORY,
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("practice", String(64), nullable=False),
    Column("session", String(64), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

audit = Table(
    "audit",
    MEMORY,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("practice", String(64), nullable=False, index=True),
    Column("subject", String(200), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

tokens = Table(
    "tokens",
    MEMORY,
    Column("jti", String(200), primary_key=True),
    Column("mark", String(16), primary_key=True),
    Column("until", Instant, nullable=False),
)

practice_settings = Table(
    "practice_settings",
    MEMORY,
    Column("practice", String(64), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("sealed", SealedBlob, nullable=False),
)

style_profiles = Table(
    "style_profiles",
    MEMORY,
    Column("practice", String(64), primary_key=True),
    Column("clinician", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("sealed", SealedBlob, nullable=False),
)

ledger = Table(
    "ledger",
    MEMORY,
    Column("id", String(64), primary_key=True),
    _session_reference(),
    Column("position", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("facts", Text, nullable=False),
    Column("body_hash", String(64)),
    Column("sealed", SealedBlob),
)

energy = Table(
    "energy",
    MEMORY,
    _session_reference(primary_key=True),
    Column("stage", String(200), primary_key=True),
    Column("cpu_seconds", Float, nullable=False),
    Column("joules_low", Float, nullable=False),
    Column("joules_mid", Float, nullable=False),
    Column("joules_high", Float, nullable=False),
    Column("measured_seconds", Float, nullable=False, server_default="0"),
)

remote_energy = Table(
    "remote_energy",
    MEMORY,
    _session_reference(primary_key=True),
    Column("model", String(200), primary_key=True),
    Column("prompt_tokens", Integer, nullable=False),
    Column("answer_tokens", Integer, nullable=False),
    Column("joules_low", Float, nullable=False),
    Column("joules_mid", Float, nullable=False),
    Column("joules_high", Float, nullable=False),
)

store_facts = Table(
    "store_facts",
    KEYS,
    Column("name", String(64), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

data_keys = Table(
    "data_keys",
    KEYS,
    Column("name", String(200), primary_key=True),
    Column("tag", LargeBinary, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

anchors = Table(
    "anchors",
    KEYS,
    Column("chain", String(32), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

time_mark = Table(
    "time_mark",
    KEYS,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
)
