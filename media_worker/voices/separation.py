"""One track's voices, from its sound and the times of its words. Sans-I/O: the models come as an argument.

Ten seconds are kept at a time, half of them twice; then they are overwritten. What stays is who spoke when,
and a voice print for each speaker of each ten seconds, in memory, until `erase`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.recognised import SampleClock
from media_worker.voices.clustering import Voices, voices_of
from media_worker.voices.cutting import Said, Timeline, parts_of
from media_worker.voices.fbank import Features
from media_worker.voices.layout import CHUNK, Activity, Prints
from media_worker.voices.local import Chunk, stretches_of
from wire.control import Recognised, VoicePart

STEP = CHUNK // 2
"""Samples from one piece to the next: every word is heard in the middle of one or the other."""

LONG_HOLE = 2 * SAMPLE_RATE
"""A hole this long ends a piece: what comes after it is no neighbour."""

_QUIET_PEAK = 90
"""Pieces whose loudest sample is below (-51 dBFS) hold nobody, and cost nothing."""

_LEAST = SAMPLE_RATE // 10
_TAIL_SECONDS = 2 * CHUNK / SAMPLE_RATE
_ANEW_SHARE = 1.2
_SAME_CERTAINTY = 0.15


class Models(Protocol):
    """What tells who speaks; `nets.Nets` does."""

    def activity(self, samples: Samples) -> Activity:
        """Who of three local speakers speaks when."""
        ...

    def prints(self, windows: Features) -> Prints:
        """The voice print of each window."""
        ...


@dataclass(frozen=True, eq=False)
class Piece:
    """At most ten seconds of a track, its own copy; `start` in session seconds."""

    start: float
    samples: Samples

    @property
    def end(self) -> float:
        """Session seconds of its end."""
        return self.start + len(self.samples) / SAMPLE_RATE

    def wipe(self) -> None:
        """Overwrites the sound."""
        self.samples.fill(0)

    def __repr__(self) -> str:
        return f"<Piece {self.start:.1f} {len(self.samples)}>"


class Pieces:
    """Cuts a track's sound into pieces that overlap by half."""

    def __init__(self, clock: SampleClock, give: Callable[[Piece], None]) -> None:
        self._clock = clock
        self._give = give
        self._kept = np.zeros(CHUNK, np.int16)
        self._filled = self._given = self._index = 0

    def hear(self, samples: Samples) -> None:
        """Takes the next samples; they are copied."""
        while len(samples):
            taken = samples[: CHUNK - self._filled]
            self._kept[self._filled : self._filled + len(taken)] = taken
            self._filled += len(taken)
            self._index += len(taken)
            samples = samples[len(taken) :]
            if self._filled == CHUNK:
                self._cut()
                self._kept[: CHUNK - STEP] = self._kept[STEP:]
                self._kept[CHUNK - STEP :] = 0
                self._filled = self._given = CHUNK - STEP

    def silence(self, samples: int) -> None:
        """Takes a hole of so many samples."""
        if samples < LONG_HOLE:
            self.hear(np.zeros(samples, np.int16))
            return
        self.finish()
        self._index += samples

    def finish(self) -> None:
        """Gives what was not given yet, and begins anew."""
        if self._filled - self._given >= _LEAST:
            self._cut()
        self.wipe()

    def wipe(self) -> None:
        """Overwrites what is kept of the sound."""
        self._kept.fill(0)
        self._filled = self._given = 0

    def _cut(self) -> None:
        samples = self._kept[: self._filled]
        if max(int(samples.max()), -int(samples.min())) >= _QUIET_PEAK:
            self._give(Piece(self._clock.at(self._index - self._filled), samples.copy()))


def analysed(piece: Piece, models: Models) -> Chunk:
    """Who speaks in a piece. Costs some 0.1 s of CPU; the piece is overwritten."""
    try:
        activity = models.activity(piece.samples)
        return Chunk(piece.start, activity, stretches_of(piece.samples, activity, models.prints))
    finally:
        piece.wipe()


@dataclass(eq=False)
class Separation:
    """Whose words the finals of a track are. `most`: people at the most.

    `learn`, `revised` and `settled` are called one after the other; `said` at any time.
    """

    most: int
    _chunks: list[Chunk] = field(default_factory=list)
    _said: list[Said] = field(default_factory=list)
    _told: dict[str, tuple[VoicePart, ...]] = field(default_factory=dict)
    _voices: Voices = field(default_factory=lambda: voices_of((), 1))
    _anew_at: int = 1

    def __repr__(self) -> str:
        return f"<Separation chunks={len(self._chunks)} finals={len(self._said)} voices={len(self._voices)}>"

    @property
    def voices(self) -> int:
        """Voices told apart so far."""
        return len(self._voices)

    def said(self, final: Recognised) -> None:
        """Notes when the words of a final were said."""
        if final.words:
            self._said.append(Said.of(final))

    def learn(self, chunk: Chunk) -> None:
        """Takes in what was found in a piece."""
        self._chunks.append(chunk)

    def revised(self) -> list[VoicePart]:
        """The parts of finals that are new or otherwise than told before, if they were heard to their end.

        The voices are told apart anew ever more seldom, so that an hour costs little more than its sound.
        """
        if not self._chunks:
            return []
        heard = self._chunks[-1].end
        ready = [one for one in self._said if one.end <= heard]
        if len(self._chunks) >= self._anew_at:
            self._anew_at = math.ceil(len(self._chunks) * _ANEW_SHARE)
            self._cluster()
            chunks = self._chunks
        else:
            ready = [one for one in ready if one.end >= heard - _TAIL_SECONDS]
            chunks = [chunk for chunk in self._chunks if chunk.end >= heard - 2 * _TAIL_SECONDS]
        return self._news(parts_of(ready, Timeline(chunks, self._voices), len(self._voices)))

    def settled(self) -> list[VoicePart]:
        """The parts of all finals, by all that was heard."""
        self._cluster()
        return parts_of(self._said, Timeline(self._chunks, self._voices), len(self._voices))

    def erase(self) -> None:
        """Overwrites the voice prints and forgets everything."""
        for chunk in self._chunks:
            chunk.erase()
        self._voices.erase()
        self._chunks, self._said, self._told = [], [], {}

    def _cluster(self) -> None:
        older, self._voices = self._voices, voices_of(self._chunks, self.most)
        older.erase()

    def _news(self, parts: Iterable[VoicePart]) -> list[VoicePart]:
        told: dict[str, list[VoicePart]] = {}
        for part in parts:
            told.setdefault(part.segment, []).append(part)
        news = {name: tuple(new) for name, new in told.items() if not _alike(self._told.get(name, ()), new)}
        self._told.update(news)
        return [part for new in news.values() for part in new]


def _alike(old: Iterable[VoicePart], new: Iterable[VoicePart]) -> bool:
    """Whether two tellings cut the words alike, about as surely."""
    old, new = list(old), list(new)
    return len(old) == len(new) and all(
        (one.first_word, one.last_word, one.voice) == (other.first_word, other.last_word, other.voice)
        and abs(one.certainty - other.certainty) < _SAME_CERTAINTY
        for one, other in zip(old, new, strict=True)
    )
