"""Composes a node's membership of a cluster from its settings, and joins it to the node's parts."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from aiohttp import ClientSession, DummyCookieJar

from retention import SessionId
from signaling.bus import Bus
from signaling.cluster.forwarding import Forwarding
from signaling.cluster.leases import SharedLeases
from signaling.cluster.living import LiveState
from signaling.cluster.membership import Cluster
from signaling.cluster.news import News
from signaling.cluster.nodes import NodeRecord, Nodes
from signaling.cluster.relaying import Relaying
from signaling.cluster.secret import ClusterSecret
from signaling.cluster.shared import SharedStore
from signaling.config import Settings
from signaling.redis_bus import RedisBus
from signaling.sockets import LARGEST_FRAME
from wire import control as w

if TYPE_CHECKING:
    from signaling.house import House

K = TypeVar("K", bound=str)
T = TypeVar("T")


@dataclass(slots=True)
class Membership:
    """A node's membership, and the sessions whose words were in this process."""

    cluster: Cluster
    bus: Bus
    http: ClientSession
    held: set[str] = field(default_factory=set)

    def owned(self, build: Callable[[K], Awaitable[T]]) -> Callable[[K], Awaitable[T]]:
        """`build`, but only under the session's lease: no live state exists anywhere else.

        What it gives raises `ClusterRefusal` besides what `build` raises.
        """

        async def under_lease(session: K) -> T:
            with self.cluster.using(session):
                await self.cluster.own(session)
                self.held.add(session)
                return await build(session)

        return under_lease


@asynccontextmanager
async def joined(settings: Settings) -> AsyncIterator[Membership | None]:
    """The membership that the settings ask for, announced; None for a server that is alone.

    Raises:
        OSError, ClusterUnreachable: Redis can't be reached.
        BadInput: the secret is not one.
    """
    if settings.redis_url is None or settings.node_url is None or settings.cluster_secret is None:
        yield None
        return
    url, seconds = settings.redis_url.get_secret_value(), settings.lease_seconds
    secret = ClusterSecret.parse(settings.cluster_secret.get_secret_value())
    own = NodeRecord(f"node_{secrets.token_urlsafe(9)}", settings.node_url.rstrip("/"))
    async with (
        RedisBus.open(url) as bus,
        SharedStore.open(url) as store,
        ClientSession(cookie_jar=DummyCookieJar(), auto_decompress=False) as http,
    ):
        cluster = Cluster(secret, SharedLeases(store, own.id, seconds), Nodes(store, secret, own, seconds))
        await cluster.join()
        yield Membership(cluster, bus, http)


@dataclass(frozen=True, slots=True)
class Passage:
    """What a composed node of a cluster serves with: how it forwards and relays, and what it does besides."""

    forwarding: Forwarding
    relaying: Relaying
    news: News
    live: LiveState
    cluster: Cluster

    def known_nodes(self) -> w.Nodes:
        """What media workers are told of the nodes."""
        nodes = self.cluster.nodes
        listed = tuple(w.Node(id=node.id, url=node.worker_url) for node in nodes.everybody())
        return w.Nodes(own=nodes.own.id, nodes=listed)

    async def leave(self) -> None:
        """Hands every session of this node over to the others."""
        await self.cluster.leave()

    def background(self, house: House) -> dict[str, Callable[[], Awaitable[None]]]:
        """What runs beside the calls, by name."""
        return {
            "cluster": self.cluster.keep,
            "cluster-news": self.news.listen,
            "cluster-tell": self.news.speak,
            "cluster-look": lambda: self.news.look_around(house.settings.sweep_seconds),
            "cluster-calls": lambda: self.live.look_after_calls(house, self.cluster),
        }


def passage(membership: Membership, house: House) -> Passage:
    """Joins a membership to a composed node's parts."""
    cluster = membership.cluster
    news = News(
        membership.bus,
        cluster.nodes.own.id,
        house.memory,
        house.forgetting,
        house.conversations,
        membership.held,
    )
    house.forgetting.announce = lambda session: news.tell("destroyed", session)
    live = LiveState(house.hub, house.conversations, house.notebook, house.feeds, house.forgetting, news)
    cluster.serve(live)
    cluster.forwarded = lambda kind: house.metrics.forwarded.labels(kind).inc()
    forwarding = Forwarding(
        cluster,
        membership.http,
        house.clock,
        house.tokens,
        house.memory,
        house.practice,
        house.settings.max_body_bytes,
    )
    relaying = Relaying(forwarding, 2 * house.settings.heartbeat_seconds, LARGEST_FRAME)
    cluster.leaving += [relaying.stop, forwarding.stop]
    way = Passage(forwarding, relaying, news, live, cluster)
    cluster.nodes.on_change = lambda: house.ears.tell_nodes(way.known_nodes())
    _tell_of_strikes(house, news)
    return way


def _tell_of_strikes(house: House, news: News) -> None:
    own = house.conversations.on_struck

    async def struck(session: SessionId, segments: Sequence[str]) -> None:
        news.tell("struck", session)
        if own is not None:
            await own(session, segments)

    house.conversations.on_struck = struck
