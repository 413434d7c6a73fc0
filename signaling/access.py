"""Who asks, and what they may do. Deny by default: a route without a matching scope answers nobody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from aiohttp import web

from retention import NotFound, PracticeId, SessionId, Sessions
from signaling.errors import (
    LoginRequired,
    OriginRefused,
    ScopeMissing,
    TokenRefused,
    TokenReplayed,
    TokenRevoked,
    WrongSession,
)
from signaling.tokens import CLINICIAN_SCOPES, PARTICIPANT_SCOPES, JoinClaims, LoginClaims, Tokens
from wire import Role

COOKIE = "attune_session"
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Scope(StrEnum):
    """What a route asks for."""

    PUBLIC = "public"
    CALL = "call"
    WITHDRAW = "consent:withdraw"
    FATE = "transcript:fate"
    TRANSCRIPT_READ = "transcript:read"
    TRANSCRIPT_WRITE = "transcript:write"
    SESSIONS_READ = "sessions:read"
    SESSIONS_WRITE = "sessions:write"
    NOTES_READ = "notes:read"
    NOTES_WRITE = "notes:write"
    RECORDS_READ = "records:read"
    SETTINGS = "settings"


CLINICIAN = frozenset(Scope) - {Scope.PUBLIC, Scope.CALL, Scope.WITHDRAW}
"""What a logged-in clinician may do. A join token holds its own scopes, for its own session."""


JOINED = frozenset(scope for scope in Scope if scope.value in {*CLINICIAN_SCOPES, *PARTICIPANT_SCOPES}) | {
    Scope.WITHDRAW,
    Scope.FATE,
}
"""What some join token may do, in its own session."""


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody known: a clinician by cookie, or a participant by join token."""

    practice: str
    scopes: frozenset[Scope]
    login: LoginClaims | None = None
    join: JoinClaims | None = None

    @property
    def actor(self) -> str:
        """How records name this person."""
        return self.join.participant if self.join is not None else "clinician"


async def principal_of(request: web.Request, tokens: Tokens, practice: str) -> Principal | None:
    """Who sends this request, or None when nobody is named.

    Raises:
        TokenRefused: a token was given and is not good.
    """
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer:
        join = await tokens.read_join(bearer.strip())
        known = {scope.value for scope in Scope}
        scopes = frozenset(Scope(name) for name in join.scopes if name in known)
        # Whoever can be heard in a call can take that back and see what came of it while the link lives.
        own = (
            {Scope.WITHDRAW, Scope.FATE}
            if Scope.CALL in scopes and join.role is not Role.CLINICIAN
            else set()
        )
        return Principal(practice, (scopes - {Scope.PUBLIC}) | own, join=join)
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        return None
    login = await tokens.read_login(cookie)
    return Principal(login.practice, CLINICIAN, login=login)


async def admitted(
    request: web.Request,
    scope: Scope,
    tokens: Tokens,
    practice: str,
    session: str | None,
    sessions: Sessions,
) -> Principal | None:
    """The principal, if they may use a route of this scope (None on a public route without one).

    A join token is checked against the records each time: its participant must not be revoked, and the
    call scope ends with the session.

    Raises:
        LoginRequired, ScopeMissing, WrongSession, TokenRefused.
    """
    if scope is Scope.PUBLIC:
        try:
            return await principal_of(request, tokens, practice)
        except TokenRefused:
            return None
    principal = await principal_of(request, tokens, practice)
    if principal is None:
        raise LoginRequired("log in with the one-time link the server printed")
    if principal.join is not None and principal.join.session != session:
        raise WrongSession("this link belongs to another session")
    if scope not in principal.scopes:
        raise ScopeMissing(f"this needs the scope {scope.value}")
    if principal.join is not None:
        await _still_good(principal.join, scope, practice, sessions)
    return principal


async def _still_good(join: JoinClaims, scope: Scope, practice: str, sessions: Sessions) -> None:
    revoked = TokenRevoked("this link was taken back; ask your clinician for a new one")
    try:
        record = await sessions.get(PracticeId(practice), SessionId(join.session))
    except NotFound:
        raise revoked from None
    person = next((one for one in record.participants if one.id == join.participant), None)
    if person is None or person.revoked:
        raise revoked
    if scope is Scope.CALL and record.ended_at is not None:
        raise TokenReplayed("this session is over")


def same_origin(request: web.Request, public_url: str | None) -> None:
    """Refuses a change that another site's page asks for with our cookie.

    Browsers send `Origin` with every such request (Fetch §3.1); programs without cookies need none.

    Raises:
        OriginRefused.
    """
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if origin is None and site in {"same-origin", "none"}:
        return
    allowed = {urlsplit(public_url).netloc} if public_url else set()
    allowed.add(request.headers.get("Host", ""))
    if origin is None or urlsplit(origin).netloc not in allowed:
        raise OriginRefused("changes are taken only from this server's own pages")
