"""Words of the client's own that a clinician takes up and asks about: "you said, I could kill him".

A bare denial hides why it was asked. What was said, how it was meant and what was answered stand with it: as
unclear, or with the denial where it was no more than a manner of speaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answers import PLANNED
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.spec import Speaking

_TAKES_UP = re.compile(
    r"\b(?:when )?you(?:'ve| have|'d| were| are)? (?:just )?(?:said|say|saying|thought|written|wrote|put"
    r"|joked|joking"
    r"|used the words?)\b(?: about| that)?[,:]?\s*(?P<words>[\"“][^\"”]{6,}[\"”]|(?<=[,:] )[^.?!]{6,}"
    r"|(?<=about )[^.?!]{6,})",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"\b(?:expression|figure of speech|manner of speaking|(?:how|way) i (?:talk|speak|say)|jok(?:e|ing)"
    r"|turn of phrase"
    r"|just (?:a saying|words|something (?:i|you|people) say))\b",
    re.IGNORECASE,
)
_TURNS, _BACK, _SOURCE, _MOST, _END = 7, 40, 60, 24, 8


def with_what_led_up(units: Sequence[Unit], mentions: Sequence[Mention]) -> list[Mention]:
    """The findings, each denial with the words of the client's that were asked about."""
    first: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda one: (one.units[0].index, tuple(RiskKind).index(one.kind))):
        for led in _led_up(units, mention):
            first.setdefault(led.units[-1].turn, led)  # of two risks asked in turn, the one asked at once
    return [*mentions, *{one.units[0].index: one for one in reversed(first.values())}.values()]


def _led_up(units: Sequence[Unit], mention: Mention) -> Iterator[Mention]:
    asked = mention.units[0]
    denied = mention.status is RiskStatus.DENIED and mention.kind in PLANNED and mention.whose is None
    if not denied or asked.speaking is not Speaking.CLINICIAN:
        return
    near = units[max(0, asked.index - _BACK) : asked.index]
    taken = next((one for one in near if asked.turn - one.turn <= _TURNS and _takes_up(one)), None)
    if taken is None:
        return
    between = list(units[taken.index : asked.index])
    answers = [one for one in between if one.speaking is Speaking.CLIENT]
    if not answers:
        return
    manner = any(_MANNER.search(one.exact) for one in between)
    status = RiskStatus.DENIED if manner else RiskStatus.UNCLEAR
    told = (*_source(units, taken), *between)
    if len(told) > _MOST:
        told = (*told[: _MOST - _END], *told[-_END:])  # never without how it was answered in the end
    yield Mention(mention.kind, status, told, rank=DISCLOSED, whole=True)


def _takes_up(unit: Unit) -> bool:
    return unit.speaking is Speaking.CLINICIAN and _TAKES_UP.search(unit.exact.replace("’", "'")) is not None


def _source(units: Sequence[Unit], taken: Unit) -> tuple[Unit, ...]:
    """Where the client said the words that are taken up; empty where it is not plain."""
    found = _TAKES_UP.search(taken.exact.replace("’", "'"))
    stems = set(content_stems(found["words"])) if found else set()
    near = [
        one for one in units[max(0, taken.index - _SOURCE) : taken.index] if one.speaking is Speaking.CLIENT
    ]
    said = [one for one in near if stems and stems <= set(one.stems)]
    if not said:
        return ()
    led = units[said[-1].index - 1] if said[-1].index else said[-1]
    return (led, said[-1]) if led.turn == said[-1].turn and led is not said[-1] else (said[-1],)
