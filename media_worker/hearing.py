"""What passes between the parts of the ear: samples, windows, and what was heard in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from media_worker.scripts import written

SAMPLE_RATE = 16_000
"""Samples per second everywhere behind the audio leg."""

Samples: TypeAlias = npt.NDArray[np.int16]
"""Mono PCM, 16 kHz, int16, shape (n,)."""


@dataclass(frozen=True, eq=False)
class Window:
    """Audio of one track to be decoded: samples `start` to `end` of the track, end excluded.

    `voiced` counts the samples the voice gate held to be speech, `lead` those before the first of
    them. The window owns its samples; whoever decodes it last calls `wipe`.
    """

    number: int
    start: int
    end: int
    samples: Samples
    voiced: int
    final: bool
    lead: int = 0

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return (self.end - self.start) / SAMPLE_RATE

    @property
    def voiced_seconds(self) -> float:
        """Speech in it by the voice gate, in seconds."""
        return self.voiced / SAMPLE_RATE

    @property
    def lead_seconds(self) -> float:
        """Where speech begins by the voice gate, in seconds from the first sample."""
        return self.lead / SAMPLE_RATE

    def wipe(self) -> None:
        """Overwrites the audio: it is gone once its words are known."""
        self.samples.fill(0)

    def __repr__(self) -> str:
        return f"<Window {self.number} {self.seconds:.2f}s final={self.final}>"


@dataclass(frozen=True)
class Heard:
    """A recognised word; `start` and `end` in seconds from its window's first sample."""

    word: str
    start: float
    end: float
    probability: float

    def __repr__(self) -> str:
        return f"<Heard {len(self.word)} chars>"


class Doubt(StrEnum):
    """Why nothing was believed to be said in a window."""

    NO_VOICE = "no_voice"
    NO_SPEECH = "no_speech"
    IMPROBABLE = "improbable"
    REPETITION = "repetition"
    STOCK_PHRASE = "stock_phrase"
    ECHO = "echo"
    COUGH = "cough"
    NO_WORDS = "no_words"


@dataclass(frozen=True)
class Hearing:
    """The words of one window, or the reason why there are none."""

    words: tuple[Heard, ...] = ()
    low_confidence: bool = False
    doubt: Doubt | None = None

    @property
    def text(self) -> str:
        """The words as one line."""
        return written(word.word for word in self.words)

    def __repr__(self) -> str:
        return f"<Hearing {len(self.words)} words doubt={self.doubt}>"


@dataclass(frozen=True)
class Task:
    """A window with what the recogniser should know of its track.

    `believed`: an earlier decode of the same window has been believed, so that it holds speech.
    """

    window: Window
    language: str = "en"
    vocabulary: tuple[str, ...] = ()
    believed: bool = False

    def __repr__(self) -> str:
        return f"<Task {self.window!r}>"


class Listener(Protocol):
    """Turns windows into words. `recogniser.Recogniser` is the one that does."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        """The hearing of each task, in order. Blocks; runs in the decoding thread."""
        ...
