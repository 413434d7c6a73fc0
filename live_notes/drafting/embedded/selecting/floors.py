"""What a note of talk is not without where it was told: a little of each, whatever else took the room.

The budget goes to what is worth most, and a session has much of one kind: a note can be full before it holds
the second rating, the one medicine or what the client made of it all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.measures.same_rating import asks_for_a_rating, names_nothing
from live_notes.drafting.embedded.planning.reviewed_words import REVIEWS
from live_notes.drafting.embedded.selecting import wanted_words as words_of
from live_notes.drafting.embedded.selecting.weighing import SYMPTOM
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import tokens, word_count
from live_notes.masking.clinical import is_drug

_LEAST_OF_TALK = 0.25
"""How much of a session must be talk: a visit is written down finding by finding anyway."""
_MOST_WORDS, _MOST_OF_ONE = 60, 45
_OF_CLIENT = frozenset((Kind.REPORT, Kind.RESPONSE))
_AT_FIRST, _WORTH_A_START, _WORTH_A_LOOK, _LEAST_ASKED, _LEAST_SAID = 0.2, 0.5, 0.45, 4, 3
_ASSESSED = " assessed for risk: "
_BESIDE = 10
"""Units around an answer on risk in which what is asked belongs to it."""
_FOLLOWS_UP = AnyCase(
    r"\b(?:plan\w*|a place|how often|how many times|last time|act(?:ed)? on|going (?:in|through)"
    r"|(?:would|could) you"
    r" do it|know(?:s)? about (?:this|that|it)|anyone know|anybody know|told any\w+|what (?:stop\w*"
    r"|kept|keeps)"
    r"|(?:stopped|stopping) you|(?:thinking|thought) of (?:going|doing|it)|did you mean|do you mean|method"
    r"|how would you|where would you|nothing like that|since then)\b"
)
"""Asks on of a thought of harm: how near it came, who knows, what stopped it."""
_CONCLUDES = AnyCase(
    r"\bwhat (?:do|d'|did|would|are|have|'ve)? ?(?:you|we)(?:'d|'re|'ve)? (?:\w+ )?(?:make of|made of"
    r"|learn\w*"
    r"|conclude|tak(?:e|ing) (?:away|from)|take out of|notice about yourself)\b"
    r"|\bwhat (?:does|do|did) (?:that|this|it) (?:tell|say to|show|teach) (?:you|us)\b"
    r"|\bhow (?:was|is) it (?:for you )?to (?:say|tell|hear|do|talk)\b"
)
"""Asks what the client makes of it."""
_ASKED = re.compile(
    r"^(?:[Ww]hen asked|In response to|Regarding)\b.*?\b(?:answered|said|stated|reported)\b", re.DOTALL
)
_ANSWERS_LITTLE = re.compile(
    r"^\W*(?:that )?(?:they (?:do not|don't) know|i don't know|yes|yeah|no|nothing|it is)\W*$", re.I
)


@dataclass(frozen=True)
class _Floor:
    """A kind of statement, and how many of it are added where fewer stand in the note."""

    holds: Callable[[Statement, Sequence[Statement]], bool]
    most: int
    each: bool = False


def with_floors(
    ranked: Sequence[Statement], kept: Sequence[Statement], told: Sequence[Statement] = ()
) -> list[Statement]:
    """What is added to what was kept, the worthiest of each kind first; `ranked` is all that may stand.

    `told`: all candidates, also those for which the note has no section: where risk was asked about.
    """
    added: list[Statement] = []
    left = [one for one in ranked if one not in kept and _may_stand(one)]
    spent = 0
    context = [*kept, *(one for one in told if _ASSESSED in one.text)]
    for floor in _FLOORS:
        here = [] if floor.each else [one for one in kept if floor.holds(one, kept)]
        wanted = floor.most - len(here)
        for one in sorted(left, key=lambda one: (-one.talk[1], one.order)):
            fits = wanted > 0 and spent + one.words <= _MOST_WORDS
            if fits and one not in added and floor.holds(one, context) and not _is_told(one, [*kept, *added]):
                added.append(one)
                wanted, spent = wanted - 1, spent + one.words
    return added


def _may_stand(one: Statement) -> bool:
    alone = not (one.points or one.authored or one.must)
    says = word_count(_said(one)) >= _LEAST_SAID or words_of.NUMBERED.search(_said(one))
    return (
        alone
        and bool(says)
        and one.talk[0] >= _LEAST_OF_TALK
        and one.kind in _OF_CLIENT
        and one.words <= _MOST_OF_ONE
    )


def _is_told(one: Statement, told: Sequence[Statement]) -> bool:
    """Whether another sentence rests on all the lines that this one does."""
    return any(set(one.evidence) <= set(other.evidence) for other in told)


def _said(one: Statement) -> str:
    return _ASKED.sub("", one.text, count=1)


def _is_rating(one: Statement, _: Sequence[Statement]) -> bool:
    asks = bool(one.asked) and asks_for_a_rating(one.asked) and not names_nothing(one.asked)
    return asks and words_of.NUMBERED.search(_said(one)) is not None


def _is_medicine(one: Statement, kept: Sequence[Statement]) -> bool:
    """Whether a medicine is named that no other sentence names."""
    named = {word.lower() for word in tokens(one.text) if is_drug(word.lower())}
    return bool(named) and not any(word in other.text.lower() for word in named for other in kept)


def _is_review(one: Statement, _: Sequence[Statement]) -> bool:
    return (
        word_count(one.asked) >= _LEAST_ASKED
        and REVIEWS.search(one.asked) is not None
        and one.talk[1] >= _WORTH_A_LOOK
    )


def _is_conclusion(one: Statement, _: Sequence[Statement]) -> bool:
    asked = bool(one.asked) and _CONCLUDES.search(one.asked) is not None
    return asked and not _ANSWERS_LITTLE.match(_said(one)) and one.talk[1] >= _WORTH_A_LOOK


def _is_of_risk(one: Statement, kept: Sequence[Statement]) -> bool:
    """Whether it answers a question between answers on risk."""
    near = [other for other in kept if (other.must and other.kind in _OF_CLIENT) or _ASSESSED in other.text]
    asked = _FOLLOWS_UP.search(one.asked) is not None and one.talk[1] >= _WORTH_A_LOOK
    return asked and any(abs(one.order - other.order) <= _BESIDE for other in near)


def _is_start(one: Statement, _: Sequence[Statement]) -> bool:
    """Whether it tells early on of the trouble that somebody comes with."""
    if one.seen.place >= _AT_FIRST or one.talk[1] < _WORTH_A_START or one.kind is not Kind.REPORT:
        return False
    said = _said(one)
    return any(form.search(said) for form in (SYMPTOM, words_of.BEFELL, words_of.LOST, words_of.DRUNK))


_FLOORS = (
    _Floor(_is_medicine, 1, each=True),
    _Floor(_is_of_risk, 1, each=True),
    _Floor(_is_rating, 2),
    _Floor(_is_conclusion, 1),
    _Floor(_is_review, 1),
    _Floor(_is_start, 1),
)
"""In the order in which they have the room."""
