"""Makes rooms and conversations from the records: what a session needs in memory once somebody is there."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from live_notes import Drafter, Scribe, choices_from
from live_notes.energy import Stage
from live_notes.masking import AnalysisPool, Roster, RosterName, RosterRole, SessionMasker
from retention import Clock, Memory, PracticeId, SessionId, SessionRecord, TranscriptDestroyed
from signaling import commands as c
from signaling.config import Settings
from signaling.conversation import Conversation
from signaling.conversations import Conversations
from signaling.ears import Ears
from signaling.feeds import Feeds
from signaling.forgetting import Forgetting
from signaling.keeper import SessionKeeper
from signaling.live import LiveRoom
from signaling.metrics import Metrics
from signaling.notebook import Notebook
from signaling.preferring import Preferring
from signaling.promises import PAUSED, STARTED, keep_withdrawals, last_of, steps_of, take_up
from signaling.room import Room, RoomRules
from signaling.sources import TOLD, Source, clients_of, source_of
from signaling.transcription import Devices
from signaling.voices import Voices
from wire import Role, Segment
from wire.browser import ConsentWording, Decision, Purpose

MOST_ALIASES = 6
SHORT = 2
"""Letters of what is no name by itself: "de", "Jr"."""
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
DEVICES = {Source.IN_PERSON: Devices.ONE, Source.DICTATION: Devices.ALONE}
"""Whose microphones are heard, where these are not everybody's own."""


def roster_of(record: SessionRecord) -> Roster:
    """The names known from the appointment; a full name's parts are names, too.

    What several of them bear, such as a couple's family name, is nobody's in particular alone.
    """
    clients = clients_of(record)
    people = {person.name: RosterRole(person.role) for person in record.participants}
    other_names: list[str] = []
    if len(clients) == 1:  # of one client every name is theirs, also one from before they were renamed
        other_names = [*record.clients, *(name for name, role in people.items() if role is RosterRole.CLIENT)]
        people = {name: role for name, role in people.items() if role is not RosterRole.CLIENT}
    people |= {client: people.get(client, RosterRole.CLIENT) for client in clients}
    names = [
        _roster_name(name, role, other_names if name == clients[0] else ())
        for name, role in people.items()
        if name.strip()
    ]
    nobodys = (name for name in _names_of_nobody(names, record.client) if name not in people)
    return Roster((*map(RosterName, nobodys), *names))


def _names_of_nobody(names: Sequence[RosterName], appointment: str) -> dict[str, None]:
    """What several people bear, and what the name of the appointment has besides: "Ortiz family"."""
    words = [dict.fromkeys(word for name in one.variants for word in _NAME.findall(name)) for one in names]
    bearers = Counter(low for one in words for low in {word.casefold() for word in one})
    shared = [word for one in words for word in one if bearers[word.casefold()] > 1]
    besides = [word for word in _NAME.findall(appointment) if not bearers[word.casefold()]]
    return dict.fromkeys(word for word in (*shared, *besides) if word[:1].isupper() and len(word) > SHORT)


def _roster_name(name: str, role: RosterRole, others: Sequence[str] = ()) -> RosterName:
    whole = [other for other in dict.fromkeys(others) if other != name and other.strip()]
    parts = (part for each in (name, *whole) for part in each.split() if len(part) > SHORT)
    aliases = dict.fromkeys((*whole, *(part for part in parts if part.casefold() != name.casefold())))
    return RosterName(name, role, tuple(aliases)[:MOST_ALIASES])


@dataclass(frozen=True, slots=True)
class ConversationBuilder:
    """Makes conversations. `drafter` of a session, None for the embedded one."""

    memory: Memory
    practice: PracticeId
    pool: AnalysisPool
    clock: Clock
    drafter: Callable[[SessionId], Drafter | None]
    spend: Callable[[str, str, float], None]
    """Takes the CPU seconds of a session's stage."""

    async def build(self, session: SessionId) -> Conversation:
        """A session's conversation with what the store holds of it.

        Raises:
            NotFound, TranscriptDestroyed.
        """
        record = await self.memory.sessions.get(self.practice, session)
        if await self.memory.consents.withdrawn(session):
            raise TranscriptDestroyed("a participant withdrew: nothing is drafted from this session")
        kept = [Segment.model_validate(body) for body in await self.memory.transcripts.read(session)]
        chosen = await self.memory.transcripts.choices(session)
        masker = SessionMasker(self.pool, roster_of(record), partial(self.spend, session, Stage.MASKING))
        if chosen:
            masker.choose(choices_from(chosen))
        voices = Voices.of(record)
        told = source_of(record) in TOLD
        scribe = Scribe(self.clock, masker, self.drafter(session), view=voices.shown, told=told)
        conversation = Conversation(session, scribe, masker, self.memory, voices)
        conversation.recall(kept)
        return conversation


async def voices_of(memory: Memory, settings: Settings, record: SessionRecord) -> Voices:
    """How a session's people are heard, with the clinician's and the practice's own words."""
    own = (await Preferring(memory, record.practice).of_client(record.client_id)).vocabulary
    return Voices.of(record, settings.language, own, settings.vocabulary)


@dataclass(frozen=True, slots=True)
class RoomBuilder:
    """Makes live rooms."""

    settings: Settings
    memory: Memory
    practice: PracticeId
    clock: Clock
    wordings: tuple[ConsentWording, ...]
    in_person_wordings: tuple[ConsentWording, ...]
    conversations: Conversations
    notebook: Notebook
    forgetting: Callable[[], Forgetting]
    ears: Ears
    feeds: Feeds
    metrics: Metrics

    async def build(self, session: str) -> LiveRoom:
        """A session's room: its people, their consents so far, the clock if the call has begun.

        Raises:
            NotFound.
        """
        record = await self.memory.sessions.get(self.practice, SessionId(session))
        source = source_of(record)
        epoch = f"{record.id}.{secrets.token_urlsafe(4)}"
        devices = DEVICES.get(source, Devices.OWN)
        room = Room(record.id, epoch, self._rules(devices), devices=devices)
        for person in record.participants:
            if not person.revoked:
                room.receive(c.Invited(person.id, person.name, Role(person.role)))
        await keep_withdrawals(self.memory, self.forgetting())
        await self._restore(room, record)
        return LiveRoom(
            room=room,
            keeper=await self._keeper(room, record),
            ears=self.ears,
            feeds=self.feeds,
            monotonic=self.clock.monotonic,
            voices=await voices_of(self.memory, self.settings, record),
            flush_seconds=self.settings.flush_seconds,
        )

    def _rules(self, devices: Devices) -> RoomRules:
        settings = self.settings
        wordings = self.in_person_wordings if devices is Devices.ONE else self.wordings
        return RoomRules(
            grace=settings.grace_seconds,
            abandoned=settings.abandoned_seconds,
            longest=settings.max_call_minutes * 60,
            leg_connect=settings.leg_connect_seconds,
            wordings={wording.purpose: wording.version for wording in wordings},
        )

    async def _restore(self, room: Room, record: SessionRecord) -> None:
        """After a restart in mid-call: the clock goes on, who was in it is away, and who agreed still has.

        Transcription waits for the clinician to start it again.
        """
        if record.started_at is not None:
            at = self.clock.monotonic()
            room.began_at = at - (self.clock.now() - record.started_at).total_seconds()
            for person in room.members.values():
                take_up(person, await steps_of(self.memory.audit, self.practice, person.id), at)
            steps = await steps_of(self.memory.audit, self.practice, record.id)
            room.ear.resumed(last_of(steps, STARTED, PAUSED) == STARTED)
        for entry in await self.memory.consents.of(record.id):
            member = room.members.get(entry.participant)
            if member is not None:
                purpose, decision = Purpose(entry.purpose), Decision(entry.decision)
                member.consents.decide(
                    member.role, purpose, decision, entry.wording, room.rules.wordings, took_part=True
                )

    async def _keeper(self, room: Room, record: SessionRecord) -> SessionKeeper:
        conversation = None
        try:
            conversation = await self.conversations.open(record.id)
        except TranscriptDestroyed:
            room.ear.stop("withdrawn")
        return SessionKeeper(
            session=record.id,
            practice=self.practice,
            memory=self.memory,
            conversation=conversation,
            notebook=self.notebook,
            forgetting=self.forgetting(),
            now=self.clock.now,
            metrics=self.metrics,
            people={member.id: (member.name, member.role) for member in room.members.values()},
            shared=room.devices is Devices.ONE,
        )
