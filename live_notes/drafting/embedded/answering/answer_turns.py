"""Questions with the whole turns that answer them, and what a question leans on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.answering.exchanges import with_its_matter
from live_notes.drafting.embedded.answering.taken_back import is_taken_back
from live_notes.drafting.embedded.asking.leave_asked import asks_leave
from live_notes.drafting.embedded.asking.questions import bare
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import asks_of_it
from live_notes.drafting.embedded.telling.leaning import is_risk_detail, names_a_drug
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.frames import is_passive, tells_of_a_wound
from live_notes.drafting.spec import Speaking

_MOST_ADDED = 8
"""Words that a speaker adds to a question already asked: "How about driving? You were avoiding it."."""
_MOST_OF_A_NAME = 3
"""Words of a question that only names a thing, before its speaker says what was to be done with it."""
_REACH = 4
"""Units of a turn in which its question is looked for."""
_LEAST_MATTER = 2
_MOST_OF_A_SHORT_ONE = 6
_MOST_POINTING = 3
"""Words of matter in a question that points at something it does not name."""
_SOON_AFTER = 8
_STILL = re.compile(
    r"\b(?:since|now|lately|recently|these days|still|(?:last|past) (?:\w+ )?(?:days?|weeks?|months?|year)"
    r"|any of (?:that|those|it)|how (?:often|long|strong)|when was|how would"
    r"|anything (?:like that|stopped)|what (?:do|did|would) you mean|you mean(?:t)? by (?:that|it)"
    r"|(?:tell me|say) more)\b",
    re.IGNORECASE,
)
"""Asks of a risk just spoken of: whether it goes on, and how."""
_OF_THAT = re.compile(
    r"(?:was|is|were|are) (?:that|this|those|these) (?!time|day|week|year|one\b)", re.IGNORECASE
)
_PROMPTS = re.compile(
    r"^(?:(?:so|and|okay|well)[, ]+)*(?:tell me|walk me through|describe|say more)\b"
    r"|\byou (?:were going|had planned|wanted|said you(?:'d| would)|agreed) to\b",
    re.IGNORECASE,
)
"""Asks without a question: "tell me about Friday", "last week you were going to walk"."""
_FOLLOWS = re.compile(
    r"^(?:(?:and|so|but|okay)[, ]+)*(?:compared|in what (?:way|sense)|like what|such as"
    r"|\w+ (?:how|in what way)"
    r"|how so|what (?:else|sort|kind)|why\b|since when|did (?:you|he|she|they|it)\W*$"
    r"|how (?:many|much|often|long)(?: \w+){0,2} (?:before|then|now|since|after)\b)",
    re.IGNORECASE,
)
"""A question that goes on with what was just said."""


_OPENS = re.compile(
    r"\bwhat(?:'s| is| has| have)? (?:else )?(?:been )?(?:going (?:right|well)|good|holding|kept you"
    r" going|keeping you going"
    r"|working well)\b",
    re.IGNORECASE,
)
"""Opens a matter of its own, however short it is: what is well."""


@dataclass(frozen=True)
class Exchange:
    """A question and the turn that answers it; `answer` is the turn as one unit."""

    question: Unit
    turn: tuple[Unit, ...]
    answer: Unit

    def __repr__(self) -> str:
        return f"<Exchange {self.question.index}: {len(self.turn)} units>"


def exchanges_in(units: Sequence[Unit]) -> Iterator[Exchange]:
    """Every client's turn that comes after a question, in order."""
    said = (unit for unit in units if unit.speaking is Speaking.CLIENT and not unit.within)
    for _, grouped in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        turn = _without_what_is_taken_back(units, tuple(grouped))
        question = _asked_before(units, turn[0])
        if question is not None:
            yield Exchange(question, turn, as_one(turn))


def _without_what_is_taken_back(units: Sequence[Unit], turn: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """A turn without its last claim, where the client takes that back when asked of it."""
    return turn[:-1] if len(turn) > 1 and is_taken_back(units, turn[-1]) else turn


def is_cut(units: Sequence[Unit], exchange: Exchange) -> bool:
    """Whether the last of a turn was left out of it, as what is taken back."""
    last = exchange.turn[-1]
    return any(
        one.turn == last.turn and is_taken_back(units, one) for one in units[last.index + 1 : last.index + 2]
    )


def as_one(turn: Sequence[Unit]) -> Unit:
    """The units of a turn as one."""
    return replace(
        turn[0],
        exact=" ".join(unit.exact for unit in turn),
        words=" ".join(unit.words for unit in turn),
        evidence=tuple(dict.fromkeys(line for unit in turn for line in unit.evidence)),
    )


def guided_before(units: Sequence[Unit], question: Unit) -> Sequence[Unit]:
    """What the clinician said before a question: in the same turn, and in theirs before the client's last."""
    turns = {question.turn, question.turn - 2}
    before = units[max(0, question.index - 2 * _REACH) : question.index]
    return [unit for unit in before if unit.speaking is Speaking.CLINICIAN and unit.turn in turns]


def is_next(one: Exchange, following: Exchange) -> bool:
    """Whether an exchange comes at once after another with the same client."""
    return one.answer.speaker == following.answer.speaker and following.answer.turn - one.answer.turn <= 2


def follows_up(exchange: Exchange) -> bool:
    """Whether a question means nothing without what was said just before it."""
    asked = bare(exchange.question.words)
    if _OPENS.search(asked):
        return False
    if _FOLLOWS.match(asked) or _OF_THAT.match(asked):
        return True
    words = exchange.question.words
    if names_a_drug(words) or exchange.question.risk_in_words or names_a_domain(words):
        return False
    stems = len(content_stems(asked))
    if stems < _LEAST_MATTER and word_count(asked) <= _MOST_OF_A_SHORT_ONE:
        return True
    return stems <= _MOST_POINTING and asks_of_it(asked)


def names_a_domain(words: str) -> bool:
    """Whether the words name a matter that a note has a place for."""
    return any(word.lower() not in TOO_BROAD for _, word in touched(words))


_FAR_AFTER = 14
_HOW_IT_WOULD_BE = re.compile(
    r"\bwhat (?:were|are|was|is it) you(?:'d been| been)? (?:thinking (?:of|about)(?: doing)?|planning"
    r"|considering"
    r"|going to (?:do|use))\W*$|\bwhat (?:did|do|would) you (?:have in mind|think of|use|do it with)\b"
    r"|\bhow (?:would|were|did|might) you (?:going to |think of |thinking of |plan to )?(?:do"
    r"|doing) (?:it|that)\b"
    r"|\b(?:what|which) (?:way|method|means)\b|\bhow far did (?:it|that|you) (?:go|get)\b",
    re.IGNORECASE,
)
"""Asks, after a thought of dying, by what means."""


def is_of_risk(units: Sequence[Unit], exchange: Exchange) -> bool:
    """Whether an exchange is about risk."""
    question = exchange.question
    named = question.risk_in_words or is_risk_detail(question.words, units[: question.index])
    return bool(named) or discloses(units, exchange)


def discloses(units: Sequence[Unit], exchange: Exchange) -> bool:
    """Whether an answer tells of a wound, or of a thought of not being there, without the name of a risk."""
    if tells_of_a_wound(units, exchange.question, exchange.turn):
        return True
    return exchange.question.risk_in_words and any(is_passive(one) for one in exchange.turn)


def goes_into_risk(units: Sequence[Unit], exchange: Exchange) -> bool:
    """Whether a question asks on about risk that the exchange before it was about."""
    question = exchange.question
    if _HOW_IT_WOULD_BE.search(question.words):
        before = units[max(0, question.index - _FAR_AFTER) : question.index]
        return any(unit.risk_in_words for unit in before)
    if not _STILL.search(question.words) or question.risk_in_words:
        return False
    before = units[max(0, question.index - _SOON_AFTER) : question.index]
    return any(unit.risk_in_words for unit in before if unit.speaking is Speaking.CLINICIAN)


def is_near_risk(units: Sequence[Unit], exchange: Exchange) -> bool:
    """Whether an exchange comes after one on risk, and points back: it may go on about it."""
    question = exchange.question
    if goes_into_risk(units, exchange):
        return True
    points = asks_of_it(bare(question.words)) or follows_up(exchange)
    if not points or names_a_domain(question.words) or names_a_drug(question.words):
        return False
    before = units[max(0, question.index - _SOON_AFTER) : question.index]
    return any(unit.risk_in_words for unit in before)


def _asked_before(units: Sequence[Unit], first: Unit) -> Unit | None:
    """The question that a turn answers, with the few words its speaker added to it."""
    before = [unit for unit in units[max(0, first.index - _REACH) : first.index] if not unit.backchannel]
    if not before or before[-1].speaking is not Speaking.CLINICIAN:
        return None
    if len(before) > 1 and before[-2].question and asks_leave(before[-1].words):
        before = before[:-1]
    last = before[-1]
    if last.question:
        return with_its_matter(units, last)
    asked = before[-2] if len(before) > 1 else None
    if _PROMPTS.search(last.words):
        added = asked is not None and asked.question and asked.turn == last.turn
        named = added and asked is not None and word_count(bare(asked.words)) <= _MOST_OF_A_NAME
        return replace(as_one((asked, last)), question=True) if asked is not None and named else last
    if asked is None or not asked.question or asked.turn != last.turn or last.length > _MOST_ADDED:
        return None
    both = as_one((asked, last))
    return replace(both, question=True)
