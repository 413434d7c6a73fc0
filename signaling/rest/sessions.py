"""Sessions: create, list, look at, end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from pydantic import Field, field_validator, model_validator

from live_notes import NoteFormat
from retention import NewSession, SessionId, SessionRecord, TranscriptState
from signaling.access import Scope
from signaling.errors import NotReady
from signaling.house import House
from signaling.notebook import PREFERENCES_SETTING
from signaling.routes import Body, Call, Reply, Route
from wire import Role

MOST_CLIENTS = 6

Kind = Literal["individual", "couple", "group"]


class CreateSession(Body):
    """An appointment. `clients` names everybody when there are several."""

    client: str = Field(default="", max_length=120)
    clients: tuple[str, ...] = Field(default=(), max_length=MOST_CLIENTS)
    scheduled_for: datetime | None = None
    planned_minutes: int = Field(default=50, ge=5, le=240)
    kind: Kind = "individual"
    format: NoteFormat | None = None

    @field_validator("client")
    @classmethod
    def _trim(cls, value: str) -> str:
        return " ".join(value.split())

    @field_validator("clients")
    @classmethod
    def _trim_all(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        trimmed = tuple(" ".join(value.split()) for value in values)
        if any(not value or len(value) > 120 for value in trimmed):
            raise ValueError("names have 1 to 120 characters")
        return trimmed

    @model_validator(mode="after")
    def _somebody(self) -> CreateSession:
        if not self.client and not self.clients:
            raise ValueError("a session needs a client")
        return self

    @property
    def everybody(self) -> tuple[str, ...]:
        """All clients' names, each once."""
        names = self.clients or (self.client,)
        return tuple(dict.fromkeys(names))


class ParticipantView(Reply):
    """A person of a session."""

    id: str
    name: str
    role: str
    revoked: bool


class TranscriptView(Reply):
    """How long the transcript lives; `seconds_left` counts down to its destruction."""

    state: Literal["none", "living", "destroyed"]
    destroy_by: datetime | None
    seconds_left: float | None
    warning: str | None
    receipt: str | None


class NoteState(Reply):
    """Where the session's note stands."""

    id: str | None
    status: str


class SessionView(Reply):
    """A session as the clinician sees it."""

    id: str
    kind: str
    client: str
    format: str
    scheduled_for: datetime | None
    planned_minutes: int
    state: Literal["scheduled", "live", "ended", "signed"]
    started_at: datetime | None
    ended_at: datetime | None
    end_reason: str | None
    duration_seconds: float | None
    participants: tuple[ParticipantView, ...]
    transcript: TranscriptView
    note: NoteState


class SessionList(Reply):
    """All sessions, the latest created first."""

    sessions: tuple[SessionView, ...]


async def view_of(house: House, record: SessionRecord) -> SessionView:
    """A session's record with what is known of its transcript and note."""
    status = await house.memory.retention_status(record.id)
    note = await house.notebook.view(record.id)
    living = status.state is TranscriptState.LIVING
    gone = status.state in {TranscriptState.DESTROYING, TranscriptState.DESTROYED}
    return SessionView(
        id=record.id,
        kind=record.kind,
        client=record.client,
        format=record.format,
        scheduled_for=record.scheduled_for,
        planned_minutes=record.planned_minutes,
        state=_state(house, record, note.status),
        started_at=record.started_at,
        ended_at=record.ended_at,
        end_reason=record.end_reason,
        duration_seconds=_duration(record, house.now()),
        participants=tuple(
            ParticipantView(id=person.id, name=person.name, role=person.role, revoked=person.revoked)
            for person in record.participants
        ),
        transcript=TranscriptView(
            state="living" if living else "destroyed" if gone else "none",
            destroy_by=status.destroy_by,
            seconds_left=status.seconds_left,
            warning=None if status.warning.value == "none" else status.warning.value,
            receipt=status.receipt,
        ),
        note=NoteState(id=note.id, status=note.status),
    )


def _state(house: House, record: SessionRecord, note: str) -> Literal["scheduled", "live", "ended", "signed"]:
    if note == "signed":
        return "signed"
    if record.ended_at is not None:
        return "ended"
    open_room = house.hub.find(record.id)
    live = record.started_at is not None or (open_room is not None and open_room.room.began_at is not None)
    return "live" if live else "scheduled"


def _duration(record: SessionRecord, now: datetime) -> float | None:
    if record.started_at is None:
        return None
    return max(0.0, ((record.ended_at or now) - record.started_at).total_seconds())


async def create(call: Call) -> SessionView:
    """Creates a session with its clinician and its clients."""
    house, asked = call.house, call.body(CreateSession)
    kept = await house.memory.settings.get(PREFERENCES_SETTING, house.practice) or {}
    chosen = asked.format or NoteFormat(str(kept.get("default_format", "soap")))
    names = asked.everybody
    new = NewSession(
        client=asked.client or ", ".join(names),
        clients=names,
        scheduled_for=_utc(asked.scheduled_for),
        planned_minutes=asked.planned_minutes,
        kind=asked.kind,
        format=chosen.value,
        practice=house.practice,
    )
    record = await house.memory.sessions.create(new)
    clinician = str(kept.get("name") or "Clinician")
    await house.memory.sessions.add_participant(record.id, clinician, Role.CLINICIAN.value)
    for name in names:
        await house.memory.sessions.add_participant(record.id, name, Role.CLIENT.value)
    return await view_of(house, await house.memory.sessions.get(house.practice, record.id))


def _utc(at: datetime | None) -> datetime | None:
    """A time without a zone is taken as UTC."""
    return at if at is None or at.tzinfo is not None else at.replace(tzinfo=UTC)


async def everything(call: Call) -> SessionList:
    """All sessions."""
    house = call.house
    records = await house.memory.sessions.list(house.practice)
    return SessionList(sessions=tuple([await view_of(house, record) for record in records]))


async def one(call: Call) -> SessionView:
    """One session."""
    house = call.house
    return await view_of(
        house, await house.memory.sessions.get(house.practice, SessionId(call.part("session")))
    )


async def end(call: Call) -> SessionView:
    """Ends the call for everyone and drafts the note; again is no error."""
    house, session = call.house, SessionId(call.part("session"))
    record = await house.memory.sessions.get(house.practice, session)
    if record.ended_at is None:
        if record.started_at is None and house.hub.find(session) is None:
            raise NotReady("this session has not begun")
        await house.hub.end(session, "ended_by_clinician")
    return await view_of(house, await house.memory.sessions.get(house.practice, session))


ROUTES = (
    Route(
        "POST",
        "/v1/sessions",
        Scope.SESSIONS_WRITE,
        create,
        "Create a session",
        CreateSession,
        SessionView,
        201,
    ),
    Route("GET", "/v1/sessions", Scope.SESSIONS_READ, everything, "All sessions", reply=SessionList),
    Route("GET", "/v1/sessions/{session}", Scope.SESSIONS_READ, one, "One session", reply=SessionView),
    Route("POST", "/v1/sessions/{session}/end", Scope.SESSIONS_WRITE, end, "End the call", reply=SessionView),
)
