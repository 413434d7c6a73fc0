"""Routes as declarations: method, path, scope, bodies. One function serves them all."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, ValidationError

from retention import AttuneError, NotFound
from signaling import access
from signaling.access import Principal, Scope
from signaling.errors import BodyTooLarge, InvalidBody, InvalidQuery, UnsupportedMedia
from signaling.findings import Finding, findings_of

if TYPE_CHECKING:
    from signaling.house import House

B = TypeVar("B", bound=BaseModel)

JSON = "application/json"
_SUBJECTS = ("note", "session", "client", "template")
"""Parts of a path that say what an access is to, the closest first."""

PART = r"[A-Za-z0-9_-]{1,64}"
"""What an id or a code in a path looks like; nothing else is looked up in the records."""


class Body(BaseModel):
    """A request body: unknown fields are refused, and no string of it stays in pydantic's cache."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True, cache_strings="none")


class Query(BaseModel):
    """Query parameters: unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, cache_strings="none")


class NoQuery(Query):
    """No parameters at all."""


class Reply(BaseModel):
    """A response body."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request on its way through a route."""

    request: web.Request
    house: House
    principal: Principal | None
    given: BaseModel | None = None
    asked: Query | None = None

    def query(self, model: type[B]) -> B:
        """The validated query parameters, typed."""
        if not isinstance(self.asked, model):
            raise TypeError("the route does not declare this query")
        return self.asked

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
    """One operation of the REST interface, declared; the server and its description both follow this.

    `body` and `reply` are its JSON models. `query` is None where parameters are not looked at.
    `refuses` are the errors its answer itself may raise; what comes before the answer (access, the form of
    what is sent) follows from the rest. `media` are the forms of the answer; JSON has the model `reply`.
    `knows`: a public route that looks at who asks. `also`: statuses beside `status` with the same answer.
    `events`: the events of a stream, by name. `streamed`: what bytes its answer reads from the body itself,
    as they come. `access`: what looking at it is called in the audit chain.
    """

    method: str
    path: str
    scope: Scope
    answer: Callable[[Call], Awaitable[Answer]]
    summary: str
    body: type[Body] | None = None
    reply: type[BaseModel] | None = None
    status: int = 200
    query: type[Query] | None = NoQuery
    refuses: tuple[type[AttuneError], ...] = ()
    media: tuple[str, ...] = (JSON,)
    knows: bool = False
    also: tuple[int, ...] = ()
    events: Mapping[str, type[BaseModel]] = field(default_factory=dict)
    access: str | None = None
    streamed: str = ""

    @property
    def changes(self) -> bool:
        """Whether it may change something."""
        return self.method in access.CHANGING

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the path's variable parts."""
        return tuple(re.findall(r"{(\w+)}", self.path))

    @property
    def name(self) -> str:
        """The operation's id, e.g. `post_sessions_id_tokens`."""
        words = self.path.replace("/v1/", "/").replace("{", "").replace("}", "").replace(".", "_")
        return f"{self.method.lower()}{words.replace('/', '_')}".rstrip("_")


def mount(routes: Sequence[Route], app: web.Application, house: House) -> None:
    """Adds the routes to an application; those that anybody may read also answer HEAD."""
    for route in routes:
        serve = _served(route, house)
        if route.method == "GET" and route.scope is Scope.PUBLIC:
            app.router.add_get(route.path, serve)
        else:
            app.router.add_route(route.method, route.path, serve)


def _served(route: Route, house: House) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def serve(request: web.Request) -> web.StreamResponse:
        principal = await _principal(route, house, request)
        if route.changes and (principal is None or principal.login is not None):
            access.same_origin(request, house.settings.public_url)
        if any(re.fullmatch(PART, request.match_info[part]) is None for part in route.parts):
            raise NotFound("there is nothing at this address")
        asked = None if route.query is None else _query(request, route.query)
        limit = house.settings.max_body_bytes
        given = None if route.body is None else await _body(request, route.body, limit)
        call = Call(request, house, principal, given, asked)
        # What lasts or changes something goes on record first: it can't be taken back afterwards.
        first = bool(route.events) or route.changes
        if first:
            await _record(route, call)
        answered = await route.answer(call)
        if not first:
            await _record(route, call)
        return _response(route, answered)

    return serve


async def _record(route: Route, call: Call) -> None:
    """Puts an access to what is kept on record. Raises `StoreUnavailable`: then nothing is shown."""
    if route.access is not None and call.principal is not None:
        subject = next((call.part(name) for name in _SUBJECTS if name in route.parts), "practice")
        await call.house.accesses.record(call.principal, route.access, subject)


async def _principal(route: Route, house: House, request: web.Request) -> Principal | None:
    if route.scope is Scope.PUBLIC and not route.knows:
        return None
    session = request.match_info.get("session")
    return await access.admitted(
        request, route.scope, house.tokens, house.practice, session, house.memory.sessions
    )


def _query(request: web.Request, model: type[Query]) -> Query:
    """The request's query parameters as `model`. Raises `InvalidQuery`."""
    given = request.query
    names = [field.alias or name for name, field in model.model_fields.items()]
    twice = [name for name in names if len(given.getall(name, ())) > 1]
    if twice:
        raise InvalidQuery([Finding((name,), "is given more than once") for name in twice])
    try:
        return model.model_validate(dict(given))
    except ValidationError as error:
        raise InvalidQuery(findings_of(error)) from None


async def _body(request: web.Request, model: type[BaseModel], limit: int) -> BaseModel:
    """The request's JSON as `model`. Raises BodyTooLarge, UnsupportedMedia, InvalidBody."""
    if request.content_type != JSON:
        raise UnsupportedMedia(f"send JSON with Content-Type: {JSON}")
    if (request.content_length or 0) > limit:
        raise BodyTooLarge(f"this server takes bodies of at most {limit} bytes")
    received = bytearray()
    async for chunk in request.content.iter_any():
        received += chunk
        if len(received) > limit:
            raise BodyTooLarge(f"this server takes bodies of at most {limit} bytes")
    try:
        return model.model_validate_json(bytes(received))
    except ValidationError as error:
        raise InvalidBody(findings_of(error)) from None


def _response(route: Route, answer: Answer) -> web.StreamResponse:
    if isinstance(answer, web.StreamResponse):
        return answer
    headers = {"Cache-Control": "no-store"}
    if answer is None:
        return web.Response(status=204, headers=headers)
    return web.Response(
        text=answer.model_dump_json(by_alias=True),
        status=route.status,
        content_type=JSON,
        headers=headers,
    )


def as_json(value: Any) -> web.Response:
    """An answer whose shape another room owns (a note, a receipt)."""
    return json_text(json.dumps(value, default=str, ensure_ascii=False))


def json_text(text: str) -> web.Response:
    """An answer that is JSON already."""
    return web.Response(text=text, content_type=JSON, headers={"Cache-Control": "no-store"})
