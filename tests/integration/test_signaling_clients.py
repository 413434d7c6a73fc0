"""Clients and the brief before an appointment, over HTTP: signed notes alone, on record, behind a login."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import aiohttp
import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("clients") / "folder") as served:
        yield served


async def written(play: Play, session: dict[str, Any], plan: Sequence[str], *, sign: bool = True) -> Any:
    """A note by hand; its view after the signature, or as a draft."""
    here = f"/v1/sessions/{session['id']}/note"
    sentences = [{"text": text, "evidence": [], "flags": []} for text in plan]
    note = {
        "format": "soap",
        "sections": [{"title": "Plan", "sentences": sentences}],
        "risk": [],
        "not_discussed": [],
        "drafter": "by hand",
        "generated_at": "2026-01-05T09:00:00Z",
    }
    kept = await play.json("PUT", here, {"version": 0, "note": note})
    if not sign:
        return kept
    signing = {"version": 1, "name": "Dr Grey", "credential": "PsyD"}
    return (await play.json("POST", f"/v1/notes/{kept['id']}/sign", signing))["note"]


def section(view: Any, wanted: str) -> Any:
    """One section of a brief."""
    return next(one for one in view["brief"]["sections"] if one["id"] == wanted)


# ------------------------------------------------------------ clients


async def test_a_client_is_made_listed_read_and_renamed(server: Serving) -> None:
    async with at(server) as play:
        made = await play.json("POST", "/v1/clients", {"name": "Ada  Example", "reference": "chart 12"}, 201)
        assert (made["name"], made["reference"], made["sessions"]) == ("Ada Example", "chart 12", 0)
        here = f"/v1/clients/{made['id']}"
        assert (await play.json("GET", here)) == {**made, "people": [], "kind": None}
        renamed = await play.json("PUT", here, {"name": "Alan Example"})
        assert (renamed["name"], renamed["reference"]) == ("Alan Example", "")
        listed = (await play.json("GET", "/v1/clients"))["clients"]
        assert [one["name"] for one in listed if one["id"] == made["id"]] == ["Alan Example"]


async def test_clients_come_page_by_page(server: Serving) -> None:
    async with at(server) as play:
        made = [(await play.json("POST", "/v1/clients", {"name": f"C{n}"}, 201))["id"] for n in range(3)]
        first = await play.json("GET", "/v1/clients?limit=2")
        assert [one["id"] for one in first["clients"]] == made[:0:-1]
        second = await play.json("GET", f"/v1/clients?limit=1&cursor={first['next']}")
        assert [one["id"] for one in second["clients"]] == made[:1]
        problem = await play.json("GET", "/v1/clients?cursor=cli_none", status=422)
        assert problem["errors"] == [{"pointer": "#/cursor", "message": "This names no client."}]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": " "}, "#/name"),
        ({"name": "Ada\x00"}, "#/name"),
        ({}, "#/name"),
        ({"name": "A" * 801}, "#/name"),
        ({"name": "Ada", "reference": "x" * 121}, "#/reference"),
    ],
)
async def test_a_client_that_can_not_be_is_refused_by_its_part(
    server: Serving, body: dict[str, Any], pointer: str
) -> None:
    async with at(server) as play:
        problem = await play.json("POST", "/v1/clients", body, 422)
        assert problem["errors"][0]["pointer"] == pointer


async def test_a_session_with_a_known_client_goes_by_their_name_also_when_that_changes(
    server: Serving,
) -> None:
    async with at(server) as play:
        first = await play.session("Ada Example")
        client = first["client_id"]
        second = await play.json("POST", "/v1/sessions", {"client_id": client}, 201)
        assert (second["client_id"], second["client"]) == (client, "Ada Example")
        assert [one["name"] for one in second["participants"]] == ["Clinician", "Ada Example"]
        await play.json("PUT", f"/v1/clients/{client}", {"name": "Alan Example"})
        theirs = (await play.json("GET", f"/v1/sessions?client={client}"))["sessions"]
        assert [(one["id"], one["client"]) for one in theirs] == [
            (second["id"], "Alan Example"),
            (first["id"], "Alan Example"),
        ]
        third = await play.json("POST", "/v1/sessions", {"client_id": client}, 201)
        assert third["participants"][1]["name"] == "Alan Example"
        assert (await play.json("GET", f"/v1/clients/{client}"))["sessions"] == 3


async def test_a_new_name_is_a_new_client_even_if_somebody_has_it(server: Serving) -> None:
    async with at(server) as play:
        one, other = await play.session("Ada Example"), await play.session("Ada Example")
        assert one["client_id"] != other["client_id"]


async def test_a_couple_is_one_client_and_comes_back_together(server: Serving) -> None:
    async with at(server) as play:
        first = await play.json("POST", "/v1/sessions", {"clients": ["Ada", "Bo"], "kind": "couple"}, 201)
        client = await play.json("GET", f"/v1/clients/{first['client_id']}")
        assert (client["name"], client["people"], client["kind"]) == ("Ada, Bo", ["Ada", "Bo"], "couple")
        body = {"client_id": client["id"], "kind": "couple"}
        again = await play.json("POST", "/v1/sessions", body, 201)
        assert [one["name"] for one in again["participants"][1:]] == ["Ada", "Bo"]


async def test_a_session_is_held_with_somebody_who_is_there_and_named_once(server: Serving) -> None:
    async with at(server) as play:
        refused = await play.json("POST", "/v1/sessions", {"client_id": "cli_nobody"}, 400)
        assert refused["code"] == "bad-input"
        both = {"client_id": "cli_nobody", "client": "Ada"}
        problem = await play.json("POST", "/v1/sessions", both, 422)
        assert problem["errors"][0]["message"] == "This needs a client by id or by name, not by both."
        assert (await play.json("GET", "/v1/sessions?client=cli_nobody"))["sessions"] == []


async def test_a_session_can_be_filed_under_whose_it_is(server: Serving) -> None:
    async with at(server) as play:
        client = await play.json("POST", "/v1/clients", {"name": "Ada Example"}, 201)
        session = await play.session("Ada E.")
        where = f"/v1/sessions/{session['id']}/client"
        filed = await play.json("PUT", where, {"client": client["id"]})
        assert (filed["client_id"], filed["client"]) == (client["id"], "Ada Example")
        await play.json("PUT", where, {"client": "cli_nobody"}, 400)
        await play.json("PUT", "/v1/sessions/ses_nowhere/client", {"client": client["id"]}, 404)


@pytest.mark.parametrize("path", ["", "/brief"])
async def test_a_client_nobody_knows_is_not_found(server: Serving, path: str) -> None:
    async with at(server) as play:
        problem = await play.json("GET", f"/v1/clients/cli_nobody{path}", status=404)
        assert problem["code"] == "not-found"


# ------------------------------------------------------------ the brief


async def test_the_brief_is_made_of_the_clients_own_signed_notes(server: Serving) -> None:
    async with at(server) as play:
        first = await play.session("Ada Example", scheduled_for="2026-03-02T09:00:00Z")
        client = {"client_id": first["client_id"]}
        signed = await written(
            play, first, ["Client to keep a sleep diary.", "Increase sertraline to 75 mg."]
        )
        second = await play.json("POST", "/v1/sessions", client, 201)
        await written(play, second, ["Purple marmalade."], sign=False)
        await written(play, await play.session("Ada Example"), ["Green marmalade."])
        view = await play.json("GET", f"/v1/clients/{first['client_id']}/brief")
        assert view["client"]["name"] == "Ada Example"
        assert [(one["id"], one["session"], one["date"]) for one in view["brief"]["notes"]] == [
            (signed["id"], first["id"], "2026-03-02")
        ]
        assert [line["text"] for line in section(view, "medication")["lines"]] == [
            "Increase sertraline to 75 mg."
        ]
        assert all(line["notes"] == [signed["id"]] for line in section(view, "plan")["lines"])
        assert section(view, "risk")["codes"] == ["risk-not-recorded"]
        assert "marmalade" not in str(view)


async def test_a_client_without_a_signed_note_has_a_brief_that_says_so(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session("Ada Example")
        view = await play.json("GET", f"/v1/clients/{session['client_id']}/brief")
        assert view["brief"]["notes"] == []
        assert {one["statement"] for one in view["brief"]["sections"]} == {"There is no signed note."}


async def test_an_addendum_is_part_of_the_brief_with_its_own_day(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session("Ada Example", scheduled_for="2026-03-02T09:00:00Z")
        signed = await written(play, session, ["Increase sertraline to 50 mg."])
        added = {"kind": "correction", "text": "The dose is 75 mg.", "name": "Dr Grey", "credential": "PsyD"}
        await play.json("POST", f"/v1/notes/{signed['id']}/addenda", added, 201)
        view = await play.json("GET", f"/v1/clients/{session['client_id']}/brief")
        newest, older = section(view, "medication")["lines"]
        assert (newest["text"], newest["corrected"]) == ("The dose is 75 mg.", None)
        assert older["corrected"] == newest["date"] != "2026-03-02"


async def test_looking_at_a_brief_stands_in_the_audit_chain(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session("Ada Example")
        client = session["client_id"]
        for _ in range(2):
            await play.json("GET", f"/v1/clients/{client}/brief")
        await play.json("GET", f"/v1/clients/{client}")
        entries = (await play.json("GET", "/v1/audit?limit=1000"))["entries"]
        seen = [(one["action"], one["purpose"]) for one in entries if one["subject"] == client]
        assert seen == [
            ("client.created", "treatment"),
            ("brief.read", "treatment"),
            ("client.read", "treatment"),
        ]
        assert "Example" not in str(entries)


async def test_no_link_of_a_call_opens_a_client_or_a_brief(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session("Ada Example")
        client = session["client_id"]
        links = [await play.link(session, one["id"]) for one in session["participants"]]
        for headers in ({}, *({"Authorization": f"Bearer {link}"} for link in links)):
            jar = aiohttp.DummyCookieJar()
            async with aiohttp.ClientSession(play.served.local_url, headers=headers, cookie_jar=jar) as http:
                for path in ("/v1/clients", f"/v1/clients/{client}", f"/v1/clients/{client}/brief"):
                    async with http.get(path) as answer:
                        assert answer.status == (403 if headers else 401)
                        assert "Example" not in await answer.text()
