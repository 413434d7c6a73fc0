"""Editing a note over REST: versions that cross, the draft it is compared with, formats, advice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from live_notes.drafting.arranging import EMPTY
from tests.integration.signaling_drafted import Drafted, sentences
from tests.integration.signaling_play import playing

pytestmark = pytest.mark.timeout(120)

Json = dict[str, Any]


def texts(kept: Json) -> list[str]:
    return [str(one["text"]) for one in sentences(kept)]


async def test_the_later_of_two_saves_is_refused_and_takes_nothing(folder: Path) -> None:
    async with playing(folder) as play:
        drafted = await Drafted.prepare(play)
        mine = await drafted.read()
        saved = await drafted.write("Written in the other window.")
        mine["note"]["sections"][0]["sentences"][0]["text"] = "Mine."
        refused = await drafted.save(mine, 409)
        assert refused["code"] == "stale-version"
        now = await drafted.read()
        assert (now["version"], texts(now)) == (saved["version"], texts(saved))


async def test_a_note_is_compared_with_its_draft_until_it_is_signed(folder: Path) -> None:
    async with playing(folder) as play:
        drafted = await Drafted.prepare(play)
        first = await drafted.read()
        assert first["drafted"]["sections"] == first["note"]["sections"]
        after = await drafted.write("Meet again next Monday.")
        assert after["drafted"] == first["drafted"]
        told = {one["code"] for one in first["advice"]} - {one["code"] for one in after["advice"]}
        assert "next" in told
        body = {"version": after["version"], "name": "Ana Ruiz", "credential": "LCSW", "attestations": []}
        signed = (await play.json("POST", f"/v1/notes/{after['id']}/sign", body))["note"]
        assert (signed["drafted"], signed["advice"], signed["note"]) == (None, [], after["note"])
        kept = await play.served.node.house.memory.notes.read(after["id"])
        assert "drafted" not in kept.content
        assert await play.served.node.house.memory.notes.verify(after["id"])


async def test_another_format_comes_from_the_note_itself_once_the_words_are_gone(folder: Path) -> None:
    async with playing(folder) as play:
        drafted = await Drafted.prepare(play)
        before = await drafted.write("Meet again next Monday.")
        await play.json("DELETE", f"/v1/sessions/{drafted.session}/transcript")
        dap = await play.json("POST", f"{drafted.note}/redraft", {"format": "dap"})
        assert [section["title"] for section in dap["note"]["sections"]] == ["Data", "Assessment", "Plan"]
        assert sorted(texts(dap)) == sorted(texts(before))
        assert dap["note"]["drafter_notice"] == "Put in this format from the note's own sentences."
        assert {s.get("statement") for s in dap["note"]["sections"] if not s["sentences"]} <= {EMPTY}
        gone = await play.json("POST", f"{drafted.note}/redraft", {"section": "Data"}, 410)
        assert gone["code"] == "transcript-destroyed"


async def test_guidance_shapes_one_draft_only(folder: Path) -> None:
    async with playing(folder) as play:
        drafted = await Drafted.prepare(play)
        asked = {"format": "soap", "guidance": "leave out the breathing exercise"}
        guided = await play.json("POST", f"{drafted.note}/redraft", asked)
        assert not any("breathing" in text for text in texts(guided))
        again = await play.json("POST", f"{drafted.note}/redraft", {"format": "soap"})
        assert any("breathing" in text for text in texts(again))
