"""Composes a signaling node: opens the memory, wires the parts, owns the background tasks, builds the app."""

from __future__ import annotations

import asyncio
import base64
import binascii
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from aiohttp import web
from pydantic import SecretStr

from live_notes.drafting.writing import masked_note
from live_notes.masking import AnalysisPool
from media_worker.powercap import package_meter
from media_worker.process_memory import lock_memory
from retention import LOCAL, BadInput, Clock, Memory, RetentionSettings, SessionId, SystemClock, occupied
from signaling import middleware, openapi
from signaling.accesses import Accesses
from signaling.building import ConversationBuilder, RoomBuilder
from signaling.bus import LocalBus
from signaling.cluster.joining import Membership, Passage, joined, passage
from signaling.cluster.membership import Cluster
from signaling.config import Settings, factors_of
from signaling.control import ControlLink
from signaling.conversations import Conversations
from signaling.ears import Ears
from signaling.energy import EnergyBook
from signaling.feeds import Feeds
from signaling.forgetting import Forgetting
from signaling.house import House
from signaling.hub import Hub
from signaling.ice import ice_servers
from signaling.live_drafts import LiveDrafts
from signaling.logs import get_logger
from signaling.metrics import Metrics
from signaling.missing_notes import draft_missing
from signaling.notebook import Notebook
from signaling.pages import Pages, client_folder
from signaling.promises import keep_promises
from signaling.rate import Buckets
from signaling.recordings import Recordings
from signaling.rest import ROUTES, UPGRADES
from signaling.routes import mount
from signaling.sending import declared, drafter_of
from signaling.sockets import SocketEndpoint
from signaling.steady import kept_going
from signaling.tokens import Tokens, signing_key
from signaling.uploads import RecordingFetch, Uploads
from signaling.wordings import Attestation, current_wordings, recording_attestation
from signaling.workers import Registry
from wire.browser import ConsentWording

WATCH_SECONDS = 0.5
END_SECONDS = 3.0

_log = get_logger()


def package_version() -> str:
    """The installed version of Attune."""
    try:
        return version("attune")
    except PackageNotFoundError:
        return "0.0.0"


def retention_settings(settings: Settings) -> RetentionSettings:
    """The memory's settings. Raises `BadInput` for a master key that is not 32 bytes of base64."""
    key = None if settings.master_key is None else _key(settings.master_key.get_secret_value())
    others = _secret(settings.other_master_keys) or ""
    return RetentionSettings(
        folder=settings.folder,
        database_url=_secret(settings.database_url),
        key_store_path=settings.key_store_path,
        key_store_url=_secret(settings.key_store_url),
        key_store_may_lose=settings.key_store_may_lose,
        master_key=key,
        other_master_keys=tuple(_key(other) for other in others.split(",") if other.strip()),
        master_key_file=settings.master_key_file,
        master_key_kms=settings.master_key_kms,
        transcript_days=settings.transcript_days,
        legal_hold=settings.legal_hold,
    )


def _key(text: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise BadInput("master_key must be base64 of 32 bytes") from None


def _secret(given: SecretStr | None) -> str | None:
    return None if given is None else given.get_secret_value()


@dataclass(frozen=True, slots=True)
class Node:
    """A composed node: its parts, its application, and the token its workers must bear."""

    house: House
    app: web.Application
    worker_token: str
    passage: Passage | None = None
    """Its way to the other nodes, in a cluster."""

    async def leave(self) -> None:
        """Before it stops: hands its sessions over to the other nodes, if there are any."""
        if self.passage is not None:
            await self.passage.leave()


@asynccontextmanager
async def node(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Node]:
    """A running node without its listening socket; everything is closed in order on the way out.

    Raises:
        AttuneError: the memory, the processors or the masking could not be opened.
        OSError: Redis is configured and can't be reached.
    """
    chosen = clock or SystemClock()
    async with AsyncExitStack() as stack:
        kept = retention_settings(settings)
        stack.enter_context(occupied(kept))
        memory = await stack.enter_async_context(Memory.open(kept, chosen))
        pool = AnalysisPool(
            settings.masking_processes,
            protect=lock_memory,
            model=settings.masking_model,
            modules=(masked_note.__module__,),
        )
        stack.push_async_callback(pool.close)
        pool.start()
        membership = await stack.enter_async_context(joined(settings))
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        house = await _house(settings, chosen, memory, pool, membership)
        way = None if membership is None else passage(membership, house)
        await stack.enter_async_context(house.conversations.running())
        await stack.enter_async_context(house.hub.running())
        background = [
            tasks.create_task(kept_going(name, work), name=name)
            for name, work in (_background(house) | ({} if way is None else way.background(house))).items()
        ]
        worker_token = _worker_token(settings, house)
        composed = Node(house, application(house, worker_token, way), worker_token, way)
        try:
            yield composed
        finally:
            house.recordings.uploads.close()
            await composed.leave()
            house.feeds.close()
            await house.energy.flush()
            await _ended(background)


def _background(house: House) -> dict[str, Callable[[], Awaitable[None]]]:
    """What runs beside the calls, by name; each is started again when it fails."""
    return {
        "sweep": lambda: house.forgetting.sweep_forever(house.settings.sweep_seconds),
        "masking": house.forgetting.keep_masking_fresh,
        "loop-lag": house.metrics.watch_loop,
        "energy": house.energy.run,
        "workers": lambda: _watch(house),
        "missing-notes": lambda: draft_missing(house.notebook),
        "promises": lambda: keep_promises(house),
    }


async def _ended(background: Sequence[asyncio.Task[None]]) -> None:
    """Cancels tasks until they have ended: a library under them may swallow a cancellation."""
    pending = set(background)
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=END_SECONDS)
        for task in pending:
            _log.warning("task_slow_to_end", where=task.get_name())


def _worker_token(settings: Settings, house: House) -> str:
    """The given one; else one for this server's own workers, in a cluster the same on every node."""
    if settings.worker_token is not None:
        return settings.worker_token.get_secret_value()
    return secrets.token_urlsafe(32) if house.cluster is None else house.cluster.secret.worker_token()


def _helped(settings: Settings) -> str | None:
    """The AI processor that helps to draft, if one does."""
    return settings.processor if settings.drafter == "model" else None


def _wordings(settings: Settings, *, in_person: bool = False) -> tuple[ConsentWording, ...]:
    """What participants of this practice read before they agree."""
    days, helped = settings.transcript_days, _helped(settings)
    return current_wordings(days, helped, legal_hold=settings.legal_hold, in_person=in_person)


def _attestation(settings: Settings) -> Attestation:
    """What whoever uploads a recording to this practice confirms."""
    return recording_attestation(settings.transcript_days, _helped(settings), legal_hold=settings.legal_hold)


def _ears(settings: Settings, clock: Clock, book: EnergyBook, conversations: Conversations) -> Ears:
    """The workers' side of the calls."""
    return Ears(
        Registry(settings.worker_timeout_seconds, settings.worker_behind_seconds),
        clock.monotonic,
        ice_servers(settings, "ear", clock.now()) if settings.turn_secret is None else (),
        book.used,
        conversations.words_missing,
    )


async def _house(
    settings: Settings, clock: Clock, memory: Memory, pool: AnalysisPool, membership: Membership | None
) -> House:
    registry, book = declared(settings), EnergyBook(memory, factors_of(settings), package_meter())
    metrics, feeds = Metrics(), Feeds(settings.outbox_messages)
    tokens = Tokens(await signing_key(memory.settings), clock.now, memory.tokens)
    drafter = drafter_of(settings, registry, memory, clock, book)
    builder = ConversationBuilder(memory, LOCAL, pool, clock, drafter, book.spend)
    conversations = Conversations(builder.build if membership is None else membership.owned(builder.build))
    notebook = Notebook(memory, conversations, LOCAL, clock.now, settings.note_seconds, book.drafted)
    ears = _ears(settings, clock, book, conversations)
    rooms = RoomBuilder(
        settings,
        memory,
        LOCAL,
        clock,
        _wordings(settings),
        _wordings(settings, in_person=True),
        conversations,
        notebook,
        lambda: forgetting,
        ears,
        feeds,
        metrics,
    )
    hub = Hub(rooms.build if membership is None else membership.owned(rooms.build))
    forgetting = Forgetting(memory, conversations, feeds, hub.find, pool)

    async def struck(session: SessionId, segments: Sequence[str]) -> None:
        forgetting.forget_words()
        await notebook.struck(session, segments)

    conversations.on_struck = struck
    return House(
        settings=settings,
        clock=clock,
        memory=memory,
        tokens=tokens,
        bus=LocalBus() if membership is None else membership.bus,
        cluster=None if membership is None else membership.cluster,
        ears=ears,
        hub=hub,
        feeds=feeds,
        conversations=conversations,
        notebook=notebook,
        live_drafts=LiveDrafts(conversations, pool, notebook.spec, book.drafted, clock),
        forgetting=forgetting,
        processors=registry,
        metrics=metrics,
        logins=Buckets(settings.login_attempts_per_minute / 60, settings.login_attempts_per_minute),
        wordings=rooms.wordings,
        in_person_wordings=rooms.in_person_wordings,
        practice=LOCAL,
        version=package_version(),
        accesses=Accesses(memory.audit.append, clock.monotonic, LOCAL),
        energy=book,
        recordings=_recordings(rooms, None if membership is None else membership.cluster),
        attestation=_attestation(settings),
    )


def _recordings(rooms: RoomBuilder, cluster: Cluster | None) -> Recordings:
    """What hears recordings, of the parts that rooms are made of."""
    node = None if cluster is None else cluster.nodes.own.worker_url
    return Recordings(
        rooms.settings,
        rooms.memory,
        rooms.practice,
        rooms.clock.now,
        rooms.conversations,
        rooms.notebook,
        rooms.forgetting,
        rooms.feeds,
        rooms.metrics,
        Uploads(rooms.ears, node),
    )


async def _watch(house: House) -> None:
    """Gives up on silent workers and keeps the gauges, twice a second."""
    while True:
        house.ears.tick()
        counted = house.ears.registry.summary()
        house.metrics.workers.set(counted["workers"])
        house.metrics.tracks.set(counted["tracks"])
        house.metrics.rooms.set(len(house.hub.rooms))
        house.metrics.reachable.set(house.cluster is None or house.cluster.reachable)
        house.metrics.leases.set(0 if house.cluster is None else len(house.cluster.leases.held))
        await asyncio.sleep(WATCH_SECONDS)


def application(house: House, worker_token: str, way: Passage | None = None) -> web.Application:
    """The HTTP application of a composed node."""
    passed = [middleware.answer] if way is None else [middleware.answer, way.forwarding.middleware]
    app = web.Application(middlewares=passed, client_max_size=house.settings.max_body_bytes)
    app[middleware.METRICS] = house.metrics
    app.on_response_prepare.append(middleware.add_headers)
    mount(openapi.self_described(ROUTES, UPGRADES, house.version), app, house)
    beat = house.settings.worker_heartbeat_seconds
    control = ControlLink(house.ears, worker_token, beat, None if way is None else way.known_nodes)
    app.router.add_get("/v1/workers", control.serve)
    fetching = RecordingFetch(house.recordings.uploads, worker_token)
    app.router.add_get("/v1/workers/recordings/{recording}", fetching.serve)
    app.router.add_get("/v1/socket", SocketEndpoint(house, None if way is None else way.relaying).serve)
    Pages.load(client_folder()).mount(app)
    return app
