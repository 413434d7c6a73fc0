"""How far a thought is believed, told in the client's numbers: 'When asked "How sure were you?", "Seventy."'.

In the treatment of panic, of obsessions and of suspicions a belief is rated in per cent, at its worst and
now, and before and after what is tried; a number without its belief tells nothing, so both are quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures import same_rating
from live_notes.drafting.embedded.measures.measure_words import SPOKEN_NUMBER, in_digits
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_IS_WORTH, _PREDICTED_IS_WORTH = 0.6, 0.3
_ASKS = AnyCase(
    r"\bhow (?:sure|certain|convinced|strongly|likely)\b|\bhow (?:much|strongly|far) (?:do|did|does"
    r"|would) (?:you"
    r"|part of you|that part) (?:still )?believe\b|\bbelief\b[^?]*\b(?:what|how|where)\b|\b(?:what|how"
    r"|where)\b[^?]*"
    r"\bbelief\b|\bwhat per ?cent(?:age)?\b|\bhow (?:much|strongly) (?:do|did) you buy\b"
)
_NO_BELIEF = AnyCase(
    r"\bhow true\b|\bhow (?:likely|sure|certain) (?:is|are|was|were) (?:he|she|they)\b|\bwhat time\b"
)
_SCALE = AnyCase(
    r"\b(?:if|where|with)(?: an?| one)? (?:hundred|100|ten)(?: per ?cent)? (?:is|means?|was|being)\b"
    r"|\bper ?cent\b|%"
    r"|\bout of (?:a |one )?(?:hundred|100|ten|10)\b|\b(?:zero|nought|one|0|1) (?:to|through) (?:a "
    r"|one )?(?:hundred"
    r"|100|ten|10)\b"
)
_AGAIN = AnyCase(
    r"\b(?:now|today|sitting here|sat here|right now|this (?:minute|moment|morning|week)|at the (?:worst"
    r"|time|start"
    r"|moment|minute)|(?:when|before|after) you|at night|in the (?:day|daytime|morning|night)"
    r"|last (?:time|week)|before"
    r"|afterwards?)\b"
)
"""Asks for the same once more, at another time."""
_AN_AMOUNT = AnyCase(
    rf"\b{SPOKEN_NUMBER}[ -](?:minutes?|seconds?|hours?|days?|weeks?|months?|years?|times|people|of (?:us"
    rf"|them)"
    r"|o'clock|pounds?|dollars?)\b"
)
_NUMBER = AnyCase(rf"\b{SPOKEN_NUMBER}\b")
_MOST_ASKED, _MOST_ANSWERED, _MOST_AGAIN, _BARE = 30, 34, 9, 4
_BACK, _LEAST_STEP = 2, 5


def degrees(reading: Reading, used: set[int]) -> list[Statement]:
    """How far a client believed something, each time they were asked; what tells it is added to `used`."""
    found = []
    for unit in reading.units:
        if unit.index in used or not _asks(unit):
            continue
        answer = _answer(reading.units, unit)
        if not answer or not _is_of_a_scale(reading.units, unit, answer):
            continue
        before = _what_is_believed(reading.units, unit)
        if before is None and unit.length <= _BARE:
            continue
        more = _once_more(reading.units, answer)
        units = (*((before,) if before is not None else ()), unit, *answer, *(more or ()))
        if any(one.index in used for one in units):
            continue
        terms = reading.terms_for(answer[0])
        said = f"{terms.client} said: {quoted(before)} " if before is not None else ""
        said += f"When asked {quoted(unit)}, {terms.client_inside} answered: {in_quotes(as_one(answer))}"
        if more:
            again = in_quotes(as_one(more[1:]))
            said += f" When asked {quoted(more[0])}, {terms.client_inside} answered: {again}"
        worth = _IS_WORTH if before is None else _PREDICTED_IS_WORTH
        found.append(replace(made(reading, Kind.REPORT, whole(said), units, place=unit), more=worth))
        used.update(one.index for one in units)
    return found


def _asks(unit: Unit) -> bool:
    of_them = unit.speaking is Speaking.CLINICIAN and unit.question
    return of_them and not unit.risk_in_words and asks_degree(unit.words)


def asks_degree(words: str) -> bool:
    """Whether a question asks how far something is believed, by the client and of no risk."""
    if word_count(words) > _MOST_ASKED or _NO_BELIEF.search(words) or RISK_WORDS.search(words):
        return False
    return _ASKS.search(words) is not None


def _answer(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...]:
    """What holds the numbers of the client's next turn; nothing where they are amounts."""
    after = units[question.index + 1 :]
    rest = [*takewhile(lambda one: one.turn == question.turn and not one.question, after)]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT or one.backchannel, after[len(rest) :])]
    turn = [one for one in said if one.speaking is Speaking.CLIENT]
    held = [at for at, one in enumerate(turn) if _values(one)]
    if not held or held[0] > 1:
        return ()
    answer = tuple(turn[: held[-1] + 1])
    words = " ".join(one.exact for one in answer)
    if RISK_WORDS.search(words) or _AN_AMOUNT.search(words) or same_rating.is_counting(words):
        return ()
    return answer if len(words.split()) <= _MOST_ANSWERED else ()


def _values(unit: Unit) -> list[float]:
    """The numbers of a sentence; "this one" is none."""
    found = (in_digits(one.group()) for one in _NUMBER.finditer(same_rating.number_words(unit.words)))
    return [float(value) for value in found if value is not None]


def _is_of_a_scale(units: Sequence[Unit], question: Unit, answer: Sequence[Unit]) -> bool:
    near = units[max(0, question.index - _BACK) : question.index + _BACK + 1]
    asked = [one for one in near if one.turn == question.turn]
    if any(_SCALE.search(one.words) for one in (*asked, *answer)):
        return True
    values = [value for one in answer for value in _values(one)]
    return all(value <= 100 and value % _LEAST_STEP == 0 for value in values) and max(values) > 10


def _what_is_believed(units: Sequence[Unit], question: Unit) -> Unit | None:
    """What the client has just said will happen, where no more is asked than how sure they are of it."""
    if question.length > _BARE or _AGAIN.search(question.words):
        return None
    before = [one for one in units[: question.index] if not one.backchannel][-1:]
    said = before[0] if before and before[0].speaking is Speaking.CLIENT else None
    if said is None or said.question or said.risk_in_words:
        return None
    return said if _BARE <= said.spoken_length <= _MOST_ANSWERED else None


def _once_more(units: Sequence[Unit], answer: Sequence[Unit]) -> tuple[Unit, ...]:
    """A short question for the same at another time, and its answer: "and today?" – "Ten. Fifteen."."""
    after = [one for one in units[answer[-1].index + 1 :] if not one.backchannel]
    rest = [*takewhile(lambda one: one.turn == answer[-1].turn, after)]
    asked = after[len(rest)] if len(rest) < len(after) else None
    if asked is None or asked.speaking is not Speaking.CLINICIAN or not asked.question:
        return ()
    short = asked.length <= _MOST_AGAIN and not asked.risk_in_words
    if not short or not _AGAIN.search(asked.words):
        return ()
    told = _answer(units, asked)
    return (asked, *told) if told and _is_of_a_scale(units, asked, told) else ()
