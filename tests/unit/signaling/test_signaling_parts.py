"""Small parts: tokens, outbox, rates, registry, ICE, settings, logs, wordings, problems, pages."""

from __future__ import annotations

import base64
import io
import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from retention import FrozenClock, NotFound, TranscriptDestroyed
from signaling import hygiene, ice, logs, problems, wordings
from signaling.config import Settings, UnknownSettingError, load_settings, unknown_variables
from signaling.errors import (
    InvalidBody,
    TokenExpired,
    TokenForged,
    TokenReplayed,
    TokenRevoked,
    WrongSession,
)
from signaling.findings import findings_of
from signaling.outbox import Outbox
from signaling.pages import Pages, security_headers
from signaling.rate import Bucket, Buckets
from signaling.supervisor import FIRST_WAIT, LONGEST_WAIT, next_wait
from signaling.tokens import Tokens
from signaling.workers import Registry
from wire import Role, Segment, WireError
from wire import browser as b
from wire.control import Heartbeat, Register

# ------------------------------------------------------------ tokens


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


# ------------------------------------------------------------ outbox


def heard(id_: str, text: str, final: bool = False) -> b.Heard:
    return b.Heard(
        segment=Segment(
            id=id_, track="t", speaker="A", role=Role.CLIENT, start=0, end=1, text=text, final=final
        )
    )


def room_view() -> b.RoomView:
    return b.RoomView(session="s", participants=(), transcription=b.TranscriptionStatus.OFF)


async def drained(outbox: Outbox) -> list[b.ServerMessage]:
    outbox.close()
    taken = []
    while (message := await outbox.take()) is not None:
        taken.append(message)
    return taken


async def test_a_newer_snapshot_replaces_the_one_not_yet_sent() -> None:
    outbox = Outbox(10)
    outbox.put(b.Room(room=room_view()))
    outbox.put(b.Pong(at=1))
    outbox.put(b.Room(room=room_view()))
    assert [message.type for message in await drained(outbox)] == ["pong", "room"]


async def test_a_newer_partial_replaces_the_older_one_of_its_segment() -> None:
    outbox = Outbox(10)
    for text in ("a", "ab"):
        outbox.put(heard("1", text))
    outbox.put(heard("2", "other"))
    outbox.put(heard("1", "abc", final=True))
    texts = [message.segment.text for message in await drained(outbox) if isinstance(message, b.Heard)]
    assert texts == ["other", "abc"]


async def test_when_full_the_oldest_partial_goes_and_finals_stay() -> None:
    outbox = Outbox(3)
    outbox.put(heard("1", "final", final=True))
    outbox.put(heard("2", "partial"))
    outbox.put(heard("3", "final", final=True))
    outbox.put(heard("4", "final", final=True))
    assert not outbox.overflowed
    kept = [message.segment.id for message in await drained(outbox) if isinstance(message, b.Heard)]
    assert kept == ["1", "3", "4"]


async def test_words_that_are_gone_do_not_wait_for_a_slow_reader() -> None:
    outbox = Outbox(10)
    for number in "123":
        outbox.put(heard(number, "said", final=True))
    outbox.put(b.Struck(segments=("2",)))
    kept = [one.segment.id for one in outbox._waiting if isinstance(one, b.Heard)]
    assert kept == ["1", "3"]
    outbox.close()
    outbox.put(b.TranscriptDestroyed(reason="signed", receipt="rcp_1"))
    assert [message.type for message in await drained(outbox)] == ["struck"]


async def test_when_nothing_can_go_the_box_closes_and_says_so() -> None:
    outbox = Outbox(2)
    for text in "abc":
        outbox.put(b.ChatFrom(sender="a", name="A", text=text))
    assert outbox.overflowed
    assert await outbox.take() is None


# ------------------------------------------------------------ rates


def test_a_bucket_lets_a_burst_through_and_then_its_rate() -> None:
    bucket = Bucket(per_second=2.0, burst=3)
    assert [bucket.take(0.0) for _ in range(4)] == [True, True, True, False]
    assert bucket.take(0.5)
    assert not bucket.take(0.5)


@given(st.lists(st.floats(0, 0.5), max_size=200))
def test_a_bucket_never_lets_more_through_than_promised(gaps: list[float]) -> None:
    bucket, at, passed = Bucket(per_second=5.0, burst=4), 0.0, 0
    for gap in gaps:
        at += gap
        passed += bucket.take(at)
    assert passed <= 4 + 5.0 * at + 1e-6


def test_addresses_are_counted_apart_and_their_number_is_bounded() -> None:
    buckets = Buckets(per_second=0.1, burst=1, most=2)
    assert buckets.take("a", 0.0)
    assert not buckets.take("a", 0.0)
    assert buckets.take("b", 0.0)
    assert buckets.take("c", 0.0)
    assert len(buckets.buckets) == 2


# ------------------------------------------------------------ workers


def registered(
    registry: Registry, name: str, capacity: int = 2, languages: tuple[str, ...] = ("en",)
) -> None:
    registry.register(
        Register(version=1, worker=name, model="base", languages=languages, capacity=capacity), 0.0
    )


def chosen(registry: Registry) -> str | None:
    worker = registry.choose("en", 0.0)
    return None if worker is None else worker.id


def beat(oldest: float = 0.0, backlog: float = 0.0) -> Heartbeat:
    return Heartbeat(sent_at=0.0, tracks=(), backlog_seconds=backlog, oldest_wait=oldest)


@pytest.fixture
def registry() -> Registry:
    return Registry(timeout=4.0, behind=6.0)


def test_the_least_loaded_worker_is_chosen(registry: Registry) -> None:
    registered(registry, "a", capacity=4)
    registered(registry, "b", capacity=2)
    registry.assign("a", "t1")
    assert chosen(registry) == "b"
    registry.assign("b", "t2")
    assert chosen(registry) == "a"


def test_a_worker_that_is_full_draining_behind_or_is_not_chosen(
    registry: Registry,
) -> None:
    registered(registry, "a", capacity=1)
    assert registry.choose("es", 0.0) is None
    registry.assign("a", "t1")
    assert registry.choose("en", 0.0) is None
    registry.release("t1")
    registry.workers["a"].draining = True
    assert registry.choose("en", 0.0) is None
    registry.workers["a"].draining = False
    assert registry.beat("a", beat(oldest=6.0), 1.0) is True
    assert registry.choose("en", 1.0) is None
    assert registry.beat("a", beat(oldest=7.0), 2.0) is None
    assert registry.beat("a", beat(), 3.0) is False


def test_a_silent_worker_expires_and_gives_its_tracks_back(registry: Registry) -> None:
    registered(registry, "a")
    registry.assign("a", "t1")
    assert registry.expired(3.9) == ()
    registry.beat("a", beat(), 3.9)
    assert registry.expired(7.8) == ()
    assert registry.expired(7.9) == ("a",)
    assert registry.remove("a") == {"t1"}
    assert registry.remove("a") == frozenset()


@given(st.lists(st.sampled_from(["open", "close", "lose", "join"]), max_size=60))
def test_no_worker_ever_has_more_tracks_than_its_capacity(steps: list[str]) -> None:
    registry, opened = Registry(4.0, 6.0), 0
    for number, taken in enumerate(steps):
        if taken == "join":
            registered(registry, f"w{number % 3}")
        elif taken == "open" and (worker := registry.choose("en", 0.0)) is not None:
            opened += 1
            registry.assign(worker.id, f"t{opened}")
        elif taken == "close":
            registry.release(f"t{opened}")
        elif registry.workers:
            registry.remove(next(iter(registry.workers)))
        assert all(len(worker.tracks) <= worker.capacity for worker in registry.workers.values())


def test_a_crashing_worker_is_started_ever_more_slowly() -> None:
    wait, waits = FIRST_WAIT, []
    for _ in range(10):
        wait = next_wait(wait, lived=0.1)
        waits.append(wait)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert next_wait(LONGEST_WAIT, lived=60.0) == FIRST_WAIT


# ------------------------------------------------------------ ICE


def test_turn_credentials_are_those_coturn_computes() -> None:
    username, credential = ice.turn_credential("north", "ab12", datetime(2026, 1, 1, tzinfo=UTC))
    assert username == "1767225600:ab12"
    # printf '1767225600:ab12' | openssl dgst -sha1 -hmac north -binary | base64
    import hashlib
    import hmac

    expected = base64.b64encode(hmac.new(b"north", username.encode(), hashlib.sha1).digest()).decode()
    assert credential == expected


def test_nothing_calls_out_by_default() -> None:
    assert ice.ice_servers(Settings(), "x", datetime.now(UTC)) == ()


def test_configured_servers_are_offered() -> None:
    settings = Settings(stun_urls="stun:a:3478", turn_urls="turn:a:3478,turns:a:5349", turn_secret="s")
    stun, turn = ice.ice_servers(settings, "x", datetime(2026, 1, 1, tzinfo=UTC))
    assert stun.urls == ("stun:a:3478",)
    assert turn.urls == ("turn:a:3478", "turns:a:5349")
    assert turn.username is not None
    assert turn.username.endswith(":x")


# ------------------------------------------------------------ settings


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_an_unknown_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_TRANSCRIPT_DAY", "1")
    with pytest.raises(UnknownSettingError, match="ATTUNE_TRANSCRIPT_DAY"):
        load_settings()


def test_the_ears_own_settings_are_left_to_the_ear() -> None:
    assert unknown_variables({"ATTUNE_EAR_MODEL": "x", "ATTUNE_WORKER_PARENT": "1", "HOME": "/"}) == ()


@pytest.mark.parametrize("days", ["0", "8", "-1", "nan"])
def test_transcripts_can_only_live_shorter(monkeypatch: pytest.MonkeyPatch, days: Any) -> None:
    monkeypatch.setenv("ATTUNE_TRANSCRIPT_DAYS", days)
    with pytest.raises(ValidationError):
        load_settings()


def test_given_options_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_PORT", "9000")
    assert load_settings(port=9100, host=None).port == 9100
    assert load_settings().port == 9000


def test_secrets_are_in_no_repr() -> None:
    assert "geheim" not in repr(Settings(turn_urls="turn:a", turn_secret="geheim", worker_token="geheim"))


def test_turn_without_a_secret_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(turn_urls="turn:a")


# ------------------------------------------------------------ logs


def lines_of(write: Callable[[], None]) -> list[dict[str, object]]:
    stream = io.StringIO()
    logs.configure("json", "info", stream)
    write()
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_unknown_fields_and_long_texts_are_dropped() -> None:
    def write() -> None:
        logs.get_logger().info("heard", session="ses_1", text="the secret words", reason="x" * 500)

    (line,) = lines_of(write)
    assert line["session"] == "ses_1"
    assert "text" not in line
    assert "secret" not in json.dumps(line)
    assert line["reason"] == "<500 chars>"


def test_exceptions_are_logged_by_type_only() -> None:
    def write() -> None:
        try:
            int("the secret words")
        except ValueError:
            logs.get_logger().error("failed", exc_info=True)

    (line,) = lines_of(write)
    assert line["error"] == "ValueError"
    assert "secret" not in json.dumps(line)


def test_other_libraries_may_not_write_their_text() -> None:
    def write() -> None:
        logging.getLogger("a.library").error("Task exception was never retrieved: %s", "the secret words")

    (line,) = lines_of(write)
    assert line["where"] == "a.library"
    assert "secret" not in json.dumps(line)


# ------------------------------------------------------------ wordings


def test_the_wording_says_what_the_law_and_the_promise_ask_for() -> None:
    notes, captions = wordings.current_wordings(7.0)
    text = " ".join(notes.paragraphs)
    for needed in ("progress note", "No recording", "7 days", "withdraw", "decline", "emotions", "destroyed"):
        assert needed in text
    assert notes.purpose is b.Purpose.NOTES
    assert captions.purpose is b.Purpose.CAPTIONS
    assert notes.version != captions.version


def test_a_wording_that_promises_something_else_has_another_version() -> None:
    versions = {wordings.notes_wording(7.0, None).version, wordings.notes_wording(2.0, None).version}
    held = wordings.notes_wording(7.0, None, legal_hold=True)
    assert "oblige" in " ".join(held.paragraphs)
    versions.add(held.version)
    versions |= {wordings.notes_wording(7.0, "one").version, wordings.notes_wording(7.0, "two").version}
    assert len(versions) == 5


@pytest.mark.parametrize(
    ("days", "words"),
    [(7.0, "7 days"), (1.0, "1 day"), (0.5, "12 hours"), (0.01, "1 hour"), (1.5, "1.5 days")],
)
def test_days_are_said_as_people_say_them(days: Any, words: str) -> None:
    assert wordings.days_in_words(days) == words


# ------------------------------------------------------------ problems


class Thing(BaseModel):
    size: int


def test_problems_never_echo_what_was_sent() -> None:
    with pytest.raises(ValidationError) as caught:
        Thing.model_validate_json('{"size": "the secret words"}')
    found = problems.of_error(InvalidBody(findings_of(caught.value)))
    assert (found.status, found.code) == (422, "invalid-body")
    assert "secret" not in found.model_dump_json()
    assert found.detail == "The field size must be a whole number."
    assert [(one.pointer, one.message) for one in found.errors] == [
        ("#/size", "This must be a whole number.")
    ]
    # One that no request caused is a fault of ours, and says nothing.
    assert problems.of_error(caught.value).code == "internal"


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotFound("no"), 404, "not-found"),
        (TranscriptDestroyed("gone"), 410, "transcript-destroyed"),
        (TokenForged("no"), 401, "token-forged"),
        (WrongSession("no"), 403, "wrong-session"),
        (WireError("not_json", "no"), 422, "invalid-body"),
        (RuntimeError("the secret words"), 500, "internal"),
    ],
)
def test_each_error_has_its_status(error: Exception, status: int, code: str) -> None:
    found = problems.of_error(error)
    assert (found.status, found.code) == (status, code)
    assert "secret" not in found.detail


# ------------------------------------------------------------ pages and hygiene


def test_hashed_files_last_and_pages_are_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>")
    (tmp_path / "assets" / "app-B7x_1cDe.js").write_text("1")
    (tmp_path / "assets" / "app-B7x_1cDe.js.map").write_text("source")
    pages = Pages.load(tmp_path)
    assert pages.files["/assets/app-B7x_1cDe.js"].lasting
    assert not pages.files["/"].lasting
    assert "/assets/app-B7x_1cDe.js.map" not in pages.files


def test_the_policy_header_allows_no_inline_script_and_no_strange_host() -> None:
    policy = security_headers("evil.example; script-src *")["Content-Security-Policy"]
    assert "evil" not in policy
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert "wss://attune.example:8443" in security_headers("attune.example:8443")["Content-Security-Policy"]


def test_the_hardened_environment_keeps_other_tunables() -> None:
    hardened = hygiene.hardened_environment({"GLIBC_TUNABLES": "glibc.malloc.arena_max=2", "HOME": "/h"})
    assert hardened["GLIBC_TUNABLES"].startswith("glibc.malloc.arena_max=2:glibc.malloc.perturb=")
    assert hardened["HOME"] == "/h"
    assert hygiene.is_hardened(hardened)
    assert not hygiene.is_hardened({})
