"""Mentions of risk: what was reported, what was denied when asked, what stays unclear.

Nothing here resolves a risk. A denial counts only when the clinician asked and the answer was a
plain no; a mention that is hedged, volunteered in the negative, figurative or raised by the
clinician without an answer is `unclear`, and a reported mention stands beside a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from live_notes.drafting.author.risk import WRITTEN_PATTERNS, is_no_mention, is_only_asked, written_status
from live_notes.drafting.embedded.referents import asks_of_it
from live_notes.drafting.embedded.units import Unit, units_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk_answers import (
    PLANNED,
    affirms,
    answer_proper,
    answered_status,
    answers_to,
    doubts,
    is_twice_no,
    without_what_is_told,
)
from live_notes.drafting.risk_figures import is_figure, is_taken_for_a_joke
from live_notes.drafting.risk_frames import (
    asks_for_a_plan,
    asks_for_a_way,
    asks_for_belief,
    asks_for_its_way,
    checks_that_there_is_none,
    is_contingent,
    is_invitation,
    is_of_a_crash,
    is_only_thought,
    is_passive,
    is_said_to_everybody,
    only_checks,
    said_in_jest,
    tells_of_a_wound,
    told_without_a_name,
)
from live_notes.drafting.risk_matches import denies_no_use, is_negated, kinds_in, matches_in
from live_notes.drafting.risk_words import PATTERNS, RISK_WORDS, RiskPattern
from live_notes.drafting.spec import EvidenceLine, Speaking

__all__ = ["OFFER", "RISK_WORDS", "find_risks", "kinds_in", "risks_of"]

_OF_PEOPLE = re.compile(
    r"^(?:some|most|other|many|lots of|a lot of)? ?(?:people|folks|kids|men|women)\b", re.IGNORECASE
)
_OWN_KINDS = {RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.SUBSTANCE_USE}
"""Risks of the client alone; what others do to the client is of concern as it is."""
_SELF = re.compile(r"\b(?:i|i'(?:m|ve|d|ll)|me|my|myself)\b", re.IGNORECASE)
_BY_CHANCE = re.compile(r"\b(?:fall|fell|falling|trip(?:ped)?|slip(?:ped)?|lift(?:ed|ing)?)\b", re.IGNORECASE)
_ITCHING = re.compile(r"\b(?:itch\w*|rash|eczema)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"\byourself\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?]|\bbut\b|\bbecause\b", re.IGNORECASE)
_OTHERS_OWN = re.compile(r"\b(?:himself|herself|themselves|themself)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:(?P<other>he|she|they|he's|she's|they're|he'd|she'd|they'd|his|her|their|someone|somebody"
    r"|everyone|everybody"
    r"|(?:my|our|a|the|his|her)\s+(?:\w+\s+)?(?:husband|wife|partner|ex|boyfriend|girlfriend|mother|mom|mum"
    r"|father"
    r"|dad|brother|sister|son|daughter|kids?|children|parents?|cousin|uncle|aunt|grand\w+|friends?|boss"
    r"|roommate|neighbou?rs?|family|doctor)(?:'s)?)"
    r"|i|i'm|i've|i'd|i'll|me|my|myself|we|we're|we've)(?![\w'])",
    re.IGNORECASE,
)
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
_STATUS_ORDER = (RiskStatus.REPORTED, RiskStatus.UNCLEAR, RiskStatus.DENIED)
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
_A_TURN, _BEHIND, _MAX_QUOTES, _MOST_OF_ONE = 2, 3, 8, 4


_DISCLOSED, _ASKED, _SUPPOSED = range(3)


@dataclass(frozen=True)
class _Mention:
    """One finding before findings are put together. `weak` ones give way to any other of their kind.

    `rank` says how much it tells beside others of its status: what the client disclosed comes first.
    """

    kind: RiskKind
    status: RiskStatus
    units: tuple[Unit, ...]
    weak: bool = False
    rank: int = _ASKED


def find_risks(lines: Sequence[EvidenceLine]) -> tuple[RiskItem, ...]:
    """Every mention of risk in a transcript, grouped by kind and status, with evidence and exact quotes."""
    return risks_of(units_of(lines))


def risks_of(units: Sequence[Unit]) -> tuple[RiskItem, ...]:
    """The same for lines that are already cut into units."""
    mentions = [mention for unit in units for mention in _mentions(units, unit)]
    items: list[RiskItem] = []
    for kind in RiskKind:
        of_kind = [m for m in mentions if m.kind is kind]
        strong = [m for m in of_kind if not m.weak] or of_kind
        of_it = [
            _item(kind, status, group)
            for status in _STATUS_ORDER
            if (group := [mention for mention in strong if mention.status is status])
        ]
        items += without_what_is_told(of_it) if kind is RiskKind.SUBSTANCE_USE else of_it
    return tuple(items)


def _item(kind: RiskKind, status: RiskStatus, mentions: Sequence[_Mention]) -> RiskItem:
    """The findings as one, the telling ones first, an answer always behind its question."""
    told = sorted(mentions, key=lambda one: (one.rank, one.units[0].index))
    units = list({unit.index: unit for mention in told for unit in mention.units}.values())
    return RiskItem(
        kind=kind,
        status=status,
        evidence=tuple(dict.fromkeys(line for unit in units for line in unit.evidence)),
        quotes=_quotes(told),
    )


def _quotes(told: Sequence[_Mention]) -> tuple[str, ...]:
    """The words of the first findings; of several the beginning of each, none cut off behind its question."""
    each = _MAX_QUOTES if len(told) == 1 else _MOST_OF_ONE
    quotes: dict[int, str] = {}
    for mention in told:
        more = {unit.index: unit.exact for unit in mention.units[:each] if unit.index not in quotes}
        if len(quotes) + len(more) <= _MAX_QUOTES:
            quotes |= more
    return tuple(quotes.values())


def _mentions(units: Sequence[Unit], unit: Unit) -> Iterator[_Mention]:
    if unit.speaking is Speaking.AUTHOR:
        for pattern, match in matches_in(unit.exact, WRITTEN_PATTERNS):
            if is_no_mention(match.string, match):
                continue
            status = written_status(match.string, pattern, match)
            weak = status is RiskStatus.UNCLEAR and is_only_asked(match.string, match)
            yield _Mention(pattern.kind, status, (unit,), weak=weak)
        return
    if unit.speaking is Speaking.CLINICIAN:
        yield from _of_clinician(units, unit)
        return
    found = list(matches_in(unit.exact))
    plain = {pattern.kind for pattern, _ in found if pattern.certain}
    for pattern, match in found:
        if (pattern.certain or pattern.kind not in plain) and not is_of_a_crash(units, unit, match):
            yield _by_client(units, unit, pattern, match)
    for kind in told_without_a_name(unit) - {pattern.kind for pattern, _ in found}:
        yield from _without_a_name(units, unit, kind)


def _of_clinician(units: Sequence[Unit], unit: Unit) -> Iterator[_Mention]:
    if _AND_NOW.match(unit.words):
        yield from _asked_of_now(units, unit)
    found = [] if is_invitation(unit) else list(matches_in(unit.exact))
    for pattern, _ in found:
        if not is_said_to_everybody(units, unit):
            yield _by_clinician(units, unit, pattern)
        elif (asked := _asked_of_it(units, unit, pattern)) is not None and not only_checks(asked.units[1]):
            yield asked
    if found or not unit.question:
        return
    answers = answers_to(units, unit)
    if answers is not None and tells_of_a_wound(units, unit, answers):
        yield _Mention(RiskKind.SELF_HARM, RiskStatus.REPORTED, (unit, *answers), rank=_DISCLOSED)
    elif answers is not None and (asks_for_a_plan(unit) or asks_for_its_way(units, unit)):
        yield from _planned(units, unit, answers)


def _planned(units: Sequence[Unit], question: Unit, answers: tuple[Unit, ...]) -> Iterator[_Mention]:
    """What is answered to "any plan?", of the risk that was last spoken of."""
    near = reversed(units[max(0, question.index - _SOON) : question.index])
    kinds = next((own for one in near for own in [kinds_in(one.exact) & PLANNED] if own), frozenset())
    for kind in (one for one in RiskKind if one in kinds):
        pattern = next(pattern for pattern in PATTERNS if pattern.kind is kind)
        status = answered_status(question, answers, pattern)
        if status is RiskStatus.UNCLEAR and (asks_for_a_way(question) or doubts(answers)):
            told = RiskStatus.UNCLEAR if doubts(answers) else RiskStatus.REPORTED
            yield _Mention(kind, told, (question, *answers))
        else:
            kept = (question, *answer_proper(answers))
            yield _Mention(kind, status, kept, weak=status is RiskStatus.UNCLEAR)


def _without_a_name(units: Sequence[Unit], unit: Unit, kind: RiskKind) -> Iterator[_Mention]:
    """A thought of not being there, or an urge, told when the clinician had named the risk just before."""
    asked, turn = _named_before(units, unit, kind), _turn_of(units, unit)
    none = kind is RiskKind.SUICIDE and read_answer(" ".join(one.exact for one in turn)) is Answer.NO
    if asked is None or none:
        return
    behind = [one for one in turn if one.index > unit.index][:_BEHIND]
    yield _Mention(kind, RiskStatus.REPORTED, (asked, unit, *behind), rank=_DISCLOSED)


def _turn_of(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The units of the same turn, as far as they are near."""
    near = units[max(0, unit.index - _REACH) : unit.index + _REACH]
    return [one for one in near if one.turn == unit.turn and one.speaker == unit.speaker]


def _turn_before(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """What the clinician said in the turn before."""
    near = units[max(0, unit.index - 2 * _REACH) : unit.index]
    return [one for one in near if one.speaking is Speaking.CLINICIAN and one.turn == unit.turn - 1]


def _named_before(units: Sequence[Unit], unit: Unit, kind: RiskKind) -> Unit | None:
    """Where the clinician named a risk in the turn before this one, or in that before a listening noise."""
    for before in reversed(units[max(0, unit.index - 2 * _REACH) : unit.index]):
        if before.turn == unit.turn or before.backchannel:
            continue
        if before.speaking is not Speaking.CLINICIAN or unit.turn - before.turn > _A_TURN:
            return None
        if kind in kinds_in(before.exact) and not is_said_to_everybody(units, before):
            return before
    return None


def _by_clinician(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> _Mention:
    kind, unclear = pattern.kind, RiskStatus.UNCLEAR
    if unit.question and is_contingent(unit):
        behind = answers_to(units, unit) or ()
        refused = bool(behind) and read_answer(behind[0].exact) is Answer.NO
        return _Mention(kind, unclear, (unit, *behind), weak=not refused, rank=_SUPPOSED)
    if not unit.question or OFFER.search(unit.exact):
        denied = _agreed_to_none(units, unit, pattern)
        return denied or _asked_of_it(units, unit, pattern) or _Mention(kind, unclear, (unit,), weak=True)
    answers = answers_to(units, unit)
    if answers is None:
        return _Mention(kind, unclear, (unit,), weak=kind is RiskKind.SUBSTANCE_USE)
    status = answered_status(unit, answers, pattern)
    # An answer that names the risk itself is judged where it is spoken.
    spoken = any(_speaks_of(kind, answer) for answer in answers)
    beside = kind is RiskKind.SUBSTANCE_USE and read_answer(answers[0].exact) is Answer.OTHER
    weak = (spoken or beside) and status is unclear
    kept = answers if status is unclear or affirms(answers[0]) else answer_proper(answers)
    return _Mention(kind, status, (*_with_more(units, unit), *kept), weak=weak)


def _speaks_of(kind: RiskKind, answer: Unit) -> bool:
    return kind in kinds_in(answer.exact) or (kind is RiskKind.SUICIDE and is_passive(answer))


def _with_more(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...]:
    """A question with what is added to it: "Any thoughts of suicide? Any plans?"."""
    after = takewhile(lambda one: one.turn == question.turn and one.question, units[question.index + 1 :])
    return (question, *after)


def _agreed_to_none(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> _Mention | None:
    """A plain no to "no thoughts of suicide.", said as a statement to be agreed to."""
    if pattern.inverted or not checks_that_there_is_none(unit):
        return None
    answers = answers_to(units, unit)
    if answers is None or answered_status(unit, answers, pattern) is not RiskStatus.DENIED:
        return None
    return _Mention(pattern.kind, RiskStatus.DENIED, (unit, *answer_proper(answers)))


def _asked_of_it(units: Sequence[Unit], named: Unit, pattern: RiskPattern) -> _Mention | None:
    """A risk that the clinician names and asks about in the next words: "... has that happened since?"."""
    question = units[named.index + 1] if named.index + 1 < len(units) else None
    if question is None or question.turn != named.turn or not question.question:
        return None
    answers = answers_to(units, question) if asks_of_it(question.words) else None
    if answers is None:
        return None
    if read_answer(answers[0].exact) is Answer.YES or affirms(answers[0]):
        return _Mention(pattern.kind, RiskStatus.REPORTED, (named, question, *answers))
    denied = answered_status(question, answers, pattern) is RiskStatus.DENIED
    if denied and _OF_THOUGHT.search(named.exact + question.exact):
        return _Mention(pattern.kind, RiskStatus.DENIED, (named, question, *answer_proper(answers)))
    return None


def _asked_of_now(units: Sequence[Unit], question: Unit) -> Iterator[_Mention]:
    """What "and now?" asks of: each risk of the question before it."""
    earlier = reversed(units[max(0, question.index - _REACH) : question.index])
    asked = next((one for one in earlier if one.speaking is Speaking.CLINICIAN and one.question), None)
    answers = answers_to(units, question)
    if asked is None or answers is None:
        return
    for pattern, _ in matches_in(asked.exact):
        yield _Mention(pattern.kind, answered_status(question, answers, pattern), (asked, question, *answers))


def _by_client(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> _Mention:
    jest = said_in_jest(units, unit) if pattern.kind is RiskKind.HARM_TO_OTHERS else ()
    if jest:
        return _Mention(pattern.kind, RiskStatus.UNCLEAR, (unit, *jest))
    negated = is_negated(unit.exact, match) or bool(_ENDED.match(match.group()))
    asked = _asked_before(units, unit, pattern.kind) or _named_before(units, unit, pattern.kind)
    where = (unit,) if asked is None else (asked, unit)
    some, told = negated and denies_no_use(unit.exact, match), negated and asked and not pattern.certain
    if some or (_may_not_be_meant(units, unit, pattern, match) and not told):
        denied = asked is not None and is_twice_no(_turn_of(units, unit))
        where = where if pattern.kind in PLANNED else (unit,)
        drinks = some and pattern.kind is RiskKind.SUBSTANCE_USE
        other = _of_another(pattern.kind, unit.exact, match)
        return _Mention(pattern.kind, RiskStatus.UNCLEAR, where, weak=denied or drinks or other)
    if pattern.inverted:
        status = RiskStatus.REPORTED if negated else RiskStatus.UNCLEAR
        return _Mention(pattern.kind, status, (unit,), weak=not negated, rank=_DISCLOSED)
    if not negated:
        return _Mention(pattern.kind, RiskStatus.REPORTED, where, rank=_DISCLOSED)
    if asked is None or read_answer(unit.exact) is Answer.UNCLEAR or _PAST_ONLY.search(unit.exact):
        return _Mention(pattern.kind, RiskStatus.UNCLEAR, (unit,), weak=asked is not None)
    return _Mention(pattern.kind, RiskStatus.DENIED, (asked, unit))


def _may_not_be_meant(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether the words may speak of something else: of another, of a chance, of a thought that is held."""
    if pattern.kind is RiskKind.SELF_HARM and _is_accident(unit.exact, match):
        return True
    people = _OF_PEOPLE.match(unit.words) or _of_another(pattern.kind, unit.exact, match)
    if unit.question or people:
        return True
    before = match.string[: match.start()]
    if is_figure(match) or is_taken_for_a_joke(_turn_of(units, unit), unit):
        return True
    if pattern.kind is RiskKind.HARM_TO_OTHERS:
        believed = any(asks_for_belief(one) for one in _turn_before(units, unit))
        return not pattern.certain or believed or is_only_thought(before)
    return not pattern.certain and not _answers_what_was_named(units, unit, pattern)


def _answers_what_was_named(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> bool:
    """Whether words that may be a figure of speech answer, without a no, a question about that very risk."""
    if pattern.kind is not RiskKind.SUICIDE or _named_before(units, unit, pattern.kind) is None:
        return False
    return read_answer(_turn_of(units, unit)[0].exact) is not Answer.NO


def _is_accident(text: str, match: re.Match[str]) -> bool:
    """Whether somebody may get hurt by chance, or anybody is meant ("injure yourself")."""
    before = _SENTENCE.split(text[: match.start()])[-1]
    if _ITCHING.search(text):
        return True
    return bool(_BY_CHANCE.search(before) or _ANYBODY.search(match.group()))


def _of_another(kind: RiskKind, text: str, match: re.Match[str]) -> bool:
    """Whether the client speaks of somebody else: whoever is named last before the mention does or did it."""
    if kind not in _OWN_KINDS or _SELF.search(match.group()):
        return False
    plain = text.replace("’", "'")
    if _OTHERS_OWN.search(match.group()):
        return True
    named = list(_NAMED.finditer(_SENTENCE.split(plain[: match.start()])[-1]))
    return bool(named) and named[-1]["other"] is not None


def _asked_before(units: Sequence[Unit], unit: Unit, kind: RiskKind) -> Unit | None:
    """The clinician's question about this risk in the turn before, if there was one."""
    for before in reversed(units[max(0, unit.index - 8) : unit.index]):
        if before.speaking is Speaking.CLINICIAN and before.question and kind in kinds_in(before.exact):
            return before
        if before.speaking is Speaking.CLINICIAN and not before.backchannel and unit.turn - before.turn > 2:
            return None
    return None
