"""The listening side of a live measurement, in a process of its own: `python -m bench.playing`.

Takes one line of JSON on standard input (`Play`) and plays its calls in real time through the ears, the one
scheduler and the recogniser of a media worker, set by `ATTUNE_EAR_...`. Prints lines of JSON:
`{"ready": {...}}` when the model is loaded, `{"event": {...}}` for everything recognised, with `emitted_at`
in seconds since its call began, `{"sample": {...}}` every second, `{"done": {...}}` at the end.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.clips import sound
from bench.told import VOCABULARY
from media_worker import logs
from media_worker.__main__ import follow_parent, load_recogniser
from media_worker.clock import FileClock
from media_worker.ear import Ear, Voice
from media_worker.ears import ear_of, scheduler_of
from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.process_memory import give_back_freed, share_heaps
from media_worker.scheduler import Scheduler
from media_worker.settings import EarSettings
from wire.control import Recognised

_SAMPLE_SECONDS = 1.0


@dataclass(frozen=True)
class PlayedTrack:
    """One track of a call: `file` over and over, a round every `period`; silent from `until` on (seconds)."""

    name: str
    file: str
    period: float
    until: float


@dataclass(frozen=True)
class PlayedCall:
    """A call that begins `starts_at` seconds after the first."""

    starts_at: float
    tracks: tuple[PlayedTrack, ...]


@dataclass(frozen=True)
class Play:
    """All calls; they end together, `seconds` after the first began.

    `packet`: seconds of sound in one; `drain`: how long finals are waited for in the end (seconds).
    """

    calls: tuple[PlayedCall, ...]
    seconds: float
    packet: float
    drain: float

    @classmethod
    def read(cls, line: str) -> Play:
        """From one line of JSON, as `json.dumps(asdict(play))` writes it."""
        told = json.loads(line)
        calls = tuple(
            PlayedCall(call["starts_at"], tuple(PlayedTrack(**track) for track in call["tracks"]))
            for call in told["calls"]
        )
        return cls(calls, told["seconds"], told["packet"], told["drain"])


def tell(kind: str, what: dict[str, Any]) -> None:
    """One line of output."""
    sys.stdout.write(json.dumps({kind: what}) + "\n")
    sys.stdout.flush()


def resident_bytes() -> int:
    """Memory of this process now; where the system does not say, its highest so far."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return pages * resource.getpagesize()


def packet_of(samples: Samples, track: PlayedTrack, index: int, count: int) -> Samples:
    """The `count` samples from sample `index` of a track that goes round: its sound, then silence."""
    if index + count > round(track.until * SAMPLE_RATE):
        return np.zeros(count, np.int16)
    begin = index % round(track.period * SAMPLE_RATE)
    part = samples[begin : begin + count]
    return part if len(part) == count else np.concatenate((part, np.zeros(count - len(part), np.int16)))


class Playing:
    """The calls, their ears and one scheduler."""

    def __init__(self, play: Play, settings: EarSettings, scheduler: Scheduler) -> None:
        self._play = play
        self._settings = settings
        self._scheduler = scheduler
        files = {track.file for call in play.calls for track in call.tracks}
        self._sounds = {file: sound(Path(file)) for file in files}
        self._late = 0.0
        self._cpu = 0.0

    async def run(self) -> None:
        """Plays to the end and tells what is heard."""
        begun, self._cpu = asyncio.get_running_loop().time(), time.process_time()
        drained = True
        async with asyncio.TaskGroup() as tasks:
            services = [
                tasks.create_task(self._scheduler.run()),
                tasks.create_task(give_back_freed()),  # as a worker does
                tasks.create_task(self._sampled(begun)),
            ]
            calls = [tasks.create_task(self._call(call, begun)) for call in self._play.calls]
            ears = [ear for call in calls for ear in await call]
            ended = asyncio.get_running_loop().time()
            try:
                async with asyncio.timeout(self._play.drain):
                    for ear in ears:
                        await ear.flush()
            except TimeoutError:
                drained = False
            for service in services:
                service.cancel()
        took = asyncio.get_running_loop().time() - ended
        tell("done", {"drained": drained, "drain_seconds": round(took, 3)})

    async def _call(self, call: PlayedCall, begun: float) -> list[Ear]:
        loop = asyncio.get_running_loop()
        begins = begun + call.starts_at
        await asyncio.sleep(begins - loop.time())
        ears = [self._ear(track.name, begins) for track in call.tracks]
        count = round(self._play.packet * SAMPLE_RATE)
        for step in range(1, int((self._play.seconds - call.starts_at) / self._play.packet) + 1):
            due = begins + step * self._play.packet  # a packet comes when its sound is over
            await asyncio.sleep(max(0.0, due - loop.time()))
            self._late = max(self._late, loop.time() - due)
            for ear, track in zip(ears, call.tracks, strict=True):
                ear.hear(packet_of(self._sounds[track.file], track, (step - 1) * count, count))
        return ears

    def _ear(self, name: str, begins: float) -> Ear:
        now = asyncio.get_running_loop().time

        def emit(message: Recognised) -> None:
            tell("event", {**message.model_dump(mode="json"), "emitted_at": round(now() - begins, 3)})

        return ear_of(self._settings, Voice(name, vocabulary=VOCABULARY), FileClock(), self._scheduler, emit)

    async def _sampled(self, begun: float) -> None:
        """Every second: processor time since the begin, memory, what waits, how late packets were fed."""
        now: Callable[[], float] = asyncio.get_running_loop().time
        while True:
            load, late, self._late = self._scheduler.load(), self._late, 0.0
            sample = {
                "at": now() - begun,
                "cpu_seconds": time.process_time() - self._cpu,
                "rss": resident_bytes(),
                "backlog_seconds": load.backlog_seconds,
                "oldest_wait": load.oldest_wait,
                "fed_late": late,
            }
            tell("sample", {name: round(figure, 3) for name, figure in sample.items()})
            await asyncio.sleep(_SAMPLE_SECONDS)


def main() -> int:
    """Plays what standard input says."""
    follow_parent(os.getppid())
    share_heaps()  # as a worker does
    settings = EarSettings()
    logs.configure("console")
    play = Play.read(sys.stdin.readline())
    listener = load_recogniser(settings)
    playing = Playing(play, settings, scheduler_of(settings, listener))
    tell("ready", {"rss": resident_bytes(), "model": settings.model})
    asyncio.run(playing.run())
    return 0


if __name__ == "__main__":
    sys.exit(main())
