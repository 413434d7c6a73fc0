"""Mentions of risk: what was reported, what was denied when asked, what stays unclear.

Nothing here resolves a risk. A denial counts only when the clinician asked and the answer was a
plain no; a mention that is hedged, volunteered in the negative, figurative or raised by the
clinician without an answer is `unclear`, and a reported mention stands beside a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from live_notes.drafting.author.risk import WRITTEN_PATTERNS, is_no_mention, is_only_asked, written_status
from live_notes.drafting.embedded.referents import asks_of_it
from live_notes.drafting.embedded.units import Unit, units_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import TOKEN, word_count
from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk_words import IDIOMS, PATTERNS, RISK_WORDS, RiskPattern
from live_notes.drafting.spec import EvidenceLine, Speaking

__all__ = ["OFFER", "RISK_WORDS", "find_risks", "kinds_in", "risks_of"]

_NEGATION_WORDS = 7
_CLAUSE = re.compile(r"[.;!?]|,(?! (?:or|nor) )|\bbut\b|\bbecause\b|\balthough\b", re.IGNORECASE)
_FALSE_NEGATION = re.compile(
    r"\b(?:not only|no wonder|can't stop|couldn't stop|not just|no longer just)\b", re.IGNORECASE
)
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
    r"\b(?:(?P<other>he|she|they|he's|she's|they're|he'd|she'd|they'd|his|her|their|someone|somebody|everyone|everybody"
    r"|(?:my|our|a|the|his|her)\s+(?:\w+\s+)?(?:husband|wife|partner|ex|boyfriend|girlfriend|mother|mom|mum"
    r"|father"
    r"|dad|brother|sister|son|daughter|kids?|children|parents?|cousin|uncle|aunt|grand\w+|friends?|boss"
    r"|roommate|neighbou?rs?|family|doctor)(?:'s)?)"
    r"|i|i'm|i've|i'd|i'll|me|my|myself|we|we're|we've)(?![\w'])",
    re.IGNORECASE,
)
_PAST_ONLY = re.compile(r"\b(?:any ?more|any longer)\b", re.IGNORECASE)
_NEGATED_QUESTION = re.compile(
    r"\b(?:not|n't|no|never|without)\b.*\?*$|\b(?:you're not|you haven't|you don't)\b", re.IGNORECASE
)
OFFER = re.compile(
    r"\b(?:is there|are there|was there)\b[^?]*\b(?:i|we) (?:can|could)\b"
    r"|\b(?:can|could|may|shall|should) (?:i|we)\b|\bwould you (?:like|mind|be (?:willing|open))\b"
    r"|\bis (?:it|that) (?:ok|okay|all right|alright)\b|\bdo you want (?:me|us|to talk|to hear|to know)\b",
    re.IGNORECASE,
)
"""An offer or a request for leave that names a risk: its answer says nothing about the risk."""
_STATUS_ORDER = (RiskStatus.REPORTED, RiskStatus.UNCLEAR, RiskStatus.DENIED)
_AND_NOW = re.compile(
    r"^(?:and |but |so |okay,? )*(?:what about |how about |any )?(?:now|today|right now|at the moment"
    r"|these days|currently|lately|recently|since then|this week)\?$",
    re.IGNORECASE,
)
_REACH = 8
"""Units back to the question that "and now?" asks again."""
_MAX_QUOTES = 6
_ANSWER_WORDS = 7


@dataclass(frozen=True)
class _Mention:
    """One finding before findings are put together. `weak` ones give way to any other of their kind."""

    kind: RiskKind
    status: RiskStatus
    units: tuple[Unit, ...]
    weak: bool = False


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
        for status in _STATUS_ORDER:
            group = [m for m in strong if m.status is status]
            if group:
                items.append(_item(kind, status, group))
    return tuple(items)


def kinds_in(text: str) -> frozenset[RiskKind]:
    """The kinds of risk a text speaks of, figures of speech left out."""
    return frozenset(pattern.kind for pattern, _ in _matches(text))


def _item(kind: RiskKind, status: RiskStatus, mentions: Sequence[_Mention]) -> RiskItem:
    units = list({unit.index: unit for mention in mentions for unit in mention.units}.values())
    units.sort(key=lambda unit: unit.index)
    return RiskItem(
        kind=kind,
        status=status,
        evidence=tuple(dict.fromkeys(line for unit in units for line in unit.evidence)),
        quotes=tuple(dict.fromkeys(unit.exact for unit in units))[:_MAX_QUOTES],
    )


def _matches(
    text: str, patterns: Sequence[RiskPattern] = PATTERNS
) -> Iterator[tuple[RiskPattern, re.Match[str]]]:
    plain = text.replace("’", "'")
    idioms = [match.span() for match in IDIOMS.finditer(plain)]
    for pattern in patterns:
        for match in pattern.words.finditer(plain):
            if not any(start < match.end() and match.start() < end for start, end in idioms):
                yield pattern, match


def _mentions(units: Sequence[Unit], unit: Unit) -> Iterator[_Mention]:
    if unit.speaking is Speaking.AUTHOR:
        for pattern, match in _matches(unit.exact, WRITTEN_PATTERNS):
            if is_no_mention(match.string, match):
                continue
            status = written_status(match.string, pattern, match)
            weak = status is RiskStatus.UNCLEAR and is_only_asked(match.string, match)
            yield _Mention(pattern.kind, status, (unit,), weak=weak)
        return
    if unit.speaking is Speaking.CLINICIAN and _AND_NOW.match(unit.words):
        yield from _asked_of_now(units, unit)
    for pattern, match in _matches(unit.exact):
        if unit.speaking in {Speaking.CLINICIAN}:
            yield _by_clinician(units, unit, pattern)
        else:
            yield _by_client(units, unit, pattern, match)


def _by_clinician(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> _Mention:
    if not unit.question or OFFER.search(unit.exact):
        return _asked_of_it(units, unit, pattern) or _Mention(
            pattern.kind, RiskStatus.UNCLEAR, (unit,), weak=True
        )
    answers = _answer(units, unit)
    if answers is None:
        return _Mention(pattern.kind, RiskStatus.UNCLEAR, (unit,))
    status = _answered_status(unit, answers, pattern)
    # An answer that names the risk itself is judged where it is spoken.
    spoken = any(pattern.kind in kinds_in(answer.exact) for answer in answers)
    weak = spoken and status is RiskStatus.UNCLEAR
    kept = answers if status is RiskStatus.UNCLEAR or _affirms(answers[0]) else _answer_proper(answers)
    return _Mention(pattern.kind, status, (unit, *kept), weak=weak)


def _asked_of_it(units: Sequence[Unit], named: Unit, pattern: RiskPattern) -> _Mention | None:
    """A risk that the clinician names and asks about in the next words: "... has that happened since?"."""
    question = units[named.index + 1] if named.index + 1 < len(units) else None
    if question is None or question.turn != named.turn or not question.question:
        return None
    answers = _answer(units, question) if asks_of_it(question.words) else None
    if answers is None or not (read_answer(answers[0].exact) is Answer.YES or _affirms(answers[0])):
        return None
    return _Mention(pattern.kind, RiskStatus.REPORTED, (named, question, *answers))


def _asked_of_now(units: Sequence[Unit], question: Unit) -> Iterator[_Mention]:
    """What "and now?" asks of: each risk of the question before it."""
    earlier = reversed(units[max(0, question.index - _REACH) : question.index])
    asked = next((one for one in earlier if one.speaking is Speaking.CLINICIAN and one.question), None)
    answers = _answer(units, question)
    if asked is None or answers is None:
        return
    for pattern, _ in _matches(asked.exact):
        yield _Mention(
            pattern.kind, _answered_status(question, answers, pattern), (asked, question, *answers)
        )


def _answer_proper(answers: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The answer without what the client went on to speak of."""
    kept = list(answers[:1])
    for unit in answers[1:]:
        if word_count(unit.words) > _ANSWER_WORDS and not kinds_in(unit.exact):
            break
        kept.append(unit)
    return tuple(kept)


def _answered_status(question: Unit, answers: tuple[Unit, ...], pattern: RiskPattern) -> RiskStatus:
    text = " ".join(answer.exact for answer in answers)
    answer = read_answer(text)
    if pattern.inverted:
        answer = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, answer)
    elif answer is Answer.YES and _NEGATED_QUESTION.search(question.exact):
        return RiskStatus.UNCLEAR  # "You're not thinking of it?" "Yes."
    match answer:
        case Answer.NO:
            return RiskStatus.DENIED if _plain_no(answers, pattern) else RiskStatus.UNCLEAR
        case Answer.YES:
            return RiskStatus.REPORTED
        case Answer.OTHER | Answer.UNCLEAR if _affirms(answers[0]):
            return RiskStatus.REPORTED
        case _:
            return RiskStatus.UNCLEAR


def _affirms(answer: Unit) -> bool:
    """Whether an answer without a yes says that it was so ("I thought about it", "they come and go")."""
    clause = _CLAUSE.split(answer.exact)[0]
    hedged = _LEFT_OPEN.search(clause)
    return (
        bool(_AFFIRMED.search(clause))
        and not hedged
        and not any(is_negation(m.group()) for m in TOKEN.finditer(clause))
    )


_LEFT_OPEN = re.compile(
    r"\b(?:maybe|perhaps|not sure|(?:kind|sort) of|i (?:guess|suppose|don't know)|might)\b", re.IGNORECASE
)
_AFFIRMED = re.compile(
    r"\bi(?:'ve| have)? (?:have |had |did |do )?(?:thought|been thinking|considered|wondered) (?:about"
    r"|of) (?:it|that)\b"
    r"|\bcross(?:ed|es) my mind\b|\b(?:it|they) comes? (?:and goes?|and go|up|back)\b"
    r"|^\W*(?:just )?(?:once|twice|(?:two|three|four|a few|a couple of|several|\d+) times|yesterday"
    r"|(?:on |last )\w+(?:day|night|week|month))\b"
    r"|^\W*(?:sometimes|every (?:day|night)|most (?:days|nights)|all the time|a lot|often)\W*$",
    re.IGNORECASE,
)


def _plain_no(answers: tuple[Unit, ...], pattern: RiskPattern) -> bool:
    """Whether nothing in the answer mentions the same risk without a negation."""
    return pattern.inverted or all(
        _negated(answer.exact, match)
        for answer in answers
        for found, match in _matches(answer.exact)
        if found.kind is pattern.kind
    )


def _answer(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...] | None:
    """The client's next turn, unless the clinician went on to ask something else first."""
    collected: list[Unit] = []
    for following in units[question.index + 1 :]:
        if following.speaking is Speaking.CLIENT:
            if collected and following.turn != collected[0].turn:
                break
            collected.append(following)
        elif collected and not following.backchannel:
            break
        elif (not collected and following.question and not kinds_in(following.exact)) or (
            not collected and following.turn - question.turn > 1
        ):
            return None
    return tuple(collected[:4]) or None


def _by_client(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> _Mention:
    negated = _negated(unit.exact, match)
    if pattern.kind is RiskKind.SELF_HARM and _is_accident(unit.exact, match):
        return _Mention(pattern.kind, RiskStatus.UNCLEAR, (unit,))
    people = _OF_PEOPLE.match(unit.words) or _of_another(pattern.kind, unit.exact, match)
    if unit.question or not pattern.certain or people:
        return _Mention(pattern.kind, RiskStatus.UNCLEAR, (unit,))
    if pattern.inverted:
        return _Mention(
            pattern.kind, RiskStatus.REPORTED if negated else RiskStatus.UNCLEAR, (unit,), weak=not negated
        )
    if not negated:
        return _Mention(pattern.kind, RiskStatus.REPORTED, (unit,))
    asked = _asked_before(units, unit, pattern.kind)
    if asked is None or read_answer(unit.exact) is Answer.UNCLEAR or _PAST_ONLY.search(unit.exact):
        return _Mention(pattern.kind, RiskStatus.UNCLEAR, (unit,), weak=asked is not None)
    return _Mention(pattern.kind, RiskStatus.DENIED, (asked, unit))


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


def _negated(text: str, match: re.Match[str]) -> bool:
    """Whether a mention stands under a negation in its own clause."""
    before = text.replace("’", "'")[: match.start()]
    clause = _FALSE_NEGATION.sub(" ", _CLAUSE.split(before)[-1])
    words = [m.group() for m in TOKEN.finditer(clause)][-_NEGATION_WORDS:]
    leading_no = bool(re.match(r"^\W*(?:no|nope|never)[, ]+(?:i |nothing|not)", before, re.IGNORECASE))
    return any(is_negation(word) for word in words) or (leading_no and bool(words) and is_negation(words[0]))
