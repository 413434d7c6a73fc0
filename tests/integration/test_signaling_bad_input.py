"""What bad input gets: a typed error, no echo of what was sent, a connection that survives if it can."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Browser, Play, at, playing, threaded
from wire import Role
from wire import browser as b
from wire import control as w

SECRET = "somebody's very private words"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("bad") / "folder", max_body_bytes=20_000) as served:
        yield served


async def error(browser: Browser, code: str) -> b.Error:
    return await browser.until(b.Error, lambda m: m.code == code)


def token_for(play: Play, session: dict[str, Any], hours: float = 1.0) -> str:
    house = play.served.node.house
    person = session["participants"][1]["id"]
    return house.tokens.join(session["id"], person, Role.CLIENT, house.now() + timedelta(hours=hours))


# ------------------------------------------------------------ tokens


async def refused(play: Play, session: str, token: str) -> tuple[int, str]:
    """Status and code of the problem an invitation request gets."""
    bearer = {"Authorization": f"Bearer {token}"}
    async with (
        aiohttp.ClientSession(play.served.local_url) as stranger,
        stranger.get(f"/v1/sessions/{session}/invitation", headers=bearer) as response,
    ):
        assert response.content_type == "application/problem+json"
        text = await response.text()
        assert not token or token not in text
        problem = json.loads(text)
        assert set(problem) == {"type", "title", "status", "code", "detail"}
        return response.status, problem["code"]


async def test_a_good_token_shows_its_invitation(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        bearer = {"Authorization": f"Bearer {token_for(play, session)}"}
        async with play.http.get(f"/v1/sessions/{session['id']}/invitation", headers=bearer) as response:
            assert response.status == 200
            assert (await response.json())["name"] == "Anna Lindqvist"


async def test_expired_forged_wrong_revoked_and_replayed_tokens_get_problems(server: Serving) -> None:
    async with at(server) as play:
        session, other = await play.session(), await play.session()
        id_, good = session["id"], token_for(play, session)
        claims = jwt.decode(good, options={"verify_signature": False})
        none = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
        assert await refused(play, id_, token_for(play, session, hours=-1)) == (401, "token-expired")
        assert await refused(play, id_, jwt.encode(claims, b"x" * 32)) == (401, "token-forged")
        assert await refused(play, id_, f"{none}.{good.split('.')[1]}.") == (401, "token-forged")
        assert await refused(play, id_, "garbage") == (401, "token-forged")
        assert await refused(play, other["id"], good) == (403, "wrong-session")
        person = session["participants"][1]["id"]
        await play.json("DELETE", f"/v1/sessions/{id_}/tokens/{person}", status=204)
        assert await refused(play, id_, good) == (403, "token-revoked")


async def test_a_token_of_a_session_that_is_over_is_a_replay(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        token = token_for(play, session)
        await play.couple(session)
        await play.json("POST", f"/v1/sessions/{session['id']}/end")
        assert await refused(play, session["id"], token) == (401, "token-replayed")
        browser = await play.socket()
        await browser.say(b.Hello(version=1, token=token))
        assert (await error(browser, "token-replayed")).fatal
        assert await browser.closed() == 4401


async def test_an_owner_link_used_twice_is_a_replay(server: Serving) -> None:
    async with at(server) as play:
        token = play.served.owner_link().split("login=")[1]
        await play.json("POST", "/v1/login", {"token": token}, 204)
        assert (await play.json("POST", "/v1/login", {"token": token}, 401))["code"] == "token-replayed"


@pytest.mark.parametrize(("version", "code"), [(1, "token-forged"), (2, "wrong_version")])
async def test_a_bad_hello_is_told_why_and_put_out(server: Serving, version: int, code: str) -> None:
    async with at(server) as play:
        browser = await play.socket()
        await browser.say(b.Hello(version=version, token="nonsense"))
        assert (await error(browser, code)).fatal
        assert await browser.closed() is not None


async def test_a_socket_that_says_no_hello_is_put_out(folder: Path) -> None:
    async with playing(folder, hello_seconds=0.5) as play:
        browser = await play.socket()
        await browser.say(b.Knock())
        assert not (await error(browser, "hello_first")).fatal
        assert (await error(browser, "hello_timeout")).fatal
        assert await browser.closed() == 4408


async def test_a_revoked_participant_is_put_out_and_a_new_link_is_a_new_participant(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        _, anna, _, client = await play.couple(session)
        await play.json("DELETE", f"/v1/sessions/{session['id']}/tokens/{client}", status=204)
        assert (await anna.until(b.Ended)).reason == "revoked"
        body = {"participant": client}
        minted = await play.json("POST", f"/v1/sessions/{session['id']}/tokens", body, 201)
        assert minted["participant"] != client
        again = await play.join(session, minted["participant"], minted["token"])
        assert again.welcome is not None
        assert again.welcome.name == "Anna Lindqvist"


# ------------------------------------------------------------ messages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "not_json"),
        ("[]", "invalid_message"),
        (json.dumps({"type": "explode", "text": SECRET}), "unknown_type"),
        (json.dumps({"type": "chat", "text": SECRET, "loud": True}), "invalid_message"),
        (json.dumps({"type": "chat", "text": SECRET * 200}), "invalid_message"),
        (json.dumps({"type": "chat", "text": "x" * 300_000}), "message_too_large"),
        (json.dumps({"type": "hello", "version": 1, "token": "x"}), "already_welcome"),
        (json.dumps({"type": "leg_offer", "track": "trk", "sdp": "garbage"}), "unknown_track"),
        (json.dumps({"type": "describe", "to": "nobody", "kind": "offer", "sdp": "garbage"}), "unreachable"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
async def test_a_bad_message_gets_a_typed_error_and_the_socket_lives_on(
    server: Serving, text: str, code: str
) -> None:
    async with at(server) as play:
        session = await play.session()
        doctor = await play.join(session, session["participants"][0]["id"])
        await doctor.raw(text)
        refusal = await doctor.until(b.Error)
        assert SECRET not in refusal.model_dump_json()
        assert not refusal.fatal
        if text != "[]":
            assert refusal.code == code
        await doctor.say(b.Ping(at=3.0))
        assert (await doctor.until(b.Pong)).at == 3.0


async def test_a_binary_message_is_refused_and_the_socket_lives_on(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        doctor = await play.join(session, session["participants"][0]["id"])
        await doctor.socket.send_bytes(b"\x00\x01")
        await error(doctor, "not_text")
        await doctor.say(b.Ping(at=1.0))
        await doctor.until(b.Pong)


async def test_garbage_sdp_for_the_worker_is_told_as_not_transcribing(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        await anna.agree()
        await doctor.agree()
        await doctor.say(b.StartTranscription())
        opened = await anna.until(b.LegOpen)
        await anna.say(b.LegOffer(track=opened.track, sdp="garbage"))
        await anna.until(b.LegClose, lambda m: m.track == opened.track)
        await doctor.status("stalled")
        await worker.wait(lambda known: len(known.opened) >= 2)


async def test_too_many_messages_are_refused_and_the_socket_lives_on(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        doctor = await play.join(session, session["participants"][0]["id"])
        for _ in range(400):
            await doctor.say(b.Ping(at=0.0))
        await error(doctor, "too_many_messages")
        await asyncio.sleep(0.2)
        await doctor.say(b.Ping(at=42.0))
        await doctor.until(b.Pong, lambda m: m.at == 42.0)


# ------------------------------------------------------------ REST


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"{", "application/json", 422, "invalid-body"),
        (b"[]", "application/json", 422, "invalid-body"),
        (b'{"client": ""}', "application/json", 422, "invalid-body"),
        (b'{"client": "A", "planned_minutes": 5000}', "application/json", 422, "invalid-body"),
        (json.dumps({"client": "A", SECRET: 1}).encode(), "application/json", 422, "invalid-body"),
        (b'{"client": "A"}', "text/plain", 415, "unsupported-media-type"),
        (b'{"client": "' + b"A" * 30_000 + b'"}', "application/json", 413, "body-too-large"),
    ],
)
async def test_bad_bodies_get_problems(
    server: Serving, body: bytes, kind: str, status: int, code: str
) -> None:
    async with at(server) as play:
        headers = {"Content-Type": kind}
        async with play.http.post("/v1/sessions", data=body, headers=headers) as response:
            text = await response.text()
            assert (response.status, json.loads(text)["code"]) == (status, code)
            assert response.content_type == "application/problem+json"
            assert SECRET not in text


async def test_every_private_route_refuses_a_stranger(server: Serving) -> None:
    async with at(server) as play, aiohttp.ClientSession(play.served.local_url) as stranger:
        described = await play.json("GET", "/openapi.json")
        tried = 0
        for path, operations in described["paths"].items():
            for method, operation in operations.items():
                if operation["x-scope"] == "public":
                    continue
                filled = path.replace("{", "").replace("}", "")
                async with stranger.request(method, filled) as response:
                    tried += 1
                    assert response.status == 401, path
                    assert (await response.json())["code"] == "login-required"
        assert tried > 20


async def test_a_participants_token_opens_nothing_of_the_clinicians(server: Serving) -> None:
    async with at(server) as play, aiohttp.ClientSession(play.served.local_url) as stranger:
        session = await play.session()
        bearer = {"Authorization": f"Bearer {token_for(play, session)}"}
        here = f"/v1/sessions/{session['id']}"
        for path in (here, f"{here}/transcript", f"{here}/note", f"{here}/consent"):
            async with stranger.get(path, headers=bearer) as response:
                assert (response.status, (await response.json())["code"]) == (403, "scope-missing")


async def test_changes_are_refused_to_another_sites_page(server: Serving) -> None:
    async with at(server) as play:
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
            async with play.http.post("/v1/sessions", json={"client": "A"}, headers=headers) as response:
                assert (response.status, (await response.json())["code"]) == (403, "origin-refused")
        own = {"Origin": play.served.local_url, "Sec-Fetch-Site": "same-origin"}
        async with play.http.post("/v1/sessions", json={"client": "A"}, headers=own) as response:
            assert response.status == 201


async def test_unknown_addresses_and_methods_get_problems(server: Serving) -> None:
    async with at(server) as play:
        assert (await play.json("GET", "/v1/nothing", status=404))["code"] == "not-found"
        assert (await play.json("DELETE", "/v1/sessions", status=405))["code"] == "method-not-allowed"
        async with play.http.delete("/v1/sessions") as refused:
            assert refused.headers["Allow"] == "GET, POST"
        assert (await play.json("GET", "/v1/sessions/ses_none", status=404))["code"] == "not-found"
        assert (await play.json("GET", "/v1/sessions/ses_none/transcript", status=404))["code"] == "not-found"
        assert (await play.json("GET", "/v1/sessions/ses_none/note", status=404))["code"] == "not-found"


async def test_a_stale_edit_is_refused(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        note = {
            "format": "soap",
            "sections": [
                {"title": "Subjective", "sentences": [{"text": "By hand.", "evidence": [], "flags": []}]}
            ],
            "risk": [],
            "not_discussed": [],
            "drafter": "clinician",
            "generated_at": "2026-01-01T00:00:00Z",
        }
        where = f"/v1/sessions/{session['id']}/note"
        first = await play.json("PUT", where, {"version": 0, "note": note})
        assert (first["status"], first["version"]) == ("draft", 1)
        assert (await play.json("PUT", where, {"version": 0, "note": note}, 409))["code"] == "stale-version"
        bad = {**note, "sections": SECRET}
        problem = await play.json("PUT", where, {"version": 1, "note": bad}, 422)
        assert SECRET not in json.dumps(problem)


async def test_logging_out_ends_the_login_for_every_copy_of_the_cookie(server: Serving) -> None:
    async with at(server) as play:
        await play.json("GET", "/v1/me")
        cookie = next(iter(play.http.cookie_jar)).value
        await play.json("POST", "/v1/logout", status=204)
        async with (
            aiohttp.ClientSession(play.served.local_url, cookies={"attune_session": cookie}) as copy,
            copy.get("/v1/me") as response,
        ):
            assert (response.status, (await response.json())["code"]) == (403, "token-revoked")


# ------------------------------------------------------------ control link


async def test_a_worker_without_the_token_is_refused(server: Serving) -> None:
    async with at(server) as play:
        for headers in ({}, {"Authorization": "Bearer wrong"}):
            async with play.http.get("/v1/workers", headers=headers) as response:
                assert response.status == 401


async def test_a_worker_must_register_first(server: Serving) -> None:
    async with at(server) as play:
        bearer = {"Authorization": f"Bearer {play.served.node.worker_token}"}
        socket = await play.http.ws_connect("/v1/workers", headers=bearer)
        await socket.send_str(w.TrackFlushed(track="t").model_dump_json())
        refusal = w.parse_control(await socket.receive_str())
        assert isinstance(refusal, w.ControlError)
        assert (refusal.code, refusal.fatal) == ("register_first", True)


async def test_a_worker_can_not_speak_for_a_track_that_is_not_its_own(server: Serving) -> None:
    async with at(server) as play:
        first = await play.worker("own")
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        second = await play.worker("other")
        await second.hear(tracks[1], SECRET, 1.0)
        await second.socket.send_str("{nonsense")
        await second.wait(lambda known: {one.code for one in known.errors} == {"unknown_track", "not_json"})
        await first.hear(tracks[1], "the right words", 2.0)
        assert (await doctor.until(b.Heard)).segment.text == "the right words"
