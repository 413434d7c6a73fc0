"""A room while people are in it: feeds events to the core and carries its commands out.

Everything that decides is synchronous and in one place (`receive`); what has to wait (records, drafting)
becomes a chore that one task works off in order, so that a consent is on record before what follows it.
Destroying a transcript waits for no other chore, not even for a draft (`signaling.chores`).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import assert_never

from signaling import commands as c
from signaling.chores import Chore, Chores, written
from signaling.ears import Ears, Hearing
from signaling.feeds import Feeds
from signaling.logs import get_logger
from signaling.room import Room
from signaling.seats import Keeper, Seat, Seats
from signaling.voices import Voices
from wire import browser as b
from wire.control import Recognised, VoicesSettled

TICK_SECONDS = 0.5
LINGER_SECONDS = 30.0
"""How long a room whose note is ready keeps its clinician's socket open."""

RECORD_SECONDS = 10.0
"""Longest wait for the records of a room that closes."""

_log = get_logger()


@dataclass(slots=True, eq=False)
class LiveRoom:
    """One room, its sockets and its tracks. `monotonic` gives seconds."""

    room: Room
    keeper: Keeper
    ears: Ears
    feeds: Feeds
    monotonic: Callable[[], float]
    voices: Voices = field(default_factory=Voices)
    flush_seconds: float = 10.0
    seats: Seats = field(default_factory=Seats)
    speakers: dict[str, str] = field(default_factory=dict)
    unflushed: set[str] = field(default_factory=set)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    _events: deque[c.RoomEvent] = field(default_factory=deque)
    _busy: bool = False
    is_closing: bool = False
    _chores: Chores = field(init=False)
    _all_flushed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._chores = Chores(self.session)

    @property
    def session(self) -> str:
        """The session's id."""
        return self.room.session

    # ------------------------------------------------------------ sockets

    def connect(self, seat: Seat) -> None:
        """Seats a participant's new socket; one that comes after the end is told so."""
        self.seats.taken[seat.connection] = seat
        if self.is_closing:
            seat.outbox.close()  # it comes back to a room that opens anew
            return
        if self.room.ended is not None:
            seat.outbox.put(b.Ended(reason=self.room.ended))
            seat.outbox.close()
            return
        self.receive(c.Connected(seat.participant, seat.connection, self.monotonic()))

    def _greet(self, connection: str) -> None:
        """Welcomes a socket the room took in, before anything else is said to it."""
        seat = self.seats.taken[connection]
        if self.room.members[seat.participant].connection == connection:
            seat.outbox.put(seat.welcome(self.room.view(self.monotonic(), seat.participant)))

    def invite(self, event: c.Invited, language: str | None = None) -> None:
        """Somebody may come: they were added to the session, or got a new link."""
        self.keeper.invite(event.participant, event.name, event.role)
        self.voices.join(event.participant, event.name, language)
        self.receive(event)

    def said(self, seat: Seat, message: b.ClientMessage) -> None:
        """A message of a seated socket."""
        self.receive(c.Said(seat.participant, seat.connection, message, self.monotonic()))

    def disconnect(self, seat: Seat) -> None:
        """A seated socket closed."""
        self.seats.taken.pop(seat.connection, None)
        self.receive(c.Disconnected(seat.participant, seat.connection, self.monotonic()))

    # ------------------------------------------------------------ the core

    def receive(self, event: c.RoomEvent) -> None:
        """Feeds one event; events that commands cause are taken up after it, in order."""
        self._events.append(event)
        if self._busy:
            return
        self._busy = True
        try:
            while self._events:
                event = self._events.popleft()
                commands = self.room.receive(event)
                if isinstance(event, c.Connected):
                    self._greet(event.connection)
                for command in commands:
                    self._perform(command)
        finally:
            self._busy = False

    def _perform(self, command: c.RoomCommand) -> None:  # noqa: C901, PLR0912 - one flat table
        match command:
            case c.Send(participant=who, message=message):
                self._send(who, message)
            case c.Publish():
                self._publish()
            case c.Drop():
                self._drop(command)
            case c.BeginClock():
                self._chores.later(self.keeper.began)
            case c.OpenTrack(participant=who, track=track):
                self._open(who, track)
            case c.CloseTrack(track=track, discard=discard):
                self._close(track, discard)
            case c.OfferTrack(track=track, sdp=sdp):
                self.ears.offer(track, sdp)
            case c.TrackCandidateSent(track=track, candidate=candidate):
                self.ears.candidate(track, candidate)
            case c.RecordConsent():
                self._chores.later(_consented(self, command))
            case c.RecordStep():
                self._chores.later(lambda: self.keeper.stepped(command))
            case c.DestroyTranscript(participant=who):
                self._chores.at_once(lambda: self.keeper.withdrawn(who))
            case c.Finish(reason=reason):
                self._finish(reason)
            case c.Vacate():
                self.close()
            case _:
                assert_never(command)

    def _send(self, participant: str, message: b.ServerMessage) -> None:
        connection = self.room.members[participant].connection
        seat = self.seats.taken.get(connection) if connection is not None else None
        if seat is not None:
            seat.outbox.put(message)

    def _publish(self) -> None:
        at = self.monotonic()
        for seat in self.seats.taken.values():
            seat.outbox.put(b.Room(room=self.room.view(at, seat.participant)))
        self.feeds.publish(self.session, b.Room(room=self.room.view(at)))

    def broadcast(self, message: b.ServerMessage) -> None:
        """To every socket in the room and every event stream."""
        self.seats.tell(message)
        self.feeds.publish(self.session, message)

    def _drop(self, command: c.Drop) -> None:
        seat = self.seats.taken.get(command.connection)
        if seat is not None:
            seat.outbox.put(command.last)
            seat.outbox.close()

    # ------------------------------------------------------------ tracks

    def _open(self, participant: str, track: str) -> None:
        self.speakers[track] = participant
        if self.ears.open(self, track, _asked(self, participant)):
            self.unflushed.add(track)

    def _close(self, track: str, discard: bool) -> None:
        if discard:
            self.speakers.pop(track, None)  # words that still come belong to nobody
        self.ears.close(track, discard)

    def recognised(self, message: Recognised) -> None:
        """Words of one of the room's tracks: shown at once, kept by the keeper."""
        speaker = self.speakers.get(message.track)
        segment = None if speaker is None else self.keeper.heard(message, speaker)
        shown = None if segment is None else self.voices.shown(segment)
        if shown is not None:
            self.show(b.Heard(segment=shown))
        elif not message.text.strip() or (segment is not None and segment.final):
            self.show(b.Struck(segments=(message.id,)))  # a partial that came to nothing, or to a filler

    def voiced(self, message: VoicesSettled) -> None:
        """It is known better who said what at a shared microphone: those who read along see it."""
        _tell_again(self, message)

    def show(self, heard: b.Heard | b.Struck) -> None:
        """To everyone who may read along at this moment."""
        captions = self.room.captions_agreed()
        members = self.room.members
        self.seats.tell(heard, lambda seat: seat.reads or (captions and members[seat.participant].is_present))
        self.feeds.publish(self.session, heard)

    def flushed(self, track: str) -> None:
        """No more words come from this track."""
        self.unflushed.discard(track)
        if not self.unflushed:
            self._all_flushed.set()

    def forget_transcript(self, gone: b.TranscriptDestroyed) -> None:
        """The transcript was destroyed: nothing more may arrive, screens are cleared."""
        self.speakers.clear()
        self.receive(c.TranscriptGone(gone.reason, self.monotonic()))
        self.broadcast(gone)

    # ------------------------------------------------------------ time and the end

    def _finish(self, reason: str) -> None:
        self.seats.close(lambda seat: not seat.reads)
        self._chores.later(lambda: self._wind_up(reason))

    async def _wind_up(self, reason: str) -> None:
        """After the end: waits for the last words (bounded), drafts, tells the clinician."""
        try:
            await self.keeper.finished(reason)
            await self._last_words()
            self.ears.leave(self)
            await self.keeper.settle()
            ready = await self.keeper.drafted()
            if ready is not None:
                self.seats.tell(ready, lambda seat: seat.reads)
                self.feeds.publish(self.session, ready)
        finally:
            self.over.set()

    async def _last_words(self) -> None:
        try:
            async with asyncio.timeout(self.flush_seconds):
                while self.unflushed:
                    self._all_flushed.clear()
                    await self._all_flushed.wait()
        except TimeoutError:
            _log.warning("flush_timed_out", session=self.session, tracks=len(self.unflushed))

    async def run(self) -> None:
        """Ticks and works off chores until the room is over and its sockets are gone."""
        self.ears.listeners.add(self)
        try:
            async with asyncio.TaskGroup() as tasks:
                ticking = tasks.create_task(self._tick(), name="room-tick")
                working = tasks.create_task(self._chores.run(), name="room-chores")
                await self.over.wait()
                await _linger(self)
                await self._put_on_record()
                ticking.cancel()
                working.cancel()
        finally:
            self.ears.leave(self)
            self.seats.close()
            self.keeper.close()

    def close(self) -> None:
        """Ends the room's tasks and sockets (the server stops); the session itself goes on."""
        self.is_closing = True
        self.over.set()
        self.seats.close()

    async def _put_on_record(self) -> None:
        """Lets what was decided in the room reach the records, also when the server is stopping."""
        try:
            async with asyncio.timeout(RECORD_SECONDS):
                await self._chores.done()
        except TimeoutError:
            _log.error("records_cut_short", session=self.session, count=len(self._chores))

    async def _tick(self) -> None:
        while not self.is_closing:
            await asyncio.sleep(TICK_SECONDS)
            self.receive(c.Tick(self.monotonic()))
            if self.room.ear.unsaved is self.keeper.saving:
                self.receive(c.Saving(self.keeper.saving, self.monotonic()))


def _consented(room: LiveRoom, command: c.RecordConsent) -> Chore:
    """An agreement that can't be put on record does not count; anything else is tried until it is."""
    lost = c.Unrecorded(command.participant, command.purpose, room.monotonic())
    refused = (lambda: room.receive(lost)) if command.decision is b.Decision.AGREE else None
    return written(lambda: room.keeper.consented(command), room.session, refused)


def _asked(room: LiveRoom, participant: str) -> Hearing:
    """How a participant's track is to be heard."""
    elapsed = room.room.elapsed(room.monotonic()) or 0.0
    language, vocabulary = room.voices.language_of(participant), room.voices.vocabulary()
    return Hearing(elapsed, language, vocabulary, room.room.sharing())


def _tell_again(room: LiveRoom, message: VoicesSettled) -> None:
    for segment in room.keeper.voiced(message) if message.track in room.speakers else ():
        shown = room.voices.shown(segment)
        if shown is not None:
            room.show(b.Heard(segment=shown))


def speak(room: LiveRoom, participant: str, language: str) -> None:
    """A participant speaks another language from now on: an open track is opened anew in it."""
    if language == room.voices.language_of(participant):
        return
    room.voices.languages[participant] = language
    track = room.room.ear.tracks.get(participant)
    if track is not None:
        room.receive(c.TrackLost(track.id, "worker_lost", room.monotonic()))


async def _linger(room: LiveRoom) -> None:
    """Leaves the clinician's socket some time to hear of the note."""
    for _ in range(int(LINGER_SECONDS / TICK_SECONDS)):
        if not room.seats.taken or room.is_closing:
            return
        await asyncio.sleep(TICK_SECONDS)
