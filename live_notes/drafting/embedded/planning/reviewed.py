"""What became of what was agreed on last time, asked and answered, where nothing else has told it.

"Were you able to do the mirror exercise?" "Every day bar Sunday." The answer alone names nothing, and a
question about a task is no finding: both stand in the words they had.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.reviewed_words import REVIEWS, SAYS_NOTHING
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_LEAST_NAMED = 2
_MOST_ASKED, _MOST_ANSWERED, _UNTIL = 24, 36, 0.6
"""Words that are quoted of each; how far on in a session it is still looked back at."""


def reviewed(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """Each task that was asked after, with the answer; the units are added to `used`."""
    for unit in reading.units[: int(len(reading.units) * _UNTIL)]:
        if not _asks_after(unit, used):
            continue
        answer = _answer(reading.units, unit, used)
        if not answer:
            continue
        said = as_one(answer)
        client = reading.terms_for(said).client_inside
        told = whole(f'When asked {quoted(unit)[:-1].rstrip(".")}", {client} answered: {quoted(said)}')
        used.update((unit.index, *(one.index for one in answer)))
        yield replace(made(reading, Kind.REPORT, told, (unit, said)), more=SETTLED_IS_WORTH)


def _asks_after(unit: Unit, used: set[int]) -> bool:
    if unit.speaking is not Speaking.CLINICIAN or unit.index in used or unit.spoken_length > _MOST_ASKED:
        return False
    if len(unit.stems) < _LEAST_NAMED:
        return False  # "did you fill it?" says of what only to those who were there
    return REVIEWS.search(unit.words) is not None and is_whole(unit) and not unit.risk_in_words


def _answer(units: Sequence[Unit], asked: Unit, used: set[int]) -> list[Unit]:
    """The client's turn after it, as much as can be quoted; empty where it is told elsewhere."""
    after = [one for one in units[asked.index + 1 :][:10] if not one.backchannel]
    turn = list(takewhile(lambda one: one.speaking is Speaking.CLIENT, after))
    if not turn or turn[0].question or any(one.index in used or not is_whole(one) for one in turn[:2]):
        return []
    kept: list[Unit] = []
    for one in turn:
        if one.turn != turn[0].turn or one.index in used:
            break  # a quotation is of words that were said in one breath
        if sum(each.spoken_length for each in (*kept, one)) > _MOST_ANSWERED:
            break
        kept.append(one)
    said = as_one(kept).exact if kept else ""
    return [] if not said or RISK_WORDS.search(said) or SAYS_NOTHING.match(said) else kept
