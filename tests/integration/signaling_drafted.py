"""An ended session with a draft, held by scripted people: what can become of it until it is signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.integration.signaling_play import Play
from wire import browser as b

WORDS = (
    "I have been waking up at four in the morning and I feel anxious about work.",
    "Sometimes I think about suicide and it frightens me.",
    "I tried the breathing exercise before bed and it helped me to fall asleep.",
)


@dataclass
class Drafted:
    """An ended session with a draft that rests on the client's words, and the client's link."""

    play: Play
    session: str
    token: str

    @property
    def note(self) -> str:
        """Where the note is."""
        return f"/v1/sessions/{self.session}/note"

    @classmethod
    async def prepare(cls, play: Play, words: Sequence[str] = WORDS) -> Drafted:
        worker = await play.worker()
        session = await play.session()
        doctor, anna, _, client = await play.couple(session)
        token = await play.link(session, client)
        _, track = await play.listening(doctor, anna)
        for number, text in enumerate(words):
            await worker.hear(track, text, 1.0 + 6 * number)
        for _ in words:
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
