"""People at one device: told apart by voice, shown as guesses, corrected by hand; the note follows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Browser, FakeWorker, Play, at, threaded
from wire import browser as b
from wire import control as w

ASKED = "How did you sleep this week, and what helped you?"
ANSWERED = "I slept five hours a night and I feel tense at work most days."
BOTH = "What will you try? I will keep the sleep diary every night until next Monday."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder: Path = tmp_path_factory.mktemp("speakers") / "folder"
    with threaded(folder) as served:
        yield served


@pytest.fixture
async def play(server: Serving) -> AsyncIterator[Play]:
    async with at(server) as found:
        yield found


def part(segment: str, first: int, last: int, voice: int) -> w.VoicePart:
    return w.VoicePart(segment=segment, first_word=first, last_word=last, voice=voice, certainty=0.9)


async def in_the_room(play: Play) -> tuple[dict[str, Any], FakeWorker, Browser, str]:
    """A clinician and a client at one device, who agreed: session, worker, the clinician's seat, track."""
    worker = await play.worker()
    session = await play.session(source="in_person")
    doctor, anna, _, _ = await play.couple(session)
    await anna.agree()
    await doctor.agree()
    await doctor.say(b.StartTranscription())
    track = await play.leg(doctor)
    await doctor.status("active")
    assert len(worker.opened) == 1
    assert worker.opened[track].voices == 2
    return session, worker, doctor, track


async def spoken(play: Play, certainty: float = 0.9) -> tuple[dict[str, Any], Browser, list[str]]:
    """A conversation whose voices are settled, so certainly."""
    session, worker, doctor, track = await in_the_room(play)
    ids = [await worker.hear(track, text, 5.0 * n) for n, text in enumerate((ASKED, ANSWERED, BOTH))]
    nobodys = await doctor.until(b.Heard, lambda m: m.segment.id == ids[0])
    assert nobodys.segment.certainty == 0.0
    first, second = part(ids[0], 0, 9, 0), part(ids[1], 0, 12, 1)
    await worker.say(w.VoicesSettled(track=track, parts=(first, second), settled=False))
    named = await doctor.until(b.Heard, lambda m: m.segment.id == ids[1] and m.segment.certainty != 0.0)
    assert (named.segment.role.value, named.segment.voice) == ("client", 1)
    third = (part(ids[2], 0, 3, 0), part(ids[2], 4, 14, 1))
    parts = tuple(one.model_copy(update={"certainty": certainty}) for one in (first, second, *third))
    await worker.say(w.VoicesSettled(track=track, parts=parts, settled=True))
    await play.kept(f"/v1/sessions/{session['id']}", 4)
    return session, doctor, ids


async def lines(play: Play, session: dict[str, Any]) -> list[tuple[str, str]]:
    kept = await play.json("GET", f"/v1/sessions/{session['id']}/transcript")
    return [(one["role"], one["text"]) for one in kept["segments"]]


async def test_words_are_told_apart_by_voice_and_cut_where_two_share_a_line(play: Play) -> None:
    session, _, _ = await spoken(play)
    assert await lines(play, session) == [
        ("clinician", ASKED),
        ("client", ANSWERED),
        ("clinician", "What will you try?"),
        ("client", "I will keep the sleep diary every night until next Monday."),
    ]


async def test_one_correction_swaps_the_two_and_the_note_is_drafted_anew(play: Play) -> None:
    session, doctor, _ = await spoken(play)
    here = f"/v1/sessions/{session['id']}"
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    before = await play.json("GET", f"{here}/note")
    people = [one["id"] for one in session["participants"]]
    corrected = await play.json("POST", f"{here}/transcript/speakers", {"swap": people})
    assert corrected["note"] == "redrafted"
    assert [role for role, _ in await lines(play, session)] == ["client", "clinician", "client", "clinician"]
    after = await play.json("GET", f"{here}/note")
    assert after["version"] > before["version"]
    assert after["note"]["sections"] != before["note"]["sections"]
    await play.recorded("transcript.retold", 2)


async def test_a_note_that_somebody_edited_is_marked_and_left_as_it_is(play: Play) -> None:
    session, doctor, ids = await spoken(play)
    here = f"/v1/sessions/{session['id']}"
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    note = await play.json("GET", f"{here}/note")
    note["note"]["sections"][0]["sentences"].append({"text": "My own words.", "evidence": [], "flags": []})
    edit = {"version": note["version"], "note": note["note"]}
    await play.json("PUT", f"{here}/note", edit)
    client = session["participants"][1]["id"]
    asked = {"segment": ids[0], "participant": client}
    corrected = await play.json("POST", f"{here}/transcript/speakers", asked)
    assert (corrected["note"], corrected["segments"][0]["certainty"]) == ("outdated", 1.0)
    marked = await play.json("GET", f"{here}/note")
    assert "Who said what was corrected" in marked["note"]["drafter_notice"]
    assert "My own words." in str(marked["note"]["sections"])


async def test_a_voice_is_given_to_somebody_and_what_makes_no_sense_is_refused(play: Play) -> None:
    session, doctor, _ = await spoken(play)
    here = f"/v1/sessions/{session['id']}/transcript/speakers"
    clinician = session["participants"][0]["id"]
    given = await play.json("POST", here, {"voice": 1, "participant": clinician})
    assert {one["role"] for one in given["segments"]} == {"clinician"}
    await play.json("POST", here, {"voice": 5, "participant": clinician}, 404)
    await play.json("POST", here, {"segment": "none", "participant": clinician}, 404)
    await play.json("POST", here, {"voice": 1, "participant": "par_nobody"}, 400)
    await play.json("POST", here, {"swap": [clinician, clinician]}, 400)
    await play.json("POST", here, {"voice": 1}, 422)
    await play.json("POST", here, {}, 422)
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    call = await play.session()
    two = [one["id"] for one in call["participants"]]
    await play.json("POST", f"/v1/sessions/{call['id']}/transcript/speakers", {"swap": two}, 409)
