"""Carries out what a room needs done on record: consents, steps, the growing transcript, the note."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from retention import (
    AuditEntry,
    ConsentEntry,
    LegallyHeld,
    Memory,
    ParticipantId,
    PracticeId,
    SessionId,
    TranscriptDestroyed,
    TranscriptState,
    Why,
)
from signaling.cast import Person, told_apart
from signaling.commands import RecordConsent, RecordStep
from signaling.conversation import SETTLE_SECONDS, Conversation
from signaling.forgetting import Forgetting
from signaling.logs import get_logger
from signaling.metrics import Metrics
from signaling.note_views import NoteView
from signaling.notebook import Notebook
from wire import Role, Segment
from wire.browser import NoteReady
from wire.control import Recognised, VoicesSettled

GONE = frozenset({TranscriptState.DESTROYING, TranscriptState.DESTROYED})

_log = get_logger()


@dataclass(slots=True)
class SessionKeeper:
    """The records of one session while its room is open. `people`: name and role by participant."""

    session: SessionId
    practice: PracticeId
    memory: Memory
    conversation: Conversation | None
    notebook: Notebook
    forgetting: Forgetting
    now: Callable[[], datetime]
    metrics: Metrics
    people: dict[str, tuple[str, Role]]
    shared: bool = False
    """Whether one microphone hears several people: whose words they are is told later, by voice."""

    async def began(self) -> None:
        """The session clock started."""
        await self.memory.sessions.mark_started(self.session, self.now())
        _log.info("call_began", session=self.session)

    async def consented(self, command: RecordConsent) -> None:
        """A decision goes on record, with the wording that was read."""
        entry = ConsentEntry(
            session=self.session,
            participant=ParticipantId(command.participant),
            purpose=command.purpose.value,
            decision=command.decision.value,
            wording=command.wording or "none",
            at=self.now(),
        )
        await self.memory.consents.record(entry)
        _log.info(
            "consent", session=self.session, participant=command.participant, action=command.decision.value
        )

    async def stepped(self, command: RecordStep) -> None:
        """A step goes into the audit chain."""
        entry = AuditEntry(command.actor, f"room.{command.action}", command.subject, practice=self.practice)
        await self.memory.audit.append(entry)

    async def withdrawn(self, participant: str) -> None:
        """A participant took their consent back: the transcript so far is destroyed, unless it is held."""
        try:
            await self.forgetting.destroy(self.session, Why.WITHDRAWN, participant)
        except LegallyHeld:
            _log.info("withdrawal_owed", session=self.session)

    async def finished(self, reason: str) -> None:
        """The session is marked ended."""
        await self.memory.sessions.mark_ended(self.session, self.now(), reason)
        _log.info("call_ended", session=self.session, reason=reason)

    async def drafted(self) -> NoteReady | None:
        """The note is drafted and kept; without any transcript, a plain statement takes its place."""
        try:
            view: NoteView | None = await self.notebook.draft(self.session)
        except TranscriptDestroyed:
            view = None
        if (
            view is None or await self.memory.transcripts.state(self.session) in GONE
        ):  # somebody withdrew meanwhile
            view = await self.notebook.state_why_none(self.session)
        return NoteReady(session=self.session, note=view.id or "", status=view.status)

    def heard(self, message: Recognised, participant: str) -> Segment | None:
        """The segment of some recognised words, with its speaker's name and role; finals are kept."""
        kind = "final" if message.final else "partial"
        self.metrics.segments.labels(kind).inc()
        self.metrics.delay.labels(kind).observe(max(0.0, message.delay))
        if self.conversation is None or self.conversation.closed:
            return None
        name, role = self.people[participant]
        segment = Segment(
            id=message.id,
            track=participant,
            speaker=name,
            role=role,
            start=message.start,
            end=message.end,
            text=message.text,
            final=message.final,
            words=message.words,
            low_confidence=message.low_confidence,
            certainty=0.0 if self.shared else None,
        )
        if self.shared and segment.final:
            self.conversation.cast.whole[segment.id] = segment
        return segment if self.conversation.take(segment) else None

    def voiced(self, message: VoicesSettled) -> tuple[Segment, ...]:
        """The finals to show again, now that it is known better who said them."""
        if self.conversation is None or self.conversation.closed:
            return ()
        people = [Person(who, name, role) for who, (name, role) in self.people.items()]
        told = told_apart(self.conversation.cast, message, people)
        known = self.conversation.scribe.transcript.final
        fresh = [one for one in told if known(one.id) != one and known(one.id.partition("~")[0]) is not None]
        if message.settled:
            fresh = [one for one in told if known(one.id.partition("~")[0]) is not None]
        return self.conversation.retell(fresh, "system", keep=message.settled)

    @property
    def saving(self) -> bool:
        """Whether the store takes what is heard; False while it refuses a final."""
        return self.conversation is None or not self.conversation.unsaved

    async def settle(self) -> None:
        """Everything heard so far is kept, as far as the store takes it in bounded time."""
        if self.conversation is None:
            return
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                await self.conversation.settle()
        except TimeoutError:
            _log.error("finals_not_settled", session=self.session)

    def invite(self, participant: str, name: str, role: Role) -> None:
        """Somebody was added to the session."""
        self.people[participant] = (name, role)

    def close(self) -> None:
        """The conversation stays in memory: its note may be redrafted until it is signed."""
