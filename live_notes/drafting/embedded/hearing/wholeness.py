"""Whether a statement holds together: what is left of one that its speaker broke off."""

from __future__ import annotations

import re
from dataclasses import replace

from live_notes.drafting.embedded.hearing.cleaning import clean
from live_notes.drafting.embedded.hearing.repairs import pieces
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

UNHEARD = re.compile(r"[\[(](?:unintelligible|inaudible|crosstalk|indiscernible)\b", re.IGNORECASE)
"""Where words are missing."""

_CUT_OFF = re.compile(
    r"(?<![\w'])(?:[b-hj-z]|as|called|named|taking|this that|and that|if this keeps going|for example|the"
    r"|an?|my"
    r"|your|our|their|and|or|because|'?cause|kinda|kind of|sort of|with|from|than|dr|mr|mrs|ms"
    r"|(?:my|your|him|her|them)sel(?:f|ves) to|(?:because|'?cause) like"
    r"|(?:it|that|there|he|she|who|what)'s(?: not)?|(?:i'm|they're|we're|you're)|especially|which|(?:do"
    r"|need|want|like) is|(?:trying|going|wanted) to get|because i)$",
    re.IGNORECASE,
)
"""What no statement ends with."""
_LEFT_OPEN = re.compile(
    r"\b(?:really|just|got|can't|cannot|couldn't|would|could|should|will|to|into|about|like|as|very|so"
    r"|some|any"
    r"|every|if|when|while|i|it|he|she|they|we|you|is|are|was|were|be|been|that|even|of|for|in|on|by|not"
    r"|no|at"
    r"|don't|didn't|doesn't|have|has|had|i've|what|how|who|said|says|more|most|pretty|i'll|it'll|this"
    r"|these)$",
    re.IGNORECASE,
)
"""What a statement may end with, unless its speaker was cut off there."""
_BROKEN_OFF = re.compile(r"(?:-|–|—|\.\.\.|…)[\"'.]*$")
_DASH = re.compile(r"[-–—]")
_LEAST_WORDS = 4


def is_cut_off(unit: Unit) -> bool:
    """Whether the words end where no statement ends."""
    words = unit.words.rstrip(".!?… ")
    if _CUT_OFF.search(words):
        return True
    return bool(_BROKEN_OFF.search(unit.exact.strip()) and _LEFT_OPEN.search(words))


def unbroken(unit: Unit) -> Unit | None:
    """The unit, or what holds together of one that was abandoned in the middle; None where nothing does."""
    if unit.speaking is Speaking.AUTHOR or not _DASH.search(unit.exact):
        return unit
    said = pieces(unit.fluent)
    if len(said) == 1 and not _is_shorter(said[0], unit):
        return unit
    whole = [
        (piece, words)
        for at, piece in enumerate(said)
        if _holds(words := clean(piece), given_up=at < len(said) - 1)
    ]
    if not whole:
        return None
    longest = max(word_count(words) for _, words in whole)
    # The last is what the speaker settled on, unless it only trails off.
    exact, words = next(one for one in reversed(whole) if word_count(one[1]) * 2 >= longest)
    return replace(unit, exact=exact if exact in unit.exact else unit.exact, words=words)


def _is_shorter(piece: str, unit: Unit) -> bool:
    return word_count(clean(piece)) < unit.length


def _holds(words: str, *, given_up: bool) -> bool:
    ended = words.rstrip(".!? ")
    if word_count(words) < _LEAST_WORDS or not is_clause(words) or _CUT_OFF.search(ended):
        return False
    return not (given_up and _LEFT_OPEN.search(ended))
