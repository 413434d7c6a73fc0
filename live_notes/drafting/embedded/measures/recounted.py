"""The total that stands in the end: "nineteen" – "number nine is blank" – "put two" – "twenty-one, then".

Whoever finds the slip, and in whichever of the next turns: the last total counts. What tells a new total from
the answer to one question is how it is said ("so", "that makes"), and that one question moves a total by no
more than its own few points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.measure_words import (
    EARLIER,
    NAMES,
    NO_ONES,
    NOW,
    OF_AN_ITEM,
    in_digits,
    number_of,
    numbers_in,
)
from live_notes.drafting.embedded.measures.scale_names import called
from live_notes.drafting.embedded.measures.scores_before import Score, asks
from live_notes.drafting.embedded.measures.scores_behind import clinician_told, fits, scale_stem
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_REACH, _SINCE_THE_SLIP = 30, 8
_OF_ONE_QUESTION = 4
"""By how much the answer to one question can move a total."""
_FILLS = re.compile(r",? \b(?:eh|uh|um|er|em|erm|hmm|hm)\b,?", re.IGNORECASE)
_SLIP = AnyCase(
    r"\b(?:hang on|hold on|wait|sorry|pardon|no|forgive me|my mistake|i beg)\b"
    r"|\b(?:wrong|mis(?:read|counted|added|took|heard)|missed|skipped|blank|left (?:it|one|that)"
    r"|chang(?:e|ed)|scored (?:it|that) out|crossed|forgot|not \w+ ?teen)\b"
    r"|\b(?:question|item|number (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+))\b"
    r"|\b(?:is|was) (?:that|it|this) an? (?:nought|zero|one|two|three|four)\b"
    r"|\b(?:that's|it's|put|make it|call it) (?:an? )?(?:nought|zero|one|two|three|four)\b"
)
"""Begins to put a total right, or the answer to one of its questions."""
_ANOTHERS = AnyCase(r"\b(?:wrong|misread|section|line|page|column|pardon|somebody|someone|other|old|last)\b")
"""What was read out was another's total, or that of a part: by how much it differs says nothing."""
_RECOUNT = AnyCase(
    rf"(?:^|[,;:.] )(?:and |but |right |okay |oh )*(?:so|then|which|now)?,? ?(?:it|that|you)?(?:'s|'re"
    r"| is| are| makes| make| gives| comes to| came to| would be|'d be| brings)?(?: (?:it|us|you|that|to|at"
    rf"|really|actually|then))* {number_of('score')}(?=\W*$|,? (?:then|not|now|today|altogether|down|up"
    rf"|total)\b)"
    rf"|\b(?:makes|make|gives|brings)(?: (?:it|us|you|that|to|at))* {number_of('total')}"
    r"(?=\W*$|,? (?:then|not|now|today|altogether|down|up|total)\b)"
)
"""Tells a total anew: "so eleven", "which makes it twelve", "it's ten, not eleven"."""
_ALONE = AnyCase(rf"^{number_of('score')}(?:,? (?:then|down from [\w -]+|up from [\w -]+))?\W*$")
_OF_CHANGE = AnyCase(
    r"%|\bper ?cent\b|\bpoints\b|\btimes (?:less|more|as)\b|\b(?:half|third|quarter) (?:less|as)\b"
)
"""Speaks of how much a total has changed: a number beside it is none."""


def recounted(units: Sequence[Unit], score: Score) -> Score:
    """The score as it stands once every slip in it was put right."""
    if score.when or score.left_out or " of " in score.score:
        return score
    told = [one for one in score.units if score.score in numbers_in(one)] or [*score.units]
    at = max(one.index for one in told)
    slip = at if _SLIP.search(_plain(units[at])) else -_REACH
    another = False
    for one in units[at + 1 :][:_REACH]:
        if one.backchannel:
            continue
        if _names_another(one, score):
            break
        if _SLIP.search(_plain(one)):
            slip, another = one.index, another or bool(_ANOTHERS.search(one.words))
        value = _total(units, one) if one.index - slip <= _SINCE_THE_SLIP else None
        if (
            value is None
            or value in {score.score, score.previous, score.start}
            or not fits(score.scale, value)
        ):
            continue
        if not another and abs(float(value) - float(score.score)) > _OF_ONE_QUESTION:
            continue
        why = [units[slip]] if slip not in {at, one.index} else []
        score = replace(score, score=value, units=tuple(dict.fromkeys((*score.units, *why, one))))
    return score


def _names_another(unit: Unit, score: Score) -> bool:
    names = {scale_stem(called(found["scale"])) for found in NAMES.finditer(unit.words)}
    return bool(names - {scale_stem(score.scale)})


def _plain(unit: Unit) -> str:
    return _FILLS.sub("", unit.words)


def _total(units: Sequence[Unit], unit: Unit) -> str | None:
    """The total that a clinician's sentence tells anew."""
    if unit.speaking is not Speaking.CLINICIAN or asks(unit):
        return None
    words = _plain(unit)
    near = " ".join(one.words for one in units[max(0, unit.index - 2) : unit.index + 1])
    if _OF_CHANGE.search(near) or (EARLIER.search(words) and not NOW.search(words)):
        return None
    alone = _ALONE.search(words)
    if alone is not None:
        value = in_digits(alone["score"])
        return None if _answers_a_question(units, unit, value) else value
    told = [*_RECOUNT.finditer(words)]
    if not told:
        return clinician_told(unit, near=True, bare=False)
    name = "score" if told[-1]["score"] else "total"
    before = words[: told[-1].start(name)]
    if OF_AN_ITEM.search(before) or NO_ONES.search(before):
        return None
    return in_digits(told[-1][name])


def _answers_a_question(units: Sequence[Unit], unit: Unit, value: str | None) -> bool:
    """Whether a number alone only says after the client what they answered to one question."""
    before = [one for one in units[max(0, unit.index - 3) : unit.index] if one.turn == unit.turn - 1]
    return any(one.speaking is Speaking.CLIENT and value in numbers_in(one) for one in before)
