"""Analysis in processes of its own: the event loop stays free, and what they saw dies with them.

spaCy keeps strings it has met, so the processes are replaced (`recycle`) when a transcript is destroyed: no
word survives in their memory. New ones are forked from a template that has loaded the model and met no words.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TypeVar

import structlog

from live_notes.errors import MaskingError, MaskingTimedOut, MaskingUnavailable, TextTooLong
from live_notes.masking.context import Passage
from live_notes.masking.crew import SETTLE_SECONDS, Crew, WorkFailed, ended
from live_notes.masking.models import DEFAULT_MODEL, check_model
from live_notes.masking.processes import analyse_here, ready, timed, unprotected
from live_notes.masking.roster import Roster
from live_notes.masking.template import Template, template_of
from live_notes.masking.text import Analysed, Finding

MAX_TEXT_CHARS = 1_000_000
"""Longest text of one call; longer ones are refused. A three-hour session is a quarter of it."""

PIECE_CHARS = 4_000
"""Longer texts are analysed in pieces of about this size, cut between sentences or words."""

PIECE_OVERLAP = 200
"""Characters that two pieces share, so that no identifier is cut in two."""

CALL_SECONDS = 20.0
"""Time-out of one piece; a piece takes well under a second."""

STUCK_SECONDS = 2.0
"""A call given up by its caller after this long, while no work was answered, shows a stuck process."""

START_SECONDS = 60.0
"""Time-out of the first process's start: its template has to load the model."""

T = TypeVar("T")

log = structlog.get_logger(__name__)

_CUT = re.compile(r"[.?!]\s|\n|\s")


class _WorkLost(MaskingUnavailable):
    """The process was replaced because of another call: this one's work can be done again."""


class AnalysisPool:
    """Analyses texts in `processes` processes of their own, which inherit nothing of this one's memory.

    Use `start` and `close`, or `async with pool.running()`. Several sessions share one pool. `model` is the
    spaCy package they read with; `protect`, a module's own function, is what each does about its memory;
    `modules` are those whose functions are given to `work`, loaded beforehand.
    """

    def __init__(
        self,
        processes: int = 1,
        call_seconds: float = CALL_SECONDS,
        protect: Callable[[], object] = unprotected,
        model: str = DEFAULT_MODEL,
        modules: tuple[str, ...] = (),
    ) -> None:
        self._processes = processes
        self._call_seconds = call_seconds
        self._protect = protect
        self._model = model
        self._modules = modules
        self._crew: Crew | None = None
        self._warm = False
        self._since: float | None = None  # loop time of the present crew's first use
        self._answered = (0.0, 0.0)  # loop times: when work was last answered, and when that was asked
        self._busy = 0
        self._at_work = 0  # calls of `work`, which may take long and have a time-out of their own
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
        """Makes the crew; its processes come up with the first call or `warm_up`.

        Raises:
            MaskingUnavailable: the model is not installed.
        """
        check_model(self._model)
        if self._crew is None:
            self._crew = Crew(self._processes, self._template())
            self._warm = False
            self._since = None

    def _template(self) -> Template:
        return template_of(self._model, self._protect, self._modules)

    async def warm_up(self) -> None:
        """Waits until a process has loaded its model.

        Raises:
            MaskingUnavailable: it did not come up (the model is missing, or no memory).
        """
        crew = self._running_crew()
        now = asyncio.get_running_loop().time()
        self._since = now if self._since is None else self._since
        # Counted from the first try: one that callers give up again and again is given up for good, too.
        done = await self._run(crew, self._since + START_SECONDS - now, ready)
        if done is None or done.cancelled() or done.exception() is not None:
            if done is None:
                self._template().close()  # it may be what hangs
            self._discard(crew)
            raise MaskingUnavailable("the masking process did not come up: see `attune doctor`")
        self._warm = self._warm or crew is self._crew

    async def analyse(self, passage: Passage, roster: Roster) -> Analysed:
        """What is found in the passage's own text.

        Raises:
            TextTooLong: over `MAX_TEXT_CHARS`.
            MaskingTimedOut: a piece took longer than the pool's time-out; its process is replaced.
            MaskingUnavailable: the pool is closed, or its process died.

        Work lost because another call's process had to be killed is done once more.
        """
        if len(passage.text) > MAX_TEXT_CHARS:
            raise TextTooLong(f"at most {MAX_TEXT_CHARS} characters can be masked at once: send it in parts")
        try:
            return await self._whole(passage, roster)
        except _WorkLost:
            return await self._whole(passage, roster)

    async def work(self, work: Callable[..., T], *arguments: object) -> tuple[T, float]:
        """What pure work on words gives, done beside the masking, and the CPU seconds it took.

        `work` is a module's own function. What it saw dies with the process, as what was masked does.

        Raises:
            MaskingTimedOut: it took longer than the pool's time-out; its process is replaced.
            MaskingUnavailable: the pool is closed, or its process died. MaskingError: the work failed.

        As with an analysis, work lost because another call's process had to be killed is done once more.
        """
        try:
            return await self._worked(work, *arguments)
        except _WorkLost:
            return await self._worked(work, *arguments)

    async def _worked(self, work: Callable[..., T], *arguments: object) -> tuple[T, float]:
        async with self._claimed() as crew:
            self._at_work += 1
            try:
                done = await self._run(crew, self._call_seconds, timed, work, *arguments)
            finally:
                self._at_work -= 1
            if done is None:
                self._discard(crew)
                raise MaskingTimedOut("the work took too long in its process")
            found: tuple[T, float] = self._result(crew, done)
            return found

    @asynccontextmanager
    async def _claimed(self) -> AsyncIterator[Crew]:
        """A warm crew that is not recycled meanwhile."""
        async with self._gate:
            if not self._warm:
                # A process that is still loading its model must not count as a slow analysis.
                await self.warm_up()
            crew = self._running_crew()
            self._busy += 1
            self._idle.clear()
        try:
            yield crew
        finally:
            self._busy -= 1
            if self._busy == 0:
                self._idle.set()

    async def _whole(self, passage: Passage, roster: Roster) -> Analysed:
        async with self._claimed() as crew:
            found: list[Finding] = []
            seconds, whole = 0.0, passage.text
            for start, end in pieces(whole):
                before = passage.before if start == 0 else ""
                after = passage.after if end == len(whole) else ""
                part = await self._one(crew, Passage(whole[start:end], before, after), roster)
                found += _shifted(part.findings, start)
                seconds += part.cpu_seconds
            return Analysed(without_overlap(found), seconds)

    async def recycle(self) -> None:
        """Replaces the processes once the running work is done; new calls wait and find fresh ones.

        Bounded: what has not ended within `SETTLE_SECONDS` is killed, its work done on the fresh ones.
        """
        async with self._gate:
            await self._settled()
            crew, self._crew = self._crew, None
            if crew is not None:
                self.start()
                await ended(crew)

    async def close(self) -> None:
        """Ends the processes; running calls end first, later ones raise `MaskingUnavailable`.

        Bounded like `recycle`. Doesn't wait for the gate: who holds it may be waiting for a stuck process.
        """
        crew, self._crew = self._crew, None
        if crew is not None:
            await self._settled()
            await ended(crew)

    async def _settled(self) -> None:
        """Waits for the running calls, a few seconds at most."""
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                await self._idle.wait()
        except TimeoutError:
            log.warning("masking_killed_busy", calls=self._busy)

    async def _one(self, crew: Crew, passage: Passage, roster: Roster) -> Analysed:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        try:
            done = await self._run(crew, self._call_seconds, analyse_here, passage, roster)
        except asyncio.CancelledError:
            if self._is_stuck(begun, loop.time()):
                self._discard(crew)
            raise
        if done is None:
            self._discard(crew)
            raise MaskingTimedOut("masking took too long: the text was not passed on")
        self._answered = (loop.time(), max(begun, self._answered[1]))
        return self._result(crew, done)

    def _is_stuck(self, begun: float, now: float) -> bool:
        """Whether work asked at `begun` waits for a process that answers nothing, not merely in a queue."""
        if self._at_work:
            return False  # behind a draft that takes its time: if it never ends, its own time-out shows that
        patience = min(STUCK_SECONDS, self._call_seconds)
        answered, asked = self._answered
        return now - begun >= patience and (now - answered >= patience or asked > begun)

    async def _run(
        self, crew: Crew, seconds: float, work: Callable[..., T], *arguments: object
    ) -> asyncio.Future[T] | None:
        """`work` in a process: its future when it has ended (or was lost), None when it took too long."""
        try:
            future = asyncio.get_running_loop().run_in_executor(crew, work, *arguments)
        except BrokenExecutor:
            raise self._gone(crew) from None
        try:
            done, _ = await asyncio.wait({future}, timeout=max(0.0, seconds))
        finally:
            # Also when this task is cancelled: an error nobody collects would be logged, with its text.
            future.cancel()
        return future if done else None

    def _result(self, crew: Crew, future: asyncio.Future[T]) -> T:
        """What the process found; its error is told by type only, since its words may be the text's."""
        if future.cancelled():
            raise self._gone(crew)
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, BrokenExecutor):
            raise self._gone(crew)
        name = str(error) if isinstance(error, WorkFailed) else type(error).__name__
        raise MaskingError(f"the analysis failed with {name}")

    def _gone(self, crew: Crew) -> MaskingUnavailable:
        """The error of work whose process is gone; the present crew is replaced, an older one was."""
        if crew is not self._crew and self._crew is not None:
            return _WorkLost("the masking process was replaced: try again")
        self._discard(crew)
        return MaskingUnavailable("the masking process ended: try again")

    def _running_crew(self) -> Crew:
        if self._crew is None:
            raise MaskingUnavailable("the analysis pool is not running")
        return self._crew

    def _discard(self, crew: Crew) -> None:
        """Kills a stuck or broken crew's processes and puts a new one in its place."""
        if crew is self._crew:
            self._crew = None
            crew.kill()
            crew.shutdown(wait=False, cancel_futures=True)
            self.start()
            log.warning("masking_process_replaced", calls=self._busy)


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
