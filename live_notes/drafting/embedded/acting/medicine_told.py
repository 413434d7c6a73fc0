"""A medicine that a client names when asked what they take, where no other candidate of the note has it.

"Are you taking any medicine? I didn't ask the other time." "Only the BP one. Amlodipine, five. Nothing for
the mind." A remark behind the question, an answer in scraps: each alone tells nothing, so it is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import tokens
from live_notes.drafting.spec import Speaking
from live_notes.masking.clinical import is_drug

_ASKS_WHAT_IS_TAKEN = AnyCase(
    r"\b(?:medicines?|medications?|meds|tablets?|pills?|prescri\w+|dos(?:e|es|age))\b"
    r"|\b(?:are|were) you (?:still )?(?:on|taking) (?:any|something|anything|the|your)\b"
    r"|\bwhat are you (?:on|taking)\b"
)
_OF_YOU = AnyCase(r"\b(?:you|your|you're|you've)\b")
_MOST = 35


def medicine_told(reading: Reading, found: Sequence[Statement]) -> Iterator[Statement]:
    """The answers with a medicine that no other candidate names, quoted with what was asked."""
    told = " ".join(statement.text.lower() for statement in found)
    for unit in reading.units:
        if unit.speaking is not Speaking.CLIENT or unit.within or not names_a_drug(unit.words):
            continue
        named = [word.lower() for word in tokens(unit.words) if is_drug(word.lower())]
        question = _asked(reading.units, unit)
        if question is None or any(word in told for word in named):
            continue
        answer = _answer(reading.units, unit)
        if answer is None:
            continue
        client = reading.terms_for(unit).client_inside
        said = whole(f"When asked {quoted(question)}, {client} answered: {quoted(answer)}")
        told = f"{told} {said.text.lower()}"
        yield made(reading, Kind.REPORT, said, (question, answer))


def _asked(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The last question of the clinician's turn before, where it asks the client what they take."""
    before = [one for one in units[: unit.index] if one.turn == unit.turn - 1]
    questions = [one for one in before if one.speaking is Speaking.CLINICIAN and one.question]
    last = questions[-1] if questions else None
    asks = last is not None and _ASKS_WHAT_IS_TAKEN.search(last.words) and _OF_YOU.search(last.words)
    return last if asks else None


def _answer(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The turn up to what the client asks in it; None where it is long, or speaks of risk."""
    turn = [one for one in units if one.turn == unit.turn and one.speaker == unit.speaker]
    said = [*takewhile(lambda one: not one.question, turn)]
    if unit not in said or any(one.risk_in_words for one in said):
        return None
    answer = as_one(said)
    return answer if answer.spoken_length <= _MOST else None
