"""Summaries: what a clinician types of a session that is over becomes its transcript, and a note."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from live_notes import MAX_SUMMARY_CHARS, lines_from_summary
from retention import BadInput, NotFound, SessionId, SessionRecord, TranscriptDestroyed
from signaling.access import Scope
from signaling.cluster.refusals import TAKING_A_SESSION
from signaling.errors import DraftingTimedOut, NotReady
from signaling.findings import objection
from signaling.house import House
from signaling.rest.sessions import SessionView, view_of
from signaling.rest.shapes import Text
from signaling.routes import PART, Body, Call, Route
from signaling.sources import WRITTEN, Source, source_of
from wire import Role, Segment

_LINE_SECONDS = 0.001
"""Between two lines: their times only keep their order."""


def _something(value: str) -> str:
    if not value.strip():
        raise objection("must say something of the session: nothing is drafted from an empty summary")
    return value


class NewSummary(Body):
    """What the clinician writes of a session that was created with the source `summary`."""

    session: str = Field(pattern=f"^{PART}$")
    text: Annotated[
        Text, AfterValidator(_something), Field(json_schema_extra={"pattern": r"\S", "minLength": 1})
    ] = Field(max_length=MAX_SUMMARY_CHARS)


async def write(call: Call) -> SessionView:
    """Keeps a summary as the session's transcript and drafts its note.

    Raises:
        BadInput: no such session. NotReady: it has another source, or its summary. TranscriptDestroyed.
    """
    house, given = call.house, call.body(NewSummary)
    session = SessionId(given.session)
    try:
        record = await house.memory.sessions.get(house.practice, session)
    except NotFound:
        raise BadInput("there is no such session; create one with the source `summary`") from None
    if source_of(record) is not Source.SUMMARY:
        raise NotReady("this session has another source; create one with the source `summary`")
    if record.ended_at is not None:
        raise NotReady("this session has its summary; edit the note, or create another session")
    await _kept(house, record, given.text)
    try:
        await house.notebook.draft(session)
    except TimeoutError:
        raise DraftingTimedOut("the summary is kept; drafting took too long: ask for the note") from None
    return await view_of(house, await house.memory.sessions.get(house.practice, session))


async def _kept(house: House, record: SessionRecord, text: str) -> None:
    """Keeps the text, sentence by sentence, as the transcript of a session that is over."""
    author = next(one for one in record.participants if one.role == Role.CLINICIAN.value)
    conversation = await house.conversations.open(record.id)
    for number, line in enumerate(lines_from_summary(text), 1):
        at = number * _LINE_SECONDS
        segment = Segment(
            id=f"{record.id}.{line.id}",
            track=author.id,
            speaker=author.name,
            role=Role.CLINICIAN,
            start=at,
            end=at,
            text=line.spoken,
            final=True,
        )
        conversation.take(segment)
    await conversation.settle()
    held = record.scheduled_for or house.now()
    await house.memory.sessions.mark_started(record.id, held)
    await house.memory.sessions.mark_ended(record.id, held, WRITTEN)


ROUTES = (
    Route(
        "POST",
        "/v1/summaries",
        Scope.SESSIONS_WRITE,
        write,
        "A typed summary of a session: its note is drafted",
        NewSummary,
        SessionView,
        201,
        refuses=(BadInput, NotReady, TranscriptDestroyed, DraftingTimedOut, *TAKING_A_SESSION),
    ),
)
