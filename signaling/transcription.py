"""The consent gate and the state of transcription. Pure: members in, commands out.

The gate is a function of the room as it is (`may_be_heard`), and the open tracks are made to follow it after
every event (`Ear.follow`): there is no path on which a forgotten transition leaves a microphone open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from signaling.commands import CloseTrack, OpenTrack, RoomCommand, Send
from signaling.lateness import Late
from signaling.member import Member
from wire import Role
from wire.browser import LegClose, LegOpen, Presence, TranscriptionStatus

NO_WORKER = "no_worker"
LEG_FAILED = "leg_failed"
SERVER_RESTARTED = "server_restarted"
SERVER_RESTARTING = "server_restarting"
NOT_SAVED = "not_saved"
WORKER_BEHIND = "worker_behind"
WORKER_GONE = frozenset({"worker_lost", "worker_silent"})


@dataclass(slots=True)
class Track:
    """One participant's audio as a media worker hears it. `opened_at` in monotonic seconds."""

    id: str
    participant: str
    opened_at: float
    placed: bool = False
    connected: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a participant who should be heard is not, and when to try again (monotonic seconds)."""

    reason: str
    retry_at: float


class Devices(StrEnum):
    """Whose microphones a room hears."""

    OWN = "own"
    """Everybody's own: a call."""
    ONE = "one"
    """The clinician's, which hears all who are in the room with it."""
    ALONE = "alone"
    """The clinician's, who is alone: a dictation."""


def waiting_for(members: Iterable[Member], devices: Devices = Devices.OWN) -> str | None:
    """Why the people in the call do not let anybody be heard, or None when they do.

    Who dropped counts until the grace time is over: their peer-to-peer call may well still be up. Where one
    device hears a room, everybody named counts until they are known not to be in it.
    """
    called = [
        member for member in members if member.in_call or (devices is Devices.ONE and _may_be_there(member))
    ]
    if any(not member.agrees for member in called):
        declined = any(_declined(member) for member in called)
        return "declined" if declined else "awaiting_consent"
    return None


def _may_be_there(member: Member) -> bool:
    return member.presence not in {Presence.LEFT, Presence.DENIED}


def _declined(member: Member) -> bool:
    return any(member.consents.refuses(purpose) for purpose in member.consents.answers if purpose == "notes")


def may_be_heard(
    members: Iterable[Member], *, wanted: bool, begun: bool, devices: Devices = Devices.OWN
) -> frozenset[str]:
    """Who may be heard: everybody present, once the clinician started and all in the call agreed.

    A clinician who dropped (away) keeps the gate as it was for the others until the grace time is over.
    Where one device hears all, its microphone alone is opened, unless anybody is off the record.
    """
    people = list(members)
    held = any(member.is_clinician and member.in_call for member in people)
    if not (wanted and begun and held) or waiting_for(people, devices) is not None:
        return frozenset()
    heard = [member for member in people if member.is_present and not member.off_record]
    if devices is Devices.OWN:
        return frozenset(member.id for member in heard)
    if any(member.in_call and member.off_record for member in people):
        return frozenset()
    return frozenset(member.id for member in heard if member.is_clinician)


@dataclass(slots=True)
class Ear:
    """What the clinician asked for and which tracks are open; ids are `epoch` plus a counter."""

    epoch: str
    connect_seconds: float
    devices: Devices = Devices.OWN
    wanted: bool = False
    started_once: bool = False
    stopped: str | None = None
    interrupted: bool = False
    stopping: bool = False
    unsaved: bool = False
    tracks: dict[str, Track] = field(default_factory=dict)
    troubles: dict[str, Trouble] = field(default_factory=dict)
    behind: set[str] = field(default_factory=set)
    late: dict[str, Late] = field(default_factory=dict)
    _opened: int = 0

    def stop(self, reason: str) -> None:
        """Ends transcription for good in this session."""
        self.stopped, self.wanted = reason, False

    def resumed(self, was_running: bool) -> None:
        """After a restart of the server: what ran is paused until the clinician starts it again."""
        self.interrupted = was_running

    def follow(
        self, members: Iterable[Member], begun: bool, at: float, reason: str, discard: bool = False
    ) -> list[RoomCommand]:
        """Closes every track the gate no longer allows and opens those it allows. Closing comes first."""
        wanted = self.wanted and self.stopped is None and not self.stopping
        allowed = may_be_heard(members, wanted=wanted, begun=begun, devices=self.devices)
        commands: list[RoomCommand] = []
        for participant in sorted(set(self.tracks) - allowed):
            commands += self.close(participant, reason, discard)
        self.troubles = {who: trouble for who, trouble in self.troubles.items() if who in allowed}
        for participant in sorted(allowed - set(self.tracks)):
            commands += self._open(participant, at)
        return commands

    def close(self, participant: str, reason: str, discard: bool = False) -> list[RoomCommand]:
        """Closes a participant's track, browser first: its audio must stop leaving at once."""
        track = self.tracks.pop(participant, None)
        if track is None:
            return []
        self.behind.discard(track.id)
        self.late.pop(track.id, None)
        told = [Send(participant, LegClose(track=track.id, reason=reason))] if track.placed else []
        return [*told, CloseTrack(participant, track.id, discard)]

    def _open(self, participant: str, at: float) -> list[RoomCommand]:
        trouble = self.troubles.get(participant)
        if trouble is not None and at < trouble.retry_at:
            return []
        self._opened += 1
        track = Track(f"{self.epoch}-{self._opened}", participant, at)
        self.tracks[participant] = track
        return [OpenTrack(participant, track.id)]

    def placed(self, track_id: str) -> list[RoomCommand]:
        """A worker took the track: only now the browser is asked for its audio."""
        for track in self.tracks.values():
            if track.id == track_id:
                track.placed = True
                return [Send(track.participant, LegOpen(track=track_id))]
        return []

    def delayed(self, tracks: Iterable[str], late: Late | None) -> bool:
        """The words of some tracks come late, or in time again (None); whether any of ours are among them."""
        mine = {track.id for track in self.tracks.values()}.intersection(tracks)
        before = dict(self.late)
        for track in mine:
            self.late.pop(track, None)
            if late is not None:
                self.late[track] = late
        return self.late != before

    def retry_now(self, at: float) -> None:
        """A worker is there: who is not heard is tried again at once."""
        self.troubles = {who: Trouble(trouble.reason, at) for who, trouble in self.troubles.items()}

    def track_of(self, participant: str, track: str) -> Track | None:
        """The participant's open track, if it has this id."""
        found = self.tracks.get(participant)
        return found if found is not None and found.id == track else None

    def connected(self, track_id: str) -> None:
        """A worker hears the track."""
        for track in self.tracks.values():
            if track.id == track_id:
                track.connected = True
                self.troubles.pop(track.participant, None)
                self.started_once = True

    def lost(self, track_id: str, reason: str, at: float) -> list[RoomCommand]:
        """A track is lost: the browser's leg closes, and a fresh one is tried (at once, or later)."""
        owner = next((t.participant for t in self.tracks.values() if t.id == track_id), None)
        if owner is None:
            return []
        # A lost worker is replaced at once; everything else gets some air before the next try.
        retry_at = at if reason in WORKER_GONE else at + self.connect_seconds / 2
        commands = self.close(owner, reason)
        self.troubles[owner] = Trouble(reason, retry_at)
        return commands

    def overdue(self, at: float) -> list[RoomCommand]:
        """Gives up on tracks that did not connect in time."""
        opening = [track for track in self.tracks.values() if not track.connected]
        late = [track.id for track in opening if at - track.opened_at >= self.connect_seconds]
        return [command for track in late for command in self.lost(track, LEG_FAILED, at)]

    def status(self, members: Iterable[Member], begun: bool) -> tuple[TranscriptionStatus, str | None]:
        """What every participant's indicator shows, and why."""
        people = list(members)
        server = self._server_status()
        if server is not None:
            return server
        if not self.wanted:
            if self.interrupted:
                return TranscriptionStatus.PAUSED, SERVER_RESTARTED
            paused = (TranscriptionStatus.PAUSED, "paused_by_clinician")
            return paused if self.started_once else (TranscriptionStatus.OFF, None)
        hindrance = _hindrance(people, begun, self.devices)
        if hindrance is not None:
            starting = not self.started_once and hindrance in {"awaiting_consent", "waiting_for_client"}
            return (TranscriptionStatus.STARTING if starting else TranscriptionStatus.PAUSED), hindrance
        return self._running()

    def _server_status(self) -> tuple[TranscriptionStatus, str | None] | None:
        """What the server itself has to say before anything people did."""
        if self.stopped is not None:
            return TranscriptionStatus.STOPPED, self.stopped
        if self.stopping and self.wanted:
            return TranscriptionStatus.PAUSED, SERVER_RESTARTING
        return (TranscriptionStatus.STALLED, NOT_SAVED) if self.unsaved else None

    def _running(self) -> tuple[TranscriptionStatus, str | None]:
        for trouble in self.troubles.values():
            return TranscriptionStatus.STALLED, trouble.reason
        if self.behind:
            return TranscriptionStatus.STALLED, WORKER_BEHIND
        if any(track.connected for track in self.tracks.values()):
            return TranscriptionStatus.ACTIVE, None
        return TranscriptionStatus.STARTING, "connecting"


def _hindrance(people: list[Member], begun: bool, devices: Devices) -> str | None:
    """Why nobody is heard though the clinician started."""
    if not begun:
        return "waiting_for_client"
    if not any(member.is_clinician and member.in_call for member in people):
        return "clinician_absent"
    consent = waiting_for(people, devices)
    if consent is not None:
        return consent
    heard = may_be_heard(people, wanted=True, begun=True, devices=devices)
    if heard:
        return None
    off_record = any(member.in_call and member.off_record for member in people)
    return "off_record" if off_record else "nobody_present"


def is_client(member: Member) -> bool:
    """Whether this person's arrival (with the clinician) begins the call."""
    return member.role is Role.CLIENT
