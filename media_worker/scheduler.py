"""One scheduler a worker: every track's windows, decoded by a few threads.

`queueing` says what comes next. `Scheduler` owns the threads; all its state lives on the event loop.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import structlog

from media_worker.decode_cost import DecodeCost
from media_worker.errors import DecoderBroken
from media_worker.hearing import Hearing, Listener
from media_worker.queueing import Allowance, Job, Load, Queue, Rank, Wish

log = structlog.get_logger(__name__)

DECODE_SECONDS = 30.0
"""A batch that takes longer than this and its own length will not end: it takes one or two seconds."""

MOST_FAILURES = 3
"""Finals in a row that could not be decoded, each tried twice, before the decoder counts as broken."""

OFTEN = (6, 12)
"""So many failed of so many finals: broken as well, though some came through."""


@dataclass(frozen=True)
class _Outcome:
    """What one decode brought: a hearing a job (None: failed), and its wall seconds."""

    hearings: list[Hearing | None]
    seconds: float


class Scheduler:
    """Runs `decoders` decoding threads while `run` runs; each takes a batch at a time."""

    def __init__(
        self,
        listener: Listener,
        queue: Queue | None = None,
        *,
        decoders: int = 1,
        partial_share: float = 0.5,
        now: Callable[[], float] = time.monotonic,
        decode_seconds: float = DECODE_SECONDS,
    ) -> None:
        self._listener = listener
        self._allowance = Allowance(partial_share, decoders)
        self._queue = Queue() if queue is None else queue
        self._decoders = decoders
        self._now = now
        self._decode_seconds = decode_seconds
        self._wake = asyncio.Event()
        self._decoding: list[Job] = []
        self._void: set[int] = set()
        self._cost = DecodeCost()
        self._failed: deque[bool] = deque(maxlen=OFTEN[1])

    def submit(self, job: Job) -> None:
        """Queues a window. Never blocks, never refuses a final."""
        self._queue.put(job)
        self._wake.set()

    def wish(self, wish: Wish) -> None:
        """Notes that a track's partial is due: it is cut when it may be decoded."""
        self._queue.wish(wish)
        self._wake.set()

    def promote(self, track: str) -> None:
        """A track's likely final has become one: its words are owed now."""
        now = self._now()
        self._queue.promote(track, now)
        for job in self._decoding:
            if job.track == track and job.rank is Rank.LIKELY:
                job.owe(now)
        self._wake.set()

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

    async def run(self) -> None:
        """Decodes until cancelled.

        Raises:
            ExceptionGroup: of `DecoderBroken`, when windows fail one after the other or a decode doesn't
                end. The thread of one that doesn't end goes on: leave the process by `os._exit`.
        """
        threads = ThreadPoolExecutor(self._decoders, thread_name_prefix="decode")
        try:
            async with asyncio.TaskGroup() as tasks:
                for _ in range(self._decoders):
                    tasks.create_task(self._decode_on(threads))
        finally:
            threads.shutdown(wait=False, cancel_futures=True)

    async def _decode_on(self, threads: ThreadPoolExecutor) -> None:
        """One of the decoders: batch after batch."""
        while True:
            opens_in = self._allowance.opens_in(self._now())
            of_calls = [job for job in self._decoding if job.rank is not Rank.PATIENT]
            owed = {job.track for job in of_calls if job.rank is not Rank.PARTIAL}
            showing = {job.track for job in of_calls} - owed
            jobs = self._queue.take(owed, showing, partials=opens_in <= 0.0)
            if not jobs:
                await self._woken(opens_in)
                continue
            self._decoding += jobs
            with self._cost.measured() as used:
                outcome = await self._outcome(threads, jobs)
            self._decoding = [job for job in self._decoding if job not in jobs]
            self._wake.set()  # its tracks may be decoded again
            self._deliver(jobs, outcome, used.seconds)
            self._count_failures(jobs, outcome)

    async def _woken(self, opens_in: float) -> None:
        """Waits for something new, or until partials that are due may be decoded."""
        self._wake.clear()
        waits = opens_in if opens_in > 0.0 and self._queue.wishes else None
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(waits):
                await self._wake.wait()

    async def _outcome(self, threads: ThreadPoolExecutor, jobs: Sequence[Job]) -> _Outcome:
        future = asyncio.get_running_loop().run_in_executor(threads, self._decoded, jobs)
        limit = self._decode_seconds + sum(job.task.window.seconds for job in jobs)
        done, _ = await asyncio.wait({future}, timeout=limit)
        if not done:
            future.cancel()
            log.error("decode_stuck", windows=len(jobs))
            raise DecoderBroken(f"a decode took longer than {limit:.0f} s")
        return future.result()

    def _count_failures(self, jobs: Sequence[Job], outcome: _Outcome) -> None:
        for job, hearing in zip(jobs, outcome.hearings, strict=True):
            if job.final or job.rank is Rank.PATIENT:
                self._failed.append(hearing is None)
            last = list(self._failed)[-MOST_FAILURES:]
            if last.count(True) == MOST_FAILURES or self._failed.count(True) >= OFTEN[0]:
                log.error("decoder_broken", windows=self._failed.count(True))
                raise DecoderBroken(
                    f"{self._failed.count(True)} of the last {len(self._failed)} windows could not be decoded"
                )

    def _decoded(self, jobs: Sequence[Job]) -> _Outcome:
        """In a decoding thread. A batch that fails is tried again, window by window, unless partial."""
        begun = time.perf_counter()
        hearings = self._decode(jobs)
        if hearings is None:
            again = [self._decode([job]) if job.task.window.final else None for job in jobs]
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

    def _deliver(self, jobs: Sequence[Job], outcome: _Outcome, cpu: float) -> None:
        partials = sum(job.rank is Rank.PARTIAL for job in jobs)
        self._allowance.spent(outcome.seconds * partials / len(jobs), self._now())
        whole = sum(job.task.window.seconds for job in jobs) or 1.0
        for job, hearing in zip(jobs, outcome.hearings, strict=True):
            job.task.window.wipe()
            if id(job) in self._void:
                self._void.discard(id(job))
            else:
                job.deliver(hearing, cpu * job.task.window.seconds / whole)
