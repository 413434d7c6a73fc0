"""Safeguarding: what a clinician will pass on, danger to somebody nearby, and blows told in few words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.items import DISCLOSED, SUPPOSED, Mention
from live_notes.drafting.risk.rough import is_of_care
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_TELLS = (
    r"(?:tell(?:ing)?|talk(?:ing)?|speak(?:ing)?|ring(?:ing)?|phon(?:e|ing)|call(?:ing)?|report(?:ing)?"
    r"|refer(?:ring)?"
    r"|let(?:ting)?|inform(?:ing)?|contact(?:ing)?|pass(?:ing)?|tak(?:e|ing)|run(?:ning)?|bring(?:ing)?"
    r"|mak(?:e|ing)"
    r"|flag(?:ging)?|rais(?:e|ing)|discuss(?:ing)?|involv(?:e|ing)|go(?:ing)? to)"
)
_WE = (
    r"\b(?:i|we)(?:'d|'ll|'m| am| will| would| need| have| want|'ve| think)\b"
    rf"[^.?!]{{0,40}}\b{_TELLS}\b[^.?!]{{0,50}}"
)
_PASSED_ON = AnyCase(
    rf"{_WE}\b(?:safeguarding|(?:child|adult) protection|protective services|mandated report|marac)\b"
)
_TO_SERVICES = AnyCase(
    rf"{_WE}\b(?:social services|social work|children's services|adult services|child services|tusla"
    rf"|cps|aps|dcfs"
    r"|public health nurse|police)\b"
)
_ONLY_IF = re.compile(
    r"\b(?:if (?!(?:that's|it's|that is|you're|you are) (?:ok|okay|all right|alright|happy|fine"
    r"|willing))|unless|in case"
    r"|in the event|would have to|might have to|may have to|training|course|job|worked|policy)\b",
    re.IGNORECASE,
)
_NEARBY = re.compile(
    r"\b(?:are you|do you feel|is (?:it|everyone|everybody|anyone)|feel(?:ing)?|are (?:they|people|the"
    r" \w+)) safe\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:not (?:to |with )?me\b|(?:to |with |at |on )?(?:another|other|the other|a young|one) (?:girl"
    r"|woman|boy|child|lady|lad|man|person|student"
    r"|resident|patient|kid|mother)|my (?:room-?mate|flatmate|friend|neighbour|neighbor|sister|cousin"
    r"|daughter|niece)\b)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:girl|woman|boy|child|lady|lad|student|resident|patient|kid|mother|room-?mate|flatmate|friend"
    r"|neighbou?r|sister"
    r"|cousin|daughter|niece)\b",
    re.IGNORECASE,
)
_DANGER = re.compile(
    r"\b(?:knock\w*|follow\w*|touch\w*|hits?|hitting|beats?|beating|threat\w*|com(?:es?|ing) in(?:to)?"
    r"|came in(?:to)?"
    r"|shout\w*|bother\w*|forc\w+|hurt\w*|frighten\w*|grab\w*|scream\w*|takes? (?:her|his|their)"
    r" (?:money|phone|pension))\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:he|she|they|man|men|guys?|husband|boyfriend|partner|son|father|dad|staff|guards?|somebody"
    r"|someone|landlord|boss)\b",
    re.IGNORECASE,
)
_STRUCK = AnyCase(
    r"(?:^\W*(?:the \w+ |(?:in|at) (?:the|that) \w+,? )?|\b(?:and|there|because|so|where) )(?:they|he"
    r"|police|the police|soldiers?|the"
    r" soldiers?"
    r"|guards?|the guards?"
    r"|smugglers?|militia|my (?:husband|father|uncle|master|boss|madam)|the (?:men|boss|teacher"
    r"|madam))(?: (?:would|used"
    r" to|always|all))? (?:hit|beat|beated|kick|kicked|burn|burned|tortured?|whip|whipped|electrocuted)"
    r"(?=[.,!]|$| (?:very|too|many|every|always|all the time|with (?:a|the) (?:stick|pipe|cable|belt"
    r"|gun|hose|chain)s?"
    r"|here|on (?:the|my) (?:\w+ )?(?:head|back|ear|feet|foot|face)))"
    r"|\b(?:i was|they|was|been) (?:badly |severely )?tortured\b"
)
_INJURED = re.compile(
    r"\b(?:ears?|hear|back|heads?|teeth|tooth|bones?|ribs?|arms?|legs?|eyes?|scars?|hands?|foot|feet"
    r"|pain|broken|marks?"
    r"|bleed\w*|blood|fractur\w+|deaf|nose|shoulder|knee|torture\w*)\b",
    re.IGNORECASE,
)
_NO_BLOW = re.compile(
    r"\b(?:waves?|ball|goal|match|game|team|score\w*|record|drums?|road|target\w*|jackpot|deadline"
    r"|music|movie|film"
    r"|headlines|numbers|traffic)\b",
    re.IGNORECASE,
)
_REACH, _MOST = 40, 5


def passed_on(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a clinician says they will take to safeguarding, with the danger that was told before."""
    plain = unit.exact.replace("’", "'")
    named = _PASSED_ON.search(plain) is not None
    if unit.question or not (named or _TO_SERVICES.search(plain)) or _ONLY_IF.search(plain):
        return
    if is_of_care(units, unit):
        yield Mention(RiskKind.HARM_TO_OTHERS, RiskStatus.UNCLEAR, (unit,), rank=SUPPOSED)
        return
    danger = next(_of_another(units, unit), None)
    if danger is None and not named:
        return
    kept = (unit,) if danger is None else (*danger[0], unit)
    yield Mention(RiskKind.ABUSE, RiskStatus.UNCLEAR, kept, weak=danger is None, whose=danger and danger[1])


def near_danger(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What is told of somebody else's danger where a clinician asks whether it is safe."""
    if not _NEARBY.search(unit.exact):
        return
    behind = [one for one in units[unit.index : unit.index + 4] if one.turn == unit.turn and one.question]
    answers = answers_to(units, behind[-1]) if behind else None
    told = "" if answers is None else " ".join(one.exact for one in turn_of(units, answers[0]))
    if answers is None or read_answer(answers[0].exact) is Answer.YES or not _is_danger(told):
        return
    kept = [one for one in turn_of(units, answers[0]) if one.index >= answers[0].index][:_MOST]
    yield Mention(RiskKind.ABUSE, RiskStatus.UNCLEAR, (*behind, *kept), rank=DISCLOSED, whose=_named(told))


def struck(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """Blows that a client tells of without saying whom they hit, beside what they were hurt by them."""
    plain = unit.exact.replace("’", "'")
    if unit.question or not _STRUCK.search(plain):
        return
    near = [one for one in turn_of(units, unit) if abs(one.index - unit.index) <= _MOST]
    told = " ".join(one.exact for one in near)
    if _INJURED.search(told) and not _NO_BLOW.search(told):
        kept = tuple(one for one in near if unit.index - 2 <= one.index <= unit.index + 1)
        yield Mention(RiskKind.ABUSE, RiskStatus.UNCLEAR, kept, rank=DISCLOSED)


def _of_another(units: Sequence[Unit], unit: Unit) -> Iterator[tuple[tuple[Unit, ...], str]]:
    """The client's words, shortly before, of danger to somebody nearby."""
    for one in reversed(units[max(0, unit.index - _REACH) : unit.index]):
        if one.speaking is Speaking.CLIENT and _ANOTHER.search(one.exact):
            turn = turn_of(units, one)
            told = " ".join(each.exact for each in turn)
            if _is_danger(told) and _WHO.search(told):
                yield tuple(turn[:_MOST]), _named(told)


def _is_danger(told: str) -> bool:
    """Whether somebody does something to another than the client."""
    return bool(_ANOTHER.search(told) and _DANGER.search(told) and _SOMEBODY.search(told))


def _named(told: str) -> str:
    found = _WHO.search(told)
    return "another person" if found is None else f"another person ({found.group().lower()})"
