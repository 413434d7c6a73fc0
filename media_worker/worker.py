"""The media worker: many tracks, one scheduler, one control link."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

import structlog

from media_worker.clock import SessionOrigin, TrackClock
from media_worker.ear import Ear, Voice
from media_worker.ears import ear_of, scheduler_of
from media_worker.energy import EnergyMeter
from media_worker.errors import TrackError, UnknownTrack, WorkerDraining, WorkerFull
from media_worker.hearing import Listener
from media_worker.link import Backoff, ControlLink, Outbox
from media_worker.links import Links
from media_worker.powercap import package_meter
from media_worker.process_memory import give_back_freed
from media_worker.settings import EarSettings
from media_worker.track import Hears, LiveTrack
from media_worker.uploads import Meters, Uploads
from media_worker.voices.ear import Shared, VoiceRoom, VoicesEar
from media_worker.voices.separation import Models
from wire import WIRE_VERSION
from wire.control import (
    CloseTrack,
    ControlError,
    ControlMessage,
    Drain,
    Heartbeat,
    HeartbeatAck,
    Nodes,
    OpenTrack,
    Recognised,
    Register,
    Registered,
    TrackCandidate,
    TrackOffer,
    TrackRefused,
    TrackState,
    VoicesSettled,
)
from wire.recordings import CloseRecording, OpenRecording

log = structlog.get_logger(__name__)

_TICK = 0.25
_ENERGY_SECONDS = 5.0


@dataclass(frozen=True)
class Dial:
    """Where and as whom the worker registers."""

    url: str
    token: str
    worker: str
    model: str
    languages: tuple[str, ...]
    capacity: int
    speed: float | None = None


class Worker:
    """Owns the tracks. `run` returns when it has drained or raises when it may not work."""

    def __init__(
        self,
        settings: EarSettings,
        dial: Dial,
        listener: Listener,
        backoff: Backoff | None = None,
        *,
        voices: Models | None = None,
    ) -> None:
        self._settings = settings
        self._voices = None if voices is None else VoiceRoom(voices)
        self._scheduler = scheduler_of(settings, listener)
        register = Register(
            version=WIRE_VERSION,
            worker=dial.worker,
            model=dial.model,
            languages=dial.languages,
            capacity=dial.capacity,
            speed=dial.speed,
            separates_voices=voices is not None,
        )
        self._links = Links(
            dial.url,
            lambda url: ControlLink(url, dial.token, register, self.receive, self._heartbeat, backoff),
        )
        self._uploads = Uploads(settings, self._scheduler, dial.token, voices)
        self._languages = dial.languages
        self._capacity = dial.capacity
        self._energy = EnergyMeter(time.process_time())
        self._package = package_meter()
        self._tracks: dict[str, LiveTrack] = {}
        self._owners: dict[str, ControlLink] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._draining = False
        self._leaving = asyncio.Event()
        self._tasks: asyncio.TaskGroup | None = None

    async def run(self) -> None:
        """Serves until drained.

        Raises:
            ExceptionGroup: of `LinkRefused`, when signaling refuses this worker for good; of
                `DecoderBroken`, when only a fresh process can hear (signaling sees the link end).
        """
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            services = [
                tasks.create_task(self._scheduler.run()),
                tasks.create_task(self._links.run()),
                tasks.create_task(self._tick()),
                tasks.create_task(give_back_freed()),
            ]
            await self._leaving.wait()
            await self._finish()
            for service in services:
                service.cancel()

    def leave(self) -> None:
        """Closes every track, sends the finals and leaves: what SIGTERM asks for."""
        self._draining = True
        for track_id in list(self._tracks):
            self._close(CloseTrack(track=track_id))
        self._uploads.close_all()
        self._leaving.set()

    def receive(self, link: ControlLink, message: ControlMessage) -> None:
        """Takes a message from a node. A message for no known track is refused, never fatal."""
        try:
            self._act(link, message)
        except TrackError as error:
            track = getattr(message, "track", "")
            link.outbox.put(
                TrackRefused.model_validate({"track": track, "code": error.code, "detail": error.detail})
            )

    def _act(self, link: ControlLink, message: ControlMessage) -> None:
        match message:
            case OpenTrack():
                self._open(link, message)
            case TrackOffer() | TrackCandidate():
                self._track(message.track).receive(message)
            case CloseTrack():
                self._close(message)
            case OpenRecording():
                self._open_recording(link, message)
            case CloseRecording(recording=recording):
                self._uploads.close(recording)
            case Nodes():
                self._links.learn(link, message)
            case Drain():
                self._draining = True
                self._leave_when_empty()
            case ControlError():
                log.warning("refused_by_signaling", code=message.code, fatal=message.fatal)
            case Registered() | HeartbeatAck():
                pass
            case _:
                assert_never(message)

    def _track(self, track_id: str) -> LiveTrack:
        if track_id not in self._tracks:
            raise UnknownTrack("this track was not opened here: send open_track first")
        return self._tracks[track_id]

    def _open(self, link: ControlLink, message: OpenTrack) -> None:
        if self._draining:
            raise WorkerDraining("this worker is leaving: open the track on another")
        if len(self._tracks) >= self._capacity:
            raise WorkerFull(f"{self._capacity} tracks are heard already: open it on another worker")
        if message.track in self._tracks:  # signaling began anew; the old leg is worth nothing
            self._close(CloseTrack(track=message.track, discard=True))
        now = asyncio.get_running_loop().time()
        origin = SessionOrigin.received(message.session_time, now, link.round_trip)
        track = LiveTrack(
            message,
            origin,
            lambda clock: self._ear(message, clock, link),
            link.send,
            lambda seconds: self._energy.heard(message.session, seconds),
        )
        self._tracks[message.track], self._owners[message.track] = track, link
        if self._tasks is not None:
            task = self._tasks.create_task(self._supervise(message.track, track, link))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        if message.language not in self._languages:
            log.warning("language_unknown_to_model", track=message.track, language=message.language)
        log.info("track_open", session=message.session, track=message.track, tracks=len(self._tracks))

    def _open_recording(self, link: ControlLink, message: OpenRecording) -> None:
        meters = Meters(
            lambda cpu: self._energy.recognised(message.session, cpu),
            lambda seconds: self._energy.heard(message.session, seconds),
        )
        if self._tasks is not None:
            self._uploads.open(message, message.node or link.url, self._tasks, link.send, meters)

    def _ear(self, message: OpenTrack, clock: TrackClock, link: ControlLink) -> Hears:
        def spent(cpu: float) -> None:
            self._energy.recognised(message.session, cpu)

        def ear(emit: Callable[[Recognised], None]) -> Ear:
            voice = Voice(message.track, message.language, message.vocabulary)
            return ear_of(self._settings, voice, clock, self._scheduler, emit, spent)

        if message.voices == 1:
            return ear(link.send)
        if self._voices is None:
            log.warning("voices_not_separated", track=message.track, fix="attune doctor tells")
            link.send(VoicesSettled(track=message.track, parts=(), settled=True))
            return ear(link.send)
        shared = Shared(message.track, message.voices)
        return VoicesEar(shared, clock, self._voices, ear, link.send, spent)

    def _close(self, message: CloseTrack) -> None:
        self._track(message.track).receive(message)

    async def _supervise(self, track_id: str, track: LiveTrack, link: ControlLink) -> None:
        """One broken track must not touch the others."""
        try:
            await track.run()
        except Exception as error:  # noqa: BLE001 - supervisor
            # Its text and frames could hold words: only the type is logged.
            log.error(  # noqa: TRY400
                "track_failed", track=track_id, error=_kind(error)
            )
            link.outbox.put(TrackState(track=track_id, state="failed", detail="internal"))
        finally:
            if self._tracks.get(track_id) is track:
                del self._tracks[track_id]
                del self._owners[track_id]
            self._leave_when_empty()

    def _leave_when_empty(self) -> None:
        if self._draining and not self._tracks and not self._uploads:
            self._leaving.set()

    async def _tick(self) -> None:
        """Stalls, a link gone for too long, and the energy report."""
        reported = time.monotonic()
        while True:
            await asyncio.sleep(_TICK)
            for track in list(self._tracks.values()):
                track.stalled(self._settings.stall_seconds)
            for link in self._links:
                if link.away() > self._settings.link_grace_seconds:
                    self._abandon(link.outbox)
            self._links.look_after(self._settings.link_grace_seconds)
            kept = [link.outbox for link in self._links]
            for owner in set(self._owners.values()):
                if owner.outbox not in kept:  # its node refuses this worker, or is gone for good
                    self._abandon(owner.outbox)
            if time.monotonic() - reported >= _ENERGY_SECONDS:
                reported = time.monotonic()
                self._report_energy()

    def _abandon(self, outbox: Outbox) -> None:
        """Nobody will ask for the words of a node that is gone: the audio goes."""
        for track_id, owner in list(self._owners.items()):
            if owner.outbox is outbox:
                self._close(CloseTrack(track=track_id, discard=True))
        outbox.clear()

    def _report_energy(self) -> None:
        used = None if self._package is None else self._package.interval()
        for report in self._energy.report(time.process_time(), used):
            self._links.tell(report)

    async def _finish(self) -> None:
        """Waits for tracks to flush and the outbox to empty, at most `drain_seconds`."""
        try:
            async with asyncio.timeout(self._settings.drain_seconds):
                while self._running:
                    await asyncio.wait(set(self._running))
                self._report_energy()
                await self._links.sent()
        except TimeoutError:
            log.warning("drain_cut_short", tracks=len(self._tracks))
        for task in list(self._running):
            task.cancel()

    def _heartbeat(self, link: ControlLink) -> Heartbeat:
        """A node is told of its own tracks, and how much the others make this worker do."""
        load = self._scheduler.load()
        own = [track for name, track in self._tracks.items() if self._owners[name].outbox is link.outbox]
        return Heartbeat(
            sent_at=asyncio.get_running_loop().time(),
            tracks=tuple(track.progress() for track in own),
            elsewhere=len(self._tracks) - len(own),
            backlog_seconds=load.backlog_seconds,
            oldest_wait=load.oldest_wait,
        )


def _kind(error: BaseException) -> str:
    """The type of an error, or of the first in a group: never its words."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return type(error).__name__
