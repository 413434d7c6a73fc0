"""What every note of talk should hold, whatever the learned worths say: rules with a reason each.

A rule says at least how much a sentence is worth. It speaks of the client's words alone: what the clinician
did and what was agreed is weighed elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from live_notes.drafting.embedded.planning.reviewed_words import REVIEWS
from live_notes.drafting.embedded.selecting import wanted_words as words_of
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count

_AT_FIRST, _AT_LAST, _REVIEWED_BY = 0.13, 0.75, 0.6
"""Parts of a session: what is told at once is what brought the client; how they leave is told at its end."""
_LONG = 60
"""What is longer is told for its other words, too."""
_A_WORD_OR_TWO = 3
_QUESTION = re.compile(
    r"^(?:Goal: )?(?:[Ww]hen asked|In response to|Regarding)\b.*?\b(?:answered|said|stated|reported)\b",
    re.DOTALL,
)
_OF_CLIENT = frozenset((Kind.REPORT, Kind.RESPONSE))
_SLEPT = re.compile(r"\b(?:sleep\w*|slept)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A sentence as a rule looks at it: all, what the client said, what was asked, its place (0 to 1)."""

    text: str
    said: str
    asked: str
    place: float
    with_question: bool


@dataclass(frozen=True)
class Rule:
    """What is always wanted, and how much it is worth at least.

    `alone`: it is told even where nothing before it names a "he" or "she": who is meant can be asked.
    """

    name: str
    worth: float
    holds: Callable[[Sentence], object]
    alone: bool = False


def _is_veiled(one: Sentence) -> object:
    return words_of.VEILED.search(one.said)


def _befell(one: Sentence) -> object:
    return one.place < _AT_FIRST and words_of.BEFELL.search(one.said)


def _is_undone(one: Sentence) -> object:
    if words_of.NOT_DONE.search(one.said):
        return True
    reviewed = bool(one.asked) and bool(REVIEWS.search(one.asked))
    if (reviewed or one.place < _REVIEWED_BY) and words_of.FRONTED_NOT_DONE.search(one.said):
        return True
    told = words_of.SAYS_UNDONE.search(one.said) or words_of.OFTEN.search(one.said)
    return reviewed and one.with_question and told


def _is_amount(one: Sentence) -> object:
    if words_of.DRUNK.search(one.said):
        return True
    counted = (words_of.ATTACKS, words_of.ABSTINENT, words_of.LOST, words_of.COUNTED_NIGHTS)
    if any(form.search(one.said) for form in counted):
        return True
    return words_of.OFTEN.search(one.said) and words_of.COUNTED.search(f"{one.asked} {one.said}")


def _is_of_sleep(one: Sentence) -> object:
    return words_of.SLEPT.search(one.said) or (_SLEPT.search(one.asked) and words_of.HOURS.search(one.said))


def _is_of_tablets(one: Sentence) -> object:
    return words_of.TABLETS.search(one.said)


def _is_answered_of_body(one: Sentence) -> object:
    return one.with_question and words_of.ASKED_OF_BODY.search(one.asked)


def _is_not_up(one: Sentence) -> object:
    return words_of.NOT_UP.search(one.said)


def _is_hope(one: Sentence) -> object:
    if one.text.startswith("Goal:"):
        return True
    return bool(words_of.HOPES.search(one.asked)) and word_count(one.said) > _A_WORD_OR_TWO


def _is_rated_again(one: Sentence) -> object:
    return one.with_question and words_of.CONFIDENT.search(one.asked) and words_of.NUMBERED.search(one.said)


def _is_change(one: Sentence) -> object:
    if one.place <= _AT_LAST:
        return False
    asked = one.with_question and words_of.ASKED_HOW_NOW.search(one.asked)
    return asked or words_of.LIGHTER.search(one.said)


NAMES_A_DRUG: Final = Rule(
    "a medicine by its name: rated 2.7 of 3, too seldom to be learned",
    0.8,
    lambda one: names_a_drug(one.text),
)
RULES: Final[Sequence[Rule]] = (
    Rule("a wish to die that is not named, the client's or another's", 0.95, _is_veiled, alone=True),
    Rule("what befell the client, told at once: it is why they are here", 0.85, _befell),
    NAMES_A_DRUG,
    Rule("homework that was not done, or in part: the next step hangs on it", 0.76, _is_undone),
    Rule("how much, how often, how long without: progress is read from it", 0.76, _is_amount),
    Rule("hours of sleep", 0.72, _is_of_sleep),
    Rule("a medicine that is not named: taken, left or felt", 0.72, _is_of_tablets),
    Rule("an answer on withdrawal, urges, side effects: a no is wanted, too", 0.72, _is_answered_of_body),
    Rule("what the client hopes to get", 0.72, _is_hope),
    Rule("a day that was not got through", 0.7, _is_not_up),
    Rule("confidence or importance as a number", 0.7, _is_rated_again),
    Rule("a change that is felt at the end", 0.7, _is_change),
)
"""The weightiest first."""


def wanted_for(kind: Kind, text: str, asked: str, place: float) -> Rule | None:
    """The weightiest rule by which a sentence is wanted; None where none holds."""
    if kind is Kind.INTERVENTION:
        return None
    if kind not in _OF_CLIENT or word_count(text) > _LONG:
        return NAMES_A_DRUG if names_a_drug(text) else None
    said, found = _QUESTION.subn("", text, count=1)
    sentence = Sentence(text, said, asked, place, bool(found))
    return next((rule for rule in RULES if rule.holds(sentence)), None)
