"""The clinician logs in with the one-time link, asks who they are, logs out."""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web
from pydantic import Field

from retention import AuditEntry, StoreUnavailable
from signaling.access import COOKIE, Scope
from signaling.errors import TokenExpired, TokenForged, TokenReplayed, TooMany
from signaling.logs import get_logger
from signaling.notebook import PREFERENCES_SETTING
from signaling.routes import Body, Call, Reply, Route

_log = get_logger()


class Login(Body):
    """The token of the one-time link."""

    token: str = Field(min_length=1, max_length=4096)


class Profile(Reply):
    """Who signs this clinician's notes."""

    name: str
    credential: str


class Me(Reply):
    """Who is logged in, and to what."""

    clinician: Profile | None
    practice: str
    version: str
    model: str
    legal_hold: bool


async def log_in(call: Call) -> web.Response:
    """Uses the one-time link up and sets the login cookie."""
    house = call.house
    if not house.logins.take(call.request.remote or "unknown", house.clock.monotonic()):
        raise TooMany("too many attempts; wait a minute")
    practice = await house.tokens.use_owner_link(call.body(Login).token)
    await house.memory.audit.append(AuditEntry("clinician", "logged_in", "practice", practice=house.practice))
    life = timedelta(hours=house.settings.login_hours)
    answer = web.Response(status=204, headers={"Cache-Control": "no-store"})
    answer.set_cookie(
        COOKIE,
        house.tokens.login(practice, life),
        max_age=int(life.total_seconds()),
        httponly=True,
        samesite="Strict",
        secure=(house.settings.public_url or "").startswith("https:"),
        path="/",
    )
    _log.info("logged_in", practice=practice)
    return answer


async def log_out(call: Call) -> web.Response:
    """Ends the login at once, also for copies of the cookie."""
    login = call.principal.login if call.principal is not None else None
    if login is not None:
        await call.house.tokens.logout(login)
        entry = AuditEntry("clinician", "logged_out", "practice", practice=call.house.practice)
        await call.house.memory.audit.append(entry)
    answer = web.Response(status=204, headers={"Cache-Control": "no-store"})
    answer.del_cookie(COOKIE, path="/")
    return answer


async def me(call: Call) -> Me:
    """Who is logged in."""
    house = call.house
    kept = await house.memory.settings.get(PREFERENCES_SETTING, house.practice) or {}
    name, credential = str(kept.get("name", "")), str(kept.get("credential", ""))
    return Me(
        clinician=Profile(name=name, credential=credential) if name else None,
        practice=house.settings.practice_name,
        version=house.version,
        model=house.settings.model,
        legal_hold=house.settings.legal_hold,
    )


ROUTES = (
    Route(
        "POST",
        "/v1/login",
        Scope.PUBLIC,
        log_in,
        "Log in with the one-time link",
        Login,
        status=204,
        refuses=(TokenForged, TokenExpired, TokenReplayed, TooMany, StoreUnavailable),
    ),
    Route(
        "POST",
        "/v1/logout",
        Scope.PUBLIC,
        log_out,
        "Log out",
        status=204,
        knows=True,
        refuses=(StoreUnavailable,),
    ),
    Route("GET", "/v1/me", Scope.SETTINGS, me, "Who is logged in", reply=Me),
)
