"""What participants learn by their own link about what became of their words, and what they do not learn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded
from wire import browser as b

SAID = "I have been sleeping badly because of the exams at school and I feel anxious about them."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("fate")) as served:
        yield served


async def fate(play: Play, session: str, token: str, status: int = 200) -> dict[str, Any]:
    bearer = {"Authorization": f"Bearer {token}"}
    async with play.http.get(f"/v1/sessions/{session}/fate", headers=bearer) as response:
        assert response.status == status, await response.text()
        told: dict[str, Any] = await response.json()
        return told


async def three(play: Play) -> tuple[str, list[str], list[str]]:
    """An ended call of two clients, who were heard; their ids and links. A third client was never let in."""
    worker = await play.worker()
    session = await play.session("", clients=["Anna", "Bo", "Cleo"], kind="group")
    clinician, *clients = [person["id"] for person in session["participants"]]
    links = [await play.link(session, client) for client in clients]
    doctor = await play.join(session, clinician)
    tabs = [doctor]
    for client, link in zip(clients[:2], links[:2], strict=True):
        tab = await play.join(session, client, link)
        await tab.say(b.Knock())
        await doctor.presence(client, "waiting")
        await doctor.say(b.Admit(participant=client))
        await tab.presence(client, "present")
        tabs.append(tab)
    for tab in tabs:
        await tab.agree()
    await doctor.say(b.StartTranscription())
    tracks = [await play.leg(tab) for tab in tabs]
    await doctor.status("active")
    await worker.hear(tracks[1], SAID, 1.0)
    await doctor.until(b.Heard, lambda m: m.segment.final)
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    return session["id"], clients, links


async def test_who_was_there_learns_it_and_nobody_learns_who_else_withdrew(server: Serving) -> None:
    async with at(server) as play:
        session, clients, (anna, bo, cleo) = await three(play)
        living = await fate(play, session, anna)
        assert (living["state"], living["held"], living["receipts"]) == ("living", False, [])
        assert living["destroy_by"] is not None
        assert (await fate(play, session, cleo, 404))["code"] == "not-found"
        asked = {"purpose": "notes", "decision": "withdraw", "wording": "notes-1"}
        bearer = {"Authorization": f"Bearer {bo}"}
        async with play.http.post(f"/v1/sessions/{session}/consent", json=asked, headers=bearer) as response:
            assert response.status == 200
        (receipt,) = (await fate(play, session, bo))["receipts"]
        assert (receipt["why"], receipt["actor"]) == ("withdrawn", clients[1])
        other = await fate(play, session, anna)
        assert (other["state"], other["receipts"]) == ("destroyed", [])
        assert len((await play.json("GET", f"/v1/sessions/{session}/fate"))["receipts"]) == 1


async def test_a_link_shows_no_other_sessions_fate(server: Serving) -> None:
    async with at(server) as play:
        one, other = await play.session(), await play.session()
        link = await play.link(one, one["participants"][1]["id"])
        assert (await fate(play, other["id"], link, 403))["code"] == "wrong-session"
        assert (await fate(play, one["id"], link, 404))["code"] == "not-found"
