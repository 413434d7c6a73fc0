"""A participant withdraws after the call: the words go; what the clinician wrote alone stays."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded
from wire import browser as b

WORDS = (
    "I have been waking up at four in the morning and I feel anxious about work.",
    "Sometimes I think about suicide and it frightens me.",
    "I tried the breathing exercise before bed and it helped me to fall asleep.",
)
OWN = "Discussed with the supervisor on the phone."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for the module."""
    with threaded(tmp_path_factory.mktemp("withdrawal")) as serving:
        yield serving


class Drafted:
    """An ended session with a draft that rests on the client's words, and the client's link."""

    def __init__(self, play: Play, session: str, token: str) -> None:
        self.play, self.session, self.token = play, session, token
        self.note = f"/v1/sessions/{session}/note"

    @classmethod
    async def prepare(cls, play: Play) -> Drafted:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, client = await play.couple(session)
        token = await play.link(session, client)
        _, track = await play.listening(doctor, anna)
        for number, text in enumerate(WORDS):
            await worker.hear(track, text, 1.0 + 6 * number)
        for _ in WORDS:
            await doctor.until(b.Heard, lambda m: m.segment.final)
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        return cls(play, session["id"], token)

    async def read(self) -> dict[str, Any]:
        kept: dict[str, Any] = await self.play.json("GET", self.note)
        return kept

    async def write(self, text: str) -> dict[str, Any]:
        """The clinician adds a sentence of their own to the plan."""
        kept = await self.read()
        kept["note"]["sections"][-1]["sentences"].append({"text": text, "evidence": [], "flags": []})
        return await self.save(kept)

    async def save(self, kept: dict[str, Any], status: int = 200) -> dict[str, Any]:
        body = {"version": kept["version"], "note": kept["note"]}
        saved: dict[str, Any] = await self.play.json("PUT", self.note, body, status)
        return saved

    async def withdraw(self) -> str:
        bearer = {"Authorization": f"Bearer {self.token}"}
        body = {"purpose": "notes", "decision": "withdraw", "wording": "notes-1"}
        path = f"/v1/sessions/{self.session}/consent"
        async with self.play.http.post(path, json=body, headers=bearer) as response:
            assert response.status == 200, await response.text()
            return str((await response.json())["receipt"])


def sentences(kept: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for section in kept["note"]["sections"] for one in section["sentences"]]


async def told(stream: aiohttp.ClientResponse, event: str) -> str:
    """The body of the next event of this name."""
    async with asyncio.timeout(20):
        async for line in stream.content:
            if line.decode().strip() == f"event: {event}":
                return (await stream.content.readline()).decode()
    raise AssertionError("the stream ended")


async def test_a_late_withdrawal_leaves_only_what_the_clinician_wrote_alone(server: Serving) -> None:
    async with at(server) as play:
        drafted = await Drafted.prepare(play)
        before = await drafted.write(OWN)
        assert before["note"]["risk"]
        assert any(one["evidence"] for one in sentences(before))
        async with play.http.get(f"/v1/sessions/{drafted.session}/transcript/events") as stream:
            await told(stream, "segment")
            receipt = await drafted.withdraw()
            assert '"withdrawn"' in await told(stream, "destroyed")

        after = await drafted.read()
        assert sentences(after) == [{"text": OWN, "evidence": [], "flags": []}]
        assert (after["status"], after["note"]["risk"], after["note"]["not_discussed"]) == ("draft", [], [])
        assert receipt in after["note"]["drafter_notice"]
        assert "withdrew" in after["note"]["drafter_notice"]
        assert await drafted.withdraw() == receipt
        await play.json("GET", f"/v1/sessions/{drafted.session}/transcript", status=410)


async def test_a_page_that_has_not_heard_of_it_brings_nothing_back_and_the_note_is_signed(
    server: Serving,
) -> None:
    async with at(server) as play:
        drafted = await Drafted.prepare(play)
        before = await drafted.write(OWN)
        await drafted.withdraw()
        assert (await drafted.save(before, 409))["code"] == "stale-version"
        version = (await drafted.read())["version"]
        saved = await drafted.save({**before, "version": version})
        assert [one["text"] for one in sentences(saved)] == [OWN]
        saved = await drafted.write("Next appointment on Thursday.")
        body = {"version": saved["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
        signed = await play.json("POST", f"/v1/notes/{saved['id']}/sign", body)
        assert signed["note"]["status"] == "signed"
        assert "withdrew" in signed["note"]["note"]["drafter_notice"]


async def test_a_clinician_who_has_the_transcript_destroyed_keeps_the_draft_and_checks_end(
    server: Serving,
) -> None:
    async with at(server) as play:
        drafted = await Drafted.prepare(play)
        kept = await drafted.read()
        await play.json("DELETE", f"/v1/sessions/{drafted.session}/transcript")
        assert (await drafted.read())["note"] == kept["note"]
        changed = next(one for one in sentences(kept) if one["evidence"])
        changed["text"] += " Twice a day."
        saved = next(one for one in sentences(await drafted.save(kept)) if one["text"] == changed["text"])
        assert (saved["evidence"], saved["flags"]) == (changed["evidence"], [])
        await drafted.write(OWN)
        assert await drafted.withdraw(), "a withdrawal afterwards still takes what was drafted"
        assert [one["text"] for one in sentences(await drafted.read())] == [OWN]
