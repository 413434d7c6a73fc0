"""What an AI processor is shown, live: read, corrected, kept over a restart, gone with the transcript."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from tests.integration.signaling_play import SECONDS, Browser, Play, playing
from tests.support.folder_watch import FolderWatch
from wire import browser as b

MISSED = "marmalade"
"""A word that no recogniser takes for a name, and which stands nowhere else."""

SAID = (
    "Anna Lindqvist is how I sign my letters.",
    f"I met the {MISSED} woman at the harbour and we talked for a while.",
    f"Later the {MISSED} woman called me and I felt anxious about work.",
    "I tried the breathing exercise before bed and it helped me to fall asleep.",
)


@dataclass
class Masked:
    """A call whose words are said and masked."""

    play: Play
    here: str
    doctor: Browser
    anna: Browser
    ids: list[str] = field(default_factory=list)

    @classmethod
    async def prepare(cls, play: Play) -> Masked:
        worker = await play.worker()
        session = await play.session("Anna Lindqvist")
        doctor, anna, _, _ = await play.couple(session)
        _, track = await play.listening(doctor, anna)
        one = cls(play, f"/v1/sessions/{session['id']}", doctor, anna)
        for number, text in enumerate(SAID):
            one.ids.append(await worker.hear(track, text, 2.0 + 6 * number))
        await play.kept(one.here, len(SAID))
        await one.until(lambda view: not view["unsent"] and len(view["lines"]) == len(SAID))
        return one

    async def read(self, status: int = 200) -> Any:
        return await self.play.json("GET", f"{self.here}/masked", status=status)

    async def choose(self, status: int = 200, **change: Any) -> Any:
        return await self.play.json("POST", f"{self.here}/masked/choices", change, status)

    async def hide(self, text: str, line: int = 1, status: int = 200, **more: str) -> Any:
        return await self.choose(status, hide={"segment": self.ids[line], "text": text, **more})

    async def until(self, fits: Any) -> Any:
        async with asyncio.timeout(SECONDS):
            while True:
                view = await self.read()
                if fits(view):
                    return view
                await asyncio.sleep(0.05)

    async def ends(self) -> dict[str, Any]:
        await self.doctor.say(b.End())
        await self.doctor.until(b.NoteReady)
        note: dict[str, Any] = await self.play.json("GET", f"{self.here}/note")
        return note


@pytest.fixture
async def masked(folder: Path) -> AsyncIterator[Masked]:
    async with playing(folder) as play:
        yield await Masked.prepare(play)


def lines_of(view: Any) -> list[str]:
    return [line["masked"] for line in view["lines"]]


async def test_the_lines_are_shown_masked_with_what_their_placeholders_stand_for(masked: Masked) -> None:
    view = await masked.read()
    assert [line["id"] for line in view["lines"]] == masked.ids
    first = view["lines"][0]
    assert "Lindqvist" not in first["masked"]
    assert first["state"] == "masked"
    for span in first["spans"]:
        assert first["masked"][span["start"] : span["end"]] == span["placeholder"]
    assert view["meanings"][first["spans"][0]["placeholder"]] == "Anna Lindqvist"
    assert first["spans"][0]["placeholder"] in view["stay"]
    assert (view["choices"], view["unsent"]) == ([], 0)


async def test_a_miss_is_masked_everywhere_and_undone_again(masked: Masked) -> None:
    view = await masked.hide(MISSED)
    assert MISSED not in json.dumps(lines_of(view))
    assert [(one["text"], one["hidden"]) for one in view["choices"]] == [(MISSED, True)]
    assert MISSED in view["meanings"].values()
    view = await masked.choose(undo=0)
    assert lines_of(view)[1] == SAID[1]
    assert view["choices"] == []


async def test_words_are_masked_as_what_the_clinician_says_they_are(masked: Masked) -> None:
    view = await masked.hide("harbour", kind="LOCATION")
    assert "[PLACE_1]" in lines_of(view)[1]
    assert [one["kind"] for one in view["choices"]] == ["LOCATION"]
    refused = await masked.hide("harbour", status=422, kind="LITERAL")
    assert refused["code"] == "invalid-body"


async def test_a_false_hit_is_freed_and_its_repetitions_with_it(masked: Masked) -> None:
    view = await masked.hide("harbour")
    (placeholder,) = [name for name, text in view["meanings"].items() if text == "harbour"]
    assert placeholder not in view["stay"]
    view = await masked.choose(free=placeholder, seen=view["edition"])
    assert "harbour" in lines_of(view)[1]
    assert [one["hidden"] for one in view["choices"]].count(False) >= 1


async def test_a_choice_that_was_decided_on_another_masking_is_refused(masked: Masked) -> None:
    seen = (await masked.read())["edition"]
    await masked.hide(MISSED)
    assert (await masked.choose(409, undo=0, seen=seen))["code"] == "stale-version"


async def test_what_can_not_be_chosen_is_refused_as_a_problem_without_the_words(masked: Masked) -> None:
    refusals = [
        (await masked.hide("never said", status=400), "bad-input"),
        (await masked.hide(MISSED, line=0, status=400), "bad-input"),
        (await masked.choose(404, hide={"segment": "nowhere", "text": MISSED}), "not-found"),
        (await masked.choose(404, free="[PERSON_77]"), "placeholder-unknown"),
        (await masked.choose(404, undo=0), "not-found"),
        (await masked.choose(422, hide={"segment": masked.ids[1], "text": " "}), "invalid-body"),
        (await masked.choose(422, hide={"segment": masked.ids[1], "text": "x" * 121}), "invalid-body"),
        (await masked.choose(422, free=MISSED), "invalid-body"),
        (await masked.choose(422), "invalid-body"),
        (await masked.choose(422, undo=0, free="[PERSON_1]"), "invalid-body"),
    ]
    assert [problem["code"] for problem, _ in refusals] == [code for _, code in refusals]
    assert MISSED not in json.dumps([problem for problem, _ in refusals])
    assert (await masked.read())["choices"] == []


async def test_choices_outlive_a_restart_sealed(folder: Path) -> None:
    home = folder / "home"
    with FolderWatch([home.parent], [MISSED]) as watch:
        async with playing(home) as play:
            first = await Masked.prepare(play)
            await first.hide(MISSED)
        async with playing(home) as play:
            again = replace(first, play=play)
            view = await again.until(lambda view: not view["unsent"])
            assert [(one["text"], one["hidden"]) for one in view["choices"]] == [(MISSED, True)]
            assert MISSED not in json.dumps(lines_of(view))
    assert not watch.findings.complaints


async def test_a_strike_takes_the_choice_that_only_its_words_said(masked: Masked) -> None:
    await masked.hide("harbour")
    view = await masked.hide(MISSED)
    assert len(view["choices"]) == 2
    struck = {"segments": [masked.ids[1]]}
    await masked.play.json("POST", f"{masked.here}/transcript/strike", struck)
    view = await masked.until(lambda view: not view["unsent"])
    assert [one["text"] for one in view["choices"]] == [MISSED]
    assert "harbour" not in json.dumps(view)


async def test_after_the_destruction_there_is_nothing_to_read_or_choose(masked: Masked) -> None:
    await masked.hide(MISSED)
    await masked.ends()
    await masked.play.json("DELETE", f"{masked.here}/transcript")
    assert (await masked.read(410))["code"] == "transcript-destroyed"
    assert (await masked.choose(410, undo=0))["code"] == "transcript-destroyed"


async def test_reading_and_choosing_are_on_record_without_a_word(masked: Masked) -> None:
    await masked.hide(MISSED)
    entries = (await masked.play.json("GET", "/v1/audit?limit=1000"))["entries"]
    mine = {entry["action"]: entry for entry in entries if "mask" in entry["action"]}
    assert set(mine) == {"transcript.masked_read", "transcript.masking_chosen"}
    assert {entry["purpose"] for entry in mine.values()} == {"treatment"}
    assert mine["transcript.masking_chosen"]["counts"] == {"choices": 1}
    assert MISSED not in json.dumps(entries)


async def test_a_participant_may_see_none_of_it(masked: Masked) -> None:
    session = await masked.play.json("GET", masked.here)
    client = next(one["id"] for one in session["participants"] if one["role"] == "client")
    bearer = {"Authorization": f"Bearer {await masked.play.link(session, client)}"}
    async with masked.play.http.get(f"{masked.here}/masked", headers=bearer) as response:
        assert response.status == 403
    async with masked.play.http.post(
        f"{masked.here}/masked/choices", headers=bearer, json={"undo": 0}
    ) as response:
        assert response.status == 403


# ------------------------------------------------------------ what is sent


@dataclass
class Endpoint:
    """A language model that refuses to answer as asked, and remembers what it was sent."""

    bodies: list[str] = field(default_factory=list)
    url: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.text())
        return web.json_response({"error": "no"}, status=400)


@asynccontextmanager
async def endpoint() -> AsyncIterator[Endpoint]:
    standing = Endpoint()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", standing.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    port = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
    standing.url = f"http://127.0.0.1:{port}/v1"
    yield standing
    await runner.cleanup()


def declared(folder: Path, url: str) -> Path:
    """Two processors: one on this machine, which drafts, and one whose agreement is over."""
    file = folder / "processors.toml"
    file.write_text(
        f"""
        [[processor]]
        id = "own"
        endpoint = "{url}"
        model = "small"
        purposes = ["drafting"]
        local = true
        [[processor]]
        id = "late"
        endpoint = "https://late.example/v1"
        model = "large"
        purposes = ["drafting", "recognition"]
        api_key_env = "A_KEY_NOBODY_SET"
        baa = {{ reference = "BAA-9", from = 2020-01-01, to = 2020-12-31 }}
        """
    )
    return file


async def test_what_is_chosen_is_what_is_sent_and_the_ledger_shows_exactly_that(folder: Path) -> None:
    async with endpoint() as model:
        file = declared(folder, model.url)
        given = {"processors_file": file, "processor": "own", "drafter": "model"}
        async with playing(folder / "home", **given) as play:
            masked = await Masked.prepare(play)
            await masked.hide(MISSED)
            note = await masked.ends()
            assert note["note"]["drafter"] == "embedded"
            assert note["note"]["drafter_notice"]
            assert model.bodies
            assert all(MISSED not in body and "Lindqvist" not in body for body in model.bodies)
            (entry, *_) = (await play.json("GET", f"{masked.here}/ledger"))["entries"]
            facts = [entry[fact] for fact in ("processor", "host", "outcome")]
            assert facts == ["own", "127.0.0.1", "unavailable"]
            assert entry["body"]["sent"]["messages"] == json.loads(model.bodies[0])["messages"]
            await play.json("DELETE", f"{masked.here}/transcript")
            (entry, *_) = (await play.json("GET", f"{masked.here}/ledger"))["entries"]
            assert entry["body"] is None
            assert entry["body_bytes"] == len(model.bodies[0].encode())


async def test_the_processors_say_what_they_may_be_used_for_and_why_not(folder: Path) -> None:
    file = declared(folder, "http://127.0.0.1:1/v1")
    given = {"processors_file": file, "processor": "own", "drafter": "model"}
    async with playing(folder / "home", **given) as play:
        listed = await play.json("GET", "/v1/processors")
        own, late = listed["processors"]
        assert (listed["drafter"], listed["processor"]) == ("model", "own")
        assert (own["drafts"], own["host"], own["stands_locally"]) == (True, "127.0.0.1", True)
        allowed = {one["purpose"]: one["allowed"] for one in own["permitted"]}
        assert allowed == {"drafting": True, "redrafting": False, "brief": False, "recognition": False}
        assert (late["drafts"], late["key_missing"]) == (False, True)
        assert (late["baa"]["in_force"], late["baa"]["days_left"]) == (False, 0)
        reasons = {one["purpose"]: one["reason"] for one in late["permitted"]}
        assert "not in force" in reasons["drafting"]
        assert "not declared for" in reasons["brief"]
