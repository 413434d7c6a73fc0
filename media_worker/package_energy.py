"""Joules of the processor's own energy counters, shared out by CPU time. Pure; `powercap` reads the files.

The counters (RAPL, `intel-rapl:N` under /sys/class/powercap, also on AMD) count the whole package:
everybody's work and the idle power below it. Of what a package used in a few seconds a CPU second of ours
is charged

- in the middle its share of the *busy* CPU seconds of the machine, so that the shares of all processes
  together are what the counter showed, idle power included;
- at the least its share of *all* CPU seconds, busy or idle, so that idle seconds bear their own power.

A counter starts again from 0 at its range (Linux, Documentation/power/powercap/powercap.rst).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

MICRO = 1e-6
SHORTEST_SECONDS = 0.2
"""Time between two readings below which clock ticks of 10 ms would say too little about who was busy."""
LONGEST_SECONDS = 300.0
"""Beyond these a counter may have gone round more than once (262 kJ at 200 W: 22 minutes)."""

MOST_RECENT = 24
"""Intervals that are remembered: two minutes of them."""

_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Counter:
    """One package's counter: microjoules so far, and those at which it starts again (None: not told)."""

    microjoules: int
    range_microjoules: int | None = None

    def since(self, earlier: Counter) -> int | None:
        """Microjoules used since; None when the counter went back without a known range."""
        used = self.microjoules - earlier.microjoules
        if used >= 0:
            return used
        return None if self.range_microjoules is None else used + self.range_microjoules


@dataclass(frozen=True, slots=True)
class Reading:
    """The counters by name, and the CPU seconds of all CPUs since the machine's start: busy ones, and all."""

    counters: Mapping[str, Counter]
    busy_seconds: float
    all_seconds: float


@dataclass(frozen=True, slots=True)
class Joules:
    """What was charged: at the least, and in the middle (which is also the most: no more was used)."""

    low: float
    mid: float


@dataclass(frozen=True, slots=True)
class Interval:
    """What the machine used between two readings: joules, busy CPU seconds, all CPU seconds."""

    joules: float
    busy_seconds: float
    all_seconds: float

    def plus(self, other: Interval) -> Interval:
        """Both together."""
        return Interval(
            self.joules + other.joules,
            self.busy_seconds + other.busy_seconds,
            self.all_seconds + other.all_seconds,
        )

    def shared(self, spent: Mapping[_K, float]) -> dict[_K, Joules]:
        """The joules of each of our own uses, given in CPU seconds of this interval.

        Together they are never charged more than the counters showed: CPU seconds of a process are exact,
        those of the machine are counted in ticks, so that ours may seem to be more than everybody's.
        """
        own = sum(spent.values())
        busy, every = max(self.busy_seconds, own), max(self.all_seconds, own)
        if busy <= 0:
            return {use: Joules(0.0, 0.0) for use in spent}
        return {
            use: Joules(self.joules * (seconds / every), self.joules * (seconds / busy))
            for use, seconds in spent.items()
        }


def between(earlier: Reading, later: Reading) -> Interval | None:
    """What was used between two readings; None when a counter is gone, new, or can't be followed."""
    if not later.counters or earlier.counters.keys() != later.counters.keys():
        return None
    used = [counter.since(earlier.counters[name]) for name, counter in later.counters.items()]
    known = [one for one in used if one is not None]
    busy = later.busy_seconds - earlier.busy_seconds
    every = later.all_seconds - earlier.all_seconds
    if len(known) < len(used) or busy < 0:
        return None
    # Linux's count of waiting for a disk may go back a little (proc(5)), and all seconds with it.
    return Interval(sum(known) * MICRO, busy, max(busy, every))


@dataclass(slots=True)
class PackageMeter:
    """Follows the counters. `read` gives None when they can't be read; `now` are monotonic seconds.

    Ask every few seconds: what lies too far back is not measured.
    """

    read: Callable[[], Reading | None]
    now: Callable[[], float]
    _last: Reading | None = None
    _at: float = 0.0
    _recent: deque[Interval] = field(default_factory=lambda: deque(maxlen=MOST_RECENT))

    def __post_init__(self) -> None:
        self._last, self._at = self.read(), self.now()

    def interval(self) -> Interval | None:
        """What the machine used since it was last asked; asked again at once, the same as before.

        None when that is not known: energy is modelled then.
        """
        at = self.now()
        passed = at - self._at
        if passed < SHORTEST_SECONDS:
            return self._recent[-1] if self._recent else None
        earlier, self._last, self._at = self._last, self.read(), at
        used = None
        if earlier is not None and self._last is not None and passed <= LONGEST_SECONDS:
            used = between(earlier, self._last)
        if used is None:
            self._recent.clear()
        else:
            self._recent.append(used)
        return used

    def covering(self, cpu_seconds: float) -> Interval | None:
        """The newest intervals, together, in which at least so many CPU seconds were busy.

        For work that is told at its end, which may be longer than the seconds since the last reading. None
        when nothing is known.
        """
        together: Interval | None = None
        for one in reversed(self._recent):
            together = one if together is None else together.plus(one)
            if together.busy_seconds >= cpu_seconds:
                break
        return together
