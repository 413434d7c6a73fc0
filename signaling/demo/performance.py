"""The demo from login to receipt: one session, held by scripted participants, signed and forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol
from urllib.parse import quote

from aiohttp import ClientSession

from retention import Receipt, verify_receipt
from signaling.demo.cast import Part
from signaling.demo.clinic import Clinic, Json
from signaling.demo.participant import CallFailed, Participant
from wire import Role, Segment

CONNECT_SECONDS = 30.0
STATUS_SECONDS = 60.0
LEAD_SECONDS = 0.5
"""Between the last audio leg standing and the first word."""
AFTERWORD_SECONDS = 1.0
"""Between the last word and hanging up, as people do."""
NOTE_SECONDS = 90.0
POLL_SECONDS = 0.05


class Audience(Protocol):
    """Whoever watches the demo."""

    def called(self, watch: str) -> None:
        """The session exists, and whoever opens the link (once) sees it."""

    def listening(self) -> None:
        """Everyone agreed; transcription runs."""

    def heard(self, segment: Segment) -> None:
        """A partial or final segment."""

    def hung_up(self) -> None:
        """The call is over; the note is awaited."""


@dataclass
class Outcome:
    """What a demo gives: the API's own JSON, and what was seen on the way."""

    transcript: Json
    note: Json | None
    statement: str | None = None
    receipt: Json | None = None
    receipt_verified: bool = False
    transcript_status: int | None = None
    energy: Json = field(default_factory=dict)
    call: Json = field(default_factory=dict)

    def as_json(self) -> Json:
        """One JSON object: transcript, note, receipt, energy and the facts of the call."""
        return {
            "transcript": self.transcript,
            "note": self.note,
            "statement": self.statement,
            "receipt": self.receipt,
            "receipt_verified": self.receipt_verified,
            "transcript_status_after_signing": self.transcript_status,
            "energy": self.energy,
            "call": self.call,
        }


@dataclass
class Performance:
    """One demo session. `cast` has the clinician first; `spare_token` signs in somebody who watches."""

    http: ClientSession
    clinic: Clinic
    cast: Sequence[Part]
    form: str
    audience: Audience
    spare_token: str

    async def perform(self) -> Outcome:
        """Holds the call, waits for the note, signs it and checks that the transcript is gone."""
        await self.clinic.introduce(self.cast[0].name)
        session = await self.clinic.schedule(self.cast, self.form)
        people = await self._participants(session)
        self.audience.called(watch_link(self.clinic.base, session["id"], self.spare_token))
        call = await self._call(people)
        return await self._afterwards(session["id"], call)

    async def _participants(self, session: Json) -> list[Participant]:
        """A participant for each part: matched by role, in the order given."""
        seats = {
            Role.CLINICIAN: [one["id"] for one in session["participants"] if one["role"] == Role.CLINICIAN],
            Role.CLIENT: [one["id"] for one in session["participants"] if one["role"] == Role.CLIENT],
        }
        people = []
        for part in self.cast:
            token = await self.clinic.invite(session["id"], seats[part.role].pop(0))
            watcher = self.audience.heard if part.role is Role.CLINICIAN else None
            people.append(Participant(token, part.role, part.file, on_segment=watcher))
        return people

    async def _call(self, people: Sequence[Participant]) -> Json:
        """The live part; its tasks end with it."""
        async with asyncio.TaskGroup() as tasks:
            joined = [tasks.create_task(one.take_part(self.http, self.socket_of(one))) for one in people]
            try:
                return await self._conversation(people)
            finally:
                await _leave(joined)

    async def _conversation(self, people: Sequence[Participant]) -> Json:
        await _meet(people)
        await _start_transcription(people)
        self.audience.listening()
        curtain = asyncio.get_running_loop().time() + LEAD_SECONDS
        for one in people:
            one.play_at(curtain)
        for one in people:
            await one.spoken()
        await asyncio.sleep(AFTERWORD_SECONDS)
        facts = self._facts(people, curtain)
        self.audience.hung_up()
        await people[0].hang_up()
        hung_up = asyncio.get_running_loop().time()
        await _last_words(people[0])
        facts["note_ready_seconds"] = round(asyncio.get_running_loop().time() - hung_up, 2)
        return facts

    def socket_of(self, one: Participant) -> str:
        """The address of this participant's socket."""
        return self.clinic.base.replace("http", "ws", 1) + "/v1/socket"

    def _facts(self, people: Sequence[Participant], curtain: float) -> Json:
        """Seconds of talk, when it began on the session clock, and what each received from the others.

        Late packets tell that this machine was too busy to speak in time.
        """
        received: list[Json] = []
        for part, one in zip(self.cast, people, strict=True):
            if one.connections is not None:
                seen = one.connections.received
                received.append(
                    {
                        "participant": part.name,
                        "audio_seconds": round(seen.audio_seconds, 1),
                        "video_frames": seen.video_frames,
                        "late_packets_sent": one.connections.microphone.late_frames,
                    }
                )
        return {
            "seconds": round(asyncio.get_running_loop().time() - curtain, 1),
            "speech_began_at": round(people[0].session_time(curtain), 2),
            "received_peer_to_peer": received,
        }

    async def _afterwards(self, session: str, call: Json) -> Outcome:
        note = await self._awaited_note(session)
        transcript = await self.clinic.transcript(session)
        outcome = Outcome(transcript, note["note"], note.get("statement"), call=call)
        if note["status"] == "draft":
            signed = await self.clinic.sign(note, self.cast[0].name)
            outcome.note = signed["note"].get("note") or outcome.note
            outcome.receipt = signed["receipt"]
            outcome.receipt_verified = _holds(await self.clinic.receipt(signed["receipt"]["id"]))
            outcome.transcript_status = await self.clinic.transcript_status(session)
        outcome.energy = await self.clinic.energy(session)
        return outcome

    async def _awaited_note(self, session: str) -> Json:
        try:
            async with asyncio.timeout(NOTE_SECONDS):
                while True:
                    note = await self.clinic.note(session)
                    if note["status"] in {"draft", "insufficient"}:
                        return note
                    await asyncio.sleep(POLL_SECONDS)
        except TimeoutError:
            raise CallFailed(f"no note {NOTE_SECONDS:.0f} s after hanging up") from None


def watch_link(base: str, session: str, token: str) -> str:
    """The page that shows a call under way; its one-time token signs in. Fragments stay in the browser."""
    return f"{base}/watch#session={quote(session)}&login={quote(token)}"


def _holds(answer: Json) -> bool:
    """Whether the server finds the receipt in its chain, and its signature holds by our own reckoning."""
    in_chain = answer.pop("verified", False) is True
    receipt = Receipt.from_dict(answer)
    return in_chain and verify_receipt(receipt, receipt.public_key)


async def _meet(people: Sequence[Participant]) -> None:
    """Everybody is let in and sees and hears the others."""
    others = len(people) - 1
    for one in people:
        await one.until(partial(one.in_company, others), CONNECT_SECONDS, "everybody is in")
    for one in people:
        await one.until(partial(one.in_touch, others), CONNECT_SECONDS, "everybody sees and hears the others")


async def _start_transcription(people: Sequence[Participant]) -> None:
    """The clinician presses Start, everybody agrees, and every microphone reaches the ear."""
    await people[0].start_transcription()
    for one in people:
        await one.agree()
    await people[0].until(people[0].transcribed, STATUS_SECONDS, "transcription runs")
    for one in people:
        await one.until(one.is_heard, CONNECT_SECONDS, "every microphone reaches the media worker")


async def _last_words(clinician: Participant) -> None:
    """Waits until the last words are written down and the note is ready. Raises `CallFailed`."""
    try:
        async with asyncio.timeout(NOTE_SECONDS):
            await clinician.done.wait()
    except TimeoutError:
        raise CallFailed(f"no note {NOTE_SECONDS:.0f} s after hanging up") from None


async def _leave(joined: Sequence[asyncio.Task[None]]) -> None:
    """Waits a moment for the server's goodbye, then ends whoever is still there."""
    _, staying = await asyncio.wait(joined, timeout=5.0)
    for task in staying:
        task.cancel()
