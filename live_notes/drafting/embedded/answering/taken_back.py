"""What somebody says, and takes back or puts right: at once, or once asked of it.

"I rang." "You rang?" "... So I didn't." "I posted it. Well, I didn't post it, I left it on the mat.": whoever
reads the first half alone is told what was not so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import tokens, word_count
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
_MENDS = re.compile(
    r"^(?:(?:um+|uh+|oh|and|but)[, ]+)*(?:(?:well|i mean|or rather|rather)\b,?|(?:no|nah|actually|sorry|wait"
    r"|hang on|or|correction)[,.]) *(?:(?:no|not|actually|sorry|well|i mean)[, ]+)*",
    re.IGNORECASE,
)
"""How a sentence begins that puts right the one before it."""
_DISOWNS = re.compile(
    r"^(?:(?:and|but|so|well|no|oh)[, ]+)*(?:(?:that|it|this|which)"
    r"(?:(?:'s| is| was)(?: not| never)|(?: is| was)n't)(?: \w+){0,3}?"
    r" (?:so(?=[,.]|$)|true|honest|accurate|correct|never|no(?=[,.]|$)|the truth"
    r"|the whole (?:truth|story)|all of it)"
    r"|that(?:'s| is| was) (?:a lie|not (?:it|quite it))|i (?:lied|tell a lie|made (?:that|it) up"
    r"|wasn't (?:being )?(?:\w+ )?(?:honest|straight|truthful)(?: with you)?)|(?:scratch|strike) that)\b",
    re.IGNORECASE,
)
"""Says of what was just said that it was not so."""
_MOST_MENDED, _LEAST_LEFT = 16, 2
"""Words of a sentence that a scrap behind it can put right."""
_MOST_OF_AN_ECHO, _FAR, _SOON = 8, 12, 4


def denies_it(unit: Unit) -> bool:
    """Whether a sentence says of the one before it that it was not done."""
    return _SO_NOT.match(unit.exact.strip()) is not None


def disowns(unit: Unit) -> bool:
    """Whether a sentence says of what its speaker said before it that it was not so."""
    return not unit.question and _DISOWNS.match(unit.exact.strip()) is not None


def puts_right(before: Unit, after: Unit) -> bool:
    """Whether a sentence puts right the one that its speaker said just before it.

    It says so ("that wasn't true"), or begins as one does who mends ("well, ...") and either goes on of the
    same or has no clause of its own, so that it stands in place of what was said: "Binned it. Well, hid it."
    """
    said = after.exact.strip()
    if after.question or before.question or before.backchannel:
        return False
    if disowns(after):
        return True
    begun = _MENDS.match(said)
    if begun is None:
        return False
    if set(before.stems) & set(after.stems):
        return True
    rest = said[begun.end() :]
    short = before.spoken_length <= _MOST_MENDED
    return short and not is_clause(rest) and _LEAST_LEFT <= word_count(rest) <= _MOST_MENDED


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
