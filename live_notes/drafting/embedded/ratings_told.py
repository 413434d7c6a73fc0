"""What a clinician says of ratings: what they were before, how they went; and numbers called out unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded import same_rating
from live_notes.drafting.embedded.measure_words import EARLIER, SPOKEN_NUMBER
from live_notes.drafting.embedded.rating_words import GIVES_NUMBERS, SUMS_UP
from live_notes.drafting.embedded.ruler_words import ENDS
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.spec import Speaking

_NUMBER = re.compile(rf"\b{SPOKEN_NUMBER}\b", re.IGNORECASE)
_ALONE = re.compile(
    rf"\W*(?:(?:still|now|and|okay|yeah|eh|um|uh|em)[,. ]+)*(?P<is>{SPOKEN_NUMBER})\W*", re.IGNORECASE
)
_LISTED = AnyCase(
    r"^(?:(?:so|okay|right|and|well|good|all right|alright|great)[,. ]+)*(?:(?:we|you|it|that)(?:'ve|'s"
    r"| have| has)?"
    r" (?:went|gone|had|got|been|started|began|come) )?(?:from |at |an? )*"
    rf"{SPOKEN_NUMBER}(?:(?:,| to| and| or| then| down to| up to| back to)+ (?:an? |maybe |about |now "
    rf"|then |a "
    rf"|down to )*{SPOKEN_NUMBER}){{2,}}(?: now| today| at the end| this time)?\W*$"
)
"""Tells several ratings over again, and nothing else: "so eight, six, then four or five"."""
_OTHER = AnyCase(
    rf"\b{SPOKEN_NUMBER}[ -](?:\w+ )?(?:hours?|minutes?|days?|weeks?|months?|years?|times|pounds?"
    rf"|dollars?|euros?"
    r"|rupees|units?|drinks?|kilos?|stone|o'clock|milligrams?|mg|nights?|sessions?)\b"
)
_SETTLED = AnyCase(
    rf"^(?:(?:so|no|just|we'll|let's|i'd|i'll|yeah|okay)[, ]+)*(?:put|say|call it|make it|go with|go for"
    rf"|settle on)"
    rf"(?: (?:it|down|me|that|him|her))*(?: (?:at|as|for|on|down as))?,? (?:an? )?(?P<is>{SPOKEN_NUMBER})\W*$"
)
"""A client says which of their numbers counts: "a six. No. Put seven."."""
_WATCHED, _RECAP, _ASKED_BEFORE, _JUST_BEHIND = 8, 14, 60, 3
_LEAST_NUMBERS = 2
_MOST_QUOTED = 30


def watched(units: Sequence[Unit], unit: Unit, top: int | None) -> int | None:
    """A number alone that a client says who was to say where the number is for a while."""
    found = _ALONE.fullmatch(unit.words)
    value = plain_number(found["is"].lower()) if found is not None else None
    if value is None or (top is not None and value > top):
        return None
    for before in reversed(units[max(0, unit.index - _WATCHED) : unit.index]):
        if before.speaking is Speaking.CLINICIAN and not before.backchannel:
            return value if GIVES_NUMBERS.search(before.words) else None
    return None


def settled_on(unit: Unit) -> int | None:
    """The number that a client says is to count."""
    found = _SETTLED.match(unit.words)
    return plain_number(found["is"].lower()) if found is not None else None


def goes_on(unit: Unit, answer: Sequence[Unit]) -> bool:
    """Whether a number alone stands right behind another one: "I'm at seventy. Sixty-five."."""
    last = answer[-1]
    follows = unit.index == last.index + 1 and unit.turn == last.turn and unit.speaker == last.speaker
    return follows and _ALONE.fullmatch(unit.words) is not None


def said_of_before(units: Sequence[Unit], answer: Sequence[Unit]) -> Unit | None:
    """What a clinician says right behind a rating of where it stood on another day."""
    for one in units[answer[-1].index + 1 :][:_JUST_BEHIND]:
        if one.speaking is not Speaking.CLINICIAN or one.question:
            return None
        if EARLIER.search(one.words) and _is_of_ratings(one, 1):
            return one
    return None


def summed_up(units: Sequence[Unit], behind: int) -> Unit | None:
    """How a clinician tells a course of ratings over again behind it."""
    near = units[behind + 1 :][:_RECAP]
    return next((one for one in near if is_recap(one)), None)


def is_recap(unit: Unit) -> bool:
    """Whether a clinician's sentence tells ratings over again: "began at 60, a peak of 90, now 40"."""
    if unit.speaking is not Speaking.CLINICIAN or unit.question:
        return False
    if SUMS_UP.search(unit.words):
        return _is_of_ratings(unit, _LEAST_NUMBERS)
    return _LISTED.match(unit.words) is not None and _is_of_ratings(unit, _LEAST_NUMBERS)


def asked_before(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The last question for a rating some way before."""
    near = units[max(0, unit.index - _ASKED_BEFORE) : unit.index]
    for one in reversed(near):
        if one.speaking is Speaking.CLINICIAN and one.question and ENDS.search(one.words):
            return one
    return None


def _is_of_ratings(unit: Unit, least: int) -> bool:
    values = [plain_number(found.group().lower()) for found in _NUMBER.finditer(unit.words)]
    rising = same_rating.is_counting(unit.words) and values == sorted(value or 0 for value in values)
    short = unit.spoken_length <= _MOST_QUOTED
    return len(values) >= least and short and not rising and not _OTHER.search(unit.words)
