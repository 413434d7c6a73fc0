"""Time as an argument: the system's clock, and one that moves only when told."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """Wall clock, aware UTC. May jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back within one process."""
        ...


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        """Wall clock, aware UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds of `time.monotonic`."""
        return time.monotonic()


class FrozenClock:
    """A clock that stands still until it is advanced: seven days pass in no time."""

    def __init__(self, start: datetime = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)) -> None:
        self._now = start
        self._monotonic = 0.0

    def now(self) -> datetime:
        """The time it was last moved to."""
        return self._now

    def monotonic(self) -> float:
        """Seconds advanced so far."""
        return self._monotonic

    def advance(self, delta: timedelta = timedelta(0), *, seconds: float = 0.0) -> None:
        """Lets time pass on both clocks."""
        step = delta + timedelta(seconds=seconds)
        self._now += step
        self._monotonic += step.total_seconds()

    def set_wall(self, at: datetime) -> None:
        """Sets the wall clock as an administrator would; no time passes."""
        self._now = at


FIRST_POSSIBLE = datetime(2026, 1, 1, tzinfo=UTC)
"""A wall clock before this shows a time at which there was no such program: it was never set."""


@dataclass(frozen=True, slots=True)
class TimeMark:
    """The highest steady time ever kept, and what the wall clock showed at that moment."""

    at: datetime
    wall: datetime


class SteadyTime:
    """Time that never goes back, for deciding how long something has lived.

    It follows the wall clock forward; when the wall clock is set back it goes on from
    where it was, by the monotonic clock. `mark` is the last one kept: a restart after setting
    the clock back does not win any life, and time while nothing ran counts also where the
    wall clock was ahead once and is right again.
    """

    def __init__(self, clock: Clock, mark: TimeMark | None = None) -> None:
        self._clock = clock
        wall = clock.now()
        self._last = wall
        if mark is not None:
            self._last = max(wall, mark.at + max(wall - mark.wall, timedelta(0)))
        self._counted = clock.monotonic()

    def now(self) -> datetime:
        """The highest time known, aware UTC."""
        counted = self._clock.monotonic()
        passed = timedelta(seconds=counted - self._counted)
        self._last = max(self._clock.now(), self._last + passed)
        self._counted = counted
        return self._last

    def mark(self) -> TimeMark:
        """What is to be kept of it now. A wall clock that was never set is left out."""
        at, wall = self.now(), self._clock.now()
        return TimeMark(at, wall if wall >= FIRST_POSSIBLE else at)

    def catch_up(self, mark: datetime) -> None:
        """Takes over a higher time that another node has seen."""
        self._last = max(self.now(), mark)

    def wall(self) -> datetime:
        """The wall clock, for what people read."""
        return self._clock.now()
