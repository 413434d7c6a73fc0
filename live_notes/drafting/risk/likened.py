"""A state likened to drunkenness: "light, a bit drunk, like I cry at a wedding". Nothing was drunk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.idioms_spoken import ALCOHOL
from live_notes.drafting.risk.turns import turn_before, turn_of

_DRUNK = re.compile(r"(?:drunk|hungover|sober)$", re.IGNORECASE)
_AS_IF = re.compile(
    r"(?:(?:^|[.,;!?] )(?:(?:just|still|well|oh|um|uh|light|lighter|floaty|heavy|tired|dizzy|woozy|and"
    r"|or|maybe)[, ]+)*"
    r"(?:a (?:bit|little|tad|wee bit)|kind of|kinda|sort of|almost|half|slightly|nearly|sorta)"
    r"|\b(?:feels?|felt|feeling)(?: (?:a bit|a little|kind of|sort of|almost|half|slightly|very|really"
    r"|so|like(?: a| i'm"
    r"| i was| being)?))?"
    r"|\b(?:like|as if|as though)(?: (?:a|the|some|i'm|i am|i was|i were|i'd been|i'd got|i got|being"
    r"|you're|he's|she's"
    r"|someone|somebody|you are|when i'm|when you're))?(?: (?:half|a bit|slightly))?) $",
    re.IGNORECASE,
)
_REAL = re.compile(rf"\b(?:{ALCOHOL}|drinks?|drank|drinking|ganja|weed|high)\b", re.IGNORECASE)

_CAN = re.compile(r"\bcan\b", re.IGNORECASE)
"""What somebody may do, more often than what beer is sold in."""


def is_likened_to_drink(units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]) -> bool:
    """Whether drunkenness is named as what something feels like, where nobody speaks of a drink."""
    if kind is not RiskKind.SUBSTANCE_USE or not _DRUNK.search(match.group()):
        return False
    if not _AS_IF.search(match.string[: match.start()]):
        return False
    turn = [one.exact for one in (*turn_before(units, unit), *turn_of(units, unit)) if one is not unit]
    rest = match.string[: match.start()] + match.string[match.end() :]
    return not any(_REAL.search(_CAN.sub(" ", text)) for text in (*turn, rest))
