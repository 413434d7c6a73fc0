"""A clinician writes of a session that is over: its transcript is what was written, its note is drafted."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded

WRITTEN = (
    "Dr. Grey met Anna for fifty minutes. She reported sleeping five hours a night and feeling tense.\n"
    "- She denied thoughts of suicide when asked.\n"
    "Practised paced breathing. Plan: she will keep a sleep diary until next Monday."
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder: Path = tmp_path_factory.mktemp("summaries") / "folder"
    with threaded(folder) as served:
        yield served


@pytest.fixture
async def play(server: Serving) -> AsyncIterator[Play]:
    async with at(server) as found:
        yield found


async def test_a_summary_becomes_transcript_and_note_and_is_destroyed_when_that_is_signed(play: Play) -> None:
    session = await play.session(source="summary", setting="telehealth", scheduled_for="2026-11-02T09:00:00Z")
    assert [person["role"] for person in session["participants"]] == ["clinician"]
    given = {"session": session["id"], "text": WRITTEN}
    written = await play.json("POST", "/v1/summaries", given, 201)
    assert (written["state"], written["transcript"]["state"]) == ("ended", "living")
    kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
    assert [one["text"] for one in kept["segments"]][2] == "She denied thoughts of suicide when asked."
    note = await play.json("GET", f"/v1/sessions/{session['id']}/note")
    frame = {name: value for name, value in note["note"]["frame"].items() if value is not None}
    assert frame == {
        "date": "2026-11-02",
        "modality": "telehealth",
        "participants": ["Clinician", "Anna Lindqvist"],
    }
    said = " ".join(one["text"] for section in note["note"]["sections"] for one in section["sentences"])
    assert "sleep diary" in said
    ids = {one["id"] for one in kept["segments"]}
    evidence = [
        on for section in note["note"]["sections"] for one in section["sentences"] for on in one["evidence"]
    ]
    assert evidence
    assert ids.issuperset(evidence)
    body = {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
    flags = [
        f"{flag}:{s}.{n}"
        for s, section in enumerate(note["note"]["sections"], 1)
        for n, one in enumerate(section["sentences"], 1)
        for flag in one["flags"]
    ]
    signed = await play.json("POST", f"/v1/notes/{note['id']}/sign", {**body, "attestations": flags})
    assert signed["receipt"]["why"] == "signed"
    await play.json("GET", f"/v1/sessions/{session['id']}/transcript", status=410)


async def test_what_its_clinician_says_of_its_times_stands_in_the_note(play: Play) -> None:
    session = await play.session(source="summary", scheduled_for="2026-11-02T19:30:00-08:00", held_minutes=53)
    assert session["duration_seconds"] == 53 * 60
    given = {"session": session["id"], "text": WRITTEN}
    await play.json("POST", "/v1/summaries", given, 201)
    note = await play.json("GET", f"/v1/sessions/{session['id']}/note")
    frame = note["note"]["frame"]
    assert (frame["date"], frame["duration_minutes"]) == ("2026-11-02", 53)
    assert (frame["started_at"][:16], frame["ended_at"][:16]) == ("2026-11-03T03:30", "2026-11-03T04:23")
    assert "start-stop" not in {one["code"] for one in note["advice"]}
    assert note["time_band"]["code"] == "90837"


@pytest.mark.parametrize("text", ["", "   \n\t "])
async def test_from_an_empty_summary_nothing_is_drafted(play: Play, text: str) -> None:
    session = await play.session(source="summary")
    refused = await play.json("POST", "/v1/summaries", {"session": session["id"], "text": text}, 422)
    assert "nothing is drafted from an empty summary" in refused["errors"][0]["message"]
    assert (await play.json("GET", f"/v1/sessions/{session['id']}/note"))["status"] == "none"


async def test_one_that_says_too_little_gives_a_plain_statement(play: Play) -> None:
    session = await play.session(source="summary")
    written = await play.json("POST", "/v1/summaries", {"session": session["id"], "text": "Met."}, 201)
    assert written["note"]["status"] == "insufficient"


async def test_a_summary_belongs_to_a_session_made_for_one_and_is_written_once(play: Play) -> None:
    call, session = await play.session(), await play.session(source="summary")
    assert (await play.json("POST", "/v1/summaries", {"session": call["id"], "text": WRITTEN}, 409))[
        "code"
    ] == ("not-ready")
    await play.json("POST", "/v1/summaries", {"session": "ses_none", "text": WRITTEN}, 400)
    await play.json("POST", "/v1/summaries", {"session": session["id"], "text": WRITTEN}, 201)
    await play.json("POST", "/v1/summaries", {"session": session["id"], "text": WRITTEN}, 409)


THREE: dict[str, Any] = {
    "clients": ["Ben Ortiz", "Carla Weiss", "Dev Rao"],
    "client": "",
    "source": "summary",
}
OF_THREE = (
    "Ben reported drinking twice this week. Carla said she has been sober thirty days. "
    "Dev told Carla he was proud of her. I taught urge surfing. Ben will call his sponsor."
)


async def test_a_group_s_summary_tells_its_members_apart_at_once_and_when_it_is_drafted_anew(
    play: Play,
) -> None:
    session = await play.session(kind="group", **THREE)
    assert session["format"] == "group"
    await play.json("POST", "/v1/summaries", {"session": session["id"], "text": OF_THREE}, 201)
    address = f"/v1/sessions/{session['id']}/note"
    first = await play.json("GET", address)
    again = await play.json("POST", f"{address}/redraft", {"format": "group"})
    for note in (first["note"], again["note"]):
        assert {one["title"]: [said["text"] for said in one["sentences"]] for one in note["sections"]} == {
            "Group": ["Therapist taught urge surfing."],
            "Client A": ["Client A reported drinking twice this week."],
            "Client B": ["Client B said she has been sober thirty days."],
            "Client C": ["Client C told Client B he was proud of her."],
            "Plan": ["Client A will call his sponsor."],
        }
        assert all(not said["flags"] for one in note["sections"] for said in one["sentences"])


async def test_a_couple_s_summary_keeps_its_format_and_its_names(play: Play) -> None:
    given: dict[str, Any] = {
        "clients": ["Ben Ortiz", "Ana Ortiz"],
        "client": "",
        "source": "summary",
        "kind": "couple",
    }
    session = await play.session(**given)
    assert session["format"] == "soap"
    text = "Ben told Ana he is sorry. Mrs. Ortiz said she is tired of it. Ana will write a letter."
    await play.json("POST", "/v1/summaries", {"session": session["id"], "text": text}, 201)
    address = f"/v1/sessions/{session['id']}/note"
    for note in (await play.json("GET", address), await play.json("POST", f"{address}/redraft", {})):
        said = [one["text"] for section in note["note"]["sections"] for one in section["sentences"]]
        assert sorted(said) == [
            "Ana will write a letter.",
            "Ben told Ana he is sorry.",
            "Mrs. Ortiz said she is tired of it.",
        ]


async def test_a_group_is_drafted_as_is_preferred_for_it(play: Play) -> None:
    assert (await play.session(**{**THREE, "format": "dap", "kind": "group"}))["format"] == "dap"
    held = await play.session(**THREE, kind="group")
    address = f"/v1/clients/{held['client_id']}/preferences"
    await play.json("PUT", address, {"default_format": "soap"})
    of_client = {"client_id": held["client_id"], "client": "", "kind": "group"}
    assert (await play.session(**of_client))["format"] == "soap"
    own = await play.json("GET", "/v1/preferences")
    try:
        await play.json("PUT", "/v1/preferences", {**own, "default_format": "birp"})
        assert (await play.session(kind="group"))["format"] == "birp"
    finally:
        await play.json("PUT", "/v1/preferences", own)
