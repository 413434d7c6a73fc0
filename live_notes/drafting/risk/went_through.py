"""A thought of doing it, asked about without its name: "of yourself going in there?" "It crossed me.".

What "it" is the talk has told before. That it is of a danger is told by what the clinician asks next: whether
the client would do it, or of the risk by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.answers import affirms
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

_YOURSELF = re.compile(
    r"\b(?:think\w*|thought|imagin\w+|pictur\w+|see(?:ing)?|saw|mean\w*|talking|wonder\w*) (?:of |about |it"
    r" (?:was |would be )?)?(?:you|yourself)(?: actually| really)? (?:(?:go|jump|walk|step|driv|climb|ly|fall"
    r"|slip|do|be|end|drop)\w*|in (?:there|it|that)|off|under|over|down there)\b"
    r"|\b(?:think\w*|thought) (?:of|about) (?:going|jumping|walking|stepping|driving|climbing|falling|letting"
    r" yourself)[^?]{0,20}\byourself\b",
    re.IGNORECASE,
)
_WOULD_DO = re.compile(
    r"\byou(?:'d| would| might| could| were going to)(?: \w+)? (?:do|go through with) (?:it|that)\b"
    r"|\b(?:would|could|might|did|were) you (?:\w+ ){0,3}?(?:do(?:ing)?|act(?:ing)? on) (?:it|that)\b",
    re.IGNORECASE,
)
_TURNS, _REACH, _NAMED_WITHIN = 6, 30, 8


def thought_of_oneself(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """The thought a client owns to such a question, with what was asked on about it."""
    if not unit.question or not _YOURSELF.search(unit.exact) or kinds_in(unit.exact):
        return
    answers = [one for one in answers_to(units, unit) or () if one.length]
    if not answers or not (affirms(answers[0]) or read_answer(answers[0].exact) is Answer.YES):
        return
    behind = units[answers[-1].index + 1 : answers[-1].index + 1 + _REACH]
    put = [one for one in behind if one.speaking is Speaking.CLINICIAN and one.question]
    would = next((one for one in put if one.turn - unit.turn <= _TURNS and _WOULD_DO.search(one.exact)), None)
    near = units[max(0, unit.index - _NAMED_WITHIN) : answers[-1].index + 1 + _NAMED_WITHIN]
    if would is None and not any(RiskKind.SUICIDE in kinds_in(one.exact) for one in near):
        return
    on = _asked_on(units, would) if would is not None else ()
    kept = (unit, *answers[:2], *on)
    yield Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, kept, rank=DISCLOSED, whole=True)


def _asked_on(units: Sequence[Unit], would: Unit) -> tuple[Unit, ...]:
    """Whether they would do it, whatever else was asked in that turn, and what was answered."""
    put = [one for one in units[would.index : would.index + 3] if one.turn == would.turn]
    said = answers_to(units, put[-1]) or ()
    return (*put, *said[:3]) if said else ()
