"""The transcript of one session while it lives in memory: sealed final by final, masked behind it.

Words enter the transcript and go to the screens first. A final then waits in a queue to be sealed in the
store (finals are never dropped, partials never enter), and masking follows at its own pace: slow or absent
masking delays neither keeping nor the note.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from live_notes import DraftSpec, FinalHeard, Note, PartialHeard, Scribe
from live_notes.masking import SessionMasker
from retention import AttuneError, Memory, Receipt, SessionId, StoreUnavailable, TranscriptDestroyed
from signaling.logs import get_logger
from wire import Segment

KEEP_ATTEMPTS = 5
RETRY_SECONDS = 0.5

_log = get_logger()


@dataclass(slots=True, eq=False)
class Conversation:
    """One session's words. `closed` once its transcript is destroyed: nothing is taken in any more."""

    session: SessionId
    scribe: Scribe
    masker: SessionMasker
    memory: Memory
    closed: bool = False
    _to_keep: asyncio.Queue[Segment] = field(default_factory=asyncio.Queue, repr=False)
    _to_mask: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    def take(self, segment: Segment) -> bool:
        """Takes a segment in; False when there is nothing to show of it (struck, late, destroyed, empty)."""
        if self.closed:
            return False
        events = self.scribe.receive(segment)
        if any(isinstance(event, FinalHeard) for event in events):
            self._to_keep.put_nowait(segment)
            self._to_mask.set()
        return any(isinstance(event, FinalHeard | PartialHeard) for event in events)

    def recall(self, segments: Sequence[Segment]) -> None:
        """Takes finals back in from the store (after a restart)."""
        for segment in segments:
            self.scribe.receive(segment)
        self._to_mask.set()

    async def settle(self) -> None:
        """Waits until every final taken in so far is kept."""
        await self._to_keep.join()

    async def run(self) -> None:
        """Keeps finals in the order they came, and masks them, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.work(), name="conversation-keep")
            tasks.create_task(self._mask(), name="conversation-mask")

    async def work(self) -> None:
        """Works the queue off, final by final, until cancelled."""
        while True:
            segment = await self._to_keep.get()
            try:
                if not self.closed:
                    await self._keep(segment)
            except Exception as error:  # noqa: BLE001 - supervisor: the next final must still be kept
                code = error.code if isinstance(error, AttuneError) else type(error).__name__
                _log.error("final_not_kept", session=self.session, segment=segment.id, code=code)
            finally:
                self._to_keep.task_done()

    async def _keep(self, segment: Segment) -> None:
        """Seals a final in the store; a busy store is asked again a few times."""
        body = segment.model_dump(mode="json")
        for attempt in range(1, KEEP_ATTEMPTS + 1):
            try:
                await self.memory.transcripts.append(self.session, body)
                return
            except TranscriptDestroyed:
                self.clear()
                return
            except StoreUnavailable:
                if attempt == KEEP_ATTEMPTS:
                    raise
                await asyncio.sleep(RETRY_SECONDS * attempt)

    async def _mask(self) -> None:
        """Masks what is not masked yet whenever something new is there."""
        while True:
            await self._to_mask.wait()
            self._to_mask.clear()
            await self.scribe.catch_up()

    async def strike(self, ids: Sequence[str], actor: str) -> Receipt:
        """Removes segments for good, from memory and store.

        Raises:
            NotFound, BadInput, TranscriptDestroyed, StoreUnavailable.
        """
        self.scribe.strike(ids)
        await self.settle()
        return await self.memory.transcripts.strike(self.session, ids, actor)

    async def draft(self, spec: DraftSpec) -> Note:
        """A note from what was heard."""
        await self.settle()
        return await self.scribe.draft(spec)

    def clear(self) -> None:
        """Drops every word and the map of the masked names."""
        self.closed = True
        while not self._to_keep.empty():
            self._to_keep.get_nowait()
            self._to_keep.task_done()
        self.scribe.clear()
        self.masker.clear()


@dataclass(slots=True)
class Conversations:
    """The conversations in memory, by session. `build` makes one from the records."""

    build: Callable[[SessionId], Awaitable[Conversation]]
    living: dict[str, Conversation] = field(default_factory=dict)
    _workers: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _tasks: asyncio.TaskGroup | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """A context within which conversations live; on the way out what was heard is kept, then cleared."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            try:
                yield
            finally:
                for conversation in tuple(self.living.values()):
                    await conversation.settle()
                for session in tuple(self.living):
                    self.drop(session)
                self._tasks = None

    async def open(self, session: SessionId) -> Conversation:
        """The session's conversation, rebuilt from the store if need be.

        Raises:
            NotFound, TranscriptDestroyed.
        """
        async with self._opening:
            found = self.living.get(session)
            if found is None:
                if self._tasks is None:
                    raise RuntimeError("conversations are not running")
                found = self.living[session] = await self.build(session)
                self._workers[session] = self._tasks.create_task(found.run(), name=f"conversation-{session}")
            return found

    def drop(self, session: str) -> None:
        """Clears a session's words from memory; no words of it are taken any more."""
        conversation = self.living.pop(session, None)
        if conversation is not None:
            conversation.clear()
        worker = self._workers.pop(session, None)
        if worker is not None:
            worker.cancel()
