"""Figures for Prometheus: counts and delays, never an id, a name or a word as a label."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

LAG_SECONDS = 0.25
"""Seconds between two looks at the event loop's lag."""

DELAYS = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)
LAGS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)


@dataclass(slots=True)
class Metrics:
    """One node's figures, in a registry of its own (so that tests can run several nodes)."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    rooms: Gauge = field(init=False)
    sockets: Gauge = field(init=False)
    workers: Gauge = field(init=False)
    tracks: Gauge = field(init=False)
    segments: Counter = field(init=False)
    refusals: Counter = field(init=False)
    requests: Counter = field(init=False)
    leases: Gauge = field(init=False)
    reachable: Gauge = field(init=False)
    forwarded: Counter = field(init=False)
    delay: Histogram = field(init=False)
    lag: Histogram = field(init=False)

    def __post_init__(self) -> None:
        made = self.registry
        self.rooms = Gauge("attune_rooms", "rooms open", registry=made)
        self.sockets = Gauge("attune_sockets", "participants' sockets open", registry=made)
        self.workers = Gauge("attune_workers", "media workers registered", registry=made)
        self.tracks = Gauge("attune_tracks", "tracks heard", registry=made)
        self.segments = Counter("attune_segments", "segments received", ["kind"], registry=made)
        self.refusals = Counter("attune_refusals", "messages and tokens refused", ["code"], registry=made)
        self.requests = Counter("attune_requests", "HTTP requests", ["method", "status"], registry=made)
        self.leases = Gauge("attune_leases", "sessions this node of a cluster holds", registry=made)
        self.reachable = Gauge(
            "attune_cluster_reachable", "whether the cluster's Redis answers (1 without one)", registry=made
        )
        self.forwarded = Counter(
            "attune_forwarded", "requests and sockets passed on to other nodes", ["kind"], registry=made
        )
        self.delay = Histogram(
            "attune_recognition_delay_seconds",
            "a window's end to its words",
            ["kind"],
            buckets=DELAYS,
            registry=made,
        )
        self.lag = Histogram("attune_loop_lag_seconds", "lag of the event loop", buckets=LAGS, registry=made)

    def exposition(self) -> tuple[bytes, str]:
        """The figures in Prometheus's text format, and its content type."""
        return generate_latest(self.registry), CONTENT_TYPE_LATEST

    async def watch_loop(self) -> None:
        """Measures how late the event loop wakes, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + LAG_SECONDS
            await asyncio.sleep(LAG_SECONDS)
            self.lag.observe(max(0.0, loop.time() - due))
