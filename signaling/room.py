"""The room of one call: events in, commands out. No I/O, no clock, no randomness.

Rules, in one place:
  * the clinician is the host; everybody else knocks and is admitted by name;
  * a second socket of the same participant replaces the first, which is told;
  * a dropped participant is away for a grace time and comes straight back in;
  * the session clock starts when a client is first present together with the clinician;
  * at one device the clock starts when the clinician starts listening;
  * whom one device hears (`Devices.ONE`, people in a room) all agree on their own seats, and only the
    clinician's microphone is opened; a clinician who dictates (`ALONE`) waits for nobody;
  * who is outside the call sees themselves and the clinician, nobody else;
  * nobody is heard unless `signaling.transcription.may_be_heard` says so;
  * SDP, candidates and chat pass only between people present in this room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from signaling import commands as c
from signaling.asking import consented, said
from signaling.lateness import latest
from signaling.member import Member
from signaling.presence import Step, step
from signaling.transcription import Devices, Ear, is_client
from wire import browser as b
from wire.browser import Decision, Presence, Purpose
from wire.control import MAX_VOICES

Commands = list[c.RoomCommand]


@dataclass(frozen=True, slots=True)
class RoomRules:
    """Times of a room in seconds, and the wording versions in force."""

    grace: float
    abandoned: float
    longest: float
    leg_connect: float
    wordings: Mapping[Purpose, str]
    vacant: float = 60.0


OUTSIDE = frozenset({Presence.INVITED, Presence.LEFT, Presence.DENIED})
"""Presences of people who are not in the building: a room of them alone is empty."""


@dataclass(slots=True)
class Room:
    """State of one call. `epoch` makes track ids unique across restarts of the server."""

    session: str
    epoch: str
    rules: RoomRules
    members: dict[str, Member] = field(default_factory=dict)
    began_at: float | None = None
    ended: str | None = None
    empty_since: float | None = None
    devices: Devices = Devices.OWN
    ear: Ear = field(init=False)

    def __post_init__(self) -> None:
        self.ear = Ear(self.epoch, self.rules.leg_connect, self.devices)

    # ------------------------------------------------------------ reading

    def elapsed(self, at: float) -> float | None:
        """The session clock in seconds, None before the call has begun."""
        return None if self.began_at is None else max(0.0, at - self.began_at)

    def view(self, at: float, viewer: str | None = None) -> b.RoomView:
        """A snapshot as `viewer` may see it; the whole room by default."""
        status, reason = self.ear.status(self.members.values(), self.began_at is not None)
        late = latest(list(self.ear.late.values()))
        return b.RoomView(
            session=self.session,
            participants=self._seen_by(viewer),
            transcription=status,
            transcription_reason=reason,
            elapsed=self.elapsed(at),
            delay_seconds=None if late is None else late.seconds,
            catching_up=late is not None and late.catching_up,
            ended=self.ended is not None,
        )

    def _seen_by(self, viewer: str | None) -> tuple[b.ParticipantView, ...]:
        people = self.members.values()
        if viewer is None or self.members[viewer].in_call:
            return tuple(member.view() for member in people)
        outlines = (member for member in people if member.id == viewer or member.is_clinician)
        return tuple(one.view() if one.id == viewer else one.outline() for one in outlines)

    def sharing(self) -> int:
        """How many people share a microphone at the most: more than one where one device hears a room."""
        if self.devices is not Devices.ONE:
            return 1
        return min(
            MAX_VOICES, max(1, sum(member.presence not in OUTSIDE for member in self.members.values()))
        )

    def captions_agreed(self) -> bool:
        """Whether everybody in the call agreed to captions."""
        called = [member for member in self.members.values() if member.in_call]
        return bool(called) and all(member.consents.agrees(Purpose.CAPTIONS) for member in called)

    # ------------------------------------------------------------ events

    def receive(self, event: c.RoomEvent) -> Commands:  # noqa: C901, PLR0911, PLR0912 - one flat table
        """What has to happen because of `event`; once ended, only withdrawals and closing sockets count."""
        if self.ended is not None and not _counts_after_the_end(event):
            return []
        match event:
            case c.Invited():
                return self._invited(event)
            case c.Connected():
                return self._connected(event)
            case c.Disconnected():
                return self._disconnected(event)
            case c.Said():
                return said(self, event)
            case c.Withdrew():
                return self._withdrew(event)
            case c.Revoked():
                return self.leave(event.participant, event.at, "revoked")
            case c.EndAsked():
                return self.end(event.reason, event.at)
            case c.TranscriptGone():
                self.ear.stop(event.reason)
                return self.settle(event.at, event.reason, discard=True)
            case c.TrackPlaced():
                return self.ear.placed(event.track)
            case c.TrackAnswered():
                return self._answered(event)
            case c.TrackConnected():
                self.ear.connected(event.track)
                return [c.Publish()]
            case c.TrackLost():
                lost = self.ear.lost(event.track, event.reason, event.at)
                return lost + self.settle(event.at, event.reason)
            case c.WorkerAvailable():
                self.ear.retry_now(event.at)
                return self.settle(event.at, "reconnect")
            case c.WorkerBehind():
                return self._behind(event)
            case c.WorkerLate(tracks=tracks, late=late):
                return [c.Publish()] if self.ear.delayed(tracks, late) else []
            case c.Unrecorded():
                return self._unrecorded(event)
            case c.Saving(on=on):
                self.ear.unsaved = not on
                return [c.Publish()]
            case c.Stopping():
                self.ear.stopping = True
                return self.settle(event.at, self.closing_reason())
            case c.Tick():
                return self._tick(event.at)
            case _:
                assert_never(event)

    def settle(self, at: float, reason: str, discard: bool = False) -> Commands:
        """Lets the tracks follow the gate, begins the clock when it is time, publishes the room."""
        commands: Commands = []
        for member in self.members.values():
            member.took_part = member.took_part or member.is_present
        if self.began_at is None and self.ended is None and self._call_can_begin():
            self.began_at = at
            commands.append(c.BeginClock(at))
        occupied = any(member.presence not in OUTSIDE for member in self.members.values())
        self.empty_since = None if occupied else (self.empty_since if self.empty_since is not None else at)
        commands += self.ear.follow(self.members.values(), self.began_at is not None, at, reason, discard)
        return [*commands, c.Publish()]

    def _call_can_begin(self) -> bool:
        present = [member for member in self.members.values() if member.is_present]
        if self.devices is not Devices.OWN and not self.ear.wanted:
            return False  # who sits at one device sits there before the session
        together = any(is_client(m) for m in present) or self.devices is Devices.ALONE
        return together and any(m.is_clinician for m in present)

    def _invited(self, event: c.Invited) -> Commands:
        member = self.members.get(event.participant)
        if member is None:
            self.members[event.participant] = Member(event.participant, event.name, event.role)
            return [c.Publish()]
        member.presence = step(member.presence, Step.INVITE) or member.presence
        return [c.Publish()]

    def _connected(self, event: c.Connected) -> Commands:
        member = self.members[event.participant]
        presence = step(member.presence, Step.HOST_CONNECT if member.is_clinician else Step.CONNECT)
        if presence is None:
            denied = b.Ended(reason="denied")
            return [c.Drop(member.id, event.connection, denied)]
        commands: Commands = []
        if member.connection is not None:
            commands.append(c.Drop(member.id, member.connection, b.Replaced()))
        # The browser that held the old audio leg is gone (or another tab): the new one opens its own.
        commands += [x for x in self.ear.close(member.id, "reconnect") if isinstance(x, c.CloseTrack)]
        member.connection, member.presence, member.away_since = event.connection, presence, None
        return commands + self.settle(event.at, self.closing_reason())

    def _disconnected(self, event: c.Disconnected) -> Commands:
        member = self.members.get(event.participant)
        if member is None or member.connection != event.connection:
            return []  # a replaced socket closes: the person is still here
        member.connection = None
        if self.ended is not None:
            return []
        member.presence = step(member.presence, Step.DROP) or member.presence
        if member.presence is Presence.AWAY:
            member.away_since = event.at
        return self.settle(event.at, "disconnected")

    def _withdrew(self, event: c.Withdrew) -> Commands:
        member = self.members.get(event.participant)
        if member is None:
            return []
        said = b.Consent(purpose=event.purpose, decision=Decision.WITHDRAW, wording=event.wording)
        return consented(self, member, said, event.at)

    def _unrecorded(self, event: c.Unrecorded) -> Commands:
        """Nobody is heard on an agreement that is not on record; the question is open again."""
        member = self.members.get(event.participant)
        if member is None or member.consents.answers.get(event.purpose) is not Decision.AGREE:
            return []
        del member.consents.answers[event.purpose]
        told = b.Error(
            code="consent_not_recorded", detail="your answer could not be put on record; answer again"
        )
        return [*self.settle(event.at, "consent_not_recorded", discard=True), c.Send(member.id, told)]

    def _tick(self, at: float) -> Commands:
        if self.began_at is not None and at - self.began_at >= self.rules.longest:
            return self.end("time_over", at)
        if self._abandoned(at):
            return self.end("abandoned", at)
        if self.began_at is None and self._empty_for(self.rules.vacant, at):
            return [c.Vacate()]
        commands = self.ear.overdue(at)
        for member in self.members.values():
            if member.away_since is not None and at - member.away_since >= self.rules.grace:
                member.presence = step(member.presence, Step.EXPIRE) or member.presence
                member.away_since = None
                commands.append(c.RecordStep(member.id, "left", member.id))
        before = len(commands)
        settled = self.settle(at, self.closing_reason())
        return commands + settled if before or len(settled) > 1 else []

    def _abandoned(self, at: float) -> bool:
        return self.began_at is not None and self._empty_for(self.rules.abandoned, at)

    def _empty_for(self, seconds: float, at: float) -> bool:
        return self.empty_since is not None and at - self.empty_since >= seconds

    def _answered(self, event: c.TrackAnswered) -> Commands:
        owner = next((t.participant for t in self.ear.tracks.values() if t.id == event.track), None)
        return [] if owner is None else [c.Send(owner, b.LegAnswer(track=event.track, sdp=event.sdp))]

    def _behind(self, event: c.WorkerBehind) -> Commands:
        mine = {track.id for track in self.ear.tracks.values()} & event.tracks
        behind = self.ear.behind | mine if event.behind else self.ear.behind - mine
        if behind == self.ear.behind:
            return []
        self.ear.behind = behind
        return [c.Publish()]

    def closing_reason(self) -> str:
        """Why tracks close now, as the browser is told."""
        _, reason = self.ear.status(self.members.values(), self.began_at is not None)
        return reason or "paused"

    def leave(self, who: str, at: float, reason: str) -> Commands:
        """Somebody leaves for good (they may be invited or knock again)."""
        member = self.members.get(who)
        if member is None:
            return []
        member.presence = step(member.presence, Step.LEAVE) or member.presence
        commands: Commands = [c.RecordStep(who, "left", who)]
        if member.connection is not None:
            commands.append(c.Drop(who, member.connection, b.Ended(reason=reason)))
        member.connection, member.away_since = None, None
        return commands + self.settle(at, "left")

    def end(self, reason: str, at: float) -> Commands:
        """The session is over for everyone: tracks close first, then people are told."""
        self.ear.wanted = False
        commands: Commands = self.settle(at, "ended")
        self.ended = reason
        commands.append(c.Publish())
        for member in self.members.values():
            if member.connection is not None:
                commands.append(c.Send(member.id, b.Ended(reason=reason)))
        return [*commands, c.Finish(reason)]


def _counts_after_the_end(event: c.RoomEvent) -> bool:
    match event:
        case c.Disconnected() | c.Withdrew():
            return True
        case c.Said(message=b.Consent(decision=Decision.WITHDRAW)):
            return True
        case _:
            return False
