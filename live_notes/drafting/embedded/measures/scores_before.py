"""Scores with what is said beside them: what they were before, their range, when they were taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.measure_words import (
    BAND,
    FROM_TO,
    IT_WAS_THEN,
    NAMES,
    PREVIOUS,
    TAG,
    in_digits,
    numbers_in,
)
from live_notes.drafting.embedded.measures.scores_named import changes, day_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.spec import Speaking

_REACH = 3
_NEAR = 8
"""Units after a score in which it is said what it was before."""
_MOST_OF_AN_ECHO = 14
_OF_CHANGE = re.compile(
    r"\d|\b(?:before|last (?:time|week)|better|worse|up|down|same|higher|lower|change[ds]?|first time|started"
    r"|what was|(?:twen|thir|for|fif|six)ty|\w+teen|eleven|twelve)\b",
    re.IGNORECASE,
)
"""A client speaks of how a score has moved."""


@dataclass(frozen=True)
class Score:
    """A score: of which scale, when it was taken, what it was before, and the units that tell it.

    `start`: the very first one, where the last before is told too; `band`: where the clinician says what
    range it is in; `severity`: what they call it at once; `left_out`: not filled in today.
    """

    scale: str
    score: str
    units: tuple[Unit, ...]
    previous: str | None = None
    band: Unit | None = None
    when: str = ""
    severity: str = ""
    start: str | None = None
    left_out: bool = False

    def __repr__(self) -> str:
        return f"<Score {len(self.units)} units>"


def taken_up(units: Sequence[Unit], score: Score) -> Score:
    """A score that a client told, with what the clinician at once adds: the range, what it was before."""
    last = max(one.index for one in score.units)
    after = [one for one in units[last + 1 :] if not one.backchannel]
    rest = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, after)]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLINICIAN, after[len(rest) :])][: _REACH + 1]
    said = [*takewhile(lambda one: not one.question and NAMES.search(one.words) is None, said)]
    again = [one for one in said if score.score in numbers_in(one) or one is said[0]]
    banded = (one for one in again if BAND.search(one.words) and one.spoken_length <= _MOST_OF_AN_ECHO)
    score = replace(score, band=next(banded, None))
    if score.previous is not None:
        return score
    before = previous_in(said)
    if before is None or before[0] == score.score:
        return score
    return replace(score, previous=before[0], units=(*score.units, before[1]))


def with_earlier(units: Sequence[Unit], score: Score) -> Score:
    """A score with what it was before, where the clinician tells that in their next turn."""
    last = max(one.index for one in score.units)
    first = min(one.index for one in score.units)
    said = [one for one in units[first + 1 : last + 1] if one.speaking is Speaking.CLINICIAN]
    before = previous_in(said)
    if before is None or before[0] == score.score:
        return score
    return replace(score, previous=before[0], units=(*score.units, before[1]))


def then_in(units: Sequence[Unit]) -> tuple[str, Unit] | None:
    """What a score was, behind one that was told by itself: "Thirteen. It was twenty-one."."""
    for one in units:
        found = IT_WAS_THEN.search(one.words)
        value = in_digits(found["then"]) if found else None
        if value is not None:
            return value, one
    return None


def with_rest(
    units: Sequence[Unit], turn: Sequence[Unit], scale: str, score: str, told: tuple[Unit, ...]
) -> Score:
    """A score with what was said of it in the same turn: what it was before, its band, when it was taken."""
    after = [one for one in turn if one.index >= told[0].index and not is_of_other_scale(one, turn[0])]
    before = previous_in([one for one in after if one in told or one.index > told[-1].index])
    previous, resting = (None, told) if before is None else (before[0], (*told, before[1]))
    if before is not None and before[1].question:
        previous, more = _confirmed(units, before[1], before[0])
        resting = (*resting, *more)
    at = day_of(told[0].words, max(told[0].words.lower().rfind(score), 0) or len(told[0].words))
    at = "" if PREVIOUS.search(told[0].words) is not None and _is_of_before(told[0], at) else at
    band = next((one for one in after if BAND.search(one.words)), None)
    return Score(scale, score, resting, previous if previous != score else None, band, at)


def _is_of_before(unit: Unit, when: str) -> bool:
    """Whether a time belongs to the score before: "it was nineteen last time"."""
    found = PREVIOUS.search(unit.words)
    at = unit.words.find(when) if when else -1
    return found is not None and found.start() <= at < found.end()


def previous_in(units: Sequence[Unit]) -> tuple[str, Unit] | None:
    """What a score was before, the last time rather than the first."""
    for one in units:
        changed = None if asks(one) else FROM_TO.search(one.words)
        before = None if changed is None else in_digits(changes(changed)[1])
        if before is not None:
            return before, one
    told = [(found, one) for one in units if not asks(one) for found in PREVIOUS.finditer(one.words)]
    for found, one in sorted(told, key=lambda at: is_of_the_first(at[0])):
        spoken = next((value for value in found.groups() if value), None)
        previous = in_digits(spoken) if spoken else None
        if previous is not None:
            return previous, one
    return then_in(units[1:])


_AT_FIRST = re.compile(
    r"\bwhen (?:you|we|i)\b|\b(?:start|intake|baseline|assessment|first|referral|triage|screening|outset"
    r"|admission"
    r"|to begin with|originally)\b",
    re.IGNORECASE,
)


def is_of_the_first(found: re.Match[str]) -> bool:
    """Whether a score before was that of the beginning, where there may be a later one."""
    return found["first"] is not None or names_the_first(found.group())


def names_the_first(words: str) -> bool:
    """Whether an earlier day is that of the beginning: "when you came", "at intake"."""
    return _AT_FIRST.search(words) is not None


def with_next(units: Sequence[Unit], score: Score) -> Score:
    """A score with what it was before, where both at once speak of that: "It was higher before, no?"."""
    last = max(score.units, key=lambda one: one.index)
    after = [one for one in units[last.index + 1 :][:_NEAR] if not one.backchannel]
    rest = [*takewhile(lambda one: one.turn == last.turn, after)]
    asked = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, after[len(rest) :])]
    if not asked or not any(_OF_CHANGE.search(one.words) for one in asked):
        return score
    then = takewhile(lambda one: one.speaking is Speaking.CLINICIAN, after[len(rest) + len(asked) :])
    said = [*takewhile(lambda one: not one.question and NAMES.search(one.words) is None, then)][:_REACH]
    changed = next(
        (
            one
            for one in said
            if (found := FROM_TO.search(one.words)) is not None
            and in_digits(changes(found)[0]) == score.score
        ),
        None,
    )
    before = previous_in([changed] if changed is not None else said)
    if before is None or before[0] == score.score:
        return score
    told = dict.fromkeys((*score.units, *(one for one in said if before[0] in numbers_in(one))))
    end = said[-1].index
    band = next((one for one in units[before[1].index : end + 2] if BAND.search(one.words)), None)
    return replace(score, previous=before[0], units=tuple(told), band=score.band or band)


def _confirmed(units: Sequence[Unit], asked: Unit, value: str) -> tuple[str | None, tuple[Unit, ...]]:
    """An earlier score that the clinician was not sure of: as the client confirms it, or both then say."""
    after = [one for one in units[asked.index + 1 :] if not one.backchannel]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, after)]
    other = [(one, number) for one in said for number in numbers_in(one) if number != value]
    if not other:
        plain = bool(said) and read_answer(said[0].exact) is Answer.YES
        return (value, tuple(said[:1])) if plain else (None, ())
    answered = takewhile(lambda one: one.speaking is Speaking.CLINICIAN, after[len(said) :])
    unit, number = other[0]
    agreed = next((one for one in answered if number in numbers_in(one)), None)
    return (number, (unit, agreed)) if agreed is not None else (None, ())


def asks(unit: Unit) -> bool:
    """Whether a sentence asks, and does not only seek a nod."""
    return unit.question and not TAG.search(unit.words)


def is_of_other_scale(one: Unit, first: Unit) -> bool:
    """Whether a sentence behind the first names another scale, or the same anew."""
    return one is not first and NAMES.search(one.words) is not None
