"""What stands around a clinician's step: whose words it points at, its hour, and where in a session it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading
from live_notes.drafting.embedded.hearing.turns import client_before, question_before
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import PERSONS, can_be, points_at, points_at_a_thing
from live_notes.drafting.embedded.planning.assigned_words import OFFERS_A_DAY
from live_notes.drafting.embedded.planning.no_step_words import TRIES_THAT
from live_notes.drafting.embedded.planning.settling import restates, together
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.leaning import pointing_at
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_OPENING, _LONG, _MOST_BEFORE = 0.1, 100, 34
_MOST_NAMED_BEFORE = 18
_MOST_OF_AN_HOUR = 4
_MOST_OF_A_BARE_STEP = 8


def opens(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician's sentence stands where a session is opened: how they talk today, and no plan."""
    return unit.index < _OPENING * len(units) and len(units) >= _LONG and not unit.risk_in_words


def with_what_it_points_at(reading: Reading, step: Unit) -> Unit | None:
    """A question whether the client would try "that", with the clinician's words before it that name it."""
    before = reading.units[step.index - 1] if step.index else None
    if before is None or not step.question or not TRIES_THAT.search(step.words):
        return None
    named = before.turn == step.turn and not before.question and not before.backchannel
    short = before.length <= _MOST_NAMED_BEFORE and before.stems
    told = reading.kind_of(before) is Kind.PLAN or restates(reading.units, before, reading.kind_of)
    return together((before, step)) if named and short and not told else None


def with_its_hour(reading: Reading, step: Unit) -> Unit:
    """A day that is put to the client, with the hour that is asked at once after it: "Monday? At ten?"."""
    after = reading.units[step.index + 1] if step.index + 1 < len(reading.units) else None
    if after is None or not OFFERS_A_DAY.match(step.words) or after.turn != step.turn:
        return step
    hour = after.question and after.length <= _MOST_OF_AN_HOUR
    return replace(together((step, after)), index=after.index) if hour else step


def pointed_at(reading: Reading, step: Unit) -> Unit | None:
    """The client's words that a step points back at, or that name whom it means."""
    before = client_before(reading.units, step)
    answers = before is not None and question_before(reading.units, before) is not None
    said = pointing_at(step, before, answers=answers) or _who_is_meant(reading, step)
    return said or _what_is_asked(reading, step)


_ASKS_SOMEBODY = AnyCase(
    rf"{LEAD}i(?:'ll| will| can| could|'m going to) (?:just |also |have to )?(?:ask|check with|tell"
    rf"|mention it to"
    r"|run it by|raise it with) (?:(?:the|my|your|our|dr\.?|doctor) )?[a-z.\[\]_]+(?: [a-z]+)?(?: too| then"
    r"| so)?\W*$"
)
"""Says whom somebody will ask, and leaves what to what was said before."""


def _what_is_asked(reading: Reading, step: Unit) -> Unit | None:
    """What the client had just said, where a clinician will ask somebody and does not say what."""
    first = step.index and reading.units[step.index - 1].turn != step.turn
    if not first or not _ASKS_SOMEBODY.match(step.words):
        return None
    turn = [one for one in reading.units[: step.index] if one.turn == step.turn - 1 and not one.backchannel]
    told = as_one(turn) if turn and all(map(is_whole, turn)) else None
    if told is None or told.speaking is not Speaking.CLIENT or told.risk_in_words:
        return None
    return told if told.spoken_length <= _MOST_BEFORE else None


def _who_is_meant(reading: Reading, step: Unit) -> Unit | None:
    """The client's sentence just before that names whom a step points at: "my sister would. - Ask her."."""
    pronoun = points_at(step.words)
    if pronoun not in PERSONS or step.length > _MOST_OF_A_BARE_STEP:
        return None
    turn = [
        unit for unit in reading.units[: step.index] if unit.turn == step.turn - 1 and not unit.backchannel
    ]
    said = [unit for unit in turn if unit.speaking is Speaking.CLIENT and unit.length > 1 and is_whole(unit)]
    named = [unit for unit in said if can_be(pronoun, unit.words)]
    return next((unit for unit in named if not unit.question), named[-1] if named else None)


def thing_before(reading: Reading, step: Unit) -> Unit | None:
    """What the client said just before a question that only points at its matter: "would you mention it?"."""
    if not step.question or not points_at_a_thing(step.words):
        return None
    turn = [one for one in reading.units[: step.index] if one.turn == step.turn - 1 and not one.backchannel]
    leads = step.index > 0 and reading.units[step.index - 1].turn == step.turn
    told = as_one(turn) if turn and not leads else None
    fits = told is not None and told.speaking is Speaking.CLIENT and told.spoken_length <= _MOST_BEFORE
    return told if fits and told is not None and not told.risk_in_words else None
