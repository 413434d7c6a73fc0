"""Scores of questionnaires that nobody names, as they were told: "I get fifteen. It was nineteen before."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, islice, takewhile

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.measure_words import (
    ALONE,
    BAND,
    BARE,
    FORM_SCORED,
    FROM_TO,
    IT_WAS_THEN,
    NAMES,
    NO_ONES,
    NOT_DONE,
    OF_AN_ITEM,
    OF_ANOTHER,
    PREVIOUS,
    SPOKEN_NUMBER,
    UNNAMED,
    in_digits,
    numbers_in,
)
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import Said, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.spec import Speaking

_MEASURED_IS_WORTH = 0.7
_ADDS = re.compile(
    r"\b(?:let me|i'll|i will|i'm|i've|lemme|give me a (?:second|minute|moment) to|while i)(?: just"
    r"| quickly| now)*"
    r" (?:add(?:ed|ing)?|tot(?:ting|ted|al(?:led|ling)?)?|count(?:ed|ing)?|sum(?:med|ming)?|tall(?:y"
    r"|ied)|scor(?:e|ed"
    r"|ing)|work(?:ed|ing)?|calculat(?:e|ed|ing)|reckon(?:ed)?)\b"
    r"|\b(?:adding|totting|scoring|totalling|counting) (?:it|this|that|these|them|those|your|the)\b",
    re.IGNORECASE,
)
"""Says that they are adding up."""
_COUNTS_OTHER = re.compile(
    r"\b(?:drinks?|units?|pints?|beers?|glasses|calories|pounds|quid|dollars|money|rent|bills?|hours?|shifts?"
    r"|days|nights|weeks|steps|cigarettes|naira|rupees|euros?|bets?)\b",
    re.IGNORECASE,
)
"""What else is added up."""
_MAKES = re.compile(r"\bi (?:make|get|count|reckon) (?:it|that|this)\b", re.IGNORECASE)
"""Says what somebody makes of it without saying first that they add up."""
_CORRECTS = AnyCase(
    rf"\b(?:makes|brings|puts|takes|changes) (?:it|that|this|you|the (?:score|total))(?: (?:up"
    rf"|down))?(?: (?:to|at))?"
    rf" (?:an? )?(?P<score>{SPOKEN_NUMBER})\b,? (?:not|instead of|rather than"
    rf"|and not) (?:an? )?(?P<then>{SPOKEN_NUMBER})\b"
)
"""Says what a score comes to once an answer was put right."""
_BACK, _REACH, _BEHIND, _NEAR, _FAR = 8, 6, 3, 10, 60


def scored_line(reading: Reading, said: Said, units: Sequence[Unit], place: Unit | None = None) -> Statement:
    """A line of the scores: no one's report, and weighty."""
    ordered = tuple(sorted(dict.fromkeys(units), key=lambda unit: unit.index))
    line = made(reading, Kind.OBSERVATION, said, ordered, place=place)
    # Two scores of one sentence are not the same for being told in the same words.
    return replace(line, more=_MEASURED_IS_WORTH, speaker=None, stems=frozenset(content_stems(said.text)))


def added_up(reading: Reading, used: set[int]) -> list[Statement]:
    """The scores that a clinician adds up aloud, of a questionnaire without a name; told in their words."""
    found = []
    clinician = reading.fallback.clinician
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN:
            continue
        told = (
            _told_behind(reading.units, unit)
            if _ADDS.search(unit.words) or _is_made_of_a_form(reading.units, unit)
            else _of_a_form(reading.units, unit)
        )
        if not told or any(one.index in used for one in told):
            continue
        turns = [" ".join(quoted(one).strip('"') for one in turn) for _, turn in groupby(told, _turn)]
        said = " and ".join(f'"{words}"' for words in turns)
        found.append(scored_line(reading, whole(f"{clinician} scored: {said}"), told))
        used.update(one.index for one in told)
    return found


def _turn(unit: Unit) -> int:
    return unit.turn


def _told_behind(units: Sequence[Unit], adds: Unit) -> list[Unit]:
    """The sum behind the words that announce it, and what it was before."""
    near = units[max(0, adds.index - _BACK) : adds.index + 1]
    if not any(UNNAMED.search(one.words) for one in near) or _COUNTS_OTHER.search(adds.words):
        return []
    after = [one for one in units[adds.index :] if not one.backchannel]
    turn = [*takewhile(lambda one: one.turn == adds.turn, after)][: _REACH + _BEHIND]
    if any(NAMES.search(one.words) or _COUNTS_OTHER.search(one.words) for one in turn):
        return []
    at = next((i for i, one in enumerate(turn[:_REACH]) if _is_sum(one)), None)
    if at is None:
        return []
    if ALONE.search(turn[at].words) and at + 1 < len(turn) and _is_sum(turn[at + 1]):
        at += 1  # "Fifteen. I get fifteen."
    put_right = _put_right(units, turn[at])
    if put_right is not None:
        return [put_right]
    rest = [*takewhile(_tells_more, turn[at + 1 :][:_BEHIND])]
    return [turn[at], *(rest or _told_later(units, turn[at]))]


def _is_made_of_a_form(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician says what they make of a form that they took up in the same turn."""
    behind = units[unit.index + 1 : unit.index + 2]
    sums = _is_sum(unit) or any(one.turn == unit.turn and ALONE.search(one.words) for one in behind)
    if not (_MAKES.search(unit.words) and sums):
        return False
    turn = takewhile(lambda one: one.turn == unit.turn, reversed(units[: unit.index]))
    return any(UNNAMED.search(one.words) for one in turn)


def _put_right(units: Sequence[Unit], told: Unit) -> Unit | None:
    """The sentence that puts this very score right: "that makes it eighteen, not seventeen"."""
    for one in units[told.index + 1 :][:_FAR]:
        found = _CORRECTS.search(one.words) if one.speaking is Speaking.CLINICIAN else None
        if found is not None and not one.question and in_digits(found["then"]) in numbers_in(told):
            return one
    return None


def _told_later(units: Sequence[Unit], told: Unit) -> list[Unit]:
    """What it was before, told a turn or two behind the score, where it is said once more: "so sixteen"."""
    near = [one for one in units[told.index + 1 :][:_NEAR] if one.turn > told.turn]
    again = any(
        one.speaking is Speaking.CLINICIAN and ALONE.search(one.words) and numbers_in(one) == numbers_in(told)
        for one in near
    )
    before = (one for one in near if one.speaking is Speaking.CLINICIAN and _tells_more(one))
    return [*islice(before, 1)] if again else []


def _of_a_form(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """A sentence that says what a questionnaire comes to, and the ones that tell more of it."""
    told = None if unit.question or NAMES.search(unit.words) else FORM_SCORED.search(unit.words)
    if told is None or _COUNTS_OTHER.search(unit.words) or NOT_DONE.search(unit.words):
        return []
    before = unit.words[: told.start("score")]
    if OF_AN_ITEM.search(before) or OF_ANOTHER.search(before) or NO_ONES.search(before):
        return []
    turn = takewhile(lambda one: one.turn == unit.turn, units[unit.index + 1 :][:_BEHIND])
    return [unit, *takewhile(_tells_more, turn)]


def _is_sum(unit: Unit) -> bool:
    told = None if unit.question else ALONE.search(unit.words) or BARE.search(unit.words)
    if told is None or NOT_DONE.search(unit.words) or len(numbers_in(unit)) > 1:
        return False  # several numbers are still being added
    before = unit.words[: told.start("score")]
    return not (OF_AN_ITEM.search(before) or OF_ANOTHER.search(before) or NO_ONES.search(before))


def _tells_more(unit: Unit) -> bool:
    """Whether a sentence behind a score tells what it was before, or its range."""
    more = (PREVIOUS, IT_WAS_THEN, FROM_TO, BAND)
    return not unit.question and any(pattern.search(unit.words) for pattern in more)
