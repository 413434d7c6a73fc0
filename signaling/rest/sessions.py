"""Sessions: create, list, look at, end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from live_notes import Fillers, NoteFormat
from retention import (
    BadInput,
    ClientId,
    ClientRecord,
    NewSession,
    NotFound,
    ParticipantRecord,
    RetentionStatus,
    SessionId,
    SessionRecord,
    TranscriptState,
)
from signaling.access import Scope
from signaling.errors import InvalidQuery, NotReady
from signaling.findings import Finding, objection
from signaling.house import House
from signaling.notebook import PREFERENCES_SETTING
from signaling.preferring import TEMPLATE_DETAIL
from signaling.rest.shapes import LanguageTag, Line, Named, NoteStatusName, ZonedTime
from signaling.routes import PART, Body, Call, Query, Reply, Route
from signaling.sources import (
    TOLD,
    WITH_CLIENTS,
    Setting,
    Source,
    details_of,
    held_details,
    held_minutes_of,
    setting_of,
    source_of,
    times_known,
)
from signaling.standings import Standing
from signaling.voices import FILLERS_DETAIL, fillers_of, heard_language, primary
from wire import Role

MOST_CLIENTS = 6

Kind = Literal["individual", "couple", "group"]


class CreateSession(Body):
    """An appointment with a client by their id, or with a new one by name. `clients` names everybody."""

    client_id: str | None = Field(
        default=None, pattern=f"^{PART}$", description="a client that is known; without it a new one is made"
    )
    client: Line = Field(default="", max_length=120)
    clients: tuple[Annotated[Named, Field(min_length=1, max_length=120)], ...] = Field(
        default=(), max_length=MOST_CLIENTS
    )
    scheduled_for: ZonedTime | None = None
    planned_minutes: int = Field(default=50, ge=5, le=240)
    kind: Kind = "individual"
    format: NoteFormat | None = None
    template: str | None = Field(
        default=None,
        pattern=f"^{PART}$",
        description="a practice's own note format in the place of `format`; default: as preferred",
    )
    language: LanguageTag | None = Field(
        default=None, description="what everybody speaks; one participant's can be changed afterwards"
    )
    source: Source = Field(default=Source.CALL, description="how its words come in")
    held_minutes: int | None = Field(
        default=None,
        ge=1,
        le=600,
        description="how long a session was that is told of; with `scheduled_for` its note has its times",
    )
    setting: Setting | None = Field(
        default=None, description="how the session itself was held, where that is no call: for the note"
    )
    fillers: Fillers | None = Field(
        default=None, description="whether hesitations are shown; default: the clinician's preference"
    )

    @model_validator(mode="after")
    def _somebody(self) -> CreateSession:
        if self.client_id is not None and self.client:
            raise objection("needs a client by id or by name, not by both")
        if self.client_id is None and not self.client and not self.clients:
            raise objection("needs a client, by name or by a list of names")
        return self

    def everybody(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """All clients' names, each once. `known`: those of the client that was named by id, if one was."""
        names = self.clients or ((self.client,) if self.client else known)
        return tuple(dict.fromkeys(names))


class SessionParticipant(Reply):
    """A person of a session."""

    id: str
    name: str
    role: str
    revoked: bool
    language: str


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
    status: NoteStatusName


class SessionView(Reply):
    """A session as the clinician sees it."""

    id: str
    kind: str
    source: Source
    setting: Setting | None
    client: str
    client_id: str | None
    format: str
    template: str | None
    fillers: Fillers
    created_at: datetime
    scheduled_for: datetime | None
    planned_minutes: int
    state: Literal["scheduled", "live", "ended", "signed"]
    started_at: datetime | None
    ended_at: datetime | None
    end_reason: str | None
    duration_seconds: float | None
    participants: tuple[SessionParticipant, ...]
    transcript: TranscriptView
    note: NoteState


class SessionsQuery(Query):
    """Which part of the list: the `limit` sessions that follow the session `cursor`."""

    limit: int = Field(default=200, ge=1, le=500)
    cursor: str | None = Field(default=None, pattern=f"^{PART}$", description="`next` of the page before")
    client: str | None = Field(default=None, pattern=f"^{PART}$", description="only those with this client")


class SessionList(Reply):
    """Sessions, the latest created first; `next` is the cursor of what follows, None at the end."""

    sessions: tuple[SessionView, ...]
    next: str | None


async def views_of(house: House, records: Sequence[SessionRecord]) -> list[SessionView]:
    """Sessions' records with what is known of their transcripts and notes."""
    ids = [record.id for record in records]
    statuses = await house.memory.retention_statuses(ids)
    notes = await house.standings.of(house.memory, ids, house.notebook.drafting)
    return [_view(house, record, statuses[record.id], notes[record.id]) for record in records]


async def view_of(house: House, record: SessionRecord) -> SessionView:
    """One session's view."""
    return (await views_of(house, [record]))[0]


def _view(house: House, record: SessionRecord, status: RetentionStatus, note: Standing) -> SessionView:
    living = status.state is TranscriptState.LIVING
    gone = status.state in {TranscriptState.DESTROYING, TranscriptState.DESTROYED}
    return SessionView(
        id=record.id,
        kind=record.kind,
        source=source_of(record),
        setting=setting_of(record),
        client=record.client,
        client_id=record.client_id,
        format=record.format,
        template=record.details.get(TEMPLATE_DETAIL),
        fillers=fillers_of(record),
        created_at=record.created_at,
        scheduled_for=record.scheduled_for,
        planned_minutes=record.planned_minutes,
        state=_state(house, record, note.status),
        started_at=record.started_at if times_known(record) else None,
        ended_at=record.ended_at if times_known(record) else None,
        end_reason=record.end_reason,
        duration_seconds=_duration(record, house.now()),
        participants=tuple(participant_view(house, person) for person in record.participants),
        transcript=TranscriptView(
            state="living" if living else "destroyed" if gone else "none",
            destroy_by=status.destroy_by,
            seconds_left=status.seconds_left,
            warning=None if status.warning.value == "none" else status.warning.value,
            receipt=status.receipt,
        ),
        note=NoteState.model_validate({"id": note.id, "status": note.status}),
    )


def participant_view(house: House, person: ParticipantRecord) -> SessionParticipant:
    """A person as the clinician sees them."""
    return SessionParticipant(
        id=person.id,
        name=person.name,
        role=person.role,
        revoked=person.revoked,
        language=person.language or primary(house.settings.language),
    )


def _state(house: House, record: SessionRecord, note: str) -> Literal["scheduled", "live", "ended", "signed"]:
    if note == "signed":
        return "signed"
    if record.ended_at is not None:
        return "ended"
    open_room = house.hub.find(record.id)
    if house.recordings.uploads.of(record.id) is not None:
        return "live"
    live = record.started_at is not None or (open_room is not None and open_room.room.began_at is not None)
    return "live" if live else "scheduled"


def _duration(record: SessionRecord, now: datetime) -> float | None:
    if source_of(record) in TOLD:
        minutes = held_minutes_of(record)
        return None if minutes is None else minutes * 60.0
    if record.started_at is None:
        return None
    return max(0.0, ((record.ended_at or now) - record.started_at).total_seconds())


async def create(call: Call) -> SessionView:
    """Creates a session. Raises `BadInput` for a client that is not there, a language nobody hears."""
    house, asked = call.house, call.body(CreateSession)
    kept = await house.memory.settings.get(PREFERENCES_SETTING, house.practice) or {}
    client = None if asked.client_id is None else await held_with(house, asked.client_id)
    wanted = house.notebook.preferring
    whose = None if client is None else client.id
    preferences = await wanted.of_client(whose)
    form = await wanted.form(whose, asked.format, asked.template, kind=asked.kind)
    fillers = asked.fillers or preferences.fillers
    spoken = primary(house.settings.language)
    if asked.language is not None:
        spoken = heard_language(asked.language, house.ears.registry)
    names = asked.everybody(() if client is None else await _people(house, client))
    new = NewSession(
        client=client.name if client is not None else asked.client or ", ".join(names),
        client_id=None if client is None else client.id,
        clients=names,
        scheduled_for=asked.scheduled_for,
        planned_minutes=asked.planned_minutes,
        kind=asked.kind,
        format=form.format.value,
        details={
            FILLERS_DETAIL: fillers.value,
            TEMPLATE_DETAIL: form.template,
            **details_of(asked.source, asked.setting),
            **held_details(asked.source, asked.scheduled_for, asked.held_minutes),
        },
        practice=house.practice,
    )
    record = await house.memory.sessions.create(new)
    clinician = str(kept.get("name") or "Clinician")
    await house.memory.sessions.add_participant(record.id, clinician, Role.CLINICIAN.value, spoken)
    for name in names if asked.source in WITH_CLIENTS else ():
        await house.memory.sessions.add_participant(record.id, name, Role.CLIENT.value, spoken)
    return await view_of(house, await house.memory.sessions.get(house.practice, record.id))


async def held_with(house: House, client: str) -> ClientRecord:
    """The client a new session is held with. Raises `BadInput` for one that is not there or was put away."""
    found = await named_client(house, client)
    if found.archived_at is not None:
        raise BadInput("this client was put away; take them back first")
    return found


async def named_client(house: House, client: str) -> ClientRecord:
    """The client that a body names. Raises `BadInput`."""
    try:
        return await house.memory.clients.get(house.practice, ClientId(client))
    except NotFound:
        raise BadInput("there is no such client; the list of clients has those that exist") from None


async def _people(house: House, client: ClientRecord) -> tuple[str, ...]:
    """Whom a session with this client is held with: those of their latest one, if these are several."""
    latest = await house.memory.sessions.list(house.practice, limit=1, client=client.id)
    return latest[0].clients if latest and len(latest[0].clients) > 1 else (client.name,)


async def page(call: Call) -> SessionList:
    """One page of the sessions. Raises `InvalidQuery` for a cursor that names no session."""
    house, asked = call.house, call.query(SessionsQuery)
    after = None if asked.cursor is None else SessionId(asked.cursor)
    try:
        client = None if asked.client is None else ClientId(asked.client)
        found = await house.memory.sessions.list(
            house.practice, limit=asked.limit + 1, after=after, client=client
        )
    except NotFound:
        raise InvalidQuery([Finding(("cursor",), "names no session")]) from None
    shown = found[: asked.limit]
    following = shown[-1].id if len(found) > len(shown) else None
    return SessionList(sessions=tuple(await views_of(house, shown)), next=following)


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
        refuses=(BadInput, NotReady),
    ),
    Route(
        "GET",
        "/v1/sessions",
        Scope.SESSIONS_READ,
        page,
        "The sessions, page by page",
        reply=SessionList,
        query=SessionsQuery,
        access="sessions.listed",
    ),
    Route(
        "GET",
        "/v1/sessions/{session}",
        Scope.SESSIONS_READ,
        one,
        "One session",
        reply=SessionView,
        access="session.read",
    ),
    Route(
        "POST",
        "/v1/sessions/{session}/end",
        Scope.SESSIONS_WRITE,
        end,
        "End the call",
        reply=SessionView,
        refuses=(NotReady,),
    ),
)
