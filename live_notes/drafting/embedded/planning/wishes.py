"""Goals in a client's own words where nobody calls them so: a wish, the answer to a miracle, a limit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from live_notes.drafting.embedded.answering.answer_turns import as_one, exchanges_in
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import quotable_part
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.companions import is_spoken_to_kin
from live_notes.drafting.embedded.persons.referents import points_at_a_thing
from live_notes.drafting.embedded.planning.settling import asks_for_a_step
from live_notes.drafting.embedded.planning.wish_words import (
    ASKS_FOR_A_WISH,
    CAME_FOR,
    GIVEN_BACK,
    MIRACLE,
    NO_WISH,
    REFUSES,
    WHAT_THEN,
    WISHES,
)
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.spec import Speaking

_REACH, _MOST_WISHES, _LEAST_STEMS, _LEAST_WORDS, _MOST_WORDS, _MOST_ANSWER, _MOST_QUESTION = (
    8,
    3,
    2,
    4,
    40,
    45,
    34,
)
_A_WISH_IS_WORTH = 0.4


def wishes(reading: Reading, used: set[int]) -> list[Statement]:
    """What the client wants to reach, quoted; the units that are told are added to `used`."""
    found = [*_asked(reading, used), *_given_back(reading, used), *_said(reading, used)]
    told = sorted(found, key=lambda one: one.order)
    return [replace(one, more=_A_WISH_IS_WORTH) for one in told]


def _asked(reading: Reading, used: set[int]) -> list[Statement]:
    """Answers to questions for what is wanted."""
    found = []
    for exchange in exchanges_in(reading.units):
        asks, said = exchange.question, exchange.turn
        if used & {asks.index, *(one.index for one in said)} or not _asks(reading.units, asks):
            continue
        answer = as_one(quotable_part(said, _MOST_ANSWER))
        if (
            REFUSES.match(answer.exact)
            or is_spoken_to_kin(said[0])
            or not _may_be_told(answer)
            or asks.spoken_length > _MOST_QUESTION
        ):
            continue
        used.update((asks.index, *(one.index for one in said)))
        client = reading.terms_for(answer).client_inside
        told = whole(f"Goal: when asked {quoted(asks)}, {client} answered: {quoted(answer)}")
        found.append(made(reading, Kind.REPORT, told, (asks, answer)))
    return found


def _given_back(reading: Reading, used: set[int]) -> list[Statement]:
    """What the clinician gives back of a wish, where the client's very next word is a yes."""
    found: list[Statement] = []
    for unit, after in pairwise(reading.units):
        turns = unit.speaking is Speaking.CLINICIAN and after.speaking is Speaking.CLIENT
        if not turns or unit.question or not GIVEN_BACK.search(unit.words):
            continue
        if read_answer(after.exact) is not Answer.YES:
            continue
        if used & {unit.index, after.index} or found or not _may_be_told(unit) or after.risk_in_words:
            continue
        used.update((unit.index, after.index))
        inside, client = reading.fallback.clinician_forms.subject, reading.terms_for(after).client
        told = whole(f"Goal: {inside} stated: {quoted(unit)} {client} answered: {quoted(after)}")
        found.append(made(reading, Kind.REPORT, told, (unit, after)))
    return found


def _asks(units: Sequence[Unit], question: Unit) -> bool:
    if ASKS_FOR_A_WISH.search(question.words):
        return True
    near = [
        one for one in units[max(0, question.index - 5) : question.index + 1] if one.turn == question.turn
    ]
    return any(MIRACLE.search(one.words) for one in near) and bool(WHAT_THEN.search(question.words))


def _said(reading: Reading, used: set[int]) -> list[Statement]:
    """Sentences in which the client says unasked what they want to come to, none of them twice."""
    found: list[Statement] = []
    for unit in reading.units:
        if (
            unit.speaking is not Speaking.CLIENT
            or unit.index in used
            or unit.question
            or len(found) == _MOST_WISHES
        ):
            continue
        if not _wants(unit) or not _may_be_told(unit) or _answers_for_a_step(reading.units, unit):
            continue
        if (
            points_at_a_thing(unit.words)
            or _DOES_THAT.search(unit.words)
            or _LACKS_ITS_THING.search(unit.words)
        ):
            continue  # a wish whose matter was named elsewhere, and may be none of what they come for
        stems = set(unit.stems)
        if any(len(stems & one.stems) >= _LEAST_STEMS for one in found):
            continue
        used.add(unit.index)
        told = whole(f"Goal: {reading.terms_for(unit).client_inside} stated: {quoted(unit)}")
        found.append(made(reading, Kind.REPORT, told, (unit,)))
    return found


def _answers_for_a_step(units: Sequence[Unit], said: Unit) -> bool:
    """Whether the clinician asked what is to be done: that is a next step and no goal."""
    before = [one for one in units[max(0, said.index - _REACH) : said.index] if one.turn == said.turn - 1]
    return any(one.question and (asks_for_a_step(one.words) or _TO_DO.search(one.words)) for one in before)


_DOES_THAT = re.compile(r"\b(?:do|try|read|hear|say|learn) (?:that|this|those)\b(?! \w+ing\b)", re.IGNORECASE)
_LACKS_ITS_THING = re.compile(
    r"\b(?:without|with|to|for|of|about|than|from|by|into|like|against|between)\W*$", re.IGNORECASE
)
"""Ends before what it is about: "I want to sleep without"."""
_TO_DO = re.compile(r"\b(?:to do|do about|about (?:that|it))\W*$", re.IGNORECASE)


def _wants(unit: Unit) -> bool:
    named = WISHES.match(unit.words) is not None or (
        unit.words.startswith("I ") and CAME_FOR.search(unit.words) is not None
    )
    return named and NO_WISH.search(unit.words) is None


def _may_be_told(answer: Unit) -> bool:
    fits = bool(answer.stems) and _LEAST_WORDS <= answer.spoken_length <= _MOST_WORDS
    return fits and is_whole(answer) and not answer.question and not answer.risk_in_words
