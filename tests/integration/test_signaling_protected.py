"""What a served installation does about its memory, its keys and its clock before it answers anybody."""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from media_worker.process_memory import may_lock
from retention import FrozenClock, Memory, NewSession, RetentionSettings, inspected
from signaling.serve import serving
from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import settings
from tests.support.attune_server import AttuneServer
from tests.support.process_memory import Process
from tests.support.waiting import eventually
from wire import browser as b

SAID = "I have been sleeping badly because of the exams at school and I feel anxious about them."
ATTUNE = Path(sys.executable).parent / "attune"

pytestmark = pytest.mark.timeout(120)


async def attune(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of its own, to its end."""

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [ATTUNE, *arguments],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return await asyncio.to_thread(run)


def stated(process: Process, file: str, name: str) -> list[str]:
    """The words behind a name in a file of `/proc`, none if it is not there."""
    lines = Path(f"/proc/{process.pid}/{file}").read_text().splitlines()
    return next((line.removeprefix(name).split() for line in lines if line.startswith(name)), [])


@pytest.mark.speech
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
async def test_no_process_dumps_core_and_none_is_swapped_out_where_that_may_be(tmp_path: Path) -> None:
    with AttuneServer(tmp_path, {"ATTUNE_WORKERS": "1", "ATTUNE_MODEL": "tiny.en"}) as server:

        async def protected() -> bool:
            processes = server.processes()
            locked = [stated(one, "status", "VmLck:")[:1] not in ([], ["0"]) for one in processes]
            cores = [stated(one, "limits", "Max core file size")[:2] for one in processes]
            names = [" ".join(one.command) for one in processes]
            all_there = any("media_worker" in name for name in names) and len(names) == 4
            return all_there and cores == [["0", "0"]] * len(names) and (all(locked) or not may_lock())

        await eventually(protected, "server, template, masking and worker protect their memory", within=60)


async def test_what_is_due_is_destroyed_before_the_port_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FrozenClock()
    kept = RetentionSettings(folder=tmp_path / "folder")
    async with Memory.open(kept, clock) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
    clock.advance(timedelta(days=8))
    found: list[int] = []
    start = web.TCPSite.start

    async def looked_at(site: web.TCPSite) -> None:
        async with inspected(kept) as inspection:
            found.append((await inspection.receipts.examine()).receipts)
        await start(site)

    monkeypatch.setattr(web.TCPSite, "start", looked_at)
    async with serving(settings(kept.folder), clock):
        assert found == [1]


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("master_key", "told"),
    [
        (base64.b64encode(b"w" * 32).decode(), "is not the master key"),
        (None, "master key is missing"),
    ],
)
async def test_a_server_without_the_right_master_key_does_not_start_and_changes_nothing(
    tmp_path: Path, master_key: str | None, told: str
) -> None:
    kept = RetentionSettings(folder=tmp_path / "folder")
    async with Memory.open(kept) as memory:
        await memory.sessions.create(NewSession(client="Ada"))
    kept.master_key_path.unlink()
    before = files_of(kept.folder)
    given = {} if master_key is None else {"ATTUNE_MASTER_KEY": master_key}
    done = await attune("serve", "--port", "0", "--workers", "0", "--data", str(kept.folder), **given)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert told in done.stderr
    left = files_of(kept.folder)
    assert {name: left[name] for name in before if "in-use" not in name} == {
        name: body for name, body in before.items() if "in-use" not in name
    }


async def test_the_master_key_is_replaced_while_a_call_goes_on(tmp_path: Path) -> None:
    async with outside(tmp_path) as (server, play):
        worker = await play.worker()
        session = await play.session()
        here = f"/v1/sessions/{session['id']}"
        doctor, anna, _, _ = await play.couple(session)
        _, track = await play.listening(doctor, anna)
        await worker.hear(track, SAID, 1.0)
        await play.kept(here, 1)
        before = (server.data / "keys" / "master.key").read_bytes()
        rotated = await attune("keys", "rotate", "--data", str(server.data))
        assert rotated.returncode == 0
        assert "wrapped with the new master key" in rotated.stdout
        assert (server.data / "keys" / "master.key").read_bytes() != before
        await worker.hear(track, SAID, 12.0)
        assert len((await play.kept(here, 2))["segments"]) == 2
        await doctor.say(b.End())
        await doctor.until(b.NoteReady)
        note: dict[str, Any] = await play.json("GET", f"{here}/note")
        body = {"version": note["version"], "name": "Dr Grey", "credential": "PsyD", "attestations": []}
        signed = await play.json("POST", f"/v1/notes/{note['id']}/sign", body)
        assert signed["receipt"]["why"] == "signed"
        assert (await play.json("GET", "/v1/audit"))["verified"] is True
