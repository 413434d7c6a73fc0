"""The last step of a statement that answers a question for yes or no: told without "when asked".

What a statement is worth, where it stands and what it rests on are decided by then; only its words change.
A question about a mere nothing with a mere yes, "does that make sense?", tells no fact and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from live_notes.drafting.embedded.answering.exchanges import answer_to, goes_on, rest_of_answer
from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.asking.mere_questions import agrees_to, is_mere, says_yes
from live_notes.drafting.embedded.asking.topics import is_known_topic
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.composing.plain_answers import ELLIPTIC, composed, goes_with_it
from live_notes.drafting.embedded.composing.plain_questions import AT_ALL, HOW_IT_GOES
from live_notes.drafting.embedded.composing.plain_words import NO, YES
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.last_look import reads_broken
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.retold import of_topic
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, word_count, word_set
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_NEXT = re.compile(r"(?<=[.?!\"]) (?=When asked )")
_TWICE = re.compile(
    r"[Ww]hen asked|In response to|Regarding|\" [A-Z]\w*(?: \w+)? (?:answered|said|stated|noted"
    r"|went on|agreed)\b"
)
_ABOUT = re.compile(r"about (?:any )?(?P<topic>.+)")
_OR_ANYTHING = re.compile(r",? (?:or )?(?:anything|any other)\b.*$", re.IGNORECASE)
_LISTED = re.compile(r"[\w' -]+(?:, [\w'-]+(?: [\w'-]+){0,2})+")
_NO_THING_SAID = re.compile(
    r"said (?:that|if|not|nothing|other|when|probably|maybe|like|a (?:little|bit)(?! of))\b"
)
_YES_OR_NO_FIRST = re.compile(
    r"(?:said|answered:) \"?(?:(?:oh|um|uh|well)[, ]+)*(?:no|yes|yeah|yep|nope|i (?:do|am|have|did|was))\b"
    r"|reported (?:no not|yes)\b",
    re.IGNORECASE,
)
_OF_BLOOD = re.compile(
    r"\bblood (?:sugars?|pressures?|glucose|work|tests?|counts?|thinners?)\b", re.IGNORECASE
)
_HEADINGS = word_set("""
blood bleeding rash headache headaches swelling fever weight breathing injury surgery cough dizziness numbness
constipation diarrhea diarrhoea vomiting cramps itching fatigue reflux heartburn palpitations running bills
""")
"""What a visit goes through and is named by one word."""
_SENTENCES = re.compile(r"[.!?]+(?:\s+|$)")
_MOST_OF_PLAIN, _MOST_BEHIND, _MOSTLY = 3, 3, 0.6
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
        if told == parts or RISK_WORDS.search(statement.text):
            yield statement
        elif told[0]:
            yield replace(statement, fuller=(in_figures(" ".join(told)), statement.evidence))


def _told(reading: Reading, statement: Statement, part: str, *, alone: bool) -> str:
    """One question and its answer as they stand in the note; empty where one that is alone is left out."""
    exchange = _read(reading, statement, part, alone=alone)
    if exchange is None:
        return part
    if is_mere(exchange.put, exchange.told):
        return "" if alone else part
    text = _retold(reading, exchange)
    return part if text is None or reads_broken(finish(text)) else finish(text)


def _must_stay(reading: Reading, statement: Statement) -> bool:
    """Whether a statement keeps its exact question: must be told, is authored, is one of several clients'."""
    if statement.must or statement.authored or statement.fuller is not None:
        return True
    if statement.kind not in {Kind.REPORT, Kind.RESPONSE, Kind.PLAN} or reading.fallback.several:
        return True
    question = reading.units[statement.order]
    return question.speaking is not Speaking.CLINICIAN or question.risk_in_words


def _read(reading: Reading, statement: Statement, part: str, *, alone: bool) -> _Exchange | None:
    who = re.escape(reading.fallback.client_inside)
    form = re.fullmatch(rf"When asked (\"[^\"]+\"|[^\"]+?), {who} ((?:reported|said|answered:) .+)", part)
    if form is None or _TWICE.search(form[2]):
        return None
    asked, told = form.groups()
    first = reading.units[statement.order]
    question = first if alone else _asked_with(reading, first, asked)
    if question is None:
        return None
    put = asked.strip('"') if asked.startswith('"') else _as_put(question)
    return _Exchange(asked, told, question, put)


def _as_put(question: Unit) -> str:
    """The question's words, with an "okay" at its end that says how something goes, and is no nod."""
    if HOW_IT_GOES.search(question.exact) and not HOW_IT_GOES.search(question.words):
        return f"{question.words.rstrip(' ?.')} okay?"
    return question.words


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
    return told or _regarding(exchange, terms)


def _is_left_open(reading: Reading, exchange: _Exchange, answer: Unit) -> bool:
    """Whether a plain yes or no is followed by more than is told with it, which may turn it."""
    said = exchange.told.removeprefix("answered: ").removeprefix("said ").strip('".')
    no = NO.fullmatch(said) is not None
    if not no and YES.fullmatch(said) is None:
        return False
    more = rest_of_answer(reading.units, answer).strip()
    if not more:
        return said.count(" ") < _MOST_OF_PLAIN and goes_on(reading.units, exchange.question, answer)
    told = set(content_stems(exchange.told))
    again, word = (NO, "No") if no else (YES, "Yes")
    behind = [one for one in _SENTENCES.split(more) if one and again.fullmatch(one) is None]
    left = [one for one in behind if not _is_told(one, told)][:_MOST_BEHIND]
    return bool(left) and not all(goes_with_it(one, word) for one in (left if no else left[:1]))


def _is_told(sentence: str, told: set[str]) -> bool:
    """Whether most of what a sentence of the answer says stands in what is told of it."""
    stems = set(content_stems(sentence))
    return bool(stems) and len(stems & told) >= _MOSTLY * len(stems)


def _regarding(exchange: _Exchange, terms: Terms) -> str | None:
    """What was asked of a topic, behind the topic; a yes or a no to it needs its question."""
    told = exchange.told
    topic = _ABOUT.fullmatch(exchange.asked)
    if topic is None or _YES_OR_NO_FIRST.match(told) or ELLIPTIC.match(told):
        return None
    said = told.removeprefix("answered: ").strip('".')
    if YES.fullmatch(said) or NO.fullmatch(said) or says_yes(said):
        return None
    named = _OR_ANYTHING.sub("", AT_ALL.sub("", topic["topic"]))
    if _LISTED.fullmatch(named) and " or " not in named and " and " not in named:
        named = " and ".join(named.rsplit(", ", 1))
    fuller = _OF_BLOOD.search(exchange.put) if named == "blood" else None
    named = named if fuller is None else fuller.group().lower()
    if not (is_known_topic(named) or word_count(named) > 1 or named.lower() in _HEADINGS):
        return None
    if told.startswith("said ") and not _NO_THING_SAID.match(told):
        return of_topic(named, terms.client_inside, told)
    return f"Regarding {named}, {terms.client_inside} {told.replace('answered: ', 'stated: ', 1)}"
