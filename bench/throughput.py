"""Decodes the same recordings in several ways, over and over by turns, and notes what each turn took.

`bench/recogniser.py` says what the figures made from it mean.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from bench.clips import Pair, seconds_of, sound
from bench.cutting import Cut, Speech, cut, in_order, parted
from bench.references import Reference, Wave, Way
from bench.words import word_errors
from media_worker.__main__ import load_recogniser
from media_worker.hearing import SAMPLE_RATE, Hearing, Listener, Samples, Task
from media_worker.queueing import Job, Queue
from media_worker.settings import EarSettings

T = TypeVar("T")

WARM_UP_SECONDS = 30
"""Of each recording, decoded once in every way before anything counts."""

REST_SECONDS = 0.3
"""Between two turns, so that the threads of the one before have stopped waiting for more work."""


class NoSpeechError(Exception):
    """The voice gate finds nothing to decode."""


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and CPU seconds of this process."""

    wall: float
    cpu: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.wall + other.wall, self.cpu + other.cpu)


@dataclass(frozen=True)
class Run:
    """One turn. `speech`: decoding what was spoken; `whole`: from recordings to words, None for made windows.

    `windows`: how many were decoded, of `seconds` in all; a reference cuts its own and is given ours.
    """

    speech: Spent
    whole: Spent | None
    windows: int
    seconds: float
    errors: int
    words: int


@dataclass(frozen=True, eq=False)
class Material:
    """Recordings of one speaker each, cut, and what is said in them."""

    sounds: tuple[Samples, ...]
    waves: tuple[Wave, ...]
    cuts: tuple[Cut, ...]
    said: tuple[str, ...]

    @classmethod
    def of(cls, pairs: Sequence[Pair], settings: EarSettings) -> Material:
        """Every recording of every pair.

        Raises:
            RecordingError: one can't be read.
            NoSpeechError: nobody speaks in them.
        """
        clips = [clip for pair in pairs for clip in pair]
        said = [" ".join(word for _, _, word in clip.reference) for clip in clips]
        found = cls._cut([sound(clip.file) for clip in clips], said, settings)
        if not found.speech.windows:
            raise NoSpeechError("no speech is found in the recordings")
        return found

    @classmethod
    def _cut(cls, sounds: Sequence[Samples], said: Sequence[str], settings: EarSettings) -> Material:
        waves = tuple(one.astype(np.float32) / np.float32(32768.0) for one in sounds)
        return cls(tuple(sounds), waves, tuple(cut(one, settings) for one in sounds), tuple(said))

    def begin(self, settings: EarSettings, seconds: float = WARM_UP_SECONDS) -> Material:
        """The first seconds of each recording."""
        return self._cut([one[: round(seconds * SAMPLE_RATE)] for one in self.sounds], self.said, settings)

    @property
    def seconds(self) -> float:
        """Length of all recordings together."""
        return sum(seconds_of(one) for one in self.sounds)

    @property
    def speech(self) -> Speech:
        """The windows as cut."""
        return in_order([one.windows for one in self.cuts])

    def made(self, seconds: float) -> Speech:
        """The same speech in windows of about so many seconds."""
        return in_order([parted(one, seconds) for one in self.cuts])

    def errors(self, texts: Sequence[str]) -> tuple[int, int]:
        """Word errors and words of all recordings, as `bench/words.py` counts."""
        counts = [word_errors(said, text) for said, text in zip(self.said, texts, strict=True)]
        return sum(errors for errors, _ in counts), sum(words for _, words in counts)


Method = Callable[[Material], Run]
"""Decodes all of it once."""


def spent(work: Callable[[], T]) -> tuple[T, Spent]:
    """What the work gives and takes; all threads of the process count."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, Spent(time.perf_counter() - wall, time.process_time() - cpu)


def by_turns(methods: Mapping[str, Method], rounds: int, material: Material) -> dict[str, list[Run]]:
    """Every method's runs: in each round each has one turn, so that what drifts, drifts for all."""
    runs: dict[str, list[Run]] = {name: [] for name in methods}
    for _ in range(rounds):
        for name, method in methods.items():
            time.sleep(REST_SECONDS)
            runs[name].append(method(material))
    return runs


def hear(listener: Listener, speech: Speech, batch: int, decoders: int) -> list[Hearing]:
    """The hearing of each window: all wait at once, and `decoders` threads take batches as a worker does.

    Each window counts as a track of its own, so that no decoder waits for another.
    """
    queue, taking = Queue(batch), threading.Lock()
    heard: dict[int, Hearing] = {}
    for place, window in enumerate(speech.windows):
        queue.put(Job(str(place), Task(window), 0.0, lambda _hearing, _cpu: None))

    def decode() -> None:
        while True:
            with taking:
                jobs = queue.take()
            if not jobs:
                return
            hearings = listener.hear([job.task for job in jobs])
            heard.update(zip((int(job.track) for job in jobs), hearings, strict=True))

    with ThreadPoolExecutor(decoders, thread_name_prefix="decode") as threads:
        for decoding in [threads.submit(decode) for _ in range(decoders)]:
            decoding.result()
    return [heard[place] for place in range(len(speech.windows))]


class Worker:
    """The recogniser of a media worker with its decoding threads.

    Raises:
        ModelUnavailable: the model or the device is not there.
    """

    def __init__(self, settings: EarSettings) -> None:
        self._settings = settings
        self._listener = load_recogniser(settings)

    def as_cut(self, batch: int) -> Method:
        """Cuts the recordings one after the other, then decodes the windows, at most `batch` at once."""

        def run(material: Material) -> Run:
            cuts, cutting = spent(lambda: [cut(one, self._settings) for one in material.sounds])
            found = self._heard(material, in_order([one.windows for one in cuts]), batch)
            return replace(found, whole=cutting + found.speech)

        return run

    def made(self, seconds: float, batch: int) -> Method:
        """Decodes the same speech in windows of about so many seconds."""
        return lambda material: self._heard(material, material.made(seconds), batch)

    def _heard(self, material: Material, speech: Speech, batch: int) -> Run:
        decoders = self._settings.decoders
        hearings, took = spent(lambda: hear(self._listener, speech, batch, decoders))
        counted = material.errors(speech.texts(hearings, len(material.sounds)))
        return Run(took, None, len(speech.windows), speech.seconds, *counted)


def of_reference(reference: Reference, way: Way) -> Method:
    """Decodes the recordings by the library itself, its voice filter included."""

    def run(material: Material) -> Run:
        texts, took = spent(lambda: reference.texts(way, material.waves))
        speech = material.speech
        return Run(took, took, len(speech.windows), speech.seconds, *material.errors(texts))

    return run
