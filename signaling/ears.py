"""Sends each track to a media worker and brings back what it hears. Knows workers, not rooms' rules.

A worker is lost when its link closes or its heartbeats stop: its tracks are reported lost at once, and the
rooms open fresh ones elsewhere. Words that a lost worker still delivers when its link comes back are taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, assert_never

from signaling import commands as c
from signaling.logs import get_logger
from signaling.workers import FULL_SECONDS, Registry
from wire import IceServer
from wire import control as w
from wire import recordings as r
from wire.browser import CandidateInit

RELIEF_SECONDS = 15.0
"""A worker that is behind for so long gives its tracks to another, if there is one."""

_log = get_logger()


class Link(Protocol):
    """The sending side of a worker's control link."""

    def send(self, message: w.ControlMessage) -> None:
        """Queues a message."""

    def close(self) -> None:
        """Closes the link."""


class Listener(Protocol):
    """A room, as the ears know it."""

    @property
    def session(self) -> str:
        """The session's id."""

    def receive(self, event: c.RoomEvent) -> None:
        """Something happened to a track."""

    def recognised(self, message: w.Recognised) -> None:
        """Words of one of the room's tracks."""

    def voiced(self, message: w.VoicesSettled) -> None:
        """It is known better who said what on a track that people share."""

    def flushed(self, track: str) -> None:
        """No more words come from this track."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """How a track is to be heard; `session_time` on the session clock, `vocabulary` holds names."""

    session_time: float
    language: str
    vocabulary: tuple[str, ...] = field(default=(), repr=False)
    voices: int = 1


@dataclass(slots=True)
class Placement:
    """Where a track is heard. `orphaned`: its worker's link is gone."""

    listener: Listener
    worker: str
    language: str
    orphaned: bool = False


@dataclass(slots=True)
class Ears:
    """All workers' links and all tracks. `monotonic` gives seconds."""

    registry: Registry
    monotonic: Callable[[], float]
    ice_servers: tuple[IceServer, ...] = ()
    on_energy: Callable[[w.EnergyUsed], None] = lambda used: None
    on_words_missing: Callable[[str], None] = lambda session: None
    on_recording: Callable[[str, r.RecordingProgress | r.RecordingEnded], None] = lambda worker, message: None
    links: dict[str, Link] = field(default_factory=dict)
    placements: dict[str, Placement] = field(default_factory=dict)
    listeners: set[Listener] = field(default_factory=set)

    # ------------------------------------------------------------ what rooms ask

    def open(
        self,
        listener: Listener,
        track: str,
        asked: Hearing,
    ) -> bool:
        """Gives a track to the freest worker; tells the room when there is none (False)."""
        worker = self.registry.choose(asked.language, self.monotonic())
        if worker is None:
            reason = "no_worker" if self.registry.speaks(asked.language) else "language_unknown"
            listener.receive(c.TrackLost(track, reason, self.monotonic()))
            return False
        self.registry.assign(worker.id, track)
        self.placements[track] = Placement(listener, worker.id, asked.language)
        opening = w.OpenTrack(
            session=listener.session,
            track=track,
            session_time=asked.session_time,
            language=asked.language,
            vocabulary=asked.vocabulary,
            voices=asked.voices,
            ice_servers=self.ice_servers,
        )
        self._to(track, opening)
        listener.receive(c.TrackPlaced(track, self.monotonic()))
        return True

    def offer(self, track: str, sdp: str) -> None:
        """Passes a browser's SDP offer on."""
        self._to(track, w.TrackOffer(track=track, sdp=sdp))

    def candidate(self, track: str, candidate: CandidateInit) -> None:
        """Passes a browser's ICE candidate on."""
        self._to(track, w.TrackCandidate(track=track, candidate=candidate))

    def close(self, track: str, discard: bool) -> None:
        """Ends a track; its last words still come, unless discarded."""
        self._to(track, w.CloseTrack(track=track, discard=discard))
        self.registry.release(track)
        if discard:
            self._forget(track)

    def leave(self, listener: Listener) -> None:
        """A room is gone: whatever its tracks still say is dropped, and its session is told of that."""
        self.listeners.discard(listener)
        mine = [track for track, placed in self.placements.items() if placed.listener is listener]
        for track in mine:
            self.registry.release(track)
            del self.placements[track]
        if mine:
            self.on_words_missing(listener.session)

    def _to(self, track: str, message: w.ControlMessage) -> None:
        placed = self.placements.get(track)
        link = self.links.get(placed.worker) if placed is not None else None
        if link is not None:
            link.send(message)

    def _forget(self, track: str) -> None:
        placed = self.placements.pop(track, None)
        self.registry.release(track)
        if placed is not None:
            placed.listener.flushed(track)

    # ------------------------------------------------------------ what workers say

    def registered(self, link: Link, message: w.Register) -> None:
        """A worker is there (again)."""
        older = self.links.pop(message.worker, None)
        if older is not None:
            older.close()
            self._orphan(message.worker, "worker_lost")
        self.registry.register(message, self.monotonic())
        self.links[message.worker] = link
        _log.info("worker_registered", worker=message.worker, model=message.model, capacity=message.capacity)
        for track, placed in list(self.placements.items()):
            if placed.orphaned and placed.worker == message.worker:
                link.send(w.CloseTrack(track=track))  # it may still hold words: let it finish them
        self._announce()

    def lost(self, worker: str, link: Link, reason: str = "worker_lost") -> None:
        """A worker's link closed; a link that was replaced already does not count."""
        if self.links.get(worker) is not link:
            return
        del self.links[worker]
        _log.warning("worker_lost", worker=worker, reason=reason, tracks=len(self.registry.remove(worker)))
        self._orphan(worker, reason)

    def _orphan(self, worker: str, reason: str) -> None:
        self.registry.remove(worker)
        for track, placed in list(self.placements.items()):
            if placed.worker == worker and not placed.orphaned:
                placed.orphaned = True
                placed.listener.receive(c.TrackLost(track, reason, self.monotonic()))
                placed.listener.flushed(track)

    def tick(self) -> None:
        """Gives up on silent workers; relieves those that are behind for long."""
        for worker in self.registry.expired(self.monotonic()):
            link = self.links.get(worker)
            if link is not None:
                self.lost(worker, link, "worker_silent")
                link.close()
        for worker in self.registry.behind_for(RELIEF_SECONDS, self.monotonic()):
            self._relieve(worker)

    def _relieve(self, worker: str) -> None:
        """Moves a slow worker's open tracks to workers that take them; it finishes what it heard."""
        for track in sorted(self.registry.workers[worker].tracks):
            placed, at = self.placements.get(track), self.monotonic()
            if placed is not None and self.registry.choose(placed.language, at) is not None:
                _log.warning("track_moved", worker=worker, track=track)
                placed.listener.receive(c.TrackLost(track, "worker_lost", at))

    def tell_nodes(self, nodes: w.Nodes) -> None:
        """Lets every worker know which nodes there are now."""
        for link in tuple(self.links.values()):
            link.send(nodes)

    def _announce(self) -> None:
        for listener in tuple(self.listeners):
            listener.receive(c.WorkerAvailable(self.monotonic()))

    def received(self, worker: str, message: w.WorkerMessage) -> None:
        """Handles one message of a registered worker; what is not its own track is refused."""
        match message:
            case w.Register():
                self._refuse(worker, "already_registered", "register is said once")
            case w.Heartbeat():
                self._beat(worker, message)
            case w.EnergyUsed():
                self.on_energy(message)
            case r.RecordingProgress() | r.RecordingEnded():
                self.on_recording(worker, message)
            case (
                w.TrackAnswer()
                | w.TrackState()
                | w.TrackRefused()
                | w.Recognised()
                | w.VoicesSettled()
                | w.TrackFlushed()
            ):
                placed = self.placements.get(message.track)
                if placed is None or placed.worker != worker:
                    self._refuse(worker, "unknown_track", "this track is not open on this worker")
                else:
                    self._of_track(placed, message)
            case _:
                assert_never(message)

    def _of_track(
        self,
        placed: Placement,
        message: w.TrackAnswer
        | w.TrackState
        | w.TrackRefused
        | w.Recognised
        | w.VoicesSettled
        | w.TrackFlushed,
    ) -> None:
        at = self.monotonic()
        match message:
            case w.Recognised():
                if message.is_lost:
                    self.on_words_missing(placed.listener.session)
                placed.listener.recognised(message)
            case w.TrackAnswer(track=track, sdp=sdp):
                placed.listener.receive(c.TrackAnswered(track, sdp, at))
            case w.TrackState(track=track, state="connected"):
                placed.listener.receive(c.TrackConnected(track, at))
            case w.TrackState(track=track, state="failed" | "closed"):
                placed.listener.receive(c.TrackLost(track, "leg_failed", at))
            case w.TrackState():
                pass  # connecting: nothing to tell anybody
            case w.VoicesSettled():
                placed.listener.voiced(message)
            case w.TrackRefused():
                self._refused(placed, message, at)
            case w.TrackFlushed(track=track):
                self._forget(track)
            case _:
                assert_never(message)

    def _refused(self, placed: Placement, message: w.TrackRefused, at: float) -> None:
        _log.warning("track_refused", worker=placed.worker, track=message.track, code=message.code)
        worker = self.registry.workers.get(placed.worker)
        if worker is not None and message.code == "draining":
            worker.draining = True
        elif worker is not None and message.code == "full":
            worker.full_until = at + FULL_SECONDS
        moves = message.code in {"draining", "full"}
        self._forget(message.track)
        reason = "worker_lost" if moves else message.code
        placed.listener.receive(c.TrackLost(message.track, reason, at))

    def _beat(self, worker: str, message: w.Heartbeat) -> None:
        changed = self.registry.beat(worker, message, self.monotonic())
        link = self.links.get(worker)
        if link is not None:
            link.send(w.HeartbeatAck(sent_at=message.sent_at))
            for progress in message.tracks:
                placed = self.placements.get(progress.track)
                if placed is None or placed.worker != worker:  # nobody waits for its words any more
                    link.send(w.CloseTrack(track=progress.track, discard=True))
        tracks = frozenset(track for track, placed in self.placements.items() if placed.worker == worker)
        self._tell_lateness(worker, message.oldest_wait, tracks)
        if changed is None:
            return
        for listener in {self.placements[track].listener for track in tracks}:
            listener.receive(c.WorkerBehind(tracks, changed, self.monotonic()))
        if not changed:
            self._announce()

    def _tell_lateness(self, worker: str, oldest_wait: float, tracks: frozenset[str]) -> None:
        known = self.registry.workers.get(worker)
        if known is None or not known.lateness.beat(oldest_wait):
            return
        for listener in {self.placements[track].listener for track in tracks}:
            listener.receive(c.WorkerLate(tracks, known.lateness.shown, self.monotonic()))

    def _refuse(self, worker: str, code: str, detail: str) -> None:
        link = self.links.get(worker)
        if link is not None:
            link.send(w.ControlError(code=code, detail=detail))
