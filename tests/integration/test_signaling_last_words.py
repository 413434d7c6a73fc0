"""What was said last, what was struck, and what a stopped server left undone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from retention import StoreUnavailable
from retention.destruction import Destruction
from signaling.statements import STRUCK_STATEMENT
from tests.integration.signaling_play import Play, playing
from tests.integration.signaling_signed import signing
from wire import browser as b
from wire import control as w

WORDS = (
    "I have been waking up at four in the morning and I feel anxious about work.",
    "My sister says that I should look for another job, and I think that she is right.",
    "I tried the breathing exercise before bed and it helped me to fall asleep.",
)


async def heard(play: Play) -> tuple[Any, dict[str, Any], Any, str, list[str]]:
    """A call in which something was said: worker, session, clinician, client's track, segment ids."""
    worker = await play.worker()
    session = await play.session()
    doctor, anna, _, _ = await play.couple(session)
    _, track = await play.listening(doctor, anna)
    said = [await worker.hear(track, text, 1.0 + 6 * number) for number, text in enumerate(WORDS)]
    for _ in WORDS:
        await doctor.until(b.Heard, lambda m: m.segment.final)
    return worker, session, doctor, track, said


async def test_words_said_while_the_server_stops_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    async with playing(folder) as play:
        worker, session, _, track, _ = await heard(play)
        worker.flushing = False
        house = play.served.node.house
        stopping = play.tasks.create_task(house.hub.hush(8.0))
        await worker.wait(lambda one: any(closing.track == track for closing in one.closed))
        await worker.hear(track, "and these are my last words", 30.0)
        for closing in worker.closed:
            await worker.say(w.TrackFlushed(track=closing.track))
        async with asyncio.timeout(30):
            await stopping
    async with playing(folder) as play:
        kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
        assert kept["segments"][-1]["text"] == "and these are my last words"


async def test_a_note_says_when_last_words_did_not_come(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder", flush_seconds=0.5) as play:
        worker, session, doctor, _, _ = await heard(play)
        worker.flushing = False
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        kept = await play.json("GET", f"/v1/sessions/{session['id']}/note")
        assert "may be missing" in kept["note"]["drafter_notice"]


async def test_what_is_struck_leaves_the_draft(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder") as play:
        _, session, doctor, _, said = await heard(play)
        here = f"/v1/sessions/{session['id']}"
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        before = await play.json("GET", f"{here}/note")
        assert said[0] in str(before["note"]["sections"])
        await play.json("POST", f"{here}/transcript/strike", {"segments": [said[0]]})
        after = await play.json("GET", f"{here}/note")
        assert after["version"] == before["version"] + 1
        assert said[0] not in str(after["note"])
        assert "four in the morning" not in str(after["note"])
        assert said[2] in str(after["note"])
        heard_in_all = [one["id"] for one in (await play.json("GET", f"{here}/transcript"))["segments"]]
        await play.json("POST", f"{here}/transcript/strike", {"segments": heard_in_all})
        empty = await play.json("GET", f"{here}/note")
        assert empty["status"] == "insufficient"
        assert empty["note"]["statement"] == STRUCK_STATEMENT
        assert (empty["note"]["sections"], empty["note"]["risk"], empty["note"]["not_discussed"]) == (
            [],
            [],
            [],
        )
        own = {"text": "Written by hand.", "evidence": [], "flags": []}
        note = {**empty["note"], "sections": [{"title": "Plan", "sentences": [own]}]}
        written = await play.json("PUT", f"{here}/note", {"version": empty["version"], "note": note})
        assert written["status"] == "draft"


@pytest.mark.parametrize("by_hand", [True, False])
async def test_an_ended_session_without_a_note_gets_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, by_hand: bool
) -> None:
    folder = tmp_path / "folder"
    with monkeypatch.context() as patch:

        async def failing(self: Any, *given: Any, **named: Any) -> None:
            raise StoreUnavailable("busy")

        patch.setattr("retention.notes.Notes.save_draft", failing)
        async with playing(folder) as play:
            _, session, doctor, _, _ = await heard(play)
            address = f"/v1/sessions/{session['id']}/note"
            await doctor.say(b.End())
            room = play.served.node.house.hub.find(session["id"])
            assert room is not None
            async with asyncio.timeout(60):
                await room.over.wait()
            assert (await play.json("GET", address))["status"] == "none"
            if by_hand:
                patch.undo()
                assert (await play.json("POST", f"{address}/redraft", {}))["status"] == "draft"
                return
    async with playing(folder) as play, asyncio.timeout(60):
        while (await play.json("GET", address))["status"] != "draft":  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def test_a_signature_that_stands_clears_memory_though_the_destruction_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(tmp_path / "folder", sweep_seconds=60.0) as play:
        _, session, doctor, _, _ = await heard(play)
        address = f"/v1/sessions/{session['id']}/note"
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        kept = await play.json("GET", address)
        house = play.served.node.house
        assert session["id"] in house.conversations.living

        async def failing(self: Any, intent: Any) -> None:
            raise StoreUnavailable("busy")

        body = signing(kept)
        with monkeypatch.context() as patch:
            patch.setattr(Destruction, "finish", failing)
            await play.json("POST", f"/v1/notes/{kept['id']}/sign", body, 503)
        assert session["id"] not in house.conversations.living
        assert (await doctor.until(b.TranscriptDestroyed)).reason == "signed"
