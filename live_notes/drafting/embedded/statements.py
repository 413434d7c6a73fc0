"""Everything a transcript offers for a note: candidate sentences with kind, evidence and weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from live_notes.drafting.embedded.acting.acts import is_aside
from live_notes.drafting.embedded.acting.asked_by_name import asked_by_name
from live_notes.drafting.embedded.acting.formulating import formulations
from live_notes.drafting.embedded.acting.interventions import interventions
from live_notes.drafting.embedded.acting.medicine_between import medicines_between
from live_notes.drafting.embedded.acting.medicine_told import medicine_told
from live_notes.drafting.embedded.acting.of_clinician import of_clinician
from live_notes.drafting.embedded.acting.of_medicine import with_medicine
from live_notes.drafting.embedded.acting.prescribing import prescribed
from live_notes.drafting.embedded.answering.agreeing import agreed
from live_notes.drafting.embedded.answering.corrections import taken_back
from live_notes.drafting.embedded.answering.exchanges import (
    answer_to,
    is_short,
    rest_of_answer,
)
from live_notes.drafting.embedded.answering.to_the_end import to_the_end
from live_notes.drafting.embedded.answering.whole_answers import whole_answers
from live_notes.drafting.embedded.booking.appointments_once import told_once
from live_notes.drafting.embedded.booking.bookings import booked
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.composing.plainly import told_plainly
from live_notes.drafting.embedded.emdr.beliefs import beliefs, with_belief
from live_notes.drafting.embedded.emdr.in_exercise import said_in_exercise
from live_notes.drafting.embedded.emdr.set_up import target_set_up
from live_notes.drafting.embedded.hearing.line_trouble import of_the_line
from live_notes.drafting.embedded.hearing.rambling import rambles
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.by_day import by_day
from live_notes.drafting.embedded.measures.degrees import degrees
from live_notes.drafting.embedded.measures.measures import measures
from live_notes.drafting.embedded.measures.ratings import ratings
from live_notes.drafting.embedded.measures.rulers import rulers
from live_notes.drafting.embedded.of_client import of_client
from live_notes.drafting.embedded.persons.companions import told_of_companions
from live_notes.drafting.embedded.planning.commitments import committed, haggled
from live_notes.drafting.embedded.planning.fees import of_fees
from live_notes.drafting.embedded.planning.goals import goals_of
from live_notes.drafting.embedded.planning.held_steps import held_steps
from live_notes.drafting.embedded.planning.homework import homework_set
from live_notes.drafting.embedded.planning.negotiated import negotiated, promised
from live_notes.drafting.embedded.planning.plain_tasks import bargained, told_in_passing, tried_out
from live_notes.drafting.embedded.planning.plan_kept import kept_plans, owed
from live_notes.drafting.embedded.planning.plan_time import planned_together
from live_notes.drafting.embedded.planning.read_back import read_back
from live_notes.drafting.embedded.planning.recounted import recounted
from live_notes.drafting.embedded.planning.reviewed import reviewed
from live_notes.drafting.embedded.planning.settled_steps import safety_planned
from live_notes.drafting.embedded.planning.summed_up import summed_up
from live_notes.drafting.embedded.planning.taken_on import taken_on
from live_notes.drafting.embedded.planning.turned_down import turned_down
from live_notes.drafting.embedded.planning.unplanned import put_beside, unplanned
from live_notes.drafting.embedded.planning.when_it_comes import when_it_comes
from live_notes.drafting.embedded.planning.wishes import wishes
from live_notes.drafting.embedded.planning.with_leave import with_leave
from live_notes.drafting.embedded.planning.worked_out import worked_out
from live_notes.drafting.embedded.playing.played import played
from live_notes.drafting.embedded.playing.role_plays import in_role
from live_notes.drafting.embedded.playing.telephoned import telephoned
from live_notes.drafting.embedded.selecting.apart import apart
from live_notes.drafting.embedded.selecting.standing import qualified_by
from live_notes.drafting.embedded.telling.asked_of_it import told_of_what
from live_notes.drafting.embedded.telling.gaps import without_gaps
from live_notes.drafting.embedded.telling.half_told import told_wholly
from live_notes.drafting.embedded.telling.hanging import told_together
from live_notes.drafting.embedded.telling.last_look import looked_over
from live_notes.drafting.embedded.telling.monologues import told_in_a_row
from live_notes.drafting.embedded.telling.phrases import (
    Terms,
    quoted,
)
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_TELLERS: tuple[Callable[[Reading, set[int]], Iterable[Statement]], ...] = (
    by_day,
    told_of_companions,
    telephoned,
    safety_planned,
    when_it_comes,
    played,
    booked,
    target_set_up,
    goals_of,
    wishes,
    prescribed,
    medicines_between,
    asked_by_name,
    measures,
    ratings,
    rulers,
    degrees,
    formulations,
    turned_down,
    negotiated,
    with_leave,
    recounted,
    worked_out,
    haggled,
    bargained,
    read_back,
    homework_set,
    held_steps,
    summed_up,
    planned_together,
    taken_on,
    committed,
    tried_out,
    promised,
    whole_answers,
    reviewed,
    told_together,
    told_in_a_row,
)
"""What several turns say together, most certain first: each takes what it tells out of the others' reach."""


def statements_of(units: Sequence[Unit], terms: dict[str, Terms], fallback: Terms) -> list[Statement]:
    """All candidate statements, in order. `terms` are by client speaker; `fallback` is for the rest."""
    frequency = Counter(stem for unit in units if not unit.backchannel for stem in set(unit.stems))
    reading = Reading(units, terms, fallback, frequency, rambles(units))
    used = set(taken_back(units)) | apart(units) | in_role(units)
    refused = unplanned(units)
    used |= said_in_exercise(reading) | of_fees(units) | refused | of_the_line(units)
    owing = {unit.index: duty for unit in units if (duty := owed(reading, unit)) is not None}
    used -= owing.keys()
    found: list[Statement] = []
    steps: set[int] = set()
    for tell in _TELLERS:
        before = set(used)
        told_now = list(tell(reading, used))
        found += told_now
        if any(one.kind is Kind.PLAN for one in told_now):
            steps |= used - before
    beside = [one for one in put_beside(reading, refused) if one.order not in used]
    found, used = [*found, *beside], used | {one.order for one in beside}
    told = frozenset(used)
    for unit in units:
        if unit.index in used or (is_aside(unit) and not unit.risk_in_words):
            continue
        statement = owing.get(unit.index) or _of_unit(reading, unit, used)
        if statement is not None:
            found.append(statement)
    found = with_belief(found, beliefs(reading))
    found = [*told_once(found), *_agreements(reading, told)]
    found += medicine_told(reading, found)
    found = list(looked_over(reading, to_the_end(reading, found)))
    found = list(kept_plans(reading, told_plainly(reading, with_medicine(reading, found))))
    found = list(without_gaps(units, told_of_what(reading, told_wholly(reading, found))))
    return [*found, *interventions(reading, steps)]


def _of_unit(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    match unit.speaking:
        case Speaking.CLINICIAN:
            return of_clinician(reading, unit, used) or told_in_passing(reading, unit, used)
        case Speaking.CLIENT:
            told = of_client(reading, unit)
            bound = None if told is None else qualified_by(unit, reading.units)
            if told is not None and bound is not None and quoted(bound).strip('".') in told.text:
                used.add(bound.index)
            return told
        case Speaking.AUTHOR:
            return None  # `author.statements` reads them
        case Speaking.OTHER | Speaking.UNKNOWN:
            lead = (
                "A speaker whose role is not known"
                if unit.speaking is Speaking.UNKNOWN
                else "Another participant"
            )
            return made(reading, Kind.REPORT, whole(f"{lead} stated: {quoted(unit)}"), (unit,))


def _agreements(reading: Reading, used: frozenset[int]) -> list[Statement]:
    """What the clinician gave back of what they had heard, and the client agreed to."""
    found = []
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.backchannel or unit.index in used:
            continue
        answer = answer_to(reading.units, unit)
        if answer is None or (unit.question and is_short(answer)) or unit.risk_in_words:
            continue  # a short answer to a question is told with it
        if reading.kind_of(unit) is Kind.OBSERVATION:
            continue  # what was seen stands by itself
        said = agreed(unit, answer, rest_of_answer(reading.units, answer), reading.terms_for(answer))
        if said is not None:
            found.append(made(reading, Kind.RESPONSE, said, (unit, answer)))
    return found
