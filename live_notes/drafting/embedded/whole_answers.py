"""Answers told whole: what was asked with all of a short answer whose sentences can't stand apart.

"Are you still carrying it?" "In my pocket, yeah. I haven't taken one, though." Sentence by sentence the half
that matters is lost, or says the opposite; so what was asked and what was answered stand in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.act_words import ASKED_FOR_IDENTITY, GUIDED
from live_notes.drafting.embedded.acts import is_aside
from live_notes.drafting.embedded.agreeing import RATED
from live_notes.drafting.embedded.answer_turns import Exchange, exchanges_in, guided_before
from live_notes.drafting.embedded.beginnings import clause_of, is_clause
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.clearness import reads_well
from live_notes.drafting.embedded.exchanges import goes_on
from live_notes.drafting.embedded.leaning import is_rating, is_risk_detail, names_a_drug
from live_notes.drafting.embedded.phrases import Terms, quoted
from live_notes.drafting.embedded.questions import asked_within, bare
from live_notes.drafting.embedded.referents import asks_of_it, points_at, points_back
from live_notes.drafting.embedded.reported import reword
from live_notes.drafting.embedded.saying import capital, whole
from live_notes.drafting.embedded.saying_much import is_whole, matter_in
from live_notes.drafting.embedded.units import Unit, is_asked
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk import OFFER, RISK_WORDS
from live_notes.drafting.spec import Speaking

_MOST_WORDS = 42
_MOST_WORDS_OF_RISK = 75
_MOST_QUESTION_WORDS = 25
_MOST_TOGETHER = 75
"""Words of a sentence with a second question and its answer."""
_LEAST_MATTER = 2
_MOST_POINTING = 3
"""Words of matter in a question that points at something it does not name."""
_WEIGHTY, _COUNTED = 0.22, 0.18
"""What an exchange is worth on top of its words: one about a matter of a note, one with a number."""
_MOST_IN_A_GUESS = 2
_MOST_OF_A_NO = 5
_STOPS = (".", "?", "!", "…", '"')
"""Without them recognition has not told where a sentence ends."""
_SOON_AFTER = 8
_THIS = frozenset(("that", "this", "these", "those"))
"""What points at the sentence before it, and at no question."""
_LEAST_SAID = 4
_REACH = 5
"""Units back in which the words stand that a question follows up."""
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh"
    r"|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|half|once|twice|every|never|daily)\b",
    re.IGNORECASE,
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
_FRONTED = re.compile(
    r"^the (?!(?:last|next|first|other|only|way|time|day|moment|more|less)\b)"
    r"(?:[\w-]+ )?[\w-]+ (?:i|we)(?:'\w+)? \w",
    re.IGNORECASE,
)
"""What was done is named first: "the straw I couldn't bring myself to do"."""
_OF_HOMEWORK = re.compile(
    r"\b(?:did you (?:get|manage|do|try|have a chance|practi\w+)|were you able to"
    r"|have you (?:been able|managed|tried|had a chance)|you were going to|how did .* go|get a chance)\b",
    re.IGNORECASE,
)
"""Asks whether what was agreed on was done."""
_TO_COME = re.compile(r"\b(?:your|a) commitment\b|\bwould .*\b(?:this|next|coming) week\b", re.IGNORECASE)
_OF_A_THING = re.compile(
    r"^(?:(?:how|what) about|how(?:'s| is| are|'re)(?: things)?(?: with)?)\s+"
    r"(?P<what>(?!(?:you|it|that|this|things|everything)\b)[^?,.]+)$",
    re.IGNORECASE,
)
_THING_ALONE = re.compile(r"^(?:the |your )?[a-z-]+(?: [a-z-]+)?$", re.IGNORECASE)
_NO_THING = re.compile(
    r"\b(?:you|it|that|this|so|why|how|what|when|who|where|did|do|does|was|is|better|worse|ever|always)\b",
    re.IGNORECASE,
)
_MOST_OF_A_THING = 6
_TRIED_HERE = re.compile(
    r"\bhow (?:was|is|did|does|do) (?:that|it|this)\b|\bwhat (?:did|do|are) you (?:notic|feel)"
    r"|\bwhat (?:came|comes) up\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:since|now|lately|recently|these days|still|(?:last|past) (?:\w+ )?(?:days?|weeks?|months?|year)"
    r"|any of (?:that|those|it)|how (?:often|long|strong)|when was|how would"
    r"|anything (?:like that|stopped))\b",
    re.IGNORECASE,
)
"""Asks of a risk just spoken of: whether it goes on, and how."""
_FELT = re.compile(
    r"\bhow (?:did|does|do|was) (?:that|it|this|you) (?:feel|for you|to (?:say|hear|do))\b", re.IGNORECASE
)
_FOLLOWS = re.compile(
    r"^(?:(?:and|so|but|okay)[, ]+)*(?:compared|in what (?:way|sense)|like what|such as"
    r"|\w+ (?:how|in what way)"
    r"|how so|what (?:else|sort|kind)|why\b|since when|did (?:you|he|she|they|it)\W*$"
    r"|how (?:many|much|often|long)(?: \w+){0,2} (?:before|then|now|since|after)\b)",
    re.IGNORECASE,
)
"""A question that goes on with what was just said."""


def whole_answers(reading: Reading, used: set[int]) -> list[Statement]:
    """The exchanges that must be told as one; their units are added to `used`."""
    fit = [exchange for exchange in exchanges_in(reading.units) if _is_fit(reading, exchange, used)]
    needed = _needed(reading, fit)
    found: list[Statement] = []
    last: Exchange | None = None
    for exchange in (one for one in fit if one.question.index in needed):
        before = found[-1] if found and last is not None and _is_next(last, exchange) else None
        statement = _told(reading, exchange, before, used)
        if statement is None:
            continue
        if before is not None and statement.order == before.order:
            found.pop()
        found.append(statement)
        used.update(unit.index for unit in exchange.turn)
        used.add(exchange.question.index)
        last = exchange
    return found


def _needed(reading: Reading, fit: Sequence[Exchange]) -> set[int]:
    """The places of the questions that are told whole, and of those which they only follow up."""
    needed: set[int] = set()
    for before, exchange in reversed(list(pairwise([None, *fit]))):
        if exchange is None or (
            exchange.question.index not in needed and not _must_be_whole(reading, exchange)
        ):
            continue
        needed.add(exchange.question.index)
        if before is not None and _is_next(before, exchange) and _follows_up(exchange):
            needed.add(before.question.index)
    return needed


def _is_fit(reading: Reading, exchange: Exchange, used: set[int]) -> bool:
    """Whether an exchange can be told in a sentence that quotes all of the answer."""
    question, answer, turn = exchange.question, exchange.answer, exchange.turn
    most = _MOST_WORDS_OF_RISK if _is_of_risk(reading, exchange) else _MOST_WORDS
    if word_count(answer.exact) > most or word_count(question.words) > _MOST_QUESTION_WORDS:
        return False
    if used & {unit.index for unit in turn} or any(unit.question and not _is_a_guess(unit) for unit in turn):
        return False
    if OFFER.search(question.words) or ASKED_FOR_IDENTITY.search(question.words):
        return False
    if reading.kind_of(question) is Kind.PLAN or (reading.rambling and not is_asked(question.exact)):
        return False
    return is_whole(question) and all(_is_quotable(unit) for unit in turn)


def _is_quotable(unit: Unit) -> bool:
    """Whether a sentence of an answer may stand in a quotation of all of it."""
    aside = not unit.backchannel and word_count(unit.words) > 1 and is_aside(unit)
    return is_whole(unit) and not aside and unit.exact.rstrip().endswith(_STOPS)


def _must_be_whole(reading: Reading, exchange: Exchange) -> bool:
    """Whether an answer loses its sense, or a half of it, where it is told sentence by sentence."""
    if _goes_into_risk(reading, exchange):
        return True
    if len(exchange.turn) == 1:
        return False
    if _OF_HOMEWORK.search(exchange.question.words):
        return True
    if _is_of_risk(reading, exchange):
        return not _is_plain(reading, exchange)
    said = exchange.answer.words
    if not (matter_in(said) or _NUMBER.search(said) or touched(said)):
        return False
    return _has_leaning(exchange)


def _has_leaning(exchange: Exchange) -> bool:
    asked = set(content_stems(exchange.question.words))
    return any(_leans(unit, asked, first=at == 0) for at, unit in enumerate(exchange.turn))


def _is_plain(reading: Reading, exchange: Exchange) -> bool:
    """Whether a yes or no says all, and what comes after it is another matter."""
    first = exchange.turn[0]
    if word_count(first.words) > _MOST_OF_A_NO or read_answer(first.exact) not in {Answer.YES, Answer.NO}:
        return False
    return not goes_on(reading.units, exchange.question, first) and not _has_leaning(exchange)


def _is_of_risk(reading: Reading, exchange: Exchange) -> bool:
    question = exchange.question
    return bool(RISK_WORDS.search(question.words)) or is_risk_detail(
        question.words, reading.units[: question.index]
    )


def _goes_into_risk(reading: Reading, exchange: Exchange) -> bool:
    """Whether a question asks on about risk that the exchange before it was about."""
    question = exchange.question
    if not _STILL.search(question.words) or RISK_WORDS.search(question.words):
        return False
    before = reading.units[max(0, question.index - _SOON_AFTER) : question.index]
    return any(RISK_WORDS.search(unit.words) for unit in before if unit.speaking is Speaking.CLINICIAN)


def _is_a_guess(unit: Unit) -> bool:
    """A number said as if asked: "Six? Five and a half."."""
    return word_count(unit.words) <= _MOST_IN_A_GUESS and bool(_NUMBER.search(unit.words))


def _leans(unit: Unit, asked: set[str], *, first: bool) -> bool:
    """Whether a sentence of an answer can't stand without what was asked, or what was said before it."""
    if not set(content_stems(unit.words)) - asked and not _NUMBER.search(unit.words):
        return False
    if (
        first
        and word_count(unit.words) <= _MOST_OF_A_NO
        and read_answer(unit.exact) in {Answer.YES, Answer.NO}
    ):
        return False
    if _FRONTED.match(unit.words) or (not first and _AMENDS.search(unit.exact)):
        return True
    if not is_clause(unit.words) and clause_of(unit.words) is None:
        return True
    points = points_at(unit.words)
    if not first:
        return bool(points) and points not in _THIS
    return bool(points) or not reads_well(unit.words)


def _is_next(one: Exchange, following: Exchange) -> bool:
    return one.answer.speaker == following.answer.speaker and following.answer.turn - one.answer.turn <= 2


def _follows_up(exchange: Exchange) -> bool:
    """Whether a question means nothing without what was said just before it."""
    asked = bare(exchange.question.words)
    if _FOLLOWS.match(asked):
        return True
    words = exchange.question.words
    if names_a_drug(words) or RISK_WORDS.search(words) or _names_a_domain(words):
        return False
    stems = len(content_stems(asked))
    return stems < _LEAST_MATTER or (stems <= _MOST_POINTING and asks_of_it(asked))


def _names_a_domain(words: str) -> bool:
    return any(word.lower() not in TOO_BROAD for _, word in touched(words))


def _told(reading: Reading, exchange: Exchange, before: Statement | None, used: set[int]) -> Statement | None:
    """The sentence; of a question that only follows up, with what it follows."""
    question, answer = exchange.question, exchange.answer
    terms = reading.terms_for(answer)
    tried = _tried(reading, question)
    if tried is not None:
        asked = f'In response to {quoted(tried)[:-1].rstrip(".")}"'
        said = f"{asked}, {terms.client_inside} said: {_in_quotes(answer)}"
        return _weighed(exchange, made(reading, Kind.RESPONSE, whole(said), (tried, answer)))
    said = f"{_asked(question, terms)}, {terms.client_inside} answered: {_in_quotes(answer)}"
    if _goes_into_risk(reading, exchange):
        return replace(made(reading, Kind.REPORT, whole(said), (question, answer)), must=True)
    if not _follows_up(exchange) or _thing_asked(question, terms):
        return _weighed(exchange, made(reading, _kind(question), whole(said), (question, answer)))
    if before is not None:
        return _added(reading, exchange, before, said)
    said_before = _said_before(reading.units, question, used)
    if said_before is None:
        return None
    used.add(said_before.index)
    together = f"{terms.client} stated: {quoted(said_before)} {said}"
    here = _FELT.search(question.words) or _guided(reading, question)
    kind = Kind.RESPONSE if here else _kind(question)
    return _weighed(exchange, made(reading, kind, whole(together), (said_before, question, answer)))


def _said_before(units: Sequence[Unit], question: Unit, used: set[int]) -> Unit | None:
    """The client's last whole sentence before a question, where nothing else tells it yet."""
    near = [unit for unit in units[max(0, question.index - _REACH) : question.index] if not unit.backchannel]
    said = [unit for unit in near if unit.speaking is Speaking.CLIENT and not unit.question]
    if not said or said[-1].index in used or not is_whole(said[-1]):
        return None
    long_enough = _LEAST_SAID <= word_count(said[-1].words) <= _MOST_QUESTION_WORDS
    return said[-1] if long_enough and not points_back(said[-1].words) else None


def _tried(reading: Reading, question: Unit) -> Unit | None:
    """What was tried in the session, of which a question asks how it was."""
    return _guided(reading, question) if _TRIED_HERE.search(question.words) else None


def _guided(reading: Reading, question: Unit) -> Unit | None:
    """What the clinician guided the client to, in the turn of a question or their one before."""
    tried = (unit for unit in reversed(guided_before(reading.units, question)) if not unit.question)
    short = (unit for unit in tried if word_count(unit.words) <= _MOST_QUESTION_WORDS)
    return next((unit for unit in short if GUIDED.search(unit.words)), None)


def _added(reading: Reading, exchange: Exchange, before: Statement, said: str) -> Statement | None:
    """The statement before with a question that follows it up, and the answer."""
    together = f"{before.text} {said}"
    if word_count(together) > _MOST_TOGETHER:
        return None
    added = made(reading, before.kind, whole(together), (exchange.question, exchange.answer))
    return replace(
        added,
        evidence=tuple(dict.fromkeys((*before.evidence, *added.evidence))),
        order=before.order,
        stems=before.stems | added.stems,
        more=before.more,
        must=before.must or added.must,
        asked=before.asked,
    )


def _in_quotes(answer: Unit) -> str:
    said = quoted(answer)
    return f"{said[0]}{capital(said[1:])}"


def _asked(question: Unit, terms: Terms) -> str:
    thing = _thing_asked(question, terms)
    if thing:
        return f"When asked about {thing}"
    within = asked_within(question.words, terms.asked_voice)
    return f"When asked {within}" if within else f'When asked {_in_quotes(question)[:-1].rstrip(".")}"'


def _thing_asked(question: Unit, terms: Terms) -> str:
    """What a short question names and asks no more of: "and sleep?", "how are things with your dad?"."""
    asked = bare(question.words)
    named = _OF_A_THING.match(asked)
    what = named["what"] if named else asked if _THING_ALONE.match(asked) else ""
    if not what or word_count(what) > _MOST_OF_A_THING or _NO_THING.search(what.removeprefix("your ")):
        return ""
    return reword(what, terms.asked_voice) or "" if content_stems(what) else ""


def _kind(question: Unit) -> Kind:
    if _TO_COME.search(question.words):
        return Kind.PLAN
    return Kind.RESPONSE if RATED.search(question.words) else Kind.REPORT


def _weighed(exchange: Exchange, statement: Statement) -> Statement:
    """The statement with what it is worth beside its words: what a note is looked up for."""
    words = f"{exchange.question.words} {exchange.answer.words}"
    weighty = names_a_drug(words) or is_rating(exchange.question, exchange.answer)
    weighty = weighty or _names_a_domain(words) or bool(_OF_HOMEWORK.search(exchange.question.words))
    counted = _NUMBER.search(exchange.answer.words)
    more = (_WEIGHTY if weighty else 0.0) + (_COUNTED if counted else 0.0)
    return replace(statement, more=max(statement.more, more))
