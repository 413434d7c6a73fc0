"""What holds across restarts, revocations and the end of a call: consent, access, calls under way."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from retention import ConsentEntry, ParticipantId, SessionId
from tests.integration.signaling_play import Play, playing
from tests.support.waiting import eventually
from wire import browser as b

SAID = "I have been sleeping badly because of the exams at school."


async def bearing(play: Play, token: str, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    """What somebody with a join token is answered."""
    bearer = {"Authorization": f"Bearer {token}"}
    async with play.http.request(method, path, json=body, headers=bearer) as response:
        return response.status, await response.json()


async def heard(play: Play) -> tuple[dict[str, Any], str]:
    """A call in which the client was heard."""
    worker = await play.worker()
    session = await play.session()
    doctor, anna, _, client = await play.couple(session)
    tracks = await play.listening(doctor, anna)
    await worker.hear(tracks[1], SAID, 1.0)
    await doctor.until(b.Heard)
    return session, client


async def test_after_a_restart_the_admitted_come_straight_back_and_the_pause_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    async with playing(folder, grace_seconds=30.0) as play:
        session, client = await heard(play)
        clinician = session["participants"][0]["id"]
        tokens = [await play.link(session, who) for who in (clinician, client)]
    async with playing(folder, grace_seconds=30.0) as play:
        doctor = await play.join(session, clinician, tokens[0])
        anna = await play.join(session, client, tokens[1])
        assert anna.welcome is not None
        me = next(one for one in anna.welcome.room.participants if one.id == client)
        assert me.presence is b.Presence.PRESENT
        room = anna.welcome.room
        assert (room.transcription.value, room.transcription_reason) == ("paused", "server_restarted")
        await play.worker()
        await doctor.say(b.StartTranscription())
        await play.leg(anna)


async def test_a_call_nobody_comes_back_to_ends_and_is_drafted(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    async with playing(folder) as play:
        session, _ = await heard(play)
    async with playing(folder, grace_seconds=0.2, abandoned_seconds=0.5) as play:
        async with asyncio.timeout(30):
            while True:
                view = await play.json("GET", f"/v1/sessions/{session['id']}")
                if view["note"]["status"] in {"draft", "insufficient"}:
                    break
                await asyncio.sleep(0.1)
        assert view["end_reason"] == "abandoned"


async def test_a_withdrawal_on_record_is_kept_after_the_server_died(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    async with playing(folder) as play:
        session, client = await heard(play)
        await play.json("POST", f"/v1/sessions/{session['id']}/end")
        memory = play.served.node.house.memory
        entry = ConsentEntry(
            SessionId(session["id"]),
            ParticipantId(client),
            "notes",
            "withdraw",
            "w",
            play.served.node.house.now(),
        )
        await memory.consents.record(entry)
        assert await memory.consents.withdrawn(SessionId(session["id"]))
    async with playing(folder) as play:
        async with asyncio.timeout(60):
            while True:
                view = await play.json("GET", f"/v1/sessions/{session['id']}")
                if view["transcript"]["receipt"] is not None:
                    break
                await asyncio.sleep(0.05)
        house = play.served.node.house
        assert await house.memory.consents.unkept() == {}
        status = await house.memory.retention_status(SessionId(session["id"]))
        assert status.why is not None
        assert status.why.value == "withdrawn"
        (receipt,) = (await play.json("GET", f"/v1/sessions/{session['id']}/fate"))["receipts"]
        assert receipt["actor"] == client, "the receipt is theirs who asked, so that their link shows it"


async def test_a_client_withdraws_after_the_call_until_the_note_is_signed(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder") as play:
        session, client = await heard(play)
        token = await play.link(session, client)
        await play.json("POST", f"/v1/sessions/{session['id']}/end")
        path = f"/v1/sessions/{session['id']}/consent"
        status, problem = await bearing(play, token, "GET", f"/v1/sessions/{session['id']}/invitation")
        assert (status, problem["code"]) == (401, "token-replayed")
        asked = {"purpose": "notes", "decision": "withdraw", "wording": "notes-1"}
        status, done = await bearing(play, token, "POST", path, asked)
        assert status == 200
        assert done["receipt"]
        assert (await bearing(play, token, "POST", path, asked))[1]["receipt"] == done["receipt"]
        view = await play.json("GET", f"/v1/sessions/{session['id']}")
        assert view["transcript"]["state"] == "destroyed"
        last = (await play.json("GET", path))["consents"][-1]
        assert (last["participant"], last["decision"]) == (client, "withdraw")
        assert (await bearing(play, token, "POST", path, {**asked, "decision": "agree"}))[0] == 422
        await play.json("POST", path, asked, 403)  # nobody withdraws for somebody else


async def test_a_revoked_link_reads_nothing_any_more(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder") as play:
        session = await play.session()
        clinician = session["participants"][0]["id"]
        token = await play.link(session, clinician)
        path = f"/v1/sessions/{session['id']}/transcript"
        assert (await bearing(play, token, "GET", path))[0] == 200
        await play.json("DELETE", f"/v1/sessions/{session['id']}/tokens/{clinician}", status=204)
        status, problem = await bearing(play, token, "GET", path)
        assert (status, problem["code"]) == (403, "token-revoked")


async def test_what_was_heard_of_a_recording_is_destroyed_when_its_server_stopped_midway(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "folder"
    async with playing(folder) as play:
        session = await play.session(source="recording")
        speaker = session["participants"][1]["id"]
        half = {"id": "rec.0-0", "track": speaker, "speaker": "Anna Lindqvist", "role": "client"}
        half |= {"start": 0.0, "end": 1.0, "text": SAID, "final": True}
        await play.served.node.house.memory.transcripts.append(SessionId(session["id"]), half)
    async with playing(folder) as play:
        here = f"/v1/sessions/{session['id']}"

        async def destroyed() -> bool:
            return bool((await play.json("GET", here))["transcript"]["state"] == "destroyed")

        await eventually(destroyed, "what was heard is destroyed")
        assert (await play.json("GET", here))["end_reason"] == "recording_failed"
        assert "Upload it again" in (await play.json("GET", f"{here}/note"))["statement"]
