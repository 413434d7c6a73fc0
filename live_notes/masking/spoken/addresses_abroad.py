"""Addresses that are not put the American way: "via tasso 12", "karlsgatan 5", "PSC 12 Box 34 APO AE 09012".

Military ones: United States Postal Service, Publication 28, section 225.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.clinical import is_clinical
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.word_set import word_set
from live_notes.masking.spoken.announced import measures
from live_notes.masking.spoken.numbers import Run, run_at
from live_notes.masking.spoken.words import Words

_BEFORE_NAME = word_set(
    """
    rua via rue calle avenida piazza ul ulica ulice strada corso viale vicolo carrer chemin quai rruga
    praca avenue boulevard impasse allee carrera ruta utca plaza
    """
)
"""Words for a street that stand before its name."""

_ENDS = re.compile(
    r"[^\W\d_]{3,}(?:strasse|gasse|graben|weg|damm|platz|allee|vej|vagen|gatan|gata|veien|gaten"
    r"|laan|straat|kade|baan|plein|katu|polku|utca|korut|bulvar|sokak)\Z"
)
"""Ends of folded words that are streets in German, Dutch, Hungarian, Turkish and the north's languages."""

_MILITARY = frozenset({"psc", "cmr", "unit"})
_POST = frozenset({"apo", "fpo", "dpo"})
_AREAS = frozenset({"ae", "aa", "ap"})
_SMALL = word_set("de di da do del della des du la le el los san e")
_NAME_MOST = 5
_SHIP_WORDS = 3


def find_abroad(words: Words, lexicon: Lexicon, position: int) -> Iterator[tuple[int, int, float]]:
    """Addresses that begin, or whose street stands, at `position`: first word, last word, how sure."""
    for found in (
        _named_behind(words, lexicon, position),
        _in_one_word(words, lexicon, position),
        _corner(words, lexicon, position),
        _military(words, position),
    ):
        if found is not None:
            yield found


def _named_behind(words: Words, lexicon: Lexicon, position: int) -> tuple[int, int, float] | None:
    """Like "via tasso one two nine", "rua diadema nineteen oh three"."""
    if words.low(position) not in _BEFORE_NAME:
        return None
    last = position
    while last - position < _NAME_MOST and _part_of_name(words, lexicon, last + 1):
        last += 1
    number = _number(words, last + 1)
    if last == position or number is None or measures(words, number):
        return None
    # "via" is said of more than streets.
    named = words.low(position) != "via" or _is_listed(words.low(position + 1), lexicon)
    return (position, number.last, 0.8) if named or words[position + 1].capital else None


def _in_one_word(words: Words, lexicon: Lexicon, position: int) -> tuple[int, int, float] | None:
    """Like "karlsgatan five", "12 hauptstrasse"."""
    low = words.low(position)
    listed = low in lexicon.given_names or low in lexicon.surnames
    if not _ENDS.match(low) or listed or lexicon.is_ordinary(low) or is_clinical(words, position):
        return None
    number = _number(words, position + 1)
    return (position, position if number is None else number.last, 0.8)


def _corner(words: Words, lexicon: Lexicon, position: int) -> tuple[int, int, float] | None:
    """Like "the corner of csabai kapu and mathias pass"."""
    if not words.says(position, ("corner", "of")):
        return None
    last, named = position + 1, False
    while last - position < 2 * _NAME_MOST and words.joined(last + 1):
        number = _number(words, last + 1)
        if number is not None:
            last = number.last
        elif _part_of_name(words, lexicon, last + 1) or (named and words.low(last + 1) == "and"):
            named, last = True, last + 1
        else:
            break
    return (position + 2, last, 0.7) if named and words.low(last) != "and" else None


def _military(words: Words, position: int) -> tuple[int, int, float] | None:
    """Like "PSC 3294 Box 9168 APO AA 61487", "USNS Comfort FPO AE 12382"."""
    low = words.low(position)
    if low in _POST and words.low(position + 1) in _AREAS:
        zip_code = _number(words, position + 2)
        first = position
        for before in range(1, _SHIP_WORDS + 1):
            if re.match(r"us(?:s|ns|nv|cgc)\Z", words.low(position - before)):
                first = position - before
        return first, position + 1 if zip_code is None else zip_code.last, 0.85
    if low not in _MILITARY:
        return None
    number = _number(words, position + 1)
    if number is None or words.low(number.last + 1) != "box":
        return None
    box = _number(words, number.last + 2)
    return None if box is None else (position, box.last, 0.85)


def _is_listed(low: str, lexicon: Lexicon) -> bool:
    listed = low in lexicon.surnames or low in lexicon.given_names or low in lexicon.cities
    return listed and not lexicon.is_ordinary(low)


def _part_of_name(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a word can belong to a street's name here: no list knows it, or it is one of names."""
    low = words.low(position)
    if not words.joined(position) or not low or is_clinical(words, position) or low in {"and", "or"}:
        return False
    if low in _SMALL or lexicon.is_unheard(low) or _STREET.match(low):
        return True
    return _is_listed(low, lexicon)


_STREET = re.compile(r"(?:street|st|avenue|ave|road|rd|lane|drive|pass|trail|court|place|forges?|loop)\Z")


def _number(words: Words, position: int) -> Run | None:
    """A number of at most six figures right here."""
    run = run_at(words, position) if words.joined(position) else None
    return run if run is not None and len(run.digits) <= 6 else None
