"""Join tokens, the one-time owner link, the clinician's login: signed, expiring, revocable (RFC 7519).

A join token is for one session and one participant. All are signed with HS256 under one key, which lives
sealed in the practice's settings; `aud` keeps the three kinds apart. Times are checked against our own
clock, so that tests need not wait.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import jwt

from signaling.errors import TokenExpired, TokenForged, TokenReplayed, TokenRevoked, WrongSession
from wire import Role

ISSUER = "attune"
ALGORITHM = "HS256"
JOIN, OWNER, LOGIN = "join", "owner-link", "login"
KEY_BYTES = 32
KEY_SETTING = "token_key"

CLINICIAN_SCOPES = ("call", "call:host", "transcript:read")
PARTICIPANT_SCOPES = ("call",)


class Ledger(Protocol):
    """What is remembered of tokens (retention's `TokenLedger`)."""

    async def revoke(self, jti: str, until: datetime) -> None:
        """The token is worth nothing from now on."""

    async def is_revoked(self, jti: str) -> bool:
        """Whether it was revoked."""

    async def use_once(self, jti: str, until: datetime) -> bool:
        """False when it was used before."""


@dataclass(frozen=True, slots=True)
class JoinClaims:
    """What a join token says."""

    session: str
    participant: str
    role: Role
    scopes: tuple[str, ...]
    jti: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class LoginClaims:
    """What a clinician's login says."""

    practice: str
    jti: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Tokens:
    """Mints and reads tokens. `now` gives aware UTC; `key` is at least 32 bytes."""

    key: bytes = field(repr=False)
    now: Callable[[], datetime]
    ledger: Ledger

    def join(
        self,
        session: str,
        participant: str,
        role: Role,
        expires_at: datetime,
        scopes: tuple[str, ...] | None = None,
    ) -> str:
        """A join token of one participant in one session."""
        fitting = CLINICIAN_SCOPES if role is Role.CLINICIAN else PARTICIPANT_SCOPES
        body = {"sub": participant, "session": session, "role": role.value, "scopes": list(scopes or fitting)}
        return self._sign(JOIN, expires_at, body)

    async def read_join(self, token: str, session: str | None = None) -> JoinClaims:
        """The claims of a join token, `session` being the only one it may be for.

        Raises:
            TokenForged, TokenExpired, TokenRevoked, WrongSession.
        """
        claims = self._verify(JOIN, token)
        try:
            join = JoinClaims(
                session=str(claims["session"]),
                participant=str(claims["sub"]),
                role=Role(claims["role"]),
                scopes=tuple(str(scope) for scope in claims["scopes"]),
                jti=str(claims["jti"]),
                expires_at=datetime.fromtimestamp(claims["exp"], UTC),
            )
        except (KeyError, TypeError, ValueError):
            raise TokenForged("the link is damaged; ask for a new one") from None
        if session is not None and join.session != session:
            raise WrongSession("this link belongs to another session")
        if await self.ledger.is_revoked(join.jti):
            raise TokenRevoked("this link was taken back; ask your clinician for a new one")
        return join

    def owner_link(self, practice: str, life: timedelta) -> str:
        """A token that logs the owner in once."""
        return self._sign(OWNER, self.now() + life, {"sub": practice})

    async def use_owner_link(self, token: str) -> str:
        """The practice the owner's link opens; the link is used up.

        Raises:
            TokenForged, TokenExpired, TokenReplayed.
        """
        claims = self._verify(OWNER, token)
        if not await self.ledger.use_once(str(claims["jti"]), datetime.fromtimestamp(claims["exp"], UTC)):
            raise TokenReplayed("this link was used before; restart the server for a new one")
        return str(claims["sub"])

    def login(self, practice: str, life: timedelta) -> str:
        """The value of the login cookie."""
        return self._sign(LOGIN, self.now() + life, {"sub": practice})

    async def read_login(self, token: str) -> LoginClaims:
        """Who is logged in. Raises TokenForged, TokenExpired or TokenRevoked."""
        claims = self._verify(LOGIN, token)
        jti, expires = str(claims["jti"]), datetime.fromtimestamp(claims["exp"], UTC)
        if await self.ledger.is_revoked(jti):
            raise TokenRevoked("you have logged out; use a new link")
        return LoginClaims(str(claims["sub"]), jti, expires)

    async def logout(self, login: LoginClaims) -> None:
        """Ends a login before its time."""
        await self.ledger.revoke(login.jti, login.expires_at)

    def _sign(self, audience: str, expires_at: datetime, body: dict[str, Any]) -> str:
        now = int(self.now().timestamp())
        frame = {
            "iss": ISSUER,
            "aud": audience,
            "iat": now,
            "nbf": now,
            "exp": int(expires_at.timestamp()),
            "jti": secrets.token_urlsafe(12),
        }
        return jwt.encode({**body, **frame}, self.key, algorithm=ALGORITHM)

    def _verify(self, audience: str, token: str) -> dict[str, Any]:
        try:
            claims = jwt.decode(
                token,
                self.key,
                algorithms=[ALGORITHM],
                audience=audience,
                issuer=ISSUER,
                options={
                    "require": ["exp", "nbf", "jti", "sub", "iss", "aud"],
                    "verify_exp": False,
                    "verify_nbf": False,
                    "verify_iat": False,
                },
            )
            begins, ends = float(claims["nbf"]), float(claims["exp"])
        except (jwt.InvalidTokenError, TypeError, ValueError):
            # Neither the token nor the library's words about it may surface.
            raise TokenForged("this link is not valid; ask for a new one") from None
        moment = self.now().timestamp()
        if moment >= ends or moment < begins - 60:  # a minute for clocks that disagree
            raise TokenExpired("this link has expired; ask for a new one")
        return claims


class SealedSettings(Protocol):
    """Where the key is kept (retention's `PracticeSettings`)."""

    async def get_or_put(self, key: str, make: Callable[[], Mapping[str, Any]]) -> dict[str, Any]:
        """The sealed JSON under `key`; made once, however many nodes ask at the same time."""


async def signing_key(settings: SealedSettings) -> bytes:
    """The practice's token key, made on first use and kept sealed."""

    def fresh() -> dict[str, Any]:
        return {"key": base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}

    return base64.b64decode(str((await settings.get_or_put(KEY_SETTING, fresh))["key"]))
