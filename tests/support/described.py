"""Holds the server to its own description: every answer must be one that `/openapi.json` declares."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import aiohttp
from jsonschema import Draft202012Validator

from signaling.openapi import document, self_described
from signaling.rest import ROUTES, UPGRADES
from signaling.routes import Route

Json = dict[str, Any]


@dataclass(frozen=True)
class Described:
    """A description, and a count of the answers that were held to it, by operation and status."""

    document: Json
    seen: Counter[tuple[str, int]] = field(default_factory=Counter)

    @property
    def operations(self) -> dict[str, Json]:
        """All operations by their id."""
        return {one["operationId"]: one for path in self.document["paths"].values() for one in path.values()}

    def check(self, method: str, path: str, status: int, kind: str, body: bytes) -> None:
        """Raises `AssertionError` when the answer is not a declared one; other addresses answer freely."""
        template = self._template(path)
        if template is None:
            return
        operation = self.document["paths"][template].get(method.lower())
        if operation is None:
            assert status == 405, f"{method} {template} is not described and answers {status}"
            return
        name = operation["operationId"]
        self.seen[(name, status)] += 1
        declared = operation["responses"].get(str(status))
        assert declared is not None, f"{name} answers {status}, which is not declared: {body[:300]!r}"
        declared = self._followed(declared)
        if "content" not in declared:
            assert not body, f"{name} answers {status} with a body that is not declared"
            return
        assert kind in declared["content"], f"{name} answers {status} as {kind}, which is not declared"
        if kind.endswith("json"):
            self.fits(declared["content"][kind]["schema"], json.loads(body), f"{name} {status}")

    def fits(self, schema: Json, value: Any, what: str) -> None:
        """Raises `AssertionError` when a value has not the declared form."""
        whole = {**schema, "components": self.document["components"]}
        wrong = [
            f"{error.json_path}: {error.message[:200]}"
            for error in _validator(json.dumps(whole)).iter_errors(value)
        ]
        assert not wrong, f"{what} is not as declared: {wrong}"

    def _followed(self, response: Json) -> Json:
        reference = response.get("$ref")
        if reference is None:
            return response
        found: Json = self.document["components"]["responses"][reference.rsplit("/", 1)[1]]
        return found

    def _template(self, path: str) -> str | None:
        exact = [one for one in self.document["paths"] if one == path]
        fitting = [one for one in self.document["paths"] if re.fullmatch(_pattern(one), path)]
        return next(iter(exact + fitting), None)


def _pattern(template: str) -> str:
    return re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template))


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema))


@cache
def routes() -> tuple[Route, ...]:
    """Everything the server mounts."""
    return self_described(ROUTES, UPGRADES, "tests")


@cache
def described() -> Described:
    """The description of this source tree's server."""
    return Described(document(routes(), UPGRADES, "tests"))


async def conformant(
    request: aiohttp.ClientRequest, onward: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """A client middleware: what is answered must be what is described. Streams are not read."""
    response = await onward(request)
    if response.status == 101 or request.method == "HEAD":
        return response
    kind = response.content_type if response.headers.get("Content-Type") else ""
    body = b"" if kind == "text/event-stream" else await response.read()
    described().check(request.method, request.url.path, response.status, kind, body)
    return response
