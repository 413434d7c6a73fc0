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
_SAME_SCALE_WITHIN = 4
"""Turns in which the scale of a rating still holds for the next one."""
_PUT_RIGHT_WITHIN = 8
_OF_SURENESS = re.compile(
    r"\bhow (?:sure|confident|certain|ready|important|willing|likely|motivated|hopeful|able|committed)\b",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\W*(?:no|nah|wait|actually|sorry|hold on|hang on|well, no|to be honest|honestly)\b", re.I
)
"""Begins to take a number back."""
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
    last: tuple[Unit, ...] = ()
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or not unit.question or unit.index in used:
            continue
        asked = _asked(reading.units, unit) or _asked_alike(last, unit)
        last = asked or last
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


def _asked_alike(last: Sequence[Unit], question: Unit) -> tuple[Unit, ...]:
    """A question right behind a rating that asks for one on the same scale: "and how sure are you?"."""
    near = bool(last) and question.turn - last[-1].turn <= _SAME_SCALE_WITHIN
    if not near or not says.how_much(question.words) or RISK_WORDS.search(question.words):
        return ()
    scaled = next((one for one in last if says.SCALE.search(one.words)), None)
    return (question, scaled) if scaled is not None and _OF_SURENESS.search(question.words) else ()


def _answer(units: Sequence[Unit], question: Unit) -> Unit | None:
    """What the client gives as the number, and what they put in its place in one of the next turns."""
    first = _first_answer(units, question)
    if first is None:
        return None
    after = units[first.index + 1 :][:_PUT_RIGHT_WITHIN]
    starts = next((one for one in after if one.turn != first.turn and one.speaking is Speaking.CLIENT), None)
    if starts is None or not _TAKES_BACK.match(starts.exact):
        return first
    turn = [one for one in after if one.turn == starts.turn]
    alone = [at for at, one in enumerate(turn) if _ONE_NUMBER.fullmatch(one.exact)]
    return as_one(turn[: alone[-1] + 1]) if alone else first


def _first_answer(units: Sequence[Unit], question: Unit) -> Unit | None:
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
    own = next((one.words for one in asked if one.question and _OF_SURENESS.search(one.words)), words)
    thing = _thing(own, terms)
    scale = says.ENDS.search(words)
    rated = "" if _is_none(answer, scale) else _rated(answer)
    if not thing or not rated:
        return ""
    thing += "," if "," in thing else ""
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
    last = (
        answer.exact[max(answer.exact.rfind(mark, 0, found[-1].start()) for mark in ".?!") + 1 :]
        if found
        else ""
    )
    put_right = _TAKES_BACK.match(answer.exact) and _ONE_NUMBER.fullmatch(last)
    alone = len(values) == 1 or _SET_RIGHT.fullmatch(answer.exact) or put_right
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
