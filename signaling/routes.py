"""Routes as declarations: method, path, scope, bodies. One function serves them all."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict

from retention import NotFound
from signaling import access
from signaling.access import Principal, Scope
from signaling.errors import BodyTooLarge, UnsupportedMedia

if TYPE_CHECKING:
    from signaling.house import House

B = TypeVar("B", bound=BaseModel)


class Body(BaseModel):
    """A request body: unknown fields are refused, and no string of it stays in pydantic's cache."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, cache_strings="none")


class Reply(BaseModel):
    """A response body."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request on its way through a route."""

    request: web.Request
    house: House
    principal: Principal | None
    given: BaseModel | None = None

    def body(self, model: type[B]) -> B:
        """The validated body, typed."""
        if not isinstance(self.given, model):
            raise TypeError("the route does not declare this body")
        return self.given

    def part(self, name: str) -> str:
        """A part of the path."""
        return self.request.match_info[name]

    @property
    def someone(self) -> Principal:
        """The principal of a route that is not public."""
        if self.principal is None:
            raise TypeError("a public route has no principal")
        return self.principal


Answer = BaseModel | web.StreamResponse | None


@dataclass(frozen=True, slots=True)
class Route:
    """One operation of the REST interface. `body` and `reply` are its JSON models."""

    method: str
    path: str
    scope: Scope
    answer: Callable[[Call], Awaitable[Answer]]
    summary: str
    body: type[BaseModel] | None = None
    reply: type[BaseModel] | None = None
    status: int = 200
    query: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The operation's id, e.g. `post_sessions_id_tokens`."""
        words = self.path.replace("/v1/", "/").replace("{", "").replace("}", "").replace(".", "_")
        return f"{self.method.lower()}{words.replace('/', '_')}".rstrip("_")


def mount(routes: Sequence[Route], app: web.Application, house: House) -> None:
    """Adds the routes to an application."""
    for route in routes:
        app.router.add_route(route.method, route.path, _served(route, house))


def _served(route: Route, house: House) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def serve(request: web.Request) -> web.StreamResponse:
        session = request.match_info.get("session")
        practice = house.practice
        sessions = house.memory.sessions
        principal = await access.admitted(request, route.scope, house.tokens, practice, session, sessions)
        if route.method in access.CHANGING and (principal is None or principal.login is not None):
            access.same_origin(request, house.settings.public_url)
        given = (
            None if route.body is None else await _body(request, route.body, house.settings.max_body_bytes)
        )
        return _response(route, await route.answer(Call(request, house, principal, given)))

    return serve


async def _body(request: web.Request, model: type[BaseModel], limit: int) -> BaseModel:
    """The request's JSON as `model`. Raises BodyTooLarge, UnsupportedMedia, ValidationError."""
    if request.content_type != "application/json":
        raise UnsupportedMedia("send JSON with Content-Type: application/json")
    if (request.content_length or 0) > limit:
        raise BodyTooLarge(f"at most {limit} bytes")
    received = bytearray()
    async for chunk in request.content.iter_any():
        received += chunk
        if len(received) > limit:
            raise BodyTooLarge(f"at most {limit} bytes")
    return model.model_validate_json(bytes(received))


def _response(route: Route, answer: Answer) -> web.StreamResponse:
    if isinstance(answer, web.StreamResponse):
        return answer
    headers = {"Cache-Control": "no-store"}
    if answer is None:
        return web.Response(status=204, headers=headers)
    return web.Response(
        text=answer.model_dump_json(by_alias=True),
        status=route.status,
        content_type="application/json",
        headers=headers,
    )


def found(value: B | None, what: str) -> B:
    """The value, or `NotFound` naming what there is none of."""
    if value is None:
        raise NotFound(f"there is no such {what}")
    return value


def as_json(value: Any) -> web.Response:
    """An answer whose shape another room owns (a note, a receipt)."""
    return web.Response(
        text=json.dumps(value, default=str, ensure_ascii=False),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
