"""One rating of one thing: "Client rated how ready they feel to stop drinking at 5 (0 to 10)".

The rulers of motivational interviewing (Miller & Rollnick: importance, confidence, readiness) and whatever
else is asked for once on a scale. Where a series is asked for, `ratings` tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures import ruler_words as says
from live_notes.drafting.embedded.measures.measure_words import SPOKEN_NUMBER
from live_notes.drafting.embedded.measures.rating_said import gives_a_rating
from live_notes.drafting.embedded.measures.same_rating import beyond
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_IS_WORTH = 0.5
_BACK = 2
"""Units of the same turn before the question that may say what is rated, and on which scale."""
_MOST_SAID, _MOST_OF_A_CLAUSE = 30, 22
_HALF = re.compile(r",? and a half\b|½|\.5\b", re.IGNORECASE)
_JUST_A_NUMBER = (
    r"(?:(?:um|uh|em|er|oh|no|nah|well|maybe|actually|okay|sorry|say|make it|call it|so|like|probably|a"
    r"|an)[, ]+)*"
    rf"{SPOKEN_NUMBER}(?:,? and a half)?"
)
_ONE_NUMBER = re.compile(rf"\W*{_JUST_A_NUMBER}\W*", re.IGNORECASE)
_SET_RIGHT = re.compile(
    rf"\W*{_JUST_A_NUMBER}(?:[.?!…,]+ (?:(?:um|uh|em|er|oh|no|nah|well|actually|sorry"
    rf"|hm+)[.?!…,]+ )*{_JUST_A_NUMBER})+"
    r"\W*",
    re.IGNORECASE,
)
"""Numbers alone, the last of which counts: "ten. No, nine. Nine and a half"."""
_CORRECTS = re.compile(
    r"\W*(?:um|uh|em|er|oh|no|nah|well|actually|sorry|hm+|let me think|wait)\W*", re.IGNORECASE
)
_OF_CHANGE = ("importan", "confiden", "readi", "ready", "motivat", "willing", "commit", "likel")


def rulers(reading: Reading, used: set[int]) -> list[Statement]:
    """What was rated once; question and answer are added to `used`."""
    found = []
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or not unit.question or unit.index in used:
            continue
        asked = _asked(reading.units, unit)
        answer = _answer(reading.units, unit) if asked else None
        if answer is None or answer.index in used:
            continue
        hedge = _hedge(reading.units, answer)
        said = _said(asked, as_one((answer, *hedge)), reading.terms_for(answer))
        if said:
            used.update(one.index for one in (*asked, answer, *hedge))
            kind = Kind.RESPONSE if any(one in said for one in _OF_CHANGE) else Kind.REPORT
            told = made(reading, kind, whole(said), (*asked, answer, *hedge), place=unit)
            found.append(replace(told, more=_IS_WORTH))
    return found


def _asked(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...]:
    """The question, with what its turn says of the scale before it; nothing where no rating is asked for."""
    before = [
        one for one in units[max(0, question.index - _BACK) : question.index] if one.turn == question.turn
    ]
    for count in range(len(before) + 1):
        asked = (*before[len(before) - count :], question)
        words = " ".join(one.words for one in asked)
        if says.SCALE.search(words) and (says.how_much(words) or says.thing_rated(words)):
            return () if RISK_WORDS.search(words) else asked
    return ()


def _answer(units: Sequence[Unit], question: Unit) -> Unit | None:
    """The one unit of the client's next turn that holds a number; None where it points at several."""
    after = units[question.index + 1 :]
    said = [*takewhile(lambda one: one.speaking is Speaking.CLIENT or one.backchannel, after)]
    numbered = [one for one in said if one.speaking is Speaking.CLIENT and says.NUMBER.search(one.exact)]
    if not numbered or any(one.risk_in_words for one in numbered):
        return None
    if len(numbered) > 1:
        return _set_right(said, numbered)
    return numbered[0]


def _set_right(said: Sequence[Unit], numbered: Sequence[Unit]) -> Unit | None:
    """Numbers that follow each other alone, each in the place of the one before: "Ten. No, nine."."""
    turn = [one for one in said if numbered[0].index <= one.index <= numbered[-1].index]
    alone = all(_ONE_NUMBER.fullmatch(one.exact) for one in numbered)
    between = all(one in numbered or one.backchannel or _CORRECTS.fullmatch(one.exact) for one in turn)
    return as_one(turn) if alone and between else None


def _hedge(units: Sequence[Unit], answer: Unit) -> tuple[Unit, ...]:
    """What takes some of the number back, right behind it."""
    after = units[answer.index + 1 :][:1]
    return tuple(one for one in after if one.turn == answer.turn and says.hedges(one.words))


def _said(asked: Sequence[Unit], answer: Unit, terms: Terms) -> str:
    """The sentence; nothing where what was rated can't be told, or the answer is no rating."""
    words = " ".join(one.words for one in asked)
    thing = _thing(words, terms)
    scale = says.ENDS.search(words)
    rated = "" if _is_none(answer, scale) else _rated(answer)
    if not thing or not rated:
        return ""
    on = f" ({says.in_figures(scale.group())})" if scale else ""
    return f"{terms.client} rated {thing} at {rated.format(on=on)}"


def _is_none(answer: Unit, scale: re.Match[str] | None) -> bool:
    """Whether the number counts something else, or lies beyond the scale."""
    top = int(says.in_figures(scale.group()).rsplit(maxsplit=1)[-1]) if scale else None
    return beyond(answer.exact, top) or not gives_a_rating(answer.exact)


def _thing(words: str, terms: Terms) -> str:
    clause = says.how_much(words)
    if clause and word_count(clause) <= _MOST_OF_A_CLAUSE:
        told = asked_within(f"{clause}?", terms.asked_voice)
        if told is not None and told.startswith("how "):
            return told
    return "" if says.of_another(clause) else says.thing_rated(words)


def _rated(answer: Unit) -> str:
    """The number as the note has it, `{on}` for the scale; a vague or a longer answer in its own words."""
    found = [*says.NUMBER.finditer(answer.exact)]
    values = {one.group().lower() for one in found}
    alone = len(values) == 1 or _SET_RIGHT.fullmatch(answer.exact)
    value = _with_half(answer.exact, found[-1]) if alone else None
    if not is_whole(answer) or answer.spoken_length > _MOST_SAID:
        return ""
    quoted = in_quotes(answer).replace("{", "(").replace("}", ")")
    if value is None:
        return "" if says.says_more(answer.exact) else f'{quoted[:-1].rstrip(".")}"{{on}}'
    more = len(values) > 1 or says.says_more(answer.exact)
    return f"{value}{{on}}, saying: {quoted}" if more else f"{value}{{on}}"


def _with_half(answer: str, number: re.Match[str]) -> str | None:
    """A number in figures, with the half that is said behind it."""
    spoken = number.group()
    value = int(spoken) if spoken.isdecimal() else plain_number(spoken)
    if value is None:
        return None
    return f"{value} and a half" if _HALF.match(answer[number.end() :]) else str(value)
