"""A note drafted by a processor: its tokens stand in the session's energy, in the ledger and by month."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from live_notes.energy import ModelSize, joules_of_answer
from tests.integration.signaling_drafted import Drafted
from tests.integration.signaling_play import Play, playing

READ, WRITTEN = 1234, 567
DECLARED = """
[[processor]]
id = "own"
endpoint = "http://127.0.0.1:{port}/v1"
model = "some/model-70b"
purposes = ["drafting", "redrafting"]
local = true
parameters_billions = 70
"""


@asynccontextmanager
async def answering() -> AsyncIterator[int]:
    """An endpoint that answers every draft in the same words; its port."""
    sections = [{"title": "Subjective", "sentences": [{"text": "Client reported poor sleep.", "lines": [1]}]}]

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        message = {"role": "assistant", "content": json.dumps({"sections": sections})}
        usage = {"prompt_tokens": READ, "completion_tokens": WRITTEN, "total_tokens": READ + WRITTEN}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        head = {"id": "c", "object": "chat.completion", "created": 0, "model": "m"}
        return web.json_response({**head, "choices": [choice], "usage": usage})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def asked(play: Play, here: str) -> list[dict[str, Any]]:
    """The ledger's entries, once masking is ready and the processor was asked: drafts stay here before."""
    async with asyncio.timeout(90):
        while True:
            entries: list[dict[str, Any]] = (await play.json("GET", f"{here}/ledger"))["entries"]
            if entries:
                return entries
            await play.json("POST", f"{here}/note/redraft", {"format": "soap"})


async def test_tokens_of_a_remote_draft_reach_the_session_the_ledger_and_the_month(tmp_path: Path) -> None:
    file = tmp_path / "processors.toml"
    async with answering() as port:
        file.write_text(DECLARED.format(port=port))
        async with playing(
            tmp_path / "folder", drafter="model", processor="own", processors_file=file
        ) as play:
            drafted = await Drafted.prepare(play)
            here = f"/v1/sessions/{drafted.session}"
            entries = await asked(play, here)
            report = await play.json("GET", f"{here}/energy")
            months = (await play.json("GET", "/v1/energy"))["rows"]
            notes = (await play.json("GET", "/v1/energy?by=note"))["rows"]
    written, each = WRITTEN * len(entries), joules_of_answer(WRITTEN, ModelSize(70, 70))
    assert report["remote_tokens"] == written
    assert report["remote_prompt_tokens"] == READ * len(entries)
    assert report["remote_models"] == {"some/model-70b": written}
    assert report["stages"]["drafting_remote"]["mid"] == pytest.approx(len(entries) * each.mid, abs=0.1)
    assert report["cpu_seconds"]["drafting_local"] > 0  # the checks run here
    assert [entry["answer_tokens"] for entry in entries] == [WRITTEN] * len(entries)
    assert entries[0]["joules_mid"] == pytest.approx(each.mid, abs=0.01)
    assert months[-1]["remote_tokens"] == written
    assert [one["remote_tokens"] for one in notes if one["session"] == drafted.session] == [written]
