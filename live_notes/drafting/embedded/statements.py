"""Everything a transcript offers for a note: candidate sentences with kind, evidence and weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.act_words import ASKED_FOR_IDENTITY, BACKWARD
from live_notes.drafting.embedded.acts import client_kind, clinician_kind, is_aside
from live_notes.drafting.embedded.agreeing import RATED, agreed, is_substantial, leads_to_reflection
from live_notes.drafting.embedded.beginnings import is_clause, is_thing
from live_notes.drafting.embedded.clearness import (
    joined_up,
    reads_well,
    said_of_its_subject,
    without_tail,
)
from live_notes.drafting.embedded.clinician import (
    asked_about,
    clinician_says,
    is_assent,
    is_reflection,
    planned,
)
from live_notes.drafting.embedded.corrections import taken_back
from live_notes.drafting.embedded.figures import in_figures
from live_notes.drafting.embedded.exchanges import (
    answer_to,
    asks_back,
    follows_intervention,
    goes_on,
    is_short,
    question_before,
    rest_of_answer,
)
from live_notes.drafting.embedded.phrases import (
    Terms,
    answer_within,
    answered,
    asked_and_answered,
    client_reports,
    quoted,
)
from live_notes.drafting.embedded.questions import bare
from live_notes.drafting.embedded.quoting import is_fit_to_quote
from live_notes.drafting.embedded.rambling import rambles
from live_notes.drafting.embedded.referents import points_at, points_at_a_thing, points_back, resolved
from live_notes.drafting.embedded.saying import Said, whole
from live_notes.drafting.embedded.saying_much import (
    is_amount,
    is_quotable,
    is_vague,
    is_whole,
    matter_in,
    says_something,
)
from live_notes.drafting.embedded.units import Unit, is_asked
from live_notes.drafting.embedded.wholeness import is_cut_off, unbroken
from live_notes.drafting.embedded.worth import Seen, learned, recurring
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk import OFFER, RISK_WORDS
from live_notes.drafting.spec import Speaking

_MOST_ASSENT_WORDS = 4
_IDLE = frozenset(
    content_stems(
        "let start try go come back do thing talk look check again little bit time today now back earlier"
    )
)
_MOST_QUESTION_WORDS = 25
_ADDS = re.compile(r"(?:and|or|but|plus)\b", re.IGNORECASE)
_ABOUT_TALK = re.compile(
    r"(?:you(?:'re| are| were)|are you|were you) (?:saying|telling|talking)\b", re.IGNORECASE
)
_TO_TELL = re.compile(r"\byou to (?:be able to )?(?:tell|share|describe|say|explain)\b", re.IGNORECASE)
_STEP_NAMED = re.compile(
    r"^(?!if\b.*\bthat's\b)(?:.*\b(?:i'll|i will|i'm going to|i'd like|i want|i would|we'll|we will|we're going to|we can"
    r"|we could|we should|let's|you'll|you will|you should|you need to|you can|you could|would you|could you|can you"
    r"|will you|please|next|appointment|refer\w*|call|homework|follow|recommend|suggest)\b)",
    re.IGNORECASE,
)
_MOST_OF_A_STEP = 45
_MOST_NAMED = 2
"""How often a sentence may name the clinician; one that runs on does so more often."""
_MOST_TOLD_WITH = 14
_SHORTEST_REST = 4
_LEAST_WORDS = 3
_MOST_OF_A_NAME = 7
_SEEN_OR_THOUGHT = frozenset((Kind.OBSERVATION, Kind.FORMULATION))
_UNHEARD = re.compile(r"[\[(](?:unintelligible|inaudible|crosstalk|indiscernible)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Statement:
    """A candidate sentence. `order` is its place in time; `stems` tell how alike two are.

    `lead` and `rest` are its two parts where it may go together with others (`saying.Said`). `speaker` is the
    client whose words it rests on, None for the clinician's alone. `more` is what it is worth on top.
    `section` is the title of the section it stands in, where the clinician's own heading says so. `points`:
    the pronoun for something that it does not name, for which it needs the sentence before it.
    """

    kind: Kind
    text: str
    evidence: tuple[str, ...]
    seen: Seen
    order: int
    stems: frozenset[str]
    must: bool = False
    authored: bool = False
    lead: str = ""
    rest: str = ""
    speaker: str | None = None
    more: float = 0.0
    section: str | None = None
    points: str = ""

    @cached_property
    def score(self) -> float:
        """How much of it a clinician's own note would keep."""
        return learned().of(self.seen) + self.more

    def __repr__(self) -> str:
        return f"<Statement {self.kind} {self.order} {len(self.text)} chars>"


@dataclass(frozen=True)
class _Reading:
    """A transcript being read: its units, who is called what, how often words recur, and whether talk rambles."""

    units: Sequence[Unit]
    terms: dict[str, Terms]
    fallback: Terms
    frequency: Counter[str]
    rambling: bool = False

    def terms_for(self, unit: Unit) -> Terms:
        return self.terms.get(unit.speaker, self.fallback)


def statements_of(units: Sequence[Unit], terms: dict[str, Terms], fallback: Terms) -> list[Statement]:
    """All candidate statements, in order. `terms` are by client speaker; `fallback` is for the rest."""
    frequency = Counter(
        stem for unit in units if not unit.backchannel for stem in set(content_stems(unit.words))
    )
    reading = _Reading(units, terms, fallback, frequency, rambles(units))
    found: list[Statement] = []
    used = set(taken_back(units))
    for unit in units:
        if unit.index in used or (is_aside(unit) and not RISK_WORDS.search(unit.words)):
            continue
        statement = _of_unit(reading, unit, used)
        if statement is not None:
            found.append(statement)
    return [*found, *_agreements(reading, set(taken_back(units))), *_explored(reading)]


def _of_unit(reading: _Reading, unit: Unit, used: set[int]) -> Statement | None:
    match unit.speaking:
        case Speaking.CLINICIAN:
            return _of_clinician(reading, unit, used)
        case Speaking.CLIENT:
            return _of_client(reading, unit)
        case Speaking.AUTHOR:
            return None  # `author.statements` reads them
        case Speaking.OTHER | Speaking.UNKNOWN:
            lead = (
                "A speaker whose role is not known"
                if unit.speaking is Speaking.UNKNOWN
                else "Another participant"
            )
            return _make(reading, Kind.REPORT, whole(f"{lead} stated: {quoted(unit)}"), (unit,))


def _of_clinician(reading: _Reading, unit: Unit, used: set[int]) -> Statement | None:
    finished = _finished(unit)
    if finished is None:
        return None
    unit = replace(finished, words=joined_up(finished.words))
    kind = clinician_kind(unit)
    answer = answer_to(reading.units, unit)
    if kind is Kind.PLAN and not _plans(unit):
        return None
    if kind is Kind.PLAN:
        evidence = (unit,) if answer is None else (unit, answer)
        terms = reading.terms_for(answer) if answer else reading.fallback
        if answer is not None and is_assent(answer) and word_count(answer.words) <= _MOST_ASSENT_WORDS:
            used.add(answer.index)
        said = planned(unit, answer, terms)
        if '"' in said.text and not _STEP_NAMED.search(unit.words):
            return None
        return _make(reading, kind, said, evidence)
    if unit.question and answer is not None and ASKED_FOR_IDENTITY.search(unit.words):
        used.update(
            u.index for u in reading.units if u.turn == answer.turn and word_count(u.words) <= _MOST_OF_A_NAME
        )
        return None
    brief = unit.question and not OFFER.search(unit.words) and word_count(unit.words) <= _MOST_QUESTION_WORDS
    if brief and answer is not None and is_short(answer):
        used.add(answer.index)
        qualified = goes_on(reading.units, unit, answer)
        said = answered(unit, answer, reading.terms_for(answer), qualified=qualified)
        kind = Kind.RESPONSE if is_reflection(unit) or RATED.search(unit.words) else Kind.REPORT
        if said is None or not _tells_what_was_asked(unit, answer, said):
            return None
        return _make(reading, kind, said, (unit, answer))
    if kind is None or not _tells(reading, unit, kind):
        return None
    return _make(reading, kind, clinician_says(unit, kind, reading.fallback), (unit,))


def _plans(unit: Unit) -> bool:
    """Whether a step can be told: said whole, and no reflection of what the client needs."""
    asks_to_tell = _TO_TELL.search(unit.words)
    return (
        not asks_to_tell
        and not leads_to_reflection(unit.words)
        and is_whole(unit)
        and word_count(unit.words) <= _MOST_OF_A_STEP
    )


def _tells_what_was_asked(question: Unit, answer: Unit, said: Said) -> bool:
    """Whether a question and its short answer, told as one, leave nobody asking what they are about."""
    if RISK_WORDS.search(question.words):
        return True
    asked = bare(question.words)
    if said.lead.endswith((" confirmed", " denied")):
        pointing = points_back(asked) or points_at_a_thing(said.rest.removeprefix("that "))
        return not pointing and reads_well(asked) and not _ABOUT_TALK.match(asked)
    if said.text.startswith("When asked about ") and word_count(answer.words) == 1:
        return read_answer(answer.words) is not Answer.OTHER or says_something(answer.words)
    if said.lead or is_asked(question.exact) or not said.text.startswith('When asked "'):
        return not _ADDS.match(answer.words) or word_count(answer.words) >= _SHORTEST_REST
    return False  # a remark with a question mark, quoted with a word that answers it


def _tells(reading: _Reading, unit: Unit, kind: Kind) -> bool:
    """Whether what the clinician said can be told in a sentence, or quoted, and says anything."""
    if RISK_WORDS.search(unit.words):
        return True
    said = clinician_says(unit, kind, reading.fallback)
    if kind in _SEEN_OR_THOUGHT and (is_vague(unit.words) or is_asked(unit.exact)):
        return False
    if not reads_well(unit.words) or not is_substantial(unit.words):
        return False
    if _disagrees(said.text, reading.fallback):
        return False
    if '"' not in said.text:
        return said.text.lower().count(reading.fallback.clinician_forms.subject.lower()) <= _MOST_NAMED
    if reading.rambling and word_count(unit.exact) > _MOST_OF_A_STEP:
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


def _of_client(reading: _Reading, unit: Unit) -> Statement | None:
    if not RISK_WORDS.search(unit.words):
        finished = _finished(unit)
        if finished is None or asks_back(unit):
            return None
        unit = _as_written(finished)
    kind = client_kind(unit, after_intervention=follows_intervention(reading.units, unit))
    scrap = word_count(unit.words) < _LEAST_WORDS and not is_thing(unit.words.rstrip("."))
    if kind is None or (scrap and not RISK_WORDS.search(unit.words)):
        return None
    if kind is Kind.RESPONSE and BACKWARD.match(unit.words) and not RISK_WORDS.search(unit.words):
        return _response_to(reading, unit)
    verb = "stated" if kind is Kind.PLAN else "reported"
    terms, risk = reading.terms_for(unit), RISK_WORDS.search(unit.words)
    if risk:
        return _make(reading, kind, client_reports(unit, terms, verb), (unit,))
    return _told_by_client(reading, unit, kind, verb)


def _told_by_client(reading: _Reading, unit: Unit, kind: Kind, verb: str) -> Statement | None:
    """What a client said, alone where that is enough, else with what was asked; None where neither tells."""
    terms, question = reading.terms_for(unit), question_before(reading.units, unit)
    if is_amount(unit.words):
        if question is None:
            return None
        kind = Kind.RESPONSE if RATED.search(question.words) else kind
        return _make(reading, kind, asked_and_answered(question, unit, terms), (question, unit))
    named, by = resolved(unit, reading.units)
    told = client_reports(named, terms, verb)
    if kind is Kind.RESPONSE and points_back(named.words):
        return _response_to(reading, unit)
    if told.lead:
        if (
            is_vague(unit.words)
            or not _is_clear(unit)
            or (question is None and not told.rest.startswith("that "))
        ):
            return None
        points = points_at(named.words)
        if points and question is not None and _names_its_matter(question):
            return _make(reading, kind, asked_and_answered(question, unit, terms), (question, unit))
        return _resting_on(_make(reading, kind, told, (unit,)), by, points=points)
    answers = question is not None and is_whole(unit) and reads_well(unit.words)
    if answers and question is not None and (said := answer_within(question, unit, terms)) is not None:
        return _make(reading, kind, said, (question, unit))
    fit = is_fit_to_quote if reading.rambling else is_quotable
    if not fit(unit) or not _is_clear(unit):
        return None
    points = points_at(unit.words)
    if points and reading.rambling:
        return None
    return _resting_on(_make(reading, kind, client_reports(unit, terms, verb), (unit,)), None, points=points)


def _names_its_matter(question: Unit) -> bool:
    """Whether a question is short and whole, and says itself what it is about."""
    short = word_count(question.words) <= _MOST_TOLD_WITH
    return (
        short
        and is_asked(question.exact)
        and is_whole(question)
        and _is_clear(question)
        and not points_back(question.words)
    )


def _is_clear(unit: Unit) -> bool:
    """Whether what somebody said reads as a sentence and tells anything."""
    return reads_well(unit.words) and says_something(unit.words)


def _as_written(unit: Unit) -> Unit:
    """The unit as it is put down: without an end that was left, its subject said once."""
    words = said_of_its_subject(without_tail(joined_up(unit.words)))
    return replace(unit, words=words, exact=without_tail(unit.exact))


def _resting_on(statement: Statement, by: Unit | None, *, points: str) -> Statement:
    """The statement with the lines that say who is meant."""
    evidence = statement.evidence if by is None else (*by.evidence, *statement.evidence)
    return replace(statement, evidence=tuple(dict.fromkeys(evidence)), points=points)


def _agreements(reading: _Reading, used: set[int]) -> list[Statement]:
    """What the clinician gave back of what they had heard, and the client agreed to."""
    found = []
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.backchannel or unit.index in used:
            continue
        answer = answer_to(reading.units, unit)
        if answer is None or (unit.question and is_short(answer)) or RISK_WORDS.search(unit.words):
            continue  # a short answer to a question is told with it
        said = agreed(unit, answer, rest_of_answer(reading.units, answer), reading.terms_for(answer))
        if said is not None:
            found.append(_make(reading, Kind.RESPONSE, said, (unit, answer)))
    return found


def _finished(unit: Unit) -> Unit | None:
    """The unit without a last clause that breaks off; None when too little is left or words are missing."""
    if _UNHEARD.search(unit.exact):
        return None
    whole_unit = unbroken(unit)
    if whole_unit is None or not is_cut_off(whole_unit):
        return whole_unit
    unit = whole_unit
    exact, words = (text.rpartition(",")[0] for text in (unit.exact.rstrip(" ,"), unit.words))
    rest = replace(unit, exact=exact, words=words)
    kept = min(word_count(words), word_count(exact)) >= _SHORTEST_REST and not is_cut_off(rest)
    return rest if kept else None


def _response_to(reading: _Reading, unit: Unit) -> Statement | None:
    """A response that only points back ("that actually helps"), with the words it answers; else nothing."""
    before = next((u for u in reversed(reading.units[: unit.index]) if not u.backchannel), None)
    if before is None or before.speaking is not Speaking.CLINICIAN or is_aside(before):
        return None
    if word_count(before.words) > _MOST_QUESTION_WORDS or unit.question or not is_whole(unit):
        return None
    if not is_whole(before) or not reads_well(before.words) or not matter_in(before.words):
        return None  # what it answers would have to be quoted
    terms = reading.terms_for(unit)
    said = whole(
        f'In response to {quoted(before)[:-1].rstrip(".")}", {terms.client_inside} said: {quoted(unit)}'
    )
    return _make(reading, Kind.RESPONSE, said, (before, unit))


def _explored(reading: _Reading) -> list[Statement]:
    """The domains the clinician asked about, as one intervention."""
    asked: dict[str, tuple[str, Unit]] = {}
    for unit in reading.units:
        if unit.speaking is Speaking.CLINICIAN and unit.question and not is_aside(unit):
            if clinician_kind(unit) is Kind.PLAN:
                continue
            for domain, word in touched(unit.words)[:2]:
                if word.lower() not in TOO_BROAD:
                    asked.setdefault(domain.name, (word, unit))
    if not asked:
        return []
    questions = list(asked.values())
    units = tuple(unit for _, unit in questions)
    said = asked_about(questions, reading.fallback)
    return [_make(reading, Kind.INTERVENTION, said, units)]


def _make(reading: _Reading, kind: Kind, said: Said, units: tuple[Unit, ...]) -> Statement:
    words = " ".join(unit.words for unit in units)
    stems = content_stems(words)
    text = in_figures(said.text)
    place = units[0].index / max(1, len(reading.units))
    return Statement(
        kind=kind,
        text=text,
        evidence=tuple(dict.fromkeys(line for unit in units for line in unit.evidence)),
        seen=Seen(text, kind, place, recurring(stems, reading.frequency)),
        order=units[0].index,
        stems=frozenset(stems),
        must=bool(RISK_WORDS.search(words)) and kind is not Kind.INTERVENTION,
        speaker=next((unit.speaker for unit in units if unit.speaking is Speaking.CLIENT), None),
        lead=said.lead,
        rest=in_figures(said.rest),
    )
