"""What a target is set up with in EMDR: picture, beliefs, emotion, place in the body, in the words used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from live_notes.drafting.embedded.answering.answer_turns import Exchange, as_one
from live_notes.drafting.embedded.asking.by_the_way import is_by_the_way
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.emdr.phase_words import IMAGERY, item_of
from live_notes.drafting.embedded.emdr.phases import begins_a_set
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_LEAST_ITEMS, _REACH, _MOST_ANSWER, _MOST_TAKEN = 2, 70, 60, 10
_BACK_AND_FORTH = 3
"""Turns from a question to its answer where the client asked back first."""
_SAME_ITEM = re.compile(
    r"\b(?:where|else|body|feel|feeling|felt|chest|throat|stomach|belly|shoulders?|head|gut|both|same|which)\b",
    re.IGNORECASE,
)
"""Asks on of the place in the body, and of nothing else."""
_MOST_IMAGERY, _LEAST_STEMS = 30, 2
_SET_UP_IS_WORTH = 0.8


def target_set_up(reading: Reading, used: set[int]) -> list[Statement]:
    """The target as it was set up before the first set; what is told is added to `used`."""
    first = next((unit.index for unit in reading.units if begins_a_set(unit)), None)
    if first is None:
        return []
    found = list(_imagery(reading, used))
    asked = _asked(reading.units[max(0, first - _REACH) : first])
    if len({item for item, _ in asked}) < _LEAST_ITEMS:
        return found
    ends = [*(unit.index for _, unit in asked[1:]), _left_at(reading.units, asked[-1][1], first)]
    for (_, question), end in zip(asked, ends, strict=True):
        said = reading.units[question.index : end]
        if used & {unit.index for unit in said}:
            continue
        statement = _told(reading, said, reading.units[end : end + 2])
        if statement is not None:
            found.append(replace(statement, must=True, more=_SET_UP_IS_WORTH))
            used.update(unit.index for unit in said)
    return found


def _left_at(units: Sequence[Unit], asked: Unit, first: int) -> int:
    """Where the talk leaves the last item: the turn that asks on of something else, before the first set."""
    for unit in units[asked.index + 1 : first]:
        asks_on = unit.speaking is Speaking.CLINICIAN and unit.question and unit.turn > asked.turn
        if asks_on and item_of(unit.words) == "" and not _SAME_ITEM.search(unit.words):
            return next(one.index for one in units if one.turn == unit.turn and not one.backchannel)
    return first


def _imagery(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """The calm place, the container, the stop signal: what the client has for it, in their words."""
    turns = [
        list(turn)
        for _, turn in groupby((one for one in reading.units if not one.within), key=lambda one: one.turn)
    ]
    for guides, answers in pairwise(turns):
        put = [unit for unit in guides if unit.speaking is Speaking.CLINICIAN and IMAGERY.search(unit.words)]
        answer = as_one(answers)
        takes = answers[0].speaking is Speaking.CLIENT and len(answer.stems) >= _LEAST_STEMS
        if not put or not takes or answers[0].question or answer.spoken_length > _MOST_IMAGERY:
            continue
        if (
            used & {unit.index for unit in answers}
            or answer.risk_in_words
            or guides[-1].question != put[-1].question
        ):
            continue
        used.update(unit.index for unit in answers)
        client = reading.terms_for(answer).client_inside
        told = whole(f"In response to {quoted(put[-1])}, {client} said: {quoted(answer)}")
        yield made(reading, Kind.RESPONSE, told, (put[-1], answer))


def _asked(units: Sequence[Unit]) -> list[tuple[str, Unit]]:
    """The first question for each item; what is asked again of the same item goes on with it."""
    found: list[tuple[str, Unit]] = []
    for unit in units:
        item = item_of(unit.words) if unit.speaking is Speaking.CLINICIAN and unit.question else ""
        if item and item not in {name for name, _ in found}:
            found.append((item, unit))
    return found


def _told(reading: Reading, said: Sequence[Unit], after: Sequence[Unit]) -> Statement | None:
    """Questions of one item with their answers, and what the clinician took from several."""
    exchanges = list(_exchanges(said))
    if not exchanges or any(answer.spoken_length > _MOST_ANSWER for _, answer in exchanges):
        return None
    terms = reading.terms_for(exchanges[0][1])
    units = tuple(unit for exchange in exchanges for unit in exchange)
    put = [(quoted(asks), quoted(answer)) for asks, answer in exchanges]
    told = " ".join(f"When asked {asks}, {terms.client_inside} answered: {answer}" for asks, answer in put)
    taken = _taken(said, exchanges, after)
    if taken is not None:
        units = (*units, taken)
        told = f"{told} {reading.fallback.clinician} noted: {quoted(taken)}"
    return made(reading, Kind.REPORT, whole(told), units)


def _exchanges(said: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    told = [
        unit for unit in said if unit.speaking in {Speaking.CLINICIAN, Speaking.CLIENT} and not unit.within
    ]
    turns = [list(turn) for _, turn in groupby(told, key=lambda unit: (unit.turn, unit.speaker))]
    for at, (asks, told_at_once) in enumerate(pairwise(turns)):
        sides = asks[0].speaking is Speaking.CLINICIAN and told_at_once[0].speaking is Speaking.CLIENT
        asked_back = sides and all(unit.question for unit in told_at_once)
        later = turns[at + _BACK_AND_FORTH] if asked_back and len(turns) > at + _BACK_AND_FORTH else None
        answers = later or told_at_once  # "in my head or in my gut?" is no answer yet
        questions = [unit for unit in asks if unit.question]
        if sides and questions and any(unit.stems or unit.exact for unit in answers):
            exchange = Exchange(questions[-1], tuple(answers), as_one(answers))
            if not is_by_the_way(exchange):
                yield exchange.question, exchange.answer


def _taken(
    said: Sequence[Unit], exchanges: Sequence[tuple[Unit, Unit]], after: Sequence[Unit]
) -> Unit | None:
    """What the clinician says again of the answers before going on: the one that counts."""
    last = said[-1]
    echo = last if last.speaking is Speaking.CLINICIAN and not last.question else None
    if echo is None and after and after[0].speaking is Speaking.CLINICIAN and not after[0].question:
        echo = after[0]
    stems = set(echo.stems) if echo is not None else set()
    answered = {stem for _, answer in exchanges for stem in answer.stems}
    several = len(exchanges) > 1 or any(answer.exact.count(".") > 1 for _, answer in exchanges)
    short = echo is not None and echo.length <= _MOST_TAKEN
    return echo if several and short and stems and stems <= answered else None
