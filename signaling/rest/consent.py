"""Who agreed to what, when, and to which wording; and taking it back after the call."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from retention import (
    AlreadySigned,
    ConsentEntry,
    DestructionIncomplete,
    LegallyHeld,
    NoteStatus,
    ParticipantId,
    SessionId,
    Why,
)
from signaling import commands as c
from signaling.access import Scope
from signaling.errors import NotReady
from signaling.house import House
from signaling.promises import ADMITTED, steps_of
from signaling.routes import Body, Call, Reply, Route
from wire.browser import Decision, Purpose

WORDING = r"^[A-Za-z0-9_.:/@+=?&%#,~-]+$"
"""How versions of wordings look."""


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


class Withdrawal(Body):
    """A participant takes a consent back; `wording` is the version they had read."""

    purpose: Purpose = Purpose.NOTES
    decision: Literal["withdraw"] = "withdraw"
    wording: str = Field(default="none", min_length=1, max_length=64, pattern=WORDING)


class Withdrawn(Reply):
    """What came of it; `receipt` is of the transcript's destruction, which only notes ask for."""

    purpose: str
    receipt: str | None


async def withdraw(call: Call) -> Withdrawn:
    """Takes a participant's own consent back, during the call or until its note is signed.

    Raises:
        AlreadySigned: the transcript was destroyed with the signature.
        NotReady: this participant gave no consent that could be taken back.
    """
    house, session = call.house, SessionId(call.part("session"))
    asked, who = call.body(Withdrawal), ParticipantId(call.someone.actor)
    if await _is_signed(house, session) and not await _is_held(house, session):
        raise AlreadySigned("the note is signed, and the transcript was destroyed with the signature")
    room = house.hub.find(session)
    if room is not None and not room.over.is_set():
        room.receive(c.Withdrew(who, asked.purpose, asked.wording, house.clock.monotonic()))
        member = room.room.members.get(who)
        taken_back = member is not None and member.consents.answers.get(asked.purpose) is Decision.WITHDRAW
    else:
        taken_back = await _recorded(call, asked, session, who)
    if not taken_back:
        raise NotReady("you gave no consent in this call, so there is none to take back")
    if asked.purpose is not Purpose.NOTES:
        return Withdrawn(purpose=asked.purpose.value, receipt=None)
    receipt = await house.forgetting.destroy(session, Why.WITHDRAWN, who)
    return Withdrawn(purpose=asked.purpose.value, receipt=receipt.id)


async def _is_signed(house: House, session: SessionId) -> bool:
    """Known without opening the note."""
    standing = (await house.memory.notes.standings([session])).get(session)
    return standing is not None and standing.status is NoteStatus.SIGNED


async def _is_held(house: House, session: SessionId) -> bool:
    """Whether a legal hold keeps what was said, also from a signature."""
    hold = await house.memory.holds.of(session)
    return hold is not None and hold.in_force


async def _recorded(call: Call, asked: Withdrawal, session: SessionId, who: ParticipantId) -> bool:
    """Puts a withdrawal on record once the room is gone; again changes nothing."""
    house = call.house
    given = [
        entry.decision
        for entry in await house.memory.consents.of(session)
        if entry.participant == who and entry.purpose == asked.purpose.value
    ]
    if not given or ADMITTED not in await steps_of(house.memory.audit, house.practice, who):
        return False
    if given[-1] != Decision.WITHDRAW.value:
        entry = ConsentEntry(session, who, asked.purpose.value, asked.decision, asked.wording, house.now())
        await house.memory.consents.record(entry)
    return True


ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/consent",
        Scope.SESSIONS_READ,
        read,
        "The consents given",
        reply=ConsentRecord,
        access="consents.read",
    ),
    Route(
        "POST",
        "/v1/sessions/{session}/consent",
        Scope.WITHDRAW,
        withdraw,
        "Withdraw one's own consent, until the note is signed",
        Withdrawal,
        Withdrawn,
        refuses=(AlreadySigned, NotReady, LegallyHeld, DestructionIncomplete),
    ),
)
