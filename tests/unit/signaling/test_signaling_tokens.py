"""Join tokens, owner links and logins: what each opens, and what is refused."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta

import jwt
import pytest

from retention import FrozenClock
from signaling.errors import (
    TokenExpired,
    TokenForged,
    TokenReplayed,
    TokenRevoked,
    WrongSession,
)
from signaling.tokens import Tokens
from wire import Role


class Memory:
    """A token ledger in a set."""

    def __init__(self) -> None:
        self.revoked: set[str] = set()
        self.used: set[str] = set()

    async def revoke(self, jti: str, until: datetime) -> None:
        self.revoked.add(jti)

    async def is_revoked(self, jti: str) -> bool:
        return jti in self.revoked

    async def use_once(self, jti: str, until: datetime) -> bool:
        fresh = jti not in self.used
        self.used.add(jti)
        return fresh


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def tokens(clock: FrozenClock) -> Tokens:
    return Tokens(b"k" * 32, clock.now, Memory())


def joined(tokens: Tokens, clock: FrozenClock, session: str = "ses_1") -> str:
    return tokens.join(session, "par_1", Role.CLIENT, clock.now() + timedelta(hours=1))


async def test_a_join_token_names_one_session_and_one_participant(tokens: Tokens, clock: FrozenClock) -> None:
    claims = await tokens.read_join(joined(tokens, clock), "ses_1")
    assert (claims.session, claims.participant, claims.role) == ("ses_1", "par_1", Role.CLIENT)
    assert claims.scopes == ("call",)


async def test_only_the_clinicians_token_reads_the_transcript(tokens: Tokens, clock: FrozenClock) -> None:
    token = tokens.join("ses_1", "par_0", Role.CLINICIAN, clock.now() + timedelta(hours=1))
    assert "transcript:read" in (await tokens.read_join(token)).scopes


async def test_an_expired_token_is_refused(tokens: Tokens, clock: FrozenClock) -> None:
    token = joined(tokens, clock)
    clock.advance(timedelta(hours=1))
    with pytest.raises(TokenExpired):
        await tokens.read_join(token)


async def test_a_token_for_another_session_is_refused(tokens: Tokens, clock: FrozenClock) -> None:
    with pytest.raises(WrongSession):
        await tokens.read_join(joined(tokens, clock), "ses_2")


async def test_a_revoked_token_is_refused(tokens: Tokens, clock: FrozenClock) -> None:
    token = joined(tokens, clock)
    claims = await tokens.read_join(token)
    await tokens.ledger.revoke(claims.jti, claims.expires_at)
    with pytest.raises(TokenRevoked):
        await tokens.read_join(token)


def _forgeries(good: str) -> list[str]:
    head, body, signature = good.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode()
    claims = jwt.decode(good, options={"verify_signature": False})
    return [
        "",
        "garbage",
        f"{none}.{body}.",
        f"{head}.{body}.{signature[:-2]}AA",
        jwt.encode(claims, b"x" * 32, algorithm="HS256"),
        jwt.encode({**claims, "aud": "login"}, b"k" * 32, algorithm="HS256"),
        jwt.encode({**claims, "iss": "other"}, b"k" * 32, algorithm="HS256"),
        jwt.encode({**claims, "role": "king"}, b"k" * 32, algorithm="HS256"),
        jwt.encode(
            {name: value for name, value in claims.items() if name != "jti"}, b"k" * 32, algorithm="HS256"
        ),
    ]


async def test_forged_tokens_are_refused_and_never_repeated(tokens: Tokens, clock: FrozenClock) -> None:
    for forged in _forgeries(joined(tokens, clock)):
        with pytest.raises(TokenForged) as caught:
            await tokens.read_join(forged)
        assert forged == "" or forged not in str(caught.value)
        assert caught.value.__cause__ is None


async def test_an_owner_link_opens_once(tokens: Tokens) -> None:
    link = tokens.owner_link("local", timedelta(minutes=5))
    assert await tokens.use_owner_link(link) == "local"
    with pytest.raises(TokenReplayed):
        await tokens.use_owner_link(link)


async def test_a_login_ends_with_logging_out(tokens: Tokens) -> None:
    cookie = tokens.login("local", timedelta(hours=1))
    await tokens.logout(await tokens.read_login(cookie))
    with pytest.raises(TokenRevoked):
        await tokens.read_login(cookie)


async def test_one_kind_of_token_is_not_another(tokens: Tokens, clock: FrozenClock) -> None:
    with pytest.raises(TokenForged):
        await tokens.use_owner_link(joined(tokens, clock))
    with pytest.raises(TokenForged):
        await tokens.read_login(tokens.owner_link("local", timedelta(hours=1)))


def test_the_key_is_in_no_repr(tokens: Tokens) -> None:
    assert "kkkk" not in repr(tokens)
