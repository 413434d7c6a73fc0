"""A hearing as the wire's message, its words on the session clock. Pure."""

from __future__ import annotations

from typing import Protocol

from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Window
from wire import Word
from wire.control import Recognised


class SampleClock(Protocol):
    """Maps a track's sample index to session seconds, never backwards."""

    def at(self, index: int) -> float:
        """Session seconds of a sample."""
        ...


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
