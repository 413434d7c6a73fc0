"""An ear that also tells voices apart: the same sound goes to the ear, and to the models behind it.

Partials and finals come as from the ear alone, no later. Whose words they are follows when ten seconds were
heard, and once for all at the end.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby

import structlog

from media_worker.ear import Ear
from media_worker.hearing import Samples
from media_worker.recognised import SampleClock
from media_worker.voices.separation import Models, Piece, Pieces, Separation, analysed
from wire.control import MAX_VOICE_PARTS, Recognised, VoicePart, VoicesSettled

log = structlog.get_logger(__name__)

MOST_WAITING = 6
"""Pieces of a track that wait for the models (half a minute). One more, and the oldest is left out."""


class VoiceRoom:
    """The models and the one thread in which they work, for all tracks of a worker."""

    def __init__(self, models: Models) -> None:
        self.models = models
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="voices")


@dataclass(frozen=True)
class Shared:
    """A microphone that people share: its track, and how many they are at the most."""

    track: str
    voices: int


class VoicesEar:
    """Hears one track and tells its voices apart. `make_ear` gets the function the ear shall emit to.

    `send` gets what the ear emits, and `VoicesSettled`; `spent` the CPU seconds of telling voices apart.
    """

    def __init__(
        self,
        shared: Shared,
        clock: SampleClock,
        room: VoiceRoom,
        make_ear: Callable[[Callable[[Recognised], None]], Ear],
        send: Callable[[Recognised | VoicesSettled], None],
        spent: Callable[[float], None] = lambda _: None,
    ) -> None:
        self._track = shared.track
        self._room = room
        self._send = send
        self._spent = spent
        self._separation = Separation(shared.voices)
        self._pieces = Pieces(clock, self._cut)
        self._waiting: deque[Piece] = deque()
        self._working: asyncio.Future[tuple[list[VoicePart], float]] | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._gone = False
        self._ear = make_ear(self._said)

    @property
    def heard(self) -> float:
        """As of the ear."""
        return self._ear.heard

    @property
    def finalised(self) -> float:
        """As of the ear: words are final before their voice is settled."""
        return self._ear.finalised

    def hear(self, samples: Samples) -> None:
        """Takes the next samples; they are copied, and the copies are overwritten in time."""
        self._pieces.hear(samples)
        self._ear.hear(samples)

    def silence(self, samples: int) -> None:
        """Takes a hole of so many samples."""
        self._pieces.silence(samples)
        self._ear.silence(samples)

    def stalled(self, seconds: float) -> None:
        """As of the ear."""
        self._ear.stalled(seconds)

    async def flush(self) -> None:
        """Waits until every final was emitted and every voice is settled; says so last."""
        await self._ear.flush()
        self._pieces.finish()
        await self._idle.wait()
        if self._gone:
            return
        loop = asyncio.get_running_loop()
        parts = await loop.run_in_executor(self._room.thread, self._separation.settled)
        log.info("voices_settled", track=self._track, voices=self._separation.voices, parts=len(parts))
        *first, last = told_in_messages(self._track, parts)
        for message in first:
            self._send(message)
        self._send(last.model_copy(update={"settled": True}))

    def discard(self) -> None:
        """Overwrites and forgets all audio and every voice print; nothing more is emitted."""
        self._gone = True
        self._ear.discard()
        self._pieces.wipe()
        for piece in self._waiting:
            piece.wipe()
        self._waiting.clear()
        if self._working is None:
            self._separation.erase()
            self._idle.set()

    def _said(self, message: Recognised) -> None:
        self._send(message)
        if message.final:
            self._separation.said(message)

    def _cut(self, piece: Piece) -> None:
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.popleft().wipe()
            log.warning("voices_behind", track=self._track)
        self._waiting.append(piece)
        self._idle.clear()
        self._next()

    def _next(self) -> None:
        if self._working is not None or not self._waiting:
            return
        piece = self._waiting.popleft()
        self._working = asyncio.get_running_loop().run_in_executor(self._room.thread, self._analyse, piece)
        self._working.add_done_callback(self._analysed)

    def _analyse(self, piece: Piece) -> tuple[list[VoicePart], float]:
        """In the models' thread: what is new, and the CPU seconds it took."""
        begun = time.thread_time()
        self._separation.learn(analysed(piece, self._room.models))
        return self._separation.revised(), time.thread_time() - begun

    def _analysed(self, work: asyncio.Future[tuple[list[VoicePart], float]]) -> None:
        self._working = None
        if self._gone:
            work.exception()
            self._separation.erase()
            self._idle.set()
            return
        error = work.exception()
        if error is not None:  # these seconds stay unsure; the words are there
            log.error("voices_not_told", track=self._track, error=type(error).__name__)
        else:
            parts, cpu = work.result()
            self._spent(cpu)
            for message in told_in_messages(self._track, parts) if parts else ():
                self._send(message)
        self._next()
        if self._working is None:
            self._idle.set()


def told_in_messages(track: str, parts: Sequence[VoicePart]) -> Iterator[VoicesSettled]:
    """The parts in as few messages as they fit in, a segment never in two; one if there are none."""
    batch: list[VoicePart] = []
    for _, of_one in groupby(parts, key=lambda part: part.segment):
        fresh = list(of_one)
        if len(batch) + len(fresh) > MAX_VOICE_PARTS:
            yield VoicesSettled(track=track, parts=tuple(batch), settled=False)
            batch = []
        batch += fresh
    yield VoicesSettled(track=track, parts=tuple(batch), settled=False)
