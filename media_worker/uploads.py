"""Uploaded recordings, heard as fast as the machine can: bytes from signaling, words to it.

Three hands pass the sound on, each waiting for the next: the socket (`fetching`), a thread that decodes and
cuts it (`streamed`, `cutting`), and the scheduler, which decodes windows of recordings when no call has
any. Sound leaves memory with its window's words; a minute of it waits at most.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import structlog

from media_worker.errors import (
    IndexAtTheEnd,
    NoAudioStream,
    NotARecording,
    RecordingEmpty,
    RecordingError,
    RecordingInterrupted,
    RecordingTooLong,
    RecordingTruncated,
    RecordingUnsupported,
    TooManyChannels,
)
from media_worker.fetching import Fetching, fetching
from media_worker.hearing import Window
from media_worker.reading import Reading, RecordedTrack, Step
from media_worker.scheduler import Scheduler
from media_worker.settings import EarSettings
from media_worker.streamed import Incoming, StreamedRecording
from media_worker.voices.separation import Models
from wire.control import Recognised, WorkerMessage
from wire.recordings import OpenRecording, RecordingEnd, RecordingEnded, RecordingProgress

log = structlog.get_logger(__name__)

MOST_AT_ONCE = 2
"""Recordings a worker hears at once; each has a thread."""

MOST_WAITING_SECONDS = 60.0
"""Speech of one recording that waits for the decoders; beyond it no more of the file is read."""

PROGRESS_SECONDS = 0.5

_ENDS: dict[type[RecordingError], RecordingEnd] = {
    RecordingEmpty: RecordingEnd.EMPTY,
    NotARecording: RecordingEnd.NOT_A_RECORDING,
    RecordingUnsupported: RecordingEnd.UNSUPPORTED,
    NoAudioStream: RecordingEnd.NO_AUDIO,
    TooManyChannels: RecordingEnd.WRONG_CHANNELS,
    RecordingTooLong: RecordingEnd.TOO_LONG,
    IndexAtTheEnd: RecordingEnd.INDEX_AT_THE_END,
    RecordingTruncated: RecordingEnd.TRUNCATED,
    RecordingInterrupted: RecordingEnd.INTERRUPTED,
}


@dataclass(frozen=True)
class Meters:
    """Where what an upload costs is noted: CPU seconds of a decode, seconds of sound."""

    spent: Callable[[float], None]
    heard: Callable[[float], None]


class Upload:
    """One recording, from `open_recording` to `recording_ended`."""

    def __init__(
        self,
        opened: OpenRecording,
        settings: EarSettings,
        scheduler: Scheduler,
        send: Callable[[WorkerMessage], None],
        meters: Meters,
        voices: Models | None = None,
    ) -> None:
        self._voices = voices
        self._opened = opened
        self._scheduler = scheduler
        self._send = send
        self._meters = meters
        self._tracks = [RecordedTrack(name, opened, settings) for name in opened.tracks]
        self._waiting = 0.0
        self._room = asyncio.Event()
        self._heard = 0.0
        self._decoded_to = self._told = 0.0
        self._reading: Reading | None = None
        self._fault: RecordingError | None = None

    async def run(self, control_url: str, token: str) -> None:
        """Hears the recording and says how it ended. Cancelled, it forgets everything and says nothing."""
        end, detail = RecordingEnd.DONE, ""
        try:
            async with fetching(control_url, self._opened.recording, token) as chunks:
                await self._hear(chunks)
            if self._fault is not None:
                raise self._fault
        except RecordingError as error:
            end, detail = _ENDS.get(type(error), RecordingEnd.FAILED), error.detail
        finally:
            for track in self._tracks:
                self._scheduler.drop(track.name)
        heard = round(self._heard, 2)
        log.info("recording_ended", session=self._opened.session, end=end.value, seconds=heard)
        self._send(RecordingEnded(recording=self._opened.recording, end=end, heard=heard, detail=detail))

    async def _hear(self, chunks: Fetching) -> None:
        """Reads, cuts and decodes to the end of the file, or of what can be read of it."""
        loop = asyncio.get_running_loop()
        thread = ThreadPoolExecutor(1, thread_name_prefix="recording")
        incoming = Incoming(chunks, self._opened.size)
        reading = self._reading = Reading(self._opened, self._tracks, incoming, self._voices)
        try:
            recording = await loop.run_in_executor(thread, reading.open)
            steps = reading.steps(recording)
            while (step := await loop.run_in_executor(thread, next, steps, None)) is not None:
                await self._take(step, recording)
            await self._decoded(0.0)
            if self._opened.voices > 1:
                for message in await loop.run_in_executor(thread, reading.settled):
                    self._send(message)
                self._meters.spent(reading.voices_cpu)
            self._progress(recording, last=True)
            self._fault = reading.fault
        except RecordingError as error:
            self._fault = error
        finally:
            thread.submit(reading.close)  # behind whatever it does at this moment
            thread.shutdown(wait=False)
        if chunks.interrupted:
            self._fault = RecordingInterrupted("the upload broke off: upload the recording again")

    async def _take(self, step: Step, recording: StreamedRecording) -> None:
        """Submits a step's windows and waits until there is room for more."""
        self._meters.heard(step.heard - self._heard)
        self._heard = step.heard
        now = asyncio.get_running_loop().time()
        for track, window in step.windows:
            self._waiting += window.seconds
            self._scheduler.submit(track.job(window, now, self._done, self._said))
        await self._decoded(MOST_WAITING_SECONDS)
        self._progress(recording)

    def _said(self, message: WorkerMessage) -> None:
        self._send(message)
        if isinstance(message, Recognised) and self._reading is not None:
            self._reading.said(message)

    def _done(self, window: Window, cpu: float) -> None:
        self._meters.spent(cpu)
        self._waiting -= window.seconds
        self._room.set()

    async def _decoded(self, most: float) -> None:
        """Waits until at most so many seconds wait to be decoded."""
        while self._waiting > most + 1e-6:
            self._room.clear()
            await self._room.wait()

    def _progress(self, recording: StreamedRecording, *, last: bool = False) -> None:
        now = asyncio.get_running_loop().time()
        if not last and now - self._told < PROGRESS_SECONDS:
            return
        self._told = now
        total, estimated = (self._heard, False) if last else recording.total(self._heard)
        self._decoded_to = max(self._decoded_to, self._heard - self._waiting)
        message = RecordingProgress(
            recording=self._opened.recording,
            heard=round(self._decoded_to, 2),
            total=None if total is None else round(total, 2),
            estimated=estimated,
        )
        self._send(message)


class Uploads:
    """The recordings a worker hears, each in a task of its own."""

    def __init__(
        self, settings: EarSettings, scheduler: Scheduler, token: str, voices: Models | None = None
    ) -> None:
        self._voices = voices
        self._settings = settings
        self._scheduler = scheduler
        self._token = token
        self._running: dict[str, asyncio.Task[None]] = {}

    def __len__(self) -> int:
        return len(self._running)

    @property
    def tasks(self) -> tuple[asyncio.Task[None], ...]:
        """Those at work."""
        return tuple(self._running.values())

    def open(
        self,
        opened: OpenRecording,
        control_url: str,
        tasks: asyncio.TaskGroup,
        send: Callable[[WorkerMessage], None],
        meters: Meters,
    ) -> None:
        """Begins to hear a recording; says so when there is no room for another."""
        if len(self._running) >= MOST_AT_ONCE or opened.recording in self._running:
            detail = f"{MOST_AT_ONCE} recordings are being heard already: wait for one of them"
            send(RecordingEnded(recording=opened.recording, end=RecordingEnd.BUSY, detail=detail))
            return
        upload = Upload(opened, self._settings, self._scheduler, send, meters, self._voices)
        task = tasks.create_task(self._supervise(upload, opened, control_url, send))
        self._running[opened.recording] = task
        task.add_done_callback(lambda _: self._running.pop(opened.recording, None))
        log.info("recording_open", session=opened.session, tracks=len(opened.tracks))

    def close(self, recording: str) -> None:
        """Stops hearing one and forgets it; one that is not known has ended by itself.

        It makes room for another at once: its thread and its socket are let go of within a second or so.
        """
        task = self._running.pop(recording, None)
        if task is not None:
            task.cancel()

    def close_all(self) -> None:
        """Stops hearing all: the worker leaves, and whoever sends them is told by the broken connection."""
        for recording in tuple(self._running):
            self.close(recording)

    async def _supervise(
        self, upload: Upload, opened: OpenRecording, control_url: str, send: Callable[[WorkerMessage], None]
    ) -> None:
        """One broken recording must not touch the others."""
        try:
            await upload.run(control_url, self._token)
        except Exception as error:  # noqa: BLE001 - supervisor
            # Its text and frames could hold words: only the type is logged.
            log.error("recording_failed", session=opened.session, error=type(error).__name__)  # noqa: TRY400
            detail = "the recording could not be heard: try it again"
            send(RecordingEnded(recording=opened.recording, end=RecordingEnd.FAILED, detail=detail))
