"""Local agreement: which words of an open window may stand on the screen. Pure.

Every partial decodes the window anew, and the newest words are the least sure. Words on which two
decodes in a row agree are settled: what comes later replaces only what follows them (Macháček,
Dabre and Bojar, "Turning Whisper into Real-Time Transcription System", 2023). The rest is shown
as it is heard, but for a last word that may still be half spoken.
"""

from __future__ import annotations

from collections.abc import Sequence

from media_worker.hearing import Heard

_HALF_SPOKEN_SECONDS = 0.25
_SURE = 0.6


class Agreement:
    """What is shown of one open window."""

    def __init__(self) -> None:
        self._settled: tuple[Heard, ...] = ()
        self._last: tuple[Heard, ...] = ()

    def show(self, words: Sequence[Heard], seconds: float, *, paused: bool = False) -> tuple[Heard, ...]:
        """Takes what a decode of the window's first `seconds` heard; returns what to show.

        While its speaker goes on (not `paused`), an unsure word at the very end waits for the next decode.
        """
        heard = tuple(words)
        if not paused and heard and _half_spoken(heard[-1], seconds):
            heard = heard[:-1]
        following = heard[self._places(heard) :]
        agreed = _agreed(following, self._last)
        self._settled += following[:agreed]
        self._last = following[agreed:]
        return self._settled + self._last

    def _places(self, heard: Sequence[Heard]) -> int:
        """How many of the words just heard are settled already.

        Where the decode tells another beginning than the settled one, the words' times say it.
        """
        settled = self._settled
        count = len(settled)
        if [_plain(word) for word in heard[:count]] == [_plain(word) for word in settled]:
            return count
        end = settled[-1].end
        return next((place for place, word in enumerate(heard) if _middle(word) > end), len(heard))


def _agreed(heard: Sequence[Heard], before: Sequence[Heard]) -> int:
    """Words from the first on that both decodes hold."""
    count = 0
    for one, other in zip(heard, before, strict=False):
        if _plain(one) != _plain(other):
            break
        count += 1
    return count


def _half_spoken(word: Heard, seconds: float) -> bool:
    return word.end > seconds - _HALF_SPOKEN_SECONDS and word.probability < _SURE


def _middle(word: Heard) -> float:
    return (word.start + word.end) / 2


def _plain(word: Heard) -> str:
    return "".join(character for character in word.word.lower() if character.isalnum())
