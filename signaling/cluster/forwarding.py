"""Passes a request about a session on to the node that owns it, and its answer back as it comes.

The owner authorises the request itself, by the same cookie or token. What is passed on once is not passed on
again: a node that is asked for a session that is not its own says so, and the first node looks once more.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, web
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from retention import Clock, Memory, NoteId, NotFound, PracticeId
from signaling.access import principal_of
from signaling.cluster.membership import Cluster
from signaling.cluster.nodes import NodeRecord
from signaling.cluster.refusals import (
    MARK,
    ClusterRefusal,
    OwnerUnreachable,
    SessionElsewhere,
    refused,
)
from signaling.cluster.secret import HEADER
from signaling.errors import BodyTooLarge, ScopeMissing, TokenRefused
from signaling.logs import get_logger
from signaling.streaming import send
from signaling.tokens import Tokens

LOOKS = 2
LOOK_AGAIN_SECONDS = 0.25
CONNECT_SECONDS = 3.0
READ_SECONDS = 180.0
"""Longest silence of an owner: a note may take its time; an event stream says every 15 s that it lives."""

HOP_BY_HOP = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "expect",
        HEADER.lower(),
    }
)
"""Headers of one connection only (RFC 9110 §7.6.1), and the nodes' own."""

_log = get_logger()


@dataclass(slots=True)
class Forwarding:
    """What forwarding needs of a node. `limit`: bytes of the largest request body."""

    cluster: Cluster
    http: ClientSession
    clock: Clock
    tokens: Tokens
    memory: Memory
    practice: PracticeId
    limit: int
    _open: set[ClientResponse] = field(default_factory=set)

    def inner(self, request: web.Request) -> bool:
        """Whether another node passed this request on. Raises `ScopeMissing`."""
        given = request.headers.get(HEADER)
        if given is None:
            return False
        at = self.clock.now().timestamp()
        if not self.cluster.secret.admits(given, request.method, request.path_qs, at):
            raise ScopeMissing("this request does not come from a node of this cluster")
        return True

    def credential(self, method: str, target: str) -> dict[str, str]:
        """The header that makes a request an inner one."""
        at = self.clock.now().timestamp()
        return {HEADER: self.cluster.secret.credential(method, target, at)}

    @property
    def middleware(self) -> Callable[..., Awaitable[web.StreamResponse]]:
        """Serves here what belongs here, and lets the owner answer the rest."""

        @web.middleware
        async def forward(
            request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
        ) -> web.StreamResponse:
            try:
                session = await self._session_of(request)
                if session is None:
                    return await handler(request)
                return await self._answered(request, session, self.inner(request), handler)
            except ClusterRefusal as refusal:
                _log.warning("not_served_here", code=refusal.code)
                return refused(refusal)

        return forward

    async def stop(self) -> None:
        """Cuts the answers that still stream through this node; who follows them asks again."""
        for answer in tuple(self._open):
            answer.close()

    # ------------------------------------------------------------ whose request

    async def _session_of(self, request: web.Request) -> str | None:
        """The session a request is about, None for what any node answers (also: refuses)."""
        parts = request.match_info
        session = parts.get("session")
        if (session is None and "note" not in parts) or not await self._known(request, session):
            return None
        return session if session is not None else await self._session_of_note(parts["note"])

    async def _known(self, request: web.Request, session: str | None) -> bool:
        """Whether somebody asks who may ask about this session: nobody else makes nodes work."""
        try:
            principal = await principal_of(request, self.tokens, self.practice)
        except TokenRefused:
            return False
        if principal is None:
            return False
        return principal.join is None or principal.join.session == session

    async def _session_of_note(self, note: str) -> str | None:
        try:
            return (await self.memory.notes.read(NoteId(note))).session
        except NotFound:
            return None

    # ------------------------------------------------------------ answering

    async def _answered(
        self,
        request: web.Request,
        session: str,
        inner: bool,
        serve: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        body: bytes | None = None
        look = 1
        while True:
            with self.cluster.using(session):
                owner = await self.cluster.place(session)
                if owner is None and body is None:
                    return await serve(request)
            if inner:
                raise SessionElsewhere("this session lives on another node")
            body = await self._body(request) if body is None else body
            try:
                return await self._forwarded(request, owner or self.cluster.nodes.own, body)
            except (SessionElsewhere, OwnerUnreachable):
                if look == LOOKS:
                    raise
            look += 1
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def _body(self, request: web.Request) -> bytes:
        """The whole body: it is needed again if the session has just moved. Raises `BodyTooLarge`."""
        received = bytearray()
        async for chunk in request.content.iter_any():
            received += chunk
            if len(received) > self.limit:
                raise BodyTooLarge(f"this server takes bodies of at most {self.limit} bytes")
        return bytes(received)

    async def _forwarded(self, request: web.Request, owner: NodeRecord, body: bytes) -> web.StreamResponse:
        """The owner's answer. Raises SessionElsewhere, OwnerUnreachable."""
        target = request.path_qs
        headers = _carried(request.headers)
        headers.update(self.credential(request.method, target))
        headers["X-Forwarded-For"] = _addresses(request)
        headers.popall("Content-Length", None)
        try:
            answer = await self.http.request(
                request.method,
                URL(owner.url + target, encoded=True),  # as it came: the mark is of these letters
                headers=headers,
                data=body or None,
                allow_redirects=False,
                timeout=ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS),
            )
        except (ClientError, TimeoutError, OSError):
            raise OwnerUnreachable("the session's node does not answer; ask again shortly") from None
        self.cluster.forwarded("request")
        self._open.add(answer)
        try:
            if MARK in answer.headers:
                raise SessionElsewhere("the session has just moved; ask again")
            return await _passed_back(request, answer)
        finally:
            self._open.discard(answer)
            answer.close()


async def _passed_back(request: web.Request, answer: ClientResponse) -> web.StreamResponse:
    """Streams an answer through; when its node falls silent midway, the connection is cut, not ended."""
    stream = web.StreamResponse(status=answer.status, headers=_carried(answer.headers))
    await stream.prepare(request)
    try:
        async for chunk in answer.content.iter_any():
            await send(request, stream, chunk)
    except (ClientError, TimeoutError):
        _log.warning("answer_cut", status=answer.status)
        if request.transport is not None:
            request.transport.close()
        return stream
    await stream.write_eof()
    return stream


def _carried(headers: CIMultiDictProxy[str]) -> CIMultiDict[str]:
    """The headers that are not of one connection only."""
    return CIMultiDict((name, value) for name, value in headers.items() if name.lower() not in HOP_BY_HOP)


def _addresses(request: web.Request) -> str:
    """Whom a request comes from, by way of whom: each node adds who asked it."""
    before = request.headers.get("X-Forwarded-For", "")
    return ", ".join(filter(None, (before, request.remote or "unknown")))
