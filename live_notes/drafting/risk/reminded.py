"""An attempt of long ago that the clinician names and the client owns: "in Year 9, when you tried to die"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.past import is_dated_long_ago
from live_notes.drafting.spec import Speaking

_ATTEMPT = re.compile(
    r"\byou(?:'d| had| have|'ve)? (?:once |also |first )?(?:(?:tried|attempted) to (?:take your (?:own )?life"
    r"|kill yourself|end (?:it|your life|things)|hang yourself|die)|(?:made|had) (?:an|the|your|that"
    r"|a suicide)"
    r" (?:first |last |serious |suicide )*attempt|attempted suicide|took an overdose|overdosed)\b"
    r"|\b(?:your|that|the) (?:\w+ )?(?:overdose|suicide attempt|attempt on your life)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\byou(?:'d| had)? (?:took|taken|swallowed) (?:the|all the|all those|those|a lot of|all of (?:the"
    r"|your)) (?:\w+ )?"
    r"(?:paracetamol|tablets|pills|tylenol|panadol|meds|medication|ibuprofen|sleeping tablets)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:when|that time|the time|a time|back (?:in|then|when)|(?:years?|summers?|winters?) (?:ago|back)"
    r"|at school"
    r"|in (?:year|grade|class|form) \w+|in (?:19|20)\d\d|before)\b",
    re.IGNORECASE,
)
_WISH_NAMED = re.compile(
    r"\byou(?:'d| would)? (?:wouldn't|would not|not|don't) mind(?! (?:me|if i|us)\b)|\b(?:if it"
    r"|it'd be if it) (?:just )?happened\b"
    r"|\b(?:not|no harm (?:if you|to)|never) (?:didn't |to )?(?:wake|waking)(?: up)?\b"
    r"|\bif you (?:just )?(?:didn't wake|went)\b"
    r"|\bpassive(?:ly)?\b|\b(?:rather|more) than (?:you )?(?:making it happen|doing (?:it|anything"
    r"|something))\b",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"^\W*(?:(?:well|um+|uh|aye|yeah|yes)[,. ]+)*(?:that's it|that's about it|exactly"
    r"|pretty much)\b",
    re.IGNORECASE,
)
_NEAR = 8


def reminded_of_an_attempt(units: Sequence[Unit], unit: Unit) -> Mention | None:
    """The attempt a clinician recalls, with the client's yes; None where it is asked, or not owned.

    Tablets that were taken count where the two spoke of suicide right before.
    """
    if unit.question or not (_ATTEMPT.search(unit.exact) or _is_overdose(units, unit)):
        return None
    if not (_THEN.search(unit.exact) or is_dated_long_ago(unit.exact) or _dated_right_before(units, unit)):
        return None
    answers = answers_to(units, unit)
    if answers is None or answers[0].question:
        return None
    told = " ".join(one.exact for one in answers)
    owned = read_answer(told) is Answer.YES or is_dated_long_ago(answers[0].exact)
    if not owned:
        return None
    return Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, (unit, *answers), rank=DISCLOSED, past=True)


def owned_wish(units: Sequence[Unit], unit: Unit) -> Mention | None:
    """The passive wish a clinician puts into words while suicide is spoken of, with the client's yes."""
    if unit.question or not _WISH_NAMED.search(unit.exact):
        return None
    near = units[max(0, unit.index - _NEAR) : unit.index]
    answers = answers_to(units, unit)
    if answers is None or not any(RiskKind.SUICIDE in kinds_in(one.exact) for one in near):
        return None
    told = " ".join(one.exact for one in answers)
    if not (read_answer(told) is Answer.YES or _OWNS.match(told)):
        return None
    return Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, (unit, *answers), rank=DISCLOSED)


def _dated_right_before(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the client's turn before says that what they speak of was long ago: "when I was nineteen"."""
    near = units[max(0, unit.index - _NEAR) : unit.index]
    said = [one for one in near if one.speaking is Speaking.CLIENT and one.turn == unit.turn - 1]
    return any(is_dated_long_ago(one.exact) for one in said)


def _is_overdose(units: Sequence[Unit], unit: Unit) -> bool:
    near = units[max(0, unit.index - _NEAR) : unit.index]
    return bool(_TAKEN.search(unit.exact)) and any(RiskKind.SUICIDE in kinds_in(one.exact) for one in near)
