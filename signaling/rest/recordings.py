"""Recordings: uploaded, followed, cancelled. The upload's body is heard as it comes and kept nowhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Literal

from pydantic import Field

from retention import NotFound, SessionId, SessionRecord, TranscriptDestroyed
from signaling import recording_errors
from signaling.access import Scope
from signaling.cluster.refusals import TAKING_A_SESSION
from signaling.errors import DraftingTimedOut, InvalidQuery, NotReady
from signaling.findings import Finding
from signaling.recording_errors import ConsentNotAttested, RecordingCancelled
from signaling.rest.consent import WORDING
from signaling.rest.sessions import SessionView, view_of
from signaling.routes import PART, Call, Query, Reply, Route
from wire import Role
from wire.browser import RecordingHeard
from wire.recordings import MOST_SPEAKERS


class UploadQuery(Query):
    """Which session it is, who speaks on its channels, and what is confirmed of everybody's consent."""

    session: str = Field(pattern=f"^{PART}$", description="a session created with the source `recording`")
    attested: str = Field(
        min_length=1,
        max_length=64,
        pattern=WORDING,
        description="version of the attestation at /v1/wordings that is hereby confirmed",
    )
    channels: str | None = Field(
        default=None,
        max_length=600,
        pattern=r"^[A-Za-z0-9_-]{1,64}(,[A-Za-z0-9_-]{1,64}){0,7}$",
        description="participant ids, one a channel in their order (left first), with commas between; "
        "without them all channels are one track, heard as the clients' unless their voices are told apart",
    )


class RecordingView(Reply):
    """How far a recording is heard, in seconds of its sound. `total` is None while nobody knows."""

    session: str
    state: Literal["hearing", "drafting", "done", "failed"]
    heard: float
    total: float | None
    estimated: bool
    code: str | None
    detail: str | None


class AttestationView(Reply):
    """What whoever uploads a recording confirms for everybody in it."""

    version: str
    title: str
    paragraphs: tuple[str, ...]


class Wordings(Reply):
    """The texts in force that are confirmed outside a call."""

    recording: AttestationView


async def wordings(call: Call) -> Wordings:
    """The texts in force."""
    text = call.house.attestation
    return Wordings(
        recording=AttestationView(version=text.version, title=text.title, paragraphs=text.paragraphs)
    )


async def upload(call: Call) -> SessionView:
    """Hears a recording as it comes, has its note drafted, and gives the session with both."""
    house, asked = call.house, call.query(UploadQuery)
    session = SessionId(asked.session)
    try:
        record = await house.memory.sessions.get(house.practice, session)
    except NotFound:
        raise InvalidQuery([Finding(("session",), "names no session")]) from None
    if asked.attested != house.attestation.version:
        raise ConsentNotAttested("confirm the current wording of /v1/wordings that everybody recorded agreed")
    speakers = _speakers(record, asked.channels)
    size = call.request.content_length
    body = aiter(call.request.content.iter_any())
    try:
        await house.recordings.hear(record, speakers, asked.attested, _bytes(body), size)
    except TimeoutError:
        raise DraftingTimedOut("the recording is heard; drafting took too long: ask for the note") from None
    return await view_of(house, await house.memory.sessions.get(house.practice, session))


async def _bytes(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    async for chunk in body:
        yield chunk


def _speakers(record: SessionRecord, channels: str | None) -> tuple[str, ...]:
    """The participant of each track. Raises `InvalidQuery` for somebody who is not of the session."""
    people = [person.id for person in record.participants if not person.revoked]
    if channels is None:
        clients = [one.id for one in record.participants if one.role == Role.CLIENT.value]
        return (clients[0] if clients else people[0],)
    named = tuple(channels.split(","))
    if any(who not in people for who in named) or len(set(named)) < len(named) or len(named) < 2:
        raise InvalidQuery([Finding(("channels",), "names two or more people of the session, each once")])
    return named[:MOST_SPEAKERS]


async def follow(call: Call) -> RecordingView:
    """How far it is. Raises `NotFound` when none is being heard."""
    session = SessionId(call.part("session"))
    found = call.house.recordings.uploads.of(session)
    if found is None:
        raise NotFound("no recording of this session is being heard; the session tells what came of it")
    return _view(session, found.progress)


async def cancel(call: Call) -> RecordingView:
    """Stops hearing it; what was heard is destroyed. Raises `NotFound` when none is being heard."""
    session = SessionId(call.part("session"))
    found = call.house.recordings.uploads.of(session)
    if found is None:
        raise NotFound("no recording of this session is being heard")
    found.refuse(RecordingCancelled("the upload was cancelled; what was heard of it is destroyed"))
    return _view(session, found.progress)


def _view(session: str, heard: RecordingHeard) -> RecordingView:
    return RecordingView.model_validate({"session": session, **heard.model_dump(exclude={"type"})})


ROUTES = (
    Route(
        "GET",
        "/v1/wordings",
        Scope.SESSIONS_READ,
        wordings,
        "What is confirmed outside a call, in the wording in force",
        reply=Wordings,
    ),
    Route(
        "POST",
        "/v1/recordings",
        Scope.SESSIONS_WRITE,
        upload,
        "Upload a recording: it is heard while it comes, and kept nowhere",
        reply=SessionView,
        status=201,
        query=UploadQuery,
        refuses=(
            NotReady,
            TranscriptDestroyed,
            DraftingTimedOut,
            *recording_errors.ALL,
            *TAKING_A_SESSION,
        ),
        streamed="The recording: WAV, MP3, M4A or MP4, AAC, OGG, WEBM, FLAC, AIFF, CAF, AMR or WMA",
    ),
    Route(
        "GET",
        "/v1/recordings/{session}",
        Scope.SESSIONS_READ,
        follow,
        "How far a recording is heard",
        reply=RecordingView,
    ),
    Route(
        "DELETE",
        "/v1/recordings/{session}",
        Scope.SESSIONS_WRITE,
        cancel,
        "Cancel an upload; what was heard is destroyed",
        reply=RecordingView,
    ),
)
