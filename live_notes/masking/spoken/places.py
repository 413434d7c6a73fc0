"""Places smaller than a state: ZIP codes, cities, counties (45 CFR 164.514(b)(2)(i)(B))."""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.clinical import is_clinical
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import KIN, STOPWORDS
from live_notes.masking.lexicon.word_set import word_set
from live_notes.masking.spoken.numbers import run_at
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_ZIP_CONTEXT = re.compile(r"(?:zip|zip ?code|zipcode|postal ?code|post ?code|postcode)\Z")
_ZIP_FILLERS = word_set(
    """
    is it's its was code the um uh my number
    """
)
_MOVES = word_set(
    """
    live lives living lived move moves moved moving born raised grew reside resides residing based stay
    stays staying stayed visit visits visiting visited flew fly flying drove drive drives driving travel
    traveled travelling traveling relocated relocating settled from went going go grow growing come comes
    came clinic office house home apartment hospital near outside downtown
    """
)
_INTO = word_set(
    """
    in to from near outside around at into of toward towards downtown through
    """
)
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_BEFORE_PLACE = _DIRECTIONS | word_set("new port lake fort ft mount mt saint st san santa los las el la")
"""Words that many places begin with: "Port Kelly", "New Kellyberg"."""
_STATES_SHORT = word_set(
    """
    al ak az ar ca co ct de fl ga hi id il ia ks ky la md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or
    pa ri sc sd tn tx ut vt va wa wv wi wy dc
    """
)
_CITY_WORDS_MOST = 4
_ZIP = 5
_TOWNS_END = re.compile(
    r"[a-z]{3,}(?:mouth|ville|ton|town|burg|burgh|borough|bury|port|fort|ford|chester|shire|view|side|haven"
    r"|berg|stad|stead|wick|field|bridge|dale|land|furt|ham|furth)\Z"
)
_PART_ENDS = word_set(
    "town mouth ville ton burg burgh borough bury port fort ford chester shire view berg haven stad stead"
)
"""Ends of towns that a recogniser writes as words of their own."""
_PARTS_MOST = 4
_IN_ONE = re.compile(r"[a-z]{3,}'s[a-z]{3,}\Z")
"""Like "Robert'sport"."""
_NO_PART = word_set(
    """
    a an the my your his her our their this that some any and or to in of old little small big other same next
    home it beach college
    """
)
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")


_BEING = word_set("am i'm is are was were he's she's they're originally")


def find_places(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Codes, cities and counties."""
    for match in _UK_POSTCODE.finditer(words.text):
        yield Finding(match.start(), match.end(), Entity.ZIP_CODE, 0.9)
    for position in range(len(words)):
        yield from _zip(words, lexicon, position)
        yield from _city(words, lexicon, position)
        yield from _in_parts(words, lexicon, position)
        yield from _county(words, lexicon, position)


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
    if run is not None and len(run.digits) == _ZIP and _behind_code(words, lexicon, position):
        yield Finding(*words.find(run.first, run.last), Entity.ZIP_CODE, 0.8)
    if run is None or len(run.digits) not in {5, 9} or not _after_place(words, lexicon, position):
        return
    yield Finding(*words.find(run.first, run.last), Entity.ZIP_CODE, 0.85)


def _behind_code(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether "my … code is" stands just before, or a "zip code" heard as no word there is."""
    named = words.low(position - 2)
    if words.low(position - 1) not in {"is", "was"} or is_clinical(words, position - 2):
        return False
    if named != "code":
        return lexicon.is_unheard(named) and (named.endswith("code") or words.low(position - 3) == "my")
    before = words.low(position - 3)
    return words.low(position - 4) == "my" or before == "my" or lexicon.is_unheard(before)


def _after_place(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a state or a city is said just before."""
    before, two = words.low(position - 1), f"{words.low(position - 2)} {words.low(position - 1)}"
    abbreviation = before in _STATES_SHORT and words[position - 1].capital if position else False
    return (
        abbreviation
        or before in lexicon.wide_places
        or two in lexicon.wide_places
        or _is_city(lexicon, before)
    )


def _is_city(lexicon: Lexicon, name: str) -> bool:
    return name in lexicon.cities and not lexicon.is_ordinary(name)


def _city(words: Words, lexicon: Lexicon, first: int) -> Iterator[Finding]:
    """A city of the list beginning at `first`, or an unknown word where only a place can stand."""
    for length in range(min(_CITY_WORDS_MOST, len(words) - first), 0, -1):
        name = " ".join(words.low(first + step) for step in range(length))
        whole = all(words.joined(first + step) for step in range(1, length))
        if whole and name in lexicon.cities and _means_city(words, lexicon, first, length):
            begin = first - (words.low(first - 1) in _DIRECTIONS and _lived_in(words, first - 1))
            yield Finding(*words.find(begin, first + length - 1), Entity.LOCATION, 0.8)
            return
    low = words.low(first)
    unheard = lexicon.is_unheard(low) and low not in lexicon.wide_places and low not in KIN
    if unheard and _lived_in(words, first) and not _wide(words, lexicon, first):
        yield Finding(*words.find(first, first), Entity.LOCATION, 0.7)
    elif (
        unheard
        and (_sounds_like_town(words, first) or _alone(words, first))
        and not is_clinical(words, first)
    ):
        yield Finding(*words.find(first, first), Entity.LOCATION, 0.6)
    yield from _prefixed(words, lexicon, first)


def _sounds_like_town(words: Words, first: int) -> bool:
    """Whether a word that no list knows ends as towns do: "in melandezmouth", "from kellyport"."""
    return words.low(first - 1) in _INTO | _BEFORE_PLACE and bool(_TOWNS_END.match(words.low(first)))


def _alone(words: Words, first: int) -> bool:
    """Whether it is an answer of one word: "In melandezmeth."."""
    answered = words.low(first - 1) in {"in", "at", "from", "near"} and words.breaks_before(first - 1)
    return answered and words.breaks_before(first + 1)


def _in_parts(words: Words, lexicon: Lexicon, first: int) -> Iterator[Finding]:
    """A town heard as words, where only a place can stand: "grew up in can dice fort", "to kaufman fort"."""
    if not _lived_in(words, first):
        return
    if _IN_ONE.match(words.low(first)):
        yield Finding(*words.find(first, first), Entity.LOCATION, 0.65)
    for last in range(first + 1, first + _PARTS_MOST):
        low = words.low(last)
        if not words.joined(last) or words.low(last - 1) in _NO_PART or is_clinical(words, last - 1):
            return
        between = words.text[words[last - 1].end : words[last].start]
        owned = between == "'s " and low.removeprefix("s") in _PART_ENDS
        if (low in _PART_ENDS or owned) and not _wide(words, lexicon, last):
            yield Finding(*words.find(first, last), Entity.LOCATION, 0.7)
            return


def _prefixed(words: Words, lexicon: Lexicon, first: int) -> Iterator[Finding]:
    """A name after a word that places begin with, where only a place can stand: "grew up in port kelly"."""
    if (
        is_clinical(words, first + 1)
        or words.low(first) not in _BEFORE_PLACE
        or not _lived_in(words, first)
        or not words.joined(first + 1)
    ):
        return
    name = words.low(first + 1)
    named = lexicon.is_given_name(name) or lexicon.is_surname(name) or lexicon.is_unheard(name)
    if named and name not in lexicon.wide_places and not _wide(words, lexicon, first):
        yield Finding(*words.find(first, first + 1), Entity.LOCATION, 0.75)


def _wide(words: Words, lexicon: Lexicon, first: int) -> bool:
    names = (" ".join(words.low(begin + step) for step in range(length))
             for length in (2, 3) for begin in range(first - length + 1, first + 1))  # fmt: skip
    return any(name in lexicon.wide_places for name in names)


def _means_city(words: Words, lexicon: Lexicon, first: int, length: int) -> bool:
    if length > 1:
        return not all(lexicon.is_ordinary(words.low(first + step)) for step in range(length)) or _named(
            words, first
        )
    low = words.low(first)
    if low in STOPWORDS:
        return False
    if not lexicon.is_ordinary(low):
        return True
    return _named(words, first)


def _named(words: Words, first: int) -> bool:
    """Whether an ordinary word stands for a city: written with a capital where one lives."""
    capital = words[first].capital and not words.breaks_before(first)
    return _lived_in(words, first) and (
        capital or words.low(first - 2) in {"live", "lives", "living", "lived", "moved"}
    )


def _lived_in(words: Words, first: int) -> bool:
    """Like "moved to", "born in", "she is from" just before `first`."""
    before, verb = words.low(first - 1), words.low(first - 2)
    if before == "from" and verb in _BEING:
        return words.joined(first)
    if before in {"visiting", "downtown"}:
        return words.joined(first)
    return (
        before in _INTO - {"of"}
        and (verb in _MOVES or words.low(first - 3) in _MOVES - {"from"})
        and words.joined(first)
    )


def _county(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    if words.low(position) not in {"county", "parish", "borough"}:
        return
    for length in (2, 1):
        name = " ".join(words.low(position - step) for step in range(length, 0, -1))
        if position >= length and (name in lexicon.counties or lexicon.is_unheard(name)):
            yield Finding(*words.find(position - length, position), Entity.LOCATION, 0.8)
            return
