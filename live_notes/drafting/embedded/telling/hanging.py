"""Sentences of a turn that hang on the one before, told with it: "I bought a boat. It was nine thousand."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from live_notes.drafting.embedded.acting.acts import client_kind, is_aside
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.answers_apart import NUMBER
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import question_before
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import PERSONS, points_at
from live_notes.drafting.embedded.selecting.saying_much import is_whole, matter_in
from live_notes.drafting.embedded.selecting.standing import bears, stands_alone
from live_notes.drafting.embedded.selecting.weighing import worth_beside_words
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.retold import told_alone
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_OF_IT = re.compile(
    r"^(?:(?:and|but|so|then|well|because|cause)[, ]+)*(?:it|that|this|those|these)(?:'s|'d|'ll|'re)?\s"
    r"(?:(?:just|really|only|actually|all|also|never|always) )*(?:is|was|were|are|had|has|got|took|went|cost"
    r"|came|felt|hurt|happened|started|lasted|would|will|did|didn't|wasn't|isn't|made|helped|only|about|over"
    r"|the|an?|in|on|for|my|[\w-]+ed)\b",
    re.IGNORECASE,
)
"""Its subject stands in the sentence before."""
_BUT_THEY = re.compile(r"but (?:he|she|they|it|that)(?:'\w+)? ", re.IGNORECASE)
"""Takes some of it back of whoever was named before."""
_OF_THE_SPEAKER = re.compile(r"^(?:(?:and|but|so|then)[, ]+)*(?:i|we)(?:'\w+)? \w", re.IGNORECASE)
_MEASURED = re.compile(r"\b(?:too|instead|either|neither|anyway|enough)\b", re.IGNORECASE)
"""Measures by what was said before: "I was too scared"."""
_LEANS = re.compile(
    r"^(?:about|with|for|from|to|at|in|on|of|by|because|than|like|or|as)\b|\b(?:you|your|you're|y'all)\b",
    re.IGNORECASE,
)
"""Goes on from what somebody else said, or speaks to them."""
_MOST_OF_A_BARE_ONE, _LEAST_MATTER = 5, 3
_MOST_WORDS = 42
_LEAST_WORDS = 6
_STOPS = (".", "!", "…")


def told_together(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """Each sentence that hangs on the one before, quoted with it; their units are added to `used`."""
    if reading.rambling:
        return
    said = (unit for unit in reading.units if unit.speaking is Speaking.CLIENT)
    for _, grouped in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        for run in _runs(list(grouped), used):
            statement = _told(reading, run)
            if statement is not None:
                used.update(unit.index for unit in run)
                yield statement


def hangs(unit: Unit) -> bool:
    """Whether a sentence tells nothing without the one before: of "it", no clause, or a bare deed."""
    if _OF_IT.match(unit.words) or _BUT_THEY.match(unit.exact.strip()):
        return True
    if not is_clause(unit.words):
        return bool(matter_in(unit.words) or NUMBER.search(unit.words))
    return is_bare(unit)


def is_bare(unit: Unit) -> bool:
    """Whether a sentence says in a few words what its speaker did, and nothing a note has a place for."""
    if unit.length > _MOST_OF_A_BARE_ONE or not _OF_THE_SPEAKER.match(unit.words):
        return False
    if _MEASURED.search(unit.words):
        return not (unit.risk_in_words or names_a_drug(unit.words))
    return len(matter_in(unit.words)) < _LEAST_MATTER and not bears(unit.words)


def points_at_nothing(unit: Unit) -> bool:
    """Whether a sentence that nothing was asked for begins with what only stands elsewhere, or is bare."""
    return is_bare(unit) or (bool(_OF_IT.match(unit.words)) and not bears(unit.words))


def _runs(turn: Sequence[Unit], used: set[int]) -> Iterator[Sequence[Unit]]:
    """What hangs together in a turn, from the sentence that stands by itself."""
    run: list[Unit] = []
    for unit in turn:
        free = unit.index not in used and not unit.question and not unit.backchannel and not is_aside(unit)
        if free and run and run[-1].index == unit.index - 1 and hangs(unit):
            run.append(unit)
            continue
        if len(run) > 1:
            yield run
        run = [unit] if free and is_clause(unit.words) and not _OF_IT.match(unit.words) else []
    if len(run) > 1:
        yield run


def _told(reading: Reading, run: Sequence[Unit]) -> Statement | None:
    both = as_one(run)
    if not _LEAST_WORDS <= both.spoken_length <= _MOST_WORDS or both.risk_in_words:
        return None
    if not all(is_whole(unit) and unit.exact.rstrip().endswith(_STOPS) for unit in run):
        return None
    if (
        question_before(reading.units, run[0]) is not None
        or client_kind(both, after_intervention=False) is not Kind.REPORT
    ):
        return None
    if not matter_in(both.words) or _LEANS.search(both.words) or not stands_alone(run):
        return None
    terms = reading.terms_for(both)
    said = told_alone(whole(f"{terms.client} stated: {in_quotes(both)}"), run, terms)
    statement = made(reading, Kind.REPORT, said, (both,))
    more = worth_beside_words("", both.words, word_count(statement.text))
    points = points_at(run[0].words)
    return replace(
        statement,
        more=max(statement.more, more),
        points=points if points in PERSONS and not bears(both.words) else "",
    )
