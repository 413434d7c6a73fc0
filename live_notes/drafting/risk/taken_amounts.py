"""What is used, told to its end: the amounts that follow, and the plain no that a small exception ends in.

"Two. Okay, four." and "three nights, two drinks. Thursday I had three" are set right in the same breath.
Somebody who names one glass at a funeral and says that they do not drink denies that they do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import Mention
from live_notes.drafting.risk.turns import turn_behind, whole_turn
from live_notes.drafting.spec import Speaking

_COUNTS = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|half|once|twice|couple|few|every (?:night|day"
    r"|week|weekend)"
    r"|every nicht|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|payday)\b",
    re.IGNORECASE,
)
_OF_AN_AMOUNT = re.compile(
    r"\b(?:ones?|light(?:[- ]ish)?|normal|small|big|large|max|that's it)\b", re.IGNORECASE
)
_NO_HABIT = re.compile(
    r"\bi(?:'m| am) (?:not|no|never)(?: (?:really|much of))? (?:a |an )?(?:big )?(?:drinker|smoker)\b"
    r"|(?:^|[.,;!] ?)(?:no,? )?i (?:don't|do not|never) (?:drink|smoke|touch (?:it|drink|the stuff)"
    r"|take (?:drink|drugs))\b"
    r"(?=\W*(?:$|[.,;!]|at all\b|any ?more\b))",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\bhow (?:many|much|often)\b[^?]*\?", re.IGNORECASE)
_MOST_MORE, _A_FEW, _A_WORD_OR_TWO, _SHORT = 4, 6, 3, 14


def with_its_amounts(units: Sequence[Unit], mention: Mention) -> Mention:
    """A finding of what is used with what belongs to it."""
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    if mention.kind is not RiskKind.SUBSTANCE_USE or mention.whose or not said:
        return mention
    turn = [one for one in whole_turn(units, said[0]) if one.index >= said[0].index]
    asked = mention.units[0].speaking is Speaking.CLINICIAN or _asked(units, said[0])
    denied = _denial(units, turn) if asked and mention.status is not RiskStatus.DENIED else ()
    if denied:
        question = (
            () if mention.units[0] in denied else tuple(one for one in mention.units if one not in said)
        )
        return replace(mention, status=RiskStatus.DENIED, units=(*question, *denied), weak=False)
    if mention.status is not RiskStatus.REPORTED:
        return mention
    last = said[-1].index
    behind = [one for one in turn if one.index > last]
    more = list(takewhile(_is_an_amount, behind))
    more = [*more, *_asked_on(units, turn[-1])] if len(more) == len(behind) else more
    return replace(mention, units=(*mention.units, *more[:_MOST_MORE]))


def _asked(units: Sequence[Unit], said: Unit) -> bool:
    before = units[whole_turn(units, said)[0].index - 1] if whole_turn(units, said)[0].index else said
    return before.speaking is Speaking.CLINICIAN and before.question


def _denial(units: Sequence[Unit], turn: Sequence[Unit]) -> tuple[Unit, ...]:
    """The answer that denies the habit, in this turn or in the next after a short question."""
    at = next((one.index for one in turn if _denies_it(one)), None)
    if at is not None:
        return tuple(one for one in turn if one.index <= at)[-_MOST_MORE:] if at > turn[0].index else ()
    asked = turn_behind(units, turn[-1])
    short = asked and sum(one.length for one in asked) <= _A_FEW and asked[-1].question
    again = turn_behind(units, asked[-1]) if short else []
    at = next((one.index for one in again if _denies_it(one)), None)
    return () if at is None else (*turn, *asked, *(one for one in again if one.index <= at))


def _is_an_amount(unit: Unit) -> bool:
    """Whether it is no more than an amount, or a word or two on the one before."""
    if unit.question:
        return False
    few = unit.length <= _A_WORD_OR_TWO and _OF_AN_AMOUNT.search(unit.exact) is not None
    return few or (unit.length <= _SHORT and _COUNTS.search(unit.exact) is not None)


def _denies_it(unit: Unit) -> bool:
    return _NO_HABIT.search(unit.exact.replace("’", "'")) is not None


def _asked_on(units: Sequence[Unit], last: Unit) -> tuple[Unit, ...]:
    """What the clinician asks next of how much or how often, with the amount that is answered."""
    asked = turn_behind(units, last)
    said = turn_behind(units, asked[-1]) if asked and _HOW_MUCH.search(asked[-1].exact) else []
    told = list(takewhile(_is_an_amount, said))[:_MOST_MORE]
    return (asked[-1], *told) if told else ()
