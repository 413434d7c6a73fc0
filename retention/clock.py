"""Time as an argument: the system's clock, and one that moves only when told."""

from __future__ import annotations

import time
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


class SteadyTime:
    """Time that never goes back, for deciding how long something has lived.

    It follows the wall clock forward; when the wall clock is set back it goes on from
    where it was, by the monotonic clock. `mark` is the highest time ever persisted, so a
    restart after setting the clock back does not win any life either.
    """

    def __init__(self, clock: Clock, mark: datetime | None = None) -> None:
        self._clock = clock
        wall = clock.now()
        self._last = wall if mark is None else max(wall, mark)
        self._counted = clock.monotonic()

    def now(self) -> datetime:
        """The highest time known, aware UTC."""
        counted = self._clock.monotonic()
        passed = timedelta(seconds=counted - self._counted)
        self._last = max(self._clock.now(), self._last + passed)
        self._counted = counted
        return self._last

    def catch_up(self, mark: datetime) -> None:
        """Takes over a higher time that another node has seen."""
        self._last = max(self.now(), mark)

    def wall(self) -> datetime:
        """The wall clock, for what people read."""
        return self._clock.now()
