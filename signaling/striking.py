"""Takes what rests on struck words out of unsigned notes, and does not give up before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from retention import (
    AlreadySigned,
    Memory,
    NoteStatus,
    NotFound,
    PracticeId,
    SessionId,
    StaleVersion,
    StoreUnavailable,
    TranscriptDestroyed,
    TranscriptState,
)
from signaling.conversations import Conversations
from signaling.logs import get_logger
from signaling.note_edits import nothing_left, segments_named, without_segments
from signaling.statements import STRUCK_STATEMENT
from signaling.steady import kind_of
from signaling.voices import Voices
from wire import Segment

STRIKE_ATTEMPTS = 5

_log = get_logger()


async def finals_of(
    memory: Memory, conversations: Conversations, practice: PracticeId, session: SessionId
) -> Sequence[Segment]:
    """What is read of a session, from memory or from the store. Raises `TranscriptDestroyed`, `NotFound`."""
    conversation = conversations.living.get(session)
    if conversation is not None and not conversation.closed:
        return conversation.scribe.finals()
    kept = [Segment.model_validate(body) for body in await memory.transcripts.read(session)]
    voices = Voices.of(await memory.sessions.get(practice, session))
    return [segment for segment in map(voices.shown, kept) if segment is not None]


@dataclass(slots=True)
class Strikes:
    """What is owed to strikes. `owing`: sessions whose note may still hold what rests on struck words."""

    memory: Memory
    conversations: Conversations
    practice: PracticeId
    owing: set[SessionId] = field(default_factory=set)
    _named: dict[SessionId, set[str]] = field(default_factory=dict)
    """The segments of strikes owed since the start: known also once the transcript can't be compared."""

    async def struck(self, session: SessionId, segments: Sequence[str]) -> None:
        """Takes what rests on struck segments out of an unsigned note; owed until the store lets it."""
        try:
            await self._take_out(session, segments)
        except (StaleVersion, StoreUnavailable) as error:
            self.owing.add(session)
            self._named.setdefault(session, set()).update(segments)
            _log.error("strike_owed", session=session, error=kind_of(error))

    async def owe_all(self) -> None:
        """After a start: whatever a strike was owed when the server stopped is looked for in every draft."""
        ended = [
            record.id
            for record in await self.memory.sessions.list(self.practice)
            if record.ended_at is not None
        ]
        statuses = await self.memory.retention_statuses(ended)
        self.owing.update(one for one in ended if statuses[one].state is TranscriptState.LIVING)

    async def keep(self) -> None:
        """Tries again what is still owed to a strike."""
        for session in tuple(self.owing):
            try:
                await self.without_missing(session)
            except (StaleVersion, StoreUnavailable) as error:
                _log.error("strike_owed", session=session, error=kind_of(error))

    async def without_missing(self, session: SessionId) -> None:
        """Takes out of an unsigned note what rests on lines that are no longer in a living transcript.

        Raises:
            StoreUnavailable, StaleVersion: it is still owed.
        """
        try:
            kept = await self.memory.notes.read(session)
            finals = await finals_of(self.memory, self.conversations, self.practice, session)
            missing = segments_named(kept.content) - {final.id for final in finals}
        except NotFound:
            missing = set()
        except TranscriptDestroyed:
            missing = self._named.get(session, set())
        if missing:
            await self._take_out(session, tuple(missing))
        self.owing.discard(session)
        self._named.pop(session, None)

    async def _take_out(self, session: SessionId, segments: Sequence[str]) -> None:
        for attempt in range(1, STRIKE_ATTEMPTS + 1):
            try:
                kept = await self.memory.notes.read(session)
                content = without_segments(kept.content, segments)
                if not await self._anything_said(session):
                    content = nothing_left(content, STRUCK_STATEMENT)
                if kept.status is NoteStatus.DRAFT:
                    # Also where nothing rests on them any more: an earlier version may have.
                    await self.memory.notes.strike(session, content, kept.version, "system")
                return
            except (NotFound, AlreadySigned):
                return
            except StaleVersion:  # an edit came between: take it out of that one
                if attempt == STRIKE_ATTEMPTS:
                    raise

    async def _anything_said(self, session: SessionId) -> bool:
        """Whether the transcript holds a line, as it may where it can't be read any more."""
        try:
            return bool(await finals_of(self.memory, self.conversations, self.practice, session))
        except (NotFound, TranscriptDestroyed):
            return True
