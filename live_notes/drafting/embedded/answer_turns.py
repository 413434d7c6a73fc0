"""Questions with the whole turns that answer them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from live_notes.drafting.embedded.exchanges import with_its_matter
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.language.words import word_count
from live_notes.drafting.spec import Speaking

_MOST_ADDED = 8
"""Words that a speaker adds to a question already asked: "How about driving? You were avoiding it."."""
_REACH = 4
"""Units of a turn in which its question is looked for."""


@dataclass(frozen=True)
class Exchange:
    """A question and the turn that answers it; `answer` is the turn as one unit."""

    question: Unit
    turn: tuple[Unit, ...]
    answer: Unit

    def __repr__(self) -> str:
        return f"<Exchange {self.question.index}: {len(self.turn)} units>"


def exchanges_in(units: Sequence[Unit]) -> Iterator[Exchange]:
    """Every client's turn that comes after a question, in order."""
    said = (unit for unit in units if unit.speaking is Speaking.CLIENT)
    for _, grouped in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        turn = tuple(grouped)
        question = _asked_before(units, turn[0])
        if question is not None:
            yield Exchange(question, turn, as_one(turn))


def as_one(turn: Sequence[Unit]) -> Unit:
    """The units of a turn as one."""
    return replace(
        turn[0],
        exact=" ".join(unit.exact for unit in turn),
        words=" ".join(unit.words for unit in turn),
        evidence=tuple(dict.fromkeys(line for unit in turn for line in unit.evidence)),
    )


def guided_before(units: Sequence[Unit], question: Unit) -> Sequence[Unit]:
    """What the clinician said before a question: in the same turn, and in theirs before the client's last."""
    turns = {question.turn, question.turn - 2}
    before = units[max(0, question.index - 2 * _REACH) : question.index]
    return [unit for unit in before if unit.speaking is Speaking.CLINICIAN and unit.turn in turns]


def _asked_before(units: Sequence[Unit], first: Unit) -> Unit | None:
    """The question that a turn answers, with the few words its speaker added to it."""
    before = [unit for unit in units[max(0, first.index - _REACH) : first.index] if not unit.backchannel]
    if not before or before[-1].speaking is not Speaking.CLINICIAN:
        return None
    last = before[-1]
    if last.question:
        return with_its_matter(units, last)
    asked = before[-2] if len(before) > 1 else None
    if asked is None or not asked.question or asked.turn != last.turn or word_count(last.words) > _MOST_ADDED:
        return None
    both = as_one((asked, last))
    return replace(both, question=True)
