"""Which answers must be told whole: short ones whose sentences lose their sense apart from each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.domains import touched
from live_notes.drafting.embedded.acting.act_words import ASKED_FOR_IDENTITY
from live_notes.drafting.embedded.acting.acts import is_aside
from live_notes.drafting.embedded.answering.answer_turns import (
    Exchange,
    as_one,
    discloses,
    goes_into_risk,
    is_of_risk,
)
from live_notes.drafting.embedded.answering.exchanges import goes_on
from live_notes.drafting.embedded.candidates import Reading
from live_notes.drafting.embedded.hearing.clearness import reads_well
from live_notes.drafting.embedded.hearing.questions import is_asked
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_at
from live_notes.drafting.embedded.selecting.saying_much import is_whole, matter_in
from live_notes.drafting.embedded.telling.beginnings import clause_of, is_clause
from live_notes.drafting.embedded.telling.clauses import only_names
from live_notes.drafting.embedded.telling.leaning import asks_for_course, asks_for_words, names_a_drug
from live_notes.drafting.embedded.telling.retold import retold
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import content_stems, tokens, word_count
from live_notes.drafting.risk.mentions import OFFER

_MOST_WORDS = 42
_MOST_WORDS_OF_RISK = 75
_MOST_WORDS_RETOLD, _MOST_WORDS_IN_PART = 75, 60
"""Of an answer that needs no quotation marks: it can be read at that length."""
_MOST_QUESTION_WORDS, _MOST_QUESTION_WORDS_OF_RISK = 25, 45
_LEAST_UNITS = 2
_MOST_IN_A_GUESS = 2
_MOST_OF_A_NO = 5
_MOST_OF_IDENTITY = 7
_STOPS = (".", "?", "!", "…", '"')
"""Without them recognition has not told where a sentence ends."""
_THIS = frozenset(("that", "this", "these", "those"))
"""What points at the sentence before it, and at no question."""
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh"
    r"|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|half|once|twice|every|never|daily)\b",
    re.IGNORECASE,
)
_THAT_IT_IS = re.compile(r"that (?:i|he|she|it|they|we|you|my|every\w+|no\w*)\b", re.IGNORECASE)
_OF_IT = re.compile(r"(?:it|they|that|this)(?:'\w+)? ", re.IGNORECASE)
"""Begins with what the question named."""
_JUDGES = re.compile(
    r"(?:so-so|up and down|not (?:so |too |very |that )?(?:great|good|bad|well|much)"
    r"|fine|okay|ok|good|bad|better|worse|terrible|awful|horrible|(?:about )?the same"
    r"|pretty (?:good|bad|well))\W*",
    re.IGNORECASE,
)
"""An answer that only says how it is."""
_OF_ITSELF = re.compile(
    r"(?:i|we|he|she|it|they) (?:would|will|did|do|does|can|could|have|has|had|am|is|are|was|were|might|may"
    r"|should)(?:n't| not)?\W*|(?:i|we|he|she|they)'(?:ve|ll|d|m) not\W*",
    re.IGNORECASE,
)
"""An answer whose verb is in the question: "I would"."""
_UNSURE = re.compile(
    r"(?:i (?:don't|do not) (?:really )?know|not (?:sure|really)|thanks?\b(?: you)?)\W*$", re.IGNORECASE
)
_AMENDS = re.compile(
    r"^(?:but|except|well|no|not|although|though|only|or|yes|yeah|yep|actually|sorry|just|since|because"
    r"|before|now)\b"
    r"|\b(?:though|either|too|anymore|any more|now|yet)\W*$"
    r"|^(?:and|so) (?:i|we|he|she|it|they) (?:did|do|does|was|is|were|had|have|has|would|could|can)"
    r"(?:n't| not)\b",
    re.IGNORECASE,
)
"""A sentence that takes back, narrows or goes on with the one before it."""
_TAKES_BACK = re.compile(r"(?:but|except|not|although|though|only|or|well|no)\b", re.IGNORECASE)
_FRONTED = re.compile(
    r"^the (?!(?:last|next|first|other|only|way|time|day|moment|more|less)\b)"
    r"(?:[\w-]+ )?[\w-]+ (?:i|we)(?:'\w+)? \w",
    re.IGNORECASE,
)
"""What was done is named first: "the straw I couldn't bring myself to do"."""
OF_HOMEWORK = re.compile(
    r"\b(?:did you (?:get|manage|do|try|have a chance|practi\w+|call|bring|write|send|talk to|tell|put"
    r"|use|go to|start|finish)|were you able to|have you (?:been able|managed|tried|had a chance)"
    r"|you were going to|how did .* go|get a chance)\b",
    re.IGNORECASE,
)
"""Asks whether what was agreed on was done."""


def can_be_told_whole(reading: Reading, exchange: Exchange, used: set[int]) -> bool:
    """Whether an exchange can be told in a sentence that quotes all of the answer."""
    question, answer, turn = exchange.question, exchange.answer, exchange.turn
    of_risk = is_of_risk(reading.units, exchange)
    most = _MOST_WORDS_OF_RISK if of_risk else _MOST_WORDS
    most_asked = _MOST_QUESTION_WORDS_OF_RISK if of_risk else _MOST_QUESTION_WORDS
    said = answer.spoken_length
    if said > _MOST_WORDS_RETOLD or question.length > most_asked:
        return False
    if said > most and (of_risk or not _can_be_retold(reading, exchange)):
        return False
    if used & {unit.index for unit in turn} or any(unit.question and not _is_a_guess(unit) for unit in turn):
        return False
    identity = ASKED_FOR_IDENTITY.search(question.words) and answer.spoken_length <= _MOST_OF_IDENTITY
    if OFFER.search(question.words) or identity:
        return False
    if reading.kind_of(question) is Kind.PLAN or (reading.rambling and not is_asked(question.exact)):
        return False
    return is_whole(question) and all(_is_quotable(unit) for unit in turn)


_AT_FIRST = re.compile(
    r"\b(?:the )?first (?:few |couple of |two |three )?(?:days?|nights?|weeks?|months?|time|dose|session)\b"
    r"|\b(?:at first|initially|to (?:begin|start) with|in the beginning|early on|originally)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:(?:and|but|so|well)[, ]+)*(?:then )?(?:in |by |from )?(?:the )?(?:second|third|next|last"
    r"|following|other|this)"
    r" (?:few )?(?:days?|nights?|weeks?|months?|time|dose)\b"
    r"|(?:(?:and|but|so|well)[, ]+)*(?:then )?(?:now|since then|after that|afterwards|these days|lately"
    r"|by the end"
    r"|eventually|in the end|after (?:a|two|three|the|about)\b)",
    re.IGNORECASE,
)


def clipped(reading: Reading, exchange: Exchange) -> Exchange:
    """An exchange with the beginning of a long answer, as far as it can be retold and is not taken back."""
    long = exchange.answer.spoken_length > _MOST_WORDS_RETOLD
    if reading.rambling or not long or is_of_risk(reading.units, exchange):
        return exchange
    for many in range(len(exchange.turn) - 1, 0, -1):
        begun = (*exchange.turn[:many], *_later_than(exchange.turn, many))
        short = replace(exchange, turn=begun, answer=as_one(begun))
        fits = short.answer.spoken_length <= _MOST_WORDS and not leans_back(exchange.turn[many].exact)
        if fits and _can_be_retold(reading, short):
            return short
    return exchange


def _later_than(turn: Sequence[Unit], many: int) -> Sequence[Unit]:
    """What somebody says of later, past a cut in what they tell: "the first week ... then the second"."""
    if not any(_AT_FIRST.search(unit.words) for unit in turn[:many]):
        return ()
    if any(_LATER.match(unit.exact.strip()) for unit in turn[1:many]):
        return ()
    return tuple(unit for unit in turn[many:] if _LATER.match(unit.exact.strip()))[:1]


def _can_be_retold(reading: Reading, exchange: Exchange) -> bool:
    terms = reading.terms_for(exchange.answer)
    told = (
        None
        if reading.rambling
        else retold(exchange.turn, terms, asked=exchange.question.words, memo=reading.retold)
    )
    return told is not None and (not told.quoted or exchange.answer.spoken_length <= _MOST_WORDS_IN_PART)


def must_be_told_whole(reading: Reading, exchange: Exchange) -> bool:
    """Whether an answer loses its sense, or a half of it, where it is told sentence by sentence."""
    asked = exchange.question.words
    of_thoughts = (asks_for_words(asked) or asks_for_course(asked)) and len(exchange.turn) > 1
    if (
        of_thoughts
        or _lists_medicines(exchange)
        or goes_into_risk(reading.units, exchange)
        or discloses(reading.units, exchange)
    ):
        return True
    told = [unit for unit in exchange.turn if _tells(unit.words)]
    first = exchange.turn[0]
    judged = len(exchange.turn) > 1 and bool(_JUDGES.fullmatch(first.exact.strip()))
    of_itself = bool(_OF_ITSELF.fullmatch(first.words)) and not _decides(first)
    decided = first not in told and (judged or of_itself or _decides(first))
    if not told or len(told) + decided < _LEAST_UNITS:
        return False
    if judged or OF_HOMEWORK.search(exchange.question.words):
        return True
    if is_of_risk(reading.units, exchange):
        return not _is_plain(reading, exchange)
    said = exchange.answer.words
    if not (matter_in(said) or NUMBER.search(said) or touched(said)):
        return False
    return of_itself or _has_leaning(exchange)


def _lists_medicines(exchange: Exchange) -> bool:
    """Whether an answer names one medicine after the other."""
    return sum(names_a_drug(unit.words) for unit in exchange.turn) >= _LEAST_UNITS


def takes_back(exchange: Exchange) -> bool:
    """Whether a later sentence of an answer takes back, narrows or goes on with the one before it."""
    return any(_TAKES_BACK.match(unit.exact) for unit in exchange.turn[1:])


def leans_back(exact: str) -> bool:
    """Whether a sentence takes back, narrows or goes on with the one before it."""
    return bool(_AMENDS.search(exact.strip()))


def _is_quotable(unit: Unit) -> bool:
    """Whether a sentence of an answer may stand in a quotation of all of it."""
    aside = not unit.backchannel and unit.length > 1 and is_aside(unit)
    return is_whole(unit) and not aside and unit.exact.rstrip().endswith(_STOPS)


def _tells(words: str) -> bool:
    """Whether a sentence says anything: it names a thing, counts, or denies."""
    if _UNSURE.match(words):
        return False
    if content_stems(words) or NUMBER.search(words) or _THAT_IT_IS.match(words):
        return True
    return any(is_negation(word) for word in tokens(words)[1:])


def _decides(unit: Unit) -> bool:
    """Whether the first words of an answer say yes or no."""
    return read_answer(unit.exact) in {Answer.YES, Answer.NO}


def _has_leaning(exchange: Exchange) -> bool:
    asked = set(exchange.question.stems)
    return any(_leans(unit, asked, first=at == 0) for at, unit in enumerate(exchange.turn))


def _is_plain(reading: Reading, exchange: Exchange) -> bool:
    """Whether a yes or no says all, and what comes after it is another matter."""
    first = exchange.turn[0]
    if first.length > _MOST_OF_A_NO or not _decides(first):
        return False
    return not goes_on(reading.units, exchange.question, first) and not _has_leaning(exchange)


def _is_a_guess(unit: Unit) -> bool:
    """A number, or a name for it, said as if asked: "Six? Five and a half.", "Shame, I guess?"."""
    guess = unit.words.lower().removeprefix("so ").removeprefix("like ")
    if guess.endswith(", i guess?"):
        return word_count(guess) <= _MOST_IN_A_GUESS + 2
    return word_count(guess) <= _MOST_IN_A_GUESS and bool(NUMBER.search(unit.words))


def _leans(unit: Unit, asked: set[str], *, first: bool) -> bool:
    """Whether a sentence of an answer can't stand without what was asked, or what was said before it."""
    says = set(unit.stems) - asked or NUMBER.search(unit.words)
    if first and (_THAT_IT_IS.match(unit.words) or _OF_IT.match(unit.words)):
        return True
    if not says or (first and unit.length <= _MOST_OF_A_NO and _decides(unit)):
        return False
    if _FRONTED.match(unit.words) or (not first and _AMENDS.search(unit.exact)):
        return True
    if only_names(unit.words) or (not is_clause(unit.words) and clause_of(unit.words) is None):
        return True
    points = points_at(unit.words)
    if not first:
        return bool(points) and points not in _THIS
    return bool(points) or not reads_well(unit.words)
