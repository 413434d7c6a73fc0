"""A wish to be dead, or a death, of somebody else, not named as one: "he said, I should walk into that".

Told as theirs, by either of the two who speak, and never as the client's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in, matches_in
from live_notes.drafting.risk.persons import meant, others_told, whose
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_WATER = (
    r"(?:(?:the|that|a) (?:\w+ )?(?:lake|river|sea|canal|water|tide|dam|reservoir|loch|lough|creek"
    r"|lagoon|well"
    r"|ocean|harbour|traffic|road|path of)|(?:that|it)(?=[.,!?'’\"]|$))"
)
_DEATH = (
    rf"(?:(?:should|could|might|may as well|will|would|(?<='d)|(?<='ll)|want(?:s|ed)? to|going to"
    rf"|ought to)(?: just|"
    r" as well| go and| go| have)* (?:walk|jump|wade|throw (?:him|her|my)self|drive|step|go)(?:ed|ing)?"
    rf"(?: straight| right| out| off)* (?:into|in|off|under|in front of) {_WATER}"
    r"|better off (?:dead|gone|in (?:the|a|his|her|my) (?:ground|grave|box|coffin|earth)|under the"
    r" (?:ground|clay|sod)|out of (?:it|this world)|not (?:here|alive|around))\b"
    r"|(?:should|could|might|'d|would) (?:just |as well |rather |be better )*(?:be (?:dead|in (?:the|my"
    r"|his|her)"
    r" (?:ground|grave))|finish it|do away with (?:him|her|my)self)\b)"
)
_SAID = AnyCase(
    r"\b(?P<pronoun>he|she)(?:'s|'d)?(?: (?:has|had|just|also|once|always|keeps?|kept|then|\w+ly))*"
    r" (?:sa(?:id|ys|ying)|told (?:me|us|you)|was saying|turns? round and said|goes)\b"
    rf"(?:(?!\b(?:and|but|so|because) (?:i|i'm|i'd|i've)\b)[^?!]){{0,70}}?\b(?:i|he|she)(?:'(?:d|ll|m|s))?"
    rf" (?:\w+ ){{0,2}}?{_DEATH}"
)
_DIED = AnyCase(
    r"\b(?P<pronoun>he|she)(?:'s|'d)?(?: (?:had|just|went and|\w+ly))* (?:(?:drove|threw|flung|walked"
    r"|rode|put)"
    r" (?:him|her)self (?:into|in|off|under|in front of|over)\b|(?:walked|waded|drove)(?: straight"
    r"| right| out)*"
    r" (?:into|in) the (?:\w+ )?(?:lake|river|sea|canal|ocean|dam|reservoir|water)\b(?=[.,;]| (?:in|and never"
    r"|and (?:he|she) (?:died|never)|and drowned|on purpose)\b))"
)
_STILL_MEANT = AnyCase(
    r"\b(?:he|she)(?:'s|'d)?(?: (?:has|had|just|also|once|always|keeps?|kept|then|\w+ly))*"
    r" (?:sa(?:id|ys|ying)|told (?:me|us)|texted(?: me)?|goes|was like)\b[^?!]{0,70}?(?:"
    r"\b(?:still|always|only|just) thinking (?:about|of) (?:it|doing it|that)\b"
    r"|\b(?:do|doing|try|trying) (?:it|that) again\b|\b(?:do|get|getting|doing) it (?:right|properly)\b"
    r"|\bwish(?:es|ed)? (?:it|they|that)(?:'d| had) worked\b"
    r"|\b(?:sorry|angry|raging|disappointed) (?:that )?(?:it (?:didn't|hadn't) work|(?:i|he|she)(?:'d"
    r"| had)? (?:woke"
    r"|been found|survived))|\bthere(?:'ll| will)(?: always)? be (?:a|another) next time\b)"
)
"""Said by somebody after they tried: that it is not over."""
_WAKE = 24
_QUOTE = re.compile(r"[\"“”]")
_BY_CHANCE = AnyCase(
    r"\b(?:accident\w*|by mistake|for a (?:swim|dip|paddle)|swam|swimming|brakes?|skidd\w+)\b"
)
_BEHIND = 2


def said_by_another(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What somebody else said or did, with what is said on about it in the same turn."""
    plain = unit.exact.replace("’", "'")
    found = _SAID.search(plain) or _DIED.search(plain)
    if found is None and not unit.question:
        yield from _still_meant(units, unit)
    if found is None or unit.question or _BY_CHANCE.search(plain):
        return
    if RiskKind.SUICIDE in kinds_in(unit.exact) or any(
        kind is RiskKind.SUICIDE for kind, _ in others_told(units, unit)
    ):
        return
    who = meant(units, unit, found["pronoun"], found.start())
    rest = (one for one in turn_of(units, unit) if one.index > unit.index)
    more = list(takewhile(lambda one: not one.question, rest))[:_BEHIND]
    kept = (unit, *more) if unit.speaking is Speaking.CLIENT else (unit,)
    yield Mention(RiskKind.SUICIDE, RiskStatus.UNCLEAR, kept, rank=DISCLOSED, whose=who)


def _still_meant(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What somebody says after an attempt of theirs, with the beginning of the quotation it stands in."""
    led = [one for one in turn_of(units, unit) if one.index == unit.index - 1]
    led = [one for one in led if len(_QUOTE.findall(one.exact)) % 2]
    kept = (*led, unit)
    if not _STILL_MEANT.search(" ".join(one.exact for one in kept).replace("’", "'")):
        return
    who = _of_whom_told(units, unit)
    if who is not None:
        yield Mention(RiskKind.SUICIDE, RiskStatus.UNCLEAR, kept, rank=DISCLOSED, whose=who)


def _of_whom_told(units: Sequence[Unit], unit: Unit) -> str | None:
    """Whose attempt was told last, in the talk right before."""
    for one in reversed(units[max(0, unit.index - _WAKE) : unit.index]):
        told = dict(others_told(units, one)) | {
            pattern.kind: who
            for pattern, match in matches_in(one.exact)
            if (who := whose(units, one, pattern.kind, match)) is not None
        }
        if RiskKind.SUICIDE in told:
            return told[RiskKind.SUICIDE]
        if RiskKind.SUICIDE in kinds_in(one.exact):
            return None
    return None
