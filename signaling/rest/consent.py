"""Who agreed to what, when, and to which wording."""

from __future__ import annotations

from datetime import datetime

from retention import SessionId
from signaling.access import Scope
from signaling.routes import Call, Reply, Route


class Decided(Reply):
    """One decision."""

    participant: str
    purpose: str
    decision: str
    wording: str
    at: datetime


class ConsentRecord(Reply):
    """All decisions of a session in their order."""

    consents: tuple[Decided, ...]


async def read(call: Call) -> ConsentRecord:
    """The session's consents."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    return ConsentRecord(
        consents=tuple(
            Decided(
                participant=entry.participant,
                purpose=entry.purpose,
                decision=entry.decision,
                wording=entry.wording,
                at=entry.at,
            )
            for entry in await house.memory.consents.of(session)
        )
    )


ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/consent",
        Scope.SESSIONS_READ,
        read,
        "The consents given",
        reply=ConsentRecord,
    ),
)
