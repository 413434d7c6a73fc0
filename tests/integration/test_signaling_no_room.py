"""A real server whose disk takes nothing more, in the middle of a call and at the signature (EFBIG)."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Play
from tests.integration.signaling_signed import SAID, signing, talking
from tests.support.attune_server import AttuneServer
from wire import browser as b

pytestmark = pytest.mark.timeout(120)


@contextmanager
def no_room(server: AttuneServer) -> Iterator[None]:
    """No file of the server may be written any further, its log neither (prlimit(2))."""
    pid = server.processes()[0].pid
    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_call_goes_on_in_memory_says_so_and_loses_nothing(tmp_path: Path) -> None:
    async with outside(tmp_path) as (server, play):
        here, (doctor, _anna), worker, track = await talking(play)
        with no_room(server):
            await worker.hear(track, f"{SAID} Two.", 12.0)
            await doctor.status("stalled", "not_saved")
            planned = await play.json("POST", "/v1/sessions", {"client": "Bo"}, 503)
            assert planned["code"] == "store-unavailable"
        await doctor.status("active")
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        kept = (await play.json("GET", f"{here}/transcript"))["segments"]
        assert [one["text"].rsplit(maxsplit=1)[-1] for one in kept] == ["One.", "Two."]
        await signed_once_there_is_room(server, play, here)


async def signed_once_there_is_room(server: AttuneServer, play: Play, here: str) -> None:
    note: dict[str, Any] = await play.json("GET", f"{here}/note")
    body = signing(note)
    where = f"/v1/notes/{note['id']}/sign"
    with no_room(server):
        assert (await play.json("POST", where, body, 503))["code"] == "store-unavailable"
    assert (await play.json("GET", f"{here}/note"))["status"] == "draft"
    assert len((await play.json("GET", f"{here}/transcript"))["segments"]) == 2
    assert (await play.json("POST", where, body))["receipt"]["why"] == "signed"
    await play.json("GET", f"{here}/transcript", status=410)
    assert (await play.json("GET", "/v1/audit"))["verified"] is True
