"""One track's ear: samples in, `Recognised` out.

The same object hears a WebRTC leg, a recording in `--streaming`, and the tests. It lives on
the event loop; only decoding happens elsewhere. All times come from the track's clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import structlog

from media_worker.conditioning import OffsetBlocker
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Samples, Task, Window
from media_worker.scheduler import Job, Scheduler
from media_worker.segmenter import Segmenter
from media_worker.vad import FRAME, VoiceGate
from wire import Word
from wire.control import Recognised

log = structlog.get_logger(__name__)

_LONG_HOLE = 2 * SAMPLE_RATE


class SampleClock(Protocol):
    """Maps a track's sample index to session seconds, never backwards."""

    def at(self, index: int) -> float:
        """Session seconds of a sample."""
        ...


@dataclass(frozen=True)
class Voice:
    """What an ear needs to know of its track."""

    track: str
    language: str = "en"
    vocabulary: tuple[str, ...] = ()


class Ear:
    """Hears one track. `emit` gets partials and finals in order, `spent` the CPU seconds of each decode."""

    def __init__(
        self,
        voice: Voice,
        clock: SampleClock,
        gate: VoiceGate,
        segmenter: Segmenter,
        scheduler: Scheduler,
        emit: Callable[[Recognised], None],
        spent: Callable[[float], None] = lambda _: None,
        now: Callable[[], float] = lambda: asyncio.get_running_loop().time(),
    ) -> None:
        self._voice = voice
        self._clock = clock
        self._gate = gate
        self._segmenter = segmenter
        self._scheduler = scheduler
        self._emit = emit
        self._spent = spent
        self._now = now
        self._offset = OffsetBlocker()
        self._rest = np.zeros(0, np.int16)
        self._waiting: dict[int, Window] = {}
        self._shown: dict[int, Hearing] = {}  # by window: the partial on the screen
        self._last_partial = 0.0
        self._last_heard = now()
        self._last_end = 0.0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def heard(self) -> float:
        """Session seconds up to which this track was heard."""
        return self._clock.at(self._segmenter.position)

    @property
    def finalised(self) -> float:
        """Session seconds before which every word has been sent as final."""
        starts = [window.start for window in self._waiting.values()]
        return self._clock.at(min([self._segmenter.settled, *starts]))

    def hear(self, samples: Samples) -> None:
        """Takes the next samples; they are copied, and the copy is overwritten in time."""
        clean = self._offset.feed(samples)
        self._take(clean)
        if clean is not samples:
            clean.fill(0)

    def _take(self, samples: Samples) -> None:
        self._last_heard = self._now()
        joined = np.concatenate((self._rest, samples))
        whole = len(joined) // FRAME * FRAME
        verdicts = self._gate.judge_all(joined[:whole])
        for start, judged in zip(range(0, whole, FRAME), verdicts, strict=True):
            self._closed(self._segmenter.push(joined[start : start + FRAME].copy(), judged))
        self._rest = joined[whole:].copy()
        joined.fill(0)
        self._show()

    def silence(self, samples: int) -> None:
        """Takes a hole of so many samples as silence; a long one is passed over without work."""
        if samples >= _LONG_HOLE:
            quiet = np.zeros(FRAME - len(self._rest), np.int16)
            self._take(quiet)
            left = samples - len(quiet)
            self._closed(self._segmenter.skip(left))
            samples = left % FRAME
        self._take(np.zeros(samples, np.int16))

    def stalled(self, seconds: float) -> None:
        """Closes the open window when nothing has come in for so long: its words shall not wait."""
        if self._now() - self._last_heard >= seconds:
            self._closed(self._segmenter.flush())

    async def flush(self) -> None:
        """Closes the open window and waits until every final has been emitted."""
        if len(self._rest):
            self._frame(np.concatenate((self._rest, np.zeros(FRAME - len(self._rest), np.int16))))
            self._rest = np.zeros(0, np.int16)
        self._closed(self._segmenter.flush())
        await self._idle.wait()

    def discard(self) -> None:
        """Overwrites and forgets all audio and all that waits; nothing more is emitted."""
        self._scheduler.drop(self._voice.track)
        self._segmenter.discard()
        self._rest.fill(0)
        self._waiting.clear()
        self._shown.clear()
        self._idle.set()

    def _frame(self, frame: Samples) -> None:
        self._closed(self._segmenter.push(frame, self._gate.judge(frame)))

    def _closed(self, window: Window | None) -> None:
        if window is None:
            return
        self._waiting[window.number] = window
        self._idle.clear()
        self._last_partial = self._now()
        self._submit(window)

    def _show(self) -> None:
        """Submits a partial of the open window when one is due."""
        is_open = self._segmenter.settled < self._segmenter.position
        self._scheduler.speaking(self._voice.track, on=is_open)
        now = self._now()
        if is_open and now - self._last_partial >= self._scheduler.partial_interval():
            self._last_partial = now
            window = self._segmenter.snapshot()
            if window is not None:
                self._submit(window)

    def _submit(self, window: Window) -> None:
        # The window's end lies this far behind the newest sample.
        behind = (self._segmenter.position - window.end) / SAMPLE_RATE
        ended_at = self._now() - behind

        def deliver(hearing: Hearing | None, cpu: float) -> None:
            self._spent(cpu)
            self._heard(window, hearing, self._now() - ended_at)

        task = Task(window, self._voice.language, self._voice.vocabulary)
        self._scheduler.submit(Job(self._voice.track, task, self._now(), deliver))

    def _heard(self, window: Window, hearing: Hearing | None, delay: float) -> None:
        if not window.final:
            if hearing is not None and hearing.words and window.number not in self._finished():
                self._shown[window.number] = hearing
                self._emit(self._recognised(window, hearing, delay))
            return
        self._waiting.pop(window.number, None)
        shown = self._shown.pop(window.number, None)
        if hearing is None:  # decoding failed: what the screen shows was heard, if not to its end
            hearing = replace(shown or Hearing(), low_confidence=True)
        if hearing.words or shown:  # an empty final takes a partial off the screen
            message = self._recognised(window, hearing, delay)
            self._last_end = max(self._last_end, message.end)
            self._emit(message)
        if not self._waiting:
            self._idle.set()

    def _finished(self) -> set[int]:
        """Windows closed but not yet final: their partials are too late to show."""
        return set(self._waiting)

    def _recognised(self, window: Window, hearing: Hearing, delay: float) -> Recognised:
        return recognised(self._voice.track, window, hearing, self._clock, self._last_end, delay)


def recognised(
    track: str, window: Window, hearing: Hearing, clock: SampleClock, earliest: float, delay: float = 0.0
) -> Recognised:
    """The wire's message of one hearing; no word begins before `earliest` (session seconds)."""
    words = _timed(window, hearing.words, clock, earliest)
    return Recognised(
        track=track,
        id=f"{track}-{window.number}",
        start=words[0].start if words else clock.at(window.start),
        end=words[-1].end if words else clock.at(window.end),
        text=hearing.text,
        final=window.final,
        words=words,
        low_confidence=hearing.low_confidence,
        delay=round(max(0.0, delay), 3),
    )


def _timed(window: Window, heard: tuple[Heard, ...], clock: SampleClock, earliest: float) -> tuple[Word, ...]:
    """Words on the session clock, each beginning no earlier than the one before it."""
    words = []
    for one in heard:
        start = max(earliest, clock.at(_index(window, one.start)))
        end = max(start, clock.at(_index(window, one.end)))
        earliest = start
        words.append(
            Word(word=one.word, start=round(start, 3), end=round(end, 3), probability=one.probability)
        )
    return tuple(words)


def _index(window: Window, seconds: float) -> int:
    return min(window.start + round(seconds * SAMPLE_RATE), window.end)
