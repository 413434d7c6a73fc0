"""`/openapi.json` is a valid description, leaves nothing out, and every answer is as it says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import aiohttp
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from signaling.access import COOKIE
from signaling.meanings import MEANINGS
from signaling.pages import PAGES
from signaling.problems import STATUS_BY_CODE
from signaling.serve import Serving
from tests.integration.signaling_play import Browser, FakeWorker, Play, at, threaded
from tests.integration.signaling_signed import signing
from tests.support.described import conformant, described, routes
from tests.support.waiting import eventually
from wire import browser as b

WORDS = "I tried the breathing exercise before bed and it helped me to fall asleep."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("described") / "folder", legal_hold=True) as served:
        yield served


def test_the_description_is_valid() -> None:
    wrong = [error.message for error in OpenAPIV31SpecValidator(described().document).iter_errors()]
    assert not wrong


def test_every_operation_says_what_it_answers_and_what_it_refuses() -> None:
    assert len(described().operations) > 30
    for name, operation in described().operations.items():
        answers = operation["responses"]
        assert "500" in answers, name
        assert "default" not in answers, name
        good = [answer for status, answer in answers.items() if status.startswith("2")]
        assert good or "101" in answers, name
        assert all("content" in answer for status, answer in answers.items() if status in {"200", "201"}), (
            name
        )


def test_nothing_that_is_served_is_left_out_and_nothing_more_is_described(server: Serving) -> None:
    mounted = {
        (route.method, route.resource.canonical)
        for route in server.node.app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    pages = {path for _, path in mounted if path in PAGES or "." in path.rsplit("/", 1)[-1]}
    told = {
        (method.upper(), path)
        for path, operations in described().document["paths"].items()
        for method in operations
    }
    assert {one for one in mounted if one[1] not in pages or one in told} == told


@asynccontextmanager
async def stranger(served: Serving, **headers: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A client without a login, whose answers are held to the description, too."""
    async with aiohttp.ClientSession(
        served.local_url, headers=headers, middlewares=(conformant,), cookie_jar=aiohttp.DummyCookieJar()
    ) as http:
        yield http


# ------------------------------------------------------------ every route once


async def test_every_operation_answers_as_described(server: Serving) -> None:
    before = dict(described().seen)
    async with at(server) as play:
        await what_the_server_says_of_itself(play)
        await settings_and_sessions(play)
        await a_whole_session(play)
        await a_session_taken_back(play)
        await told_afterwards(play)
        await records(play)
        await in_and_out(play)
    fresh = {
        (name, status)
        for (name, status), count in described().seen.items()
        if count > before.get((name, status), 0)
    }
    operations = described().operations
    unanswered = {
        name
        for name, operation in operations.items()
        if "101" not in operation["responses"]
        and not any((name, status) in fresh for status in (200, 201, 204))
    }
    assert not unanswered


async def what_the_server_says_of_itself(play: Play) -> None:
    assert (await play.http.get("/readyz")).status == 503
    await play.worker()
    assert (await play.http.get("/readyz")).status == 200
    for path in ("/healthz", "/metrics", "/policy", "/problems", "/openapi.json"):
        assert (await play.http.get(path)).status == 200
        assert (await play.http.head(path)).status == 200
    assert (
        await play.http.get("/policy", headers={"Accept": "application/json"})
    ).content_type == "application/json"
    assert (
        json.loads(await (await play.http.get("/openapi.json")).text())["paths"].keys()
        == described().document["paths"].keys()
    )
    assert (await play.json("GET", "/v1/socket", status=400))["code"] == "http-400"
    assert (await play.json("GET", "/v1/workers", status=401))["code"] == "login-required"


async def settings_and_sessions(play: Play) -> None:
    kept = await play.json("GET", "/v1/preferences")
    await play.json("PUT", "/v1/preferences", {**kept, "name": "Dr Grey", "default_format": "SOAP"})
    assert (await play.json("GET", "/v1/preferences"))["default_format"] == "soap"
    await play.json("PUT", "/v1/style", {"learning": False})
    assert (await play.json("GET", "/v1/style"))["learning"] is False
    assert (await play.json("GET", "/v1/style/export"))["rules"] == []
    await play.json("DELETE", "/v1/style/rules/rule_1")
    await play.json("DELETE", "/v1/style")
    assert (await play.json("GET", "/v1/me"))["clinician"]["name"] == "Dr Grey"
    session = await play.session("Anna Lindqvist", scheduled_for="2027-01-05T09:00:00+01:00")
    assert session["format"] == "soap"
    await play.json("GET", "/v1/sessions")
    await clients(play, session)
    await templates(play)
    await play.json("GET", "/v1/processors")
    assert (await play.json("GET", "/v1/languages"))["known"] == ["en"]
    people = f"/v1/sessions/{session['id']}/participants/{session['participants'][1]['id']}"
    await play.json("PUT", people, {"language": "en-GB"})
    await play.json("POST", f"/v1/sessions/{session['id']}/end", status=409)
    token = await play.link(session, session["participants"][1]["id"])
    async with stranger(play.served, Authorization=f"Bearer {token}") as anna:
        assert (await anna.get(f"/v1/sessions/{session['id']}/invitation")).status == 200
    where = f"/v1/sessions/{session['id']}/tokens/{session['participants'][1]['id']}"
    await play.json("DELETE", where, status=204)


async def told_afterwards(play: Play) -> None:
    """A recording that is followed, one that is cancelled, and a summary."""
    wording = (await play.json("GET", "/v1/wordings"))["recording"]["version"]
    for cancelled in (False, True):
        session = await play.session(source="recording")
        query, here = f"?session={session['id']}&attested={wording}", f"/v1/recordings/{session['id']}"
        more = asyncio.Event()

        async def body(more: asyncio.Event = more) -> AsyncIterator[bytes]:
            yield b"sound"
            await more.wait()
            yield b"sound"

        async with asyncio.TaskGroup() as tasks:
            status = 409 if cancelled else 201
            sending = tasks.create_task(uploaded(play, f"/v1/recordings{query}", body(), status))
            await eventually(partial(is_heard, play, session["id"]), "it is being heard", every=0.02)
            assert (await play.json("GET", here))["state"] == "hearing"
            if cancelled:
                await play.json("DELETE", here)
                await play.workers[0][0].wait(lambda worker: bool(worker.recordings_closed))
            more.set()
            await sending
        if not cancelled:
            spoken = (await play.json("GET", f"/v1/sessions/{session['id']}/transcript"))["segments"]
            given = {"segment": spoken[0]["id"], "participant": session["participants"][0]["id"]}
            await play.json("POST", f"/v1/sessions/{session['id']}/transcript/speakers", given)
    session = await play.session(source="summary")
    await play.json("POST", "/v1/summaries", {"session": session["id"], "text": WORDS}, 201)
    await play.json("PATCH", f"/v1/sessions/{session['id']}", {"scheduled_for": "2026-01-05T09:00:00Z"})


async def is_heard(play: Play, session: str) -> bool:
    """Whether a recording of this session is being heard."""
    return play.served.node.house.recordings.uploads.of(session) is not None


async def uploaded(play: Play, path: str, body: AsyncIterator[bytes], status: int) -> None:
    async with play.http.post(path, data=body) as answer:
        assert answer.status == status, await answer.text()


async def clients(play: Play, session: dict[str, Any]) -> None:
    made = await play.json("POST", "/v1/clients", {"name": "Anna Lindqvist", "reference": "chart 12"}, 201)
    here = f"/v1/clients/{made['id']}"
    await play.json("PUT", f"/v1/sessions/{session['id']}/client", {"client": made["id"]})
    await play.json("PUT", here, {"name": "Anna Lindqvist-Holm"})
    await play.json("GET", here)
    await play.json("GET", "/v1/clients")
    await play.json("GET", f"{here}/brief")
    await play.json("GET", f"{here}/preferences")
    await play.json("PUT", f"{here}/preferences", {"client_term": "patient", "modalities": ["CBT"]})
    await play.json("PUT", f"{here}/archive")
    await play.json("DELETE", f"{here}/archive")
    other = (await play.json("POST", "/v1/clients", {"name": "Anna L."}, 201))["id"]
    merge = (await play.json("POST", f"{here}/merges", {"other": other}, 201))["id"]
    assert len((await play.json("GET", f"{here}/merges"))["merges"]) == 1
    assert (await play.json("DELETE", f"/v1/clients/{other}", status=400))["code"] == "bad-input"
    assert (await play.json("DELETE", here, status=409))["code"] == "client-kept"
    await play.json("DELETE", f"{here}/merges/{merge}")
    await play.json("DELETE", f"/v1/clients/{other}", status=204)


async def templates(play: Play) -> None:
    formats = (await play.json("GET", "/v1/formats"))["formats"]
    ours = {"name": "Ours", "sections": formats[0]["sections"]}
    template = await play.json("POST", "/v1/templates", ours, 201)
    here = f"/v1/templates/{template['id']}"
    await play.json("PUT", here, {**ours, "version": 1})
    assert (await play.json("PUT", here, {**ours, "version": 1}, 409))["code"] == "stale-version"
    assert (await play.json("GET", f"{here}?version=1"))["version"] == 1
    assert len((await play.json("GET", "/v1/templates"))["templates"]) == 1
    await play.json("DELETE", here, status=204)
    assert (await play.json("GET", "/v1/preferences/conflicts"))["conflicts"] == []


async def spoken(play: Play, session: dict[str, Any], worker: FakeWorker) -> tuple[Browser, str]:
    """A call in which three things were said; the clinician's tab and the client's link."""
    doctor, anna, _, client = await play.couple(session)
    token = await play.link(session, client)
    tracks = await play.listening(doctor, anna)
    for number in range(3):
        await worker.hear(tracks[1], f"{WORDS} It was number {number}.", 1.0 + 6 * number)
    for _ in range(3):
        await doctor.until(b.Heard, lambda m: m.segment.final)
    return doctor, token


async def a_whole_session(play: Play) -> None:
    session = await play.session("Anna Lindqvist")
    here = f"/v1/sessions/{session['id']}"
    assert (await play.json("POST", f"{here}/note/redraft", {}, 409))["code"] == "not-ready"
    worker, _ = play.workers[0]
    doctor, _ = await spoken(play, session, worker)
    segments = (await play.kept(here, 3))["segments"]
    await followed(play, here)
    await play.json("GET", f"{here}/masked")
    chosen = {"hide": {"segment": segments[1]["id"], "text": "breathing"}}
    assert (await play.json("POST", f"{here}/masked/choices", chosen))["choices"]
    assert not (await play.json("POST", f"{here}/masked/choices", {"undo": 0}))["choices"]
    await play.json("POST", f"{here}/transcript/strike", {"segments": [segments[0]["id"]]})
    await play.json("GET", f"{here}/consent")
    await play.json("GET", f"{here}/note/live")
    await play.json("POST", f"{here}/end")
    await doctor.until(b.NoteReady)
    note = await play.json("GET", f"{here}/note")
    note = await play.json("PUT", f"{here}/note", {"version": note["version"], "note": note["note"]})
    note = await play.json("POST", f"{here}/note/redraft", {"format": "dap"})
    asked = {"section": "Data", "detail": "concise", "guidance": "Shorter, please."}
    shorter = await play.json("POST", f"{here}/note/redraft", asked)
    assert shorter["version"] == note["version"] + 1
    assert shorter["note"]["sections"][1:] == note["note"]["sections"][1:]
    note = shorter
    body = signing(note)
    await play.json("POST", f"/v1/notes/{note['id']}/sign", body)
    added = {"name": "Dr Grey", "credential": "PsyD", "text": "She called.", "kind": "late_entry"}
    await play.json("POST", f"/v1/notes/{note['id']}/addenda", added, 201)
    await play.json("POST", f"/v1/notes/{note['id']}/cosign", {"name": "Dr Long", "credential": "PhD"}, 201)
    await play.json("GET", f"/v1/notes/{note['id']}/verification")
    for form in ("text", "pdf", "fhir"):
        export = await play.http.get(f"/v1/notes/{note['id']}/exports/{form}?zone=Europe/Dublin")
        assert (export.status, note["id"] in export.headers["Content-Disposition"]) == (200, True)
    for gone in ("transcript", "masked"):
        assert (await play.json("GET", f"{here}/{gone}", status=410))["code"] == "transcript-destroyed"
    await play.json("GET", here)
    await play.json("GET", f"{here}/energy")
    await play.json("GET", f"{here}/ledger")


async def followed(play: Play, here: str) -> None:
    """The beginning of the stream, each event as described."""
    forms = described().operations["get_sessions_session_transcript_events"]["x-events"]
    names = []
    async with play.http.get(f"{here}/transcript/events") as stream, asyncio.timeout(60):
        assert stream.content_type == "text/event-stream"
        while "status" not in names:
            kind = (await stream.content.readline()).decode().strip()
            if not kind.startswith("event: "):
                continue
            names.append(kind.removeprefix("event: "))
            told = json.loads((await stream.content.readline()).decode().removeprefix("data: "))
            described().fits(forms[names[-1]], told, f"event {names[-1]}")
    assert names[:3] == ["segment"] * 3


async def a_session_taken_back(play: Play) -> None:
    worker, _ = play.workers[0]
    session = await play.session("Anna Lindqvist")
    here = f"/v1/sessions/{session['id']}"
    doctor, token = await spoken(play, session, worker)
    await play.json("POST", f"{here}/end")
    await doctor.until(b.NoteReady)
    assert (await play.json("PUT", f"{here}/hold", {"reason": "case-7"}))["state"] == "asked"
    assert (await play.json("GET", f"{here}/hold"))["asked_by"] == "clinician"
    assert (await play.json("DELETE", f"{here}/hold"))["state"] == "none"
    assert (await play.json("DELETE", f"{here}/transcript"))["receipt"]["why"] == "requested"
    async with stranger(play.served, Authorization=f"Bearer {token}") as anna:
        asked = {"purpose": "notes", "decision": "withdraw", "wording": "notes-1"}
        assert (await anna.post(f"{here}/consent", json=asked)).status == 200
        assert (await (await anna.get(f"{here}/fate")).json())["state"] == "destroyed"


async def records(play: Play) -> None:
    found = await play.json("GET", "/v1/receipts")
    await play.json("GET", f"/v1/receipts/{found['receipts'][0]['id']}")
    assert (await play.json("GET", "/v1/audit"))["verified"] is True
    for by in ("month", "session", "note", "clinician"):
        assert (await play.json("GET", f"/v1/energy?by={by}&from=2020-01-01"))["rows"]
    assert (await play.json("GET", "/v1/energy?to=2020-01-01"))["rows"] == []
    sheet = await play.http.get("/v1/energy.csv?by=session")
    assert sheet.content_type == "text/csv"
    assert "attachment" in sheet.headers["Content-Disposition"]
    for code in MEANINGS:
        assert (await play.http.get(f"/problems/{code}")).status == 200
    assert (await play.json("GET", "/problems/no-such-code", status=404))["type"] == "/problems/not-found"


async def in_and_out(play: Play) -> None:
    token = play.served.owner_link().split("login=")[1]
    async with stranger(play.served) as http:
        answer = await http.post("/v1/login", json={"token": token})
        assert answer.status == 204
        cookie = {"Cookie": f"{COOKIE}={answer.cookies[COOKIE].value}"}
        assert (await http.post("/v1/logout", headers=cookie)).status == 204
        assert (await http.post("/v1/logout")).status == 204


# ------------------------------------------------------------ who may


def body_for(name: str) -> Mapping[str, Any] | None:
    """JSON that is refused for its form, if anything: only who may ask is looked at here."""
    return None if "requestBody" not in described().operations[name] else {"no such field": 1}


async def test_what_opens_a_route_is_what_is_described(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        clinician, client = [await play.link(session, person["id"]) for person in session["participants"]]
        cookie = next(one for one in play.http.cookie_jar if one.key == COOKIE).value
        keys: dict[str, list[dict[str, str]]] = {
            "": [{}],
            "login": [{"Cookie": f"{COOKIE}={cookie}"}],
            "joinToken": [{"Authorization": f"Bearer {token}"} for token in (clinician, client)],
        }
        async with stranger(play.served) as http:
            for route in routes():
                security = described().operations[route.name]["security"]
                told = {key for one in security for key in one} | (
                    {""} if not security or {} in security else set()
                )
                if route.name in {"post_login", "post_logout", "get_sessions_session_transcript_events"}:
                    continue  # a login is no key, logging out would end this one, and a stream never ends
                address = route.path.replace("{session}", session["id"]).replace("{", "").replace("}", "")
                opened = set()
                for key, ways in keys.items():
                    answers = [
                        (
                            await http.request(route.method, address, headers=way, json=body_for(route.name))
                        ).status
                        for way in ways
                    ]
                    if any(status not in {401, 403} for status in answers):
                        opened.add(key)
                assert opened == (told if told != {""} else set(keys)), route.name


# ------------------------------------------------------------ problems


def test_every_code_of_a_described_refusal_has_a_page_and_a_status() -> None:
    told = {
        code
        for answer in described().document["components"]["responses"].values()
        for code in answer["content"]["application/problem+json"]["schema"]["allOf"][1]["properties"]["code"][
            "enum"
        ]
    }
    assert told <= MEANINGS.keys()
    assert STATUS_BY_CODE.keys() == MEANINGS.keys()
