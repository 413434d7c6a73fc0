"""The style over HTTP: learned from what is signed, shown, changed by hand, exported, forgotten."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.integration.signaling_drafted import Drafted, sentences
from tests.integration.signaling_play import Play, playing
from tests.integration.signaling_signed import signing

STANDING = "Client remains appropriate for outpatient care."
CANARIES = ("heliotrope", "Lindqvist", "Marigold", "tractor", "4711")


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with playing(tmp_path / "folder") as one:
        one.served.node.house.notebook.styles.seconds = 30.0  # the machine may be busy
        yield one


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def masked(play: Play, session: str) -> None:
    """Waits until masking works: until then nothing is learned."""
    async with asyncio.timeout(60):
        while True:
            lines = (await play.json("GET", f"/v1/sessions/{session}/masked"))["lines"]
            if any(line["state"] == "masked" for line in lines):
                return
            await asyncio.sleep(0.1)


async def signed(play: Play, number: int) -> dict[str, Any]:
    """A session drafted, edited in one fixed way and with a word of its client's, and signed; as drafted."""
    drafted = await Drafted.prepare(play)
    shown = await drafted.read()
    kept = json.loads(json.dumps(shown))
    for one in sentences(kept):
        one["text"] = one["text"].replace("Client", "Pt").replace("reported that", "reports")
    plan = kept["note"]["sections"][-1]["sentences"]
    if all(one["text"] != STANDING for one in plan):
        plan.append({"text": STANDING, "evidence": [], "flags": []})
    canary = CANARIES[number % len(CANARIES)]
    plan.append({"text": f"Client was seen with {canary}.", "evidence": [], "flags": []})
    saved = await drafted.save(kept)
    await masked(play, drafted.session)
    await play.json("POST", f"/v1/notes/{saved['id']}/sign", signing(saved))
    return shown


async def test_a_way_of_writing_is_learned_works_and_is_forgotten(play: Play, tmp_path: Path) -> None:
    empty = await play.json("GET", "/v1/style")
    assert (empty["learning"], empty["rules"], empty["sessions"]) == (True, [], 0)
    for number in range(3):
        shown = await signed(play, number)
        assert not [one for one in sentences(shown) if one["text"].startswith("Pt")]
    learned = await play.json("GET", "/v1/style")
    words = {rule["words"]: rule for rule in learned["rules"]}
    assert learned["sessions"] == 3
    assert {"Shortens “client” to “pt”", f"Adds “{STANDING}” to Plan"} <= set(words)

    fourth = await Drafted.prepare(play)
    texts = sentences(await fourth.read())
    assert any(one["text"].startswith("Pt ") for one in texts)
    standing = [one for one in texts if one["text"] == STANDING]
    assert [one["flags"] for one in standing] == [["standing-sentence"]]
    assert all(one["evidence"] for one in texts if one["text"] != STANDING)

    # by hand
    rule = words["Shortens “client” to “pt”"]["id"]
    changed = await play.json("PUT", "/v1/style", {"rules": [{"id": rule, "text": "patient"}]})
    edited = next(one for one in changed["rules"] if one["id"] == rule)
    assert (edited["words"], edited["edited"]) == ("Writes “patient” for “client”", True)
    off = await play.json("PUT", "/v1/style", {"rules": [{"id": rule, "enabled": False}]})
    assert next(one for one in off["rules"] if one["id"] == rule)["standing"] == "off"
    refused = await play.json("PUT", "/v1/style", {"rules": [{"id": rule, "text": "Marigold"}]}, 400)
    assert refused["type"].endswith("/rule-refused")
    assert "Marigold" not in json.dumps(refused)
    await play.json("PUT", "/v1/style", {"rules": [{"id": "rule_999", "enabled": True}]}, 404)

    # as a file
    file = await play.json("GET", "/v1/style/export")
    everything = json.dumps([file, off], ensure_ascii=False).lower()
    assert not [canary for canary in CANARIES if canary.lower() in everything]
    assert any(one["text"] == f"Adds “{STANDING}” to Plan" for one in file["rules"])

    # forgotten
    left = await play.json("DELETE", f"/v1/style/rules/{rule}")
    assert rule not in {one["id"] for one in left["rules"]}
    assert (await play.json("DELETE", "/v1/style"))["rules"] == []
    entries = (await play.json("GET", "/v1/audit"))["entries"]
    assert {"style.learned", "style.changed", "style.deleted"} <= {one["action"] for one in entries}
    assert STANDING.encode() not in everything_in(tmp_path)


async def test_nothing_is_learned_while_learning_is_off_nor_after_a_withdrawal(play: Play) -> None:
    assert (await play.json("PUT", "/v1/style", {"learning": False}))["learning"] is False
    await signed(play, 0)
    assert (await play.json("GET", "/v1/style"))["sessions"] == 0
    await play.json("DELETE", "/v1/style")
    assert (await play.json("GET", "/v1/style"))["learning"] is False
    await play.json("PUT", "/v1/style", {"learning": True})
    drafted = await Drafted.prepare(play)
    await drafted.withdraw()
    note = await drafted.write("Pt seen.")
    await play.json("POST", f"/v1/notes/{note['id']}/sign", signing(note))
    assert (await play.json("GET", "/v1/style"))["sessions"] == 0
