"""What waits for the decoder, and what is next. Pure: time comes in.

Finals come first, in the order they were closed, several of like length in one batch; then
likely finals; then partials. A track has at most one window waiting that is no final: a newer
one takes its place, a final removes it. A track is decoded in one place at a time, so that its
words come in order. So the overflow rule is: partials thin out, finals never drop, and their
delay is visible (`Load`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

from media_worker.hearing import Hearing, Task

_FREE_SECONDS = 8.0
_ALIKE = 1.3

_SMOOTHING = 0.3


class Rank(IntEnum):
    """What a window is to its track, the most urgent first."""

    FINAL = 0
    """Closed: its words are owed."""
    LIKELY = 1
    """Open, but its speaker has fallen silent: decoded now, its words are there when it closes."""
    PARTIAL = 2
    """Open, its speaker is speaking."""


@dataclass(frozen=True, eq=False)
class Job:
    """A window on its way to words.

    `deliver` is called once on the event loop, unless the job is dropped.

    It gets the hearing (None when decoding failed) and the job's share of the decode's CPU seconds.
    """

    track: str
    task: Task
    queued_at: float
    deliver: Callable[[Hearing | None, float], None]
    rank: Rank = Rank.FINAL

    @property
    def final(self) -> bool:
        """Whether its words are owed."""
        return self.rank is Rank.FINAL


@dataclass(frozen=True)
class Load:
    """How late the recogniser is: speech waiting, and the longest wait of a closed window (seconds)."""

    backlog_seconds: float
    oldest_wait: float


class Queue:
    """The windows that wait. `batch`: most finals in one decode; `partial_batch`: most others."""

    def __init__(self, batch: int = 4, partial_batch: int = 4) -> None:
        self._batch = batch
        self._partial_batch = partial_batch
        self._finals: deque[Job] = deque()
        self._open: dict[str, Job] = {}  # by track, the longest waiting first

    def __len__(self) -> int:
        return len(self._finals) + len(self._open)

    def put(self, job: Job) -> None:
        """Takes a job. What is no final takes the place of its track's waiting one; a final removes it."""
        stale = self._open.get(job.track)
        if stale is not None:
            stale.task.window.wipe()
        if job.final:
            self._open.pop(job.track, None)
            self._finals.append(job)
        else:
            self._open[job.track] = job  # a track keeps its place in the line

    def promote(self, track: str, now: float) -> None:
        """A likely final that waits has become a final."""
        job = self._open.get(track)
        if job is not None and job.rank is Rank.LIKELY:
            del self._open[track]
            self._finals.append(Job(track, job.task, now, job.deliver))

    def take(self, busy: Collection[str] = ()) -> list[Job]:
        """The next batch, of no `busy` track: finals, else what has waited longest. May be empty."""
        chosen = _alike(self._finals, self._batch, busy)
        if chosen:
            self._finals = deque(job for job in self._finals if job not in chosen)
            return chosen
        for rank in (Rank.LIKELY, Rank.PARTIAL):
            chosen = _alike(
                [job for job in self._open.values() if job.rank is rank], self._partial_batch, busy
            )
            if chosen:
                for job in chosen:
                    del self._open[job.track]
                return chosen
        return []

    def drop(self, track: str) -> int:
        """Overwrites and forgets all that waits of a track; returns how many finals were among it."""
        dropped = [job for job in (*self._finals, *self._open.values()) if job.track == track]
        for job in dropped:
            job.task.window.wipe()
        self._finals = deque(job for job in self._finals if job.track != track)
        self._open.pop(track, None)
        return sum(job.final for job in dropped)

    def load(self, now: float) -> Load:
        """How much waits at `now`."""
        waiting = sum(job.task.window.seconds for job in self._finals)
        oldest = max((now - job.queued_at for job in self._finals), default=0.0)
        return Load(waiting, max(0.0, oldest))


def _alike(jobs: Iterable[Job], most: int, busy: Collection[str]) -> list[Job]:
    """The first job that may be decoded, and those after it whose windows are about as long.

    A batch is padded to its longest window. No window overtakes an earlier one of its track.
    """
    chosen: list[Job] = []
    passed = set(busy)
    limit = 0.0
    for job in jobs:
        if len(chosen) == most:
            break
        seconds = job.task.window.seconds
        if job.track in passed or (chosen and seconds > limit):
            passed.add(job.track)
            continue
        if not chosen:
            limit = max(_FREE_SECONDS, seconds * _ALIKE)
        chosen.append(job)
    return chosen


class Cadence:
    """How often a track may have a partial, from what partials and finals cost. Pure."""

    def __init__(self, shortest: float, slowest: float, share: float) -> None:
        self._shortest = shortest
        self._slowest = slowest
        self._share = share
        self._cost = 0.0

    def spent(self, seconds: float) -> None:
        """Notes for how long a partial held the decoder; one of a batch, its part of the time."""
        self._cost += _SMOOTHING * (seconds - self._cost) if self._cost else seconds

    def interval(self, speaking: int, oldest_wait: float) -> float:
        """Seconds between partials of one track while `speaking` tracks have an open window.

        Partials together take at most their share of the decoder; a closed window that has
        to wait slows them further.
        """
        fair = self._cost * max(1, speaking) / self._share
        return min(self._slowest, max(self._shortest, fair) * (1.0 + 2.0 * oldest_wait))
