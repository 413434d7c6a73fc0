"""An uploaded recording is nowhere: its bytes and words are in no file, while it is heard and after, and its
bytes in no process's memory once it has been."""

from __future__ import annotations

import tempfile
import wave
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from tests.integration.signaling_outside import outside
from tests.integration.signaling_play import Play
from tests.media.fake_microphone import CANARY
from tests.support.attune_server import AttuneServer
from tests.support.folder_watch import FolderWatch
from tests.support.postgres import everything
from tests.support.process_memory import search
from tests.support.recordings import RATE, speech
from tests.support.waiting import eventually

IN_THE_SOUND = "velvet tambourine beneath the harbour wall"
"""Stands in the file's own bytes, as a moment of noise."""

pytestmark = [pytest.mark.timeout(240), pytest.mark.speech]


def marked_recording() -> bytes:
    """A minute of speech as a WAV, its samples marked again and again."""
    mark = np.frombuffer((IN_THE_SOUND + ". ").encode() * 4, np.int16)
    spoken = [part for _ in range(3) for part in (speech("short_client.flac"), mark)]
    buffer = BytesIO()
    with wave.open(buffer, "wb") as sink:
        sink.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        sink.writeframes(np.concatenate(spoken).tobytes())
    assert IN_THE_SOUND.encode() in buffer.getvalue()
    return buffer.getvalue()


async def test_an_uploaded_recording_is_on_no_disk_and_leaves_memory(tmp_path: Path) -> None:
    settings = {"ATTUNE_WORKERS": "1", "ATTUNE_MODEL": "tiny.en", "ATTUNE_EAR_MODEL": "tiny.en"}
    async with outside(tmp_path, AttuneServer, **settings) as (server, play):
        folders = [server.data, server.temporary, server.log.parent, Path("/dev/shm")]
        # Tests beside this one may write into memory: what they write is not this server's.
        with FolderWatch(folders, (IN_THE_SOUND, CANARY), but=Path(tempfile.gettempdir())) as watch:
            session = await heard(play)
            kept = str(await play.json("GET", f"/v1/sessions/{session}/transcript"))
            assert CANARY in kept.lower()

            async def gone() -> bool:
                found = [one for process in server.processes() for one in search(process, (IN_THE_SOUND,))]
                return not found

            await eventually(gone, "the recording's bytes are in no process's memory", within=45, every=1)
            note = await play.json("GET", f"/v1/sessions/{session}/note")
            flags = [
                f"{flag}:{s}.{n}"
                for s, section in enumerate(note["note"]["sections"], 1)
                for n, one in enumerate(section["sentences"], 1)
                for flag in one["flags"]
            ]
            body = {
                "version": note["version"],
                "name": "Dr Grey",
                "credential": "PsyD",
                "attestations": flags,
            }
            await play.json("POST", f"/v1/notes/{note['id']}/sign", body)
        assert watch.findings.complaints == set()
        on_disk = everything(tmp_path).lower()
        assert session.encode().lower() in on_disk  # it was looked at in the right place
        assert [one for one in (IN_THE_SOUND, CANARY) if one.encode() in on_disk] == []


async def heard(play: Play) -> str:
    """Uploads the marked recording to a session of its own; the session's id."""

    async def hears() -> bool:
        return bool((await play.json("GET", "/v1/languages"))["known"])

    await eventually(hears, "a worker is there", within=90)
    wording = (await play.json("GET", "/v1/wordings"))["recording"]["version"]
    session = await play.session(source="recording")
    query = {"session": session["id"], "attested": wording}
    async with play.http.post("/v1/recordings", params=query, data=marked_recording()) as answer:
        assert answer.status == 201, await answer.text()
    return str(session["id"])
