"""What people are told when the store takes nothing, and that nothing is lost or counted by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from retention import StoreUnavailable
from signaling import conversation
from tests.integration.signaling_play import SECONDS, Play, playing
from tests.support.waiting import eventually
from wire import browser as b

SAID = "I have been sleeping badly because of the exams at school and I feel anxious about them."


class Refusing:
    """Stands before a store's method and refuses while it is `on`."""

    def __init__(self, method: Callable[..., Any]) -> None:
        self.on, self.method = True, method

    async def __call__(self, *given: Any) -> Any:
        if self.on:
            raise StoreUnavailable("the disk is full")
        return await self.method(*given)


async def until(holds: Callable[[], bool]) -> None:
    async def asked() -> bool:
        return holds()

    await eventually(asked, "the server's own state", within=SECONDS, every=0.02)


async def call(play: Play) -> tuple[Any, ...]:
    """A call in which both are heard."""
    worker = await play.worker()
    session = await play.session()
    doctor, anna, _, _ = await play.couple(session)
    tracks = await play.listening(doctor, anna)
    return worker, session, doctor, anna, tracks[1]


async def answers(play: Play, session: dict[str, Any], count: int, last: str = "agree") -> None:
    """Waits until so many answers are on record: records are written one by one, behind the call."""
    path = f"/v1/sessions/{session['id']}/consent"

    async def recorded() -> bool:
        consents = (await play.json("GET", path))["consents"]
        return len(consents) == count and consents[-1]["decision"] == last

    await eventually(recorded, f"{count} answers are on record", every=0.05)


async def test_a_final_that_is_not_saved_is_said_kept_and_stored_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "RETRY_SECONDS", 0.05)
    async with playing(tmp_path / "folder") as play:
        worker, session, doctor, _, track = await call(play)
        transcripts = play.served.node.house.memory.transcripts
        refusing = Refusing(transcripts.append)
        monkeypatch.setattr(transcripts, "append", refusing)
        await worker.hear(track, SAID, 1.0)
        await doctor.status("stalled", "not_saved")
        refusing.on = False
        await doctor.status("active")
        kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
        assert [one["text"] for one in kept["segments"]] == [SAID]


async def test_more_finals_than_may_wait_are_not_written_down_and_the_note_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(conversation, "MOST_UNSAVED", 2)
    async with playing(tmp_path / "folder") as play:
        worker, session, doctor, _, track = await call(play)
        house = play.served.node.house
        refusing = Refusing(house.memory.transcripts.append)
        monkeypatch.setattr(house.memory.transcripts, "append", refusing)
        for number in range(6):
            await worker.hear(track, f"{SAID} {number}", 1.0 + 9 * number)
        living = house.conversations.living[session["id"]]
        await until(lambda: living.words_missing)
        refusing.on = False
        await doctor.status("active")
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        note = await play.json("GET", f"/v1/sessions/{session['id']}/note")
        assert "may be missing" in note["note"]["drafter_notice"]
        assert len(living.scribe.transcript.finals()) < 6


async def test_an_agreement_that_is_not_on_record_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(tmp_path / "folder") as play:
        await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        await doctor.agree()
        consents = play.served.node.house.memory.consents
        await doctor.say(b.StartTranscription())
        await doctor.status("starting", "awaiting_consent")
        await answers(play, session, 1)
        refusing = Refusing(consents.record)
        monkeypatch.setattr(consents, "record", refusing)
        await anna.agree()
        told = await anna.until(b.Error)
        assert told.code == "consent_not_recorded"
        assert (await doctor.status("starting", "awaiting_consent")).transcription.value == "starting"
        refusing.on = False
        await anna.agree()
        await play.leg(doctor)
        await play.leg(anna)
        await doctor.status("active")


async def test_a_decline_is_put_on_record_however_long_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("signaling.chores.AGAIN_SECONDS", 0.05)
    async with playing(tmp_path / "folder") as play:
        _, session, doctor, anna, _ = await call(play)
        await answers(play, session, 2)
        consents = play.served.node.house.memory.consents
        refusing = Refusing(consents.record)
        monkeypatch.setattr(consents, "record", refusing)
        await anna.agree(b.Decision.DECLINE)
        await doctor.status("paused", "declined")
        refusing.on = False
        await answers(play, session, 3, "decline")


async def test_what_a_strike_owes_the_note_is_made_up_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(tmp_path / "folder", sweep_seconds=0.2) as play:
        worker, session, doctor, _, track = await call(play)
        await worker.hear(track, SAID, 1.0)
        struck = await worker.hear(track, "I dream of the marmalade lighthouse and it frightens me.", 12.0)
        await doctor.until(b.Heard, lambda m: m.segment.id == struck and m.segment.final)
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        here = f"/v1/sessions/{session['id']}"
        assert "marmalade" in str((await play.json("GET", f"{here}/note"))["note"]["sections"])
        notes = play.served.node.house.memory.notes
        refusing = Refusing(notes.strike)
        monkeypatch.setattr(notes, "strike", refusing)
        await play.json("POST", f"{here}/transcript/strike", {"segments": [struck]})
        assert "marmalade" in str((await play.json("GET", f"{here}/note"))["note"]["sections"])
        refusing.on = False

        async def made_up_for() -> bool:
            return "marmalade" not in str((await play.json("GET", f"{here}/note"))["note"]["sections"])

        await eventually(made_up_for, "the struck words leave the note", every=0.05)


async def test_a_strike_that_was_decided_and_not_finished_is_seen_by_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(tmp_path / "folder", sweep_seconds=0.2) as play:
        worker, session, doctor, _, track = await call(play)
        await worker.hear(track, SAID, 1.0)
        struck = await worker.hear(track, "I dream of the marmalade lighthouse and it frightens me.", 12.0)
        await doctor.until(b.Heard, lambda m: m.segment.id == struck and m.segment.final)
        here = f"/v1/sessions/{session['id']}"
        await until_kept(play, here, 2)
        destruction = play.served.node.house.memory._destruction
        refusing = Refusing(destruction.finish)
        monkeypatch.setattr(destruction, "finish", refusing)
        await play.json("POST", f"{here}/transcript/strike", {"segments": [struck]}, 503)
        await doctor.until(b.Struck, lambda m: struck in m.segments)
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        assert "marmalade" not in str(await play.json("GET", f"{here}/note"))
        refusing.on = False

        async def finished() -> bool:
            return bool((await play.json("GET", f"/v1/receipts?session={session['id']}"))["receipts"])

        await eventually(finished, "the strike has its receipt")


async def test_a_strike_that_was_not_decided_strikes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(tmp_path / "folder") as play:
        worker, session, doctor, _, track = await call(play)
        struck = await worker.hear(track, SAID, 1.0)
        await doctor.until(b.Heard, lambda m: m.segment.final)
        here = f"/v1/sessions/{session['id']}"
        await until_kept(play, here, 1)
        transcripts = play.served.node.house.memory.transcripts
        monkeypatch.setattr(transcripts, "strike", Refusing(transcripts.strike))
        await play.json("POST", f"{here}/transcript/strike", {"segments": [struck]}, 503)
        assert len((await play.json("GET", f"{here}/transcript"))["segments"]) == 1


async def test_a_destruction_that_was_not_decided_is_not_told_as_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(tmp_path / "folder") as play:
        worker, session, doctor, _, track = await call(play)
        await worker.hear(track, SAID, 1.0)
        await doctor.until(b.Heard, lambda m: m.segment.final)
        here = f"/v1/sessions/{session['id']}"
        await until_kept(play, here, 1)
        memory = play.served.node.house.memory
        refusing = Refusing(memory.destroy_transcript)
        monkeypatch.setattr(memory, "destroy_transcript", refusing)
        await play.json("DELETE", f"{here}/transcript", status=503)
        await worker.hear(track, SAID, 12.0)
        await doctor.until(b.Heard, lambda m: m.segment.final)
        assert not [one for one in doctor.inbox if isinstance(one, b.TranscriptDestroyed)]
        await until_kept(play, here, 2)
        refusing.on = False
        assert (await play.json("DELETE", f"{here}/transcript"))["receipt"]["why"] == "requested"
        await doctor.until(b.TranscriptDestroyed)


async def until_kept(play: Play, here: str, count: int) -> None:
    """Waits until so many finals are in the store."""

    async def kept() -> bool:
        return len((await play.json("GET", f"{here}/transcript"))["segments"]) == count

    await eventually(kept, f"{count} finals are kept", every=0.05)


async def test_a_stopping_server_says_that_it_restarts(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder") as play:
        _, _, doctor, anna, _ = await call(play)
        await play.served.node.house.hub.hush(1.0)
        for somebody in (doctor, anna):
            await somebody.status("paused", "server_restarting")


async def test_words_at_rest_leave_memory_and_come_back_for_a_redraft(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder", sweep_seconds=0.2, rest_minutes=0.01) as play:
        worker, session, doctor, anna, track = await call(play)
        await worker.hear(track, SAID, 1.0)
        await doctor.until(b.Heard)
        house = play.served.node.house
        house.forgetting.rest(0.0)  # a call's words never rest
        assert session["id"] in house.conversations.living
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        for somebody in (doctor, anna):
            await somebody.socket.close()
        await until(lambda: not house.conversations.living)
        address = f"/v1/sessions/{session['id']}/note"
        before = await play.json("GET", address)
        edited = before["note"]
        where = next(section for section in edited["sections"] if section["sentences"])
        where["sentences"][0]["text"] += " 12 times."
        saved = await play.json("PUT", address, {"version": before["version"], "note": edited})
        assert "number-not-in-evidence" in str(saved["note"]["sections"])
        assert not house.conversations.living, "an edit is checked without waking the conversation"
        again = await play.json("POST", f"{address}/redraft", {"format": "dap"})
        assert again["note"]["format"] == "dap"
        assert any(one["evidence"] for section in again["note"]["sections"] for one in section["sentences"])
