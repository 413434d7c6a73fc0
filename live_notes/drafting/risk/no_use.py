"""Words of a drink or a drug in which nobody takes any: a supposition, a cup of tea, a place.

A denial has the object of its question too: "you don't take it with the rum?" "No." denies the two together,
and "there's the AA." "No." turns a treatment down. Neither says whether there is any use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.idioms_spoken import ALCOHOL
from live_notes.drafting.risk.turns import turn_before, turn_of

_SUPPOSED = re.compile(
    r"\bif (?:i|we)(?:'d)? (?:(?:ever|only|even) )?(?:drank|drunk|smoked|used|were|was an?|had been)\b",
    re.IGNORECASE,
)
_WOULD_SAY = re.compile(
    r"\b(?:would|'d|might)(?: have|'ve)? (?:just |always )?(?:say|said|tell|go|be like)\b", re.I
)
_PLACE = re.compile(
    r"\b(?:come|came|comes|coming|go|goes|went|going|gone|home|back|in|out|work|worked|works|working|drove|drive"
    r"|walk\w*|job)(?: \w+)? (?:from|at|to|by|past|over at|down at) the $",
    re.IGNORECASE,
)
"""Before what is a workplace or a house: "when he came in from the gin"."""
_OFFERS_A_CUP = re.compile(
    r"\b(?:tea|coffee|water|juice|cuppa|brew|biscuit|squash)\b[^.!]*\?|\?\W*(?:tea|coffee|water)\b",
    re.IGNORECASE,
)
_ALCOHOL = re.compile(rf"\b{ALCOHOL}\b", re.IGNORECASE)
_DRINKS = re.compile(r"\b(?:drinks?|drank|drinking)\b", re.IGNORECASE)
_TREATMENT = re.compile(
    r"\b(?:there(?:'s| is| are)|could|would|can|we have|also|refer\w*|some (?:people|folks?|men|women)"
    r"|option|offer\w*"
    r"|you might (?:try|like))\b[^?]{0,60}\b(?:team|service|clinic|detox|rehab|groups?|meetings?"
    r"|programmes?|programs?"
    r"|counsell?ing|support|AA|NA|worker)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:it|them|that|those|these|one|any)(?: \w+)? (?:with|on top of|alongside|together with|and)"
    r" (?:the |any |your |a |some )?$",
    re.IGNORECASE,
)
_ASKS_TO_TAKE = re.compile(
    r"\b(?:tak(?:e|es|ing|en)|mix\w*|combin\w+|hav(?:e|ing)|us(?:e|ing))\b", re.IGNORECASE
)


def names_no_use(units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]) -> bool:
    """Whether a client's words of drink or drugs tell of nobody's taking any."""
    if kind is not RiskKind.SUBSTANCE_USE:
        return False
    before = match.string[: match.start()]
    if _SUPPOSED.search(match.string) or _WOULD_SAY.search(before) or _PLACE.search(before):
        return True
    return _answers_an_offer(units, unit, match)


def _answers_an_offer(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> bool:
    """Whether a cup of something was offered, and the client speaks of drinking and of no alcohol."""
    if not _DRINKS.search(match.group()):
        return False
    offered = " ".join(one.exact for one in turn_before(units, unit))
    said = " ".join(one.exact for one in turn_of(units, unit))
    return bool(_OFFERS_A_CUP.search(offered)) and not (_ALCOHOL.search(offered) or _ALCOHOL.search(said))


def asks_of_no_use(match: re.Match[str]) -> bool:
    """Whether a clinician names a drug only as taken with something else, or as what a treatment is of."""
    before = match.string[: match.start()]
    if _TOGETHER.search(before) and _ASKS_TO_TAKE.search(before):
        return True
    return _TREATMENT.search(match.string) is not None
