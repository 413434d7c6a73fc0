"""What people in a room ask for, message by message. Pure: one function, one flat table of cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from signaling import commands as c
from signaling.consent import ConsentRefused
from signaling.member import Member
from signaling.presence import Step, step
from signaling.relay import relayed
from signaling.transcription import LEG_FAILED, Trouble
from wire import browser as b
from wire.browser import Presence

if TYPE_CHECKING:
    from signaling.room import Room

Commands = list[c.RoomCommand]


def said(room: Room, event: c.Said) -> Commands:  # noqa: C901, PLR0911, PLR0912 - one flat table
    """What follows from a participant's message; refusals are answers too."""
    member = room.members.get(event.participant)
    if member is None or member.connection != event.connection:
        return []  # the last words of a replaced socket
    match event.message:
        case b.Hello():
            return _refuse(member, "already_welcome", "hello is said once")
        case b.Ping(at=at):
            return [c.Send(member.id, b.Pong(at=at, elapsed=room.elapsed(event.at)))]
        case b.Knock():
            return _take(room, member, member.id, Step.KNOCK, event.at)
        case b.Admit(participant=who):
            return _host(member, lambda: _take(room, member, who, Step.ADMIT, event.at))
        case b.Deny(participant=who):
            return _host(member, lambda: _take(room, member, who, Step.DENY, event.at))
        case b.Consent():
            return consented(room, member, event.message, event.at)
        case b.StartTranscription():
            return _host(member, lambda: _start(room, member, event.at))
        case b.PauseTranscription():
            return _host(member, lambda: _pause(room, member, event.at))
        case b.OffRecord(on=on):
            if member.off_record == on:
                return []  # said again: nothing new to put on record
            member.off_record = on
            audit = c.RecordStep(member.id, "off_record" if on else "on_record", member.id)
            return [*room.settle(event.at, "off_record"), audit]
        case b.MediaState():
            member.media = event.message
            return [c.Publish()]
        case b.LegOffer(track=track, sdp=sdp):
            return _leg(room, member, track, c.OfferTrack(track, sdp)) + _anew(room, member, track, event.at)
        case b.LegCandidate(track=track, candidate=candidate):
            return _leg(room, member, track, c.TrackCandidateSent(track, candidate))
        case b.Describe() | b.Candidate() | b.Chat():
            return relayed(room.members, member, event.message)
        case b.Leave():
            return room.leave(member.id, event.at, "left")
        case b.End():
            return _host(member, lambda: room.end("ended_by_clinician", event.at))
        case _:
            assert_never(event.message)


def _host(member: Member, act: Callable[[], Commands]) -> Commands:
    if not member.is_clinician:
        return _refuse(member, "clinician_only", "only the clinician can do this")
    return act()


def _take(room: Room, actor: Member, who: str, taken: Step, at: float) -> Commands:
    """Moves `who` along the presence table, or tells the actor why not."""
    member = room.members.get(who)
    presence = None if member is None else step(member.presence, taken)
    if member is None or presence is None:
        return _refuse(actor, "not_possible", f"{taken.value} is not possible for this participant now")
    member.presence = presence
    commands: Commands = []
    if taken is not Step.KNOCK:
        done = "admitted" if taken is Step.ADMIT else "denied"
        commands.append(c.RecordStep(actor.id, done, who))
    if presence is Presence.DENIED and member.connection is not None:
        commands.append(c.Drop(who, member.connection, b.Ended(reason="denied")))
        member.connection = None
    return commands + room.settle(at, room.closing_reason())


def consented(room: Room, member: Member, said: b.Consent, at: float) -> Commands:
    """A participant's own decision. The destruction it may ask for comes before its record."""
    wordings = room.rules.wordings
    taken = member.consents.decide(
        member.role, said.purpose, said.decision, said.wording, wordings, took_part=member.took_part
    )
    if taken is None:
        return []
    if isinstance(taken, ConsentRefused):
        return _refuse(member, taken.code, taken.detail)
    record: Commands = [c.RecordConsent(member.id, taken.purpose, taken.decision, taken.wording)]
    if taken.destroys:
        room.ear.stop("withdrawn")
        return [*room.settle(at, "withdrawn", discard=True), c.DestroyTranscript(member.id), *record]
    return record + room.settle(at, room.closing_reason())


def _start(room: Room, member: Member, at: float) -> Commands:
    if room.ear.stopped is not None:
        return _refuse(member, "transcript_destroyed", "this session's transcript is destroyed for good")
    room.ear.wanted, room.ear.interrupted = True, False
    return [c.RecordStep(member.id, "transcription_started", room.session), *room.settle(at, "paused")]


def _pause(room: Room, member: Member, at: float) -> Commands:
    room.ear.wanted, room.ear.interrupted = False, False
    audit = c.RecordStep(member.id, "transcription_paused", room.session)
    return [*room.settle(at, "paused_by_clinician"), audit]


def _leg(room: Room, member: Member, track: str, command: c.RoomCommand) -> Commands:
    """Passes on what belongs to the member's own open track; anything else is late or forged."""
    if room.ear.track_of(member.id, track) is None:
        return _refuse(member, "unknown_track", "this track is not open; wait for leg_open")
    return [command]


def _anew(room: Room, member: Member, track: str, at: float) -> Commands:
    """A browser whose path broke offers its audio again: until that connects, it is not heard."""
    opened = room.ear.track_of(member.id, track)
    if opened is None or not opened.connected:
        return []
    opened.connected, opened.opened_at = False, at
    room.ear.troubles[member.id] = Trouble(LEG_FAILED, at)
    return [c.Publish()]


def _refuse(member: Member, code: str, detail: str) -> Commands:
    return [c.Send(member.id, b.Error(code=code, detail=detail))]
