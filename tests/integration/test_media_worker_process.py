"""A real worker process, a real aiortc peer with recorded speech, and a control server of the test's own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import wave
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.contrib.media import MediaPlayer
from websockets.asyncio.server import ServerConnection, serve

from bench.clips import sample_pair, sound
from media_worker.hearing import SAMPLE_RATE
from wire.control import (
    CloseTrack,
    Drain,
    EnergyUsed,
    Heartbeat,
    HeartbeatAck,
    OpenTrack,
    Recognised,
    Register,
    Registered,
    TrackAnswer,
    TrackFlushed,
    TrackOffer,
    TrackRefused,
    TrackState,
    VoicesSettled,
    WorkerMessage,
    parse_worker,
)

pytestmark = pytest.mark.speech

ROOT = Path(__file__).parents[2]
JFK = ROOT / "tests" / "media" / "jfk.flac"
TOKEN = "test-worker-token"


@dataclass
class Control:
    """What signaling is to a worker, as far as these tests need it."""

    url: str = ""
    heard: list[WorkerMessage] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    socket: ServerConnection | None = None

    async def serve_one(self, socket: ServerConnection) -> None:
        request = socket.request
        assert request is not None
        self.headers.append(request.headers.get("Authorization", ""))
        self.socket = socket
        async for text in socket:
            message = parse_worker(text)
            if isinstance(message, Register):
                await socket.send(Registered(version=1, heartbeat_seconds=0.2).model_dump_json())
            if isinstance(message, Heartbeat):
                await socket.send(HeartbeatAck(sent_at=message.sent_at).model_dump_json())
            async with self.changed:
                self.heard.append(message)
                self.changed.notify_all()

    async def send(self, message: OpenTrack | TrackOffer | CloseTrack | Drain) -> None:
        assert self.socket is not None
        await self.socket.send(message.model_dump_json())

    def of(self, kind: type[WorkerMessage]) -> list[WorkerMessage]:
        return [message for message in self.heard if isinstance(message, kind)]

    def finals(self, track: str) -> list[Recognised]:
        return [m for m in self.heard if isinstance(m, Recognised) and m.final and m.track == track]

    async def until(self, met: Callable[[], object], seconds: float = 30) -> None:
        async with asyncio.timeout(seconds), self.changed:
            await self.changed.wait_for(lambda: bool(met()))


@asynccontextmanager
async def control_server() -> AsyncIterator[Control]:
    control = Control()
    async with serve(control.serve_one, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        control.url = f"ws://127.0.0.1:{port}/v1/workers"
        yield control


@asynccontextmanager
async def worker(control: Control, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {
        **os.environ,
        "ATTUNE_WORKER_TOKEN": TOKEN,
        "ATTUNE_WORKER_PARENT": str(os.getpid()),
        "ATTUNE_EAR_MODEL": "tiny.en",
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "media_worker", "--connect", control.url, cwd=ROOT, env=environment
    )
    try:
        await control.until(lambda: control.of(Register))
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@asynccontextmanager
async def speaker(control: Control, track: str, file: Path = JFK) -> AsyncIterator[RTCPeerConnection]:
    """A browser's audio leg, played from a file at real time."""
    peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    player = MediaPlayer(str(file))
    assert player.audio is not None
    peer.addTransceiver(player.audio, direction="sendonly")
    try:
        await peer.setLocalDescription(await peer.createOffer())
        await control.send(TrackOffer(track=track, sdp=peer.localDescription.sdp))
        await control.until(lambda: [m for m in control.of(TrackAnswer) if m.track == track])  # type: ignore[union-attr]
        answer = next(m for m in control.heard if isinstance(m, TrackAnswer) and m.track == track)
        await peer.setRemoteDescription(RTCSessionDescription(answer.sdp, "answer"))
        yield peer
    finally:
        await peer.close()


def words_of(finals: list[Recognised]) -> str:
    return " ".join(final.text for final in finals).lower()


async def test_a_real_peer_is_heard_with_times_on_the_session_clock() -> None:
    async with control_server() as control, worker(control) as process:
        await control.send(OpenTrack(session="ses_1", track="trk_a", session_time=100.0))
        async with speaker(control, "trk_a"):
            await control.until(lambda: words_of(control.finals("trk_a")).count("country") == 2, 40)
            await control.send(CloseTrack(track="trk_a"))
            await control.until(lambda: control.of(TrackFlushed))
        finals = control.finals("trk_a")
        said = words_of(finals)
        assert "fellow americans" in said
        assert "what you can do for your country" in said.replace(",", "")
        assert control.headers == [f"Bearer {TOKEN}"]
        words = [word for final in finals for word in final.words]
        assert all(a.start <= b.start for a, b in pairwise(words))
        # Connecting takes well under two seconds, on an idle machine next to none; the clock takes off the
        # 0.03 s that sound is on its way.
        assert 99.95 <= words[0].start <= 102.5
        assert 9.0 <= words[-1].end - words[0].start <= 11.0
        partials = [m for m in control.heard if isinstance(m, Recognised) and not m.final]
        assert {p.id for p in partials} <= {f.id for f in finals}
        flushed = control.heard.index(control.of(TrackFlushed)[0])
        assert flushed > max(control.heard.index(final) for final in finals)

        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
        await control.until(lambda: {m.stage for m in control.of(EnergyUsed)} == {"media", "recognition"})  # type: ignore[union-attr]
        beats = [m for m in control.heard if isinstance(m, Heartbeat) and m.tracks]
        assert beats
        assert all(t.finalised <= t.heard for beat in beats for t in beat.tracks)


async def test_garbage_is_refused_by_type_and_harms_no_other_track() -> None:
    async with control_server() as control, worker(control) as process:
        await control.send(OpenTrack(session="ses_1", track="trk_a", session_time=0.0))
        await control.send(OpenTrack(session="ses_1", track="trk_b", session_time=0.0))
        await control.send(TrackOffer(track="trk_b", sdp="\x00 not sdp \r\n" * 40))
        await control.send(TrackOffer(track="trk_b", sdp="v=0\r\nm=audio x y z\r\n"))
        await control.send(TrackOffer(track="trk_b", sdp="v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"))
        await control.send(TrackOffer(track="trk_none", sdp="v=0"))
        assert control.socket is not None
        await control.socket.send('{"type": "no_such_message"}')
        await control.until(lambda: len(control.of(TrackRefused)) >= 4)
        codes = sorted(m.code for m in control.heard if isinstance(m, TrackRefused))
        assert codes == ["bad_sdp", "bad_sdp", "no_audio", "unknown_track"]
        async with speaker(control, "trk_a"):
            await control.until(lambda: "americans" in words_of(control.finals("trk_a")), 30)
        assert process.returncode is None


async def test_a_lost_control_link_is_dialled_again_and_finals_are_kept() -> None:
    async with control_server() as control, worker(control):
        await control.send(OpenTrack(session="ses_1", track="trk_a", session_time=0.0))
        async with speaker(control, "trk_a"):
            await control.until(lambda: control.of(Recognised))
            assert control.socket is not None
            await control.socket.close()
            await control.until(lambda: len(control.of(Register)) == 2, 10)
            await control.until(lambda: "country" in words_of(control.finals("trk_a")), 40)
        said = words_of(control.finals("trk_a")).replace(",", "")
        assert "fellow americans" in said
        ids = [final.id for final in control.finals("trk_a")]
        assert len(ids) == len(set(ids))


async def test_sigterm_in_mid_sentence_sends_what_was_heard_and_leaves() -> None:
    async with control_server() as control, worker(control) as process:
        await control.send(OpenTrack(session="ses_1", track="trk_a", session_time=0.0))
        async with speaker(control, "trk_a"):
            await control.until(lambda: [m for m in control.of(TrackState) if m.state == "connected"])  # type: ignore[union-attr]
            await asyncio.sleep(3.0)
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 10) == 0
        await control.until(lambda: control.of(TrackFlushed), 2)
        assert "americans" in words_of(control.finals("trk_a"))


async def test_discard_sends_nothing_more_and_drain_takes_no_new_track() -> None:
    async with control_server() as control, worker(control) as process:
        await control.send(OpenTrack(session="ses_1", track="trk_a", session_time=0.0))
        async with speaker(control, "trk_a"):
            await control.until(lambda: control.of(Recognised))
            await control.send(Drain())
            await control.send(OpenTrack(session="ses_1", track="trk_b", session_time=0.0))
            await control.until(lambda: control.of(TrackRefused))
            await control.send(CloseTrack(track="trk_a", discard=True))
            await control.until(lambda: control.of(TrackFlushed))
        refused = control.of(TrackRefused)[0]
        assert isinstance(refused, TrackRefused)
        assert refused.code == "draining"
        flushed = control.heard.index(control.of(TrackFlushed)[0])
        assert not [m for m in control.heard[flushed:] if isinstance(m, Recognised)]
        assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_the_worker_ends_with_its_parent_and_never_without_a_token() -> None:
    code = (
        "import os, subprocess, sys;"
        "p = subprocess.Popen([sys.executable, '-m', 'media_worker', '--connect', 'ws://127.0.0.1:9/v1/workers'],"
        " env={**os.environ, 'ATTUNE_WORKER_PARENT': str(os.getpid()), 'ATTUNE_WORKER_TOKEN': 't',"
        " 'ATTUNE_EAR_MODEL': 'tiny.en'}, stderr=subprocess.DEVNULL);"
        "print(p.pid, flush=True)"
    )
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await parent.communicate()
    await _gone(int(out))
    bare = {key: value for key, value in os.environ.items() if key != "ATTUNE_WORKER_TOKEN"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "media_worker", "--connect", "ws://127.0.0.1:9/", cwd=ROOT, env=bare
    )
    assert await process.wait() == 2


async def _gone(pid: int) -> None:
    async with asyncio.timeout(30):
        while _runs(pid):  # noqa: ASYNC110 - another process has no event to wait for
            await asyncio.sleep(0.1)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def _shared_microphone(file: Path, seconds: float = 25.0) -> Path:
    """The shipped conversation as one microphone in the room hears it."""
    near, far = (sound(clip.file)[: round(seconds * SAMPLE_RATE)].astype(float) for clip in sample_pair())
    mixed = np.clip(near + 0.6 * far, -32768, 32767).astype(np.int16)
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(mixed.tobytes())
    return file


async def test_people_who_share_a_microphone_are_told_apart_while_they_speak(tmp_path: Path) -> None:
    file = _shared_microphone(tmp_path / "room.wav")
    async with control_server() as control, worker(control):
        (register,) = control.of(Register)
        assert isinstance(register, Register)
        assert register.separates_voices
        await control.send(OpenTrack(session="ses_1", track="trk_a", session_time=0.0, voices=2))
        async with speaker(control, "trk_a", file):
            await control.until(lambda: control.of(VoicesSettled), 40)
            await control.until(lambda: control.finals("trk_a")[-1].end > 20, 40)
            await control.send(CloseTrack(track="trk_a"))
            await control.until(lambda: control.of(TrackFlushed))
    told = [m for m in control.heard if isinstance(m, VoicesSettled)]
    assert [message.settled for message in told] == [False] * (len(told) - 1) + [True]
    assert isinstance(control.heard[control.heard.index(told[-1]) + 1], TrackFlushed | Heartbeat)
    counts = {final.id: len(final.words) for final in control.finals("trk_a") if final.words}
    covered = Counter[str]()
    for part in told[-1].parts:
        covered[part.segment] += part.last_word - part.first_word + 1
    assert covered == counts
    assert {part.voice for part in told[-1].parts} == {0, 1}
