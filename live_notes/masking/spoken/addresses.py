"""Street addresses, said or written, and what hangs on to them: flat, box, town and code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.clinical import is_clinical
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import STOPWORDS
from live_notes.masking.lexicon.word_set import phrases, word_set
from live_notes.masking.spoken.addresses_abroad import find_abroad
from live_notes.masking.spoken.addresses_heard import find_heard
from live_notes.masking.spoken.announced import measures
from live_notes.masking.spoken.numbers import number_at, run_at
from live_notes.masking.spoken.street_words import STREETS, STREETS_NUMBERED, STREETS_RARE
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_UNITS = frozenset({"apartment", "apt", "suite", "unit", "flat", "ste"})
_NEVER_STREET = STOPWORDS | word_set(
    "minute minutes min hour hours mile miles block blocks whole wrong way's across"
)
_NOT_STREET = _NEVER_STREET | word_set(
    "side main high cross busy quiet other way street road bumpy rocky country dirt back"
)
"""Words that are a street's name only after a house number: "12 High Street"."""

_ANNOUNCED = phrases(
    "address is|address|lives at|live at|living at|lived at|located at|reside at|resides at",
    "residing at|staying at",
    "stay at|meet me at|moved to|house at|home at|office at|lives in|live in|send it to|ship it to",
    "mail it to",
)
"""What an address follows that has no word for street in it: "my address is fourteen hauptweg"."""

_ON_MOST = 10
_FIGURES_MOST = 10
"""Most figures of a house number, one that a number of another kind runs into included."""
_UNKNOWN_MOST = 3
_LEAST_STREET = 5
_LEAST_CODE = 3
"""Figures from which a number may stand before a street that no list knows."""
_BACK_MOST = 3


def find_addresses(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Addresses, each as one finding with its house number, unit, town and code."""
    for position in range(len(words)):
        for found in (
            _street(words, lexicon, position),
            _unit(words, position),
            _announced(words, lexicon, position),
            _between_numbers(words, lexicon, position),
            *find_abroad(words, lexicon, position),
            *find_heard(words, position),
        ):
            if found is not None:
                first, last, score = found
                grown = _back(words, lexicon, first), _on(words, lexicon, last)
                yield Finding(*words.find(*grown), Entity.STREET_ADDRESS, score)


def _announced(words: Words, lexicon: Lexicon, position: int) -> tuple[int, int, float] | None:
    """A number and a name that stand after "my address is"."""
    for phrase in _ANNOUNCED:
        if not words.says(position, phrase):
            continue
        first = position + len(phrase)
        run = run_at(words, first)
        if (
            run is not None
            and first < len(words)
            and len(run.digits) <= _FIGURES_MOST
            and _hangs_on(words, lexicon, run.last + 1)
        ):
            return first, run.last + 1, 0.8
        trailing = run_at(words, first + 1) if _hangs_on(words, lexicon, first) else None
        if trailing is not None and phrase[0] != "moved":
            return first, trailing.last, 0.75
    return None


def _between_numbers(words: Words, lexicon: Lexicon, position: int) -> tuple[int, int, float] | None:
    """Words that no list knows between a number and another, or a flat: "3178 hauptgasse 64"."""
    if position and number_at(words, position - 1)[1] and words.joined(position):
        return None  # within a number
    run = run_at(words, position)
    if run is None or not _LEAST_CODE <= len(run.digits) <= _FIGURES_MOST or measures(words, run):
        return None
    last = run.last
    while last - run.last < _UNKNOWN_MOST and _is_unknown(words, lexicon, last + 1):
        last += 1
    trailing = run_at(words, last + 1) if words.joined(last + 1) else None
    if last == run.last:
        return None
    if trailing is not None and len(trailing.digits) <= 4 and not measures(words, trailing):
        return run.first, trailing.last, 0.75
    return (run.first, last, 0.75) if words.joined(last + 1) and words.low(last + 1) in _UNITS else None


def _is_unknown(words: Words, lexicon: Lexicon, position: int) -> bool:
    low = words.low(position)
    street = len(low) >= _LEAST_STREET and lexicon.is_unheard(low) and not low.endswith("s")
    return words.joined(position) and street and not is_clinical(words, position)


def _on(words: Words, lexicon: Lexicon, last: int) -> int:
    """The last word of what belongs to an address that ends, so far, at `last`."""
    for position in range(last + 1, min(last + 1 + _ON_MOST, len(words))):
        if re.search(r"[.?!;] ", words[position].gap) or not (
            _hangs_on(words, lexicon, position)
            or number_at(words, position)[1]
            or words.low(position).isdigit()
        ):
            break
        last = position
    return last


def _back(words: Words, lexicon: Lexicon, first: int) -> int:
    """The first word of an address: back over unknown words to a number, if there is one."""
    position = first
    while position > 0 and first - position <= _BACK_MOST and not re.search(r"[.?!;:]", words[position].gap):
        number = _house_number(words, position)
        if number is not None:
            return number
        low = words.low(position - 1)
        if low in lexicon.given_names or not lexicon.is_unheard(low):
            return first
        position -= 1
    return first


def _hangs_on(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a word can be part of an address: no ordinary word, unless one of addresses."""
    low = words.low(position)
    if not low or low in lexicon.wide_places:
        return False
    if low in _UNITS or low in STREETS or low in {"box", "po"} | _DIRECTIONS:
        return True
    written = words[position].capital and low not in STOPWORDS and not words.breaks_before(position)
    return low not in STOPWORDS and (written or not lexicon.is_ordinary(low))


def _street(words: Words, lexicon: Lexicon, end: int) -> tuple[int, int, float] | None:
    """A street whose last word is at `end`, with its house number: first word, last word, how sure."""
    low = words.low(end)
    if low not in STREETS and low not in STREETS_NUMBERED and low not in STREETS_RARE:
        return None
    first = _name_start(words, end, _NEVER_STREET)
    number = _house_number(words, first)
    if number is not None and first < end:
        telling = any(_is_named(words, lexicon, step) for step in range(first, end))
        signs = (telling, _figures(words, number, first) > 1, low not in STREETS_RARE)
        if sum(signs) > 1:
            return number, end, 0.9
    first = _name_start(words, end, _NOT_STREET)
    if low in STREETS and first < end and low not in {"st", "av"}:
        return first, end, 0.75
    return None


def _name_start(words: Words, end: int, never: frozenset[str]) -> int:
    """The first word of the name of a street that ends at `end`; `end` where none is."""
    first = end
    while first > 0 and end - first < 4 and words.joined(first) and _is_street_word(words, first - 1, never):
        first -= 1
    return first


def _is_named(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a word is a name rather than one that describes a street: "Kelly", "5th", "Willow"."""
    if is_clinical(words, position):
        return False
    capital = words[position].capital and not words.breaks_before(position)
    return capital or _is_ordinal(words, position) or not lexicon.is_ordinary(words.low(position))


def _figures(words: Words, first: int, before: int) -> int:
    """How many figures the house number has that is said from `first` on."""
    run = run_at(words, first)
    return len(run.digits) if run is not None and run.last < before else 0


def _is_street_word(words: Words, position: int, never: frozenset[str]) -> bool:
    low = words.low(position)
    if low in never or low in {"a", "the"} or len(low) == 1:
        return False
    is_number = number_at(words, position)[1] > 0 or low.isdigit()
    return not is_number and (low.isalpha() or _is_ordinal(words, position))


def _is_ordinal(words: Words, position: int) -> bool:
    low = words.low(position)
    return bool(re.fullmatch(r"\d+(?:st|nd|rd|th)|first|second|third|[a-z]+(?:th|eth)", low))


def _house_number(words: Words, before: int) -> int | None:
    """Where the house number ends just before word `before`: the position of its first word."""
    if before <= 0 or not words.joined(before):
        return None
    for first in range(max(0, before - _FIGURES_MOST), before):
        run = run_at(words, first)
        if run is not None and run.last == before - 1 and 1 <= len(run.digits) <= _FIGURES_MOST:
            return first
    return None


def _unit(words: Words, position: int) -> tuple[int, int, float] | None:
    """Like "apartment four b", "suite 210", "p o box 12"."""
    low = words.low(position)
    box = 0
    if low in _UNITS:
        box = 1
    elif words.says(position, ("p", "o", "box")):
        box = 3
    elif words.says(position, ("po", "box")) or words.says(position, ("o", "box")):
        box = 2
    if not box:
        return None
    after = position + box
    after += words.low(after) in {"number", "no"}
    run = run_at(words, after, letters=True)
    if run is not None and len(run.digits) <= 7:
        return position, run.last, 0.8
    return None
