"""What an audio leg costs the worker: a real Chromium speaks or listens, only this process is counted.

    python -m bench.legs [--legs 6] [--seconds 15] [--speech FILE] [--chromium PATH] [--json]

Each row is a fresh browser (another process) with so many legs to this one over loopback, its fake
microphone playing speech without pauses (`speaks`), or a quiet room after a few words (`listens`), or a
quiet room in which nobody has spoken yet (`waits`: Opus saves no packets before it has heard speech, because
it can't tell noise from a faint voice). The baseline is aiortc as it comes: its own answer, its receiver,
`recv` and `to_ndarray`. CPU time is this process's own, less what it uses idle; other load of the machine
does not lengthen it. Exit code 1 when a listening leg costs 0.3 % of a core or more.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import sys
import time
import wave
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import numpy as np
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av import AudioFrame
from playwright.async_api import Page, async_playwright

from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.leg import AudioLeg
from media_worker.recordings import Recording
from media_worker.stream import Sound

LISTENING_MOST = 0.3
SPEECH = Path(__file__).parents[1] / "signaling" / "demo" / "sample" / "clinician.ogg"
ROOM_DBFS = -65.0
WORDS_SECONDS = 5
SETTLE_SECONDS = 8.0
"""Rates settle, and the few words of a listener are over."""

BLOCK = SAMPLE_RATE // 5
QUIET_DBFS = -45.0
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
)  # fmt: skip
PAGE = """<script>
const legs = [];
let microphone;
async function offer() {
  microphone ??= await navigator.mediaDevices.getUserMedia({audio: true});
  const leg = new RTCPeerConnection({iceServers: []});
  legs.push(leg);
  leg.addTransceiver(microphone.getAudioTracks()[0].clone(), {direction: "sendonly"});
  await leg.setLocalDescription(await leg.createOffer());
  if (leg.iceGatheringState !== "complete")
    await new Promise((done) => leg.onicegatheringstatechange =
      () => leg.iceGatheringState === "complete" && done());
  return leg.localDescription.sdp;
}
const answer = (sdp) => legs.at(-1).setRemoteDescription({type: "answer", sdp});
async function sent() {
  let [packets, bytes] = [0, 0];
  for (const leg of legs) for (const one of (await leg.getStats()).values())
    if (one.type === "outbound-rtp") {
      packets += one.packetsSent;
      bytes += one.bytesSent + one.headerBytesSent;
    }
  return [packets, bytes];
}
const connected = () => legs.every((leg) => leg.connectionState === "connected");
</script>"""


class Leg(Protocol):
    """What receives: ours, or aiortc as it comes."""

    async def answer(self, offer: str) -> str:
        """The SDP answer."""
        ...

    async def listen(self) -> None:
        """Takes all sound until the end."""
        ...

    async def close(self) -> None:
        """Ends it."""
        ...


class Ours:
    """The worker's leg, decoded to 16 kHz mono."""

    def __init__(self) -> None:
        self._leg = AudioLeg((), lambda _state: None)

    async def answer(self, offer: str) -> str:
        """The worker's answer."""
        return await self._leg.answer(offer)

    async def listen(self) -> None:
        """Takes every sound."""
        async for sound in self._leg.sounds():
            if isinstance(sound, Sound):
                sound.samples.fill(0)

    async def close(self) -> None:
        """Ends the leg."""
        await self._leg.close()


class Plain:
    """What aiortc answers, decodes and frames, 48 kHz stereo."""

    def __init__(self) -> None:
        self._peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._track: MediaStreamTrack | None = None

    async def answer(self, offer: str) -> str:
        """The answer of aiortc, unchanged."""
        await self._peer.setRemoteDescription(RTCSessionDescription(offer, "offer"))
        self._track = self._peer.getReceivers()[0].track
        await self._peer.setLocalDescription(await self._peer.createAnswer())
        return str(self._peer.localDescription.sdp)

    async def listen(self) -> None:
        """Takes every frame as an array."""
        while self._track is not None:
            try:
                frame = await self._track.recv()
            except MediaStreamError:
                return
            if isinstance(frame, AudioFrame):
                frame.to_ndarray()

    async def close(self) -> None:
        """Ends the connection."""
        await self._peer.close()


@dataclass(frozen=True)
class Cost:
    """One row; all per leg."""

    receiver: str
    browser: str
    legs: int
    packets_a_second: float
    kilobits_a_second: float
    core_percent: float


def speech_without_pauses(file: Path) -> Samples:
    """The loud blocks of a recording, one after another."""
    with Recording(file) as recording:
        samples = np.concatenate([piece.tracks[0] for piece in recording.pieces()])
    blocks = samples[: len(samples) // BLOCK * BLOCK].reshape(-1, BLOCK)
    return blocks[_dbfs(blocks) > QUIET_DBFS].reshape(-1)


def quiet_room(seconds: float) -> Samples:
    """Faint, steady noise, as a microphone hears it in a room where nobody speaks."""
    noise = np.random.default_rng(1).standard_normal(round(seconds * SAMPLE_RATE))
    return np.asarray(noise * 32768 * 10 ** (ROOM_DBFS / 20), np.int16)


def _dbfs(blocks: Samples) -> np.ndarray[Any, np.dtype[np.float64]]:
    level = np.sqrt(np.mean(np.square(blocks.astype(np.float64)), axis=1))
    return np.asarray(20 * np.log10(np.maximum(level, 1e-3) / 32768))


def microphone(samples: Samples, file: Path) -> Path:
    """A WAV for the fake microphone, which wants 16-bit PCM and begins again at its end."""
    with wave.open(str(file), "wb") as sink:
        sink.setnchannels(1)
        sink.setsampwidth(2)
        sink.setframerate(SAMPLE_RATE)
        sink.writeframes(samples.tobytes())
    return file


@asynccontextmanager
async def browser(chromium: str, wav: Path) -> AsyncIterator[Page]:
    """A page of a headless Chromium whose microphone plays a file."""
    async with async_playwright() as playwright:
        args = [*FLAGS, f"--use-file-for-fake-audio-capture={wav}"]
        running = await playwright.chromium.launch(executable_path=chromium, args=args)
        try:
            page = await running.new_page()
            await page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
            await page.goto("http://localhost/")
            yield page
        finally:
            await running.close()


async def idle_share(seconds: float) -> float:
    """CPU share of this process with a browser but without legs."""
    before = time.process_time()
    await asyncio.sleep(seconds)
    return (time.process_time() - before) / seconds


async def measured(
    name: str, make: Callable[[], Leg], doing: str, wav: Path, options: argparse.Namespace
) -> Cost:
    """The cost of `options.legs` legs over `options.seconds`."""
    count, seconds = options.legs, options.seconds
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
        page = await stack.enter_async_context(browser(options.chromium, wav))
        idle = await idle_share(2.0)
        legs = [make() for _ in range(count)]
        for leg in legs:
            await page.evaluate("answer", await leg.answer(await page.evaluate("offer()")))
        listening = [tasks.create_task(leg.listen()) for leg in legs]
        await page.wait_for_function("connected()")
        await asyncio.sleep(SETTLE_SECONDS)
        packets, octets = await page.evaluate("sent()")
        began, cpu = time.monotonic(), time.process_time()
        await asyncio.sleep(seconds)
        lasted, used = time.monotonic() - began, time.process_time() - cpu
        after, octets_after = await page.evaluate("sent()")
        for leg in legs:
            await leg.close()
        for task in listening:
            task.cancel()
    a_leg = lasted * count
    return Cost(
        receiver=name,
        browser=doing,
        legs=count,
        packets_a_second=round((after - packets) / a_leg, 1),
        kilobits_a_second=round((octets_after - octets) * 8 / 1000 / a_leg, 1),
        core_percent=round(max(0.0, used - idle * lasted) / a_leg * 100, 3),
    )


async def rows(options: argparse.Namespace) -> list[Cost]:
    """Every receiver with a speaking and a listening browser."""
    receivers: list[tuple[str, Callable[[], Leg]]] = [("aiortc", Plain), ("attune", Ours)]
    with TemporaryDirectory(prefix="attune-legs-") as folder:
        speech, room = speech_without_pauses(options.speech), quiet_room(600.0)
        words = np.concatenate([speech[: WORDS_SECONDS * SAMPLE_RATE], room])
        wavs = {
            doing: microphone(samples, Path(folder, f"{doing}.wav"))
            for doing, samples in (("speaks", speech), ("listens", words), ("waits", room))
        }
        return [
            await measured(name, make, doing, wav, options)
            for name, make in receivers
            for doing, wav in wavs.items()
        ]


def main(arguments: Sequence[str]) -> int:
    """Measures and prints; 1 when a listening leg costs too much."""
    parser = argparse.ArgumentParser(prog="bench legs", description=__doc__)
    parser.add_argument("--legs", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--speech", type=Path, default=SPEECH)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "/usr/bin/chromium")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    found = asyncio.run(rows(options))
    if options.json:
        print(json.dumps([asdict(row) for row in found]))
    else:
        print(f"{'receiver':10}{'browser':10}{'legs':>5}{'packets/s':>11}{'kbit/s':>8}{'% of a core':>13}")
        for row in found:
            print(
                f"{row.receiver:10}{row.browser:10}{row.legs:5}{row.packets_a_second:11}"
                f"{row.kilobits_a_second:8}{row.core_percent:13}"
            )
    listening = [one.core_percent for one in found if (one.receiver, one.browser) == ("attune", "listens")]
    return 1 if max(listening) >= LISTENING_MOST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
