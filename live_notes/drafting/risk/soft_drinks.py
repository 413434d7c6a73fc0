"""A drink that holds no alcohol and is named beside the words of drinking: "her Complan ... I drink it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.idioms_spoken import ALCOHOL, MORE_IDIOMS, SOFT_DRINKS
from live_notes.drafting.risk.turns import turn_before, turn_of

_DRINKS = re.compile(r"\b(?:drinks?|drank|drinking)\b", re.IGNORECASE)
_STANDS_FOR_IT = re.compile(
    r"\W*(?:(?:about|around|maybe|only|just|nearly|all|half|most|some|the rest|a lot|a bit|loads|more|enough)"
    r"(?: of)? )*(?:it|that|them|those|this|mine|hers|his|one|two|three|four|five|six|(?:two|three|four"
    r"|half a"
    r"|a|\d+) (?:lit(?:re|er)s?|glass(?:es)?|cups?|mugs?|bottles?|pints?|sachets?|cartons?))\b"
    r"(?! (?:too much|heavily|to forget|to cope|to sleep|neat))",
    re.IGNORECASE,
)
_SOFT, _ALCOHOL = AnyCase(rf"\b{SOFT_DRINKS}\b"), AnyCase(rf"\b{ALCOHOL}\b")
_OF_DRINK = re.compile(r"\b(?:the drink|a drink|drinking|drinker)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:pints?|cans?)(?= of (?:water|milk|juice|squash|coke|pop))", re.IGNORECASE)
_NEAR = 3


def is_no_alcohol(units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]) -> bool:
    """Whether somebody drinks "it", and no more than a meal drink, tea or water was named right before."""
    if kind is not RiskKind.SUBSTANCE_USE or not _DRINKS.search(match.group()):
        return False
    if not _STANDS_FOR_IT.match(match.string[match.end() :]):
        return False
    turn = turn_of(units, unit)
    near = [one for one in turn if unit.index - _NEAR <= one.index < unit.index]
    asked = turn_before(units, unit)
    named = " ".join([*(one.exact for one in (*asked, *near)), match.string[: match.start()]])
    told = f"{named} {' '.join(one.exact for one in turn if one is not unit)} {match.string[match.end() :]}"
    alcohol = _ALCOHOL.search(_AMOUNT.sub(" ", told)) or any(
        _OF_DRINK.search(MORE_IDIOMS.sub(" ", one.exact)) for one in asked
    )
    return _SOFT.search(named) is not None and not alcohol
