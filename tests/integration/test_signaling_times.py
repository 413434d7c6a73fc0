"""When a session was held that was told of afterwards: said anew until its note is signed, within limits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from retention import AlreadySigned
from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded

WRITTEN = (
    "Dr. Grey met Anna. She reported sleeping five hours a night and feeling tense at work.\n"
    "- She denied thoughts of suicide when asked.\n"
    "Practised paced breathing. Plan: she will keep a sleep diary until next Monday."
)
HELD = "2026-11-02T19:30:00-08:00"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder: Path = tmp_path_factory.mktemp("times") / "folder"
    with threaded(folder) as served:
        yield served


@pytest.fixture
async def play(server: Serving) -> AsyncIterator[Play]:
    async with at(server) as found:
        yield found


async def written(play: Play, **given: Any) -> str:
    """Where a session is that a summary was typed of."""
    session = await play.session(source="summary", **given)
    await play.json("POST", "/v1/summaries", {"session": session["id"], "text": WRITTEN}, 201)
    return f"/v1/sessions/{session['id']}"


async def frame(play: Play, here: str) -> dict[str, Any]:
    found: dict[str, Any] = (await play.json("GET", f"{here}/note"))["note"]["frame"]
    return found


def ago(**time: float) -> str:
    return (datetime.now(UTC) - timedelta(**time)).isoformat(timespec="seconds")


async def test_a_note_told_without_a_time_gets_it_later(play: Play) -> None:
    here = await written(play)
    before = await play.json("GET", f"{here}/note")
    assert "start-stop" in {one["code"] for one in before["advice"]}
    changed = await play.json("PATCH", here, {"scheduled_for": HELD, "held_minutes": 53})
    assert (changed["scheduled_for"], changed["duration_seconds"]) == ("2026-11-03T03:30:00Z", 53 * 60)
    note = await play.json("GET", f"{here}/note")
    assert note["version"] == before["version"] + 1
    assert note["note"]["frame"] == before["note"]["frame"] | {
        "date": "2026-11-02",
        "started_at": "2026-11-03T03:30:00Z",
        "ended_at": "2026-11-03T04:23:00Z",
        "duration_minutes": 53,
    }
    assert note["note"]["sections"] == before["note"]["sections"]
    assert "start-stop" not in {one["code"] for one in note["advice"]}
    assert note["time_band"]["code"] == "90837"
    await play.recorded("session.times-changed")


async def test_one_part_is_said_anew_and_the_rest_stays(play: Play) -> None:
    here = await written(play, scheduled_for=HELD, held_minutes=53, setting="telehealth")
    note = await play.json("GET", f"{here}/note")
    placed = {**note["note"], "frame": {**note["note"]["frame"], "place_of_service": "10"}}
    await play.json("PUT", f"{here}/note", {"version": note["version"], "note": placed})
    await play.json("PATCH", here, {"held_minutes": 45})
    found = await frame(play, here)
    assert (found["date"], found["ended_at"]) == ("2026-11-02", "2026-11-03T04:15:00Z")
    assert (found["place_of_service"], found["modality"]) == ("10", "telehealth")
    await play.json("PATCH", here, {"scheduled_for": None})
    found = await frame(play, here)
    assert {"date", "started_at", "ended_at"}.isdisjoint(found)
    assert (found["duration_minutes"], found["place_of_service"]) == (45, "10")
    await play.json("PATCH", here, {"held_minutes": None})
    assert "duration_minutes" not in await frame(play, here)


async def test_another_draft_has_the_time_that_was_said_last(play: Play) -> None:
    here = await written(play, scheduled_for=HELD)
    await play.json("PATCH", here, {"scheduled_for": "2026-10-30T09:00:00+01:00"})
    redrafted = await play.json("POST", f"{here}/note/redraft", {"format": "dap"})
    assert redrafted["note"]["frame"]["date"] == "2026-10-30"


async def test_an_edit_of_the_version_before_is_not_lost_on_the_way(play: Play) -> None:
    here = await written(play)
    before = await play.json("GET", f"{here}/note")
    await play.json("PATCH", here, {"scheduled_for": HELD})
    edit = {"version": before["version"], "note": before["note"]}
    assert (await play.json("PUT", f"{here}/note", edit, 409))["code"] == "stale-version"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "#"),
        ({"scheduled_for": "yesterday"}, "#/scheduled_for"),
        ({"scheduled_for": "2026-11-02"}, "#/scheduled_for"),
        ({"scheduled_for": "2026-11-02T09:00:00"}, "#/scheduled_for"),
        ({"scheduled_for": "2026-02-30T09:00:00Z"}, "#/scheduled_for"),
        ({"scheduled_for": "1999-12-31T23:59:59Z"}, "#/scheduled_for"),
        ({"scheduled_for": "2199-12-31T23:59:59Z"}, "#/scheduled_for"),
        ({"held_minutes": 0}, "#/held_minutes"),
        ({"held_minutes": 601}, "#/held_minutes"),
        ({"held_minutes": "50"}, "#/held_minutes"),
        ({"held": HELD}, "#"),
    ],
)
async def test_what_is_no_time_is_refused_and_named(play: Play, body: dict[str, Any], field: str) -> None:
    session = await play.session(source="dictation", scheduled_for=HELD, held_minutes=50)
    refused = await play.json("PATCH", f"/v1/sessions/{session['id']}", body, 422)
    assert refused["code"] == "invalid-body"
    assert [one["pointer"] for one in refused["errors"]] == [field]
    kept = await play.json("GET", f"/v1/sessions/{session['id']}")
    assert (kept["scheduled_for"], kept["duration_seconds"]) == (session["scheduled_for"], 50 * 60)


@pytest.mark.parametrize(
    "body",
    [
        {"scheduled_for": "2000-01-01T00:00:00Z"},
        {"held_minutes": 1},
        {"held_minutes": 600},
        {"scheduled_for": None, "held_minutes": None},
    ],
)
async def test_up_to_its_limits_a_time_is_taken(play: Play, body: dict[str, Any]) -> None:
    session = await play.session(source="dictation", scheduled_for="2026-10-01T10:00:00Z")
    changed = await play.json("PATCH", f"/v1/sessions/{session['id']}", body)
    assert changed["state"] == "scheduled"


async def test_nothing_that_is_over_begins_or_ends_later_than_now(play: Play) -> None:
    session = await play.session(source="dictation")
    here = f"/v1/sessions/{session['id']}"
    refused = await play.json("PATCH", here, {"scheduled_for": ago(seconds=-30)}, 422)
    assert refused["errors"] == [
        {"message": "This must not lie in the future.", "pointer": "#/scheduled_for"}
    ]
    await play.json("PATCH", here, {"scheduled_for": ago(seconds=30)})
    ends = "This must not make the session end in the future."
    refused = await play.json("PATCH", here, {"held_minutes": 1}, 422)
    assert refused["errors"] == [{"message": ends, "pointer": "#/held_minutes"}]
    await play.json("PATCH", here, {"scheduled_for": ago(minutes=50, seconds=30), "held_minutes": 50})
    refused = await play.json("PATCH", here, {"scheduled_for": ago(minutes=49)}, 422)
    assert refused["errors"] == [{"message": ends, "pointer": "#/scheduled_for"}]


@pytest.mark.parametrize("source", ["call", "in_person"])
async def test_a_session_that_is_held_has_its_own_times(play: Play, source: str) -> None:
    session = await play.session(source=source)
    refused = await play.json("PATCH", f"/v1/sessions/{session['id']}", {"scheduled_for": HELD}, 409)
    assert refused["code"] == "not-ready"


async def test_a_recording_has_its_own_length(play: Play) -> None:
    session = await play.session(source="recording")
    here = f"/v1/sessions/{session['id']}"
    refused = await play.json("PATCH", here, {"held_minutes": 50}, 422)
    assert [one["pointer"] for one in refused["errors"]] == ["#/held_minutes"]
    changed = await play.json("PATCH", here, {"scheduled_for": HELD, "held_minutes": None})
    assert changed["scheduled_for"] == "2026-11-03T03:30:00Z"


async def test_a_signed_note_keeps_its_time(play: Play) -> None:
    here = await written(play, scheduled_for=HELD)
    note = await play.json("GET", f"{here}/note")
    flags = [
        f"{flag}:{s}.{n}"
        for s, section in enumerate(note["note"]["sections"], 1)
        for n, one in enumerate(section["sentences"], 1)
        for flag in one["flags"]
    ]
    body = {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": flags}
    await play.json("POST", f"/v1/notes/{note['id']}/sign", body)
    before = await play.json("GET", here)
    refused = await play.json("PATCH", here, {"scheduled_for": "2026-11-01T09:00:00Z"}, 409)
    assert refused["code"] == AlreadySigned.code
    assert await play.json("GET", here) == before


async def test_while_a_draft_is_made_its_time_waits(play: Play, server: Serving) -> None:
    here = await written(play)
    session = here.rsplit("/", 1)[1]
    server.node.house.notebook.drafting.add(session)
    refused = await play.json("PATCH", here, {"scheduled_for": HELD}, 409)
    assert refused["code"] == "not-ready"
    server.node.house.notebook.drafting.discard(session)
    await play.json("PATCH", here, {"scheduled_for": HELD})
    assert session not in server.node.house.notebook.drafting


async def test_a_session_that_is_not_there_is_not_found(play: Play) -> None:
    await play.json("PATCH", "/v1/sessions/ses_none", {"scheduled_for": HELD}, 404)
