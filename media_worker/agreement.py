"""Local agreement: which words of an open window may stand on the screen. Pure.

Every partial decodes the window anew, and the newest words are the least sure. Words on which two
decodes in a row agree are settled: what comes later replaces only what follows them (Macháček,
Dabre and Bojar, "Turning Whisper into Real-Time Transcription System", 2023). The rest is shown
as it is heard, but for the last word, which may still be half spoken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from media_worker.hearing import Heard

_TAIL = 3
"""So many settled words are looked for in a decode that tells another beginning."""


class Agreement:
    """What is shown of one open window."""

    def __init__(self) -> None:
        self._settled: tuple[Heard, ...] = ()
        self._last: tuple[Heard, ...] = ()

    def show(self, words: Sequence[Heard], *, paused: bool = False) -> tuple[Heard, ...]:
        """Takes what a decode heard; returns what to show.

        While its speaker goes on (not `paused`), the last word waits until another decode hears it, too.
        """
        place = self._place(words)
        following = tuple(words[place:])
        agreed = _agreed(following, self._last)
        self._settled = (*self._timed(words), *following[:agreed])
        self._last = following[agreed:]
        return self._settled + (self._last if paused else self._last[:-1])

    def _timed(self, words: Sequence[Heard]) -> tuple[Heard, ...]:
        """The settled words, with the times of the newest decode that tells them."""
        if not _same(words[: len(self._settled)], self._settled):
            return self._settled
        return tuple(replace(new, word=old.word) for old, new in zip(self._settled, words, strict=False))

    def _place(self, words: Sequence[Heard]) -> int:
        """How many of the words just heard are settled already.

        Where the decode tells another beginning than the settled one, the last settled words say it.
        """
        count = len(self._settled)
        if _same(words[:count], self._settled):
            return count
        for length in range(min(_TAIL, count), 0, -1):
            tail = self._settled[-length:]
            ends = [end for end in range(length, len(words) + 1) if _same(words[end - length : end], tail)]
            if ends:
                return min(ends, key=lambda end: abs(end - count))
        return count


def _agreed(heard: Sequence[Heard], before: Sequence[Heard]) -> int:
    """Words from the first on that both decodes hold."""
    count = 0
    for one, other in zip(heard, before, strict=False):
        if _plain(one) != _plain(other):
            break
        count += 1
    return count


def _same(some: Sequence[Heard], others: Sequence[Heard]) -> bool:
    return [_plain(word) for word in some] == [_plain(word) for word in others]


def _plain(word: Heard) -> str:
    return "".join(character for character in word.word.lower() if character.isalnum())
