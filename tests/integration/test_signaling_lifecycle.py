"""Starting, stopping, restarting, expiring: what outlives a server and what does not."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import aiohttp
import pytest

from signaling.serve import serving
from tests.integration.signaling_play import at, playing, settings
from tests.support.process_memory import family
from wire import browser as b


async def test_a_call_goes_on_after_a_restart_of_the_server(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    async with playing(folder) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, client = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        await worker.hear(tracks[1], "I have been sleeping badly because of the exams at school.", 1.0)
        await doctor.until(b.Heard)
        token = await play.link(session, client)
    async with playing(folder) as play:
        again = await play.join(session, client, token)
        assert again.welcome is not None
        room = again.welcome.room
        assert room.elapsed is not None
        assert room.elapsed > 0
        me = next(one for one in room.participants if one.id == client)
        assert me.consent[b.Purpose.NOTES] is b.Decision.AGREE
        kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
        assert len(kept["segments"]) == 1
        view = await play.json("POST", f"/v1/sessions/{session['id']}/end")
        assert view["state"] == "ended"
        assert view["note"]["status"] in {"draft", "insufficient"}
        assert (await again.until(b.Ended)).reason == "ended_by_clinician"


async def test_an_unsigned_transcript_expires_while_somebody_watches(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder", transcript_days=3 / 86400) as play:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        await worker.hear(tracks[1], "these words have three seconds to live", 1.0)
        await doctor.until(b.Heard)
        await doctor.status("stopped", "expired")
        gone = await doctor.until(b.TranscriptDestroyed)
        assert gone.reason == "expired"
        problem = await play.json("GET", f"/v1/sessions/{session['id']}/transcript", status=410)
        assert problem["code"] == "transcript-destroyed"


async def test_guessing_links_is_slowed_down(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder", login_attempts_per_minute=3.0) as play:
        answers = [(await play.http.post("/v1/login", json={"token": "guess"})).status for _ in range(4)]
        assert answers == [401, 401, 429, 429]


async def test_the_server_says_what_it_is(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder") as play, aiohttp.ClientSession(play.served.local_url) as anybody:
        assert (await (await anybody.get("/healthz")).json())["status"] == "alive"
        assert (await anybody.get("/readyz")).status == 503
        await play.worker()
        assert (await anybody.get("/readyz")).status == 200
        figures = await (await anybody.get("/metrics")).text()
        assert "attune_workers 1.0" in figures or "attune_workers 0.0" in figures
        assert "ses_" not in figures
        policy = await (await anybody.get("/policy", headers={"Accept": "application/json"})).json()
        assert policy["transcript"]["destroyed_after_days_at_the_latest"] == 7.0
        stated = await (await anybody.get("/policy")).text()
        assert "7 days" in stated
        assert "<h1>How this practice handles" in stated, "nobody gave the practice a name"
        page = await anybody.get("/join")
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        described = await (await anybody.get("/openapi.json")).json()
        assert described["openapi"] == "3.1.0"
        assert "/v1/sessions/{session}/tokens" in described["paths"]


async def test_sockets_are_closed_in_order_when_the_server_stops(tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as outside:
        async with playing(tmp_path / "folder") as play:
            session = await play.session()
            token = await play.link(session, session["participants"][0]["id"])
            socket = await outside.ws_connect(play.ws_url)
            await socket.send_str(b.Hello(version=1, token=token).model_dump_json())
            await socket.receive_str()
        async with asyncio.timeout(30):
            async for _ in socket:
                pass
        assert socket.closed


@pytest.mark.speech
async def test_a_killed_media_worker_is_started_again_and_none_is_left_behind(tmp_path: Path) -> None:
    given = settings(tmp_path / "folder", workers=1, model="tiny.en", worker_timeout_seconds=4.0)
    async with serving(given) as served:
        assert await served.wait_for_worker(60)
        (first,) = _workers()
        os.kill(first, signal.SIGKILL)
        async with asyncio.timeout(30):
            while served.workers:  # noqa: ASYNC110 - the registry signals nobody
                await asyncio.sleep(0.02)
        assert await served.wait_for_worker(60)
        (second,) = _workers()
        assert second != first
        async with at(served) as play:
            assert (await play.http.get("/readyz")).status == 200
    assert not _workers()


def _workers() -> list[int]:
    """Media workers among this process's children."""
    return [process.pid for process in family(os.getpid()) if "media_worker" in process.command]
