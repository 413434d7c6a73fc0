"""What surrounds the recogniser: vocabulary and language of a track, words without fillers everywhere."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import SECONDS, FakeWorker, Play, at, threaded
from wire import browser as b
from wire import control as w

FILLED = "Um, I slept, uh, badly all week and the nightmares came back."
READ = "I slept, badly all week and the nightmares came back."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("readable") / "folder"
    with threaded(folder, vocabulary="Oakwood Clinic, Gottman") as served:
        yield served


async def multilingual(play: Play, name: str = "many") -> FakeWorker:
    """A worker whose model knows three languages, in the place of any other."""
    worker = await play.worker(name)
    register = w.Register(version=1, worker=name, model="fake", languages=("en", "es", "uk"), capacity=8)
    await worker.socket.close()
    await play.workers[-1][1]
    bearer = {"Authorization": f"Bearer {play.served.node.worker_token}"}
    url = play.served.local_url.replace("http", "ws", 1) + "/v1/workers"
    again = FakeWorker(await play.http.ws_connect(url, headers=bearer), name)
    await again.say(register)
    assert isinstance(w.parse_control(await again.socket.receive_str()), w.Registered)
    play.workers[-1] = (again, play.tasks.create_task(again.run()))
    return again


async def prefer(play: Play, **given: Any) -> None:
    kept = await play.json("GET", "/v1/preferences")
    await play.json("PUT", "/v1/preferences", {**kept, **given})


async def transcript(play: Play, session: dict[str, Any], finals: int) -> list[dict[str, Any]]:
    """The segments as REST gives them, once so many are kept."""
    async with asyncio.timeout(SECONDS):
        while True:
            read = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
            if len(read["segments"]) >= finals:
                return list(read["segments"])
            await asyncio.sleep(0.05)


# ------------------------------------------------------------ vocabulary


async def test_a_track_is_opened_with_names_first_and_never_logged(
    server: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with at(server) as play:
        await prefer(play, name="Dr. Siobhan Grey", vocabulary=["Zoloft", "Kintsugi"])
        worker = await play.worker()
        doctor, anna, _, _ = await play.couple(await play.session("Wilhelmina Przybylski"))
        track, _ = await play.listening(doctor, anna)
        known = worker.opened[track].vocabulary
        await prefer(play, name="", vocabulary=[])
    assert known[0] == "Wilhelmina Przybylski"
    assert known.index("Dr. Siobhan Grey") < known.index("Zoloft") < known.index("Oakwood Clinic")
    assert known.index("Gottman") < known.index("sertraline")
    for secret in ("Przybylski", "Kintsugi", "Siobhan"):
        assert secret not in caplog.text


@pytest.mark.parametrize(
    ("terms", "pointer"),
    [(["a"] * 41, "#/vocabulary"), (["a" * 41], "#/vocabulary/0"), ([" "], "#/vocabulary/0")],
)
async def test_a_vocabulary_beyond_its_bounds_is_refused(
    server: Serving, terms: list[str], pointer: str
) -> None:
    async with at(server) as play:
        kept = await play.json("GET", "/v1/preferences")
        problem = await play.json("PUT", "/v1/preferences", {**kept, "vocabulary": terms}, 422)
        assert problem["errors"][0]["pointer"] == pointer
        await prefer(play, vocabulary=["a" * 40] * 40)
        await prefer(play, vocabulary=[])


# ------------------------------------------------------------ languages


async def test_each_participants_track_is_opened_in_their_language(server: Serving) -> None:
    async with at(server) as play:
        worker = await multilingual(play)
        assert await play.json("GET", "/v1/languages") == {
            "default": "en",
            "known": ["en", "es", "uk"],
            "any": False,
        }
        session = await play.session(language="es-MX")
        assert [person["language"] for person in session["participants"]] == ["es", "es"]
        client = session["participants"][1]["id"]
        where = f"/v1/sessions/{session['id']}/participants/{client}"
        changed = await play.json("PUT", where, {"language": "uk"})
        assert [person["language"] for person in changed["participants"]] == ["es", "uk"]
        doctor, anna, _, _ = await play.couple(session)
        tracks = await play.listening(doctor, anna)
        assert [worker.opened[track].language for track in tracks] == ["es", "uk"]
        await play.json("PUT", where, {"language": "en"})  # in the call: the track is opened anew
        track = await play.leg(anna)
        assert worker.opened[track].language == "en"


async def test_a_language_no_model_knows_is_refused_with_what_they_know(server: Serving) -> None:
    async with at(server) as play:
        worker = await multilingual(play)
        body = {"client": "Anna", "language": "tlh"}
        problem = await play.json("POST", "/v1/sessions", body, 400)
        assert "en, es, uk" in problem["detail"]
        session = await play.session()
        where = f"/v1/sessions/{session['id']}/participants/{session['participants'][1]['id']}"
        assert "en, es, uk" in (await play.json("PUT", where, {"language": "tlh"}, 400))["detail"]
        await play.json("POST", "/v1/sessions", {**body, "language": "e!"}, 422)
        await play.json("PUT", where + "x", {"language": "es"}, 404)
        await worker.socket.close()


async def test_another_language_is_refused_at_once_by_an_english_model(server: Serving) -> None:
    async with at(server) as play:
        await play.worker("english")
        problem = await play.json("POST", "/v1/sessions", {"client": "Anna", "language": "es"}, 400)
        assert "English (en) only" in problem["detail"]
        assert (await play.session(language="en"))["participants"][1]["language"] == "en"


async def test_whoever_is_invited_anew_keeps_their_language(server: Serving) -> None:
    async with at(server) as play:
        await multilingual(play)
        session = await play.session(language="es")
        client = session["participants"][1]["id"]
        await play.json("DELETE", f"/v1/sessions/{session['id']}/tokens/{client}", status=204)
        await play.link(session, client)
        people = (await play.json("GET", f"/v1/sessions/{session['id']}"))["participants"]
        assert [person["language"] for person in people] == ["es", "es", "es"]


# ------------------------------------------------------------ fillers


async def test_fillers_are_gone_from_screens_transcript_stream_and_note_alike(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        session = await play.session()
        assert session["fillers"] == "removed"
        doctor, anna, _, _ = await play.couple(session)
        _, track = await play.listening(doctor, anna)
        await worker.hear(track, "Um, I slept", 3.0, final=False, id_="one")
        await worker.hear(track, FILLED, 3.0, id_="one")
        heard = await doctor.until(b.Heard, lambda m: m.segment.final)
        assert heard.segment.text == READ
        assert heard.segment.words[0].start == pytest.approx(3.2)
        await worker.hear(track, "Erm.", 8.0, id_="two")
        await doctor.until(b.Struck, lambda m: m.segments == ("two",))
        await worker.hear(track, "Mm-hmm.", 9.0, id_="three")
        await doctor.until(b.Heard, lambda m: m.segment.id == "three")
        where = f"/v1/sessions/{session['id']}/transcript"
        conversation = play.served.node.house.conversations.living[session["id"]]
        read = await transcript(play, session, 2)
        assert [one["text"] for one in read] == [READ, "Mm-hmm."]
        exact = await play.json("GET", where + "?exact=true")
        assert [one["text"] for one in exact["segments"]] == [FILLED, "Erm.", "Mm-hmm."]
        assert exact["segments"][0]["words"][0]["word"] == "Um,"
        async with play.http.get(where + "/events") as stream:
            first = b""
            while first.count(b"\n\n") < 2:
                first += await stream.content.readany()
        assert b"slept, badly" in first
        assert b"Um," not in first
        assert b"Erm" not in first
        assert [line.spoken for line in conversation.scribe.masked_transcript().lines] == [READ, "Mm-hmm."]


async def test_who_wants_it_exact_gets_it_exact(server: Serving) -> None:
    async with at(server) as play:
        await prefer(play, fillers="kept")
        worker = await play.worker()
        session = await play.session()
        await prefer(play, fillers="removed")  # counts for sessions made from now on
        assert session["fillers"] == "kept"
        assert (await play.session(fillers="kept"))["fillers"] == "kept"
        doctor, anna, _, _ = await play.couple(session)
        _, track = await play.listening(doctor, anna)
        await worker.hear(track, FILLED, 3.0)
        heard = await doctor.until(b.Heard)
        assert heard.segment.text == FILLED
        assert (await transcript(play, session, 1))[0]["text"] == FILLED
        problem = await play.json("PUT", "/v1/preferences", {"fillers": "some"}, 400)
        assert "removed, kept" in problem["detail"]


# ------------------------------------------------------------ delay


async def test_a_delay_is_shown_to_everyone_grows_falls_and_clears_itself(server: Serving) -> None:
    async with at(server) as play:
        worker = await play.worker()
        doctor, anna, _, _ = await play.couple(await play.session())
        await play.listening(doctor, anna)
        worker.oldest_wait = 4.0
        late = (await anna.until(b.Room, lambda m: m.room.delay_seconds is not None)).room
        assert (late.delay_seconds, late.catching_up, late.transcription.value) == (4, False, "active")
        worker.oldest_wait = 12.0
        await doctor.until(b.Room, lambda m: m.room.delay_seconds == 12)
        worker.oldest_wait = 5.0
        await doctor.until(b.Room, lambda m: m.room.delay_seconds == 5 and m.room.catching_up)
        worker.oldest_wait = 0.0
        after = await doctor.until(b.Room, lambda m: m.room.delay_seconds is None)
        assert after.room.transcription.value == "active"
