"""A denial its speaker takes back: what they tell in its place stands, and the denial does not.

Many say no first and tell of it later: "I said no, before. It's not exactly no." Whoever speaks of an answer
of their own in that way corrects it, and what they say then outweighs it, whatever words it has for the risk.
A clinician who queries an item ("is it really a zero?") and is not told that it is one is answered so too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answers import PLANNED
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.past import is_dated_long_ago
from live_notes.drafting.risk.relapses import speaks_of_use
from live_notes.drafting.risk.turns import turn_behind, whole_turn
from live_notes.drafting.spec import Speaking

_NO = r"[\"'“‘]?(?:no|na|nah|naw|nope|never|none|nothing|not)\b(?!,? (?:to (?!you|ye)|thanks|way|more|one\b))"
_ADDRESSED = r"(?:you|ye|before|earlier|just now|when you asked|at (?:the )?first|last (?:time|week))"
_TO_ANOTHER = re.compile(
    r"\b(?:him|her|them|he|she|they|everybody|everyone|mum|mam|mom|dad|doctor|people|folk)\b[^.?!]*\bi(?:'d|'ve)?"
    r" (?:only |just )?(?:said|told|answered)\b",
    re.IGNORECASE,
)
"""A no that was said to somebody else: "so I rang him and I said no"."""
_OWN_NO = re.compile(
    rf"\bi(?:'d|'ve)? (?:only |just )?(?:said|says|told (?:you|ye)|answered)(?: (?:to )?(?:you|ye))?,? {_NO}",
    re.IGNORECASE,
)
"""Speaks of a no of one's own: "I said no to you, before"."""
_TO_YOU = re.compile(rf"\b{_ADDRESSED}\b", re.IGNORECASE)
_IT_IS_NOT = (
    r"(?:^|[.,;] )\W*(?:(?:and|but|well|so|look|actually|no)[, ]+)*(?:it|that|what i (?:said|told you)"
    r"|my answer)"
    r"(?:'s| is| was)?(?: not| wasn't| isn't| ain't|n't)"
)
_NOT_NO = re.compile(
    rf"{_IT_IS_NOT}(?: (?:exactly|quite|really|all the way|entirely|completely|a|just)){{0,2}}"
    r" (?:no|never|none|nothing)\b(?=\W*$|[.,;])",
    re.IGNORECASE,
)
"""Says of the answer that it was none: "it's not exactly no", "it wasn't never"."""
_NOT_QUITE_SO = re.compile(
    rf"{_IT_IS_NOT} (?:exactly|quite|all the way|entirely|completely|strictly|altogether|totally|fully"
    r"|the (?:whole|full))(?: of)?(?: the)? (?:so|true|right|truth|story|honest)\b",
    re.IGNORECASE,
)
"""The same in words that may correct what the clinician said, where they said more than a few words."""
_NOT_HONEST = re.compile(
    r"\bi (?:wasn't|was not|haven't been|weren't|ain't been)(?: (?:being|quite|completely|totally|entirely"
    r"|really|fully|all that)){0,2} (?:honest|straight|truthful|open|upfront)(?: with you| there| before"
    r"| earlier| about (?:that|it))*(?=\W*(?:$|[.,;]|because\b|when\b))"
    r"|\bi (?:lied|fibbed)(?: to you| about (?:that|it)| there| before| earlier)*(?=\W*(?:$|[.,;]))",
    re.IGNORECASE,
)
_NOT_MISSED = re.compile(
    r"\bi (?:didn't|did not|didna|didnae)(?: \w+)? (?:miss|forget|skip|overlook)\b", re.IGNORECASE
)
_LEFT_OUT = re.compile(r"\b(?:blank|miss(?:ed)?|skip(?:ped)?|empty|not filled)\b", re.IGNORECASE)
_OWN_ANSWER = re.compile(r"\bi(?:'d)? said (?P<what>[^.?!]{6,60})", re.IGNORECASE)
_QUERIES = re.compile(
    r"\b(?:really|actually|honestly|definitely|sure)\b[^.?!]{0,24}\b(?:zero|nought|no|none|never|nothing)\b"
    r"|^(?:(?:and|so|but) )?is (?:it|that) an? (?:\w+ )?(?:zero|nought|no)\b",
    re.IGNORECASE,
)
"""Asks whether a no holds: "I'm just checking if it's really a zero"."""
_STANDS_BY_IT = re.compile(
    r"^\W*(?:(?:um+|uh+|oh|well)[,. ]+)*(?:it's |it is |a |an |yes|yeah|aye|definitely|really|honestly)*\W*"
    r"(?:zero|nought|nil|none|no|yes|yeah|aye|it is|it does)\b",
    re.IGNORECASE,
)
_A_FEW_WORDS, _LEAST_TOLD, _ENOUGH, _MOST, _BACK = 5, 8, 30, 24, 4
_ECHOED, _FAR = 2, 12


@dataclass(frozen=True)
class _Correction:
    """What was told in the place of an answer, and which findings it stands against."""

    told: tuple[Unit, ...]
    against: tuple[Mention, ...]
    of_an_item: bool


def without_what_was_taken_back(units: Sequence[Unit], mentions: Sequence[Mention]) -> list[Mention]:
    """The findings, with what corrects a denial in the place of the denial.

    What the correction dates long ago is history, and a no that was said of now stays beside it.
    """
    kept = list(mentions)
    for correction in _corrections(units, mentions):
        kind = _kind_of(correction)
        told, past = correction.told, any(is_dated_long_ago(one.exact) for one in correction.told)
        words = sum(one.length for one in told)
        status = RiskStatus.REPORTED if words >= _LEAST_TOLD else RiskStatus.UNCLEAR
        kept = [one for one in kept if not _is_part_of(one, told, kind)]
        if not past:
            kept = [one for one in kept if not _falls(one, correction, kind)]
        past = past and kind in MAY_BE_PAST
        kept.append(Mention(kind, status, told, rank=DISCLOSED, past=past, whole=True))
    return kept


def _is_part_of(mention: Mention, told: Sequence[Unit], kind: RiskKind) -> bool:
    """Whether a finding has no words of its own: of the same risk, or "two years clean" of what was told."""
    if not {one.index for one in mention.units} <= {one.index for one in told}:
        return False
    clean = mention.kind is RiskKind.SUBSTANCE_USE and not any(
        speaks_of_use(one.exact) for one in mention.units
    )
    return mention.kind is kind or clean


def _falls(mention: Mention, correction: _Correction, kind: RiskKind) -> bool:
    """Whether a finding is an answer that no longer holds: of the same risk, or by the same item."""
    if mention.whose or mention.past or mention.status is RiskStatus.REPORTED:
        return False
    of_it = mention.kind is kind or (correction.of_an_item and mention in correction.against)
    before = next(one.index for one in correction.told if one.speaking is Speaking.CLIENT)
    return of_it and _first_said(mention) < before


def _corrections(units: Sequence[Unit], mentions: Sequence[Mention]) -> Iterator[_Correction]:
    asked = [one for one in mentions if _is_asked(one)]
    if not asked:
        return
    after = min(_first_said(one) for one in asked)
    done = -1
    for unit in units[after + 1 :]:
        if unit.index <= done:
            continue
        told = _told(units, unit)
        against = _against(units, unit, asked) if told else ()
        if told and against:
            done = told[-1].index
            yield _Correction(tuple(told), tuple(against), unit.speaking is Speaking.CLINICIAN)


def _first_said(mention: Mention) -> int:
    """Where the client's answer begins; what they say after a listening noise is still of their turn."""
    return next(
        (one.index for one in mention.units if one.speaking is Speaking.CLIENT), mention.units[-1].index
    )


def _is_asked(mention: Mention) -> bool:
    first, last = mention.units[0], mention.units[-1]
    plain = mention.kind in PLANNED and mention.whose is None
    return plain and first.speaking is Speaking.CLINICIAN and last.speaking is Speaking.CLIENT


def _told(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """What is told in the place of an answer that a unit takes back; empty where it takes none back."""
    plain = unit.exact.replace("’", "'")
    if unit.speaking is Speaking.CLINICIAN:
        behind = turn_behind(units, unit) if _QUERIES.search(plain) else []
        return [unit, *behind] if _tells_otherwise(behind) else []
    if unit.speaking is not Speaking.CLIENT or not _takes_back(units, unit, plain):
        return []
    told = [one for one in whole_turn(units, unit) if one.index >= unit.index]
    if _NOT_MISSED.search(plain):
        near = [one for one in units[max(0, unit.index - _FAR) : unit.index] if kinds_in(one.exact) & PLANNED]
        told = [*near[-1:], *told]  # what was left out
    while sum(one.length for one in told) < _ENOUGH:
        listens = turn_behind(units, told[-1])
        if not listens or any(one.question for one in listens):
            break
        if sum(one.length for one in listens) > _A_FEW_WORDS or not turn_behind(units, listens[0]):
            break
        told += turn_behind(units, listens[0])
    return told[:_MOST]


def _takes_back(units: Sequence[Unit], unit: Unit, plain: str) -> bool:
    if unit.question:
        return False
    if _NOT_NO.search(plain) or _NOT_HONEST.search(plain):
        return True
    if _NOT_QUITE_SO.search(plain):
        return _only_listened(units, unit)
    if _OWN_NO.search(plain):
        return _TO_YOU.search(plain) is not None and not _TO_ANOTHER.search(plain)
    if _NOT_MISSED.search(plain):
        near = units[max(0, unit.index - _BACK) : unit.index]
        return any(_LEFT_OUT.search(one.exact) for one in near if one.speaking is Speaking.CLINICIAN)
    return _OWN_ANSWER.search(plain) is not None


def _only_listened(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the clinician said no more than a few words before it that could be corrected."""
    before = dropwhile(lambda one: one.speaking is Speaking.CLIENT, reversed(units[: unit.index]))
    said = takewhile(lambda one: one.speaking is Speaking.CLINICIAN, before)
    return sum(one.length for one in said) <= _A_FEW_WORDS


def _tells_otherwise(behind: Sequence[Unit]) -> bool:
    """Whether an answer to such a query tells of something, where a plain word would have held to the no."""
    text = " ".join(one.exact for one in behind)
    if not behind or _STANDS_BY_IT.match(text) or read_answer(text) is Answer.NO:
        return False
    return sum(one.length for one in behind) >= _LEAST_TOLD


def _against(units: Sequence[Unit], unit: Unit, asked: Sequence[Mention]) -> list[Mention]:
    """The answers that are meant: those last given, or those whose very words are said again."""
    before = [one for one in asked if _first_said(one) < unit.index]
    plain = unit.exact.replace("’", "'")
    said = _OWN_ANSWER.search(plain) if unit.speaking is Speaking.CLIENT else None
    if said is not None and not _OWN_NO.search(plain):
        return _whose_words(units[: unit.index], content_stems(said["what"]), before)
    denials = [one for one in before if one.status is not RiskStatus.REPORTED]
    if not denials:
        return []
    last = max(denials, key=lambda one: one.units[0].index)
    return [one for one in denials if one.units[0].turn == last.units[0].turn]


def _whose_words(units: Sequence[Unit], stems: Sequence[str], before: Sequence[Mention]) -> list[Mention]:
    """The findings after which the client gave the answer that these words repeat."""
    if len(set(stems)) < _ECHOED:
        return []
    for one in sorted(before, key=lambda one: -one.units[-1].index):
        last = one.units[-1].index
        near = units[last : last + _FAR]
        if any(set(stems) <= set(u.stems) for u in near if u.speaking is Speaking.CLIENT):
            return [one]
    return []


def _kind_of(correction: _Correction) -> RiskKind:
    """The risk of which the correction tells: by its own words, or else the gravest that was asked."""
    asked = [one.kind for one in correction.against]
    named = {kind for one in correction.told for kind in kinds_in(one.exact)}
    return next(
        (kind for kind in RiskKind if kind in asked and kind in named), min(asked, key=_GRAVEST.index)
    )


_GRAVEST = tuple(RiskKind)
