"""A recogniser slower than speech: finals late but complete, the delay told, partials thinned, recovery."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import numpy as np

from media_worker.clock import FileClock
from media_worker.ear import Ear, Voice
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Task
from media_worker.queueing import Load
from media_worker.scheduler import Scheduler
from media_worker.segmenter import Cuts, Segmenter
from media_worker.vad import VoiceGate
from tests.support.tones import quiet, voice
from wire.control import Recognised

TRACKS = 3
PACKET = 960


class Slow:
    """Takes `pace` seconds of the call's clock for a second of window, in a decoding thread."""

    def __init__(self) -> None:
        self.pace = 0.0
        self.now = 0.0
        self.until = 0.0
        self.hurried = False

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        self.until = self.now + self.pace * sum(task.window.seconds for task in tasks)
        while self.now < self.until and not self.hurried:
            time.sleep(0.0002)
        return [Hearing((Heard(f"w{task.window.number}", 0.3, 0.5, 0.9),)) for task in tasks]


@dataclass
class Calls:
    """Three tracks on one scheduler; the call's clock runs with the samples played."""

    listener: Slow = field(default_factory=Slow)
    emitted: list[Recognised] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.scheduler = Scheduler(self.listener, now=lambda: self.listener.now)
        self.ears = [
            Ear(
                Voice(f"trk{number}"),
                FileClock(),
                VoiceGate(),
                Segmenter(Cuts()),
                self.scheduler,
                self.emitted.append,
                now=lambda: self.listener.now,
            )
            for number in range(TRACKS)
        ]

    async def talk(self, utterances: int) -> Load:
        """Everybody speaks at once, again and again; returns the load at the end."""
        said = np.concatenate([part for _ in range(utterances) for part in (voice(1.5), quiet(1.0))])
        for start in range(0, len(said), PACKET):
            self.listener.now += PACKET / SAMPLE_RATE
            for ear in self.ears:
                ear.hear(said[start : start + PACKET].copy())
            await self.caught_up()
        return self.scheduler.load()

    async def rest(self, seconds: float) -> None:
        for _ in range(round(seconds * SAMPLE_RATE / PACKET)):
            self.listener.now += PACKET / SAMPLE_RATE
            for ear in self.ears:
                ear.hear(np.zeros(PACKET, np.int16))
            await self.caught_up()

    async def caught_up(self) -> None:
        """Returns when the decoder waits for the call's clock or for work, however slow the machine is."""
        for _ in range(3):
            await asyncio.sleep(0)
        while self.scheduler._decoding and self.listener.now >= self.listener.until:  # noqa: ASYNC110
            await asyncio.sleep(0.0002)

    def finals(self, track: int) -> list[Recognised]:
        return [one for one in self.emitted if one.final and one.track == f"trk{track}"]


@asynccontextmanager
async def calls() -> AsyncIterator[Calls]:
    """Runs the scheduler; at the end nothing holds the decoding thread."""
    one = Calls()
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(one.scheduler.run())
        try:
            yield one
        finally:
            one.listener.hurried = True
            running.cancel()


async def test_finals_are_late_but_complete_and_the_delay_passes_without_a_restart() -> None:
    async with calls() as overloaded:
        listener = overloaded.listener
        listener.pace = 1.0  # three tracks at once want 3 x 2 s of decoding in every 2.5 s
        load = await overloaded.talk(10)
        assert load.oldest_wait > 10.0
        assert load.backlog_seconds > 15.0
        while_late = len([one for one in overloaded.emitted if one.final])
        assert 5 <= while_late < 3 * 10 - 5

        listener.pace = 0.02
        await overloaded.rest(20.0)
        assert overloaded.scheduler.load() == Load(0.0, 0.0)
        for track in range(TRACKS):
            assert [one.id for one in overloaded.finals(track)] == [f"trk{track}-{n}" for n in range(10)]
            assert overloaded.finals(track)[-1].delay > 8.0

        await overloaded.talk(2)
        await overloaded.rest(2.0)
        for track in range(TRACKS):
            again = overloaded.finals(track)[10:]
            assert [one.id for one in again] == [f"trk{track}-{n}" for n in (10, 11)]
            assert max(one.delay for one in again) < 1.0


async def test_partials_thin_out_before_finals_wait() -> None:
    shown = {}
    for pace in (0.02, 0.2):
        async with calls() as some:
            some.listener.pace = pace
            await some.talk(8)
            await some.rest(5.0)
            shown[pace] = len([one for one in some.emitted if not one.final])
            delays = [one.delay for track in range(TRACKS) for one in some.finals(track)]
            assert len(delays) == 8 * TRACKS
            assert max(delays) < 3.5
    assert shown[0.2] < shown[0.02]
