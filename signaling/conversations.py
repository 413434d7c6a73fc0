"""The conversations in memory: opened when needed, put away when nobody needs them, cleared at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from retention import SessionId
from signaling.conversation import SETTLE_SECONDS, Conversation
from signaling.logs import get_logger

_log = get_logger()


@dataclass(slots=True)
class Conversations:
    """The conversations in memory, by session. `build` makes one from the records."""

    build: Callable[[SessionId], Awaitable[Conversation]]
    living: dict[str, Conversation] = field(default_factory=dict)
    on_struck: Callable[[SessionId, Sequence[str]], Awaitable[None]] | None = None
    _incomplete: set[str] = field(default_factory=set)
    _used: dict[str, float] = field(default_factory=dict)
    _workers: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _building: str | None = None
    _overtaken: bool = False
    _tasks: asyncio.TaskGroup | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """A context within which conversations live; on the way out what was heard is kept, then cleared."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            try:
                yield
            finally:
                await self._settle()
                for session in tuple(self.living):
                    self.drop(session)
                self._tasks = None

    async def _settle(self) -> None:
        """Lets what was heard be kept, in bounded time; nobody waits for a worker that has ended."""
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                for session, conversation in tuple(self.living.items()):
                    worker = self._workers.get(session)
                    if worker is not None and not worker.done():
                        await conversation.settle()
        except TimeoutError:
            _log.error("finals_not_settled", count=len(self.living))

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
                found = self.living[session] = await self._built(session)
                found.on_struck, found.words_missing = self.on_struck, session in self._incomplete
                self._workers[session] = self._tasks.create_task(found.run(), name=f"conversation-{session}")
            self._used[session] = asyncio.get_running_loop().time()
            return found

    async def _built(self, session: SessionId) -> Conversation:
        """What the store holds now: words read while they were being destroyed are not taken up."""
        while True:
            self._building, self._overtaken = session, False
            try:
                built = await self.build(session)
            finally:
                self._building = None
            if not self._overtaken:
                return built
            built.clear()

    def words_missing(self, session: str) -> None:
        """A track's words did not all arrive: the session's note will say so."""
        self._incomplete.add(session)
        conversation = self.living.get(session)
        if conversation is not None:
            conversation.words_missing = True

    def rest(self, seconds: float, in_call: Callable[[str], bool]) -> int:
        """Clears conversations nobody used for so long; they are rebuilt from the store when needed.

        How many were. One in a call, with finals to keep or with a draft under way stays.
        """
        now = asyncio.get_running_loop().time()
        rested = 0
        for session, conversation in tuple(self.living.items()):
            if conversation.waiting or in_call(session):
                self._used[session] = now
            elif now - self._used[session] >= seconds:
                if conversation.words_missing:
                    self._incomplete.add(session)
                rested += self._let_go(session)
        return rested

    async def put_away(self, session: str) -> None:
        """Clears a session's words from memory once they are kept; they stay sealed in the store."""
        conversation = self.living.get(session)
        if conversation is None:
            return
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                await conversation.settle()
        except TimeoutError:
            _log.error("finals_not_settled", session=session)
        self._let_go(session)

    def drop(self, session: str) -> bool:
        """Clears a destroyed session's words from memory, if there are any; none are taken any more."""
        self._incomplete.discard(session)
        if session == self._building:
            self._overtaken = True
        return self._let_go(session)

    def _let_go(self, session: str) -> bool:
        conversation = self.living.pop(session, None)
        self._used.pop(session, None)
        if conversation is not None:
            conversation.clear()
        worker = self._workers.pop(session, None)
        if worker is not None:
            worker.cancel()
        return conversation is not None
