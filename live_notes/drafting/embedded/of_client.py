"""What a client's turns offer for a note: reports, responses and intentions that can be understood."""

from __future__ import annotations

import re
from dataclasses import replace

from live_notes.drafting.embedded.acting.act_words import BACKWARD
from live_notes.drafting.embedded.acting.acts import client_kind, is_aside
from live_notes.drafting.embedded.answering.agreeing import RATED
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.exchanges import (
    asks_back,
    follows_intervention,
    with_its_matter,
)
from live_notes.drafting.embedded.answering.stances import stance
from live_notes.drafting.embedded.candidates import Reading, Statement, finished_part, made
from live_notes.drafting.embedded.hearing.clearness import (
    joined_up,
    reads_well,
    said_of_its_subject,
    without_tail,
)
from live_notes.drafting.embedded.hearing.questions import is_asked
from live_notes.drafting.embedded.hearing.turns import asked_for, question_before
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import PERSONS, points_at, points_back, resolved
from live_notes.drafting.embedded.selecting.life_events import LIFE_EVENT
from live_notes.drafting.embedded.selecting.saying_much import (
    is_amount,
    is_quotable,
    is_vague,
    is_whole,
    matter_in,
    says_something,
)
from live_notes.drafting.embedded.selecting.standing import is_to_come, qualified_by, stands_alone
from live_notes.drafting.embedded.telling.beginnings import is_thing
from live_notes.drafting.embedded.telling.better_quoted import stands_in_quotes
from live_notes.drafting.embedded.telling.hanging import points_at_nothing
from live_notes.drafting.embedded.telling.leaning import (
    RATING_IS_WORTH,
    fragment_asked,
    is_rating,
    is_risk_detail,
    names_a_drug,
    with_question,
)
from live_notes.drafting.embedded.telling.phrases import (
    answer_within,
    asked_and_answered,
    client_reports,
    quoted,
)
from live_notes.drafting.embedded.telling.quoting import in_quotes, is_fit_to_quote
from live_notes.drafting.embedded.telling.retelling_words import OPEN
from live_notes.drafting.embedded.telling.retold import in_prose, told_alone
from live_notes.drafting.embedded.telling.saying import Said, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.spec import Speaking

_MOST_QUESTION_WORDS = 25
_MOST_TOLD_WITH = 14
_LEAST_WORDS = 3
_LIKE_THAT = re.compile(r"like (?:i|it|he|she|they|we|somebody|someone|everybody|everyone|nobody)\b", re.I)
_ASKS_HOW = re.compile(
    r"\b(?:how|what)\b.*\b(?:feel|felt|feeling|like|was (?:it|that)|is (?:it|that))\b", re.I
)
"""Asks for what something is like: "like" is then no filler, and what follows it is not so."""
_DANGLES = re.compile(
    r"^(?:and |so |well )*(?:it|that|this|there)\b[^,;]*,? but (?:i|we|he|she|they)"
    r" (?:did|do|does|was|were|have|has|had|can|could|will|would)(?:n't| not)?\W*$",
    re.IGNORECASE,
)
"""Ends with a verb that stands for one said before: "it took me three days but I did"."""
_THINGS = frozenset(("it", "this", "that", "them", "these", "those"))
_WOULD_SAY = re.compile(
    r"\bwhat(?:'d|'ll| would| could| will| might| did| do| are)? you (?:\w+ )?(?:say|tell|saying|telling"
    r"|text|write)\b",
    re.IGNORECASE,
)
"""Asks for words that somebody would say to somebody else."""
_POINTS_AT_SOME = re.compile(r"\b(?:those|these) (?:two|three)(?=\W*$| (?:and|or|are|were|is|was)\b)", re.I)


def of_client(reading: Reading, unit: Unit) -> Statement | None:
    """What a client's unit offers. Risk is told as it was said, however it was."""
    question = _question(reading, unit)
    detail = question is not None and is_risk_detail(question.words, reading.units[: unit.index])
    risk = detail or unit.risk_in_words
    if not risk:
        finished = finished_part(unit)
        if finished is None or asks_back(unit):
            return None
        unit = _as_written(finished)
    kind = client_kind(
        unit,
        after_intervention=follows_intervention(reading.units, unit, reading.intervenes),
        asked=asked_for(reading.units, (unit,)) if question is None else question.words,
    )
    if kind is None:
        return None
    verb = "stated" if kind is Kind.PLAN else "reported"
    put = _would_say(reading, unit, kind)
    if put is not None or risk:
        return put or _of_risk(reading, unit, kind, verb)
    few = unit.length < _LEAST_WORDS and not LIFE_EVENT.search(unit.words)
    if few and not is_thing(unit.words.rstrip(".")):
        return None
    if kind is Kind.RESPONSE and BACKWARD.match(unit.words):
        return _response_to(reading, unit)
    return _told_by_client(reading, unit, kind, verb)


def _of_risk(reading: Reading, unit: Unit, kind: Kind, verb: str) -> Statement:
    """Risk as it was said, with the person named whom it points at where that is sure."""
    bound = qualified_by(unit, reading.units)
    named, by = resolved(unit, reading.units)
    if bound is not None or (by is None and stands_in_quotes(unit)):
        return _quoted_together(reading, kind, unit, bound)
    told = client_reports(named, reading.terms_for(unit), verb)
    if by is None or not told.lead:
        return made(reading, kind, client_reports(unit, reading.terms_for(unit), verb), (unit,))
    statement = made(reading, kind, told, (unit,))
    return replace(statement, evidence=tuple(dict.fromkeys((*by.evidence, *statement.evidence))))


def _would_say(reading: Reading, unit: Unit, kind: Kind) -> Statement | None:
    """What a client would say to somebody, where they were asked for it: no report of themselves."""
    before = (one for one in reversed(reading.units[: unit.index]) if one.turn < unit.turn)
    last = next((one for one in before if not one.backchannel), None)
    if last is None or last.speaking is not Speaking.CLINICIAN or not _WOULD_SAY.search(last.words):
        return None
    return _asked_and_quoted(reading, kind, last, unit)


def _asked_and_quoted(reading: Reading, kind: Kind, question: Unit, unit: Unit) -> Statement:
    """A question and what was answered, both in their words."""
    terms = reading.terms_for(unit)
    asked = f'When asked {quoted(question)[:-1].rstrip(".")}", {terms.client_inside} answered: '
    return made(reading, kind, whole(f"{asked}{in_quotes(unit)}"), (question, unit))


def _told_by_client(reading: Reading, unit: Unit, kind: Kind, verb: str) -> Statement | None:
    """What a client said, alone where that is enough, else with what was asked; None where neither tells."""
    terms, question = reading.terms_for(unit), _question(reading, unit)
    if kind is not Kind.PLAN and (stands := stance(reading, unit)) is not None:
        return stands
    if question is not None and (leaning := _leaning(reading, unit, kind, question)) is not None:
        return leaning
    if is_amount(unit.words):
        return None if question is None else _amount_told(reading, unit, kind, question)
    named, by = resolved(unit, reading.units)
    if _needs_what_was_said(unit.words) or (kind is Kind.RESPONSE and points_back(named.words)):
        return _response_to(reading, unit)
    told = client_reports(named, terms, verb)
    if not told.lead or stands_in_quotes(unit):
        return _in_their_words(reading, unit, kind, question)
    return _reported(reading, (unit, named), kind, told, by)


def _reported(
    reading: Reading, units: tuple[Unit, Unit], kind: Kind, told: Said, by: Unit | None
) -> Statement | None:
    """A report of the first of the units, the second being the same with its pronoun named, by `by`."""
    unit, named = units
    terms, question = reading.terms_for(unit), _question(reading, unit)
    points = _points(reading, named)
    leans = points or (kind is Kind.PLAN and points_at(unit.words) in _THINGS)
    if question is not None and kind is Kind.REPORT and is_to_come(unit):
        return _asked_and_quoted(reading, kind, question, unit)
    if leans and question is not None and _names_its_matter(question) and _is_clear(unit):
        said = in_prose(asked_and_answered(question, unit, terms), (unit,), terms, asked=question.words)
        return made(reading, kind, said, (question, unit))
    leans_on_nothing = question is None and not reading.rambling and by is None and points_at_nothing(unit)
    unclear = not _is_clear(unit) or (question is None and not told.rest.startswith("that "))
    answers = kind is not Kind.REPORT or question is not None
    if leans_on_nothing or unclear or not stands_alone((unit,), step=answers):
        return None
    if (bound := qualified_by(unit, reading.units)) is not None:
        return replace(_quoted_together(reading, kind, unit, bound), points=points)
    statement = made(reading, kind, told, (unit,))
    evidence = statement.evidence if by is None else (*by.evidence, *statement.evidence)
    return replace(statement, evidence=tuple(dict.fromkeys(evidence)), points=points)


def _question(reading: Reading, unit: Unit) -> Unit | None:
    """What the unit answers, with what that points back at."""
    question = question_before(reading.units, unit)
    if question is None or _is_behind_a_yes(reading, question, unit):
        return None
    return with_its_matter(reading.units, question)


def _is_behind_a_yes(reading: Reading, question: Unit, unit: Unit) -> bool:
    """Whether a question was answered by a yes or a no, and the unit only adds to it: it is no answer."""
    if OPEN.match(question.words) or question.risk_in_words or not unit.index:
        return False
    if is_risk_detail(question.words, reading.units[: question.index]):
        return False
    before = reading.units[unit.index - 1]
    same = before.turn == unit.turn and before.speaker == unit.speaker
    return same and read_answer(before.exact) in {Answer.YES, Answer.NO}


def _leaning(reading: Reading, unit: Unit, kind: Kind, question: Unit) -> Statement | None:
    """An answer that leans on its question, told with it."""
    if not _can_be_told_with(reading, question):
        return None
    terms = reading.terms_for(unit)
    if _LIKE_THAT.match(unit.exact) and _ASKS_HOW.search(question.words):
        asked = f'When asked {quoted(question)[:-1].rstrip(".")}", {terms.client_inside} answered: '
        like = in_prose(whole(f"{asked}{in_quotes(unit)}"), (unit,), terms, asked=question.words)
        return made(reading, kind, like, (question, unit))
    said = with_question(question, unit, terms)
    if said is None:
        return None
    said = in_prose(said, (unit,), terms, asked=question.words)
    statement = made(reading, _kind_of_answer(kind, question), said, (question, unit))
    return replace(statement, more=RATING_IS_WORTH) if is_rating(question, unit) else statement


def _needs_what_was_said(words: str) -> bool:
    """Whether a sentence is understood only behind the words that it goes on from."""
    return bool(_DANGLES.search(words) or _POINTS_AT_SOME.search(words))


def _amount_told(reading: Reading, unit: Unit, kind: Kind, question: Unit) -> Statement:
    """How much, how often or how sure, with what was asked."""
    terms = reading.terms_for(unit)
    said = in_prose(asked_and_answered(question, unit, terms), (unit,), terms, asked=question.words)
    return made(reading, _kind_of_answer(kind, question), said, (question, unit))


def _kind_of_answer(kind: Kind, question: Unit) -> Kind:
    """How important, sure or ready somebody is tells how they take the matter."""
    return Kind.RESPONSE if RATED.search(question.words) else kind


def _in_their_words(reading: Reading, unit: Unit, kind: Kind, question: Unit | None) -> Statement | None:
    """What can't be reported with certainty: quoted, with its question or alone, where it is fit to be."""
    terms = reading.terms_for(unit)
    if question is not None and is_whole(unit) and reads_well(unit.words):
        said = answer_within(question, unit, terms)
        if said is not None:
            told = in_prose(said, (unit,), terms, asked=question.words)
            return made(reading, kind, told, (question, unit))
    fit, points = is_fit_to_quote if reading.rambling else is_quotable, _points(reading, unit)
    if not fit(unit) or not _is_clear(unit) or (points and reading.rambling):
        if question is None or not _can_be_told_with(reading, question):
            return None
        fragment = fragment_asked(question, unit, terms)
        if fragment is None:
            return None
        return made(reading, kind, in_prose(fragment, (unit,), terms, asked=question.words), (question, unit))
    if points in PERSONS and question is not None and names_a_drug(unit.words):
        return _asked_and_quoted(reading, kind, question, unit)  # never left out for want of who it was
    return (
        replace(_alone(reading, kind, unit), points=points)
        if stands_alone((unit,), step=kind is not Kind.REPORT or question is not None)
        else None
    )


def _alone(reading: Reading, kind: Kind, unit: Unit) -> Statement:
    """What a client said, told by itself: retold, or quoted with what bounds it."""
    bound = qualified_by(unit, reading.units)
    if bound is not None or stands_in_quotes(unit):
        return _quoted_together(reading, kind, unit, bound)
    terms = reading.terms_for(unit)
    return made(reading, kind, told_alone(client_reports(unit, terms), (unit,), terms), (unit,))


def _quoted_together(reading: Reading, kind: Kind, unit: Unit, bound: Unit | None) -> Statement:
    """What a client said in their words, with the sentence that bounds it."""
    units = (unit,) if bound is None else (unit, bound)
    said = f"{reading.terms_for(unit).client} stated: {in_quotes(unit if bound is None else as_one(units))}"
    return made(reading, kind, whole(said), units)


def _can_be_told_with(reading: Reading, question: Unit) -> bool:
    """Whether a question may stand beside its answer; in rambling talk only one that can be understood."""
    return not reading.rambling or _names_its_matter(question)


def _names_its_matter(question: Unit) -> bool:
    """Whether a question is short and whole, and says itself what it is about."""
    if question.length > _MOST_TOLD_WITH or not is_asked(question.exact):
        return False
    return is_whole(question) and _is_clear(question) and not points_back(question.words)


def _is_clear(unit: Unit) -> bool:
    """Whether what somebody said reads as a sentence and tells anything."""
    return not is_vague(unit.words) and reads_well(unit.words) and says_something(unit.words)


def _points(reading: Reading, unit: Unit) -> str:
    """The pronoun of a unit that needs the sentence before it, as rambling talk does."""
    points = points_at(unit.words)
    return points if reading.rambling or points in PERSONS else ""


def _as_written(unit: Unit) -> Unit:
    """The unit as it is put down: without an end that was left, its subject said once."""
    words = said_of_its_subject(without_tail(joined_up(unit.words)))
    return replace(unit, words=words, exact=without_tail(unit.exact))


def _response_to(reading: Reading, unit: Unit) -> Statement | None:
    """A response that only points back ("that actually helps"), with the words it answers; else nothing."""
    before = next((u for u in reversed(reading.units[: unit.index]) if not u.backchannel), None)
    if before is None or before.speaking is not Speaking.CLINICIAN or is_aside(before):
        return None
    if before.length > _MOST_QUESTION_WORDS or unit.question or not is_whole(unit):
        return None
    if not is_whole(before) or not reads_well(before.words) or not matter_in(before.words):
        return None  # what it answers would have to be quoted
    terms = reading.terms_for(unit)
    said = whole(
        f'In response to {quoted(before)[:-1].rstrip(".")}", {terms.client_inside} said: {quoted(unit)}'
    )
    return made(reading, Kind.RESPONSE, said, (before, unit))
