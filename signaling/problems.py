"""Errors as `application/problem+json` (RFC 9457), mapped in this one place. No input is echoed."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from aiohttp import web
from pydantic import BaseModel, ValidationError

from retention import AttuneError
from wire import WireError

STATUS_BY_CODE: dict[str, int] = {
    "bad-input": 400,
    "login-required": 401,
    "token-forged": 401,
    "token-expired": 401,
    "token-replayed": 401,
    "token-refused": 401,
    "token-revoked": 403,
    "wrong-session": 403,
    "scope-missing": 403,
    "forbidden": 403,
    "origin-refused": 403,
    "processor-refused": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "already-signed": 409,
    "attestation-missing": 409,
    "stale-version": 409,
    "not-ready": 409,
    "transcript-destroyed": 410,
    "body-too-large": 413,
    "unsupported-media-type": 415,
    "invalid-body": 422,
    "too-many-requests": 429,
    "key-unavailable": 503,
    "store-unavailable": 503,
    "cannot-delete": 503,
    "destruction-incomplete": 503,
}
"""HTTP status of each stable code; what is not listed is our own fault (500)."""

INTERNAL = "internal"


class Problem(BaseModel):
    """The body of every error."""

    type: str
    title: str
    status: int
    code: str
    detail: str


def problem(code: str, detail: str, status: int | None = None) -> Problem:
    """A problem with its status and title."""
    chosen = status or STATUS_BY_CODE.get(code, 500)
    return Problem(
        type=f"/problems/{code}", title=HTTPStatus(chosen).phrase, status=chosen, code=code, detail=detail
    )


def of_error(error: Exception) -> Problem:  # noqa: PLR0911 - one flat table
    """The problem an error stands for; an unforeseen one says nothing of itself."""
    match error:
        case AttuneError():
            return problem(error.code, error.detail)
        case WireError():
            return problem("invalid-body", error.detail)
        case ValidationError():
            return problem("invalid-body", finding(error))
        case web.HTTPNotFound():
            return problem("not-found", "there is nothing at this address")
        case web.HTTPMethodNotAllowed():
            return problem("method-not-allowed", "this address does not know the method")
        case web.HTTPRequestEntityTooLarge():
            return problem("body-too-large", "the body is larger than this server takes")
        case web.HTTPException():
            return problem(f"http-{error.status}", error.reason or "refused", error.status)
        case _:
            return problem(INTERNAL, "something went wrong here; nothing was changed that is not shown")


def finding(error: ValidationError) -> str:
    """The first thing pydantic objects to: where and which rule; no value, no name we did not choose."""
    first: Any = error.errors(include_input=False, include_url=False, include_context=False)[0]
    known = first["loc"][:-1] if first["type"] == "extra_forbidden" else first["loc"]
    where = ".".join(str(part) for part in known)
    return f"{where or 'body'}: {first['type']}"


def response(found: Problem) -> web.Response:
    """The HTTP answer of a problem."""
    headers = {"Cache-Control": "no-store"}
    if found.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="attune"'
    if found.status == 429:
        headers["Retry-After"] = "10"
    return web.json_response(
        text=found.model_dump_json(),
        status=found.status,
        content_type="application/problem+json",
        headers=headers,
    )
