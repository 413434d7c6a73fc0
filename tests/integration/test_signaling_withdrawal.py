"""A participant withdraws after the call: the words go; what the clinician wrote alone stays."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select, update

from retention.schema import notes
from retention.sealing import Sealed
from signaling.serve import Serving
from tests.integration.signaling_drafted import Drafted, sentences
from tests.integration.signaling_play import at, playing, threaded

OWN = "Discussed with the supervisor on the phone."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for the module."""
    with threaded(tmp_path_factory.mktemp("withdrawal")) as serving:
        yield serving


async def told(stream: aiohttp.ClientResponse, event: str) -> str:
    """The body of the next event of this name."""
    async with asyncio.timeout(60):
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


async def test_a_draft_that_can_not_be_opened_any_more_goes_with_a_withdrawal(tmp_path: Path) -> None:
    async with playing(tmp_path / "folder") as play:
        drafted = await Drafted.prepare(play)
        house = play.served.node.house
        async with house.memory._ground.store.write() as connection:
            this = notes.c.session == drafted.session
            sealed = bytes(await connection.scalar(select(notes.c.sealed).where(this)) or b"")
            broken = Sealed(sealed[:-1] + bytes([sealed[-1] ^ 1]))
            await connection.execute(update(notes).where(this).values(sealed=broken))
        assert (await play.json("GET", drafted.note, status=500))["code"] == "seal-broken"
        receipt = await drafted.withdraw()
        kept = await drafted.read()
        assert (kept["status"], kept["note"]["sections"]) == ("insufficient", [])
        assert receipt in kept["note"]["drafter_notice"]
