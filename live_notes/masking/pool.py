"""Analysis in processes of its own: the event loop stays free, and what they saw dies with them.

The model is loaded once per process. spaCy keeps strings it has met, so the processes
are replaced (`recycle`) when a transcript is destroyed: no word survives in their memory.
"""

from __future__ import annotations

import asyncio
import ctypes
import multiprocessing
import os
import re
import resource
import signal
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from live_notes.errors import MaskingError, MaskingTimedOut, MaskingUnavailable, TextTooLong
from live_notes.masking.roster import Roster
from live_notes.masking.text import Finding

if TYPE_CHECKING:
    from live_notes.masking.analysis import Analyst

MAX_TEXT_CHARS = 1_000_000
"""Longest text of one call; longer ones are refused. A three-hour session is a quarter of it."""

PIECE_CHARS = 4_000
"""Longer texts are analysed in pieces of about this size, cut between sentences or words."""

PIECE_OVERLAP = 200
"""Characters that two pieces share, so that no identifier is cut in two."""

CALL_SECONDS = 20.0
"""Time-out of one piece; a piece takes well under a second."""

START_SECONDS = 60.0
"""Time-out of a process's start with its model."""

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_CUT = re.compile(r"[.?!]\s|\n|\s")


class _Local:
    """The analyst of this process: set by the initializer of a pool's process, nowhere else."""

    analyst: Analyst | None = None


def _begin(parent: int) -> None:
    """Runs once in each process of a pool: no core dumps, death with the parent, then the model."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None, use_errno=True)
    # Linux only and best effort: elsewhere the rlimit and the executor's pipe do.
    if hasattr(libc, "prctl"):
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Imported here only: the parent neither needs the model's libraries nor pays for their memory.
    from live_notes.masking.analysis import Analyst

    _Local.analyst = Analyst.load()


def _analyse(text: str, roster: Roster) -> tuple[Finding, ...]:
    if _Local.analyst is None:
        raise MaskingUnavailable("the process of the analysis pool was not begun")
    return _Local.analyst.analyse(text, roster)


def _ready() -> int:
    return os.getpid()


class AnalysisPool:
    """Analyses texts in `processes` child processes (spawned, so that none inherits the parent's memory).

    Use `start` and `close`, or `async with pool.running()`. Several sessions share one pool.
    """

    def __init__(self, processes: int = 1, call_seconds: float = CALL_SECONDS) -> None:
        self._processes = processes
        self._call_seconds = call_seconds
        self._executor: ProcessPoolExecutor | None = None
        self._warm = False
        self._busy = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._gate = asyncio.Lock()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[AnalysisPool]:
        """The pool, started and warm; closed at the end."""
        self.start()
        try:
            await self.warm_up()
            yield self
        finally:
            await self.close()

    def start(self) -> None:
        """Makes the executor; processes come up with the first call or `warm_up`."""
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
                initargs=(os.getpid(),),
            )
            self._warm = False

    async def warm_up(self) -> None:
        """Waits until a process has loaded its model.

        Raises:
            MaskingUnavailable: it did not come up (the model is missing, or no memory).
        """
        try:
            async with asyncio.timeout(START_SECONDS):
                await asyncio.get_running_loop().run_in_executor(self._running_executor(), _ready)
                self._warm = True
        except (BrokenProcessPool, TimeoutError):
            self._discard()
            raise MaskingUnavailable("the masking process did not come up: see `attune doctor`") from None

    async def analyse(self, text: str, roster: Roster) -> tuple[Finding, ...]:
        """Findings in `text`, in order, none overlapping.

        Raises:
            TextTooLong: over `MAX_TEXT_CHARS`.
            MaskingTimedOut: a piece took longer than the pool's time-out; its process is replaced.
            MaskingUnavailable: the pool is closed, or its process died.
        """
        if len(text) > MAX_TEXT_CHARS:
            raise TextTooLong(f"at most {MAX_TEXT_CHARS} characters can be masked at once: send it in parts")
        async with self._gate:
            if not self._warm:
                # A process that is still loading its model must not count as a slow analysis.
                await self.warm_up()
            executor = self._running_executor()
            self._busy += 1
            self._idle.clear()
        try:
            found: list[Finding] = []
            for start, end in pieces(text):
                found += _shifted(await self._one(executor, text[start:end], roster), start)
            return without_overlap(found)
        finally:
            self._busy -= 1
            if self._busy == 0:
                self._idle.set()

    async def recycle(self) -> None:
        """Replaces the processes once the running work is done; new calls wait and find fresh ones."""
        async with self._gate:
            await self._idle.wait()
            executor, self._executor = self._executor, None
            if executor is not None:
                await asyncio.to_thread(executor.shutdown, wait=True, cancel_futures=True)
                self.start()

    async def close(self) -> None:
        """Ends the processes; running calls end first, later ones raise `MaskingUnavailable`."""
        async with self._gate:
            await self._idle.wait()
            executor, self._executor = self._executor, None
            if executor is not None:
                await asyncio.to_thread(executor.shutdown, wait=True, cancel_futures=True)

    async def _one(self, executor: ProcessPoolExecutor, text: str, roster: Roster) -> tuple[Finding, ...]:
        try:
            future = asyncio.get_running_loop().run_in_executor(executor, _analyse, text, roster)
        except (BrokenProcessPool, RuntimeError):
            self._discard(executor)
            raise MaskingUnavailable("the masking process ended: try again") from None
        try:
            await asyncio.wait({future}, timeout=self._call_seconds)
        finally:
            # Also when this task is cancelled: an error nobody collects would be logged, with its text.
            future.cancel()
        if future.cancelled():
            self._discard(executor)
            raise MaskingTimedOut("masking took too long: the text was not passed on")
        return self._result(executor, future)

    def _result(
        self, executor: ProcessPoolExecutor, future: asyncio.Future[tuple[Finding, ...]]
    ) -> tuple[Finding, ...]:
        """What the process found; its error is told by type only, since its words may be the text's."""
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, BrokenProcessPool):
            self._discard(executor)
            raise MaskingUnavailable("the masking process ended: try again")
        raise MaskingError(f"the analysis failed with {type(error).__name__}")

    def _running_executor(self) -> ProcessPoolExecutor:
        if self._executor is None:
            raise MaskingUnavailable("the analysis pool is not running")
        return self._executor

    def _discard(self, executor: ProcessPoolExecutor | None = None) -> None:
        """Kills a stuck or broken executor's processes and puts a new one in its place."""
        if executor is not None and executor is not self._executor:
            return
        broken, self._executor = self._executor, None
        if broken is not None:
            for process in list((broken._processes or {}).values()):  # noqa: SLF001  (3.14 has kill_workers)
                process.kill()
            broken.shutdown(wait=False, cancel_futures=True)
            self.start()


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of overlapping pieces that cover `text`, cut where a sentence or a word ends."""
    start = 0
    while len(text) - start > PIECE_CHARS:
        end = start + PIECE_CHARS
        cuts = [match.end() for match in _CUT.finditer(text, end - PIECE_OVERLAP, end)]
        end = cuts[-1] if cuts else end
        yield start, end
        inner = [match.end() for match in _CUT.finditer(text, end - PIECE_OVERLAP, end - 1)]
        start = inner[0] if inner else end - PIECE_OVERLAP
    yield start, len(text)


def _shifted(findings: tuple[Finding, ...], by: int) -> Iterator[Finding]:
    for finding in findings:
        yield replace(finding, start=finding.start + by, end=finding.end + by)


def without_overlap(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings of overlapping pieces made one: what two pieces saw alike counts once, the longer wins."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda found: (found.start, -found.end)):
        last = kept[-1] if kept else None
        if last is None or finding.start >= last.end:
            kept.append(finding)
        elif finding.end > last.end:
            kept[-1] = replace(last, end=finding.end)
    return tuple(kept)
