"""Steps that client and clinician settled between them, and those of a safety plan, as a note has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.clinician import suggested
from live_notes.drafting.embedded.phrases import quoted
from live_notes.drafting.embedded.safety_plan import SAFETY_PLAN, safety_steps
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.saying_much import is_whole
from live_notes.drafting.embedded.settling import (
    answered_with,
    asks_what_to_do,
    declines,
    proposes,
    question_in,
    restates,
    together,
)
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind

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
        if not answers or not is_whole(unit):
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
    return made(reading, Kind.PLAN, whole(f"{reading.fallback.clinician} stated: {quoted(unit)}"), (unit,))


def _put_and_answered(reading: Reading, unit: Unit, answers: Sequence[Unit]) -> Statement:
    said = together(answers)
    client = reading.terms_for(said).client_inside
    asked = quoted(question_in(unit))[:-1].rstrip(".")
    told = whole(f'When asked {asked}", {client} answered: {quoted(said)}')
    return replace(made(reading, Kind.PLAN, told, (unit, said)), more=SETTLED_IS_WORTH)
