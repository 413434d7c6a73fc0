"""One scheduler a worker: every track's windows, decoded by one thread.

Finals come first, in the order they were closed, several in one batch. A track has at
most one partial waiting; a newer one takes its place, a final removes it. So the overflow
rule is: partials thin out, finals never drop, and their delay is visible (`Load`).

`Queue` is the pure part. `Scheduler` owns the thread; all its state lives on the event loop.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import structlog

from media_worker.errors import DecoderBroken
from media_worker.hearing import Hearing, Listener, Task

log = structlog.get_logger(__name__)

DECODE_SECONDS = 30.0
"""A batch that takes longer than this and its own length will not end: it takes one or two seconds."""

MOST_FAILURES = 3
"""Finals in a row that could not be decoded, each tried twice, before the decoder counts as broken."""

_SMOOTHING = 0.3


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

    @property
    def final(self) -> bool:
        """Whether the window is closed."""
        return self.task.window.final


@dataclass(frozen=True)
class Load:
    """How late the recogniser is: speech waiting, and the longest wait of a closed window (seconds)."""

    backlog_seconds: float
    oldest_wait: float


class Queue:
    """What waits, and what is next. Pure: time comes in."""

    def __init__(self, batch: int = 4) -> None:
        self._batch = batch
        self._finals: deque[Job] = deque()
        self._partials: dict[str, Job] = {}

    def __len__(self) -> int:
        return len(self._finals) + len(self._partials)

    def put(self, job: Job) -> None:
        """Takes a job. A partial replaces its track's waiting one; a final removes it."""
        stale = self._partials.pop(job.track, None)
        if stale is not None:
            stale.task.window.wipe()
        if job.final:
            self._finals.append(job)
        else:
            self._partials[job.track] = job

    def take(self) -> list[Job]:
        """The next batch: finals if there are any, else the partial that has waited longest. May be empty."""
        if self._finals:
            return [self._finals.popleft() for _ in range(min(self._batch, len(self._finals)))]
        if self._partials:
            return [self._partials.pop(next(iter(self._partials)))]
        return []

    def drop(self, track: str) -> int:
        """Overwrites and forgets all that waits of a track; returns how many finals were among it."""
        dropped = [job for job in (*self._finals, *self._partials.values()) if job.track == track]
        for job in dropped:
            job.task.window.wipe()
        self._finals = deque(job for job in self._finals if job.track != track)
        self._partials.pop(track, None)
        return sum(job.final for job in dropped)

    def load(self, now: float) -> Load:
        """How much waits at `now`."""
        waiting = sum(job.task.window.seconds for job in self._finals)
        oldest = max((now - job.queued_at for job in self._finals), default=0.0)
        return Load(waiting, max(0.0, oldest))


class Cadence:
    """How often a track may have a partial, from what partials and finals cost. Pure."""

    def __init__(self, shortest: float, slowest: float, share: float) -> None:
        self._shortest = shortest
        self._slowest = slowest
        self._share = share
        self._cost = 0.0

    def spent(self, seconds: float) -> None:
        """Notes how long decoding one partial took."""
        self._cost += _SMOOTHING * (seconds - self._cost) if self._cost else seconds

    def interval(self, speaking: int, oldest_wait: float) -> float:
        """Seconds between partials of one track while `speaking` tracks have an open window.

        Partials together take at most their share of the decoder; a closed window that has
        to wait slows them further.
        """
        fair = self._cost * max(1, speaking) / self._share
        return min(self._slowest, max(self._shortest, fair) * (1.0 + 2.0 * oldest_wait))


@dataclass(frozen=True)
class _Outcome:
    """What one decode brought: a hearing a job (None: failed), and its wall seconds."""

    hearings: list[Hearing | None]
    seconds: float


class Scheduler:
    """Runs the decoding thread while `run` runs."""

    def __init__(
        self,
        listener: Listener,
        cadence: Cadence,
        batch: int = 4,
        now: Callable[[], float] = time.monotonic,
        decode_seconds: float = DECODE_SECONDS,
    ) -> None:
        self._listener = listener
        self._cadence = cadence
        self._queue = Queue(batch)
        self._now = now
        self._decode_seconds = decode_seconds
        self._wake = asyncio.Event()
        self._speaking: set[str] = set()
        self._decoding: list[Job] = []
        self._void: set[int] = set()
        self._failures = 0

    def submit(self, job: Job) -> None:
        """Queues a window. Never blocks, never refuses a final."""
        self._queue.put(job)
        self._wake.set()

    def speaking(self, track: str, *, on: bool) -> None:
        """A track has an open window, or no longer."""
        (self._speaking.add if on else self._speaking.discard)(track)

    def partial_interval(self) -> float:
        """Seconds a track should leave between partials now."""
        return self._cadence.interval(len(self._speaking), self.load().oldest_wait)

    def load(self) -> Load:
        """How late the recogniser is, with what is being decoded at this moment."""
        now = self._now()
        queued = self._queue.load(now)
        busy = [job for job in self._decoding if job.final]
        waits = [now - job.queued_at for job in busy]
        return Load(
            queued.backlog_seconds + sum(job.task.window.seconds for job in busy),
            max([queued.oldest_wait, *waits]),
        )

    def drop(self, track: str) -> None:
        """Discards a track's windows; what is being decoded will not be delivered."""
        self._queue.drop(track)
        self._void |= {id(job) for job in self._decoding if job.track == track}
        self._speaking.discard(track)

    async def run(self) -> None:
        """Decodes until cancelled.

        Raises:
            DecoderBroken: windows fail one after the other, or a decode doesn't end. The thread of one
                that doesn't end goes on: leave the process by `os._exit`.
        """
        thread = ThreadPoolExecutor(1, thread_name_prefix="decode")
        try:
            while True:
                self._decoding = self._queue.take()
                if not self._decoding:
                    self._wake.clear()
                    await self._wake.wait()
                    continue
                before = _Used.now()
                outcome = await self._outcome(thread)
                jobs = self._decoding
                self._deliver(outcome, _Used.now().since(before))
                self._count_failures(jobs, outcome)
        finally:
            thread.shutdown(wait=False, cancel_futures=True)

    async def _outcome(self, thread: ThreadPoolExecutor) -> _Outcome:
        future = asyncio.get_running_loop().run_in_executor(thread, self._decoded, self._decoding)
        limit = self._decode_seconds + sum(job.task.window.seconds for job in self._decoding)
        done, _ = await asyncio.wait({future}, timeout=limit)
        if not done:
            future.cancel()
            log.error("decode_stuck", windows=len(self._decoding))
            raise DecoderBroken(f"a decode took longer than {limit:.0f} s")
        return future.result()

    def _count_failures(self, jobs: Sequence[Job], outcome: _Outcome) -> None:
        for job, hearing in zip(jobs, outcome.hearings, strict=True):
            if job.final:
                self._failures = self._failures + 1 if hearing is None else 0
            if self._failures >= MOST_FAILURES:
                log.error("decoder_broken", windows=self._failures)
                raise DecoderBroken(f"{self._failures} windows in a row could not be decoded")

    def _decoded(self, jobs: Sequence[Job]) -> _Outcome:
        """In the decoding thread. A batch that fails is tried again, window by window, if final."""
        begun = time.perf_counter()
        hearings = self._decode(jobs)
        if hearings is None:
            again = [self._decode([job]) if job.final else None for job in jobs]
            hearings = [heard[0] if heard else None for heard in again]
        return _Outcome(hearings, time.perf_counter() - begun)

    def _decode(self, jobs: Sequence[Job]) -> list[Hearing | None] | None:
        """One attempt; None when it failed."""
        try:
            return [*self._listener.hear([job.task for job in jobs])]
        except Exception as error:  # noqa: BLE001 - supervisor: a decode must not stop the others
            # The error's text and frames could hold words: only its type is logged.
            log.error(  # noqa: TRY400
                "decode_failed", windows=len(jobs), error=type(error).__name__
            )
            return None

    def _deliver(self, outcome: _Outcome, cpu: float) -> None:
        jobs, self._decoding = self._decoding, []
        void, self._void = self._void, set()
        if not jobs[0].final:
            self._cadence.spent(outcome.seconds)
        whole = sum(job.task.window.seconds for job in jobs) or 1.0
        for job, hearing in zip(jobs, outcome.hearings, strict=True):
            share = cpu * job.task.window.seconds / whole
            job.task.window.wipe()
            if id(job) not in void:
                job.deliver(hearing, share)


@dataclass(frozen=True)
class _Used:
    """CPU seconds of the process and of the event loop's thread.

    CTranslate2 computes in threads of its own, so a thread's own time does not show it:
    what the process used beside the loop while a decode ran is taken for the decode.
    """

    process: float
    loop: float

    @classmethod
    def now(cls) -> _Used:
        return cls(time.process_time(), time.thread_time())

    def since(self, before: _Used) -> float:
        return max(0.0, (self.process - before.process) - (self.loop - before.loop))
