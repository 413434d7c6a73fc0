"""Consents: each participant's own decisions, with the version of the wording they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select

from retention.audit import AuditEntry
from retention.canonical import clear_word
from retention.ground import Ground, practice_of
from retention.ids import ParticipantId, SessionId
from retention.policy import TranscriptState
from retention.schema import consents, participants, transcripts


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """One decision (`agree`, `decline`, `withdraw`) for one purpose (`notes`, `captions`)."""

    session: SessionId
    participant: ParticipantId
    purpose: str
    decision: str
    wording: str
    at: datetime


class Consents:
    """All decisions ever made; none is overwritten."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def record(self, entry: ConsentEntry) -> None:
        """Keeps a decision. Raises `NotFound`, `BadInput`."""
        words = {
            name: clear_word(getattr(entry, name), name)
            for name in ("session", "participant", "purpose", "decision", "wording")
        }
        async with self._ground.store.write() as connection:
            practice = await practice_of(connection, entry.session)
            await connection.execute(insert(consents).values(**words, at=entry.at))
            action = f"consent.{entry.decision}"
            line = AuditEntry(entry.participant, action, entry.session, entry.purpose, practice=practice)
            await self._ground.audit.record(connection, line)

    async def of(self, session: SessionId) -> list[ConsentEntry]:
        """A session's decisions in the order they were made. Raises `NotFound`."""
        query = select(consents).where(consents.c.session == session).order_by(consents.c.id)
        async with self._ground.store.read() as connection:
            await practice_of(connection, session)
            return [
                ConsentEntry(row.session, row.participant, row.purpose, row.decision, row.wording, row.at)
                for row in await connection.execute(query)
            ]

    async def withdrawn(self, session: SessionId) -> bool:
        """Whether a client of the session ever withdrew from notes: nothing may be drafted from it."""
        return await self.withdrawn_by(session) is not None

    async def withdrawn_by(self, session: SessionId) -> ParticipantId | None:
        """The client of the session who was first to withdraw from notes; None when nobody did."""
        async with self._ground.store.read() as connection:
            row = (
                await connection.execute(_withdrawals().where(consents.c.session == session).limit(1))
            ).first()
        return None if row is None else ParticipantId(row.participant)

    async def unkept(self) -> dict[SessionId, ParticipantId]:
        """Sessions whose transcript lives on though a client withdrew, with the one who did so first."""
        living = transcripts.c.state == TranscriptState.LIVING
        query = _withdrawals().join(transcripts, transcripts.c.session == consents.c.session).where(living)
        first: dict[SessionId, ParticipantId] = {}
        async with self._ground.store.read() as connection:
            for row in await connection.execute(query):
                first.setdefault(SessionId(row.session), ParticipantId(row.participant))
        return first


def _withdrawals() -> Select[Any]:
    """All withdrawals from notes, the earliest first, by anybody but the clinician, who merely pauses."""
    person = (participants.c.session == consents.c.session) & (participants.c.id == consents.c.participant)
    return (
        select(consents.c.session, consents.c.participant)
        .join(participants, person)
        .where(
            consents.c.purpose == "notes",
            consents.c.decision == "withdraw",
            participants.c.role != "clinician",
        )
        .order_by(consents.c.id)
    )
