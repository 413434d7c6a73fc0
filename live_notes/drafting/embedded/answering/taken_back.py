"""What somebody says they did, and takes back once asked of it: "I rang." "You rang?" "... So I didn't."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import tokens
from live_notes.drafting.spec import Speaking

_SO_NOT = re.compile(
    r"^(?:(?:so|but|and|well|no|then|in the end|honestly|actually)[, ]+)*(?:i|we) "
    r"(?:just |actually |really )?"
    r"(?:didn't|did not|never did|never|couldn't|could not|haven't|hadn't|wasn't)"
    r"(?: (?:do it|manage it|get to|go|bother|though|then|actually|really|in the end|either|after all))*\W*$"
    r"|^(?:(?:so|but|well)[, ]+)*i (?:tried to try|meant to|was going to|nearly did|almost did"
    r"|thought about it)\W*$",
    re.IGNORECASE,
)
"""Says, with no verb of its own, that it was not done."""
_CLAIMS = re.compile(
    r"\b(?:i|we)(?:'ve| have| had)? (?:did|do|tried|went|rang|called|used|took|told|asked|started|made|sent"
    r"|had|got|wrote|kept|managed|practised|practiced|spoke|talked|walked|\w+ed)\b",
    re.IGNORECASE,
)
_DID_YOU = re.compile(
    r"(?:(?:oh|ah|okay|right|and)[, ]+)*(?:you did|did you|you have|have you|really|you did that"
    r"|all of it)\W*",
    re.IGNORECASE,
)
_MOST_OF_AN_ECHO, _FAR, _SOON = 8, 12, 4


def denies_it(unit: Unit) -> bool:
    """Whether a sentence says of the one before it that it was not done."""
    return _SO_NOT.match(unit.exact.strip()) is not None


def is_taken_back(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a client's claim, the last of its turn, is asked back by the clinician and then denied."""
    if unit.speaking is not Speaking.CLIENT or unit.question or not _CLAIMS.search(unit.words):
        return False
    if any(map(is_negation, tokens(unit.words))):
        return False
    after = units[unit.index + 1 : unit.index + 1 + _FAR]
    asked = list(takewhile(lambda one: one.speaking is Speaking.CLINICIAN, after))
    if not asked or not _asks_back(unit, asked):
        return False
    then = list(takewhile(lambda one: one.speaker == unit.speaker, after[len(asked) :]))
    return any(map(denies_it, then[:_SOON]))


def _asks_back(unit: Unit, asked: Sequence[Unit]) -> bool:
    """Whether a clinician's few words only give back what was said, or part of it, as a question."""
    if not asked[-1].question or sum(one.spoken_length for one in asked) > _MOST_OF_AN_ECHO:
        return False
    stems = {stem for one in asked for stem in one.stems}
    claimed = set(unit.stems)
    echoed = bool(stems & claimed) and len(stems - claimed) <= 1  # "did use" and "used" are two
    return echoed or _DID_YOU.fullmatch(asked[-1].exact.strip()) is not None
