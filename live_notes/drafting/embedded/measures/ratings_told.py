"""What a clinician says of ratings: what they were before, how they went; and numbers called out unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures import same_rating
from live_notes.drafting.embedded.measures.measure_words import EARLIER, SPOKEN_NUMBER
from live_notes.drafting.embedded.measures.rating_words import GIVES_NUMBERS, SUMS_UP
from live_notes.drafting.embedded.measures.ruler_words import ENDS
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
_SAID_OF_NOW = re.compile(
    rf"\W*(?:(?:still|now|and|okay|yeah|eh|um|uh|em|no|well|actually|wait|so|but)[,. ]+)*(?:(?:it's|it is"
    rf"|i'm at"
    rf"|i'm|that's|say|call it|more like|down to|up to|maybe|make it|let's say|now)[, ]+)*(?:about |around "
    rf"|an? )?"
    rf"(?P<is>{SPOKEN_NUMBER})(?: now| today)?\W*",
    re.IGNORECASE,
)
"""Says where the number is, and nothing else."""
_SUPPOSED = AnyCase(r"\b(?:would|wouldn't|could|if|without|except|unless)\b|\b(?:it|that|i)'d\b")
"""A number as it would be, which it is not."""
_PUTS_RIGHT = AnyCase(
    rf"\b{SPOKEN_NUMBER}[,. ]+(?:(?:no|nah|wait|actually|hold on|hang on|sorry|well)[,. ]+)+(?:it's "
    rf"|call it |say "
    rf"|make it |an? )*{SPOKEN_NUMBER}\W*$"
)
"""Puts another number in the place of the first: "ten, no, hold on, eleven"."""
_OF_BEFORE = AnyCase(
    r"\b(?:last (?:week|time|session|month|year)|when we (?:started|began|first)|at the (?:start|beginning)"
    r"|the first time|yesterday|(?:it|that) (?:was|used to be)|i (?:said|told you|gave (?:it|you))"
    r"|used to be)\b"
)
"""Tells what a number was before."""
_TWICE = 2
_FALLS = AnyCase(
    rf"^(?:(?:so|and|okay|wow|huh|right|well|look)[,. ]+)*(?:(?:you|it|that|we)(?:'ve|'s| have| has)? (?:went"
    rf"|gone|came|come|dropped|moved) |that's )?(?:from )?(?:an? )?{SPOKEN_NUMBER} (?:all the way )?"
    rf"(?:down|up|back) to (?:an? )?{SPOKEN_NUMBER}\b"
)
"""Tells how one rating became another: "sixty down to twenty-five"."""
_WATCHED, _RECAP, _ASKED_BEFORE, _JUST_BEHIND = 8, 14, 60, 3
_MOST_REMARKED = 12
_LEAST_NUMBERS, _LEAST_ASKED = 2, 4
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


def behind_question(units: Sequence[Unit], question: Unit) -> Sequence[Unit]:
    """What follows a question for a rating, but for a remark of its turn: "I'm only checking"."""
    after = units[question.index + 1 :]
    remark = after[0] if after else question
    same = remark.turn == question.turn and remark.speaker == question.speaker
    ends = len(after) > 1 and after[1].speaking is Speaking.CLIENT and not remark.question
    return after[1:] if same and ends and remark.length <= _MOST_REMARKED else after


def settled_on(answer: Sequence[Unit]) -> int | None:
    """The number of several that counts: what a client puts down, the only one of now, or comes back to."""
    found = _SETTLED.match(answer[-1].words)
    if found is not None:
        return plain_number(found["is"].lower())
    of_now = [one for one in answer if not _OF_BEFORE.search(one.words)]
    values = _numbers(of_now)
    if len(of_now) < len(answer) and len(set(values)) == 1:
        return values[0]
    return _said_last(of_now)


def _said_last(of_now: Sequence[Unit]) -> int | None:
    """The last number that stands for itself: "sixty. No... fifty. It's going down. It's forty-five"."""
    numbered = [one for one in of_now if _numbers([one]) and not _SUPPOSED.search(one.exact)]
    values = _numbers(numbered)
    if len(numbered) < _TWICE or not values:
        return values[-1] if values and _PUTS_RIGHT.search(numbered[-1].exact) else None
    last = numbered[-1]
    said = _SAID_OF_NOW.fullmatch(last.words) or _SETTLED.match(last.words)
    return values[-1] if said is not None and len(set(_numbers([last]))) == 1 else None


def _numbers(answer: Sequence[Unit]) -> list[int | None]:
    """The numbers of an answer, in the order they were said."""
    said = " ".join(same_rating.number_words(one.exact) for one in answer)
    return [plain_number(found.group().lower()) for found in _NUMBER.finditer(said)]


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
    told_over = _LISTED.match(unit.words) or _FALLS.match(unit.words)
    return told_over is not None and _is_of_ratings(unit, _LEAST_NUMBERS)


def asked_before(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The last question for a rating some way before; of a fall, the one just answered with where it is."""
    if _FALLS.match(unit.words):
        return _answered_with_the_last(units, unit)
    near = units[max(0, unit.index - _ASKED_BEFORE) : unit.index]
    if _LISTED.match(unit.words) and not _were_given(near, unit):
        return None
    for one in reversed(near):
        if one.speaking is Speaking.CLINICIAN and one.question and ENDS.search(one.words):
            return one
    return None


def _were_given(before: Sequence[Unit], unit: Unit) -> bool:
    """Whether the client gave each of the numbers: others are counted, or add something up."""
    said = [one for one in before if one.speaking is Speaking.CLIENT]
    return set(_numbers([unit])) <= set(_numbers(said)) if said else False


def _answered_with_the_last(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The question that the client just answered with the last number of a sentence."""
    near = [one for one in units[max(0, unit.index - _RECAP) : unit.index] if not one.backchannel]
    answer = [*takewhile(lambda one: one.speaking is Speaking.CLIENT, reversed(near))]
    last = _numbers([unit])[-1:]
    if not answer or last[0] not in _numbers(answer):
        return None
    asked = near[-len(answer) - 1] if len(near) > len(answer) else None
    clear = asked is not None and asked.speaking is Speaking.CLINICIAN and asked.question
    return asked if clear and asked is not None and asked.length >= _LEAST_ASKED else None


def _is_of_ratings(unit: Unit, least: int) -> bool:
    values = [plain_number(found.group().lower()) for found in _NUMBER.finditer(unit.words)]
    rising = same_rating.is_counting(unit.words) and values == sorted(value or 0 for value in values)
    short = unit.spoken_length <= _MOST_QUOTED
    return len(values) >= least and short and not rising and not _OTHER.search(unit.words)
