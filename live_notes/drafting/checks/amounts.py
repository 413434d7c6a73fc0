"""Whether the numbers, doses, dates and units of a sentence are those that were said, and said of this."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.checks.claim import Claim
from live_notes.drafting.checks.reading import Word
from live_notes.drafting.language.figures import OFTEN, Figure, kind_of
from live_notes.drafting.language.numbers import TIMES
from live_notes.drafting.language.polarity import is_negation

_CLEARLY_NEARER = 1.15
"""How much more alike the surroundings of another number must be."""

_LEAST_ALIKE = 0.75
_NUMBER = "number"
_SERIES = re.compile(r" rated [^\"]{3,60} at .+, then |^Asked for the number, .+, then ")
_BOOKED = re.compile(r"next (?:session|appointment|visit|meeting):? ", re.IGNORECASE)
_SCORE = re.compile(r"[\w -]{2,20}(?: \([^)]*\))?: \d+(?:\.\d+)?(?=[;. (]|$)")
_TAKEN_BACK = re.compile(
    r"\b(?:sorry|hang on|hold on|i mean|correction|my mistake|wrong (?:one|line|page)|pardon|missed (?:it"
    r"|one)"
    r"|skipped|blank|change (?:it|that)|that's the (?:old|last|first))\b",
    re.IGNORECASE,
)
"""Takes back a number that was read out: the one said after it counts."""
_JUST_BEFORE = 4
_SCORES = re.compile(
    r"[\w -]{2,20}(?: \([^)]*\))?: \d+(?:\.\d+)?(?: of \d+)? \(previously \d+(?:\.\d+)?(?: of \d+)?"
    r"(?:; initially \d+(?:\.\d+)?)?\)"
)


def number_missing(claim: Claim) -> str | None:
    """A number that was not said, was said of another unit, or was said of something else."""
    for at, word in enumerate(claim.words):
        if word.figure is None or not word.figure.claimed:
            continue
        objection = _differs(claim, at, word, word.figure)
        if objection is not None:
            return objection
    return None


def _differs(claim: Claim, at: int, word: Word, figure: Figure) -> str | None:
    alike = [place for place, given in _figures(claim, figure.kind) if figure.claimed & given.values]
    given_values = {value for place in alike for value in _figure(claim, place).values}
    if figure.claimed - given_values:
        return f'the note says "{_shown(claim, at)}", {_instead(claim, at, figure)}'
    units = {unit for place in alike if (unit := _figure(claim, place).unit) is not None}
    if figure.unit and units and _of_one_kind(figure.unit, units) and figure.unit not in units:
        return f'the note says "{_shown(claim, at)}", the cited lines say "{_shown_given(claim, alike[0])}"'
    if word.quoted or _is_of_a_series(claim, at):
        return None
    others = [
        place
        for place, given in _figures(claim, figure.kind)
        if place not in alike
        and (given.claimed or claim.evidence.words[place].text in TIMES)
        and not (given.unit and figure.unit and given.unit != figure.unit)
    ]
    nearest = max(others, key=lambda place: claim.places.likeness(at, place), default=None)
    if nearest is None or _is_settled(claim, alike, others, nearest):
        return None
    own = max(claim.places.likeness(at, place) for place in alike)
    other = claim.places.likeness(at, nearest)
    if other >= _LEAST_ALIKE and other > own * _CLEARLY_NEARER and not _told_as_well(claim, nearest):
        return (
            f'the note says "{_shown(claim, at)}" where the cited lines say "{_shown_given(claim, nearest)}"'
        )
    return None


def _is_settled(claim: Claim, alike: Sequence[int], others: Sequence[int], nearest: int) -> bool:
    """Whether the number beside which another one stands is the one that was left at the end."""
    if _BOOKED.match(claim.text):
        return _is_said_last(claim, alike, others)
    taken_back = _SCORE.match(claim.text) and _TAKEN_BACK.search(claim.evidence.text)
    return bool(taken_back) and max(alike) > nearest


def _is_said_last(claim: Claim, alike: Sequence[int], others: Sequence[int]) -> bool:
    """Whether this is the day or the hour that was left at the end: what was named before was turned down."""
    words, last = claim.evidence.words, max(alike)
    others = [place for place in others if not _told_as_well(claim, place)]
    before = words[max(0, last - _JUST_BEFORE) : last]
    refused = any(is_negation(one.text) for one in before if one.clause == words[last].clause)
    return last > max(others, default=-1) and not refused


def _is_of_a_series(claim: Claim, at: int) -> bool:
    """Whether a number is one of several ratings in a row, whose neighbours are other answers."""
    before = claim.words[at - 1].text if at else ""
    listed = before in {"at", "then", "gave"} and _SERIES.search(claim.text)
    return bool(listed or _SCORES.match(claim.text))


def _figures(claim: Claim, kind: str) -> Sequence[tuple[int, Figure]]:
    kinds = _kinds(claim, kind)
    return [
        (place, word.figure)
        for place, word in enumerate(claim.evidence.words)
        if word.figure is not None and word.figure.kind in kinds
    ]


def _kinds(claim: Claim, kind: str) -> frozenset[str]:
    """What may stand for a number of this kind: any may be a number of times, where none is told as one."""
    if kind == OFTEN and any(word.figure and word.figure.kind == OFTEN for word in claim.evidence.words):
        return frozenset({OFTEN})
    return frozenset({kind, OFTEN, _NUMBER}) if kind in {OFTEN, _NUMBER} else frozenset({kind})


def _figure(claim: Claim, place: int) -> Figure:
    found = claim.evidence.words[place].figure
    if found is None:
        raise ValueError("no number stands there")
    return found


def _told_as_well(claim: Claim, place: int) -> bool:
    """Whether the sentence tells the other number, too: then this one is not in its stead."""
    values = _figure(claim, place).values
    return any(word.figure is not None and word.figure.values & values for word in claim.words)


def _of_one_kind(unit: str, others: set[str]) -> bool:
    return all(kind_of(other) == kind_of(unit) for other in others)


def _instead(claim: Claim, at: int, figure: Figure) -> str:
    others = [place for place, _ in _figures(claim, figure.kind)]
    if not others:
        return "the cited lines give no such number"
    nearest = max(others, key=lambda place: claim.places.likeness(at, place))
    return f'the cited lines say "{_shown_given(claim, nearest)}"'


def _shown(claim: Claim, at: int) -> str:
    return _with_unit(claim.words, at)


def _shown_given(claim: Claim, place: int) -> str:
    return _with_unit(claim.evidence.words, place)


def _with_unit(words: Sequence[Word], at: int) -> str:
    figure = words[at].figure
    unit = f" {words[at + 1].text}" if figure and figure.unit and at + 1 < len(words) else ""
    return f"{words[at].text}{unit}"
