"""In no sequence of events is anybody heard who may not be."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from signaling import commands as c
from signaling.room import Room, RoomRules
from wire import Role
from wire import browser as b

PEOPLE = ("clin", "anna", "ben")
who = st.sampled_from(PEOPLE)
decision = st.sampled_from(list(b.Decision))
purpose = st.sampled_from(list(b.Purpose))
wording = st.sampled_from(["notes-1", "captions-1", "notes-0"])

message = st.one_of(
    st.just(b.Knock()),
    st.builds(b.Admit, participant=who),
    st.builds(b.Deny, participant=who),
    st.builds(b.Consent, purpose=purpose, decision=decision, wording=wording),
    st.just(b.Consent(decision=b.Decision.AGREE, wording="notes-1")),
    st.just(b.StartTranscription()),
    st.just(b.PauseTranscription()),
    st.builds(b.OffRecord, on=st.booleans()),
    st.just(b.Leave()),
    st.just(b.Ping(at=1.0)),
    st.builds(b.LegOffer, track=st.sampled_from(["e1-1", "e1-2", "e1-9"]), sdp=st.just("v=0")),
    st.builds(b.Describe, to=who, kind=st.just("offer"), sdp=st.just("v=0")),
    st.builds(b.Chat, text=st.just("hi")),
)
act = st.one_of(
    st.tuples(st.just("connect"), who),
    st.tuples(st.just("drop"), who),
    st.tuples(st.just("enter"), who),
    st.tuples(st.just("say"), who, message),
    st.tuples(st.just("say"), who, message),
    st.tuples(st.just("tick"), st.sampled_from([0.5, 5.0, 61.0])),
    st.tuples(st.just("track"), st.sampled_from(["connected", "worker_lost", "no_worker", "leg_failed"])),
    st.tuples(st.just("worker")),
    st.tuples(st.just("gone")),
    st.tuples(st.just("revoke"), who),
    st.tuples(st.just("end")),
)


def new_room() -> Room:
    wordings = {b.Purpose.NOTES: "notes-1", b.Purpose.CAPTIONS: "captions-1"}
    room = Room("ses_1", "e1", RoomRules(60.0, 300.0, 14400.0, 8.0, wordings))
    for person in PEOPLE:
        room.receive(c.Invited(person, person, Role.CLINICIAN if person == "clin" else Role.CLIENT))
    return room


class Watched:
    """A room whose commands are followed as the outside world sees them."""

    def __init__(self) -> None:
        self.room: Room = new_room()
        self.at = 0.0
        self.numbers = itertools.count(1)
        self.open: dict[str, str] = {}  # track -> participant, by the commands alone
        self.ever: set[str] = set()
        self.withdrawn = False

    def feed(self, event: c.RoomEvent) -> None:
        for command in self.room.receive(event):
            match command:
                case c.OpenTrack(participant=participant, track=track):
                    assert track not in self.ever, "a track id is never used twice"
                    self.ever.add(track)
                    self.open[track] = participant
                case c.CloseTrack(track=track):
                    assert track in self.open, "only an open track is closed"
                    del self.open[track]
                case c.DestroyTranscript():
                    self.withdrawn = True
                    assert not self.open, "every track is closed before the transcript is destroyed"
                case _:
                    pass
        self.check()

    def check(self) -> None:
        members = self.room.members
        assert set(self.open) == {track.id for track in self.room.ear.tracks.values()}
        assert len(set(self.open.values())) == len(self.open), "one track a participant"
        if self.room.ended is not None or self.withdrawn:
            assert not self.open
        if self.open:
            assert self.room.began_at is not None
            assert self.room.ear.wanted
            for member in members.values():
                assert not member.in_call or member.agrees, "everyone in the call agreed, away or not"
        for participant in self.open.values():
            member = members[participant]
            assert member.is_present
            assert member.agrees
            assert not member.off_record
            assert member.connection is not None
        view = self.room.view(self.at)
        if view.transcription is b.TranscriptionStatus.ACTIVE:
            assert self.open, "never said to listen while nobody is heard"

    def act(self, taken: tuple[Any, ...]) -> None:  # noqa: C901 - one flat table
        match taken:
            case ("connect", person):
                self.feed(c.Connected(person, f"k{next(self.numbers)}", self.at))
            case ("enter", person):
                self.feed(c.Connected(person, f"k{next(self.numbers)}", self.at))
                self.act(("say", person, b.Knock()))
                self.act(("say", "clin", b.Admit(participant=person)))
                self.act(("say", person, b.Consent(decision=b.Decision.AGREE, wording="notes-1")))
            case ("drop", person):
                self.feed(c.Disconnected(person, self.room.members[person].connection or "none", self.at))
            case ("say", person, words):
                self.feed(c.Said(person, self.room.members[person].connection or "none", words, self.at))
            case ("tick", seconds):
                self.at += seconds
                self.feed(c.Tick(self.at))
            case ("track", fate):
                for track in list(self.open)[:1]:
                    known = c.TrackConnected(track, self.at)
                    self.feed(known if fate == "connected" else c.TrackLost(track, fate, self.at))
            case ("worker",):
                self.feed(c.WorkerAvailable(self.at))
            case ("gone",):
                self.feed(c.TranscriptGone("requested", self.at))
            case ("revoke", person):
                self.feed(c.Revoked(person, self.at))
            case ("end",):
                self.feed(c.EndAsked("requested", self.at))


@settings(max_examples=300)
@given(st.lists(act, max_size=40))
def test_nobody_is_ever_heard_who_may_not_be(taken: list[tuple[Any, ...]]) -> None:
    watched = Watched()
    for one in taken:
        watched.act(one)


@settings(max_examples=150)
@given(st.lists(act, max_size=25))
def test_in_a_running_call_no_sequence_opens_the_gate_wrongly(taken: list[tuple[Any, ...]]) -> None:
    watched = Watched()
    watched.act(("enter", "clin"))
    watched.act(("enter", "anna"))
    watched.act(("say", "clin", b.StartTranscription()))
    assert set(watched.open.values()) == {"clin", "anna"}
    for one in taken:
        watched.act(one)


@settings(max_examples=100)
@given(st.lists(act, max_size=25))
def test_the_session_clock_never_starts_twice_nor_runs_back(taken: list[tuple[Any, ...]]) -> None:
    watched = Watched()
    began: list[float | None] = []
    for one in taken:
        watched.act(one)
        began.append(watched.room.began_at)
    started = [at for at in began if at is not None]
    assert len(set(started)) <= 1
