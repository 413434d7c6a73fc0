"""Letters said one by one: "s a r a h", "double s", "b as in boy", and the radio alphabet in codes."""

from __future__ import annotations

from live_notes.masking.lexicon.word_set import in_order
from live_notes.masking.spoken.words import Words

_RADIO = in_order(
    """alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa
    quebec romeo sierra tango uniform victor whiskey xray yankee zulu"""
)
RADIO = {word: word[0] for word in _RADIO} | {"alfa": "a", "juliett": "j", "whisky": "w", "x-ray": "x"}
"""The radio alphabet (ICAO Annex 10, volume II)."""

_REPEATED = {"double": 2, "triple": 3, "treble": 3}
_WRITTEN_HOW = frozenset({"capital", "uppercase", "lowercase"})
_EXPLAINS = frozenset({"like", "for"})


def letters_at(words: Words, position: int, *, radio: bool = False) -> tuple[str, int]:
    """The letter or letters said at `position`, and how many words that takes; ("", 0) if none is.

    `radio`: words of the radio alphabet stand for letters, as within a code.
    """
    first = position
    low = words.low(position)
    if low in _WRITTEN_HOW and _letter(words, position + 1, radio):
        position += 1
    elif (
        low in {"upper", "lower"}
        and words.low(position + 1) == "case"
        and _letter(words, position + 2, radio)
    ):
        position += 2
    times = _REPEATED.get(words.low(position), 1)
    position += times > 1
    letter = _letter(words, position, radio)
    if not letter:
        return "", 0
    position += 1
    if letter == "x" and radio and words.low(position) == "ray":
        position += 1
    position += _explained(words, position, letter)
    return letter * times, position - first


def _letter(words: Words, position: int, radio: bool) -> str:
    low = words.low(position)
    if len(low) == 1 and low.isalpha():
        return low
    return RADIO.get(low, "") if radio else ""


def _explained(words: Words, position: int, letter: str) -> int:
    """How many words explain the letter just said: "b as in boy", "b for bravo", "b like bob"."""
    if letter in "ai":
        return 0  # words of their own: "I like it"
    if words.says(position, ("as", "in")) and words.low(position + 2).startswith(letter):
        return 3
    if words.low(position) in _EXPLAINS and words.low(position + 1).startswith(letter):
        return 2
    return 0
