"""Cannabis told without its name once the talk has named it: "I roll one before work"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

_SMOKED = re.compile(
    r"\broll(?:s|ed|ing)? (?:one|a (?:joint|spliff|zoot|small one|big one))\b"
    r"|\bi(?:'m|'ve|'d)? (?:(?:does|do|did|still|just|mostly|only|been|usually|always|would) )*"
    r"(?:smok(?:e|ed|ing)|blaz(?:e|ed|ing)|burn(?:ed|ing)? one|bun(?:ning)? (?:one|it))\b"
    r"|\b(?:a|one|two|three|first) (?:joint|spliff|zoot|cone|bong|toke)s?\b",
    re.IGNORECASE,
)
_CANNABIS = re.compile(
    r"\b(?:weed|cannabis|ganja|marijuana|skunk|joints?|spliffs?|bongs?|edibles|stoned|thc"
    r"|hash)\b(?! ?(?:killer"
    r"|tag|brown))",
    re.IGNORECASE,
)
_TOBACCO = re.compile(
    r"\b(?:cigarettes?|cigs?|ciggies|tobacco|nicotine|fags?|vap\w+|rollies|cigars?)\b", re.I
)
_NOT = re.compile(r"\b(?:not|never|no|ain't|used to|stopped|quit|gave up|if|would)\b|n't\b", re.IGNORECASE)
_FAR, _LEAST = 200, 2


def smoked_without_a_name(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a client tells of smoking, in talk that names cannabis and no tobacco."""
    plain = unit.exact.replace("’", "'")
    if (
        unit.question
        or unit.speaking is not Speaking.CLIENT
        or not _SMOKED.search(plain)
        or _NOT.search(plain)
    ):
        return
    if RiskKind.SUBSTANCE_USE in kinds_in(unit.exact):
        return
    near = units[max(0, unit.index - _FAR) : unit.index + _FAR]
    if sum(1 for one in near if _CANNABIS.search(one.exact)) < _LEAST:
        return
    if not any(_TOBACCO.search(one.exact) for one in near):
        yield Mention(RiskKind.SUBSTANCE_USE, RiskStatus.REPORTED, (unit,), rank=DISCLOSED)
