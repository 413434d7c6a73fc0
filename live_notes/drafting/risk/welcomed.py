"""The own death supposed, and welcome: "I wouldn't mind, some nights. If I didn't wake up.".

Neither half tells of a wish by itself. They are often spoken as two sentences, and the death is as often an
illness or an accident as it is sleep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import matches_in
from live_notes.drafting.spec import Speaking

_ILL = (
    r"(?:a (?:\w+ )?(?:heart attack|coronary|stroke|clot|crash|brain haemorrhage|aneurysm)"
    r"|(?:terminal )?cancer|something terminal)"
)
_SUPPOSED = re.compile(
    r"\bif i(?:'d| had)?(?: (?:just|ever|only|simply|were to|was to|happened to))*"
    r" (?:(?:did(?:n't| not)|never|don't)(?: ever)? w[ao]ke\b(?! (?:early|till|until|before|in time|for"
    r"|him|her"
    rf"|them|the|at))|died\b|drop(?:ped)? dead\b|(?:had|have|got|get|took|take) {_ILL}"
    r"|(?:was|were) (?:gone|dead|no more|taken(?! (?:off|on|to|out|in|by|for|up|away))|hit by an?)\b"
    r"|(?:wasn't|weren't|was not|were not)"
    r" (?:here|around|alive) (?:any ?more|tomorrow)\b"
    r"|(?:slipped|drifted|passed) away\b|didn't (?:come round|make it home)\b)",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"\bi(?:'d| would)?(?: \w+)?(?: not|n't) (?:really |even |much |half )?"
    r"(?:mind(?! (?:if|being (?:seen|asked|in)|going|the|a|an|you|to)\b)"
    r"|complain|object|care\b|fight it|put up a fight|be (?:sorry|bothered|sad|upset|put out))"
    r"|\bi(?:'d| would)(?: \w+)? be (?:as )?(?:glad|happy|relieved|grand|fine|content|okay|ok|all right"
    r"|at peace|grateful)\b"
    r"|\b(?:(?:it|that|which)(?:'d| would)(?: \w+)? be|what) (?:an? )?(?:\w+ )?(?:nice|lovely|good|grand|easy"
    r"|decent|beautiful|relief|mercy|blessing|release|kindness|rest)\b(?! (?:idea|point|question))"
    r"|\b(?:nice|lovely|good|grand|easy|bad|worse|decent|beautiful|clean) way (?:to go|out|of going)\b"
    r"|\bso be it\b|\b(?:suit|do) me (?:fine|grand|well|nicely)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:afraid|scared|worr\w+|frightened|terrified|fear\w*|panic\w*|insurance|joke|joking|used to)\b",
    re.IGNORECASE,
)
_SHORT = 9
"""A condition of few words leans on the sentence beside it."""


def welcomes_death(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a client says of their own death, supposed in one breath and welcome in it or in the next."""
    plain = unit.exact.replace("’", "'")
    if unit.question or unit.speaking is not Speaking.CLIENT or not _SUPPOSED.search(plain):
        return
    if any(one.certain and one.kind is RiskKind.SUICIDE for one, _ in matches_in(unit.exact)):
        return
    beside: tuple[Unit, ...] = (unit,)
    if not _WELCOME.search(plain):
        near = [one for one in _beside(units, unit) if _WELCOME.search(one.exact.replace("’", "'"))]
        if not near or unit.length > _SHORT:
            return
        beside = tuple(sorted((unit, near[0]), key=lambda one: one.index))
    if any(_NOT_SO.search(one.exact) or one.question for one in beside):
        return
    behind = units[beside[-1].index + 1 : beside[-1].index + 3]
    more = [one for one in behind if one.turn == unit.turn and one.speaking is Speaking.CLIENT]
    yield Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, (*beside, *more), rank=DISCLOSED)


def _beside(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The sentence before and the one behind, of the same turn."""
    near = units[max(0, unit.index - 1) : unit.index + 2]
    return [one for one in near if one is not unit and one.turn == unit.turn and one.speaker == unit.speaker]
