"""Steps that client and clinician settled between them, and those of a safety plan, as a note has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.named_steps import suggested
from live_notes.drafting.embedded.planning.plan_time_words import TURNS
from live_notes.drafting.embedded.planning.safety_plan import SAFETY_PLAN, safety_steps
from live_notes.drafting.embedded.planning.settling import (
    answered_with,
    asks_what_to_do,
    declines,
    proposes,
    question_in,
    restates,
    together,
)
from live_notes.drafting.embedded.planning.step_words import DAY, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.spec import Speaking

_LEAST_ASKED, _LEAST_NAMED, _MOST_REST = 3, 2, 4
_STOPS = (".", "!")
SETTLED_IS_WORTH = 0.15
"""On top of its words: what client and clinician settled between them is what the next session asks for."""


def safety_planned(reading: Reading, used: set[int]) -> list[Statement]:
    """The steps of a safety plan, each as it was answered; it always stands whole."""
    found = []
    for step in safety_steps(reading.units):
        units = (step.put, together(step.answers)) if step.answers else (step.put,)
        said = whole(f"{SAFETY_PLAN}, {step.name}: {quoted(units[-1])}")
        found.append(replace(made(reading, Kind.PLAN, said, units), must=True))
        used.update(one.index for one in (step.put, *step.answers))
    return found


def settled(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    """What the client will do, as they answer when asked; or what the clinician says of it once more."""
    asks = asks_what_to_do(reading.units, unit, reading.kind_of)
    if asks or proposes(reading.units, unit, reading.kind_of):
        answers = answered_with(reading.units, unit)
        if not answers or not is_whole(unit) or _is_turned(reading.units, answers):
            return None
        if _names_a_slot(unit) or len({*unit.stems, *together(answers).stems}) < _LEAST_NAMED:
            return None
        used.update(one.index for one in answers)
        return _put_and_answered(reading, unit, answers)
    if not restates(reading.units, unit, reading.kind_of) or not is_whole(unit):
        return None
    answers = answered_with(reading.units, unit)
    if declines(answers):
        used.update(one.index for one in answers)
        said = together(answers)
        put = suggested(unit, said, reading.terms_for(said))
        return replace(made(reading, Kind.PLAN, put, (unit, said)), more=SETTLED_IS_WORTH)
    return _said_once_more(reading, unit, used)


def _names_a_slot(unit: Unit) -> bool:
    """Whether a clinician's question is a day with its date or hour and nothing else: a time to meet."""
    rest = _SLOT.sub(" ", unit.exact)
    return (
        _SLOT.search(unit.exact) is not None
        and len(content_stems(rest)) <= 1
        and len(rest.split()) <= _MOST_REST
    )


_SLOT = re.compile(
    rf"\b(?:next |this |on |the |at |then |and |half |quarter (?:past|to) )*(?:{DAY}|{WEEKDAY}|(?:one"
    rf"|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)(?:[- ](?:fifteen|thirty|forty-five"
    r"|o'?clock))?)\b",
    re.IGNORECASE,
)


def _is_turned(units: Sequence[Unit], answers: Sequence[Unit]) -> bool:
    """Whether the client only tried an answer, and the clinician puts something else in its place."""
    after = next((one for one in units[answers[-1].index + 1 :] if not one.backchannel), None)
    return answers[-1].question and after is not None and TURNS.match(after.exact) is not None


def _said_once_more(reading: Reading, unit: Unit, used: set[int]) -> Statement:
    """What the clinician adds to a step, all of it; with the client's question where it answers one."""
    units, parts = reading.units, [unit]
    for one in takewhile(lambda one: one.turn == unit.turn, units[unit.index + 1 :]):
        if not parts[-1].exact.endswith(_STOPS) or not _adds(reading, one):
            break
        parts.append(one)
    used.update(one.index for one in parts)
    said, clinician = together(parts), reading.fallback.clinician
    asked = units[unit.index - 1]
    if asked.speaking is not Speaking.CLIENT or not asked.question or asked.length < _LEAST_ASKED:
        return made(reading, Kind.PLAN, whole(f"{clinician} stated: {quoted(said)}"), (said,))
    client, inside = reading.terms_for(asked).client_inside, clinician[:1].lower() + clinician[1:]
    told = whole(f"When {client} asked {quoted(asked)}, {inside} answered: {quoted(said)}")
    return made(reading, Kind.PLAN, told, (asked, said))


def _adds(reading: Reading, unit: Unit) -> bool:
    return reading.kind_of(unit) is None and is_whole(unit) and restates(reading.units, unit, reading.kind_of)


def _put_and_answered(reading: Reading, unit: Unit, answers: Sequence[Unit]) -> Statement:
    said = together(answers)
    client = reading.terms_for(said).client_inside
    asked = quoted(question_in(unit))[:-1].rstrip(".")
    told = whole(f'When asked {asked}", {client} answered: {quoted(said)}')
    return replace(made(reading, Kind.PLAN, told, (unit, said)), more=SETTLED_IS_WORTH)
