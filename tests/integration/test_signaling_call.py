"""A whole call over real sockets: held, heard, written down, signed, forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import at, threaded
from wire import browser as b
from wire import control as w


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("call") / "folder", grace_seconds=5.0) as served:
        yield served


TURNS = [
    ("doctor", "How have you been sleeping since our last session?"),
    ("anna", "I have been waking up at four in the morning and I feel anxious about work."),
    ("doctor", "Have you had any thoughts of hurting yourself?"),
    ("anna", "No, I have not had any thoughts of hurting myself."),
    ("doctor", "Let's practice the breathing exercise twice a day and meet again next Tuesday."),
    ("anna", "Okay, I will try the breathing exercise before bed."),
]


async def test_a_call_is_held_heard_written_down_signed_and_forgotten(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        here = f"/v1/sessions/{session['id']}"
        assert session["state"] == "scheduled"
        assert [person["role"] for person in session["participants"]] == ["clinician", "client"]
        doctor, anna, clinician, client = await play.couple(session)
        assert doctor.welcome is not None
        assert "transcript:read" in doctor.welcome.scopes
        assert anna.welcome is not None
        assert "transcript:read" not in anna.welcome.scopes

        await doctor.say(b.Describe(to=client, kind="offer", sdp="v=0 peer"))
        described = await anna.until(b.Described)
        assert (described.sender, described.sdp) == (clinician, "v=0 peer")

        tracks = dict(zip(("doctor", "anna"), await play.listening(doctor, anna), strict=True))
        assert set(worker.opened) == set(tracks.values())
        assert all(opened.session_time >= 0 for opened in worker.opened.values())

        await worker.hear(tracks["anna"], "I have been", 1.0, final=False, id_="p1")
        partial = await doctor.until(b.Heard)
        assert (partial.segment.final, partial.segment.speaker) == (False, "Anna Lindqvist")
        for number, (who, text) in enumerate(TURNS):
            await worker.hear(tracks[who], text, 1.0 + 5 * number)
        for who, text in TURNS:
            heard = await doctor.until(b.Heard, lambda m: m.segment.final)
            assert heard.segment.text == text
            assert heard.segment.role.value == ("clinician" if who == "doctor" else "client")
        assert (await play.json("GET", here))["state"] == "live"

        await doctor.say(b.End())
        ended = await anna.until(b.Ended)
        assert ended.reason == "ended_by_clinician"
        assert not any(isinstance(message, b.Heard) for message in anna.inbox)
        ready = await doctor.until(b.NoteReady)
        assert ready.status == "draft"
        assert {closed.track for closed in worker.closed} == set(tracks.values())

        transcript = await play.json("GET", f"{here}/transcript")
        assert [segment["text"] for segment in transcript["segments"]] == [text for _, text in TURNS]
        note = await play.json("GET", f"{here}/note")
        assert note["status"] == "draft"
        ids = {segment["id"] for segment in transcript["segments"]}
        sentences = [s for section in note["note"]["sections"] for s in section["sentences"]]
        assert sentences
        assert all(set(sentence["evidence"]) <= ids for sentence in sentences)

        view = await play.json("GET", here)
        assert view["state"] == "ended"
        assert view["transcript"]["state"] == "living"
        assert view["transcript"]["seconds_left"] > 6 * 86400
        assert view["duration_seconds"] > 0
        consents = (await play.json("GET", f"{here}/consent"))["consents"]
        assert {(one["participant"], one["decision"]) for one in consents} == {
            (clinician, "agree"),
            (client, "agree"),
        }

        body = {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
        signed = await play.json("POST", f"/v1/notes/{note['id']}/sign", body)
        assert signed["note"]["status"] == "signed"
        assert signed["note"]["signed"]["name"] == "Dr Grey"
        assert signed["receipt"]["why"] == "signed"

        gone = await play.json("GET", f"{here}/transcript", status=410)
        assert gone["code"] == "transcript-destroyed"
        view = await play.json("GET", here)
        assert (view["state"], view["transcript"]["state"]) == ("signed", "destroyed")
        receipt = await play.json("GET", f"/v1/receipts/{view['transcript']['receipt']}")
        assert receipt["verified"] is True
        assert (await play.json("GET", f"/v1/receipts?session={session['id']}"))["receipts"]
        assert (await play.json("GET", "/v1/audit"))["verified"] is True
        again = await play.json("POST", f"/v1/notes/{note['id']}/sign", body, 409)
        assert again["code"] == "already-signed"


async def test_a_silent_call_gets_a_statement_and_no_invented_note(server: Serving) -> None:
    async with at(server) as play:
        await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        await play.listening(doctor, anna)
        await doctor.say(b.End())
        ready = await doctor.until(b.NoteReady)
        assert ready.status == "insufficient"
        note = await play.json("GET", f"/v1/sessions/{session['id']}/note")
        assert note["statement"]
        assert note["note"]["sections"] == []


async def test_a_decline_keeps_the_call_and_nothing_is_heard(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        await doctor.agree()
        await doctor.say(b.StartTranscription())
        await anna.agree(b.Decision.DECLINE)
        await doctor.status("paused", "declined")
        assert worker.opened == {}
        await anna.say(b.Chat(text="let us go on"))
        assert (await doctor.until(b.ChatFrom)).text == "let us go on"


async def test_withdrawing_destroys_the_transcript_at_once(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        await worker.hear(tracks[1], "please forget this", 1.0)
        await doctor.until(b.Heard)
        await anna.agree(b.Decision.WITHDRAW)
        gone = await doctor.until(b.TranscriptDestroyed)
        assert gone.reason == "withdrawn"
        assert gone.receipt
        await worker.wait(lambda known: len(known.closed) == 2)
        assert all(closed.discard for closed in worker.closed)
        await worker.hear(tracks[1], "heard too late", 2.0)
        problem = await play.json("GET", f"/v1/sessions/{session['id']}/transcript", status=410)
        assert problem["code"] == "transcript-destroyed"
        receipt = await play.json("GET", f"/v1/receipts/{gone.receipt}")
        assert (receipt["why"], receipt["verified"]) == ("withdrawn", True)
        await doctor.say(b.End())
        ready = await doctor.until(b.NoteReady)
        assert ready.status == "insufficient"


async def test_off_the_record_closes_the_leg_and_back_on_opens_a_fresh_one(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        await anna.say(b.OffRecord(on=True))
        closed = await anna.until(b.LegClose)
        assert (closed.track, closed.reason) == (tracks[1], "off_record")
        await worker.wait(lambda known: bool(known.closed))
        await anna.say(b.OffRecord(on=False))
        fresh = await play.leg(anna)
        assert fresh not in tracks


async def test_a_late_joiner_pauses_it_until_they_agree(server: Serving) -> None:
    async with at(server) as play:
        await play.worker()
        session = await play.session(client="", clients=["Anna L", "Ben L"], kind="couple")
        doctor, anna, _, _ = await play.couple(session)
        await play.listening(doctor, anna)
        late = session["participants"][2]["id"]
        ben = await play.join(session, late)
        await ben.say(b.Knock())
        await doctor.presence(late, "waiting")
        await doctor.say(b.Admit(participant=late))
        await doctor.status("paused", "awaiting_consent")
        await anna.until(b.LegClose)
        await ben.agree()
        await play.leg(ben)
        await doctor.status("active")


async def test_captions_reach_a_client_once_everyone_agreed_to_them(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        await worker.hear(tracks[0], "nobody reads this on annas screen", 1.0)
        await doctor.until(b.Heard)
        for one in (doctor, anna):
            await one.agree(purpose=b.Purpose.CAPTIONS)
        await anna.until(
            b.Room,
            lambda m: all(p.consent.get(b.Purpose.CAPTIONS) is b.Decision.AGREE for p in m.room.participants),
        )
        await worker.hear(tracks[0], "but this she does", 2.0)
        caption = await anna.until(b.Heard)
        assert caption.segment.text == "but this she does"


async def test_without_a_worker_the_call_goes_on_and_the_clinician_sees_it(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        await anna.agree()
        await doctor.agree()
        await doctor.say(b.StartTranscription())
        await doctor.status("stalled", "no_worker")
        await anna.say(b.Chat(text="still here"))
        await doctor.until(b.ChatFrom)
        await play.worker()
        await play.leg(anna)
        await play.leg(doctor)
        await doctor.status("active")
        await doctor.say(b.End())
        async with asyncio.timeout(6.0):  # tracks that no worker ever took are not waited for
            await doctor.until(b.NoteReady)


async def test_a_killed_worker_is_replaced_without_anybody_doing_anything(server: Serving) -> None:
    async with at(server) as play:
        first = await play.worker("w1")
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        second = await play.worker("w2")
        await play.kill(first)
        await doctor.status("stalled", "worker_lost")
        fresh = await play.leg(doctor), await play.leg(anna)
        assert not set(fresh) & set(tracks)
        await doctor.status("active")
        await second.hear(fresh[1], "and on it goes", 9.0)
        assert (await doctor.until(b.Heard)).segment.text == "and on it goes"


async def test_a_worker_that_falls_silent_is_noticed_in_time(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        await play.listening(doctor, anna)
        worker.beating = False
        async with asyncio.timeout(9.0):
            await doctor.status("stalled", "no_worker")


async def test_a_recogniser_that_falls_behind_is_shown(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        await play.listening(doctor, anna)
        worker.oldest_wait = 9.0
        await doctor.status("stalled", "worker_behind")
        worker.oldest_wait = 0.0
        await doctor.status("active")


async def test_a_second_tab_replaces_the_first_which_is_told(server: Serving) -> None:
    async with at(server) as play:
        session = await play.session()
        doctor, anna, _, client = await play.couple(session)
        token = await play.link(session, client)
        second = await play.join(session, client, token)
        await anna.until(b.Replaced)
        await anna.closed()
        assert second.welcome is not None
        me = next(one for one in second.welcome.room.participants if one.id == client)
        assert me.presence is b.Presence.PRESENT
        await second.say(b.Chat(text="I moved"))
        await doctor.until(b.ChatFrom)


async def test_a_dropped_client_comes_back_and_is_heard_again(server: Serving) -> None:
    async with at(server) as play:
        await play.worker()
        session = await play.session()
        doctor, anna, _, client = await play.couple(session)
        await play.listening(doctor, anna)
        await anna.socket.close()
        await doctor.presence(client, "away")
        back = await play.join(session, client)
        await play.leg(back)
        await doctor.presence(client, "present")


async def test_a_strike_removes_a_passage_everywhere(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        here = f"/v1/sessions/{session['id']}"
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        kept = await worker.hear(tracks[1], "this may stay", 1.0)
        struck = await worker.hear(tracks[1], "this must go", 2.0)
        await doctor.until(b.Heard, lambda m: m.segment.id == struck)
        answer = await play.json("POST", f"{here}/transcript/strike", {"segments": [struck]})
        assert answer["receipt"]["why"] == "struck"
        assert (await doctor.until(b.Struck)).segments == (struck,)
        await worker.hear(tracks[1], "this must go", 2.0, id_=struck)
        left = (await play.json("GET", f"{here}/transcript"))["segments"]
        assert [segment["id"] for segment in left] == [kept]


async def test_the_event_stream_carries_the_transcript_and_its_end(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        here = f"/v1/sessions/{session['id']}"
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        await worker.hear(tracks[1], "said before the stream", 1.0)
        await doctor.until(b.Heard)
        while not (await play.json("GET", f"{here}/transcript"))["segments"]:  # noqa: ASYNC110 - no signal
            await asyncio.sleep(0.05)
        async with play.http.get(f"{here}/transcript/events") as stream:
            assert stream.headers["Content-Type"].startswith("text/event-stream")
            names: list[str] = []

            async def until(name: str) -> None:
                async with asyncio.timeout(30):
                    async for line in stream.content:
                        if line.startswith(b"event: "):
                            names.append(line[7:].decode().strip())
                            if names[-1] == name:
                                return

            await until("segment")
            await until("status")
            await worker.hear(tracks[1], "said while it is open", 2.0)
            await until("segment")
            await anna.agree(b.Decision.WITHDRAW)
            await until("destroyed")


async def test_energy_of_a_session_is_summed_and_modelled(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        await worker.say(w.EnergyUsed(session=session["id"], stage="recognition", cpu_seconds=12.5))
        await worker.say(w.EnergyUsed(session="ses_unknown", stage="media", cpu_seconds=1.0))
        report: dict[str, Any] = {"cpu_seconds": {}}
        while not report["cpu_seconds"]:
            await asyncio.sleep(0.1)
            report = await play.json("GET", f"/v1/sessions/{session['id']}/energy")
        assert report["label"] == "modelled"
        assert report["cpu_seconds"]["recognition"] == pytest.approx(12.5)
        assert report["joules"]["low"] < report["joules"]["mid"] < report["joules"]["high"]
        assert report["water_millilitres"]["mid"] > 0
        assert report["not_counted"]


async def test_a_workers_own_measure_is_told_as_measured_and_summed_by_month(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        used = w.EnergyUsed(
            session=session["id"], stage="recognition", cpu_seconds=10.0, joules_low=20.0, joules_mid=80.0
        )
        await worker.say(used)
        report: dict[str, Any] = {"cpu_seconds": {}}
        while not report["cpu_seconds"]:
            await asyncio.sleep(0.1)
            report = await play.json("GET", f"/v1/sessions/{session['id']}/energy")
        assert report["label"] == "measured"
        assert report["measured_cpu_seconds"] == pytest.approx(10.0)
        rows = (await play.json("GET", "/v1/energy?by=session"))["rows"]
        (row,) = [one for one in rows if one["session"] == session["id"]]
        assert row["joules"] == report["joules"]
        assert row["watt_hours"]["mid"] == pytest.approx(report["watt_hours"]["mid"])
        month = (await play.json("GET", "/v1/energy"))["rows"][-1]
        assert month["watt_hours"]["mid"] >= row["watt_hours"]["mid"]
        assert month["month"] == row["month"]
