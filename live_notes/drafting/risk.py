"""Mentions of risk: what was reported, what was denied when asked, what stays unclear.

Nothing here resolves a risk. A denial counts only when the clinician asked and the answer was a
plain no; a mention that is hedged, volunteered in the negative, figurative or raised by the
clinician without an answer is `unclear`, and a reported mention stands beside a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.author.risk import WRITTEN_PATTERNS, is_no_mention, is_only_asked, written_status
from live_notes.drafting.embedded.referents import asks_of_it
from live_notes.drafting.embedded.units import Unit, units_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import word_count
from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk_answers import (
    PLANNED,
    affirms,
    answer_proper,
    answered_status,
    answers_to,
    doubts,
    is_twice_no,
)
from live_notes.drafting.risk_asked_words import ASKED
from live_notes.drafting.risk_feared import is_feared_thought
from live_notes.drafting.risk_figures import is_figure, is_idle_threat, is_taken_for_a_joke
from live_notes.drafting.risk_frames import (
    asks_for_a_plan,
    asks_for_a_way,
    asks_for_belief,
    asks_for_its_way,
    asks_of_that,
    checks_that_there_is_none,
    is_contingent,
    is_invitation,
    is_of_a_crash,
    is_of_people,
    is_only_thought,
    is_passive,
    is_said_to_everybody,
    only_checks,
    said_in_jest,
    tells_of_a_wound,
    told_without_a_name,
)
from live_notes.drafting.risk_items import DISCLOSED, SUPPOSED, Mention, items_of
from live_notes.drafting.risk_matches import denies_no_use, is_negated, kinds_in, matches_in
from live_notes.drafting.risk_measures import status_of_item
from live_notes.drafting.risk_past import answers_of_then, is_past, told_of_then
from live_notes.drafting.risk_persons import (
    is_all_of_others,
    is_asked_of_another,
    of_another,
    others_told,
    whose,
)
from live_notes.drafting.risk_turns import asked_before, named_before, turn_before, turn_of
from live_notes.drafting.risk_words import PATTERNS, RISK_WORDS, RiskPattern
from live_notes.drafting.spec import EvidenceLine, Speaking

__all__ = ["OFFER", "RISK_WORDS", "find_risks", "kinds_in", "risks_of"]

_OF_PEOPLE = re.compile(
    r"^(?:some|most|other|many|lots of|a lot of)? ?(?:people|folks|kids|men|women)\b", re.IGNORECASE
)
_DEFINE = re.compile(r"(?:define|what counts as|depends what you (?:mean|call))\b", re.IGNORECASE)
_MAY_BE_PAST = frozenset((RiskKind.SUICIDE, RiskKind.SELF_HARM))
"""Risks of which a note tells what was long ago apart from what is so."""
_BY_CHANCE = re.compile(r"\b(?:fall|fell|falling|trip(?:ped)?|slip(?:ped)?|lift(?:ed|ing)?)\b", re.IGNORECASE)
_ITCHING = re.compile(r"\b(?:itch\w*|rash|eczema)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"\byourself\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?]|\bbut\b|\bbecause\b", re.IGNORECASE)
_PAST_ONLY = re.compile(r"\b(?:any ?more|any longer)\b", re.IGNORECASE)
OFFER = re.compile(
    r"\b(?:is there|are there|was there)\b[^?]*\b(?:i|we) (?:can|could)\b"
    r"|\b(?:can|could|may|shall|should) (?:i|we)\b|\bwould you (?:like|mind|be (?:willing|open))\b"
    r"|\bis (?:it|that) (?:ok|okay|all right|alright)\b|\bdo you want (?:me|us|to talk|to hear|to know)\b",
    re.IGNORECASE,
)
"""An offer or a request for leave that names a risk: its answer says nothing about the risk."""
_OF_THOUGHT = re.compile(r"\b(?:thoughts?|thinking|felt|feelings?|feeling|urges?|wish\w*)\b", re.IGNORECASE)
"""What comes and goes; a deed that was named has happened, whatever is answered of the time since."""
_ASKED_OF_MORE = tuple(one for one in ASKED if one.kind is RiskKind.HARM_TO_OTHERS and not one.certain)
"""A no to these ("have you carried a knife?") denies no thoughts of harm."""
_AND_NOW = re.compile(
    r"^(?:and |but |so |okay,? )*(?:what about |how about |any )?(?:now|today|right now|at the moment"
    r"|these days|currently|lately|recently|since then|this week)\?$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:have|has|had)(?:n't| not) ", re.IGNORECASE)
"""Words of a risk that say themselves that it is over: "haven't cut since"."""
_REACH = 8
"""Units back to the question that "and now?" asks again."""
_SOON = 16
"""Units back to the risk of which "any plan?" asks."""
_BEHIND = 3
_A_FEW_WORDS = 9


def find_risks(lines: Sequence[EvidenceLine]) -> tuple[RiskItem, ...]:
    """Every mention of risk in a transcript, grouped by kind and status, with evidence and exact quotes."""
    return risks_of(units_of(lines))


def risks_of(units: Sequence[Unit]) -> tuple[RiskItem, ...]:
    """The same for lines that are already cut into units."""
    mentions = [mention for unit in units for mention in _mentions(units, unit)]
    return items_of(mentions)


def _mentions(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    if unit.speaking is Speaking.AUTHOR:
        yield from _written(unit)
    elif unit.speaking is Speaking.CLINICIAN:
        yield from _of_clinician(units, unit)
    else:
        yield from _of_client(units, unit)


def _written(unit: Unit) -> Iterator[Mention]:
    for pattern, match in matches_in(unit.exact, WRITTEN_PATTERNS):
        if not is_no_mention(match.string, match):
            status = written_status(match.string, pattern, match)
            weak = status is RiskStatus.UNCLEAR and is_only_asked(match.string, match)
            yield Mention(pattern.kind, status, (unit,), weak=weak)


def _of_client(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    found = list(matches_in(unit.exact))
    others = dict(others_told(units, unit))
    for pattern, match in found:
        who = whose(units, unit, pattern.kind, match)
        if who is not None:
            others.setdefault(pattern.kind, who)
    plain = {pattern.kind for pattern, _ in found if pattern.certain}
    for pattern, match in found:
        idle = is_of_a_crash(units, unit, match) or _is_idle(units, unit, pattern, match)
        if not idle and pattern.kind not in others and (pattern.certain or pattern.kind not in plain):
            yield _dated(units, unit, _by_client(units, unit, pattern, match))
    for kind, who in others.items():
        drinks = kind is RiskKind.SUBSTANCE_USE
        yield Mention(kind, RiskStatus.UNCLEAR, (unit,), weak=drinks, rank=DISCLOSED, whose=who)
    for kind in told_without_a_name(unit) - {pattern.kind for pattern, _ in found} - others.keys():
        yield from _without_a_name(units, unit, kind)


def _is_idle(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    if pattern.kind is not RiskKind.HARM_TO_OTHERS:
        return False
    asked = named_before(units, unit, pattern.kind) is not None
    return not asked and is_idle_threat(match, turn_of(units, unit), unit)


def _dated(units: Sequence[Unit], unit: Unit, mention: Mention) -> Mention:
    """What a client tells, marked where it was long ago."""
    told = mention.kind in _MAY_BE_PAST and mention.status is not RiskStatus.DENIED
    return replace(mention, past=True, weak=False) if told and is_past(units, unit) else mention


def _of_clinician(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    if _AND_NOW.match(unit.words):
        yield from _asked_of_now(units, unit)
    found = [] if is_invitation(unit) else _named_by_clinician(unit)
    for pattern, match in found:
        if (who := is_asked_of_another(units, unit, pattern.kind, match)) is not None:
            drinks = pattern.kind is RiskKind.SUBSTANCE_USE
            kept = (unit, *(answers_to(units, unit) or ()))
            yield Mention(pattern.kind, RiskStatus.UNCLEAR, kept, weak=drinks, whose=who)
        elif not (is_said_to_everybody(units, unit) or is_of_people(unit)):
            yield from _with_what_was(units, _by_clinician(units, unit, pattern))
        elif (asked := _asked_of_it(units, unit, pattern)) is not None and not only_checks(asked.units[1]):
            yield asked
    if found or not unit.question:
        return
    answers = answers_to(units, unit)
    if answers is not None and tells_of_a_wound(units, unit, answers):
        yield Mention(RiskKind.SELF_HARM, RiskStatus.REPORTED, (unit, *answers), rank=DISCLOSED)
    elif answers is not None and (
        asks_for_a_plan(unit) or asks_for_its_way(units, unit) or asks_of_that(unit)
    ):
        for mention in _planned(units, unit, answers):
            yield from _with_what_was(units, mention)


def _goes_on(units: Sequence[Unit], question: Unit) -> bool:
    """Whether a question asks on of a risk that was named before."""
    return asks_for_a_plan(question) or asks_of_that(question) or asks_for_its_way(units, question)


def _named_by_clinician(unit: Unit) -> list[tuple[RiskPattern, re.Match[str]]]:
    """The risks a clinician names, in a question also in words that ask of one without its name."""
    found = list(matches_in(unit.exact))
    if not unit.question:
        return found
    kinds = {pattern.kind for pattern, _ in found}
    return found + [one for one in matches_in(unit.exact, ASKED) if one[0].kind not in kinds]


def _with_what_was(units: Sequence[Unit], mention: Mention) -> Iterator[Mention]:
    """What was asked and answered, with what the answer tells of long ago as a finding of its own."""
    answers = tuple(one for one in mention.units if one.speaking is not Speaking.CLINICIAN)
    question = mention.units[0]
    if mention.kind not in _MAY_BE_PAST or not answers:
        yield mention
    elif mention.status is not RiskStatus.DENIED and answers_of_then(question, answers):
        yield replace(mention, status=RiskStatus.REPORTED, past=True, weak=False)
    else:
        yield mention
        said = [one for one in turn_of(units, answers[-1]) if one.index >= answers[0].index]
        then = told_of_then(said) if mention.status is RiskStatus.DENIED else ()
        named = {kind for one in then for kind in kinds_in(one.exact) & PLANNED}
        if then and (not named or mention.kind in named):
            yield Mention(mention.kind, RiskStatus.REPORTED, (question, *then), past=True)


def _planned(units: Sequence[Unit], question: Unit, answers: tuple[Unit, ...]) -> Iterator[Mention]:
    """What is answered to "any plan?", of the risk that was last spoken of."""
    near = reversed(units[max(0, question.index - _SOON) : question.index])
    named = next((one for one in near if kinds_in(one.exact) & PLANNED or _tells_of_others(units, one)), None)
    if named is None or (is_all_of_others(units, named) and not asks_of_that(question)):
        return
    kinds = kinds_in(named.exact) & PLANNED
    for kind in (one for one in RiskKind if one in kinds):
        pattern = next(pattern for pattern in PATTERNS if pattern.kind is kind)
        status = answered_status(question, answers, pattern)
        if status is RiskStatus.UNCLEAR and (asks_for_a_way(question) or doubts(answers)):
            told = RiskStatus.UNCLEAR if doubts(answers) else RiskStatus.REPORTED
            yield Mention(kind, told, (question, *answers))
        else:
            kept = (question, *answer_proper(answers))
            yield Mention(kind, status, kept, weak=status is RiskStatus.UNCLEAR)


def _tells_of_others(units: Sequence[Unit], unit: Unit) -> bool:
    return unit.speaking is Speaking.CLIENT and any(True for _ in others_told(units, unit))


def _without_a_name(units: Sequence[Unit], unit: Unit, kind: RiskKind) -> Iterator[Mention]:
    """A thought of not being there, or an urge, told when the clinician had named the risk just before."""
    asked, turn = named_before(units, unit, kind), turn_of(units, unit)
    none = kind is RiskKind.SUICIDE and read_answer(" ".join(one.exact for one in turn)) is Answer.NO
    if asked is None or none:
        return
    behind = [one for one in turn if one.index > unit.index][:_BEHIND]
    yield Mention(kind, RiskStatus.REPORTED, (asked, unit, *behind), rank=DISCLOSED)


def _by_clinician(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> Mention:
    kind, unclear = pattern.kind, RiskStatus.UNCLEAR
    if unit.question and is_contingent(unit):
        behind = answers_to(units, unit) or ()
        refused = bool(behind) and read_answer(behind[0].exact) is Answer.NO
        return Mention(kind, unclear, (unit, *behind), weak=not refused, rank=SUPPOSED)
    if not unit.question or OFFER.search(unit.exact):
        denied = _read_out(units, unit, pattern) or _agreed_to_none(units, unit, pattern)
        return denied or _asked_of_it(units, unit, pattern) or Mention(kind, unclear, (unit,), weak=True)
    answers = answers_to(units, unit)
    if answers is None:
        return Mention(kind, unclear, (unit,), weak=kind is RiskKind.SUBSTANCE_USE)
    status = answered_status(unit, answers, pattern)
    if status is RiskStatus.DENIED and pattern in _ASKED_OF_MORE:
        status = unclear
    # An answer that names the risk itself is judged where it is spoken.
    spoken = any(_speaks_of(kind, answer) for answer in answers)
    beside = kind is RiskKind.SUBSTANCE_USE and read_answer(answers[0].exact) is Answer.OTHER
    weak = (spoken or beside or answers[0].question) and status is unclear
    kept = answers if status is unclear or affirms(answers[0]) else answer_proper(answers)
    return Mention(kind, status, (*_with_more(units, unit), *kept), weak=weak)


def _speaks_of(kind: RiskKind, answer: Unit) -> bool:
    return kind in kinds_in(answer.exact) or (kind is RiskKind.SUICIDE and is_passive(answer))


def _with_more(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...]:
    """A question with what is added to it: "Any thoughts of suicide? Any plans?"."""
    after = takewhile(lambda one: one.turn == question.turn and one.question, units[question.index + 1 :])
    return (question, *after)


def _read_out(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> Mention | None:
    """What the client agrees to have put, or says once they know what was asked."""
    answers = None if pattern.inverted else answers_to(units, unit)
    if answers is None:
        return None
    if status_of_item(unit, answers) is not None or _makes_clear(units, unit):
        kept = answer_proper(answers)
        return Mention(pattern.kind, answered_status(unit, answers, pattern), (unit, *kept))
    return None


def _makes_clear(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician says no more than what their question meant, since the client asked."""
    before = units[unit.index - 1] if unit.index else None
    asked = before is not None and before.speaking is Speaking.CLIENT and before.question
    return asked and word_count(unit.words) <= _A_FEW_WORDS


def _agreed_to_none(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> Mention | None:
    """A plain no to "no thoughts of suicide.", said as a statement to be agreed to."""
    if pattern.inverted or not checks_that_there_is_none(unit):
        return None
    answers = answers_to(units, unit)
    if answers is None or answered_status(unit, answers, pattern) is not RiskStatus.DENIED:
        return None
    return Mention(pattern.kind, RiskStatus.DENIED, (unit, *answer_proper(answers)))


def _asked_of_it(units: Sequence[Unit], named: Unit, pattern: RiskPattern) -> Mention | None:
    """A risk that the clinician names and asks about in the next words: "... has that happened since?"."""
    question = units[named.index + 1] if named.index + 1 < len(units) else None
    if question is None or question.turn != named.turn or not question.question:
        return None
    answers = answers_to(units, question) if asks_of_it(question.words) else None
    if answers is None:
        return None
    if read_answer(answers[0].exact) is Answer.YES or affirms(answers[0]):
        return Mention(pattern.kind, RiskStatus.REPORTED, (named, question, *answers))
    denied = answered_status(question, answers, pattern) is RiskStatus.DENIED
    if denied and _OF_THOUGHT.search(named.exact + question.exact):
        return Mention(pattern.kind, RiskStatus.DENIED, (named, question, *answer_proper(answers)))
    return None


def _asked_of_now(units: Sequence[Unit], question: Unit) -> Iterator[Mention]:
    """What "and now?" asks of: each risk of the question before it."""
    earlier = reversed(units[max(0, question.index - _REACH) : question.index])
    asked = next((one for one in earlier if one.speaking is Speaking.CLINICIAN and one.question), None)
    answers = answers_to(units, question)
    if asked is None or answers is None:
        return
    for pattern, _ in matches_in(asked.exact):
        yield Mention(pattern.kind, answered_status(question, answers, pattern), (asked, question, *answers))


def _by_client(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> Mention:
    jest = said_in_jest(units, unit) if pattern.kind is RiskKind.HARM_TO_OTHERS else ()
    if jest:
        return Mention(pattern.kind, RiskStatus.UNCLEAR, (unit, *jest))
    negated = is_negated(unit.exact, match) or bool(_ENDED.match(match.group()))
    asked = asked_before(units, unit, pattern.kind) or named_before(units, unit, pattern.kind)
    where = (unit,) if asked is None else (asked, unit)
    some, told = negated and denies_no_use(unit.exact, match), negated and asked and not pattern.certain
    if some or (_may_not_be_meant(units, unit, pattern, match) and not told):
        denied = asked is not None and is_twice_no(turn_of(units, unit))
        where = where if pattern.kind in PLANNED else (unit,)
        drinks = some and pattern.kind is RiskKind.SUBSTANCE_USE
        other = of_another(pattern.kind, match)
        return Mention(pattern.kind, RiskStatus.UNCLEAR, where, weak=denied or drinks or other)
    if pattern.inverted:
        status = RiskStatus.REPORTED if negated else RiskStatus.UNCLEAR
        return Mention(pattern.kind, status, (unit,), weak=not negated, rank=DISCLOSED)
    if not negated:
        return Mention(pattern.kind, RiskStatus.REPORTED, where, rank=DISCLOSED)
    if asked is None or read_answer(unit.exact) is Answer.UNCLEAR or _PAST_ONLY.search(unit.exact):
        return Mention(pattern.kind, RiskStatus.UNCLEAR, (unit,), weak=True)
    return Mention(pattern.kind, RiskStatus.DENIED, (asked, unit))


def _may_not_be_meant(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether the words may speak of something else: of another, of a chance, of a thought that is held."""
    if pattern.kind is RiskKind.SELF_HARM and _is_accident(unit.exact, match):
        return True
    people = _OF_PEOPLE.match(unit.words) or _DEFINE.match(unit.words) or of_another(pattern.kind, match)
    if unit.question or people:
        return True
    before = match.string[: match.start()]
    if is_figure(match) or is_taken_for_a_joke(turn_of(units, unit), unit):
        return True
    if pattern.kind is RiskKind.HARM_TO_OTHERS:
        believed = any(asks_for_belief(one) for one in turn_before(units, unit))
        feared = is_feared_thought(units, unit, before)
        return not pattern.certain or believed or feared or is_only_thought(before)
    return not pattern.certain and not _answers_what_was_named(units, unit, pattern)


def _answers_what_was_named(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> bool:
    """Whether words that may be a figure of speech answer, without a no, a question about that very risk."""
    if pattern.kind is not RiskKind.SUICIDE or named_before(units, unit, pattern.kind) is None:
        return False
    return read_answer(turn_of(units, unit)[0].exact) is not Answer.NO


def _is_accident(text: str, match: re.Match[str]) -> bool:
    """Whether somebody may get hurt by chance, or anybody is meant ("injure yourself")."""
    before = _SENTENCE.split(text[: match.start()])[-1]
    if _ITCHING.search(text):
        return True
    return bool(_BY_CHANCE.search(before) or _ANYBODY.search(match.group()))
