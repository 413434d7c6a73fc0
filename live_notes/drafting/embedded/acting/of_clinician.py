"""What a clinician's turns offer for a note: steps, findings, interventions, questions with answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.acting.act_words import ASKED_FOR_IDENTITY, NEXT_TIME
from live_notes.drafting.embedded.acting.acts import clinician_kind
from live_notes.drafting.embedded.acting.clinician_tells import clinician_says, is_reflection
from live_notes.drafting.embedded.acting.for_all import for_all
from live_notes.drafting.embedded.acting.step_around import (
    opens,
    pointed_at,
    thing_before,
    with_its_hour,
    with_what_it_points_at,
)
from live_notes.drafting.embedded.answering.agreeing import RATED, is_substantial, leads_to_reflection
from live_notes.drafting.embedded.answering.exchanges import answer_to, goes_on, is_short, with_its_matter
from live_notes.drafting.embedded.answering.responses import asks_how_it_was, responded
from live_notes.drafting.embedded.asking.questions import bare
from live_notes.drafting.embedded.candidates import Reading, Statement, finished_part, made
from live_notes.drafting.embedded.hearing.clearness import joined_up, reads_well
from live_notes.drafting.embedded.hearing.questions import is_asked
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import (
    PERSONS,
    points_at,
    points_at_a_thing,
    points_back,
)
from live_notes.drafting.embedded.persons.whom import with_doctor
from live_notes.drafting.embedded.planning.assigned_words import OFFERS_A_DAY
from live_notes.drafting.embedded.planning.named_steps import is_assent, planned, suggested
from live_notes.drafting.embedded.planning.no_step_words import (
    LETS_SAY,
    OF_NOW,
    SETTLES_NOTHING,
    TO_TELL_ME,
)
from live_notes.drafting.embedded.planning.no_steps import is_agenda, points_only
from live_notes.drafting.embedded.planning.recaps import only_says_again
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH, settled
from live_notes.drafting.embedded.planning.settling import asks_what_to_do
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.embedded.planning.what_is_put import puts_a_step
from live_notes.drafting.embedded.selecting.saying_much import (
    is_quotable,
    is_vague,
    is_whole,
    says_something,
)
from live_notes.drafting.embedded.telling.leaning import (
    RATING_IS_WORTH,
    is_rating,
    is_risk_detail,
    names_a_drug,
    pointed,
)
from live_notes.drafting.embedded.telling.phrases import Terms, answered, asked_exactly, quoted
from live_notes.drafting.embedded.telling.saying import Said
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.mentions import OFFER

_MOST_ASSENT_WORDS = 4
_OF_WHAT_WAS = re.compile(
    r"^(?:(?:and|so|but)[, ]+)?(?:(?:what|how|where|who|when|why) (?:else )?)?(?:did|was|were|had) "
    r"(?:you|he|she|they|it|that)\b",
    re.IGNORECASE,
)
_IDLE = frozenset(
    content_stems(
        "let start try go come back do thing talk look check again little bit time today now back earlier"
    )
)
_MOST_QUESTION_WORDS = 25
_ADDS = re.compile(r"(?:and|or|but|plus)\b", re.IGNORECASE)
_NO_MORE = re.compile(
    r"(?:no|yeah|yes|well|oh)?,? ?(?:not really|not at all|i (?:think|guess) (?:so|i (?:could"
    r"|can|would|do))|yeah"
    r"|maybe|sometimes|a little(?: bit)?|kind of)",
    re.IGNORECASE,
)
_ABOUT_TALK = re.compile(
    r"(?:you(?:'re| are| were)|are you|were you) (?:saying|telling|talking)\b", re.IGNORECASE
)
_TO_TELL = re.compile(
    r"\byou to (?:be able to )?(?:tell|share|describe|say|explain)\b"
    r"(?! (?:your|her|him|them|the|dr|doctor|someone|somebody|work|school|reception)\b)",
    re.IGNORECASE,
)
_AS_SELF = re.compile(r"(?:(?:and|so|okay|then|well)[, ]+)*(?:i|i'\w+|my)\b", re.IGNORECASE)
_MOST_OF_A_GROAN = 3
_STEP_NAMED = re.compile(
    r"^(?!if\b.*\bthat's\b)(?:.*\b(?:i'll|i will|i'm going to|i'd like|i want|i would|we'll|we will"
    r"|we're going to|we can"
    r"|we could|we should|let's|you'll|you will|you should|you need to|you can|you could|would you"
    r"|could you|can you"
    r"|will you|please|next|appointment|refer\w*|call|homework|follow|recommend|suggest)\b)",
    re.IGNORECASE,
)
_ASKS_LEAVE = re.compile(
    r",\s+(?:is|would|does) (?:that|it|this)(?: be| still| all| sound| work)*(?: (?:ok|okay|alright"
    r"|all right|fine|good))?"
    r"(?: with you| by you| for you)?[?.!]*$"
    r"|,?\s+(?:you(?:'ve got| have| know|'ve still got| still have)|have you(?: got| still got)?"
    r"|do you(?: still)? have)"
    r" (?:the|our|my|their|that|his|her) (?:number|address|link|name|card|details|leaflet|sheet)[?.!]*$",
    re.IGNORECASE,
)
"""Asks leave behind a step: "I'm going to send her a letter, is that still okay?"."""
_TELLS_WHAT_WAS = re.compile(
    r"^(?:(?:well|um+|uh+|oh|so|yeah|just)[, ]+)*(?:i|we|it) (?:just |only )?(?:was|were|had|did|didn't"
    r"|went|stayed"
    r"|got|felt|took|saw|came|left|made|kept|slept|ate|drank|couldn't|[a-z]+ed)\b",
    re.IGNORECASE,
)
_AGE_OR_NAME_OF_ANOTHER = re.compile(
    r"\bhow old (?:is|are) (?:he|she|they)\b|\bwhat(?:'s| is| are| was) (?:his|her|their) names?\b",
    re.IGNORECASE,
)
"""Asks for what places somebody who was named before, and tells nothing of the client."""
_ONLY_A_TIME = re.compile(
    r"(?:(?:and|so|then|okay)[, ]+)*(?:for )?(?:the )?(?:last|first|next|final|\w+) (?:\w+ )?(?:minutes?"
    r"|hours?|sessions?"
    r"|bit|part)\b(?! (?:to|of)\b)",
    re.IGNORECASE,
)
_NORMALISES = re.compile(
    r"\b(?:usual|common|normal|natural|understandable|human|universal)\b|\b(?:lots|plenty|most) of? ?people\b"
    r"|\banyone would\b|\byou're not (?:alone|the only)\b",
    re.IGNORECASE,
)
_LED = re.compile(LEAD, re.IGNORECASE)
_LEAST_OF_A_STEP, _MOST_OF_A_STEP = 2, 45
_MOST_NAMED = 2
"""How often a sentence may name the clinician; one that runs on does so more often."""
_MOST_OF_A_TOPIC = 5
_SHORTEST_REST = 4
_MOST_OF_A_NAME = 7
_ONLY_PRAISES = re.compile(
    r"^(?:(?:and|so|well|but|oh|yeah|okay)[, ]+)*(?:that|this|it)(?:'s| is| was) (?:actually |really "
    r"|quite "
    r"|such |pretty |very )*(?:an? )?(?:\w+ )?(?:big|huge|great|good|real|massive|major|lovely|brave"
    r"|enormous)\b",
    re.IGNORECASE,
)
"""Says how good something is that was said before, and makes nothing of the case."""
_SEEN_OR_THOUGHT = frozenset((Kind.OBSERVATION, Kind.FORMULATION))


def of_clinician(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    """What a clinician's unit offers; the client's words that are told with it are added to `used`."""
    finished = finished_part(unit)
    if finished is None:
        return None
    cut = finished.exact != unit.exact  # what follows then answers what broke off
    unit = replace(finished, words=joined_up(finished.words))
    kind = clinician_kind(unit)
    if only_says_again(reading.units, unit, kind):
        return None
    if kind is Kind.PLAN and not asks_what_to_do(reading.units, unit, reading.kind_of):
        unit = with_its_hour(reading, unit)
        return _step_in(reading, unit, None if cut else answer_to(reading.units, unit), used)
    agreed = None if only_says_again(reading.units, unit, Kind.PLAN) else settled(reading, unit, used)
    return agreed or responded(reading, unit, used) or _done(reading, unit, kind, used)


def _done(reading: Reading, unit: Unit, kind: Kind | None, used: set[int]) -> Statement | None:
    """What is no step: a question with its short answer, or what the clinician saw, thought or did."""
    answer = answer_to(reading.units, unit)
    if unit.question and answer is not None:
        if ASKED_FOR_IDENTITY.search(unit.words) or _AGE_OR_NAME_OF_ANOTHER.search(unit.words):
            same = (one for one in reading.units if one.turn == answer.turn)
            used.update(one.index for one in same if one.length <= _MOST_OF_A_NAME)
            return None
        if _is_brief(unit) and is_short(answer):
            return _asked_in(reading, with_its_matter(reading.units, unit), answer, used)
    if unit.question:
        unit = with_its_matter(reading.units, unit)
    recalls = kind is Kind.PLAN and _asks_of_what_was(reading.units, unit)
    if kind is None or recalls or not _tells(reading, unit, kind):
        return None
    if kind is Kind.INTERVENTION and (reading.shown_by(unit) or _gives_words(reading.units, unit)):
        return None  # told by its name in `interventions`
    of_no_case = _ONLY_PRAISES.match(unit.words) or _NORMALISES.search(unit.words)
    if kind is Kind.FORMULATION and of_no_case and reading.shown_by(unit):
        return None
    return made(reading, kind, clinician_says(unit, kind, reading.fallback), (unit,))


def _gives_words(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician says what somebody might say or put down: "write down: I'll do two hours"."""
    first = unit
    while _AS_SELF.match(first.words) and first.index and units[first.index - 1].turn == first.turn:
        first = units[first.index - 1]
    return first is not unit and LETS_SAY.search(first.exact.strip()) is not None


def _step_in(reading: Reading, unit: Unit, answer: Unit | None, used: set[int]) -> Statement | None:
    """A next step with what the client answered to it, and with the words it points back at."""
    unit = with_doctor(reading.units, replace(unit, words=_ASKS_LEAVE.sub("", unit.words)))
    units = reading.units
    if opens(units, unit) or not _plans(unit) or is_agenda(units, unit) or _asks_of_what_was(units, unit):
        return None
    proposed = with_what_it_points_at(reading, unit)
    offers = answer is not None and OFFERS_A_DAY.match(unit.words) is not None
    tells = offers and answer is not None and _TELLS_WHAT_WAS.match(answer.words)
    if tells or not (offers or puts_a_step(proposed or unit, answer)):
        return None  # asked in the middle of a plan, and no part of it
    if answer is not None:
        answer = _comes_round(reading, answer) or answer
    terms = reading.terms_for(answer) if answer else reading.fallback
    said = planned(unit, answer, terms) if proposed is None else suggested(proposed, answer, terms)
    said = for_all(unit, terms) or said
    at = pointed_at(reading, unit)
    if at is None and f"suggested: {quoted(unit)}" in said.text:
        at = thing_before(reading, unit)
    if at is None and _ONLY_A_TIME.match(unit.words) and points_at(unit.words) in PERSONS:
        return None  # "last five minutes, when she's back"
    named = '"' not in said.text or unit.risk_in_words or _STEP_NAMED.search(unit.words)
    if at is None and ((reading.rambling and not named) or points_only(unit.words)):
        return None
    if answer is not None and not answer.risk_in_words:
        assents = is_assent(answer) and answer.length <= _MOST_ASSENT_WORDS
        if assents or f"answered: {quoted(answer)}" in said.text:
            used.add(answer.index)
    evidence = (unit,) if answer is None else (unit, answer)
    if at is not None:
        told = pointed(said, at, reading.terms_for(at))
        return made(reading, Kind.PLAN, told, (at, *evidence), place=unit)
    step = made(reading, Kind.PLAN, said, evidence)
    step = replace(step, more=SETTLED_IS_WORTH)
    # With several clients a step is for all of them, whoever answered first.
    return replace(step, speaker=None) if terms.several else step


def _asks_of_what_was(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician gathers up what was, to ask on of it: "a café, a coffee. What did you do?"."""
    if unit.question or _STEP_NAMED.search(unit.words):
        return False
    after = takewhile(lambda one: one.turn == unit.turn, units[unit.index + 1 :])
    return any(one.question and _OF_WHAT_WAS.search(one.words) for one in after)


def _comes_round(reading: Reading, answer: Unit) -> Unit | None:
    """The plain agreement with which a client ends who began with a groan: "oh no. Okay, Monday."."""
    if read_answer(answer.words or answer.exact) is not Answer.NO or answer.spoken_length > _MOST_OF_A_GROAN:
        return None
    rest = takewhile(lambda one: one.turn == answer.turn, reading.units[answer.index + 1 :])
    return next((one for one in rest if is_assent(one)), None)


def _asked_in(reading: Reading, unit: Unit, answer: Unit, used: set[int]) -> Statement | None:
    """A question with its short answer; or None where they can not be told as one."""
    if answer.index in used:
        return None
    qualified = goes_on(reading.units, unit, answer)
    said = answered(unit, answer, reading.terms_for(answer), qualified=qualified)
    risky = is_risk_detail(unit.words, reading.units[: unit.index])
    if said is None and risky:
        said = asked_exactly(unit, answer, reading.terms_for(answer))
    if said is None or not (risky or _tells_what_was_asked(unit, answer, said)):
        if reading.rambling:
            used.add(answer.index)
        return None
    used.add(answer.index)
    here = is_reflection(unit) or RATED.search(unit.words) or asks_how_it_was(reading, unit)
    kind = Kind.RESPONSE if here else Kind.REPORT
    statement = made(reading, kind, said, (unit, answer))
    return replace(statement, more=RATING_IS_WORTH) if is_rating(unit, answer) else statement


def _is_brief(question: Unit) -> bool:
    """Whether a question is short enough to stand in the sentence with its answer."""
    return not OFFER.search(question.words) and question.length <= _MOST_QUESTION_WORDS


def _plans(unit: Unit) -> bool:
    """Whether a step can be told: said whole, and no reflection of what the client needs."""
    if unit.risk_in_words:
        return True
    if not unit.question and word_count(_LED.sub("", unit.words)) < _LEAST_OF_A_STEP:
        return False  # "so tonight"
    if SETTLES_NOTHING.search(unit.words) or (OF_NOW.match(unit.words) and not NEXT_TIME.search(unit.words)):
        return False
    if (
        _TO_TELL.search(unit.words)
        or (TO_TELL_ME.search(unit.words) and not NEXT_TIME.search(unit.words))
        or leads_to_reflection(unit.words)
    ):
        return False
    return is_whole(unit) and unit.length <= _MOST_OF_A_STEP


_OF_A_TOPIC = ("When asked about ", "Regarding ")


def _tells_what_was_asked(question: Unit, answer: Unit, said: Said) -> bool:
    """Whether a question and its short answer, told as one, leave nobody asking what they are about."""
    if question.risk_in_words or is_rating(question, answer) or names_a_drug(question.words):
        return True
    asked = bare(question.words)
    if said.lead.endswith((" confirmed", " denied")):
        pointing = points_back(asked) or points_at_a_thing(said.rest.removeprefix("that "))
        return not pointing and reads_well(asked) and not _ABOUT_TALK.match(asked)
    if said.text.startswith(_OF_A_TOPIC) and answer.length == 1:
        return read_answer(answer.words) is not Answer.OTHER or says_something(answer.words)
    finer = word_count(asked) > _MOST_OF_A_TOPIC and said.text.startswith(_OF_A_TOPIC)
    if finer and _NO_MORE.fullmatch(answer.words.rstrip(".!")):
        return False  # whether to what was asked, the words of the topic do not say
    if said.text.startswith('When asked "') and not is_asked(question.exact):
        return False  # a remark with a question mark, quoted with a word that answers it
    return not _ADDS.match(answer.words) or answer.length >= _SHORTEST_REST


def _tells(reading: Reading, unit: Unit, kind: Kind) -> bool:
    """Whether what the clinician said can be told in a sentence, or quoted, and says anything."""
    if unit.risk_in_words:
        return True
    if kind in _SEEN_OR_THOUGHT and (is_vague(unit.words) or is_asked(unit.exact)):
        return False
    if not reads_well(unit.words) or (reading.rambling and not is_substantial(unit.words)):
        return False
    told = clinician_says(unit, kind, reading.fallback).text
    return not _disagrees(told, reading.fallback) and (
        _is_fit_to_quote(reading, unit, kind)
        if '"' in told
        else told.lower().count(reading.fallback.clinician_forms.subject.lower()) <= _MOST_NAMED
    )


def _is_fit_to_quote(reading: Reading, unit: Unit, kind: Kind) -> bool:
    if reading.rambling and unit.spoken_length > _MOST_OF_A_STEP:
        return False
    return is_quotable(unit) if kind in _SEEN_OR_THOUGHT else is_whole(unit) and not _is_idle(unit.words)


def _disagrees(told: str, terms: Terms) -> bool:
    """Whether the noun for the client stands before a verb that a pronoun would have there."""
    return bool(
        re.search(
            rf"(?<!help )(?<!let )(?<!make )\b{re.escape(terms.client_inside)} (?:do|are|have|were|like)\b",
            told,
        )
    )


def _is_idle(words: str) -> bool:
    """Whether what the clinician guides to names no matter: "let's start again"."""
    return not set(content_stems(words)) - _IDLE
