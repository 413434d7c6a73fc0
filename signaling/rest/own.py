"""What the server says about itself: life, readiness, figures, policy, problems."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from aiohttp import web

from retention import NotFound
from signaling import meanings, policy
from signaling.access import Scope
from signaling.problems import STATUS_BY_CODE
from signaling.rest.energy import FactorView
from signaling.routes import JSON, Answer, Call, Reply, Route, as_json

HTML = "text/html"

Answering: TypeAlias = Callable[[Call], Awaitable[Answer]]


class Health(Reply):
    """The server answers."""

    status: Literal["alive"]
    version: str


class AudioPolicy(Reply):
    """What happens to sound."""

    stored: bool
    kept_in_memory_seconds_at_most: float
    video_reaches_server: bool


class RecogniserPolicy(Reply):
    """Who turns sound into words."""

    model: str
    runs_on: str


class TranscriptPolicy(Reply):
    """How long words live."""

    sealed_with: str
    destroyed_at: tuple[str, ...]
    destroyed_after_days_at_the_latest: float
    checked_every_seconds: float
    legal_hold: bool


class ReceiptPolicy(Reply):
    """How receipts of destruction are signed, and the key (base64url) that anybody can check them with."""

    signed_with: str
    public_key: str


class NotePolicy(Reply):
    """What becomes of the note."""

    kept: bool
    drafter: str
    signed_by: str


class ProcessorPolicy(Reply):
    """An AI processor that may be used, with the agreement it stands under."""

    name: str
    host: str
    model: str
    local: bool
    baa: str | None


class EnergyPolicy(Reply):
    """How energy is known."""

    method: str
    factors: tuple[FactorView, ...]
    remote_method: str
    not_counted: tuple[str, ...]


class PolicyStatement(Reply):
    """What this installation does with words, as its configuration and code enforce it."""

    practice: str
    version: str
    audio: AudioPolicy
    recogniser: RecogniserPolicy
    transcript: TranscriptPolicy
    receipts: ReceiptPolicy
    note: NotePolicy
    processors: tuple[ProcessorPolicy, ...]
    wordings: tuple[str, ...]
    telemetry: bool
    training: bool
    emotion_detection: bool
    energy: EnergyPolicy


class Readiness(Reply):
    """Whether calls can be transcribed: 200 when they can, otherwise 503 with the same body."""

    ready: bool
    memory: Literal["open"]
    workers: int
    cluster: Literal["none", "reachable", "unreachable"] = "none"


async def health(call: Call) -> Health:
    """Whether the process lives."""
    return Health(status="alive", version=call.house.version)


async def ready(call: Call) -> web.Response:
    """Whether a media worker is there."""
    workers = call.house.ears.registry.summary()["workers"]
    node = call.house.cluster
    cluster: Literal["none", "reachable", "unreachable"] = "none"
    if node is not None:
        cluster = "reachable" if node.reachable else "unreachable"
    fit = workers > 0 and cluster != "unreachable"
    answer = as_json(
        Readiness(ready=fit, memory="open", workers=workers, cluster=cluster).model_dump(mode="json")
    )
    answer.set_status(200 if fit else 503)
    return answer


async def figures(call: Call) -> web.Response:
    """Figures in Prometheus's text format."""
    body, kind = call.house.metrics.exposition()
    return web.Response(body=body, headers={"Content-Type": kind, "Cache-Control": "no-store"})


async def stated(call: Call) -> web.Response:
    """What this installation does with words."""
    return await policy.serve(call.request, call.house)


async def problem(call: Call) -> web.Response:
    """What a problem's code means. Raises `NotFound`."""
    code = call.part("code")
    if code not in meanings.MEANINGS:
        raise NotFound("there is no problem of this code; /problems lists them")
    return _page(meanings.page_of(code, STATUS_BY_CODE.get(code, 500)))


async def problems(call: Call) -> web.Response:
    """All problems."""
    return _page(meanings.list_page(STATUS_BY_CODE))


def _page(text: str) -> web.Response:
    return web.Response(text=text, content_type=HTML, headers={"Cache-Control": "no-cache"})


def _told(path: str, answer: Answering, summary: str, *media: str, reply: type[Reply] | None = None) -> Route:
    return Route("GET", path, Scope.PUBLIC, answer, summary, reply=reply, query=None, media=media)


ROUTES = (
    _told("/healthz", health, "Whether the server lives", JSON, reply=Health),
    replace(_told("/readyz", ready, "Whether calls can be transcribed", JSON, reply=Readiness), also=(503,)),
    _told("/metrics", figures, "Figures for Prometheus", "text/plain"),
    _told("/policy", stated, "What becomes of words here", HTML, JSON, reply=PolicyStatement),
    _told("/problems", problems, "All problems", HTML),
    _told("/problems/{code}", problem, "What a problem means", HTML),
)
