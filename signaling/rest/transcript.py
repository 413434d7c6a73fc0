"""The transcript while it lives: read, follow, strike."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web
from pydantic import Field

from retention import NotFound, SessionId, TranscriptDestroyed, TranscriptState, Why
from signaling.access import Scope
from signaling.routes import Body, Call, Route, as_json
from wire.browser import (
    Heard,
    NoteReady,
    Room,
    ServerMessage,
    Struck,
)
from wire.browser import (
    TranscriptDestroyed as DestroyedMessage,
)

KEEP_ALIVE_SECONDS = 15.0


class Strike(Body):
    """Segments to remove for good."""

    segments: tuple[str, ...] = Field(min_length=1, max_length=1000)


async def read(call: Call) -> web.Response:
    """The finals in order of time. Raises `TranscriptDestroyed`."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    segments = await house.memory.transcripts.read(session)
    return as_json({"language": house.settings.language, "segments": segments})


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
    receipt = await conversation.strike(ids, call.someone.actor)
    message = Struck(segments=ids)
    room = house.hub.find(session)
    if room is not None:
        room.broadcast(message)
    else:
        house.feeds.publish(session, message)
    return as_json({"segments": list(ids), "receipt": receipt.as_dict()})


async def destroy(call: Call) -> web.Response:
    """Destroys the whole transcript because the clinician asks; gives the receipt, again the same one."""
    house, session = call.house, SessionId(call.part("session"))
    await house.memory.sessions.get(house.practice, session)
    if await house.memory.transcripts.state(session) is TranscriptState.NONE:
        raise NotFound("this session has no transcript")
    receipt = await house.forgetting.destroy(session, Why.REQUESTED, call.someone.actor)
    return as_json({"receipt": receipt.as_dict()})


def event_of(message: ServerMessage) -> tuple[str, dict[str, Any]] | None:
    """The event's name and body for a stream, None for what streams do not carry."""
    match message:
        case Heard(segment=segment):
            return "segment", segment.model_dump(mode="json")
        case Struck(segments=segments):
            return "struck", {"segments": list(segments)}
        case DestroyedMessage(reason=reason, receipt=receipt):
            return "destroyed", {"reason": reason, "receipt": receipt}
        case NoteReady(note=note, status=status):
            return "note", {"note": note, "status": status}
        case Room(room=room):
            return "status", {
                "transcription": room.transcription.value,
                "reason": room.transcription_reason,
                "elapsed": room.elapsed,
                "ended": room.ended,
            }
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
        await _beginning(call, session, stream)
        while True:
            try:
                async with asyncio.timeout(KEEP_ALIVE_SECONDS):
                    message = await outbox.take()
            except TimeoutError:
                await stream.write(b": still here\n\n")
                continue
            if message is None:
                return stream
            event = event_of(message)
            if event is not None:
                await stream.write(_line(*event))


async def _beginning(call: Call, session: SessionId, stream: web.StreamResponse) -> None:
    """The state as it is: what was said before the stream opened."""
    house = call.house
    try:
        for segment in await house.memory.transcripts.read(session):
            await stream.write(_line("segment", segment))
    except TranscriptDestroyed:
        status = await house.memory.retention_status(session)
        await stream.write(_line("destroyed", {"reason": str(status.why or ""), "receipt": status.receipt}))
    room = house.hub.find(session)
    if room is not None:
        event = event_of(Room(room=room.room.view(room.monotonic())))
        if event is not None:
            await stream.write(_line(*event))


def _line(name: str, body: dict[str, Any]) -> bytes:
    return f"event: {name}\ndata: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/transcript",
        Scope.TRANSCRIPT_READ,
        read,
        "The transcript while it lives",
    ),
    Route(
        "GET",
        "/v1/sessions/{session}/transcript/events",
        Scope.TRANSCRIPT_READ,
        follow,
        "Follow the transcript (server-sent events: segment, struck, destroyed, status, note)",
    ),
    Route(
        "POST",
        "/v1/sessions/{session}/transcript/strike",
        Scope.TRANSCRIPT_WRITE,
        strike,
        "Strike a passage for good",
        Strike,
    ),
    Route(
        "DELETE",
        "/v1/sessions/{session}/transcript",
        Scope.TRANSCRIPT_WRITE,
        destroy,
        "Destroy the whole transcript now",
    ),
)
