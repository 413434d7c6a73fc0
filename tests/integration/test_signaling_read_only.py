"""A store that may not be written any more in the middle of a call: the folder, or the database server.

Files that are open stay writable under POSIX, so that a folder whose rights are taken away need not be
noticed at all; a database that turned read-only (a primary that was demoted) refuses from then on.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from tests.integration.cluster_play import Shared
from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Browser, Play
from tests.integration.signaling_signed import SAID, signing, talking
from tests.support.attune_server import AttuneServer
from wire import browser as b

pytestmark = pytest.mark.timeout(120)


class Bound(AttuneServer):
    """A server that files' modes bind, also where root starts it (capabilities(7))."""

    def _command(self) -> list[str]:
        if os.geteuid() != 0:
            return super()._command()
        without = "-dac_override,-dac_read_search"
        return ["setpriv", f"--bounding-set={without}", f"--inh-caps={without}", *super()._command()]


@contextmanager
def nothing_writable(folder: Path) -> Iterator[None]:
    """Takes the right to write from a folder and all that is in it."""
    modes = {path: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    try:
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        yield
    finally:
        for path, mode in modes.items():
            if path.exists():
                path.chmod(mode)


@asynccontextmanager
async def refusing_writes(shared: Shared) -> AsyncIterator[None]:
    """PostgreSQL takes no write from anybody, as on a standby."""
    connection = await asyncpg.connect(shared.database_url.replace("+asyncpg", ""))
    try:
        await connection.execute("ALTER SYSTEM SET default_transaction_read_only = on")
        await connection.execute("SELECT pg_reload_conf()")
        await _in_force(shared)
        yield
    finally:
        await connection.execute("SET default_transaction_read_only = off")
        await connection.execute("ALTER SYSTEM RESET default_transaction_read_only")
        await connection.execute("SELECT pg_reload_conf()")
        await connection.close()


async def _in_force(shared: Shared) -> None:
    """Waits until a new connection is refused writes: the others were told before that one was let in.

    `pg_reload_conf` only asks for it. The server reads its settings and tells its processes in one go.
    """
    async with asyncio.timeout(30):
        while True:
            other = await asyncpg.connect(shared.database_url.replace("+asyncpg", ""))
            try:
                if await other.fetchval("SHOW default_transaction_read_only") == "on":
                    return
            finally:
                await other.close()


async def is_whole_and_signed(play: Play, here: str, doctor: Browser, finals: int) -> None:
    """Ends the call: nothing is missing, and the note can be signed."""
    await doctor.say(b.End())
    await doctor.until(b.NoteReady)
    kept = (await play.json("GET", f"{here}/transcript"))["segments"]
    assert [one["text"] for one in kept] == [f"{SAID} {word}." for word in ("One", "Two", "Three")[:finals]]
    note: dict[str, Any] = await play.json("GET", f"{here}/note")
    body = signing(note)
    signed = await play.json("POST", f"/v1/notes/{note['id']}/sign", body)
    assert signed["receipt"]["counts"]["segments"] == finals
    assert (await play.json("GET", "/v1/audit"))["verified"] is True


async def test_a_folder_that_may_not_be_written_any_more_loses_no_word(tmp_path: Path) -> None:
    async with outside(tmp_path, Bound) as (server, play):
        here, (doctor, _anna), worker, track = await talking(play)
        with nothing_writable(server.data):
            if os.geteuid() != 0:
                assert not os.access(server.data, os.W_OK)
            await worker.hear(track, f"{SAID} Two.", 6.0)
            await doctor.until(b.Heard, lambda m: m.segment.text.endswith("Two."))
            await play.json("GET", here)
        await worker.hear(track, f"{SAID} Three.", 11.0)
        await doctor.until(b.Heard, lambda m: m.segment.text.endswith("Three."))
        await play.kept(here, 3)
        await is_whole_and_signed(play, here, doctor, 3)


@pytest.mark.redis
async def test_a_call_goes_on_in_memory_while_postgresql_is_read_only(shared: Shared) -> None:
    async with shared.play("a") as play:
        here, (doctor, _anna), worker, track = await talking(play)
        async with refusing_writes(shared):
            await worker.hear(track, f"{SAID} Two.", 6.0)
            await doctor.status("stalled", "not_saved")
            refused = await play.json("POST", "/v1/sessions", {"client": "Bo"}, 503)
            assert refused["code"] == "store-unavailable"
        await doctor.status("active")
        await is_whole_and_signed(play, here, doctor, 2)
