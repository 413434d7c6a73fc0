"""The draft so far, while the call goes on: for the clinician who asks for it, and for nobody else.

Nothing is drafted that nobody looks at. What is drafted comes from the embedded drafter, in the process pool,
so that the event loop goes on; no AI processor is asked before the end. A draft is made anew only when
something new was said, never again within a time that grows with what it cost, and one at a time on a node.
It is kept in memory beside the words it rests on, and goes with them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from live_notes import DraftSpec, MaskedTranscript, MaskingError
from live_notes.drafting.writing import masked_note, plain_lines, with_names
from live_notes.energy import in_thread
from live_notes.masking import AnalysisPool
from retention import Clock, SessionId, TranscriptDestroyed
from signaling.conversation import Conversation
from signaling.conversations import Conversations
from signaling.errors import NotReady
from signaling.logs import get_logger
from signaling.note_edits import without_segments

_log = get_logger()

LEAST_SECONDS = 8.0
"""A draft is not made anew within this time of the last one."""

RESTING_SHARE = 15.0
"""Nor within so many times the CPU seconds it cost: drafting takes under a fifteenth of a core a session."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """A draft of what was said until `as_of`, seconds on the session clock."""

    transcript: MaskedTranscript = field(repr=False)
    note: Mapping[str, Any] = field(repr=False)
    as_of: float
    made_at: float
    """On the server's steady clock."""
    cost: float
    """CPU seconds of drafting it. What it waited is no measure: the first waits for a process to begin."""
    waited: float
    """Seconds the asking waited for it: a machine that is busy is left alone as long."""

    @property
    def is_due(self) -> float:
        """When it may be made anew, on the steady clock."""
        return self.made_at + max(LEAST_SECONDS, RESTING_SHARE * self.cost, self.waited)


@dataclass(slots=True)
class LiveDrafts:
    """Drafts of calls that go on. `spec` says what is wanted; `drafted` is told the CPU seconds one cost."""

    conversations: Conversations
    pool: AnalysisPool
    spec: Callable[[SessionId], Awaitable[DraftSpec]]
    drafted: Callable[[SessionId, float], Awaitable[None]]
    clock: Clock
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def so_far(self, session: SessionId) -> SoFar:
        """The draft so far; the last one while it is fresh, or while another session's is being made.

        Raises:
            NotFound, TranscriptDestroyed.
            NotReady: it can't be made at the moment.
        """
        conversation = await self.conversations.open(session)
        last = conversation.so_far
        if last is not None and (self._one.locked() or self.clock.monotonic() < last.is_due):
            return last
        async with self._one:
            transcript = conversation.scribe.masked_transcript()
            last = conversation.so_far  # another asking may have waited for the same
            if last is not None and (self.clock.monotonic() < last.is_due or last.transcript == transcript):
                return last
            return await self._made(conversation, transcript)

    async def _made(self, conversation: Conversation, transcript: MaskedTranscript) -> SoFar:
        session, began = conversation.session, self.clock.monotonic()
        struck = frozenset(conversation.struck)
        try:
            spec = await self.spec(session)
            work = (*plain_lines(transcript), spec, self.clock.now())
            masked, cpu_seconds = await self.pool.work(masked_note, *work)
        except MaskingError as error:
            _log.warning("live_draft_failed", session=session, code=error.code)
            raise NotReady("the draft can't be made at the moment; it is tried again") from None
        await self.drafted(session, cpu_seconds)
        named = await in_thread(with_names, masked, transcript, conversation.masker.unmask, spec.preferences)
        if conversation.closed:
            raise TranscriptDestroyed("the transcript of this session is destroyed")
        note = named.as_json()
        if conversation.struck - struck:
            note = without_segments(note, conversation.struck)
        as_of = max((line.end for line in transcript.lines), default=0.0)
        at = self.clock.monotonic()
        conversation.so_far = SoFar(transcript, note, as_of, at, cpu_seconds, at - began)
        return conversation.so_far
