"""What every request passes: security headers, one access line without the query, errors as problems."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import perf_counter

from aiohttp import web

from retention import AttuneError
from signaling import problems
from signaling.logs import get_logger
from signaling.metrics import Metrics
from signaling.pages import security_headers

METRICS = web.AppKey("metrics", Metrics)

_log = get_logger()


def _route(request: web.Request) -> str:
    """The declared path with its placeholders: an access line names no session."""
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else "unknown"


@web.middleware
async def answer(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Turns whatever is raised into a problem; counts and logs the request."""
    began = perf_counter()
    try:
        response = await handler(request)
    except (asyncio.CancelledError, ConnectionResetError):
        raise
    except Exception as error:  # noqa: BLE001 - the one place where errors become answers
        response = _problem(error, request)
    if type(response) is web.Response:
        # An idle connection would keep its last answer, and the words in it, in memory.
        response.force_close()
    status = response.status
    request.app[METRICS].requests.labels(request.method, str(status)).inc()
    took = round((perf_counter() - began) * 1000, 1)
    level = _log.info if status < 500 else _log.error
    level("request", method=request.method, route=_route(request), status=status, duration_ms=took)
    return response


def _problem(error: Exception, request: web.Request) -> web.Response:
    found = problems.of_error(error)
    if found.code == problems.INTERNAL:
        _log.error("request_failed", route=_route(request), error=type(error).__name__)
    elif isinstance(error, AttuneError) and found.status in {401, 403}:
        _log.warning("refused", route=_route(request), code=found.code)
    response = problems.response(found)
    if isinstance(error, web.HTTPMethodNotAllowed):
        response.headers["Allow"] = ", ".join(sorted(error.allowed_methods))  # RFC 9110 §15.5.6
    return response


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Adds the security headers to every answer, streams included (a signal of aiohttp)."""
    for name, value in security_headers(request.host).items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "attune"
