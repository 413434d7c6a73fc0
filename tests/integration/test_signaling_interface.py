"""What the HTTP interface takes and refuses: names, times, pages of lists, and the order of things."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("interface") / "folder") as served:
        yield served


async def objection(play: Play, body: dict[str, Any], path: str = "/v1/sessions") -> tuple[str, str]:
    """Where the first objection points, and what it says."""
    problem = await play.json("POST", path, body, 422)
    assert problem["code"] == "invalid-body"
    assert problem["type"] == "/problems/invalid-body"
    assert problem["detail"].endswith(".")
    return problem["errors"][0]["pointer"], problem["errors"][0]["message"]


# ------------------------------------------------------------ words


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\n"])
async def test_names_have_no_control_characters(server: Serving, bad: str) -> None:
    async with at(server) as play:
        wanted = ("#/client", "This must be one line without control characters.")
        assert await objection(play, {"client": f"Anna{bad}Lindqvist"}) == wanted
        pointer, _ = await objection(play, {"clients": ["Bo", f"Anna{bad}"]})
        assert pointer == "#/clients/1"
        kept = await play.json("GET", "/v1/preferences")
        problem = await play.json("PUT", "/v1/preferences", {**kept, "name": f"Dr{bad}Grey"}, 422)
        assert problem["errors"][0]["pointer"] == "#/name"
        assert "Grey" not in json.dumps(problem)


@pytest.mark.parametrize(
    "name", ["Anna  Lindqvist", "Zoë O’Brien-Łukasz", "محمد علی", "李小龙", "Anna (she/her)"]
)
async def test_names_of_people_are_taken(server: Serving, name: str) -> None:
    async with at(server) as play:
        assert (await play.session(name))["client"] == " ".join(name.split())


async def test_blank_names_are_no_names(server: Serving) -> None:
    async with at(server) as play:
        assert await objection(play, {"client": "  "}) == (
            "#",
            "This needs a client, by name or by a list of names.",
        )
        assert await objection(play, {"clients": ["Anna", " "]}) == ("#/clients/1", "This must not be blank.")


async def test_a_note_has_no_control_characters(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        where = f"/v1/sessions/{session['id']}/note"
        section = {
            "title": "Plan",
            "sentences": [
                {
                    "text": "Line one.\nLine\ttwo.\x0bThree\u2028four \u202afive\u202c.",
                    "evidence": [],
                    "flags": [],
                }
            ],
        }
        empty = {"format": "soap", "risk": [], "not_discussed": [], "drafter": "by hand"}
        note = {**empty, "sections": [section], "generated_at": "2026-01-05T09:00:00Z"}
        await play.json("PUT", where, {"version": 0, "note": note})
        section["sentences"][0]["text"] = "Somebody's words\x00"  # type: ignore[index]
        problem = await play.json("PUT", where, {"version": 1, "note": note}, 422)
        assert problem["errors"][0]["pointer"] == "#/note"
        assert "words" not in json.dumps(problem)


# ------------------------------------------------------------ times and kinds


@pytest.mark.parametrize(
    "at_",
    [
        "2027-01-05T09:00:00",  # no zone
        "2027-01-05",
        "tomorrow",
        "2027-02-30T09:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        1799139600,
        "1799139600",
    ],
)
async def test_an_appointment_has_a_time_with_its_zone(server: Serving, at_: Any) -> None:
    async with at(server) as play:
        pointer, message = await objection(play, {"client": "Anna", "scheduled_for": at_})
        assert pointer == "#/scheduled_for"
        assert message.startswith("This must")


async def test_a_time_with_its_zone_is_kept_as_the_same_moment(server: Serving) -> None:
    async with at(server) as play:
        for given in ("2027-01-05T09:00:00+01:00", "2027-01-05T08:00:00Z", "2027-01-05t08:00:00.000z"):
            made = await play.session(scheduled_for=given)
            assert made["scheduled_for"] == "2027-01-05T08:00:00Z"
        assert (await play.session(scheduled_for=None))["scheduled_for"] is None


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("planned_minutes", 4, "This must be at least 5."),
        ("planned_minutes", 241, "This must be at most 240."),
        ("planned_minutes", "50", "This must be a whole number."),
        ("planned_minutes", 50.5, "This must be a whole number."),
        ("kind", "crowd", "This must be one of 'individual', 'couple' or 'group'."),
        ("client", 7, "This must be text."),
        ("client", "A" * 121, "This must have at most 120 characters."),
        ("clients", "Anna", "This must be a list."),
        ("clients", ["A", "B", "C", "D", "E", "F", "G"], "This must have at most 6 entries."),
    ],
)
async def test_refusals_are_sentences_for_people(
    server: Serving, field: str, value: Any, message: str
) -> None:
    async with at(server) as play:
        body = {"client": "Anna", field: value}
        assert await objection(play, body) == (f"#/{field}", message)


async def test_an_unknown_field_is_refused_without_naming_it(server: Serving) -> None:
    async with at(server) as play:
        problem = await play.json("POST", "/v1/sessions", {"client": "A", "somebody's words": 1}, 422)
        assert problem["errors"] == [{"pointer": "#", "message": "This has a part that is not known here."}]
        assert problem["detail"] == "The body has a part that is not known here."


# ------------------------------------------------------------ the order of things


async def test_before_the_call_there_is_nothing_to_draft_from(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        where = f"/v1/sessions/{session['id']}/note"
        for asked in ({}, {"format": "dap"}, {"section": "Plan"}):
            refused = await play.json("POST", f"{where}/redraft", asked, 409)
            assert refused["code"] == "not-ready"
            assert refused["detail"] == "The call has not begun, so there is nothing to draft from."
        assert (await play.json("GET", where))["status"] == "none"


# ------------------------------------------------------------ pages


async def test_sessions_come_page_by_page_the_latest_first(server: Serving) -> None:
    async with at(server) as play:
        made = [(await play.session(f"Client {number}"))["id"] for number in range(5)]
        first = await play.json("GET", "/v1/sessions?limit=2")
        assert [one["id"] for one in first["sessions"]] == made[:2:-1]
        second = await play.json("GET", f"/v1/sessions?limit=2&cursor={first['next']}")
        assert [one["id"] for one in second["sessions"]] == made[2:0:-1]
        whole = await play.json("GET", "/v1/sessions?limit=500")
        assert whole["next"] is None
        assert [one["id"] for one in whole["sessions"]][:5] == made[::-1]
        assert (await play.json("GET", "/v1/sessions"))["sessions"] == whole["sessions"]
        last = whole["sessions"][-1]["id"]
        assert await play.json("GET", f"/v1/sessions?cursor={last}") == {"sessions": [], "next": None}
        one_by_one = [one["id"] for one in whole["sessions"]]
        exact = await play.json("GET", f"/v1/sessions?limit={len(one_by_one)}")
        assert exact["next"] is None  # a full last page is known to be the last


async def test_listing_opens_each_draft_once_and_no_signed_note(
    server: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(server) as play:
        session = await play.session()
        where = f"/v1/sessions/{session['id']}/note"
        section = {"title": "Plan", "sentences": [{"text": "By hand.", "evidence": [], "flags": []}]}
        empty = {"format": "soap", "risk": [], "not_discussed": [], "drafter": "by hand"}
        note = {**empty, "sections": [section], "generated_at": "2026-01-05T09:00:00Z"}
        kept = await play.json("PUT", where, {"version": 0, "note": note})

        notes = server.node.house.memory.notes
        opened: list[str] = []
        read = notes.read

        async def counted(which: Any) -> Any:
            opened.append(which)
            return await read(which)

        monkeypatch.setattr(notes, "read", counted)

        async def status() -> str:
            listed = await play.json("GET", "/v1/sessions?limit=1")
            return str(listed["sessions"][0]["note"]["status"])

        assert [await status(), await status()] == ["draft", "draft"]
        assert opened.count(session["id"]) == 1
        await play.json("PUT", where, {"version": kept["version"], "note": {**note, "sections": []}})
        assert [await status(), await status()] == ["insufficient", "insufficient"]
        signing = {"version": 2, "name": "Dr Grey", "credential": "PsyD"}
        await play.json("POST", f"/v1/notes/{kept['id']}/sign", signing)
        opened.clear()
        assert await status() == "signed"
        assert opened == []


async def test_who_looked_at_what_stands_in_the_audit_chain(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        here = f"/v1/sessions/{session['id']}"
        for _ in range(3):
            await play.json("GET", here)
            await play.json("GET", f"{here}/transcript")
        await play.json("GET", f"{here}/note")
        entries = (await play.json("GET", "/v1/audit?limit=1000"))["entries"]
        seen = [one for one in entries if one["subject"] == session["id"]]
        assert [one["action"] for one in seen] == [
            "session.created",
            "session.read",
            "transcript.read",
            "note.read",
        ]
        assert {one["actor"] for one in seen} == {"clinician"}
        assert "logged_in" in {one["action"] for one in entries if one["subject"] == "practice"}


async def test_the_audit_chain_comes_page_by_page(server: Serving) -> None:
    async with at(server) as play:
        await play.session()
        entries, after = [], 0
        while after is not None:
            page = await play.json("GET", f"/v1/audit?limit=3&after={after}")
            assert len(page["entries"]) <= 3
            assert page["verified"] is True
            entries += page["entries"]
            after = page["next"]
        whole = await play.json("GET", "/v1/audit?limit=1000")
        assert all(line["purpose"] for line in whole["entries"])
        assert whole["entries"] == entries
        positions = [one["position"] for one in entries]
        assert positions == sorted(set(positions))
        beyond = await play.json("GET", f"/v1/audit?after={positions[-1]}")
        assert (beyond["entries"], beyond["next"]) == ([], None)


@pytest.mark.parametrize(
    ("path", "pointer", "message"),
    [
        ("/v1/audit?limit=0", "#/limit", "This must be at least 1."),
        ("/v1/audit?limit=1001", "#/limit", "This must be at most 1000."),
        ("/v1/audit?limit=many", "#/limit", "This must be a whole number."),
        ("/v1/audit?after=-1", "#/after", "This must be at least 0."),
        ("/v1/audit?limit=1&limit=2", "#/limit", "This is given more than once."),
        ("/v1/audit?lmit=5", "#", "This has a part that is not known here."),
        ("/v1/sessions?limit=0", "#/limit", "This must be at least 1."),
        ("/v1/sessions?limit=501", "#/limit", "This must be at most 500."),
        ("/v1/sessions?cursor=ses_none", "#/cursor", "This names no session."),
        ("/v1/sessions?cursor=%00", "#/cursor", "This has a form that is not allowed here."),
        ("/v1/receipts?session=a%20b", "#/session", "This has a form that is not allowed here."),
        ("/v1/me?verbose=1", "#", "This has a part that is not known here."),
    ],
)
async def test_queries_are_validated(server: Serving, path: str, pointer: str, message: str) -> None:
    async with at(server) as play:
        problem = await play.json("GET", path, status=422)
        assert problem["code"] == "invalid-query"
        assert problem["errors"] == [{"pointer": pointer, "message": message}]


@pytest.mark.parametrize("limit", [1, 500])
async def test_the_limits_themselves_are_taken(server: Serving, limit: int) -> None:
    async with at(server) as play:
        assert len((await play.json("GET", f"/v1/sessions?limit={limit}"))["sessions"]) <= limit
        assert len((await play.json("GET", f"/v1/audit?limit={2 * limit}"))["entries"]) <= 2 * limit


@pytest.mark.parametrize("id_", ["%00", "a%20b", "..%2f..", "x" * 65, "%F0%9F%98%80"])
async def test_what_can_be_no_id_is_not_looked_up(server: Serving, id_: str) -> None:
    async with at(server) as play:
        for path in (f"/v1/sessions/{id_}", f"/v1/receipts/{id_}", f"/v1/sessions/{id_}/transcript"):
            async with play.http.get(play.served.local_url + path) as answer:
                assert (answer.status, (await answer.json())["code"]) == (404, "not-found")
