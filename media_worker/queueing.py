"""What waits for the decoder, and what is next. Pure: time comes in.

Finals come first, in the order they were closed, several of like length in one batch; then likely
finals; then partials. A partial waits as a wish: its window is cut when a decoder takes it, so
that it holds all that was said until then. A track has at most one job or wish waiting that is no
final: a newer one takes its place, a final removes it. What is owed of a track is decoded in one place at a
time, so that its words come in order. A batch that is not full takes wishes along: most of a decode's
cost is for the batch. So the overflow rule is: partials thin out, finals never drop, and their
delay is visible (`Load`). Windows of recordings (`PATIENT`) take what calls leave: nobody waits for them
word by word, and whoever reads a recording stops reading while enough of them wait.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

from media_worker.hearing import Hearing, Task

_FREE_SECONDS = 8.0
_ALIKE = 1.3
_PATIENT_BESIDE_CALLS = 2


class Rank(IntEnum):
    """What a window is to its track, the most urgent first."""

    FINAL = 0
    """Closed: its words are owed."""
    LIKELY = 1
    """Open, but its speaker has fallen silent: decoded now, its words are there when it closes."""
    PARTIAL = 2
    """Open, its speaker is speaking."""
    PATIENT = 3
    """Of a recording: owed like a final, and decoded when no call has anything to decode."""


@dataclass(eq=False)
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

    def owe(self, now: float) -> None:
        """Its window has closed: from now on its words are owed."""
        self.rank, self.queued_at = Rank.FINAL, now


@dataclass(frozen=True, eq=False)
class Wish:
    """A partial that is due: `seconds` its window is long by now, `job` that window, unless it has closed."""

    track: str
    seconds: Callable[[], float]
    job: Callable[[], Job | None]


@dataclass(frozen=True)
class Load:
    """How late the recogniser is: speech waiting, and the longest wait of a closed window (seconds)."""

    backlog_seconds: float
    oldest_wait: float


class Queue:
    """The windows that wait. `batch`: most finals in one decode; `partial_batch`: most partials in one."""

    def __init__(self, batch: int = 8, partial_batch: int = 8) -> None:
        self._batch = batch
        self._partial_batch = partial_batch
        self._finals: deque[Job] = deque()
        self._patient: deque[Job] = deque()
        self._likely: dict[str, Job] = {}  # by track, like wishes the longest waiting first
        self._wishes: dict[str, Wish] = {}

    def __len__(self) -> int:
        return len(self._finals) + len(self._likely) + len(self._wishes) + len(self._patient)

    @property
    def wishes(self) -> int:
        """How many partials are due."""
        return len(self._wishes)

    def put(self, job: Job) -> None:
        """Takes a final or a likely one. It ends its track's wish and takes the place of a likely one."""
        if job.rank is Rank.PATIENT:
            self._patient.append(job)
            return
        self._wishes.pop(job.track, None)
        stale = self._likely.get(job.track)
        if stale is not None:
            stale.task.window.wipe()
        if job.final:
            self._likely.pop(job.track, None)
            self._finals.append(job)
        else:
            self._likely[job.track] = job

    def wish(self, wish: Wish) -> None:
        """Takes a wish. A likely final that waits was none: its speaker goes on. A track keeps its place."""
        stale = self._likely.pop(wish.track, None)
        if stale is not None:
            stale.task.window.wipe()
        self._wishes[wish.track] = wish

    def promote(self, track: str, now: float) -> None:
        """A likely final that waits has become a final."""
        job = self._likely.pop(track, None)
        if job is not None:
            job.owe(now)
            self._finals.append(job)

    def take(
        self, busy: Collection[str] = (), showing: Collection[str] = (), *, partials: bool = True
    ) -> list[Job]:
        """The next batch; may be empty. `partials`: whether wishes may be granted.

        Of a `busy` track, whose words are being decoded, nothing is taken; of one of which only a partial is
        (`showing`) no further partial, but what is owed: it need not wait for what is shown for a moment.
        """
        chosen = _alike(self._finals, self._batch, busy)
        self._finals = deque(job for job in self._finals if job not in chosen)
        if not chosen:
            chosen = _alike(self._likely.values(), self._batch, busy)
            for job in chosen:
                del self._likely[job.track]
        if partials:
            waiting = (*chosen, *self._finals, *self._likely.values())
            chosen += self._granted(chosen, {*busy, *showing, *(job.track for job in waiting)})
        return chosen or self._leisurely(calls=bool(busy or showing or self._wishes))

    def _leisurely(self, *, calls: bool) -> list[Job]:
        """Windows of recordings, few at a time beside `calls`: what they need next shall not wait long.

        Several decoders may have windows of one track at once; who submits them puts their words in order.
        """
        chosen = _alike(self._patient, _PATIENT_BESIDE_CALLS if calls else self._batch, ())
        self._patient = deque(job for job in self._patient if job not in chosen)
        return chosen

    def _granted(self, chosen: Collection[Job], passed: Collection[str]) -> list[Job]:
        """Wishes that fill up a batch, or make one; of no track in `passed`: its earlier words come first."""
        lengths = [job.task.window.seconds for job in chosen]
        granted: list[Job] = []
        for wish in list(self._wishes.values()):
            if len(chosen) + len(granted) >= self._partial_batch:
                break
            if wish.track in passed or (lengths and wish.seconds() > _limit(max(lengths))):
                continue
            del self._wishes[wish.track]
            job = wish.job()
            if job is not None:
                granted.append(job)
                lengths.append(job.task.window.seconds)
        return granted

    def drop(self, track: str) -> int:
        """Overwrites and forgets all that waits of a track; returns how many finals were among it."""
        waiting = (*self._finals, *self._likely.values(), *self._patient)
        dropped = [job for job in waiting if job.track == track]
        for job in dropped:
            job.task.window.wipe()
        self._patient = deque(job for job in self._patient if job.track != track)
        self._finals = deque(job for job in self._finals if job.track != track)
        self._likely.pop(track, None)
        self._wishes.pop(track, None)
        return sum(job.final for job in dropped)

    def load(self, now: float) -> Load:
        """How much waits at `now`."""
        waiting = sum(job.task.window.seconds for job in self._finals)
        oldest = max((now - job.queued_at for job in self._finals), default=0.0)
        return Load(waiting, max(0.0, oldest))


def _limit(seconds: float) -> float:
    """The longest window that goes into a batch with one of so many seconds."""
    return max(_FREE_SECONDS, seconds * _ALIKE)


def _alike(jobs: Iterable[Job], most: int, busy: Collection[str]) -> list[Job]:
    """The first job that may be decoded, and those after it whose windows are about as long.

    A batch takes as long as its longest window. No window overtakes an earlier one of its track.
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
            limit = _limit(seconds)
        chosen.append(job)
    return chosen


class Allowance:
    """What partials may take of the decoders: a share, saved up for a moment at most. Pure.

    So they come at once while there is little to do, and under load they wait, gather, and are decoded
    in large batches, which cost a window a third.
    """

    def __init__(self, share: float, decoders: int, saved_seconds: float = 0.3) -> None:
        self._rate = share * decoders
        self._most = self._left = saved_seconds
        self._at = 0.0

    def spent(self, seconds: float, now: float) -> None:
        """Notes for how long a decode was busy with partials."""
        self._level(now)
        self._left -= seconds

    def opens_in(self, now: float) -> float:
        """Seconds until partials may be decoded; 0 when they may now."""
        self._level(now)
        return max(0.0, -self._left / self._rate)

    def _level(self, now: float) -> None:
        self._left = min(self._most, self._left + self._rate * max(0.0, now - self._at))
        self._at = now
