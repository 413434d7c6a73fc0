"""Recordings uploaded to a real server with a real media worker: heard, drafted, refused, cancelled."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import SECONDS, Play, at, threaded
from tests.support.recordings import RATE, recorded, speech
from tests.support.waiting import eventually

pytestmark = pytest.mark.timeout(180)

KINDS = ("wav", "mp3", "m4a", "ogg", "webm", "flac")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server whose own worker hears with the small model."""
    folder: Path = tmp_path_factory.mktemp("recordings") / "folder"
    longer = {"worker_timeout_seconds": 10.0, "worker_heartbeat_seconds": 1.0}
    with threaded(folder, workers=1, model="tiny.en", recording_megabytes=32, **longer) as served:
        yield served


@pytest.fixture
async def play(server: Serving) -> AsyncIterator[Play]:
    async with at(server) as found:

        async def hears() -> bool:
            ready = await found.json("GET", "/v1/languages")
            return bool(ready["known"])

        await eventually(hears, "a worker is there", within=60)
        yield found


async def attested(play: Play) -> str:
    """The wording in force."""
    return str((await play.json("GET", "/v1/wordings"))["recording"]["version"])


async def sent(
    play: Play, session: dict[str, Any], body: Any, status: int, *, channels: list[str] | None = None
) -> Any:
    """The answer to an upload."""
    query = {"session": session["id"], "attested": await attested(play)}
    if channels is not None:
        query["channels"] = ",".join(channels)
    async with play.http.post("/v1/recordings", params=query, data=body) as answer:
        text = await answer.text()
        assert answer.status == status, text
        return json.loads(text)


async def words(play: Play, session: dict[str, Any]) -> str:
    kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
    return " ".join(one["text"] for one in kept["segments"]).lower()


@pytest.mark.parametrize("kind", KINDS)
async def test_any_common_container_becomes_a_transcript(play: Play, kind: str) -> None:
    session = await play.session(source="recording")
    heard = await sent(play, session, recorded(kind, speech()), 201)
    assert (heard["state"], heard["end_reason"]) == ("ended", "recorded")
    assert heard["duration_seconds"] == pytest.approx(11.0, abs=0.2)
    assert "ask what you can do for your country" in await words(play, session)
    assert heard["note"]["status"] in {"draft", "insufficient"}


async def test_one_speaker_a_channel_is_written_under_their_name(play: Play) -> None:
    session = await play.session(source="recording", setting="in_person")
    clinician, client = (person["id"] for person in session["participants"])
    both = recorded("flac", speech("short_client.flac"), speech("short_clinician.flac"))
    await sent(play, session, both, 201, channels=[client, clinician])
    kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
    said = {
        role: " ".join(s["text"] for s in kept["segments"] if s["role"] == role).lower()
        for role in ("client", "clinician")
    }
    assert "marmalade" in said["client"]
    assert "did you sleep" in said["clinician"]
    starts = [segment["start"] for segment in kept["segments"]]
    assert starts == sorted(starts)
    note = await play.json("GET", f"/v1/sessions/{session['id']}/note")
    assert note["status"] == "draft"
    assert note["note"]["frame"]["modality"] == "in person"
    assert "started_at" not in {k for k, v in note["note"]["frame"].items() if v is not None}


async def test_its_note_is_signed_and_its_transcript_destroyed_like_any_other(play: Play) -> None:
    session = await play.session(source="recording", scheduled_for="2026-11-02T09:00:00Z")
    clinician, client = (person["id"] for person in session["participants"])
    both = recorded("wav", speech("short_clinician.flac"), speech("short_client.flac"))
    heard = await sent(play, session, both, 201, channels=[clinician, client])
    assert heard["started_at"].startswith("2026-11-02T09:00:00")
    assert heard["transcript"]["state"] == "living"
    assert heard["transcript"]["seconds_left"] == pytest.approx(7 * 86400, abs=60)
    note = await play.json("GET", f"/v1/sessions/{session['id']}/note")
    assert note["note"]["frame"]["started_at"].startswith("2026-11-02T09:00:00")
    body = {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
    signed = await play.json("POST", f"/v1/notes/{note['id']}/sign", body)
    assert signed["receipt"]["why"] == "signed"
    await play.json("GET", f"/v1/sessions/{session['id']}/transcript", status=410)


async def test_whoever_follows_sees_words_and_progress_while_it_is_heard(play: Play) -> None:
    session = await play.session(source="recording")
    events: list[str] = []
    progress: list[dict[str, Any]] = []
    whole = np_repeated(6)

    async def follow() -> None:
        async with play.http.get(f"/v1/sessions/{session['id']}/transcript/events") as stream:
            async for line in stream.content:
                if line.startswith(b"event: "):
                    events.append(line[7:].decode().strip())
                elif line.startswith(b"data: ") and events[-1] == "recording":
                    progress.append(json.loads(line[6:]))

    async with asyncio.TaskGroup() as tasks:
        following = tasks.create_task(follow())
        await sent(play, session, whole, 201)
        await eventually(lambda: _done(progress), "its end is told", within=SECONDS)
        following.cancel()
    assert events.index("segment") < events.index("note")
    heard = [one["heard"] for one in progress if one["state"] == "hearing"]
    assert len(heard) > 1
    assert heard == sorted(heard)
    assert progress[-1]["total"] == pytest.approx(66.0, abs=1)


async def _done(progress: list[dict[str, Any]]) -> bool:
    return bool(progress) and progress[-1]["state"] == "done"


def np_repeated(times: int) -> bytes:
    """The clip several times over, as a FLAC."""
    import numpy as np

    return recorded("flac", np.tile(speech(), times))


async def test_a_recording_cut_short_is_kept_as_far_as_it_goes_and_says_so(play: Play) -> None:
    session = await play.session(source="recording")
    both = recorded("wav", speech("short_clinician.flac"), speech("short_client.flac"))
    people = [person["id"] for person in session["participants"]]
    heard = await sent(play, session, both[: len(both) * 3 // 4], 201, channels=people)
    assert heard["end_reason"] == "recording_truncated"
    assert "did you sleep" in await words(play, session)
    note = await play.json("GET", f"/v1/sessions/{session['id']}/note")
    assert "breaks off" in note["note"]["drafter_notice"]


async def test_what_cannot_be_heard_is_refused_and_the_session_takes_another(play: Play) -> None:
    session = await play.session(source="recording")
    people = [person["id"] for person in session["participants"]]
    refused = {
        (await sent(play, session, b"", 422))["code"],
        (await sent(play, session, b"Dear colleague, this is a letter. " * 50, 415))["code"],
        (await sent(play, session, b"#EXTM3U\nhttp://elsewhere.example/sound.mp3\n", 415))["code"],
        (await sent(play, session, recorded("wav", speech()), 422, channels=people))["code"],
    }
    assert refused == {"recording-empty", "not-a-recording", "recording-unsupported", "wrong-channels"}
    assert (await play.json("GET", f"/v1/sessions/{session['id']}"))["state"] == "scheduled"
    await sent(play, session, recorded("mp3", speech()), 201)
    assert (await sent(play, session, recorded("mp3", speech()), 409))["code"] == "not-ready"


async def test_without_the_confirmation_of_consent_nothing_is_heard(play: Play) -> None:
    session = await play.session(source="recording")
    query = {"session": session["id"], "attested": "recording-1999-01"}
    async with play.http.post("/v1/recordings", params=query, data=recorded("mp3", speech())) as answer:
        assert answer.status == 403
        assert (await answer.json())["code"] == "consent-not-attested"
    assert (await play.json("GET", f"/v1/sessions/{session['id']}/consent"))["consents"] == []
    await sent(play, session, recorded("mp3", speech()), 201)
    given = (await play.json("GET", f"/v1/sessions/{session['id']}/consent"))["consents"]
    assert [(one["purpose"], one["decision"], one["wording"]) for one in given] == [
        ("recording", "attest", await attested(play))
    ]


async def test_one_that_is_too_large_is_refused_by_its_length_or_once_it_is(play: Play) -> None:
    session = await play.session(source="recording")
    assert (await sent(play, session, bytes(33 << 20), 413))["code"] == "recording-too-large"

    async def endless() -> AsyncIterator[bytes]:
        yield recorded("wav", speech())
        for _ in range(40):
            yield bytes(1 << 20)

    assert (await sent(play, session, endless(), 413))["code"] == "recording-too-large"


async def test_a_cancelled_upload_leaves_no_word(play: Play) -> None:
    session = await play.session(source="recording")
    here = f"/v1/sessions/{session['id']}"

    async def slowly() -> AsyncIterator[bytes]:
        yield recorded("flac", speech())[:300_000]
        await asyncio.sleep(60)

    async with asyncio.TaskGroup() as tasks:
        uploading = tasks.create_task(sent(play, session, slowly(), 409))
        await heard_some(play, session)
        await play.json("DELETE", f"/v1/recordings/{session['id']}")
        assert (await uploading)["code"] == "recording-cancelled"
    await play.json("GET", f"{here}/transcript", status=410)
    ended = await play.json("GET", here)
    assert ended["end_reason"] == "recording_failed"
    assert "not heard to its end" in (await play.json("GET", f"{here}/note"))["statement"]
    await play.json("DELETE", f"/v1/recordings/{session['id']}", status=404)


async def test_cancelled_uploads_make_room_for_another_at_once(play: Play) -> None:
    async def slowly() -> AsyncIterator[bytes]:
        yield recorded("flac", speech())[:300_000]
        await asyncio.sleep(60)

    for _ in range(2):  # as many as a worker hears at once
        session = await play.session(source="recording")
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(sent(play, session, slowly(), 409))
            await heard_some(play, session)
            await play.json("DELETE", f"/v1/recordings/{session['id']}")
    await sent(play, await play.session(source="recording"), recorded("flac", speech()), 201)


async def test_a_sender_that_goes_away_leaves_no_word(play: Play) -> None:
    session = await play.session(source="recording")

    async def slowly() -> AsyncIterator[bytes]:
        yield recorded("flac", speech())[:300_000]
        await asyncio.sleep(60)

    uploading = asyncio.create_task(sent(play, session, slowly(), 0))
    await heard_some(play, session)
    uploading.cancel()
    await asyncio.gather(uploading, return_exceptions=True)  # cancelled, or answered in the same moment

    async def destroyed() -> bool:
        seen = await play.json("GET", f"/v1/sessions/{session['id']}")
        return bool(seen["transcript"]["state"] == "destroyed")

    await eventually(destroyed, "what was heard is destroyed", within=SECONDS)


async def heard_some(play: Play, session: dict[str, Any]) -> None:
    """Waits until some of an upload is in the transcript, then looks at its progress."""
    await play.kept(f"/v1/sessions/{session['id']}", 1)
    progress = await play.json("GET", f"/v1/recordings/{session['id']}")
    assert progress["state"] == "hearing"


async def test_silence_becomes_a_plain_statement(play: Play) -> None:
    import numpy as np

    session = await play.session(source="recording")
    heard = await sent(play, session, recorded("flac", np.zeros(20 * RATE, np.int16)), 201)
    assert heard["note"]["status"] == "insufficient"


async def test_its_energy_is_metered(play: Play) -> None:
    session = await play.session(source="recording")
    await sent(play, session, recorded("flac", speech()), 201)

    async def metered() -> bool:
        found = await play.json("GET", f"/v1/sessions/{session['id']}/energy")
        return "recognition" in json.dumps(found)

    await eventually(metered, "recognition is charged to the session", within=30)
