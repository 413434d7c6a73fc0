"""What is said of shame in the words of dying, and put right in the same breath.

"I'd rather die. Nah, not like that, it's just cringe" tells of a speech nobody wants to hold. It is no
mention of a risk where something light and shaming is spoken of, nothing grave stands near and
nobody asks about suicide. Of a shaming deed alone ("Could you tell them?" "I'd rather die.") it is
unclear, told with the question. All else stays as it is: "I'd rather be dead" is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.turns import turn_before, turn_of
from live_notes.drafting.spec import Speaking

_FIGURE = re.compile(
    r"\bi(?:'d| would)(?: \w+ly| just| much)* (?:rather|sooner) (?:just )?die\b(?! than (?:live|go on|be here"
    r"|keep))"
    r"|\bi (?:could|would|should)(?:'ve| have|a| of)?(?: \w+ly| just)* die[d]?\b"
    r"|\bi'(?:ll|d)(?: \w+ly| just)* die\b|\b(?:someone |somebody |just |please )?(?:kill|shoot) me now\b",
    re.IGNORECASE,
)
_SHAME = re.compile(
    r"\b(?:cring\w*|embarrass\w*|awkward|mortif\w*|morto|scarlet|blush\w*|red[- ]faced"
    r"|shy|stage fright|awks|in front of (?:everyone|everybody|people|them|the|my|all)"
    r"|(?:everyone|everybody|people|they)(?:'s| was| were|'re| are| is| all)* (?:looking|staring|laughing"
    r"|watching|listening)|ground to (?:open|swallow)|earth should open|make a fool|look(?:ed)? stupid)\b",
    re.IGNORECASE,
)
_SMALL_DEED = re.compile(
    r"\b(?:present(?:ing|ation)?|speech|toast|sing(?:ing)?|karaoke|danc(?:e|ing)|stage|camera|selfies?|video"
    r"|tiktok|instagram|stammer\w*|stutter\w*|read(?:ing)? (?:it |that )?(?:out|aloud)|wear(?:ing)?|bikini"
    r"|swimsuit|audience|role-?play\w*|self-disclos\w*|introduc(?:e|ing) (?:myself|yourself)|icebreaker"
    r"|changing room|put (?:my|your) hand up|class|assembly|eat(?:ing)? (?:in front|with)|blush|order(?:ing)?"
    r" (?:food|in|a)|ask (?:her|him|them|someone) out|dating app|speed dating)\b",
    re.IGNORECASE,
)
_PUT_TO = re.compile(
    r"\b(?:if (?:you|they|we|she|he|i)|(?:could|would|can|will) you|what (?:about|if)|how about|imagine|try"
    r"|what would it be like)\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:tell(?:ing)?|told|ask(?:ing)?|say(?:ing)?|said|speak(?:ing)?|talk(?:ing)?|show(?:ing)?|admit\w*"
    r"|disclos\w*|confess\w*|apologis\w*|apologiz\w*|ring(?:ing)?|phone|call(?:ing)?|post(?:ing)?|knew|know"
    r"|found out|find out|see|saw)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"\b(?:not (?:like|literally|really|actually|for real|in that way|that way|as in)|(?:figure|manner) of"
    r" speech|(?:just|only) (?:an? )?(?:expression|saying|joke|joking|messing|kidding)|(?:i'm|am) (?:only"
    r" |just )?(?:joking|kidding|messing)|i don't mean (?:it|that|literally)|how we say|you know what i mean"
    r"|i mean it's)\b",
    re.IGNORECASE,
)
_GRAVE = AnyCase(
    r"\b(?:suicid\w*|(?:be|was|were|better off) dead|myself|alive|liv(?:e|ing)|tablets|pills|rope|bridge|gun"
    r"|no point|what's the point|can't (?:go on|do this|take)|tired of|hopeless|burden|any ?more|every"
    r" (?:night"
    r"|day)|expel\w*|thrown out|kicked out|deport\w*|divorc\w*|affair|cheat\w*|pregnan\w*|abortion|rape\w*"
    r"|assault\w*|abus\w*|arrest\w*|prison|jail|court|police|debts?|loans?|bankrupt\w*|hiv|cancer|sacked"
    r"|fired"
    r"|evict\w*|homeless|custody|dishonou?r\w*|disown\w*|gambl\w*|hate myself|depress\w*|self[- ]harm\w*"
    r"|overdose\w*|serious|(?:embarrassment|disgrace|shame|disappointment) (?:to|on)|failure|worthless"
    r"|useless"
    r"|hit|beat|punch\w*|slap\w*|chok\w*|strangl\w*|crash\w*|accident|fell|bleed\w*|hospital|ambulance"
    r"|drown\w*|alone|nobody|wish)\b"
)
_FAR, _AFTER = 16, 3


class Lightness(Enum):
    """How much of what sounds like a wish to die is left once its occasion is seen."""

    NONE = "no mention of a risk"
    OPEN = "unclear"
    MEANT = "as it is said"


def how_lightly(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> Lightness:
    """Whether words of dying are a figure of shame, may be one, or are to be taken as they are."""
    figure = next((one for one in _FIGURE.finditer(match.string) if _meet(one, match)), None)
    if figure is None or _is_asked_near(units, unit):
        return Lightness.MEANT
    before, turn = turn_before(units, unit), turn_of(units, unit)
    own = [one for one in turn if one.index >= unit.index - _AFTER and one.index <= unit.index + _AFTER]
    around = _plain([*before, *own])
    if _GRAVE.search(f"{around} {_plain(turn)}".replace(figure.group(), " ")):
        return Lightness.MEANT
    put = _plain(before)
    small = _PUT_TO.search(put) is not None and _SMALL_DEED.search(put) is not None
    if small or _SHAME.search(around):
        return Lightness.NONE
    deed = _is_of_a_deed(before, own)
    behind = [one for one in own if one.index > unit.index]
    return Lightness.OPEN if deed or _PUT_RIGHT.search(_plain(behind)) else Lightness.MEANT


def with_its_occasion(units: Sequence[Unit], unit: Unit) -> tuple[Unit, ...]:
    """What was put to somebody, what they said of it, and what they said next."""
    asked = turn_before(units, unit)[-1:]
    behind = [one for one in turn_of(units, unit) if unit.index < one.index <= unit.index + _AFTER]
    return (*asked, unit, *behind)


def _is_of_a_deed(before: Sequence[Unit], own: Sequence[Unit]) -> bool:
    """Whether something that may shame is put to the client, or is named by them as what would."""
    put = _plain(before)
    if _PUT_TO.search(put) and (_DEED.search(put) or _SMALL_DEED.search(put)):
        return True
    said = _plain(own)
    return bool(re.search(r"\b(?:if|when|than|made me|make me)\b", said, re.IGNORECASE)) and bool(
        _DEED.search(said) or _SMALL_DEED.search(said)
    )


def _is_asked_near(units: Sequence[Unit], unit: Unit) -> bool:
    near = units[max(0, unit.index - _FAR) : unit.index + _FAR]
    return any(
        one.speaking is Speaking.CLINICIAN and kinds_in(one.exact) & {RiskKind.SUICIDE, RiskKind.SELF_HARM}
        for one in near
    )


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _plain(units: Sequence[Unit]) -> str:
    return " ".join(one.exact for one in units).replace("’", "'")
