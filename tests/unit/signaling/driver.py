"""A room of three people, and a driver that remembers what the core asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from signaling import commands as c
from signaling.room import Room, RoomRules
from wire import Role
from wire import browser as b

CURRENT = {b.Purpose.NOTES: "notes-1", b.Purpose.CAPTIONS: "captions-1"}


@dataclass
class Driver:
    """Feeds a room and keeps its commands."""

    room: Room
    at: float = 0.0
    done: list[c.RoomCommand] = field(default_factory=list)
    last: list[c.RoomCommand] = field(default_factory=list)
    placing: bool = True

    def feed(self, event: c.RoomEvent) -> list[c.RoomCommand]:
        self.last = self.room.receive(event)
        # Workers take every track at once, unless a test says otherwise.
        for command in tuple(self.last):
            if self.placing and isinstance(command, c.OpenTrack):
                self.last += self.room.receive(c.TrackPlaced(command.track, self.at))
        self.done += self.last
        return self.last

    def connect(self, who: str, connection: str | None = None) -> list[c.RoomCommand]:
        return self.feed(c.Connected(who, connection or f"{who}-1", self.at))

    def drop(self, who: str) -> list[c.RoomCommand]:
        connection = self.room.members[who].connection or f"{who}-1"
        return self.feed(c.Disconnected(who, connection, self.at))

    def say(self, who: str, message: b.ClientMessage) -> list[c.RoomCommand]:
        connection = self.room.members[who].connection or "none"
        return self.feed(c.Said(who, connection, message, self.at))

    def tick(self, seconds: float) -> list[c.RoomCommand]:
        self.at += seconds
        return self.feed(c.Tick(self.at))

    def agree(self, who: str, wording: str = "notes-1") -> list[c.RoomCommand]:
        return self.say(who, b.Consent(decision=b.Decision.AGREE, wording=wording))

    def answer(self, who: str, decision: b.Decision) -> list[c.RoomCommand]:
        return self.say(who, b.Consent(decision=decision, wording="notes-1"))

    def enter(self, who: str) -> None:
        """Brings somebody into the call."""
        self.connect(who)
        if who != "clin":
            self.say(who, b.Knock())
            self.say("clin", b.Admit(participant=who))

    def hear_everyone(self) -> None:
        """Both in the call, both agreed, transcription running and connected."""
        for who in ("clin", "anna"):
            self.enter(who)
            self.agree(who)
        self.say("clin", b.StartTranscription())
        for track in list(self.room.ear.tracks.values()):
            self.feed(c.TrackConnected(track.id, self.at))

    @property
    def heard(self) -> set[str]:
        return set(self.room.ear.tracks)

    def presence(self, who: str) -> b.Presence:
        return self.room.members[who].presence

    def status(self) -> tuple[str, str | None]:
        view = self.room.view(self.at)
        return view.transcription.value, view.transcription_reason

    def sent(self, who: str) -> list[b.ServerMessage]:
        """Messages the last event sent to somebody."""
        return [
            command.message
            for command in self.last
            if isinstance(command, c.Send) and command.participant == who
        ]


def new_room() -> Room:
    rules = RoomRules(grace=60.0, abandoned=300.0, longest=14400.0, leg_connect=8.0, wordings=CURRENT)
    room = Room("ses_1", "e1", rules)
    room.receive(c.Invited("clin", "Dr Grey", Role.CLINICIAN))
    room.receive(c.Invited("anna", "Anna", Role.CLIENT))
    room.receive(c.Invited("ben", "Ben", Role.CLIENT))
    return room
