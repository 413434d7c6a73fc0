"""Plays sound through the ear of a call (gate, segmenter, recogniser), as fast as it decodes.

The same `Ear` as a live track's; only the scheduler is another: it decodes at once, and time
is counted by samples, so that a run does not depend on the machine's speed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import numpy as np

from bench.told import VOCABULARY
from media_worker import doubt
from media_worker.audio import to_int16
from media_worker.clock import FileClock
from media_worker.confirmation import Confirmed
from media_worker.ear import Ear, Voice
from media_worker.ears import cuts_of, gate_of
from media_worker.hearing import SAMPLE_RATE, Listener, Samples
from media_worker.queueing import Job, Wish
from media_worker.recordings import Recording
from media_worker.scheduler import Scheduler
from media_worker.segmenter import Segmenter
from media_worker.settings import EarSettings
from wire.control import Recognised

_STEP = SAMPLE_RATE * 60 // 1000


class AtOnce:
    """Decodes every window when it is submitted."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self.windows = 0

    def submit(self, job: Job) -> None:
        """Decodes a window."""
        self.windows += 1
        hearing = self._listener.hear([job.task])[0]
        job.deliver(hearing, 0.0)

    def wish(self, wish: Wish) -> None:
        """Grants a partial."""
        job = wish.job()
        if job is not None:
            self.submit(job)

    def promote(self, track: str) -> None:
        """What is submitted has been decoded."""

    def drop(self, track: str) -> None:
        """Nothing waits here."""


@dataclass
class Heard:
    """What came out of one sound."""

    finals: list[Recognised] = field(default_factory=list)
    partials: list[Recognised] = field(default_factory=list)
    windows: int = 0

    @property
    def text(self) -> str:
        """The finals' words."""
        return " ".join(one.text for one in self.finals if one.text)

    @property
    def words(self) -> int:
        """Words of finals and of partials: whatever a reader saw."""
        return sum(len(one.text.split()) for one in (*self.finals, *self.partials))


async def _through(
    samples: Samples,
    listener: Listener,
    partial_seconds: float,
    vocabulary: tuple[str, ...],
    language: str,
) -> Heard:
    settings, found, position = EarSettings(), Heard(), 0
    scheduler = AtOnce(listener)
    ear = Ear(
        Voice("noise", language, vocabulary),
        FileClock(),
        gate_of(settings),
        Segmenter(cuts_of(settings)),
        cast(Scheduler, scheduler),
        lambda message: (found.finals if message.final else found.partials).append(message),
        now=lambda: position / SAMPLE_RATE,
        partial_seconds=partial_seconds,
    )
    for start in range(0, len(samples), _STEP):
        position = start + _STEP
        ear.hear(samples[start : start + _STEP].copy())
    await ear.flush()
    found.windows = scheduler.windows
    return found


def play(
    samples: Samples,
    listener: Listener,
    partial_seconds: float = 0.8,
    vocabulary: tuple[str, ...] = VOCABULARY,
    language: str = "en",
) -> Heard:
    """The words heard in mono int16 at 16 kHz, with a partial every so many seconds."""
    return asyncio.run(_through(samples, listener, partial_seconds, vocabulary, language))


def unguarded() -> ExitStack:
    """A context in which the recogniser believes everything that the voice gate lets through."""
    stack = ExitStack()

    def whole(words: Sequence[Any], *_: Any) -> list[Any]:
        return list(words)

    stack.enter_context(patch.object(Confirmed, "worth_decoding", new=True))
    stack.enter_context(patch.object(doubt, "judge", lambda *_: None))
    stack.enter_context(patch.object(doubt, "may_be_cough", lambda _: False))
    for name in ("without_circle", "without_repeats"):
        stack.enter_context(patch.object(doubt, name, whole))
    return stack


def read(path: Path) -> Samples:
    """A recording as mono int16 at 16 kHz."""
    with Recording(path) as recording:
        return np.concatenate([piece.tracks[0] for piece in recording.pieces()])


def as_samples(sound: Any) -> Samples:
    """Floats in int16 units, clipped."""
    return to_int16(np.asarray(sound, np.float32))
