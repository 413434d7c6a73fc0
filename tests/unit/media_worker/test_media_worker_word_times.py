"""Word times of two tracks against the known ones, over fifty minutes of drift, loss, jitter and silence."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import pytest

from bench.noise_play import AtOnce
from media_worker.clock import SessionOrigin, TrackClock
from media_worker.ear import Ear, Voice
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Samples, Task
from media_worker.intake import SILENT_STEP, Intake
from media_worker.scheduler import Scheduler
from media_worker.segmenter import Cuts, Segmenter
from media_worker.stream import Sound
from media_worker.vad import VoiceGate
from wire.control import Recognised

LENGTH = 960
SPOKEN = 1.0
EVERY = 12.0
MINUTES = 50


class OnsetListener:
    """Hears one word a window, beginning where the sound does: what a perfect aligner would find."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        return [self._one(task.window.samples) for task in tasks]

    def _one(self, samples: Samples) -> Hearing:
        loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 300)
        begin, end = loud[0] / SAMPLE_RATE, loud[-1] / SAMPLE_RATE
        return Hearing((Heard("word", float(begin), float(end), 0.9),))


@dataclass(frozen=True)
class Sender:
    """A browser whose sound card runs off by `drift`; `said` are the true times at which words begin."""

    drift: float
    delay: float
    begin: float
    seed: int
    said: tuple[float, ...]

    def taken(self, place: float) -> float:
        """The true time of a sample of this card."""
        return self.begin + place / SAMPLE_RATE * (1 + self.drift)

    def place(self, at: float) -> int:
        """The sample that this card takes at a true time."""
        return round((at - self.begin) / (1 + self.drift) * SAMPLE_RATE)

    def sounds(self) -> Iterator[Sound]:
        """Packets of 60 ms around each word, comfort noise between, a fiftieth lost; their true arrival."""
        dice, last, place = random.Random(self.seed), 0.0, 0
        word = _word()
        for at in self.said:
            first = self.place(at)
            while place + LENGTH < first - LENGTH:  # silence: one packet in 0.4 s
                last = max(last, self._arrival(place + LENGTH, dice))
                yield Sound(place, np.zeros(LENGTH, np.int16), last, pause=True)
                place = min(place + 6400, (first - LENGTH) // LENGTH * LENGTH)
            line = np.zeros(first - place + len(word) + SAMPLE_RATE // 2, np.int16)
            line[first - place : first - place + len(word)] = word
            for start in range(0, len(line) - LENGTH, LENGTH):
                last = max(last, self._arrival(place + LENGTH, dice))
                begins = start <= first - place + len(word) // 8  # a lost onset has no known time
                if begins or dice.random() > 0.02:
                    yield Sound(place, line[start : start + LENGTH].copy(), last)
                place += LENGTH

    def _arrival(self, end: int, dice: random.Random) -> float:
        now = self.taken(end)
        held_up = 0.25 if 600 < now % 1000 < 615 else 0.0  # a full queue for 15 s
        return now + 0.03 + self.delay + held_up + min(0.2, dice.expovariate(1 / 0.015))


def _word() -> Samples:
    at = np.arange(round(SPOKEN * SAMPLE_RATE)) / SAMPLE_RATE
    parts = [np.cos(2 * np.pi * 130 * k * at) / (1 + k / 6) for k in range(1, 11)]
    wave: Samples = (1500 * np.sum(parts, axis=0)).astype(np.int16)
    return wave


async def heard(sender: Sender, *, reports: bool) -> list[Recognised]:
    """The finals that the ear makes of what this sender sends."""
    finals: list[Recognised] = []
    clock, now, dice, report_at = TrackClock(SessionOrigin(500.0, 0.0)), 500.0, random.Random(9), 0.0
    ear = Ear(
        Voice("trk"),
        clock,
        VoiceGate(),
        Segmenter(Cuts()),
        cast(Scheduler, AtOnce(OnsetListener())),
        lambda message: finals.append(message) if message.final else None,
        now=lambda: now,
        partial_seconds=1e9,
    )
    intake = Intake(clock, ear)
    for sound in sender.sounds():
        while intake.paused and ear.finalised < ear.heard and now + SILENT_STEP < 500.0 + sound.arrived:
            now += SILENT_STEP
            intake.silent(now)
        now = 500.0 + sound.arrived
        place, pause = sound.start, sound.pause
        intake.take(Sound(place, sound.samples, now, pause))
        if reports and now >= report_at:
            report_at = now + 5.0
            intake.reported(place, 77_000.0 + sender.taken(place) + dice.uniform(-0.005, 0.005))
    await ear.flush()
    return finals


@pytest.mark.parametrize("reports", [True, False], ids=["with sender reports", "without"])
async def test_words_of_two_drifting_tracks_are_told_at_their_time_for_fifty_minutes(reports: bool) -> None:
    asked = tuple(np.arange(2.0, MINUTES * 60 - EVERY, EVERY).tolist())
    answered = tuple(at + 5.0 for at in asked)
    doctor = await heard(Sender(+200e-6, 0.01, 0.3, 2, asked), reports=reports)
    patient = await heard(Sender(-200e-6, 0.02, 0.9, 3, answered), reports=reports)
    assert len(doctor) == len(asked)
    assert len(patient) == len(answered)
    off = [told.start - at for told, at in zip(doctor, asked, strict=True)]
    other = [told.start - at for told, at in zip(patient, answered, strict=True)]
    assert max(map(abs, (*off, *other))) < 0.05
    apart = [abs(one - two) for one, two in zip(off, other, strict=True)]
    assert max(apart) < 0.05
