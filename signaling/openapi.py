"""`/openapi.json`, drawn from the declared routes (OpenAPI 3.1): what a route declares is what it does."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from typing import Any, Literal

from pydantic import BaseModel, RootModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from retention import AttuneError
from signaling.access import CLINICIAN, COOKIE, JOINED, Scope
from signaling.problems import Problem
from signaling.refusals import by_status, codes_of
from signaling.routes import JSON, PART, Call, Route, json_text

REFERENCE = "#/components/schemas/{model}"
PROBLEM = "application/problem+json"
OCTETS = "application/octet-stream"
LOGIN, JOIN, WORKER = "login", "joinToken", "workerToken"

Json = dict[str, Any]
Key = tuple[type[BaseModel], JsonSchemaMode]


class Description(RootModel[dict[str, Any]]):
    """An OpenAPI 3.1 document."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A WebSocket (RFC 6455). `said` and `heard` are the messages its client sends and receives, as JSON.

    `bearer`: whether the upgrade itself needs the workers' token; otherwise the first message says who it is.
    """

    path: str
    summary: str
    said: type[BaseModel]
    heard: type[BaseModel]
    refuses: tuple[type[AttuneError], ...] = ()
    bearer: bool = False


def self_described(routes: Sequence[Route], upgrades: Sequence[Upgrade], version: str) -> tuple[Route, ...]:
    """The routes and one more, `/openapi.json`, that describes them all and itself."""

    @cache
    def text() -> str:
        return json.dumps(document(everything, upgrades, version), ensure_ascii=False)

    async def answer(call: Call) -> Any:
        return json_text(await asyncio.to_thread(text))  # it takes a while, once

    own = Route(
        "GET", "/openapi.json", Scope.PUBLIC, answer, "This description", reply=Description, query=None
    )
    everything = (*routes, own)
    return everything


def document(routes: Sequence[Route], upgrades: Sequence[Upgrade], version: str) -> Json:
    """The OpenAPI document of these routes and WebSockets."""
    names, defined = _schemas(routes, upgrades)
    refusals = _Refusals(names[(Problem, "serialization")])
    paths: dict[str, Json] = {}
    for route in routes:
        operation = _Operation(route, names, refusals).described()
        paths.setdefault(route.path, {})[route.method.lower()] = operation
    for upgrade in upgrades:
        paths[upgrade.path] = {"get": _upgraded(upgrade, names, refusals)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Attune",
            "version": version,
            "description": "The programming interface of an Attune server. Every error is a problem "
            "(RFC 9457) whose `code` is stable; /problems says what each means.",
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": defined, "responses": refusals.defined, "securitySchemes": _schemes()},
    }


def _schemas(routes: Sequence[Route], upgrades: Sequence[Upgrade]) -> tuple[dict[Key, Json], Json]:
    """A reference for each model, and all definitions."""
    sent: set[type[BaseModel]] = {Problem}
    taken: set[type[BaseModel]] = set()
    for route in routes:
        sent |= {model for model in (route.reply, *route.events.values()) if model is not None}
        taken |= {route.body} if route.body is not None else set()
    for upgrade in upgrades:
        taken.add(upgrade.said)
        sent.add(upgrade.heard)
    keys: list[Key] = [
        *((model, "validation") for model in taken),
        *((model, "serialization") for model in sent),
    ]
    keys.sort(key=lambda key: (key[0].__name__, key[1]))
    names, schemas = models_json_schema(keys, ref_template=REFERENCE)
    return {key: names[key] for key in keys}, schemas.get("$defs", {})


def _schemes() -> Json:
    return {
        LOGIN: {
            "type": "apiKey",
            "in": "cookie",
            "name": COOKIE,
            "description": "A clinician's login, set by POST /v1/login.",
        },
        JOIN: {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "A participant's join token; it opens its own session only.",
        },
        WORKER: {"type": "http", "scheme": "bearer", "description": "The token shared with media workers."},
    }


def keys_of(route: Route) -> list[Json]:
    """What opens the route, as alternatives; empty when nothing is needed."""
    if route.scope is Scope.PUBLIC:
        return [{LOGIN: []}, {}] if route.knows else []
    cookie: list[Json] = [{LOGIN: []}] if route.scope in CLINICIAN else []
    return cookie + ([{JOIN: []}] if route.scope in JOINED else [])


@dataclass(slots=True)
class _Refusals:
    """The refusals as responses that operations share; `problem` refers to the schema of all of them."""

    problem: Json
    defined: dict[str, Json] = field(default_factory=dict)
    _names: dict[tuple[str, ...], str] = field(default_factory=dict)

    def of(self, codes: frozenset[str]) -> Json:
        """References by status."""
        found = {}
        for status, some in by_status(codes).items():
            name = self._names.get(tuple(some)) or self._define(status, some)
            found[str(status)] = {"$ref": f"#/components/responses/{name}"}
        return found

    def _define(self, status: int, codes: list[str]) -> str:
        phrase = HTTPStatus(status).phrase
        family = phrase.replace(" ", "")
        same = sum(1 for name in self.defined if name.rstrip("0123456789") == family)
        name = self._names[tuple(codes)] = f"{family}{same + 1 if same else ''}"
        narrowed = {"type": "object", "properties": {"code": {"enum": codes}, "status": {"const": status}}}
        self.defined[name] = {
            "description": f"{phrase}: {', '.join(codes)}",
            "content": {PROBLEM: {"schema": {"allOf": [self.problem, narrowed]}}},
        }
        header = {401: "WWW-Authenticate", 429: "Retry-After", 503: "Retry-After"}.get(status)
        if header is not None:
            always = {"required": status != HTTPStatus.SERVICE_UNAVAILABLE, "schema": {"type": "string"}}
            self.defined[name]["headers"] = {header: always}
        return name


@dataclass(frozen=True, slots=True)
class _Operation:
    """One route as an Operation Object. `names` has a reference for each model."""

    route: Route
    names: dict[Key, Json]
    refusals: _Refusals

    def described(self) -> Json:
        """The Operation Object."""
        route = self.route
        operation: Json = {
            "operationId": route.name,
            "summary": route.summary,
            "tags": [route.path.split("/")[2] if route.path.startswith("/v1/") else "server"],
            "parameters": [*_path_parameters(route.parts), *_query_parameters(route)],
            "responses": self._responses(),
            "x-scope": route.scope.value,
            "security": keys_of(route),
        }
        if route.body is not None:
            content = {JSON: {"schema": self.names[(route.body, "validation")]}}
            operation["requestBody"] = {"required": True, "content": content}
        if route.streamed:
            bytes_of_it = {"schema": {"type": "string", "format": "binary"}}
            operation["requestBody"] = {
                "required": True,
                "description": route.streamed,
                "content": {OCTETS: bytes_of_it},
            }
        if route.events:
            operation["description"] = "Events: " + "; ".join(
                f"`{name}`: {(model.__doc__ or '').splitlines()[0]}" for name, model in route.events.items()
            )
            operation["x-events"] = {
                name: self.names[(model, "serialization")] for name, model in route.events.items()
            }
        return operation

    def _responses(self) -> Json:
        found = {str(status): self._success(status) for status in (self.route.status, *self.route.also)}
        return found | self.refusals.of(codes_of(self.route))

    def _success(self, status: int) -> Json:
        answer: Json = {"description": HTTPStatus(status).phrase}
        if status == HTTPStatus.NO_CONTENT:
            return answer
        answer["content"] = {kind: {"schema": self._schema(kind)} for kind in self.route.media}
        return answer

    def _schema(self, kind: str) -> Json:
        if (kind == JSON or kind.endswith("+json")) and self.route.reply is not None:
            return self.names[(self.route.reply, "serialization")]
        return {"type": "string"}


def _path_parameters(parts: Iterable[str]) -> list[Json]:
    form = {"type": "string", "pattern": f"^{PART}$"}
    return [{"name": part, "in": "path", "required": True, "schema": form} for part in parts]


def _query_parameters(route: Route) -> list[Json]:
    if route.query is None:
        return []
    schema = route.query.model_json_schema()
    found = []
    for name, form in schema.get("properties", {}).items():
        described = {key: value for key, value in form.items() if key not in {"title", "description"}}
        one: Json = {"name": name, "in": "query", "required": False, "schema": _never_null(described)}
        if "description" in form:
            one["description"] = form["description"]
        found.append(one)
    return found


def _never_null(form: Json) -> Json:
    """A parameter's form: what may be left out is never sent as null."""
    kinds = [kind for kind in form.get("anyOf", ()) if kind != {"type": "null"}]
    rest = {key: value for key, value in form.items() if key != "anyOf" and (key, value) != ("default", None)}
    return {**rest, **kinds[0]} if kinds else rest


def _upgraded(upgrade: Upgrade, names: dict[Key, Json], refusals: _Refusals) -> Json:
    """The upgrade request of a WebSocket. A plain GET is answered by a problem."""
    codes = frozenset({"internal", *(error.code for error in upgrade.refuses)})
    first: Literal["worker", "public"] = "worker" if upgrade.bearer else "public"
    plain = {"description": "Not an upgrade request", "content": {PROBLEM: {"schema": refusals.problem}}}
    return {
        "operationId": "get" + re.sub(r"[{}]", "", upgrade.path).replace("/v1/", "/").replace("/", "_"),
        "summary": upgrade.summary,
        "tags": [upgrade.path.split("/")[2]],
        "description": "A WebSocket (RFC 6455): text messages, one JSON object each. Its client sends "
        "`x-messages.sent` and receives `x-messages.received`.",
        "parameters": [
            *_path_parameters(re.findall(r"{(\w+)}", upgrade.path)),
            {"name": "Upgrade", "in": "header", "required": True, "schema": {"const": "websocket"}},
        ],
        "responses": {"101": {"description": "Switching Protocols"}, "400": plain, **refusals.of(codes)},
        "x-messages": {
            "sent": names[(upgrade.said, "validation")],
            "received": names[(upgrade.heard, "serialization")],
        },
        "x-scope": first,
        "security": [{WORKER: []}] if upgrade.bearer else [],
    }
