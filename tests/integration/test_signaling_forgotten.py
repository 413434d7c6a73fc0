"""After a signature or a withdrawal nothing of what was said is left in the server's memory or folders."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Play
from tests.support.attune_server import AttuneServer
from tests.support.process_memory import search
from tests.support.waiting import eventually
from wire import browser as b

CANARY = "quartz heron umbrella under the seventh bridge"
TYPED = "copper walnut lantern beside the mill"
SPOKEN = [
    f"I keep dreaming of the {CANARY} and it frightens me at night.",
    "I have been sleeping badly and I feel anxious about work most days.",
    "I will try the breathing exercise twice a day until next week.",
]


def holding(folder: Path) -> list[Path]:
    """The files that hold one of the phrases in the clear."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    phrases = CANARY.encode(), TYPED.encode()
    return [path for path in files if any(phrase in path.read_bytes().lower() for phrase in phrases)]


async def speak(play: Play) -> tuple[str, str]:
    """A call in which the canaries are spoken and typed, its draft: where it is, and the client's link."""
    worker = await play.worker()
    session = await play.session()
    here = f"/v1/sessions/{session['id']}"
    doctor, anna, _, client = await play.couple(session)
    token = await play.link(session, client)
    tracks = await play.listening(doctor, anna)
    await anna.say(b.Chat(text=TYPED))
    await doctor.until(b.ChatFrom)
    await worker.hear(tracks[1], SPOKEN[0][:40], 1.0, final=False, id_="p")
    for number, text in enumerate(SPOKEN):
        await worker.hear(tracks[1], text, 2.0 + 5 * number)
    await doctor.until(b.Heard, lambda m: m.segment.text == SPOKEN[-1])
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    assert CANARY in str(await play.json("GET", f"{here}/transcript"))
    return here, token


async def sign_without_it(play: Play) -> None:
    """The canary is taken out of the note, which is then signed."""
    here, _ = await speak(play)
    kept = await play.json("GET", f"{here}/note")
    for section in kept["note"]["sections"]:
        section["sentences"] = [one for one in section["sentences"] if "heron" not in one["text"].lower()]
    edited = await play.json("PUT", f"{here}/note", {"version": kept["version"], "note": kept["note"]})
    body = {"version": edited["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
    await play.json("POST", f"/v1/notes/{kept['id']}/sign", body)
    await play.json("GET", f"{here}/transcript", status=410)


async def withdraw_it(play: Play) -> None:
    """The canary stands in a draft that is edited again and again; then its speaker withdraws."""
    here, token = await speak(play)
    kept = await play.json("GET", f"{here}/note")
    sentences = [one for section in kept["note"]["sections"] for one in section["sentences"]]
    drafted = next(one for one in sentences if "heron" in one["text"].lower())
    for words in ("this week", "again", "at night"):
        drafted["text"] = f"{drafted['text'].rstrip('.')} {words}."
        body = {"version": kept["version"], "note": kept["note"]}
        kept["version"] = (await play.json("PUT", f"{here}/note", body))["version"]
    bearer = {"Authorization": f"Bearer {token}"}
    body = {"purpose": "notes", "decision": "withdraw", "wording": "notes-1"}
    async with play.http.post(f"{here}/consent", json=body, headers=bearer) as response:
        assert response.status == 200
    left = await play.json("GET", f"{here}/note")
    assert left["status"] == "draft"
    assert "heron" not in str(left).lower()


async def no_trace_of(server: AttuneServer, *phrases: str) -> None:
    """Waits until no process of the server holds one of the phrases (masking processes are replaced)."""

    async def nowhere() -> bool:
        return not [trace for process in server.processes() for trace in search(process, phrases)]

    await eventually(nowhere, f"{len(phrases)} phrases are in no process's memory", within=30, every=0.5)


@pytest.mark.parametrize("goes", [sign_without_it, withdraw_it], ids=["signed", "withdrawn"])
async def test_what_was_said_is_nowhere_afterwards(
    tmp_path: Path, goes: Callable[[Play], Awaitable[None]]
) -> None:
    async with outside(tmp_path) as (server, play):
        await goes(play)
        await no_trace_of(server, CANARY, TYPED)
    assert not holding(tmp_path)


async def test_words_nobody_needs_rest_sealed_and_in_no_memory(tmp_path: Path) -> None:
    resting = {"ATTUNE_REST_MINUTES": "0.01", "ATTUNE_SWEEP_SECONDS": "0.5"}
    async with outside(tmp_path, **resting) as (server, play):
        here, _ = await speak(play)
        await no_trace_of(server, CANARY, TYPED)
        again = await play.json("POST", f"{here}/note/redraft", {"format": "narrative"})
        assert CANARY in str(again).lower()
