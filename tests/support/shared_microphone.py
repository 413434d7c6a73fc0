"""Invented voices that share a microphone, as the voice models would tell them: prints without any sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.voices.layout import FRAMES, PRINT
from media_worker.voices.local import FRAME_SECONDS, MIDDLE, Chunk, Stretch
from wire import Word
from wire.control import Recognised

Print = npt.NDArray[np.float64]


def voice_print(voice: int, take: int = 0, noise: float = 0.5) -> Print:
    """A print of a voice: every take is a little different, as far as prints of one voice in a room are."""
    base = np.random.default_rng((voice, 3)).normal(size=PRINT)
    other = np.random.default_rng((voice, take, 7)).normal(size=PRINT)
    mixed = base / np.linalg.norm(base) + noise * other / np.linalg.norm(other)
    print_of: Print = mixed / np.linalg.norm(mixed)
    return print_of


def chunk(start: float, said: Iterable[tuple[int, float, float, int]]) -> Chunk:
    """Ten seconds from `start` in which local `speaker` says something from one time to another as `voice`.

    Whoever speaks less than 0.4 s, or not alone, is active without a print.
    """
    said = list(said)
    activity = np.zeros((FRAMES, 3), np.float32)
    places = []
    for number, (speaker, begin, end, voice) in enumerate(said):
        first = max(0, round((begin - start - MIDDLE) / FRAME_SECONDS))
        last = min(FRAMES, round((end - start - MIDDLE) / FRAME_SECONDS))
        activity[first:last, speaker] = 1.0
        places.append((speaker, first, last, voice_print(voice, number)))
    alone = activity.sum(axis=1) == 1
    stretches = tuple(
        Stretch(speaker, first, last, told)
        for speaker, first, last, told in places
        if (last - first) * FRAME_SECONDS >= 0.4 and alone[first:last].all()
    )
    return Chunk(start, activity, stretches)


def final_of(number: int, begin: float, count: int = 8) -> Recognised:
    """The final `t-NUMBER` of so many words, three a second."""
    words = tuple(
        Word(word="word", start=begin + 0.3 * n, end=begin + 0.3 * n + 0.28, probability=1.0)
        for n in range(count)
    )
    return Recognised(
        track="t", id=f"t-{number}", start=begin, end=words[-1].end, text="word", final=True, words=words
    )


class PlainEar:
    """Hears a word a second, final at once."""

    def __init__(self, emit: Callable[[Recognised], None], of: int = 1) -> None:
        self._emit = emit
        self._of = of
        self._number = 0
        self.heard = self.finalised = 0.0
        self.discarded = False

    def hear(self, samples: Samples) -> None:
        self.heard += len(samples) / SAMPLE_RATE

    def silence(self, samples: int) -> None:
        self.heard += samples / SAMPLE_RATE

    def stalled(self, seconds: float) -> None:
        pass

    async def flush(self) -> None:
        for _ in range(self._of):
            self._emit(final_of(self._number, float(self._number), 2))
            self._number += 1

    def discard(self) -> None:
        self.discarded = True
