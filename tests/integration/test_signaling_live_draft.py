"""The draft so far: it grows during the call, for the clinician alone, and goes with its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.integration.signaling_drafted import WORDS, sentences
from tests.integration.signaling_play import playing
from wire import browser as b

pytestmark = pytest.mark.timeout(120)

Json = dict[str, Any]


def texts(found: Json) -> str:
    return " ".join(str(one["text"]) for one in sentences(found))


async def test_a_draft_grows_with_the_call_and_is_seen_by_nobody_else(folder: Path) -> None:
    async with playing(folder) as play:
        worker, session = await play.worker(), await play.session()
        live = f"/v1/sessions/{session['id']}/note/live"
        early = await play.json("GET", live, status=409)
        assert early["code"] == "not-ready"
        doctor, anna, _, client = await play.couple(session)
        token = await play.link(session, client)
        _, track = await play.listening(doctor, anna)
        nothing = await play.json("GET", live)
        assert (nothing["note"]["sections"], bool(nothing["note"]["statement"])) == ([], True)

        struck = [await worker.hear(track, text, 1.0 + 6 * number) for number, text in enumerate(WORDS)][2]
        for _ in WORDS:
            await doctor.until(b.Heard, lambda m: m.segment.final)
        assert await play.json("GET", live) == nothing  # not anew within seconds

        house = play.served.node.house
        conversation = house.conversations.living[session["id"]]
        conversation.so_far = None
        found = await play.json("GET", live)
        assert found["as_of"] > 13.0
        assert "breathing exercise" in texts(found)
        assert [item["kind"] for item in found["note"]["risk"]] == ["suicide"]
        assert (await play.json("GET", f"/v1/sessions/{session['id']}/note"))["status"] == "none"

        bearer = {"Authorization": f"Bearer {token}"}
        async with play.http.get(live, headers=bearer) as response:
            assert response.status == 403

        await play.kept(f"/v1/sessions/{session['id']}", len(WORDS))
        here = f"/v1/sessions/{session['id']}/transcript"
        await play.json("POST", f"{here}/strike", {"segments": [struck]})
        assert "breathing" not in texts(await play.json("GET", live))

        await play.json("DELETE", here)
        gone = await play.json("GET", live, status=410)
        assert gone["code"] == "transcript-destroyed"
        assert conversation.so_far is None


async def test_the_draft_in_the_making_ends_with_the_call_and_is_the_note_that_comes(folder: Path) -> None:
    async with playing(folder) as play:
        worker, session = await play.worker(), await play.session()
        live = f"/v1/sessions/{session['id']}/note/live"
        doctor, anna, _, _ = await play.couple(session)
        _, track = await play.listening(doctor, anna)
        for number, text in enumerate((*WORDS, "My sister Maria Holm called me on Sunday.")):
            await worker.hear(track, text, 1.0 + 6 * number)
        for _ in range(4):
            await doctor.until(b.Heard, lambda m: m.segment.final)
        conversation = play.served.node.house.conversations.living[session["id"]]
        await conversation.scribe.catch_up()
        before = await play.json("GET", live)
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        after = await play.json("GET", f"/v1/sessions/{session['id']}/note")
        assert before["note"]["sections"] == after["note"]["sections"]
        assert (await play.json("GET", live, status=409))["code"] == "not-ready"
