"""When a session was held that was told of afterwards, or recorded: changed until its note is signed."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field, model_validator

from retention import AlreadySigned, SessionId, SessionRecord, StaleVersion
from signaling.access import Scope
from signaling.errors import InvalidBody, NotReady
from signaling.findings import Finding, objection
from signaling.house import House
from signaling.recasting import times_changed
from signaling.rest.sessions import SessionView, view_of
from signaling.rest.shapes import ZonedTime
from signaling.routes import Body, Call, Route
from signaling.sources import TOLD, Held, Source, held_minutes_of, held_otherwise, source_of


class ChangeTimes(Body):
    """When a session was held. What is not sent stays; null takes it away."""

    scheduled_for: ZonedTime | None = Field(
        default=None, description="when it began, in the clinician's zone: not in the future"
    )
    held_minutes: int | None = Field(
        default=None,
        ge=1,
        le=600,
        description="how long it was; with `scheduled_for` its note has its times. A recording has its own",
    )

    @model_validator(mode="after")
    def _something(self) -> ChangeTimes:
        if not self.model_fields_set:
            raise objection("needs `scheduled_for` or `held_minutes`")
        return self


async def change(call: Call) -> SessionView:
    """Says anew when a session was held; its unsigned note says so at once.

    Raises:
        InvalidBody: it lies in the future, or a recording is given a length. NotFound.
        NotReady: the times are the call's own, or its words are still being heard or drafted.
        AlreadySigned, StaleVersion.
    """
    house, session, asked = call.house, SessionId(call.part("session")), call.body(ChangeTimes)
    record = await house.memory.sessions.get(house.practice, session)
    _refuse_measured(house, record)
    said = _said(record, asked)
    _refuse_future(record, asked, said, house.now())
    dated = "scheduled_for" in asked.model_fields_set
    await times_changed(house.notebook, held_otherwise(record, said, dated=dated), call.someone.actor)
    return await view_of(house, await house.memory.sessions.get(house.practice, session))


def _refuse_measured(house: House, record: SessionRecord) -> None:
    """Raises `NotReady` where a session's times are measured, or just being."""
    if source_of(record) not in TOLD | {Source.RECORDING}:
        raise NotReady("this session has the times at which it was held; they can't be changed")
    if house.recordings.uploads.of(record.id) is not None:
        raise NotReady("the recording is still being heard; say when it was held once it is done")


def _said(record: SessionRecord, asked: ChangeTimes) -> Held:
    """What is said of it from now on. Raises `InvalidBody`."""
    given = asked.model_fields_set
    if source_of(record) is Source.RECORDING and asked.held_minutes is not None:
        raise InvalidBody([Finding(("held_minutes",), "is not for a recording, which has its own length")])
    at = asked.scheduled_for if "scheduled_for" in given else record.scheduled_for
    minutes = asked.held_minutes if "held_minutes" in given else held_minutes_of(record)
    return Held(at, minutes)


def _refuse_future(record: SessionRecord, asked: ChangeTimes, said: Held, now: datetime) -> None:
    """Raises `InvalidBody` where a session that is over would begin or end later than now."""
    if said.at is None:
        return
    if said.at > now:
        raise InvalidBody([Finding(("scheduled_for",), "must not lie in the future")])
    over = said.until or said.at
    if source_of(record) is Source.RECORDING and record.started_at and record.ended_at:
        over = said.at + (record.ended_at - record.started_at)
    if over > now:
        field = "scheduled_for" if asked.held_minutes is None else "held_minutes"
        raise InvalidBody([Finding((field,), "must not make the session end in the future")])


ROUTES = (
    Route(
        "PATCH",
        "/v1/sessions/{session}",
        Scope.SESSIONS_WRITE,
        change,
        "Say anew when a session was held that was told of afterwards",
        ChangeTimes,
        SessionView,
        refuses=(NotReady, AlreadySigned, StaleVersion),
    ),
)
