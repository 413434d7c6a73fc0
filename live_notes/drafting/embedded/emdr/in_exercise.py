"""What a clinician says between one asking for the number and the next: an exercise is going on, and no step.

"What's your number?" "Fifty." "Off you go, no checking behind." "Number?" Whoever is asked how high it is,
and soon again, is in it: what they are told to do meanwhile is done there and then.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from live_notes.drafting.embedded.candidates import Reading
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.here_words import WHEN_LATER
from live_notes.drafting.embedded.planning.step_words import OFTEN, WEEKDAY
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_ASKS_FOR_THE_NUMBER = AnyCase(
    r"^(?:(?:so|and|okay|ok|right|good|now|then|great)[,. ]+)*(?:(?:what(?:'s| is)|give me)(?: your| the| a)?"
    r" (?:number|suds?|rating|level|anxiety)(?: (?:now|at|there|just now|right now|this minute))*"
    r"|(?:your )?(?:number|suds?)"
    r"(?: now)?|how (?:high|strong|bad|disturbing)(?: is it| are you)?(?: now)?(?:,? (?:zero"
    r"|nought) to (?:ten|a hundred))?"
    r"|where (?:are you|is it)(?: now| at)*|(?:zero|nought|oh) to (?:ten|a hundred)(?: now)?"
    r"|out of (?:ten|a hundred)"
    r"(?: now)?|and now)\W*$"
)
_LATER = AnyCase(
    rf"\b(?:{OFTEN}|{WEEKDAY}s?|tonight|tomorrow|at home|next (?:time|week|session)|homework|this week"
    rf"|until we)\b"
)
_MOST_TURNS, _MOST_WORDS = 10, 16


def said_in_exercise(reading: Reading) -> set[int]:
    """The places of what is told to be done while an exercise goes on."""
    asks = [unit for unit in reading.units if _asks(unit)]
    found: set[int] = set()
    for one, other in pairwise(asks):
        if other.turn - one.turn <= _MOST_TURNS:
            found.update(_orders(reading, reading.units[one.index + 1 : other.index]))
    return found


def _asks(unit: Unit) -> bool:
    return unit.speaking is Speaking.CLINICIAN and _ASKS_FOR_THE_NUMBER.match(unit.exact) is not None


def _orders(reading: Reading, between: Sequence[Unit]) -> set[int]:
    return {
        unit.index
        for unit in between
        if unit.speaking is Speaking.CLINICIAN
        and not unit.question
        and unit.spoken_length <= _MOST_WORDS
        and not (_LATER.search(unit.words) or WHEN_LATER.search(unit.words) or unit.risk_in_words)
        and (reading.kind_of(unit) is Kind.PLAN or _FORBIDS.match(unit.words))
    }


_FORBIDS = AnyCase(
    r"^(?:(?:and|so|okay|right)[, ]+)*(?:no \w+ing\b|don't \w+|not \w+ing\b|just \w+|only \w+)"
)
"""What is not to be done meanwhile."""
