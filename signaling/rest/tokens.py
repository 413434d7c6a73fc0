"""Join links: one for each participant, expiring, revocable. And what an invited person may know."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import Field

from retention import NotFound, ParticipantId, ParticipantRecord, SessionId, SessionRecord
from signaling import commands as c
from signaling.access import Scope
from signaling.errors import TokenReplayed, TokenRevoked
from signaling.house import House
from signaling.routes import Body, Call, Reply, Route
from wire import Role


class MintToken(Body):
    """Whose link."""

    participant: str = Field(min_length=1, max_length=64)


class JoinLink(Reply):
    """A join link. `url` is relative to the server; the token stays in the fragment, out of every log."""

    token: str
    url: str
    expires_at: datetime
    participant: str


class Invitation(Reply):
    """What somebody with a join link may know before they join."""

    session: str
    participant: str
    name: str
    role: str
    practice: str
    scheduled_for: datetime | None
    planned_minutes: int


async def mint(call: Call) -> JoinLink:
    """A fresh link. For somebody whose links were revoked it is made out to a new participant."""
    house = call.house
    record = await _session(call)
    if record.ended_at is not None:
        raise TokenReplayed("this session is over; plan another one")
    person = _person(record, call.body(MintToken).participant)
    if person.revoked:
        person = await house.memory.sessions.add_participant(
            record.id, person.name, person.role, person.language
        )
    room = house.hub.find(record.id)
    if room is not None:
        room.invite(c.Invited(person.id, person.name, Role(person.role)), person.language)
    expires = max(house.now(), record.scheduled_for or house.now())
    expires += timedelta(hours=house.settings.join_token_hours)
    token = house.tokens.join(record.id, person.id, Role(person.role), expires)
    return JoinLink(token=token, url=f"/join#t={token}", expires_at=expires, participant=person.id)


async def revoke(call: Call) -> None:
    """Takes all of a participant's links back; whoever uses one is put out of the room."""
    house = call.house
    record = await _session(call)
    person = _person(record, call.part("participant"))
    await house.memory.sessions.revoke_participant(record.id, ParticipantId(person.id))
    room = house.hub.find(record.id)
    if room is not None:
        room.receive(c.Revoked(person.id, house.clock.monotonic()))


async def invitation(call: Call) -> Invitation:
    """The invitation a join token stands for. Raises `TokenRevoked`, `TokenReplayed`."""
    record = await _session(call)
    join = call.someone.join
    if join is None:
        raise NotFound("an invitation is seen with its join token")
    if record.ended_at is not None:
        raise TokenReplayed("this session is over")
    person = _person(record, join.participant)
    if person.revoked:
        raise TokenRevoked("this link was taken back; ask your clinician for a new one")
    return Invitation(
        session=record.id,
        participant=person.id,
        name=person.name,
        role=person.role,
        practice=call.house.settings.practice_name,
        scheduled_for=record.scheduled_for,
        planned_minutes=record.planned_minutes,
    )


async def _session(call: Call) -> SessionRecord:
    house: House = call.house
    return await house.memory.sessions.get(house.practice, SessionId(call.part("session")))


def _person(record: SessionRecord, participant: str) -> ParticipantRecord:
    for person in record.participants:
        if person.id == participant:
            return person
    raise NotFound("there is no such participant in this session")


ROUTES = (
    Route(
        "POST",
        "/v1/sessions/{session}/tokens",
        Scope.SESSIONS_WRITE,
        mint,
        "A join link for one participant",
        MintToken,
        JoinLink,
        201,
        refuses=(TokenReplayed,),
    ),
    Route(
        "DELETE",
        "/v1/sessions/{session}/tokens/{participant}",
        Scope.SESSIONS_WRITE,
        revoke,
        "Revoke a participant's links",
        status=204,
    ),
    Route(
        "GET",
        "/v1/sessions/{session}/invitation",
        Scope.CALL,
        invitation,
        "What a join token is for",
        reply=Invitation,
    ),
)
