"""The transcript of one session while it lives in memory: sealed and masked final by final, in order.

Words go to the screens first (the room does that). A final then waits in two queues, to be sealed in the
store and to be masked for drafting, so that slow masking never delays keeping. Rule of both: finals are
never dropped, partials never enter.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from live_notes import DraftSpec, Note, PartialWithdrawn, Refused, Scribe
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
    struck: set[str] = field(default_factory=set)
    _to_keep: asyncio.Queue[Segment] = field(default_factory=asyncio.Queue, repr=False)
    _to_mask: asyncio.Queue[Segment] = field(default_factory=asyncio.Queue, repr=False)

    def take(self, segment: Segment) -> bool:
        """Takes a segment in; False when there is nothing to show of it (struck, late, destroyed, empty)."""
        if self.closed or segment.id in self.struck:
            return False
        if segment.final:
            self._to_keep.put_nowait(segment)
            self._to_mask.put_nowait(segment)
            return bool(segment.text.strip())
        return not any(
            isinstance(event, Refused | PartialWithdrawn) for event in self.scribe.receive(segment)
        )

    async def settle(self) -> None:
        """Waits until every final taken in so far is kept and masked."""
        await self._to_keep.join()
        await self._to_mask.join()

    async def run(self) -> None:
        """Keeps and masks finals in the order they came, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.work(self._to_keep, self._keep), name="conversation-keep")
            tasks.create_task(self.work(self._to_mask, self._mask), name="conversation-mask")

    async def work(self, queue: asyncio.Queue[Segment], step: Callable[[Segment], Awaitable[None]]) -> None:
        """Works one queue off, final by final, until cancelled."""
        while True:
            segment = await queue.get()
            try:
                if not self.closed and segment.text.strip():
                    await step(segment)
            except Exception as error:  # noqa: BLE001 - supervisor: the next final must still be kept
                code = error.code if isinstance(error, AttuneError) else type(error).__name__
                _log.error("final_not_taken", session=self.session, segment=segment.id, code=code)
            finally:
                queue.task_done()

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

    async def _mask(self, segment: Segment) -> None:
        await self.scribe.hear(segment)

    async def recall(self, segments: Sequence[Segment]) -> None:
        """Takes finals back in from the store (after a restart)."""
        for segment in segments:
            await self.scribe.hear(segment)

    async def strike(self, ids: Sequence[str], actor: str) -> Receipt:
        """Removes segments for good, from memory and store.

        Raises:
            NotFound, BadInput, TranscriptDestroyed, StoreUnavailable.
        """
        self.struck.update(ids)
        await self.settle()
        self.scribe.strike(ids)
        return await self.memory.transcripts.strike(self.session, ids, actor)

    async def draft(self, spec: DraftSpec) -> Note:
        """A note from what was heard."""
        await self.settle()
        return await self.scribe.draft(spec)

    def clear(self) -> None:
        """Drops every word and the map of the masked names."""
        self.closed = True
        for queue in (self._to_keep, self._to_mask):
            while not queue.empty():
                queue.get_nowait()
                queue.task_done()
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
