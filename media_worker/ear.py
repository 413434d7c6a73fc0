"""One track's ear: samples in, `Recognised` out.

The same object hears a WebRTC leg, a recording in `--streaming`, and the tests. It lives on
the event loop; only decoding happens elsewhere. All times come from the track's clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import structlog

from media_worker.agreement import Agreement
from media_worker.conditioning import OffsetBlocker
from media_worker.hearing import SAMPLE_RATE, Hearing, Samples, Task, Window
from media_worker.queueing import Job, Rank, Wish
from media_worker.recognised import SampleClock, recognised
from media_worker.scheduler import Scheduler
from media_worker.scripts import is_unspaced
from media_worker.segmenter import Segmenter
from media_worker.vad import FRAME, Judged, VoiceGate
from wire.control import Recognised

log = structlog.get_logger(__name__)

_LONG_HOLE = 2 * SAMPLE_RATE
_WHOLE_WORDS = 3
_WHOLE_CHARACTERS = 6
_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！")


@dataclass(frozen=True)
class Voice:
    """What an ear needs to know of its track."""

    track: str
    language: str = "en"
    vocabulary: tuple[str, ...] = ()


@dataclass(eq=False)
class _Likely:
    """The open window, decoded as if its speaker had finished."""

    number: int
    end: int
    hearing: Hearing | None = None
    decoded: bool = False
    owed: Callable[[Hearing | None], None] | None = None  # set when it has become the final

    @property
    def is_whole(self) -> bool:
        """Whether its words end as a sentence does; a word or two ("Okay.") often open another.

        An ellipsis is how Whisper writes a sentence broken off.
        """
        if self.hearing is None:
            return False
        text = self.hearing.text
        least = _WHOLE_CHARACTERS if text and is_unspaced(text[0]) else _WHOLE_WORDS
        if len(self.hearing.words) < least:
            return False
        return text.endswith(_SENTENCE_ENDS) and not text.endswith("..")

    def is_of(self, window: Window) -> bool:
        """Whether it holds just what the closed window holds."""
        return (self.number, self.end) == (window.number, window.end)


class Ear:
    """Hears one track. `emit` gets partials and finals in order, `spent` the CPU seconds of each decode.

    `partial_seconds`: shortest time between partials. `guess`: decode a window as if it were closed when its
    speaker falls silent; not where a closed window is handed on to somebody else, who shall get each once.
    """

    def __init__(
        self,
        voice: Voice,
        clock: SampleClock,
        gate: VoiceGate,
        segmenter: Segmenter,
        scheduler: Scheduler,
        emit: Callable[[Recognised], None],
        *,
        spent: Callable[[float], None] = lambda _: None,
        now: Callable[[], float] = lambda: asyncio.get_running_loop().time(),
        partial_seconds: float = 0.4,
        guess: bool = True,
    ) -> None:
        self._voice = voice
        self._clock = clock
        self._gate = gate
        self._segmenter = segmenter
        self._scheduler = scheduler
        self._emit = emit
        self._spent = spent
        self._now = now
        self._partial_seconds = partial_seconds
        self._guesses = guess
        self._offset = OffsetBlocker()
        self._rest = np.zeros(0, np.int16)
        self._waiting: dict[int, Window] = {}
        self._agreement = Agreement()
        self._shown: dict[int, Hearing] = {}  # by window: the partial on the screen
        self._shown_end = 0
        self._likely: _Likely | None = None
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

    def silence(self, samples: int) -> None:
        """Takes a hole of so many samples as silence; a long one is passed over without work."""
        if samples >= _LONG_HOLE:
            quiet = np.zeros(FRAME - len(self._rest), np.int16)
            self._take(quiet)
            left = samples - len(quiet)
            self._closed(self._segmenter.skip(left))
            self._gate.reset()
            samples = left % FRAME
        self._take(np.zeros(samples, np.int16))

    def stalled(self, seconds: float) -> None:
        """Closes the open window when nothing has come in for so long: its words shall not wait."""
        if self._now() - self._last_heard >= seconds:
            self._closed(self._segmenter.flush())

    async def flush(self) -> None:
        """Closes the open window and waits until every final has been emitted."""
        if len(self._rest):
            last = np.concatenate((self._rest, np.zeros(FRAME - len(self._rest), np.int16)))
            self._rest.fill(0)
            self._frame(last, self._gate.judge(last))
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
        self._likely = None
        self._idle.set()

    def _take(self, samples: Samples) -> None:
        self._last_heard = self._now()
        joined = np.concatenate((self._rest, samples))
        self._rest.fill(0)
        whole = len(joined) // FRAME * FRAME
        for place, judged in enumerate(self._gate.judge_all(joined[:whole])):
            self._frame(joined[place * FRAME : (place + 1) * FRAME].copy(), judged)
        self._rest = joined[whole:].copy()
        joined.fill(0)
        self._look()

    def _frame(self, frame: Samples, judged: Judged) -> None:
        was_open = self._is_open
        self._closed(self._segmenter.push(frame, judged))
        if self._is_open and not was_open:
            self._last_partial = self._now()  # of its first moments a window tells nothing

    @property
    def _is_open(self) -> bool:
        return self._segmenter.settled < self._segmenter.position

    def _closed(self, window: Window | None) -> None:
        if window is None:
            return
        self._agreement = Agreement()
        self._waiting[window.number] = window
        self._idle.clear()
        self._last_partial = self._now()
        delay = self._delay_from(window)
        likely, self._likely = self._likely, None

        def final(hearing: Hearing | None) -> None:
            self._final(window, hearing, delay())

        if likely is None or not likely.is_of(window):
            self._submit(window, Rank.FINAL, final)
        elif likely.decoded:
            window.wipe()
            final(likely.hearing)
        else:
            window.wipe()
            likely.owed = final
            self._scheduler.promote(self._voice.track)

    def _look(self) -> None:
        """Has the open window decoded when a partial is due, or when its speaker has fallen silent."""
        if not self._is_open:
            return
        pausing = self._segmenter.pausing
        if pausing is not None:
            if self._guesses:
                self._guess(pausing)
            if self._segmenter.rested and self._likely is not None and self._likely.is_whole:
                self._closed(self._segmenter.finish())
            return
        self._likely = None  # its speaker goes on
        now = self._now()
        if now - self._last_partial >= self._partial_seconds:
            self._last_partial = now
            self._scheduler.wish(Wish(self._voice.track, self._open_seconds, self._so_far))

    def _open_seconds(self) -> float:
        return (self._segmenter.position - self._segmenter.settled) / SAMPLE_RATE

    def _so_far(self) -> Job | None:
        """The open window as it is now, for a partial."""
        window = self._segmenter.snapshot()
        if window is None:
            return None
        self._last_partial = self._now()
        delay = self._delay_from(window)
        return self._job(window, Rank.PARTIAL, lambda hearing: self._partial(window, hearing, delay()))

    def _guess(self, end: int) -> None:
        """Decodes the window as it will be if nothing more is said: then its words are there as it closes."""
        if self._likely is not None and self._likely.end == end:
            return
        window = self._segmenter.likely()
        likely = self._likely = _Likely(window.number, window.end)
        self._last_partial = self._now()
        delay = self._delay_from(window)

        def decoded(hearing: Hearing | None) -> None:
            likely.hearing, likely.decoded = hearing, hearing is not None
            if likely.owed is not None:
                likely.owed(hearing)
            else:
                self._partial(window, hearing, delay(), paused=True)
                if hearing is None and self._likely is likely:
                    self._likely = None

        self._submit(window, Rank.LIKELY, decoded)

    def _delay_from(self, window: Window) -> Callable[[], float]:
        """Tells how long ago the window's last sample was heard."""
        # The window's end lies this far behind the newest sample.
        ended_at = self._now() - (self._segmenter.position - window.end) / SAMPLE_RATE
        return lambda: self._now() - ended_at

    def _submit(self, window: Window, rank: Rank, deliver: Callable[[Hearing | None], None]) -> None:
        self._scheduler.submit(self._job(window, rank, deliver))

    def _job(self, window: Window, rank: Rank, deliver: Callable[[Hearing | None], None]) -> Job:
        def delivered(hearing: Hearing | None, cpu: float) -> None:
            self._spent(cpu)
            deliver(hearing)

        believed = rank is Rank.PARTIAL and window.number in self._shown
        task = Task(window, self._voice.language, self._voice.vocabulary, believed)
        return Job(self._voice.track, task, self._now(), delivered, rank)

    def _partial(
        self, window: Window, hearing: Hearing | None, delay: float, *, paused: bool = False
    ) -> None:
        """Shows an open window's words, unless it has closed meanwhile or nothing is new."""
        if hearing is None or not hearing.words or window.number != self._segmenter.number:
            return
        if window.end < self._shown_end:
            return  # a decode that began later was done sooner
        self._shown_end = window.end
        words = self._agreement.show(hearing.words, paused=paused)
        shown = self._shown.get(window.number)
        hearing = replace(hearing, words=words)
        if not words or (shown is not None and shown.text == hearing.text):
            return
        self._shown[window.number] = hearing
        self._emit(self._recognised(replace(window, final=False), hearing, delay))

    def _final(self, window: Window, hearing: Hearing | None, delay: float) -> None:
        self._waiting.pop(window.number, None)
        shown = self._shown.pop(window.number, None)
        failed = hearing is None
        if hearing is None:  # decoding failed: what the screen shows was heard, if not to its end
            hearing = replace(shown or Hearing(), low_confidence=True)
        if hearing.words or shown or failed:  # an empty one takes a partial away, or tells of a loss
            message = self._recognised(window, hearing, delay)
            self._last_end = max(self._last_end, message.end)
            self._emit(message)
        if not self._waiting:
            self._idle.set()

    def _recognised(self, window: Window, hearing: Hearing, delay: float) -> Recognised:
        return recognised(self._voice.track, window, hearing, self._clock, self._last_end, delay)
