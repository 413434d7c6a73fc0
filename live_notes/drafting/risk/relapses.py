"""A relapse of what: of drink or drugs only where the talk names one, or what people in recovery speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind

_RELAPSE = re.compile(r"relaps\w+|(?:had|having) a (?:slip|lapse)", re.IGNORECASE)
_OF_USE = re.compile(
    r"\b(?:drink(?:ing|er|ers|s)?|drank|drunk|alcohol\w*|booz\w+|wine|beers?|lager|vodka|whiske?y|gin"
    r"|rum|pints?"
    r"|sober\w*|sobriety|(?:got|get|stay\w*|been|being) clean|in recovery|rehab|detox\w*|AA|sponsor|dry out"
    r"|(?:been|started|stopped|back|not|quit|keep|kept|still|about|when) using|us(?:e|ed) again|drugs?"
    r"|cocaine|crack"
    r"|heroin|meth\w*|weed|cannabis|ganja|smok(?:e|ed|es|ing)|opi\w+|fentanyl|oxy\w*|ketamine|dealer"
    r"|substance\w*"
    r"|addict\w*|benzos?|wagon|cravings?|urges? to use)\b",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\b(?:check(?:ed|ing)|wash(?:ed|ing)|count(?:ed|ing)|bing\w+|purg\w+|vomit\w*|restrict\w*|weigh\w*"
    r"|starv\w*"
    r"|anorexi\w*|bulimi\w*|pull(?:ed|ing)|pick(?:ed|ing)|ms|multiple sclerosis|cancer|leukaemia"
    r"|lymphoma|psychosis"
    r"|depress\w+|bipolar|mani[ac]\w*|ocd|compulsi\w+|rituals?|gambl\w*|bet(?:s|ting)?|porn\w*|gaming)\b",
    re.IGNORECASE,
)
_CLEAN = re.compile(r"\b(?:got|get|stay\w*|been|being) clean\b", re.IGNORECASE)
_FAR, _A_TALK = 160, 20


def speaks_of_use(text: str) -> bool:
    """Whether words name a drink or a drug, or what people in recovery from one speak of."""
    return _OF_USE.search(_CLEAN.sub(" ", text)) is not None


def is_relapse_of_another_kind(
    units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]
) -> bool:
    """Whether a relapse is none of drink or drugs: nothing around it speaks of either.

    In a few words alone it stays one, unless they say what came back.
    """
    if kind is not RiskKind.SUBSTANCE_USE or not _RELAPSE.fullmatch(match.group()):
        return False
    near = units[max(0, unit.index - _FAR) : unit.index + _FAR]
    if any(_OF_USE.search(one.exact) for one in near):
        return False
    return len(near) >= _A_TALK or any(_OF_ELSE.search(one.exact) for one in near)
