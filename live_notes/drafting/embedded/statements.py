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
from live_notes.drafting.embedded.beginnings import is_clause, is_thing
from live_notes.drafting.embedded.clinician import (
    asked_about,
    clinician_says,
    is_assent,
    is_reflection,
    planned,
)
from live_notes.drafting.embedded.corrections import taken_back
from live_notes.drafting.embedded.figures import in_figures
from live_notes.drafting.embedded.leaning import (
    fragment_asked,
    is_rating,
    is_risk_detail,
    pointed,
    pointing_at,
    with_question,
)
from live_notes.drafting.embedded.phrases import (
    Terms,
    answer_within,
    answered,
    asked_and_answered,
    client_reports,
    quoted,
)
from live_notes.drafting.embedded.saying import Said, whole
from live_notes.drafting.embedded.saying_much import is_amount, is_quotable, is_vague, is_whole
from live_notes.drafting.embedded.turns import asked_for, client_before, question_before
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.embedded.wholeness import is_cut_off, unbroken
from live_notes.drafting.embedded.worth import Seen, learned, recurring
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk import OFFER, RISK_WORDS
from live_notes.drafting.spec import Speaking

MOST_SHORT_ANSWER_WORDS = 9
_ANSWER_TURNS = 2
_MOST_ASSENT_WORDS = 4
_IDLE = frozenset(
    content_stems(
        "let start try go come back do thing talk look check again little bit time today now back earlier"
    )
)
_COMMON_STEMS = frozenset(content_stems("think thoughts feel feeling day days week time happen work"))
_MOST_QUESTION_WORDS = 25
_MOST_ASKED_BACK_WORDS = 7
_SHORTEST_REST = 4
_LEAST_WORDS = 3
_MOST_ECHOED = 3
_MOST_OF_A_NAME = 7
_RATED = 0.3
"""What a rating is worth on top: it is looked up again."""
_SOUNDS = re.compile(
    r"^(?:um+|uh+|er+m?|hm+|mm+|mm-?hm+|mhm|oh+|ah+|well|so|ohh|let's see|let me (?:see|think))\W*$",
    re.IGNORECASE,
)
_SEEN_OR_THOUGHT = frozenset((Kind.OBSERVATION, Kind.FORMULATION))
_UNHEARD = re.compile(r"[\[(](?:unintelligible|inaudible|crosstalk|indiscernible)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Statement:
    """A candidate sentence. `order` is its place in time; `stems` tell how alike two are.

    `lead` and `rest` are its two parts where it may go together with others (`saying.Said`). `speaker` is the
    client whose words it rests on, None for the clinician's alone. `more` is what it is worth on top.
    `asked` is the question that it answers. `section` is the title of the section it stands in, where that is
    known from elsewhere: the clinician's own heading, a phase of the session.
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
    asked: str = ""

    @cached_property
    def score(self) -> float:
        """How much of it a clinician's own note would keep."""
        return learned().of(self.seen) + self.more

    def __repr__(self) -> str:
        return f"<Statement {self.kind} {self.order} {len(self.text)} chars>"


@dataclass(frozen=True)
class _Reading:
    """A transcript being read: its units, who is called what, and how often words recur."""

    units: Sequence[Unit]
    terms: dict[str, Terms]
    fallback: Terms
    frequency: Counter[str]

    def terms_for(self, unit: Unit) -> Terms:
        return self.terms.get(unit.speaker, self.fallback)


def statements_of(units: Sequence[Unit], terms: dict[str, Terms], fallback: Terms) -> list[Statement]:
    """All candidate statements, in order. `terms` are by client speaker; `fallback` is for the rest."""
    frequency = Counter(
        stem for unit in units if not unit.backchannel for stem in set(content_stems(unit.words))
    )
    reading = _Reading(units, terms, fallback, frequency)
    found: list[Statement] = []
    used = set(taken_back(units))
    for unit in units:
        if unit.index in used or (is_aside(unit) and not RISK_WORDS.search(unit.words)):
            continue
        statement = _of_unit(reading, unit, used)
        if statement is not None:
            found.append(statement)
    return [*found, *_explored(reading)]


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
    unit, kind = finished, clinician_kind(finished)
    answer = _answer_to(reading, unit)
    if kind is Kind.PLAN:
        return _step(reading, unit, answer, used)
    if unit.question and answer is not None and ASKED_FOR_IDENTITY.search(unit.words):
        used.update(
            u.index for u in reading.units if u.turn == answer.turn and word_count(u.words) <= _MOST_OF_A_NAME
        )
        return None
    brief = unit.question and not OFFER.search(unit.words) and word_count(unit.words) <= _MOST_QUESTION_WORDS
    if brief and answer is not None and _is_short(answer):
        used.add(answer.index)
        qualified = _goes_on(reading, unit, answer)
        said = answered(unit, answer, reading.terms_for(answer), qualified=qualified)
        kind = Kind.RESPONSE if is_reflection(unit) else Kind.REPORT
        made = None if said is None else _make(reading, kind, said, (unit, answer))
        return replace(made, more=_RATED) if made and is_rating(unit, answer) else made
    if kind is None or not _tells(reading, unit, kind):
        return None
    return _make(reading, kind, clinician_says(unit, kind, reading.fallback), (unit,))


def _step(reading: _Reading, unit: Unit, answer: Unit | None, used: set[int]) -> Statement:
    """A next step with what the client answered to it, and with the words it points back at."""
    terms = reading.terms_for(answer) if answer else reading.fallback
    said = planned(unit, answer, terms)
    evidence = (unit,) if answer is None else (unit, answer)
    if answer is not None and not RISK_WORDS.search(answer.words):
        assents = is_assent(answer) and word_count(answer.words) <= _MOST_ASSENT_WORDS
        if assents or f"answered: {quoted(answer)}" in said.text:
            used.add(answer.index)
    before = client_before(reading.units, unit)
    answers = before is not None and question_before(reading.units, before) is not None
    at = pointing_at(unit, before, answers=answers)
    if at is not None:
        return _make(
            reading, Kind.PLAN, pointed(said, at, reading.terms_for(at)), (at, *evidence), place=unit
        )
    made = _make(reading, Kind.PLAN, said, evidence)
    # With several clients a step is for all of them, whoever answered first.
    return replace(made, speaker=None) if terms.several else made


def _tells(reading: _Reading, unit: Unit, kind: Kind) -> bool:
    """Whether what the clinician said can be told in a sentence, or quoted, and says anything."""
    if RISK_WORDS.search(unit.words):
        return True
    said = clinician_says(unit, kind, reading.fallback)
    if kind in _SEEN_OR_THOUGHT and is_vague(unit.words):
        return False
    if '"' not in said.text:
        return True
    return is_quotable(unit) if kind in _SEEN_OR_THOUGHT else is_whole(unit) and not _is_idle(unit.words)


def _is_idle(words: str) -> bool:
    """Whether what the clinician guides to names no matter: "let's start again"."""
    return not set(content_stems(words)) - _IDLE


def _of_client(reading: _Reading, unit: Unit) -> Statement | None:
    if not RISK_WORDS.search(unit.words):
        finished = _finished(unit)
        if finished is None or _asks_back(unit):
            return None
        unit = finished
    kind = client_kind(unit, after_intervention=_follows_intervention(reading, unit))
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
    if question is not None and (leans := with_question(question, unit, terms)) is not None:
        return _make(reading, kind, leans, (question, unit))
    told = client_reports(unit, terms, verb)
    if told.lead and not is_amount(unit.words):
        return None if is_vague(unit.words) else _make(reading, kind, told, (unit,))
    said = None if question is None else _answering(question, unit, terms)
    if question is not None and said is not None:
        return _make(reading, kind, said, (question, unit))
    return _make(reading, kind, told, (unit,)) if is_quotable(unit) and not is_amount(unit.words) else None


def _answering(question: Unit, unit: Unit, terms: Terms) -> Said | None:
    """What says too little alone, with what was asked; None where it had better be quoted, or left out."""
    if is_amount(unit.words):
        return asked_and_answered(question, unit, terms)
    within = answer_within(question, unit, terms)
    return within if within is not None or is_quotable(unit) else fragment_asked(question, unit, terms)


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


def _asks_back(unit: Unit) -> bool:
    """Whether the client only asks what was meant."""
    return unit.question and word_count(unit.words) <= _MOST_ASKED_BACK_WORDS


def _response_to(reading: _Reading, unit: Unit) -> Statement | None:
    """A response that only points back ("that actually helps"), with the words it answers; else nothing."""
    before = next((u for u in reversed(reading.units[: unit.index]) if not u.backchannel), None)
    if before is None or before.speaking is not Speaking.CLINICIAN or is_aside(before):
        return None
    if word_count(before.words) > _MOST_QUESTION_WORDS or unit.question:
        return None
    terms = reading.terms_for(unit)
    said = whole(
        f'In response to {quoted(before)[:-1].rstrip(".")}", {terms.client_inside} said: {quoted(unit)}'
    )
    return _make(reading, Kind.RESPONSE, said, (before, unit))


def _answer_to(reading: _Reading, unit: Unit) -> Unit | None:
    """The other side's first words after a unit that ends its turn, past a sound or an echo of it."""
    following = reading.units[unit.index + 1 :]
    first = next((u for u in following if u.speaking is Speaking.CLIENT or not u.backchannel), None)
    if first is None or first.speaking is not Speaking.CLIENT or first.turn - unit.turn > _ANSWER_TURNS:
        return None
    if not _is_echo(first, unit):
        return first
    rest = takewhile(
        lambda u: u.speaking is Speaking.CLIENT and u.turn == first.turn, reading.units[first.index + 1 :]
    )
    after = next((u for u in rest if not _is_echo(u, unit)), None)
    if after is None:
        return first
    return after if read_answer(after.exact) in {Answer.YES, Answer.NO} else None


def _is_echo(answer: Unit, question: Unit) -> bool:
    """Whether the first words of an answer only sound, or say again what was asked ("allergies? no")."""
    if _SOUNDS.match(answer.exact.strip()):
        return True
    if read_answer(answer.exact) in {Answer.YES, Answer.NO} or is_clause(answer.words):
        return False
    stems = set(content_stems(answer.words))
    return (
        bool(stems)
        and word_count(answer.words) <= _MOST_ECHOED
        and stems <= set(content_stems(question.words))
    )


def _goes_on(reading: _Reading, question: Unit, answer: Unit) -> bool:
    """Whether the client's turn goes on about what was asked, or turns it round with "but"."""
    asked = set(content_stems(question.words)) - _COMMON_STEMS
    rest = takewhile(
        lambda unit: unit.backchannel or unit.speaking is Speaking.CLIENT,
        reading.units[answer.index + 1 : answer.index + 5],
    )
    return any(
        asked & set(content_stems(unit.words))
        or unit.exact.lower().startswith(("but ", "except", "although", "well", "no,", "no ", "not "))
        for unit in rest
        if unit.speaking is Speaking.CLIENT
    )


def _is_short(answer: Unit) -> bool:
    """Whether an answer says too little without its question."""
    plain = read_answer(answer.exact) in {Answer.YES, Answer.NO}
    return word_count(answer.words) <= (MOST_SHORT_ANSWER_WORDS if plain else 6) and not answer.question


def _follows_intervention(reading: _Reading, unit: Unit) -> bool:
    """Whether the clinician's turn before this one did something, or gave back what was heard."""
    for before in reversed(reading.units[max(0, unit.index - 6) : unit.index]):
        if before.speaking is Speaking.CLINICIAN and not before.backchannel:
            return clinician_kind(before) is not None or is_reflection(before)
    return False


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


def _make(
    reading: _Reading, kind: Kind, said: Said, units: tuple[Unit, ...], place: Unit | None = None
) -> Statement:
    """The sentence; its place in time is that of the first unit, unless another is given."""
    words = " ".join(unit.words for unit in units)
    stems = content_stems(words)
    text = in_figures(said.text)
    at = (place or units[0]).index
    asked = asked_for(reading.units, units)
    risk = bool(RISK_WORDS.search(words)) or (bool(asked) and is_risk_detail(asked, reading.units[:at]))
    return Statement(
        kind=kind,
        text=text,
        evidence=tuple(dict.fromkeys(line for unit in units for line in unit.evidence)),
        seen=Seen(text, kind, at / max(1, len(reading.units)), recurring(stems, reading.frequency)),
        order=at,
        stems=frozenset(stems),
        must=risk and kind is not Kind.INTERVENTION,
        speaker=next((unit.speaker for unit in units if unit.speaking is Speaking.CLIENT), None),
        lead=said.lead,
        rest=in_figures(said.rest),
        asked=asked,
    )
