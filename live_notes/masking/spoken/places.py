"""Places smaller than a state: street addresses, ZIP codes, cities, counties (45 CFR 164.514(b)(2)(i)(B))."""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import KIN, STOPWORDS
from live_notes.masking.spoken.numbers import number_at, run_at
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_STREETS = frozenset(
    """street st avenue ave av road rd lane ln boulevard blvd parkway pkwy highway hwy terrace turnpike pike crescent
    alley mews expressway freeway""".split()
)
"""Ends of a street's name, also without a house number."""

_STREETS_NUMBERED = frozenset(
    "drive dr court ct place pl way circle cir square sq trail close row loop plaza walk grove gardens ridge hill view "
    "path run crossing bend point heights hollow park green str strasse straße".split()
)
"""Ends of a street's name that are ordinary words: only after a house number."""

_UNITS = frozenset({"apartment", "apt", "suite", "unit", "flat", "ste"})
_NOT_STREET = STOPWORDS | frozenset(
    """minute minutes min hour hours mile miles block blocks side main high cross busy quiet whole wrong other block
    way way's across street road bumpy rocky country dirt back""".split()
)
_ZIP_CONTEXT = re.compile(r"(?:zip|zip ?code|zipcode|postal ?code|post ?code|postcode)\Z")
_ZIP_FILLERS = frozenset("is it's its was code the um uh my number".split())
_MOVES = frozenset(
    """live lives living lived move moves moved moving born raised grew reside resides residing based stay stays
    staying stayed visit visits visiting visited flew fly flying drove drive driving travel traveled travelling
    traveling relocated relocating settled from went going go grow growing come comes came clinic office house home
    apartment hospital near outside downtown""".split()
)
_INTO = frozenset("in to from near outside around at into of toward towards downtown through".split())
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_STATES_SHORT = frozenset(
    """al ak az ar ca co ct de fl ga hi id il ia ks ky la md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
    sc sd tn tx ut vt va wa wv wi wy dc""".split()
)
_CITY_WORDS_MOST = 4
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")


def find_places(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Addresses, codes, cities and counties."""
    for match in _UK_POSTCODE.finditer(words.text):
        yield Finding(match.start(), match.end(), Entity.ZIP_CODE, 0.9)
    for position in range(len(words)):
        yield from _street(words, position)
        yield from _unit(words, position)
        yield from _zip(words, lexicon, position)
        yield from _city(words, lexicon, position)
        yield from _county(words, lexicon, position)


def _street(words: Words, end: int) -> Iterator[Finding]:
    """A street whose last word is at `end`, with its house number."""
    low = words.low(end)
    if low not in _STREETS and low not in _STREETS_NUMBERED:
        return
    first = end
    while first > 0 and end - first < 4 and words.joined(first) and _is_street_word(words, first - 1):
        first -= 1
    number = _house_number(words, first)
    named = first < end
    if number is not None and named:
        yield Finding(*words.find(number, end), Entity.STREET_ADDRESS, 0.9)
    elif low in _STREETS and named and low not in {"st", "av"}:
        yield Finding(*words.find(first, end), Entity.STREET_ADDRESS, 0.75)


def _is_street_word(words: Words, position: int) -> bool:
    low = words.low(position)
    if low in _NOT_STREET or low in {"a", "the"} or len(low) == 1:
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
    for first in range(max(0, before - 5), before):
        run = run_at(words, first)
        if run is not None and run.last == before - 1 and 1 <= len(run.digits) <= 6:
            return first
    return None


def _unit(words: Words, position: int) -> Iterator[Finding]:
    """ "apartment four b", "suite 210", "p o box 12"."""
    low = words.low(position)
    box = 0
    if low in _UNITS:
        box = 1
    elif words.says(position, ("p", "o", "box")):
        box = 3
    elif words.says(position, ("po", "box")) or words.says(position, ("o", "box")):
        box = 2
    if not box:
        return
    after = position + box
    after += words.low(after) in {"number", "no"}
    run = run_at(words, after, letters=True)
    if run is not None and len(run.digits) <= 7:
        yield Finding(*words.find(position, run.last), Entity.STREET_ADDRESS, 0.8)


def _zip(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    if _ZIP_CONTEXT.match(words.low(position)) or words.says(position, ("zip", "code")):
        after = position + 1
        while words.low(after) in _ZIP_FILLERS:
            after += 1
        run = run_at(words, after)
        if run is not None and 4 <= len(run.digits) <= 9:
            yield Finding(*words.find(run.first, run.last), Entity.ZIP_CODE, 0.9)
        return
    run = run_at(words, position)
    if run is None or len(run.digits) not in {5, 9} or not _after_place(words, lexicon, position):
        return
    yield Finding(*words.find(run.first, run.last), Entity.ZIP_CODE, 0.85)


def _after_place(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a state or a city is said just before."""
    before, two = words.low(position - 1), f"{words.low(position - 2)} {words.low(position - 1)}"
    abbreviation = before in _STATES_SHORT and words[position - 1].capital if position else False
    return abbreviation or before in lexicon.wide_places or two in lexicon.wide_places or _is_city(lexicon, before)


def _is_city(lexicon: Lexicon, name: str) -> bool:
    return name in lexicon.cities and not lexicon.is_ordinary(name)


def _city(words: Words, lexicon: Lexicon, first: int) -> Iterator[Finding]:
    """A city of the list beginning at `first`, or an unknown word where only a place can stand."""
    for length in range(min(_CITY_WORDS_MOST, len(words) - first), 0, -1):
        name = " ".join(words.low(first + step) for step in range(length))
        if name in lexicon.cities and all(words.joined(first + step) for step in range(1, length)):
            if _means_city(words, lexicon, first, length):
                begin = first - (words.low(first - 1) in _DIRECTIONS and _lived_in(words, first - 1))
                yield Finding(*words.find(begin, first + length - 1), Entity.LOCATION, 0.8)
                return
    low = words.low(first)
    unheard = lexicon.is_unheard(low) and low not in lexicon.wide_places and low not in KIN
    if unheard and _lived_in(words, first) and not _wide(words, lexicon, first):
        yield Finding(*words.find(first, first), Entity.LOCATION, 0.7)


def _wide(words: Words, lexicon: Lexicon, first: int) -> bool:
    names = (" ".join(words.low(begin + step) for step in range(length))
             for length in (2, 3) for begin in range(first - length + 1, first + 1))  # fmt: skip
    return any(name in lexicon.wide_places for name in names)


def _means_city(words: Words, lexicon: Lexicon, first: int, length: int) -> bool:
    if length > 1:
        return not all(lexicon.is_ordinary(words.low(first + step)) for step in range(length)) or _named(words, first)
    low = words.low(first)
    if low in STOPWORDS:
        return False
    if not lexicon.is_ordinary(low):
        return True
    return _named(words, first)


def _named(words: Words, first: int) -> bool:
    """Whether an ordinary word stands for a city: written with a capital where one lives."""
    capital = words[first].capital and not words.breaks_before(first)
    return _lived_in(words, first) and (capital or words.low(first - 2) in {"live", "lives", "living", "lived", "moved"})


def _lived_in(words: Words, first: int) -> bool:
    """ "moved to", "born in", "she is from" just before `first`."""
    before, verb = words.low(first - 1), words.low(first - 2)
    if before in {"from"} and verb in {"am", "i'm", "is", "are", "was", "were", "he's", "she's", "they're", "originally"}:
        return words.joined(first)
    if before == "visiting" or before == "downtown":
        return words.joined(first)
    return before in _INTO - {"of"} and (verb in _MOVES or words.low(first - 3) in _MOVES - {"from"}) and words.joined(first)


def _county(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    if words.low(position) not in {"county", "parish", "borough"}:
        return
    for length in (2, 1):
        name = " ".join(words.low(position - step) for step in range(length, 0, -1))
        if position >= length and (name in lexicon.counties or lexicon.is_unheard(name)):
            yield Finding(*words.find(position - length, position), Entity.LOCATION, 0.8)
            return

