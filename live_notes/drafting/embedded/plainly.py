"""The last step of a statement that answers a question for yes or no: told without "when asked".

What a statement is worth, where it stands and what it rests on are decided by then; only its words change.
A question about a mere nothing with a mere yes, "does that make sense?", tells no fact and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from live_notes.drafting.embedded.asking import asked_within
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.exchanges import answer_to, goes_on, rest_of_answer
from live_notes.drafting.embedded.figures import in_figures
from live_notes.drafting.embedded.mere_questions import agrees_to, is_mere, says_yes
from live_notes.drafting.embedded.phrases import Terms
from live_notes.drafting.embedded.plain_answers import composed, goes_with_it
from live_notes.drafting.embedded.plain_questions import AT_ALL
from live_notes.drafting.embedded.plain_words import NO, YES
from live_notes.drafting.embedded.saying import finish
from live_notes.drafting.embedded.topics import is_known_topic
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk_words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_FORM = re.compile(
    r"When asked (?P<asked>\"[^\"]+\"|[^\"]+?), (?P<who>(?:the )?\w+)"
    r" (?P<told>(?:reported|said|answered:) .+)"
)
_NEXT = re.compile(r"(?<=[.?!\"]) (?=When asked )")
_TWICE = re.compile(
    r"[Ww]hen asked|In response to|Regarding|\" [A-Z]\w*(?: \w+)? (?:answered|said|stated|noted|went on|agreed)\b"
)
_ABOUT = re.compile(r"about (?:any (?:other )?)?(?P<topic>.+)")
_YES_OR_NO_FIRST = re.compile(
    r"(?:said|answered:) \"?(?:(?:oh|um|uh|well)[, ]+)*(?:no|yes|yeah|yep|nope|i do)\b|reported (?:no not|yes)\b",
    re.IGNORECASE,
)
_REACH = 60
"""Units behind the first of a statement in which its further questions are looked for."""


@dataclass(frozen=True)
class _Exchange:
    """What was asked and told, as it stands in a sentence, with the question and how it was put."""

    asked: str
    told: str
    question: Unit
    put: str

    def __repr__(self) -> str:
        return f"<_Exchange {self.question.index}>"


def told_plainly(reading: Reading, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, those of a plain yes or no as one sentence, without those that say nothing."""
    for statement in statements:
        if not statement.text.startswith("When asked ") or _must_stay(reading, statement):
            yield statement
            continue
        parts = _NEXT.split(statement.text)
        told = [_told(reading, statement, part, alone=len(parts) == 1) for part in parts]
        if not told[0]:
            continue
        if told == parts:
            yield statement
        else:
            yield replace(statement, fuller=(in_figures(" ".join(told)), statement.evidence))


def _told(reading: Reading, statement: Statement, part: str, *, alone: bool) -> str:
    """One question and answer as it stands in the note; empty where it is left out, which only one alone is."""
    exchange = _read(reading, statement, part, alone=alone)
    if exchange is None:
        return part
    if is_mere(exchange.put, exchange.told):
        return "" if alone else part
    text = _retold(reading, exchange)
    return part if text is None else finish(text)


def _must_stay(reading: Reading, statement: Statement) -> bool:
    """Whether a statement keeps its exact question: risk, what is authored, one of several clients."""
    if statement.must or statement.authored or statement.fuller is not None:
        return True
    if statement.kind not in {Kind.REPORT, Kind.RESPONSE, Kind.PLAN} or reading.fallback.several:
        return True
    question = reading.units[statement.order]
    if question.speaking is not Speaking.CLINICIAN or question.risk_in_words:
        return True
    return RISK_WORDS.search(statement.text) is not None


def _read(reading: Reading, statement: Statement, part: str, *, alone: bool) -> _Exchange | None:
    form = _FORM.fullmatch(part)
    if form is None or _TWICE.search(form["told"]):
        return None
    asked = form["asked"]
    first = reading.units[statement.order]
    question = first if alone else _asked_with(reading, first, asked)
    if question is None:
        return None
    put = asked.strip('"') if asked.startswith('"') else question.words
    return _Exchange(asked, form["told"], question, put)


def _asked_with(reading: Reading, first: Unit, asked: str) -> Unit | None:
    """The question of one of several in a sentence, found by its words; None where it is not certain."""
    near = [
        unit
        for unit in reading.units[first.index : first.index + _REACH]
        if unit.speaking is Speaking.CLINICIAN and unit.question and not unit.risk_in_words
    ]
    quoted = asked.strip('".?').lower()
    if asked.startswith('"'):
        found = [unit for unit in near if unit.exact.lower().rstrip(" .?").endswith(quoted)]
    else:
        voice = reading.fallback.asked_voice
        found = [unit for unit in near if in_figures(asked_within(unit.words, voice) or "") == asked]
    return found[0] if len(found) == 1 else None


def _retold(reading: Reading, exchange: _Exchange) -> str | None:
    answer = answer_to(reading.units, exchange.question)
    if answer is None:
        return None
    terms = reading.terms_for(answer)
    consent = agrees_to(exchange.put, exchange.told, terms)
    if consent is not None:
        return consent
    if _is_left_open(reading, exchange, answer):
        return None
    told = composed(exchange.asked, exchange.told, exchange.put, terms)
    return told or _regarding(exchange.asked, exchange.told, terms)


def _is_left_open(reading: Reading, exchange: _Exchange, answer: Unit) -> bool:
    """Whether a yes or no that stands alone is followed by more, which may turn it."""
    said = exchange.told.removeprefix("answered: ").removeprefix("said ").strip('".')
    plain = YES.fullmatch(said) or NO.fullmatch(said)
    if plain is None or plain["rest"]:
        return False
    more = rest_of_answer(reading.units, answer).strip()
    if not more:
        return goes_on(reading.units, exchange.question, answer)
    return not goes_with_it(more, said)


def _regarding(asked: str, told: str, terms: Terms) -> str | None:
    """What was asked of a topic, behind the topic; a yes or a no to it needs its question."""
    topic = _ABOUT.fullmatch(asked)
    if topic is None or _YES_OR_NO_FIRST.match(told):
        return None
    said = told.removeprefix("answered: ").strip('".')
    if YES.fullmatch(said) or NO.fullmatch(said) or says_yes(said):
        return None
    named = AT_ALL.sub("", topic["topic"])
    if not (is_known_topic(named) or word_count(named) > 1):
        return None
    return f"Regarding {named}, {terms.client_inside} {told.replace('answered: ', 'stated: ', 1)}"
