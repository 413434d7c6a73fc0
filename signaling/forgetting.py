"""Destroying a transcript everywhere at once: the sealed store, this process's memory, every screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from live_notes.masking import AnalysisPool
from retention import (
    AttuneError,
    LegallyHeld,
    Memory,
    Receipt,
    SessionId,
    StoreUnavailable,
    TranscriptState,
    Why,
)
from signaling import hygiene
from signaling.conversations import Conversations
from signaling.feeds import Feeds
from signaling.live import LiveRoom
from signaling.logs import get_logger
from signaling.withdrawing import withdrawn
from wire.browser import TranscriptDestroyed

GONE = frozenset({TranscriptState.DESTROYING, TranscriptState.DESTROYED})

_log = get_logger()


@dataclass(slots=True)
class Forgetting:
    """The one way a transcript ends. `room_of` gives a session's open room, if there is one."""

    memory: Memory
    conversations: Conversations
    feeds: Feeds
    room_of: Callable[[str], LiveRoom | None]
    pool: AnalysisPool
    announce: Callable[[str], None] = lambda session: None
    """Told of every session whose transcript was destroyed by this node."""
    _recycling: asyncio.Event = field(default_factory=asyncio.Event)

    async def destroy(self, session: SessionId, why: Why, actor: str) -> Receipt:
        """Destroys a session's transcript now. Again returns the same receipt.

        A withdrawal also takes everything out of an unsigned note that was read from the transcript.

        Raises:
            LegallyHeld: it is owed, and done when the hold ends.
            StoreUnavailable: it has begun, is unreadable and finished by a sweep; or it was not decided, so
                that it has to be asked for again. A withdrawal on record is asked for by every sweep.
        """
        held = await self._held(session)
        if why is Why.WITHDRAWN and not held:
            self.conversations.drop(session)  # at once, also while the store takes nothing
        try:
            if why is Why.WITHDRAWN:
                receipt = await withdrawn(self.memory, session, actor)
            else:
                receipt = await self.memory.destroy_transcript(session, why, actor)
        except LegallyHeld:
            if why is Why.WITHDRAWN:
                await self.conversations.put_away(session)
            raise
        except StoreUnavailable:
            if (why is Why.WITHDRAWN and not held) or await self._has_begun(session):
                self._ended(session, why.value, "")
            raise
        self.gone(receipt)
        return receipt

    async def _has_begun(self, session: SessionId) -> bool:
        """Whether the store has decided to destroy the transcript, though it has not finished."""
        try:
            return (await self.memory.retention_status(session)).state in GONE
        except StoreUnavailable:
            return False

    async def _held(self, session: SessionId) -> bool:
        """Whether a legal hold is known to keep the transcript; a store that is away keeps nothing here."""
        try:
            hold = await self.memory.holds.of(session)
        except StoreUnavailable:
            return False
        return hold is not None and hold.in_force

    def gone(self, receipt: Receipt) -> None:
        """Clears memory and screens after the store destroyed a transcript (signature, sweep)."""
        self._ended(receipt.session, str(receipt.why), receipt.id)
        _log.info("transcript_destroyed", session=receipt.session, why=str(receipt.why), receipt=receipt.id)

    def _ended(self, session: SessionId, reason: str, receipt: str) -> None:
        """Out of memory, off the screens, and told to the other nodes."""
        self.conversations.drop(session)
        self._tell(session, reason, receipt)
        self._recycling.set()
        self.announce(session)

    async def check_released(self, session: SessionId) -> None:
        """After a legal hold: what it kept back is destroyed in the store, and leaves memory and screens."""
        status = await self.memory.retention_status(session)
        if status.state in GONE:
            self._ended(session, str(status.why or Why.REQUESTED), status.receipt or "")

    def learned(self, session: str, reason: str, receipt: str) -> None:
        """Clears memory and screens after another node destroyed a transcript."""
        known = self.conversations.drop(session)
        self._tell(session, reason, receipt)
        if known:
            self._recycling.set()

    def forget_words(self) -> None:
        """Words were struck: the masking processes that read them are replaced."""
        self._recycling.set()

    def rest(self, seconds: float) -> None:
        """Lets the words of ended sessions that nobody used for so long leave memory; they stay sealed."""
        rested = self.conversations.rest(seconds, lambda session: self.room_of(session) is not None)
        if rested:
            self._recycling.set()
            _log.info("words_at_rest", count=rested)

    def _tell(self, session: str, reason: str, receipt: str) -> None:
        message = TranscriptDestroyed(reason=reason, receipt=receipt)
        room = self.room_of(session)
        if room is not None:
            room.forget_transcript(message)
        else:
            self.feeds.publish(session, message)

    async def keep_masking_fresh(self) -> None:
        """Warms the masking processes up; replaces them after a destruction, with what they had read."""
        while True:
            try:
                await self.pool.warm_up()
                _log.info("masking_ready")
            except AttuneError as error:
                _log.error("masking_unavailable", code=error.code)
            await self._recycling.wait()
            self._recycling.clear()
            await hygiene.scrub()
            await self.pool.recycle()

    async def sweep_forever(self, interval: float) -> None:
        """Destroys what has expired, every `interval` seconds; a failed sweep is repeated.

        What another process has destroyed (`attune retention sweep`) leaves memory and screens, too.
        """
        while True:
            for step in (self._sweep, self._check_living):
                try:
                    await step()
                except StoreUnavailable as error:
                    _log.error("sweep_failed", code=error.code)
            await asyncio.sleep(interval)

    async def _sweep(self) -> None:
        await self.memory.sweep(self._swept)

    async def _check_living(self) -> None:
        await self.check(Why.EXPIRED, *self.conversations.living)

    def _swept(self, receipt: Receipt) -> None:
        if receipt.what == "transcript":
            self.gone(receipt)

    async def check(self, why: Why, *sessions: str) -> None:
        """What is doomed or destroyed in the store leaves memory and screens, whoever did it.

        `why` is told while the store has not concluded a reason.
        """
        for session in sessions:
            status = await self.memory.retention_status(SessionId(session))
            if status.state in GONE and self.conversations.drop(session):
                self._tell(session, str(status.why or why), status.receipt or "")
                self._recycling.set()
