"""Errors as `application/problem+json` (RFC 9457), mapped in this one place. No input is echoed."""

from __future__ import annotations

from http import HTTPStatus

from aiohttp import web
from pydantic import BaseModel, Field

from retention import AttuneError
from signaling import recording_errors
from signaling.errors import InvalidInput
from signaling.findings import finding
from signaling.meanings import MEANINGS
from wire import WireError

__all__ = [
    "INTERNAL",
    "STATUS_BY_CODE",
    "FieldProblem",
    "Problem",
    "finding",
    "of_error",
    "problem",
    "response",
]

STATUS_BY_CODE: dict[str, int] = {
    **recording_errors.STATUSES,
    "bad-input": 400,
    "choice-refused": 400,
    "rule-refused": 400,
    "template-refused": 400,
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
    "placeholder-unknown": 404,
    "method-not-allowed": 405,
    "already-signed": 409,
    "client-kept": 409,
    "legally-held": 409,
    "attestation-missing": 409,
    "stale-version": 409,
    "not-ready": 409,
    "not-signed": 409,
    "transcript-destroyed": 410,
    "body-too-large": 413,
    "unsupported-media-type": 415,
    "pdf-unprintable": 422,
    "invalid-body": 422,
    "invalid-query": 422,
    "too-many-requests": 429,
    "internal": 500,
    "seal-broken": 500,
    "drafting-timed-out": 503,
    "masking-unavailable": 503,
    "pdf-failed": 503,
    "key-unavailable": 503,
    "store-unavailable": 503,
    "cannot-delete": 503,
    "session-elsewhere": 503,
    "owner-unreachable": 503,
    "cluster-unreachable": 503,
    "node-stopping": 503,
    "destruction-incomplete": 503,
}
"""HTTP status of each stable code; what is not listed is our own fault (500)."""

INTERNAL = "internal"
NO_PAGE = "about:blank"
"""`type` of a problem that its status says all about (RFC 9457 §4.2.1)."""

PAGES = "/problems/"


class FieldProblem(BaseModel):
    """What is wrong with one part of what was sent; the value itself is never repeated."""

    pointer: str = Field(description="JSON pointer to the part, as a URI fragment; `#` is the whole")
    message: str = Field(description="what is asked of this part, as a sentence")


class Problem(BaseModel):
    """The body of every error (RFC 9457)."""

    type: str = Field(
        description="address of a page about problems with this code",
        json_schema_extra={"format": "uri-reference"},
    )
    title: str = Field(description="the HTTP status in words")
    status: int = Field(ge=400, le=599)
    code: str = Field(description="stable and meant for programs", pattern=r"^[a-z0-9-]+$")
    detail: str = Field(description="what happened and what to do next, as a sentence for people")
    errors: tuple[FieldProblem, ...] = Field(
        default=(), description="each part that was refused, if parts were"
    )


def problem(code: str, detail: str, status: int | None = None) -> Problem:
    """A problem with its status and title."""
    chosen = status or STATUS_BY_CODE.get(code, 500)
    return Problem(
        type=f"{PAGES}{code}" if code in MEANINGS else NO_PAGE,
        title=HTTPStatus(chosen).phrase,
        status=chosen,
        code=code,
        detail=sentence(detail),
    )


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def of_error(error: Exception) -> Problem:  # noqa: PLR0911 - one flat table
    """The problem an error stands for; an unforeseen one says nothing of itself."""
    match error:
        case InvalidInput():
            parts = tuple(FieldProblem(pointer=one.pointer, message=one.message) for one in error.findings)
            return problem(error.code, error.detail).model_copy(update={"errors": parts})
        case AttuneError():
            return problem(error.code, error.detail)
        case WireError():
            return problem("invalid-body", error.detail)
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


def response(found: Problem) -> web.Response:
    """The HTTP answer of a problem."""
    headers = {"Cache-Control": "no-store"}
    if found.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="attune"'
    if found.status == 429:
        headers["Retry-After"] = "10"
    return web.json_response(
        text=found.model_dump_json(exclude_defaults=True),
        status=found.status,
        content_type="application/problem+json",
        headers=headers,
    )
