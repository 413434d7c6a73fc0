"""Capitals for text that came without: the model was trained on written English.

The view has the length of the text, so offsets into one are offsets into the other.
"""

from __future__ import annotations

from live_notes.masking.clinical import is_clinical
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import WEEKDAYS
from live_notes.masking.spoken.dates import MONTHS
from live_notes.masking.spoken.words import Words

_SHOUTED = 0.7
"""Share of capitals from which a text is taken as written in capitals throughout."""


def cased_view(text: str, lexicon: Lexicon) -> str:
    """`text` itself if it has capitals of its own, else with capitals where names are likely."""
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if capitals and capitals < _SHOUTED * len(letters):
        return text
    if capitals and len(letters) < 12:
        return text
    return _capitalised("".join(_lower(letter) for letter in text), lexicon)


def _lower(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def _capitalised(text: str, lexicon: Lexicon) -> str:
    view = list(text)
    words = Words(text)
    for position, word in enumerate(words):
        if words.breaks_before(position) or _likely_capital(words, lexicon, position):
            upper = view[word.start].upper()
            view[word.start] = upper if len(upper) == 1 else view[word.start]
    return "".join(view)


def _likely_capital(words: Words, lexicon: Lexicon, position: int) -> bool:
    low = words.low(position)
    if low in {"i", "i'm", "i've", "i'll", "i'd"} or low in WEEKDAYS:
        return True
    if low in MONTHS - {"may", "march", "mar", "dec", "jan", "sep"} or low in lexicon.wide_places:
        return True
    if is_clinical(words, position):
        return False
    listed = lexicon.is_given_name(low) or lexicon.is_surname(low)
    return listed or lexicon.is_unheard(low) or (low in lexicon.cities and not lexicon.is_ordinary(low))
