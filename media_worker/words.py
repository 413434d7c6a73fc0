"""Tokens made into words: punctuation joined to its word, times aligned or estimated. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from media_worker.hearing import Heard
from media_worker.scripts import is_unspaced

_OPENING = frozenset("\"'“¿([{-‘$£€#")
_MAX_WORD_SECONDS = 1.6


def join_words(entries: Iterable[Mapping[str, Any]]) -> list[Heard]:
    """faster-whisper's alignment entries (`word`, `start`, `end`, `probability`) -> words without spaces.

    A mark that stands alone joins its neighbour. A word that the alignment stretched over a
    pause is shortened to a credible length, keeping its end. Han and kana have no spaces: there
    each entry, mostly one character, is a word.
    """
    words: list[Heard] = []
    opening = ""
    for entry in entries:
        raw = str(entry["word"])
        text = raw.strip()
        if not text:
            continue
        if not any(character.isalnum() for character in text):
            if text in _OPENING and raw.startswith(" "):
                opening += text
            elif words:
                words[-1] = _with_suffix(words[-1], text)
            continue
        joined = words and not raw.startswith(" ") and not opening and not is_unspaced(text[0])
        if joined:
            words[-1] = _extended(words[-1], text, entry)
        else:
            words.append(_word(opening + text, entry))
        opening = ""
    return words


def spread_words(pieces: Sequence[str], start: float, end: float, probability: float) -> list[Heard]:
    """Decoded pieces -> words with estimated times: the stretch from `start` to `end` (seconds) by letters.

    For what is shown for a moment: an alignment costs as much as a third of a decode.
    """
    whole = sum(map(len, pieces)) or 1
    entries, at = [], start
    for piece in pieces:
        until = at + (end - start) * len(piece) / whole
        entries.append({"word": piece, "start": at, "end": until, "probability": probability})
        at = until
    return join_words(entries)


def _word(text: str, entry: Mapping[str, Any]) -> Heard:
    start, end = float(entry["start"]), float(entry["end"])
    return Heard(text, max(start, end - _MAX_WORD_SECONDS), end, _probability(entry))


def _extended(word: Heard, text: str, entry: Mapping[str, Any]) -> Heard:
    probability = min(word.probability, _probability(entry))
    return Heard(word.word + text, word.start, max(word.end, float(entry["end"])), probability)


def _with_suffix(word: Heard, mark: str) -> Heard:
    return Heard(word.word + mark, word.start, word.end, word.probability)


def _probability(entry: Mapping[str, Any]) -> float:
    return min(1.0, max(0.0, float(entry["probability"])))
