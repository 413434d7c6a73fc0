"""The parts of one running signaling node, as routes and pages see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from live_notes.export import Printer
from live_notes.processors import ProcessorRegistry
from retention import Clock, Memory, PracticeId
from signaling.accesses import Accesses
from signaling.bus import Bus
from signaling.cluster.membership import Cluster
from signaling.config import Settings
from signaling.conversations import Conversations
from signaling.ears import Ears
from signaling.energy import EnergyBook
from signaling.feeds import Feeds
from signaling.forgetting import Forgetting
from signaling.hub import Hub
from signaling.live_drafts import LiveDrafts
from signaling.metrics import Metrics
from signaling.notebook import Notebook
from signaling.rate import Buckets
from signaling.recordings import Recordings
from signaling.standings import Standings
from signaling.tokens import Tokens
from signaling.wordings import Attestation
from wire.browser import ConsentWording


@dataclass(frozen=True, slots=True)
class House:
    """Everything composed by `signaling.app`; read-only."""

    settings: Settings
    clock: Clock
    memory: Memory
    tokens: Tokens
    bus: Bus
    ears: Ears
    hub: Hub
    feeds: Feeds
    conversations: Conversations
    notebook: Notebook
    live_drafts: LiveDrafts
    forgetting: Forgetting
    processors: ProcessorRegistry
    metrics: Metrics
    logins: Buckets
    wordings: tuple[ConsentWording, ...]
    in_person_wordings: tuple[ConsentWording, ...]
    practice: PracticeId
    version: str
    accesses: Accesses
    energy: EnergyBook
    recordings: Recordings
    attestation: Attestation
    """What whoever uploads a recording confirms."""
    standings: Standings = field(default_factory=Standings)
    printer: Printer = field(default_factory=Printer)
    cluster: Cluster | None = None

    def now(self) -> datetime:
        """Wall clock, aware UTC."""
        return self.clock.now()

    def turn_expiry(self) -> datetime:
        """When a TURN credential given out now ends."""
        return self.now() + timedelta(seconds=self.settings.turn_ttl_seconds)
