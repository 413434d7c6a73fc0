"""The transcript while it lives: read, follow, strike."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from aiohttp import web
from pydantic import BaseModel, Field

from live_notes import Fillers
from retention import (
    DestructionIncomplete,
    LegallyHeld,
    NotFound,
    SessionId,
    TranscriptDestroyed,
    TranscriptState,
    Why,
)
from signaling.access import Scope
from signaling.house import House
from signaling.outbox import Outbox
from signaling.rest.shapes import ReceiptView
from signaling.routes import Body, Call, Query, Reply, Route, as_json, json_text
from signaling.streaming import send
from signaling.voices import Voices
from wire import Segment
from wire.browser import (
    Heard,
    NoteReady,
    RecordingHeard,
    Room,
    ServerMessage,
    Struck,
    TranscriptionStatus,
)
from wire.browser import (
    TranscriptDestroyed as DestroyedMessage,
)

KEEP_ALIVE_SECONDS = 15.0


SEGMENT = r"^[A-Za-z0-9_.:/@+=?&%#,~-]+$"
"""How ids of segments look."""

TOLD_AT_ONCE = 25
"""Segments written as JSON in one turn of the event loop."""


class Strike(Body):
    """Segments to remove for good."""

    segments: tuple[Annotated[str, Field(max_length=200, pattern=SEGMENT)], ...] = Field(
        min_length=1, max_length=1000
    )


class TranscriptReply(Reply):
    """The finals in order of time."""

    language: str
    segments: tuple[Segment, ...]


class StruckReply(Reply):
    """What was struck, and the receipt."""

    segments: tuple[str, ...]
    receipt: ReceiptView


class DestroyedReply(Reply):
    """The receipt of the destruction."""

    receipt: ReceiptView


class StruckEvent(Reply):
    """These segments are gone."""

    segments: tuple[str, ...]


class DestroyedEvent(Reply):
    """The whole transcript is gone; the stream stays open."""

    reason: str
    receipt: str | None


class NoteEvent(Reply):
    """The session's note can be read."""

    note: str
    status: str


class StatusEvent(Reply):
    """How the call stands; `elapsed` are seconds on the session clock."""

    transcription: TranscriptionStatus
    reason: str | None
    elapsed: float | None
    delay_seconds: int | None
    catching_up: bool
    ended: bool


class RecordingEvent(Reply):
    """How far the session's uploaded recording is heard; `code` and `detail` say why it came to nothing."""

    state: Literal["hearing", "drafting", "done", "failed"]
    heard: float
    total: float | None
    estimated: bool
    code: str | None
    detail: str | None


EVENTS: dict[str, type[BaseModel]] = {
    "segment": Segment,
    "struck": StruckEvent,
    "destroyed": DestroyedEvent,
    "status": StatusEvent,
    "note": NoteEvent,
    "recording": RecordingEvent,
}
"""The stream's events by name, with what each carries."""


class TranscriptQuery(Query):
    """How it is to be read."""

    exact: bool = Field(default=False, description="with its fillers, also where the session leaves them out")


async def read(call: Call) -> web.Response:
    """The finals in order of time, as they are read. Raises `TranscriptDestroyed`."""
    house, session = call.house, SessionId(call.part("session"))
    voices = Voices.of(await house.memory.sessions.get(house.practice, session), house.settings.language)
    if call.query(TranscriptQuery).exact:
        voices.fillers = Fillers.KEPT
    segments = await house.memory.transcripts.read(session)
    written = [text async for text in _in_turns(segments, voices)]
    language = json.dumps(voices.most_spoken())
    return json_text(f'{{"language": {language}, "segments": [{", ".join(written)}]}}')


async def _in_turns(segments: Sequence[Mapping[str, Any]], voices: Voices) -> AsyncIterator[str]:
    """Segments as they are read, as JSON; a long transcript lets everybody else have their turns."""
    for number, segment in enumerate(segments, 1):
        shown = voices.shown_body(segment)
        if shown is not None:
            yield json.dumps(shown, ensure_ascii=False)
        if number % TOLD_AT_ONCE == 0:
            await asyncio.sleep(0)


async def strike(call: Call) -> web.Response:
    """Removes segments from memory and store; gives the receipt."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    if await house.memory.transcripts.state(session) in {
        TranscriptState.DESTROYING,
        TranscriptState.DESTROYED,
    }:
        raise TranscriptDestroyed("the transcript of this session is destroyed")
    ids = call.body(Strike).segments
    conversation = await house.conversations.open(session)
    try:
        receipt = await conversation.strike(ids, call.someone.actor)
    finally:
        if conversation.struck.issuperset(ids):  # also where a sweep has to finish it
            _tell_struck(house, session, ids)
    return as_json({"segments": list(ids), "receipt": receipt.as_dict()})


def _tell_struck(house: House, session: SessionId, ids: Sequence[str]) -> None:
    message = Struck(segments=tuple(ids))
    room = house.hub.find(session)
    if room is not None:
        room.broadcast(message)
    else:
        house.feeds.publish(session, message)


async def destroy(call: Call) -> web.Response:
    """Destroys the whole transcript because the clinician asks; gives the receipt, again the same one."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    if await house.memory.transcripts.state(session) is TranscriptState.NONE:
        raise NotFound("this session has no transcript")
    receipt = await house.forgetting.destroy(session, Why.REQUESTED, call.someone.actor)
    return as_json({"receipt": receipt.as_dict()})


def event_of(message: ServerMessage) -> tuple[str, BaseModel] | None:  # noqa: PLR0911 - one flat table
    """The event's name and body for a stream (`EVENTS`), None for what streams do not carry."""
    match message:
        case Heard(segment=segment):
            return "segment", segment
        case Struck(segments=segments):
            return "struck", StruckEvent(segments=segments)
        case DestroyedMessage(reason=reason, receipt=receipt):
            return "destroyed", DestroyedEvent(reason=reason, receipt=receipt)
        case NoteReady(note=note, status=status):
            return "note", NoteEvent(note=note, status=status)
        case RecordingHeard():
            return "recording", RecordingEvent.model_validate(message.model_dump(exclude={"type"}))
        case Room(room=room):
            standing = StatusEvent(
                transcription=room.transcription,
                reason=room.transcription_reason,
                elapsed=room.elapsed,
                delay_seconds=room.delay_seconds,
                catching_up=room.catching_up,
                ended=room.ended,
            )
            return "status", standing
        case _:
            return None


async def follow(call: Call) -> web.StreamResponse:
    """Server-sent events (HTML §9.2): first the finals so far, then what comes."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    stream = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )
    with house.feeds.subscribed(session) as outbox:
        await stream.prepare(call.request)
        with contextlib.suppress(ConnectionResetError):  # the reader has left: an ordinary end
            await _beginning(call, session, stream)
            await _what_comes(call, outbox, stream)
    return stream


async def _what_comes(call: Call, outbox: Outbox, stream: web.StreamResponse) -> None:
    """Events as they come, until the stream is ended here."""
    while True:
        try:
            async with asyncio.timeout(KEEP_ALIVE_SECONDS):
                message = await outbox.take()
        except TimeoutError:
            await send(call.request, stream, b": still here\n\n")
            continue
        if message is None:
            return
        event = event_of(message)
        if event is not None:
            await send(call.request, stream, _line(event[0], event[1].model_dump_json()))


async def _beginning(call: Call, session: SessionId, stream: web.StreamResponse) -> None:
    """The state as it is: what was said before the stream opened."""
    house = call.house
    voices = Voices.of(await house.memory.sessions.get(house.practice, session))
    try:
        async for text in _in_turns(await house.memory.transcripts.read(session), voices):
            await send(call.request, stream, _line("segment", text))
    except TranscriptDestroyed:
        status = await house.memory.retention_status(session)
        gone = DestroyedEvent(reason=str(status.why or ""), receipt=status.receipt)
        await send(call.request, stream, _line("destroyed", gone.model_dump_json()))
    upload, room = house.recordings.uploads.of(session), house.hub.find(session)
    if upload is not None:
        told = event_of(upload.progress)
        if told is not None:
            await send(call.request, stream, _line(told[0], told[1].model_dump_json()))
    if room is not None:
        event = event_of(Room(room=room.room.view(room.monotonic())))
        if event is not None:
            await send(call.request, stream, _line(event[0], event[1].model_dump_json()))


def _line(name: str, body: str) -> bytes:
    return f"event: {name}\ndata: {body}\n\n".encode()


ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/transcript",
        Scope.TRANSCRIPT_READ,
        read,
        "The transcript while it lives",
        reply=TranscriptReply,
        query=TranscriptQuery,
        refuses=(TranscriptDestroyed,),
        access="transcript.read",
    ),
    Route(
        "GET",
        "/v1/sessions/{session}/transcript/events",
        Scope.TRANSCRIPT_READ,
        follow,
        "Follow the transcript (server-sent events)",
        media=("text/event-stream",),
        access="transcript.followed",
        events=EVENTS,
    ),
    Route(
        "POST",
        "/v1/sessions/{session}/transcript/strike",
        Scope.TRANSCRIPT_WRITE,
        strike,
        "Strike a passage for good",
        Strike,
        StruckReply,
        refuses=(TranscriptDestroyed, LegallyHeld, DestructionIncomplete),
    ),
    Route(
        "DELETE",
        "/v1/sessions/{session}/transcript",
        Scope.TRANSCRIPT_WRITE,
        destroy,
        "Destroy the whole transcript now",
        reply=DestroyedReply,
        refuses=(LegallyHeld, DestructionIncomplete),
    ),
)
