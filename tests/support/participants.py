"""People of a browser test: who speaks has a Chromium process of their own, with speech as the microphone."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

from tests.support.waiting import eventually

ACTION_MILLISECONDS = 60_000
"""How long a click may wait for what it is to press. It finds what never comes, not what is slow."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    # Pictures are most of what a call costs, and no test looks at how smoothly they move.
    "--use-fake-device-for-media-stream=fps=5",
    "--autoplay-policy=no-user-gesture-required",
)

# Remembers every connection the page makes, every track it opens, and when it opened its microphone.
# Changes nothing else.
_WITNESS = """
(() => {
  const connections = (window.__connections = []);
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...given) { super(...given); connections.push(this); }
  };
  window.__microphones = [];
  const opened = (window.__opened = []);
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    opened.push(...stream.getTracks());
    if (stream.getAudioTracks().length) window.__microphones.push(Date.now());
    return stream;
  };
})();
"""

# What actually arrived: decoded pictures and the energy of received sound (W3C webrtc-stats).
_RECEIVED = """
async () => {
  const sum = { framesDecoded: 0, totalAudioEnergy: 0, audioSent: 0, audioPacketsSent: 0, states: [] };
  for (const connection of window.__connections) {
    sum.states.push(connection.connectionState);
    if (connection.connectionState === "closed") continue;
    for (const entry of (await connection.getStats()).values()) {
      const flow = `${entry.type} ${entry.kind}`;
      if (flow === "inbound-rtp video") sum.framesDecoded += entry.framesDecoded ?? 0;
      if (flow === "inbound-rtp audio") sum.totalAudioEnergy += entry.totalAudioEnergy ?? 0;
      if (flow === "outbound-rtp audio") {
        sum.audioSent += 1; sum.audioPacketsSent += entry.packetsSent ?? 0;
      }
    }
  }
  return sum;
}
"""

_SHOWN_VIDEOS = """
() => {
  const sizes = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element instanceof HTMLVideoElement)
        sizes.push({ width: element.videoWidth, height: element.videoHeight, muted: element.muted,
                     paused: element.paused, time: element.currentTime });
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  return sizes;
}
"""


@dataclass(frozen=True)
class Received:
    """What a person's browser has received and sent so far, summed over its connections.

    `audio_energy` is the W3C's totalAudioEnergy: 0 when nothing but silence arrived.
    """

    frames_decoded: int
    audio_energy: float
    audio_senders: int
    audio_packets_sent: int


@dataclass
class Person:
    """One person at their browser; `trouble` collects errors, `requests` every address asked for."""

    name: str
    context: BrowserContext
    page: Page
    trouble: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def witness(self) -> None:
        """Starts to note what the page asks for and complains of."""
        self.page.on("pageerror", lambda error: self.trouble.append(f"{self.name}: {error}"))
        self.page.on("console", self._console)
        self.page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.trouble.append(f"{self.name}: {message.text}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    async def received(self) -> Received:
        """The figures of all live connections at this moment."""
        sums: dict[str, Any] = await self.page.evaluate(_RECEIVED)
        return Received(
            sums["framesDecoded"], sums["totalAudioEnergy"], sums["audioSent"], sums["audioPacketsSent"]
        )

    async def sees_more(self, least: int = 20) -> None:
        """Waits until that many more pictures were decoded here: from the first packet of a call to its
        first picture a busy machine takes seconds."""
        before = (await self.received()).frames_decoded

        async def more() -> bool:
            return (await self.received()).frames_decoded >= before + least

        await eventually(more, f"{self.name} sees the other move")

    async def videos(self) -> list[dict[str, Any]]:
        """Size and play state of every video element on the page, shadow trees included."""
        shown: list[dict[str, Any]] = await self.page.evaluate(_SHOWN_VIDEOS)
        return shown

    async def microphone_opened(self) -> list[float]:
        """When the microphone was opened, each time, in seconds since the epoch."""
        moments: list[float] = await self.page.evaluate("() => window.__microphones")
        return [moment / 1000 for moment in moments]


def chromium_path() -> str:
    """The machine's Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found is not None, "chromium is missing: .ci/system-packages installs it"
    return found


@asynccontextmanager
async def person(
    playwright: Playwright,
    name: str,
    microphone: Path | None = None,
    camera: Path | None = None,
    flags: Sequence[str] = (),
    *,
    over_and_over: bool = False,
    **context: Any,
) -> AsyncIterator[Person]:
    """A person with an empty page open. Without `microphone` their fake device beeps once a second.

    `over_and_over`: what the microphone hears begins anew whenever it ends.
    `camera`: a Y4M file played in a loop; without it Chromium draws a test picture.
    `flags`: more of Chromium's.
    """
    times = "" if over_and_over else "%noloop"
    fake = [f"--use-file-for-fake-audio-capture={microphone}{times}"] if microphone else []
    fake += [f"--use-file-for-fake-video-capture={camera}"] if camera else []
    own = chromium(playwright, *fake, *flags)
    async with own as browser, at_browser(browser, name, **context) as someone:
        yield someone


@asynccontextmanager
async def chromium(playwright: Playwright, *flags: str) -> AsyncIterator[Browser]:
    """A Chromium process of one's own."""
    browser: Browser = await playwright.chromium.launch(
        executable_path=chromium_path(), headless=True, args=[*FLAGS, *flags], chromium_sandbox=False
    )
    try:
        yield browser
    finally:
        await browser.close()


@asynccontextmanager
async def at_browser(browser: Browser, name: str, **context: Any) -> AsyncIterator[Person]:
    """A person with an empty page open, in a context of their own: they share nothing but the process."""
    async with apart(browser, permissions=["camera", "microphone"], **context) as opened:
        await opened.add_init_script(_WITNESS)
        someone = Person(name, opened, await opened.new_page())
        someone.witness()
        yield someone


@asynccontextmanager
async def apart(browser: Browser, **context: Any) -> AsyncIterator[BrowserContext]:
    """A context of a browser that others use as well: cookies, storage and cache of its own."""
    opened = await browser.new_context(**context)
    opened.set_default_timeout(ACTION_MILLISECONDS)
    try:
        yield opened
    finally:
        await opened.close()
