"""Whether the evidence says what a sentence says at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from live_notes.drafting.author.retractions import takes_back
from live_notes.drafting.checks.claim import Claim
from live_notes.drafting.checks.evidence import asks
from live_notes.drafting.language.words import word_set
from live_notes.drafting.spec import Speaking

_ENOUGH = 0.6
"""Share of what a sentence tells that must have been said; what only may stand for it counts for less."""

_OTHER_WORDS = 0.3
"""What a word counts of which only another word was said that may stand for it."""

_WORD_FOR_WORD = 0.9
"""From this share of its words said as they stand, a sentence is no paraphrase: a strange word stands out."""

_FEWEST_TOLD = 2
_ENOUGH_TOLD = 4
"""Words beside a strange one that must have been said as they stand."""

_FOLLOWS = 0.9
"""Share of its neighbouring words that also were neighbours where they were said."""

_MOSTLY_FOLLOWS = 0.7
_BESIDE = 6
"""Words between two that belong together, at most."""

_FOUND_TOGETHER = re.compile(r"next sessions?(?: not fixed)?: ", re.IGNORECASE)
"""Begins a day and an hour that two people find over several turns."""
_DASHES = ("-", "–", "—")
_JOINING = word_set("and or but that so because when which")


def unsupported(claim: Claim) -> str | None:
    """Too little of it was said, one word was not in a sentence else exact, or what was said is crossed."""
    if not claim.told:
        return None
    if _share_said(claim) < _ENOUGH or (claim.missing and _word_for_word(claim, _FOLLOWS, _ENOUGH_TOLD)):
        return f"the cited lines do not speak of {_listed(claim)}"
    return _crossed(claim)


def _share_said(claim: Claim) -> float:
    exact = len(_exact(claim))
    others = sum(1 for at in claim.told if claim.said[at]) - exact
    return (exact + _OTHER_WORDS * others) / len(claim.told)


def _exact(claim: Claim) -> Sequence[int]:
    """The words that were said as they stand."""
    given = claim.evidence.words
    return [at for at in claim.told if claim.said[at] and given[claim.said[at][0]].key == claim.words[at].key]


def _listed(claim: Claim) -> str:
    exact = set(_exact(claim))
    strange = claim.missing or [claim.words[at] for at in claim.told if at not in exact]
    return ", ".join(f'"{word.text}"' for word in strange[:4])


def _word_for_word(claim: Claim, follows: float, told: int = _FEWEST_TOLD) -> bool:
    """Whether it is so near to what was said that a strange word must have replaced another."""
    rest = sum(1 for at in claim.told if claim.said[at])
    near = rest >= told and len(_exact(claim)) >= rest * _WORD_FOR_WORD
    return near and claim.follows >= follows


def _crossed(claim: Claim) -> str | None:
    """Two words side by side that were said in different lines only, in a sentence else word for word."""
    if len(claim.evidence.lines) < 2 or not _word_for_word(claim, _MOSTLY_FOLLOWS):
        return None
    if _FOUND_TOGETHER.match(claim.text):
        return None
    torn = partial(_torn, claim)
    pairs = [pair for pair in pairwise(at for at in claim.told if claim.said[at]) if torn(*pair)]
    if not pairs:
        return None
    before, after = (claim.words[at].text for at in pairs[0])
    return f'the cited lines say "{before}" and "{after}", but not together'


def _torn(claim: Claim, before: int, after: int) -> bool:
    words, given = claim.words, claim.evidence.words
    between = words[before + 1 : after + 1]
    if before in claim.preface or words[after].quoted or len(between) > _BESIDE:
        return False
    if any(one.apart or one.clause != words[before].clause or one.text in _JOINING for one in between):
        return False
    first = {given[place].line for place in claim.places.of(words[before])}
    second = {given[place].line for place in claim.places.of(words[after])}
    return first.isdisjoint(second) and not any(
        _answers(claim, one, other) or _answers(claim, other, one) or _goes_on(claim, one, other)
        for one in first
        for other in second
    )


def _goes_on(claim: Claim, line: int, next_line: int) -> bool:
    """Whether a speaker's line breaks off at a dash and their next takes it up, past a listening noise."""
    before, after = claim.evidence.lines[line], claim.evidence.lines[next_line]
    if next_line != line + 1 or before.speaker != after.speaker:
        return False
    return before.text.rstrip().endswith(_DASHES) and after.text.lstrip().startswith(_DASHES)


def _answers(claim: Claim, asking: int, answering: int) -> bool:
    """Whether one line asks and the client's next one answers, or a clinician's line mends their own.

    Told as one statement, either may come first: "they have taken tylenol for the pain".
    """
    before, after = claim.evidence.lines[asking], claim.evidence.lines[answering]
    if answering != asking + 1:
        return False
    own = before.speaking is Speaking.AUTHOR and after.speaking is Speaking.AUTHOR
    return (asks(before) and after.speaking is Speaking.CLIENT) or (own and takes_back(after.text))
