"""What nodes tell each other about sessions: that a transcript ended, or that words were struck. Ids only.

The store is the truth, the bus only makes it fast: a node that is told looks there, and it looks by itself
with every sweep, so that a message that is lost delays nothing for longer than that.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from retention import Memory, SessionId
from signaling.bus import Bus, BusUnreachable, Subscription
from signaling.conversations import Conversations
from signaling.forgetting import GONE, Forgetting
from signaling.logs import get_logger

TOPIC = "transcripts"
MOST_WAITING = 4096
RETRY_SECONDS = 1.0

Kind = Literal["destroyed", "struck"]

_log = get_logger()


@dataclass(slots=True)
class News:
    """One node's end. `held`: sessions whose words were in this process or its masking processes."""

    bus: Bus
    node: str
    memory: Memory
    forgetting: Forgetting
    conversations: Conversations
    held: set[str]
    _waiting: deque[tuple[Kind, str]] = field(default_factory=lambda: deque(maxlen=MOST_WAITING))
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, kind: Kind, session: str) -> None:
        """Lets the other nodes know, as soon as they can be reached."""
        self._waiting.append((kind, session))
        self._more.set()

    async def speak(self) -> None:
        """Publishes what waits until cancelled; what can't be published is tried again."""
        while True:
            while self._waiting:
                kind, session = self._waiting[0]
                message = json.dumps({"from": self.node, "kind": kind, "session": session})
                try:
                    await self.bus.publish(TOPIC, message.encode())
                except BusUnreachable:
                    await asyncio.sleep(RETRY_SECONDS)
                else:
                    self._waiting.popleft()
            self._more.clear()
            await self._more.wait()

    async def listen(self) -> None:
        """Takes in what the others tell until cancelled. Raises `BusUnreachable`."""
        async with self.bus.subscribe(TOPIC) as told:
            for session in tuple(self.conversations.living):
                await self.look(session)  # while nobody listened, something may have been said
            while True:
                await self._take(told)

    async def _take(self, told: Subscription) -> None:
        try:
            parts = json.loads(await told.take())
            sender, kind, session = str(parts["from"]), str(parts["kind"]), str(parts["session"])
        except (ValueError, KeyError, TypeError):
            _log.warning("news_unreadable")
            return
        if sender == self.node:
            return
        if kind == "destroyed":
            await self.look(session)
        elif kind == "struck" and session in self.held:
            self.forgetting.forget_words()

    async def look(self, session: str) -> None:
        """If the store says that the session's transcript is gone, it leaves memory and screens here, too."""
        status = await self.memory.retention_status(SessionId(session))
        if status.state not in GONE:
            return
        self.forgetting.learned(session, str(status.why or "requested"), status.receipt or "")
        if session in self.held:
            self.held.discard(session)
            self.forgetting.forget_words()

    async def look_around(self, interval: float) -> None:
        """Looks after every session whose words are held here, every `interval` seconds."""
        while True:
            await asyncio.sleep(interval)
            for session in tuple(self.conversations.living):
                await self.look(session)
