"""Answers told whole: what was asked with all of a short answer whose sentences can't stand apart.

"Are you still carrying it?" "In my pocket, yeah. I haven't taken one, though." Sentence by sentence the half
that matters is lost, or says the opposite; so what was asked and what was answered stand in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from live_notes.drafting.embedded.acting.act_words import GUIDED
from live_notes.drafting.embedded.acting.part_words import asks_a_part
from live_notes.drafting.embedded.answering.agreeing import RATED
from live_notes.drafting.embedded.answering.answer_turns import (
    Exchange,
    as_one,
    discloses,
    exchanges_in,
    follows_up,
    goes_into_risk,
    guided_before,
    is_cut,
    is_near_risk,
    is_next,
    is_of_risk,
)
from live_notes.drafting.embedded.answering.answers_apart import (
    NUMBER,
    can_be_told_whole,
    clipped,
    leans_back,
    must_be_told_whole,
    takes_back,
)
from live_notes.drafting.embedded.answering.answers_reported import names_what_is_asked, reported_answer
from live_notes.drafting.embedded.answering.responses import responded
from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.asking.bare_questions import carries_nothing
from live_notes.drafting.embedded.asking.by_the_way import is_by_the_way, is_laughed_at
from live_notes.drafting.embedded.asking.questions import bare
from live_notes.drafting.embedded.asking.topics import is_known_topic, topic_of, without_article
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import asks_of_it, points_back
from live_notes.drafting.embedded.selecting.apart import manages
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.selecting.weighing import worth_beside_words
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.leaning import asks_for_words, is_rating
from live_notes.drafting.embedded.telling.phrases import Terms, quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.reported import reword
from live_notes.drafting.embedded.telling.retelling_words import OF_THE_TALK
from live_notes.drafting.embedded.telling.retold import in_prose, of_topic, said_plainly, told_alone
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_MOST_QUESTION_WORDS = 25
_MOST_TOGETHER, _MOST_OF_RISK_TOGETHER = 50, 100
"""Words of a sentence with a second question and its answer."""
_LEAST_SAID, _MOST_BETWEEN, _MOST_ECHOED = 4, 5, 2
_LEAST_NAMED = 2
_REACH = 5
"""Units back in which the words stand that a question follows up."""
_TO_COME = re.compile(r"\b(?:your|a) commitment\b|\bwould .*\b(?:this|next|coming) week\b", re.IGNORECASE)
_OF_A_THING = re.compile(
    r"^(?:(?:how|what) about|how(?:'s| is| are|'re)(?: things)?(?: with)?)\s+"
    r"(?P<what>(?!(?:you|it|that|this|things|everything|at|in|on|going|since)\b)[^?,.]+?)"
    r"(?: (?:been|going|doing|coming along|looking|treating you|lately|recently|now|today|this week))*$",
    re.IGNORECASE,
)
_THING_ALONE = re.compile(r"^(?:the |your )?[a-z-]+(?: [a-z-]+)?$", re.IGNORECASE)
_NO_THING = re.compile(
    r"\b(?:you|it|that|this|so|why|how|what|when|who|where|did|do|does|was|is|been|better|worse|ever"
    r"|always)\b",
    re.IGNORECASE,
)
_MOST_OF_A_THING = 6
_IN_GENERAL = re.compile(
    r"how (?:have you|'?ve you|are you|you|are things|have things|has it|is it|did it|'?s it)(?: been"
    r"| going| doing| keeping"
    r"| getting on)*(?: (?:since|this week|lately|today|then|these days)\b[^?]*)?"
    r"|how(?:'s| is| was| has) (?:your|the|this|last) (?:past )?(?:week|fortnight|month|weekend|day"
    r"|couple of weeks)"
    r"(?: been| gone| going)*(?: for you)?"
    r"|what(?:'s| is| has|'s been| has been)? (?:been )?(?:better|new|happening|happened|going on|up"
    r"|different)"
    r"(?: (?:since|this week|then|next|after that|with you|for you)\b[^?]*)?"
    r"|how come|why(?:'s that| is that)?|what (?:happened|came) (?:then|next|after(?: that)?)"
    r"|and then(?: what)?|then what"
    r"|(?:tell me|say)(?: a (?:bit|little))? more(?: about (?:it|that|this))?|go on|(?:what|anything"
    r"|anyone) else(?: (?:this week|today|on your mind|going on|at all|for (?:me|today)|that (?:came"
    r"|comes) up"
    r"|you(?:'d| would)? (?:like|want|wanted) to (?:say|add|talk about|bring|raise)))?"
    r"|what (?:did|do) you (?:do|mean|think)(?: (?:then|next|about (?:it|that)))?|how so|in what way",
    re.IGNORECASE,
)
"""Asks for whatever there is to tell: what is told needs no such question."""
_STATED = re.compile(r"^answered(?=: )")
_TRIED_HERE = re.compile(
    r"\bhow (?:was|is|did|does|do) (?:that|it|this)\b|\bwhat (?:did|do|are) you (?:notic|feel)"
    r"|\bwhat (?:came|comes) up\b",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"(?:(?:and|but|so|okay)[, ]+)*(?:if|what if|when|unless|what (?:could|would|might|will)|who"
    r"|how (?:would|could))\b",
    re.IGNORECASE,
)
"""Asks what would be: what is answered is not so, and needs its question."""
_PROMPT = re.compile(r"(?:and|but|so|because|meaning|as in|go on|mm|then)", re.IGNORECASE)
"""Only asks to go on, with the client's own last word."""
_AMOUNT_ASKED = re.compile(r"how (?:long|often|many|much|bad|high|far)\b", re.IGNORECASE)
_SAID_HERE = re.compile(r"\bhow (?:did|does|was) (?:it|that|this)(?: feel)? to (?:say|hear)\b", re.IGNORECASE)
_FELT = re.compile(
    r"\bhow (?:did|does|do|was) (?:that|it|this|you) (?:feel|for you|to (?:say|hear|do))\b", re.IGNORECASE
)


def whole_answers(reading: Reading, used: set[int]) -> list[Statement]:
    """The exchanges that must be told as one; their units are added to `used`."""
    asked = [clipped(reading, exchange) for exchange in exchanges_in(reading.units)]
    aside = {one.question.index for one in asked if is_by_the_way(one)}
    open_ones = [exchange for exchange in asked if not _is_told_but_for_a_sound(exchange, used)]
    fit = [exchange for exchange in open_ones if can_be_told_whole(reading, exchange, used)]
    needed = _needed(reading, fit)
    found: list[Statement] = []
    last: Exchange | None = None
    for exchange in (one for one in fit if one.question.index in needed):
        before = found[-1] if found and last is not None and is_next(last, exchange) else None
        if exchange.question.index in aside:
            last = exchange if before is not None else last
            continue
        statement = _told(reading, exchange, before, used)
        if statement is None:
            continue
        if before is not None and statement.order == before.order:
            found.pop()
        found.append(statement)
        used.update(unit.index for unit in exchange.turn)
        used.add(exchange.question.index)
        last = exchange
    for exchange in exchanges_in(reading.units):
        if exchange.question.index in aside:
            used.update(unit.index for unit in (exchange.question, *exchange.turn))
        if asks_for_words(exchange.question.words):  # what somebody thought is no fact by itself
            used.update(unit.index for unit in exchange.turn[1:])
    return found


def _is_told_but_for_a_sound(exchange: Exchange, used: set[int]) -> bool:
    """Whether all of an answer is told elsewhere but what carries nothing: "fifty-five. Huh."."""
    left = [unit for unit in exchange.turn if unit.index not in used]
    return len(left) < len(exchange.turn) and all(
        OF_THE_TALK.fullmatch(unit.exact.strip(" .!")) for unit in left
    )


def _needed(reading: Reading, fit: Sequence[Exchange]) -> set[int]:
    """The places of the questions that are told whole, and of those which they only follow up."""
    needed: set[int] = set()
    for before, exchange in reversed(list(pairwise([None, *fit]))):
        if exchange is None:
            continue
        needs_all = is_cut(reading.units, exchange) or must_be_told_whole(reading, exchange)
        if exchange.question.index not in needed and not needs_all:
            continue
        needed.add(exchange.question.index)
        if before is not None and is_next(before, exchange) and follows_up(exchange):
            needed.add(before.question.index)
    return needed


def _told(reading: Reading, exchange: Exchange, before: Statement | None, used: set[int]) -> Statement | None:
    """The sentence; of a question that only follows up, with what it follows."""
    question, answer = exchange.question, exchange.answer
    terms = reading.terms_for(answer)
    tried = _guided(reading, question) if _TRIED_HERE.search(question.words) else None
    if tried is not None:
        asked = f'In response to {quoted(tried)[:-1].rstrip(".")}"'
        put = whole(f"{asked}, {terms.client_inside} said: {in_quotes(answer)}")
        plain = in_prose(put, exchange.turn, terms, asked=question.words)
        return _weighed(exchange, made(reading, Kind.RESPONSE, plain, (tried, answer)))
    taken = responded(reading, reading.units[question.index], used)
    if taken is not None:
        return taken
    answered = _answered(reading, exchange)
    if answered.startswith("reported that") and names_what_is_asked(question, exchange.turn):
        return _weighed(
            exchange,
            made(reading, _kind(reading, question), whole(f"{terms.client} {answered}"), (question, answer)),
        )
    topic = topic_of(question.words, exchange.answer.exact, terms.asked_voice)
    said = _with_what_was_asked(exchange, topic, terms, answered)
    if goes_into_risk(reading.units, exchange) or discloses(reading.units, exchange):
        behind = _added(reading, exchange, before, said) if before is not None and before.must else None
        return replace(behind or made(reading, Kind.REPORT, whole(said), (question, answer)), must=True)
    says_what = topic or _thing_asked(question, terms) or asks_for_words(question.words)
    if not follows_up(exchange) or says_what:
        return _weighed(exchange, made(reading, _kind(reading, question), whole(said), (question, answer)))
    return _followed(reading, exchange, before, used, said)


def _with_what_was_asked(exchange: Exchange, topic: str, terms: Terms, answered: str) -> str:
    """The answer behind its topic, where the question only names one; else behind the question."""
    if _IN_GENERAL.fullmatch(bare(exchange.question.words)):
        if answered.startswith("reported that "):
            return f"{terms.client} {answered}"
        if is_clause(exchange.turn[0].words):
            return f"{terms.client} {_STATED.sub('stated', answered)}"
    if not topic or terms.several:
        return f"{_asked(exchange.question, terms)}, {terms.client_inside} {answered}"
    return of_topic(topic, terms.client_inside, answered)


def _answered(reading: Reading, exchange: Exchange) -> str:
    """What the client answered: in reported speech where that is certain, else in their very words."""
    quoting = f"answered: {in_quotes(exchange.answer)}"
    if is_of_risk(reading.units, exchange) or is_near_risk(reading.units, exchange):
        return quoting
    terms, asked = reading.terms_for(exchange.answer), exchange.question.words
    told = (
        None
        if asks_for_words(asked)
        else said_plainly(exchange.turn, terms, asked=asked, memo=reading.retold)
    )
    return told or reported_answer(exchange.question, exchange.turn, terms) or quoting


def _followed(
    reading: Reading, exchange: Exchange, before: Statement | None, used: set[int], said: str
) -> Statement | None:
    """A question that only follows up, behind what it follows; alone where it still says what it asks."""
    question, answer = exchange.question, exchange.answer
    terms = reading.terms_for(answer)
    told = f"answered: {in_quotes(answer)}" if before and before.must else _answered(reading, exchange)
    quoting = f"{_asked(question, terms)}, {terms.client_inside} {told}"
    if takes_back(exchange) and not question.stems and not _SUPPOSES.match(bare(question.words)):
        said = f"{terms.client} stated: {in_quotes(answer)}"
    alone = _weighed(exchange, made(reading, _kind(reading, question), whole(said), (question, answer)))
    if before is not None:
        stems = question.stems
        named = len(stems) >= _LEAST_NAMED or (stems and not asks_of_it(bare(question.words)))
        return _added(reading, exchange, before, quoting) or (
            alone if named or takes_back(exchange) else None
        )
    first = _said_before(reading.units, question, used)
    if not first:
        counted = _AMOUNT_ASKED.match(bare(question.words)) and NUMBER.search(answer.words)
        return alone if counted or _FELT.search(question.words) or takes_back(exchange) else None
    if _PROMPT.fullmatch(question.exact.strip(" ?.!…")) and answer.length >= _LEAST_SAID:
        stated = f"{terms.client} stated: {in_quotes(answer)}"
        return _weighed(exchange, made(reading, _kind(reading, question), whole(stated), (answer,)))
    used.update(unit.index for unit in first)
    if any(is_laughed_at(unit.exact) for unit in reading.units[first[-1].index + 1 : question.index + 1]):
        return alone  # what stands before was a joke
    begun = told_alone(whole(f"{terms.client} stated: {in_quotes(as_one(first))}"), first, terms)
    together = f"{begun.text} {quoting}"
    here = _FELT.search(question.words) or _guided(reading, question)
    kind = Kind.RESPONSE if here else _kind(reading, question)
    return _weighed(exchange, made(reading, kind, whole(together), (*first, question, answer)))


def _said_before(units: Sequence[Unit], question: Unit, used: set[int]) -> tuple[Unit, ...]:
    """The client's last whole sentence before a question, where nothing else tells it yet.

    One that only adds to the sentence before it, "at my cousin's", comes with that.
    """
    near = [unit for unit in units[max(0, question.index - _REACH) : question.index] if not unit.backchannel]
    said = [unit for unit in near if unit.speaking is Speaking.CLIENT and not unit.question]
    if not said or _brings_up_more(said[-1], units[said[-1].index + 1 : question.index]):
        return ()  # the question is about what the clinician said
    names_nothing = carries_nothing(question.words)
    leans = leans_back(said[-1].exact) or (names_nothing and not is_clause(said[-1].words))
    adds = len(said) > 1 and said[-2].turn == said[-1].turn and leans
    if adds and (not names_nothing or leans_back(said[-2].exact) or not is_clause(said[-2].words)):
        return ()
    told = tuple(said[-2:] if adds else said[-1:])
    if any(unit.index in used or not is_whole(unit) for unit in told):
        return ()
    long_enough = _LEAST_SAID <= sum(unit.length for unit in told) <= _MOST_QUESTION_WORDS
    return told if long_enough and not points_back(told[0].words) else ()


def _brings_up_more(said: Unit, between: Sequence[Unit]) -> bool:
    """Whether the clinician named another matter before a question than what the client said last."""
    echoed = set(said.stems)
    return any(
        unit.length > _MOST_BETWEEN or (unit.length > _MOST_ECHOED and set(unit.stems) - echoed)
        for unit in between
    )


def _guided(reading: Reading, question: Unit) -> Unit | None:
    """What the clinician guided the client to, in the turn of a question or their one before."""
    tried = (unit for unit in reversed(guided_before(reading.units, question)) if not unit.question)
    short = (unit for unit in tried if unit.length <= _MOST_QUESTION_WORDS)
    return next((unit for unit in short if GUIDED.search(unit.words) and not manages(unit)), None)


def _added(reading: Reading, exchange: Exchange, before: Statement, said: str) -> Statement | None:
    """The statement before with a question that follows it up, and the answer."""
    together = f"{before.text} {said}"
    risk = before.must or RISK_WORDS.search(f"{exchange.question.words} {exchange.answer.words}")
    if word_count(together) > (_MOST_OF_RISK_TOGETHER if risk else _MOST_TOGETHER):
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


def _asked(question: Unit, terms: Terms) -> str:
    thing = _thing_asked(question, terms)
    if thing:
        return f"When asked about {thing}"
    if not question.question:
        return f'In response to {in_quotes(question)[:-1].rstrip(".")}"'
    within = asked_within(question.words, terms.asked_voice)
    return f"When asked {within}" if within else f'When asked {in_quotes(question)[:-1].rstrip(".")}"'


def _thing_asked(question: Unit, terms: Terms) -> str:
    """What a short question names and asks no more of: "and sleep?", "how are things with your dad?"."""
    asked = bare(question.words).removesuffix(" any")
    named = _OF_A_THING.match(asked)
    alone = _THING_ALONE.match(asked) and (
        asked.lower().startswith(("the ", "your ")) or is_known_topic(asked)
    )
    what = named["what"] if named else asked if alone else ""
    if not what or word_count(what) > _MOST_OF_A_THING or _NO_THING.search(what.removeprefix("your ")):
        return ""
    told = reword(what, terms.asked_voice) if content_stems(what) else None
    return without_article(told or "")


def _kind(reading: Reading, question: Unit) -> Kind:
    if _TO_COME.search(question.words):
        return Kind.PLAN
    here = RATED.search(question.words) or _SAID_HERE.search(question.words)
    of_parts = here is None and asks_a_part(reading.units, question.words)
    return Kind.RESPONSE if here or of_parts else Kind.REPORT


def _weighed(exchange: Exchange, statement: Statement) -> Statement:
    """The statement with what it is worth beside its words: what a note is looked up for."""
    asked, answer = exchange.question.words, exchange.answer.words
    rated = is_rating(exchange.question, exchange.answer)
    more = worth_beside_words(asked, answer, word_count(statement.text), rated=rated)
    return replace(statement, more=max(statement.more, more))
