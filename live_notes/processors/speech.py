"""Speech on its way to a recognising processor, and the words that may come back.

Sound can't be masked: a voice is an identifier of its own (45 CFR 164.514(b)(2)(i)(P)). So it
lives in memory only, is overwritten, and no record of it holds more than its length and hash.
"""

from __future__ import annotations

import io
import math
import wave
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from live_notes.errors import AnswerInvalid

SAMPLE_RATE = 16_000
BYTES_A_SAMPLE = 2
MAX_SECONDS = 30.0
"""Longest speech sent at once: a window is never longer."""

_WORDS_A_SECOND = 8
"""Nobody speaks faster: more words than this were not heard but invented."""
_WORDS_MORE = 8
_LONGEST_WORD = 80
_LATE_SECONDS = 1.0
"""How far behind the sound's end a word may end: recognisers pad."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One window of one person's speech: 16-bit mono PCM at 16 kHz, little endian.

    Raises:
        ValueError: it is empty, longer than `MAX_SECONDS`, or half a sample too long.
    """

    pcm: bytearray = field(repr=False)
    language: str = "en"

    def __post_init__(self) -> None:
        if not 0 < self.seconds <= MAX_SECONDS or len(self.pcm) % BYTES_A_SAMPLE:
            raise ValueError(f"speech is whole samples, at most {MAX_SECONDS:g} seconds of them")

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.pcm) / BYTES_A_SAMPLE / SAMPLE_RATE

    def wav(self) -> bytes:
        """It as a WAV file in memory."""
        file = io.BytesIO()
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(BYTES_A_SAMPLE)
            sound.setframerate(SAMPLE_RATE)
            sound.writeframes(self.pcm)
        return file.getvalue()

    def wipe(self) -> None:
        """Overwrites the samples."""
        self.pcm[:] = bytes(len(self.pcm))


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word a processor heard; times in seconds from the window's first sample."""

    word: str = field(repr=False)
    start: float
    end: float


def read_words(answer: object, speech: Speech) -> tuple[SpokenWord, ...]:
    """The words of an answer of `/v1/audio/transcriptions` (`verbose_json` with word times).

    Raises:
        AnswerInvalid: it has not that form, words without times, times outside the window or backwards,
            or more words than anybody says in that time.
    """
    text = getattr(answer, "text", None)
    entries = getattr(answer, "words", None)
    if not isinstance(text, str) or not isinstance(entries, list | None):
        raise AnswerInvalid("the processor's answer is no transcription")
    if not entries:
        if text.strip():
            raise AnswerInvalid("the processor gives no word times")
        return ()
    if len(entries) > _WORDS_A_SECOND * speech.seconds + _WORDS_MORE:
        raise AnswerInvalid("the processor heard more words than can be said in that time")
    words = tuple(_word(entry, speech.seconds) for entry in entries)
    if any(later.start < earlier.start for earlier, later in pairwise(words)):
        raise AnswerInvalid("the processor's words run backwards")
    return words


def _word(entry: Any, seconds: float) -> SpokenWord:
    word, start, end = (getattr(entry, name, None) for name in ("word", "start", "end"))
    if not isinstance(word, str) or not word.strip() or len(word) > _LONGEST_WORD or not word.isprintable():
        raise AnswerInvalid("a word of the processor's is none")
    times: Sequence[Any] = (start, end)
    if not all(isinstance(time, int | float) and math.isfinite(time) for time in times):
        raise AnswerInvalid("a word of the processor's has no time")
    if not -0.01 <= times[0] <= times[1] <= seconds + _LATE_SECONDS:
        raise AnswerInvalid("a word of the processor's lies outside the window")
    return SpokenWord(word.strip(), min(max(0.0, float(times[0])), seconds), min(float(times[1]), seconds))
