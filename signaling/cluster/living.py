"""The live state of a node's sessions, as its membership sees it: what is needed, and how it is let go of."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention import AttuneError
from signaling.cluster.membership import Cluster
from signaling.cluster.news import News
from signaling.conversations import Conversations
from signaling.feeds import Feeds
from signaling.forgetting import Forgetting
from signaling.hub import Hub
from signaling.logs import get_logger
from signaling.notebook import Notebook

if TYPE_CHECKING:
    from signaling.house import House

SETTLE_SECONDS = 5.0

_log = get_logger()


@dataclass(frozen=True, slots=True)
class LiveState:
    """Rooms, conversations, drafts and event streams of one node."""

    hub: Hub
    conversations: Conversations
    notebook: Notebook
    feeds: Feeds
    forgetting: Forgetting
    news: News

    def needs(self, session: str) -> bool:
        """Whether anything of the session is held in memory or under way."""
        return (
            self.hub.find(session) is not None
            or session in self.conversations.living
            or session in self.notebook.drafting
        )

    async def let_go(self, session: str) -> None:
        """Closes the session's sockets so that they come back, keeps what was heard, drops the rest."""
        try:
            await self.hub.evict(session)
            conversation = self.conversations.living.get(session)
            if conversation is not None:
                async with asyncio.timeout(SETTLE_SECONDS):
                    await conversation.settle()
        except TimeoutError:
            _log.error("finals_not_settled", session=session)
        finally:  # also when whoever asked for it waits no longer
            self.conversations.drop(session)
            self.feeds.end(session)
            if session in self.news.held:
                self.news.held.discard(session)
                self.forgetting.forget_words()

    async def look_after_calls(self, house: House, cluster: Cluster) -> None:
        """Until cancelled, takes up calls whose node is gone, though nobody came back to them."""
        while True:
            await asyncio.sleep(house.settings.sweep_seconds)
            for record in await house.memory.sessions.list(house.practice):
                if record.started_at is not None and record.ended_at is None:
                    await self._take_up(record.id, cluster)

    async def _take_up(self, session: str, cluster: Cluster) -> None:
        try:
            if self.hub.find(session) is None and await cluster.free(session):
                await self.hub.open(session)
                _log.info("call_taken_over", session=session)
        except AttuneError as error:
            _log.warning("call_not_taken_over", session=session, code=error.code)
