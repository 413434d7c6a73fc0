"""Scores of questionnaires that nobody names, as they were told: "I get fifteen. It was nineteen before."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

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
    UNNAMED,
)
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import Said, whole
from live_notes.drafting.formats import Kind
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
_BACK, _REACH, _BEHIND = 8, 6, 3


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
            _told_behind(reading.units, unit) if _ADDS.search(unit.words) else _of_a_form(reading.units, unit)
        )
        if not told or any(one.index in used for one in told):
            continue
        words = " ".join(quoted(one).strip('"') for one in told)
        found.append(scored_line(reading, whole(f'{clinician} scored: "{words}"'), told))
        used.update(one.index for one in told)
    return found


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
    rest = takewhile(_tells_more, turn[at + 1 :][:_BEHIND])
    return [turn[at], *rest]


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
    if told is None or NOT_DONE.search(unit.words):
        return False
    before = unit.words[: told.start("score")]
    return not (OF_AN_ITEM.search(before) or OF_ANOTHER.search(before) or NO_ONES.search(before))


def _tells_more(unit: Unit) -> bool:
    """Whether a sentence behind a score tells what it was before, or its range."""
    more = (PREVIOUS, IT_WAS_THEN, FROM_TO, BAND)
    return not unit.question and any(pattern.search(unit.words) for pattern in more)
