"""Clips streamed to a neighbour's server in real time, as its own client does; what came back, as events."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from bench.clips import Word, cut_before
from bench.neighbours.shown import Event, WhisperLiveKitMessages, WhisperLiveMessages
from media_worker.hearing import SAMPLE_RATE, Samples

_FRAME_BYTES = 1 << 22
QUIET_SECONDS = 15.0
"""How long WhisperLive's own client waits for a last message before it leaves."""
_READY_SECONDS = 60.0


class StreamFailedError(Exception):
    """A server refused a stream, or closed it early."""


@dataclass(frozen=True)
class Stream:
    """One track to be streamed: its sound, cut in a pause after at most `seconds`, and the words in it."""

    track: str
    samples: Samples
    said: tuple[Word, ...]

    @classmethod
    def of(cls, track: str, samples: Samples, reference: tuple[Word, ...], seconds: float) -> Stream:
        """As much of a clip as fits."""
        until = cut_before(reference, seconds)
        said = tuple(word for word in reference if word[1] <= until)
        return cls(track, samples[: round(until * SAMPLE_RATE)], said)


class Messages(Protocol):
    """Turns a server's messages into events."""

    def events(self, message: dict[str, Any], at: float) -> list[Event]:
        """The events of one message."""
        ...

    def over(self) -> list[Event]:
        """What is left when the stream is over."""
        ...


@dataclass(frozen=True)
class Speech:
    """How a neighbour's client speaks: where, what it says first, how it packs sound, how it ends."""

    path: str
    chunk_seconds: float
    messages: Callable[[str], Messages]
    greet: Callable[[ClientConnection], Any]
    pack: Callable[[Samples], bytes]
    end: bytes
    waits_quiet: bool


async def _greet_whisper_live(link: ClientConnection) -> None:
    """The options of its own client, and its server's word that it is ready."""
    options = {
        "uid": str(uuid.uuid4()),
        "language": "en",
        "task": "transcribe",
        "model": "small",  # the server was started with a folder, which it takes instead
        "use_vad": True,
        "send_last_n_segments": 10,
        "no_speech_thresh": 0.45,
        "clip_audio": False,
        "same_output_threshold": 10,
    }
    await link.send(json.dumps(options))
    async with asyncio.timeout(_READY_SECONDS):
        told = json.loads(await link.recv())
    if told.get("message") != "SERVER_READY":
        raise StreamFailedError(f"the server answers {told.get('status') or 'something else'}")


async def _greet_whisper_live_kit(link: ClientConnection) -> None:
    """Its server speaks first."""
    async with asyncio.timeout(_READY_SECONDS):
        told = json.loads(await link.recv())
    if not told.get("useAudioWorklet"):
        raise StreamFailedError("the server takes no raw sound")


PROTOCOLS = {
    "whisper-live": Speech(
        path="/",
        chunk_seconds=4096 / SAMPLE_RATE,
        messages=WhisperLiveMessages,
        greet=_greet_whisper_live,
        pack=lambda samples: (samples.astype(np.float32) / 32768.0).tobytes(),
        end=b"END_OF_AUDIO",
        waits_quiet=True,
    ),
    "whisperlivekit": Speech(
        path="/asr",
        chunk_seconds=0.1,  # its browser client's; its test client sends half seconds
        messages=WhisperLiveKitMessages,
        greet=_greet_whisper_live_kit,
        pack=lambda samples: samples.astype("<i2").tobytes(),
        end=b"",
        waits_quiet=False,
    ),
}


@dataclass
class Streaming:
    """One stream under way; `events` fills as messages come."""

    stream: Stream
    protocol: Speech
    begun: float = 0.0
    last: float = 0.0
    fed_late: float = 0.0
    sent: bool = False
    events: list[Event] = field(default_factory=list)

    async def run(self, port: int, starts_in: float) -> None:
        """Streams it all and waits for the rest. Raises `StreamFailedError`."""
        try:
            async with connect(f"ws://127.0.0.1:{port}{self.protocol.path}", max_size=_FRAME_BYTES) as link:
                await self.protocol.greet(link)
                await asyncio.sleep(starts_in)
                await self._streamed(link)
        except (ConnectionClosed, OSError, TimeoutError) as error:
            raise StreamFailedError(f"its server left: {type(error).__name__}") from None

    async def _streamed(self, link: ClientConnection) -> None:
        loop = asyncio.get_running_loop()
        self.begun = self.last = loop.time()
        messages = self.protocol.messages(self.stream.track)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._heard(link, messages))
            await self._sent(link)
            if not self.protocol.waits_quiet:
                await link.send(self.protocol.end)
        if self.protocol.waits_quiet:
            await link.send(self.protocol.end)
        self.events += messages.over()

    async def _sent(self, link: ClientConnection) -> None:
        """All chunks, each when its sound is over."""
        loop, count = asyncio.get_running_loop(), round(self.protocol.chunk_seconds * SAMPLE_RATE)
        for step, start in enumerate(range(0, len(self.stream.samples), count), 1):
            due = self.begun + step * self.protocol.chunk_seconds
            await asyncio.sleep(max(0.0, due - loop.time()))
            self.fed_late = max(self.fed_late, loop.time() - due)
            await link.send(self.protocol.pack(self.stream.samples[start : start + count]))
        self.last, self.sent = max(self.last, loop.time()), True

    async def _heard(self, link: ClientConnection, messages: Messages) -> None:
        """Takes messages until the server has told everything: it says so, or nothing new comes."""
        known: str | bytes = ""
        while not (self.sent and self.protocol.waits_quiet and self._quiet()):
            try:
                raw = await asyncio.wait_for(link.recv(), 1.0)
            except TimeoutError:
                continue
            told = json.loads(raw)
            if told.get("type") == "ready_to_stop":
                return
            now = asyncio.get_running_loop().time()
            if raw != known:
                known, self.last = raw, now
            self.events += messages.events(told, round(now - self.begun, 3))

    def _quiet(self) -> bool:
        return asyncio.get_running_loop().time() - self.last >= QUIET_SECONDS
