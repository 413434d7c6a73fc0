"""A session with a draft that is about to be signed, and what may be left of it after a blow."""

from __future__ import annotations

from typing import Any

import aiohttp

from tests.integration.signaling_play import Browser, FakeWorker, Play
from wire import browser as b

WORDS = (
    "I have been sleeping badly and I feel anxious about work most days.",
    "I will try the breathing exercise twice a day until next week.",
    "My sister visited me and we talked about the argument we had.",
)


SAID = "I have been sleeping badly because of the exams at school and I feel anxious about them."


async def talking(play: Play) -> tuple[str, tuple[Browser, Browser], FakeWorker, str]:
    """A call with one final kept: where it is, both tabs, the worker, the client's track."""
    worker = await play.worker()
    session = await play.session()
    here = f"/v1/sessions/{session['id']}"
    doctor, anna, _, _ = await play.couple(session)
    _, track = await play.listening(doctor, anna)
    await worker.hear(track, f"{SAID} One.", 1.0)
    await play.recorded("consent.agree", 2)
    await play.kept(here, 1)
    return here, (doctor, anna), worker, track


async def with_a_draft(play: Play) -> tuple[str, dict[str, Any]]:
    """A session that was held, with its draft: where it is, and the note."""
    session = await play.session()
    doctor, anna, _, _ = await play.couple(session)
    tracks = await play.listening(doctor, anna)
    worker, _ = play.workers[0]
    here = f"/v1/sessions/{session['id']}"
    for number, text in enumerate(WORDS):
        await worker.hear(tracks[1], text, 2.0 + 5 * number)
    await play.kept(here, len(WORDS))
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    note: dict[str, Any] = await play.json("GET", f"{here}/note")
    return here, note


def signing(note: dict[str, Any]) -> dict[str, Any]:
    """What is asked for when a note is signed as it stands, each of its flags attested."""
    flags = [
        f"{flag}:{s}.{n}"
        for s, section in enumerate(note["note"]["sections"], 1)
        for n, sentence in enumerate(section["sentences"], 1)
        for flag in sentence["flags"]
    ]
    return {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": flags}


async def sign(play: Play, note: dict[str, Any]) -> int | None:
    """Asks for the signature; the answer's status, None when the server was gone before it."""
    try:
        async with play.http.post(f"/v1/notes/{note['id']}/sign", json=signing(note)) as response:
            return response.status
    except aiohttp.ClientError:
        return None


async def is_whole_or_gone(play: Play, here: str, answered: int | None) -> str:
    """Looks at the session after the blow; gives which of the two it is."""
    note = await play.json("GET", f"{here}/note")
    if note["status"] != "signed":
        assert answered is None
        kept = await play.json("GET", f"{here}/transcript")
        assert [one["text"] for one in kept["segments"]] == list(WORDS)
        return "whole"
    await play.json("GET", f"{here}/transcript", status=410)
    (receipt,) = (await play.json("GET", f"/v1/receipts?session={here.rpartition('/')[2]}"))["receipts"]
    assert (receipt["why"], receipt["counts"]["segments"]) == ("signed", len(WORDS))
    assert (await play.json("GET", f"/v1/receipts/{receipt['id']}"))["verified"]
    return "gone"
