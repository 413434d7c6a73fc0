"""Two tracks over fifty minutes of drift, jitter, loss and silence: every word at its time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media_worker.clock import SessionOrigin, TrackClock
from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.intake import Intake
from media_worker.stream import Sound

LENGTH = 960
PACKET = LENGTH / SAMPLE_RATE


@dataclass
class Ear:
    """Keeps what it is given as one line: the sound, or -1 where there is silence."""

    line: list[int] = field(default_factory=list)
    count: int = 0
    keep: bool = True

    def hear(self, samples: Samples) -> None:
        self.count += len(samples)
        if self.keep:
            self.line += samples.tolist()

    def silence(self, samples: int) -> None:
        assert samples > 0
        self.count += samples
        if self.keep:
            self.line += [-1] * samples


@dataclass
class Microphone:
    """A sender: how its sound card drifts, and what the network between does."""

    drift: float
    delay: float
    begin: float
    seed: int
    reports: bool = True

    def taken(self, place: int) -> float:
        """The true time of a sample."""
        return self.begin + place / SAMPLE_RATE * (1 + self.drift)

    def sent(self, seconds: float) -> Iterator[tuple[float, int, bool]]:
        """(arrival, place, pause) of each packet that comes through, in order."""
        dice, place, last = random.Random(self.seed), 0, 0.0
        while self.taken(place) < seconds:
            for _ in range(dice.randrange(10, 150)):  # speech
                place += LENGTH
                arrival = self._arrival(place, dice)
                if dice.random() > 0.03:
                    last = max(last, arrival)
                    yield last, place - LENGTH, False
            for _ in range(dice.randrange(0, 30)):  # silence: a packet, its echo, then none for 0.4 s
                for pause in (False, True):
                    place += LENGTH
                    last = max(last, self._arrival(place, dice))
                    yield last, place - LENGTH, pause
                place += round(0.3 * SAMPLE_RATE)

    def _arrival(self, end: int, dice: random.Random) -> float:
        now = self.taken(end)
        held_up = 0.25 if 600 < now % 1000 < 625 else 0.0  # a full queue for 25 s
        return now + 0.03 + self.delay + held_up + min(0.2, dice.expovariate(1 / 0.015))


def off(microphone: Microphone, seconds: float) -> list[float]:
    """By how much each packet's first sample was placed wrongly at the time it was heard."""
    clock, ear = TrackClock(SessionOrigin(local=1000.0, session=0.0)), Ear(keep=False)
    intake, dice, wrong, report_at = Intake(clock, ear), random.Random(1), [], 0.0
    for arrived, place, pause in microphone.sent(seconds):
        before = intake.index
        intake.take(Sound(place, np.ones(LENGTH, np.int16), 1000.0 + arrived, pause))
        wrong.append(clock.at(intake.index - LENGTH) - microphone.taken(place))
        assert intake.index > before
        assert intake.index == ear.count
        if microphone.reports and arrived >= report_at:
            report_at = arrived + 5.0
            intake.reported(place, 77_000.0 + microphone.taken(place) + dice.uniform(-0.005, 0.005))
    return wrong


@pytest.mark.parametrize("reports", [True, False], ids=["with sender reports", "without"])
def test_words_of_two_drifting_tracks_lie_within_fifty_milliseconds_over_fifty_minutes(reports: bool) -> None:
    fast = off(Microphone(+200e-6, 0.01, 0.3, seed=2, reports=reports), 3000.0)
    slow = off(Microphone(-200e-6, 0.02, 0.9, seed=3, reports=reports), 3000.0)
    assert len(fast) > 10_000
    assert max(map(abs, fast)) < 0.05
    assert max(map(abs, slow)) < 0.05
    assert max(max(fast) - min(slow), max(slow) - min(fast)) < 0.05


def sound(place: int, value: int, arrived: float, *, pause: bool = False, restarted: bool = False) -> Sound:
    return Sound(place, np.full(LENGTH, value, np.int16), arrived, pause, restarted)


def line_of(*steps: Sound | float | None) -> tuple[Ear, Intake, TrackClock]:
    """Sounds; a number is a look at the clock while it is silent, None another leg."""
    ear, clock = Ear(), TrackClock(SessionOrigin(0.0, 0.0))
    intake = Intake(clock, ear)
    for step in steps:
        if step is None:
            intake.new_leg()
        elif isinstance(step, float):
            intake.silent(step)
        else:
            intake.take(step)
    return ear, intake, clock


def test_while_the_sender_is_silent_the_pause_that_closes_a_window_is_laid_by_the_clock() -> None:
    ear, intake, _ = line_of(sound(0, 1, 0.09), sound(LENGTH, 2, 0.15, pause=True), 0.5, 0.9)
    assert 0.7 < len(ear.line) / SAMPLE_RATE < 0.9
    assert intake.paused


@pytest.mark.parametrize("reports", [True, False], ids=["with sender reports", "without"])
def test_silence_laid_too_early_moves_no_word(reports: bool) -> None:
    """A packet held up after a pause; then speech of 25 s, a pause, and speech again."""
    clock, ear = TrackClock(SessionOrigin(0.0, 0.0)), Ear(keep=False)
    intake = Intake(clock, ear)

    def take(place: int, late: float, *, pause: bool = False) -> None:
        intake.take(sound(place, 1, (place + LENGTH) / SAMPLE_RATE + 0.03 + late, pause=pause))
        told = clock.at(intake.index - LENGTH)
        assert told == pytest.approx(place / SAMPLE_RATE, abs=0.005)
        if reports and place % (40 * LENGTH) == 0:
            intake.reported(place, 9_000.0 + place / SAMPLE_RATE)

    for number in range(100):
        take(number * LENGTH, 0.0, pause=number == 99)
    begins = 100 * LENGTH + 2 * SAMPLE_RATE
    intake.silent(begins / SAMPLE_RATE + 0.35)  # nothing has come: 0.2 s too much is laid
    for number in range(420):
        take(begins + number * LENGTH, 0.4 if number == 0 else 0.0, pause=number == 419)
    again = begins + 420 * LENGTH + SAMPLE_RATE
    take(again, 0.0)


def test_no_silence_is_laid_while_packets_are_merely_late() -> None:
    ear, _, _ = line_of(sound(0, 1, 0.09), sound(LENGTH, 2, 0.15), 5.0)
    assert len(ear.line) == 2 * LENGTH


def test_a_new_leg_goes_on_where_the_clock_stands() -> None:
    ear, _, clock = line_of(sound(0, 1, 0.09), None, sound(123_456, 2, 5.09))
    assert ear.line.index(2) / SAMPLE_RATE == pytest.approx(5.0, abs=0.01)
    assert clock.at(ear.line.index(2)) == pytest.approx(5.0, abs=0.01)


def test_a_new_source_on_the_same_leg_goes_on_where_the_clock_stands() -> None:
    ear, _, _ = line_of(sound(90_000, 1, 0.09), sound(0, 2, 3.09, restarted=True))
    assert ear.line.index(2) / SAMPLE_RATE == pytest.approx(3.0, abs=0.01)


def test_a_count_that_leaps_by_hours_makes_no_hours_of_silence() -> None:
    ear, _, _ = line_of(sound(0, 1, 0.09), sound(10_000 * SAMPLE_RATE, 2, 0.4))
    assert len(ear.line) < SAMPLE_RATE


def test_a_sender_that_slept_is_followed_once_all_it_sends_is_late() -> None:
    steps = [sound(n * LENGTH, 1, 0.09 + n * PACKET + (60.0 if n >= 50 else 0.0)) for n in range(100)]
    ear, intake, clock = line_of(*steps)
    assert len(ear.line) == 100 * LENGTH
    assert clock.at(intake.index) == pytest.approx(100 * PACKET + 60.0, abs=0.1)


Step = tuple[int, float, bool, bool]


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(-2, 40), st.floats(-0.05, 1.5), st.booleans(), st.booleans()), max_size=40)
)
def test_whatever_comes_no_sample_is_lost_or_doubled_and_time_never_runs_backwards(steps: list[Step]) -> None:
    """Packets repeated, missing, late, early, silent in between, from senders that begin again."""
    ear, clock = Ear(), TrackClock(SessionOrigin(0.0, 0.0))
    intake, number, now, highest = Intake(clock, ear), 0, 0.09, -1
    laid: list[int] = []
    for skip, away, pause, restarted in steps:
        now += max(0.0, skip * PACKET + away)
        number = max(0, number + skip)
        value = len(laid) + 1
        if restarted or number > highest:
            laid.append(value)
            highest = number
        intake.take(sound(number * LENGTH, value, now, pause=pause, restarted=restarted))
        intake.silent(now + 0.3)
        now += 0.3 if pause else 0.0
    times = [clock.at(index) for index in range(0, intake.index + 1, LENGTH // 4)]
    assert times == sorted(times)
    values, counts = np.unique(np.array(ear.line), return_counts=True)
    found = dict(zip(values.tolist(), counts.tolist(), strict=True))
    assert {value: found.get(value) for value in laid} == dict.fromkeys(laid, LENGTH)
    order = [value for value in dict.fromkeys(ear.line) if value > 0]
    assert order == laid
