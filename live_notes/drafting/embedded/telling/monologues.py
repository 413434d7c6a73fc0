"""What somebody tells at length, sentence after sentence: one sentence for what stands together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.acting.acts import client_kind, is_aside
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.answers_apart import leans_back
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.clearness import reads_well
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import PERSONS, points_at
from live_notes.drafting.embedded.selecting.saying_much import is_vague, is_whole, says_something
from live_notes.drafting.embedded.selecting.standing import stands_alone
from live_notes.drafting.embedded.selecting.weighing import worth_beside_words
from live_notes.drafting.embedded.telling.clauses import is_of_the_talk
from live_notes.drafting.embedded.telling.hanging import points_at_nothing
from live_notes.drafting.embedded.telling.retold import retold
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.everyday import EVERYDAY
from live_notes.drafting.formats import Kind, NoteFormat
from live_notes.drafting.language.words import tokens, word_count
from live_notes.drafting.layouts import SECTIONS
from live_notes.drafting.spec import Speaking
from live_notes.masking.clinical import is_drug

_MOST_WORDS, _MOST_SENTENCES, _LEAST_SENTENCES = 40, 5, 2
_MOST_OF_A_SENTENCE = 22


def told_in_a_row(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """Neighbouring sentences of a client's turn, retold as one; their units are added to `used`."""
    if reading.rambling:
        return
    said = (unit for unit in reading.units if unit.speaking is Speaking.CLIENT)
    for _, grouped in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        turn = list(grouped)
        if sum(unit.index not in used for unit in turn) < _LEAST_SENTENCES:
            continue
        for run in _runs(reading, turn, used):
            statement = _told(reading, run)
            if statement is not None:
                used.update(unit.index for unit in run)
                yield statement


def _runs(reading: Reading, turn: Sequence[Unit], used: set[int]) -> Iterator[Sequence[Unit]]:
    """What may stand in one sentence: neighbours that are reports, few enough to be read at once."""
    left = {unit.index for unit in turn} - used
    free = {at for at in left if at - 1 in left or at + 1 in left}
    run: list[Unit] = []
    for unit in turn:
        fits = unit.index in free and _is_report(reading, unit)
        more = run and word_count(as_one((*run, unit)).exact) <= _MOST_WORDS and len(run) < _MOST_SENTENCES
        if fits and more and run[-1].index == unit.index - 1 and _goes_with(run, unit):
            run.append(unit)
            continue
        if len(run) >= _LEAST_SENTENCES:
            yield run
        run = [unit] if fits and not leans_back(unit.exact) and not points_at_nothing(unit) else []
    if len(run) >= _LEAST_SENTENCES:
        yield run


def _goes_with(run: Sequence[Unit], unit: Unit) -> bool:
    """Whether a sentence names no other matter of a note than those before it."""
    if _sections_of(unit) != _sections_of(run[-1]):
        return False
    here, before = _matters_of(unit), frozenset[str]().union(*map(_matters_of, run))
    return not here or not before or bool(here & before)


def _sections_of(unit: Unit) -> frozenset[str]:
    """The sections of an intake whose words it has: what an intake tells apart goes into no one sentence."""
    intake = SECTIONS[NoteFormat.INTAKE]
    return frozenset(plan.title for plan in intake if plan.about and plan.about.search(unit.words))


def _matters_of(unit: Unit) -> frozenset[str]:
    found = {domain.name for domain, word in touched(unit.words) if word.lower() not in TOO_BROAD}
    if any(is_drug(word.lower()) for word in tokens(unit.words)):
        found.add("medication")
    return frozenset(found) | frozenset(name for name, form in EVERYDAY.items() if form.search(unit.words))


def _is_report(reading: Reading, unit: Unit) -> bool:
    """Whether a sentence tells what is so, and can be retold without quotation marks."""
    if unit.question or unit.backchannel or is_aside(unit) or unit.risk_in_words:
        return False
    if unit.length > _MOST_OF_A_SENTENCE:
        return False  # it says enough by itself
    if not is_whole(unit) or not reads_well(unit.words) or is_of_the_talk(unit.words):
        return False
    if client_kind(unit, after_intervention=False) is not Kind.REPORT:
        return False
    told = retold((unit,), reading.terms_for(unit), memo=reading.retold)
    return told is not None and told.clause and not told.quoted


def _told(reading: Reading, run: Sequence[Unit]) -> Statement | None:
    both = as_one(run)
    if is_vague(both.words) or not says_something(both.words):
        return None
    terms = reading.terms_for(both)
    told = retold(run, terms, memo=reading.retold)
    if told is None or not told.clause or told.quoted or not stands_alone(run):
        return None
    statement = made(reading, Kind.REPORT, whole(f"{terms.client} reported that {told.text}"), (both,))
    points = points_at(run[0].words)
    more = worth_beside_words("", both.words, word_count(statement.text))
    return replace(statement, more=max(statement.more, more), points=points if points in PERSONS else "")
