"""Uploaded recordings on their way: bytes from a request to a media worker, words from it.

The request's body is the only copy there is. It is read no faster than the worker takes it (four chunks wait
here, and the sockets' own buffers), and nothing of it is kept.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import ClientPayloadError, web

from signaling import commands as c
from signaling import problems
from signaling.ears import Ears, Placement
from signaling.logs import get_logger
from signaling.recording_errors import (
    NoWorkerFree,
    RecordingInterrupted,
    RecordingRefused,
    RecordingTooLarge,
)
from wire.browser import RecordingHeard
from wire.control import Recognised, VoicesSettled
from wire.recordings import (
    CloseRecording,
    OpenRecording,
    RecordingComplete,
    RecordingEnd,
    RecordingEnded,
    RecordingProgress,
)

CHUNK_BYTES = 64 * 1024
WAITING_CHUNKS = 4
SILENT_SECONDS = 60.0
"""A sender that sends nothing for so long is gone."""

_log = get_logger()


class Hears(Protocol):
    """Where an upload's words and its progress go."""

    def words(self, message: Recognised, participant: str) -> None:
        """Words of a track, which is this participant's."""

    def voiced(self, message: VoicesSettled) -> None:
        """It is known better who said what on a track that people share."""

    def progressed(self, heard: RecordingHeard) -> None:
        """It is heard so far."""


@dataclass(slots=True, eq=False)
class Upload:
    """One recording that is being heard. `speakers`: the participant of each track."""

    session: str
    recording: str
    speakers: dict[str, str]
    hears: Hears
    ended: asyncio.Future[RecordingEnded]
    progress: RecordingHeard = field(default_factory=lambda: RecordingHeard(state="hearing"))
    chunks: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(WAITING_CHUNKS))
    fetched: bool = False
    refused: RecordingRefused | None = None
    """What ended it on this side."""

    # ------------------------------------------------------------ as the ears know a room

    def receive(self, event: c.RoomEvent) -> None:
        """Its worker is gone: nobody else has heard the beginning, so it is over."""
        if isinstance(event, c.TrackLost):
            self.end(RecordingEnd.INTERRUPTED, "the media worker that heard it ended: upload it again")

    def recognised(self, message: Recognised) -> None:
        """Words of one of its tracks."""
        if not self.ended.done():
            self.hears.words(message, self.speakers[message.track])

    def voiced(self, message: VoicesSettled) -> None:
        """It is known who said what on its one track."""
        if not self.ended.done():
            self.hears.voiced(message)

    def flushed(self, track: str) -> None:
        """Said of tracks of calls only."""

    # ------------------------------------------------------------ what the worker says of it

    def advanced(self, message: RecordingProgress) -> None:
        """It is heard so far."""
        self.progress = RecordingHeard(
            state="hearing", heard=message.heard, total=message.total, estimated=message.estimated
        )
        self.hears.progressed(self.progress)

    def end(self, end: RecordingEnd, detail: str, heard: float = 0.0) -> None:
        """It has ended; the first end counts."""
        if not self.ended.done():
            self.ended.set_result(
                RecordingEnded(recording=self.recording, end=end, detail=detail, heard=heard)
            )

    def refuse(self, refused: RecordingRefused) -> None:
        """Ends it from this side."""
        if not self.ended.done():
            self.refused = refused
            self.end(RecordingEnd.FAILED, refused.detail)

    async def feed(self, body: AsyncIterator[bytes], most: int) -> None:
        """Takes the request's body in, as the worker takes it.

        Raises:
            RecordingTooLarge: more than `most` bytes. RecordingInterrupted: its sender is gone or silent.
        """
        taken = 0
        while received := await _next(body):
            taken += len(received)
            if taken > most:
                raise RecordingTooLarge(f"a recording has at most {most >> 20} MB here")
            for start in range(0, len(received), CHUNK_BYTES):
                await self.chunks.put(received[start : start + CHUNK_BYTES])
        await self.chunks.put(None)


@dataclass(slots=True)
class Uploads:
    """All recordings that are being heard."""

    ears: Ears
    node: str | None = None
    """In a cluster: where a worker fetches what this node has, whatever way its control link takes."""
    running: dict[str, Upload] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ears.on_recording = self._said

    def begin(self, upload: Upload, opening: OpenRecording) -> None:
        """Gives a recording to a worker. Raises `NoWorkerFree`."""
        ears = self.ears
        worker = ears.registry.choose(opening.language, ears.monotonic())
        if worker is None:
            raise NoWorkerFree("no media worker is there to hear the recording: try again in a moment")
        self.running[upload.recording] = upload
        for track in opening.tracks:  # no open tracks of the worker's: they are not moved, and fill no place
            ears.placements[track] = Placement(upload, worker.id, opening.language)
        ears.links[worker.id].send(opening.model_copy(update={"node": self.node}))

    def finish(self, upload: Upload) -> None:
        """Nothing more is taken of it."""
        self.running.pop(upload.recording, None)
        placed = [self.ears.placements.pop(track, None) for track in upload.speakers]
        links = [self.ears.links.get(one.worker) for one in placed if one is not None]
        for link in links[:1]:
            if link is not None:
                link.send(CloseRecording(recording=upload.recording))

    def of(self, session: str) -> Upload | None:
        """The recording that is being heard for a session."""
        return next((one for one in self.running.values() if one.session == session), None)

    def close(self) -> None:
        """The server stops: what is being heard is over."""
        for upload in tuple(self.running.values()):
            upload.end(RecordingEnd.INTERRUPTED, "the server is stopping: upload it again")

    def _said(self, worker: str, message: RecordingProgress | RecordingEnded) -> None:
        upload = self.running.get(message.recording)
        if upload is None:
            return
        if isinstance(message, RecordingProgress):
            upload.advanced(message)
        else:
            upload.end(message.end, message.detail, message.heard)


@dataclass(frozen=True, slots=True)
class RecordingFetch:
    """`GET /v1/workers/recordings/{recording}`, a WebSocket. `token`: what a worker must bear."""

    uploads: Uploads
    token: str

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Passes a recording's bytes to the worker that fetches them."""
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {self.token}".encode()):
            return problems.response(problems.problem("login-required", "workers need the control token"))
        upload = self.uploads.running.get(request.match_info["recording"])
        if upload is None or upload.fetched:
            return problems.response(problems.problem("not-found", "no such recording is being heard"))
        upload.fetched = True
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        try:
            await _pass_on(upload, socket)
        except ConnectionError:
            _log.info("recording_not_taken", session=upload.session)
        await socket.close()
        return socket


async def _next(body: AsyncIterator[bytes]) -> bytes:
    """The body's next bytes, none at its end."""
    try:
        async with asyncio.timeout(SILENT_SECONDS):
            return await anext(body, b"")
    except (ConnectionError, web.PayloadAccessError, ClientPayloadError):
        raise RecordingInterrupted("the upload broke off: upload the recording again") from None
    except TimeoutError:
        raise RecordingInterrupted(
            f"no more of the recording came for {SILENT_SECONDS:g} s: upload it again"
        ) from None


async def _pass_on(upload: Upload, socket: web.WebSocketResponse) -> None:
    size = 0
    while (chunk := await upload.chunks.get()) is not None:
        await socket.send_bytes(chunk)
        size += len(chunk)
    await socket.send_str(RecordingComplete(size=size).model_dump_json())
    await socket.receive()  # its close
