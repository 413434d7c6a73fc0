"""The findings of risk as one item for each kind and status, the client's own first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.answers import doubts, without_what_is_told
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

DISCLOSED, ASKED, SUPPOSED = range(3)
"""How much a finding tells beside others of its status: what the client disclosed comes first."""
MAY_BE_PAST = frozenset((RiskKind.SUICIDE, RiskKind.SELF_HARM))
"""Risks of which a note tells what was long ago apart from what is so."""
_STATUS_ORDER = (RiskStatus.REPORTED, RiskStatus.UNCLEAR, RiskStatus.DENIED)
_MAX_QUOTES, _MOST_OF_ONE, _MOST_WHOLE, _MOST_TOLD, _MOST_OF_USE = 8, 4, 24, 48, 9


@dataclass(frozen=True)
class Mention:
    """One finding before findings are put together. `weak` ones give way to any other of their kind.

    `past`: long ago, by the client's own words. `whose`: whose it is, where it is not the client's own.
    `whole`: none of its words may be left out, since what was said between would be missed.
    `heard`: what followed, told where nothing else tells of what the client said to it.
    """

    kind: RiskKind
    status: RiskStatus
    units: tuple[Unit, ...]
    weak: bool = False
    rank: int = ASKED
    past: bool = False
    whose: str | None = None
    whole: bool = False
    heard: tuple[Unit, ...] = ()


def items_of(mentions: Sequence[Mention]) -> tuple[RiskItem, ...]:
    """What was found, by kind: what is so now, what was long ago, and what is another's."""
    items: list[RiskItem] = []
    mentions = [one for one in mentions if not _is_told_as_suicide(one, mentions)]
    for kind in RiskKind:
        of_kind = [one for one in mentions if one.kind is kind]
        own = [one for one in of_kind if one.whose is None]
        items += _own(kind, [one for one in own if not one.past])
        then = [one for one in own if one.past]
        items += [_item(then, past=True)] if then else []
        of_others = [one for one in of_kind if one.whose is not None and not (one.weak and own)]
        people = dict.fromkeys(one.whose for one in of_others)
        items += [_item([one for one in of_others if one.whose == who], whose=who) for who in people]
    return tuple(items)


def _is_told_as_suicide(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether one event, asked of in one breath with suicide, is told as that: it is no self-harm as well."""
    if mention.kind is not RiskKind.SELF_HARM or mention.status is RiskStatus.DENIED:
        return False
    said = {one.index for one in mention.units if one.speaking is Speaking.CLIENT}
    if not said or not (mention.past or mention.whose) or _names_self_harm(mention):
        return False
    return any(
        one.kind is RiskKind.SUICIDE
        and (one.whose, one.past) == (mention.whose, mention.past)
        and said <= {unit.index for unit in one.units}
        for one in mentions
    )


def _names_self_harm(mention: Mention) -> bool:
    said = (one for one in mention.units if one.speaking is Speaking.CLIENT)
    return any(_WOUNDS.search(one.exact) or RiskKind.SELF_HARM in kinds_in(one.exact) for one in said)


_WOUNDS = re.compile(
    r"\b(?:cut|cutting|burn\w*|scratch\w*|carv\w+|bit|hit|harm\w*|wrists?|blades?|razors?|glass)\b",
    re.IGNORECASE,
)


def _own(kind: RiskKind, mentions: Sequence[Mention]) -> list[RiskItem]:
    strong = [one for one in mentions if not one.weak] or list(mentions)
    strong = [one for one in strong if not _answered_elsewhere(one, strong)]
    strong = [replace(one, units=(*one.units, *one.heard)) for one in _with_what_is_open(kind, strong)]
    of_it = [
        _item(group) for status in _STATUS_ORDER if (group := [one for one in strong if one.status is status])
    ]
    return without_what_is_told(of_it) if kind is RiskKind.SUBSTANCE_USE else of_it


def _with_what_is_open(kind: RiskKind, mentions: Sequence[Mention]) -> list[Mention]:
    """What is left unclear beside what was told of the same risk stands with it, behind what was told."""
    told = kind is not RiskKind.SUBSTANCE_USE and any(one.status is RiskStatus.REPORTED for one in mentions)
    return [
        replace(one, status=RiskStatus.REPORTED, rank=SUPPOSED, whole=one.whole and kind not in MAY_BE_PAST)
        if told and one.status is RiskStatus.UNCLEAR and not _is_doubted(one)
        else one
        for one in mentions
    ]


def _is_doubted(mention: Mention) -> bool:
    """Whether a client does not trust the no they give: that stands by itself, to be seen."""
    said = [unit for unit in mention.units if unit.speaking is not Speaking.CLINICIAN]
    return len(said) < len(mention.units) and doubts(said)


def _answered_elsewhere(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a question that was left open was asked again, and answered, in the same breath."""
    asked = mention.units[0]
    alone = all(one.speaking is Speaking.CLINICIAN for one in mention.units)
    return alone and any(
        one.status is not RiskStatus.UNCLEAR and any(unit.turn == asked.turn for unit in one.units)
        for one in mentions
    )


def _item(mentions: Sequence[Mention], *, past: bool = False, whose: str | None = None) -> RiskItem:
    """The findings as one, the telling ones first, an answer always behind its question."""
    told = sorted(mentions, key=lambda one: (one.rank, one.units[0].index))
    units = list({unit.index: unit for mention in told for unit in mention.units}.values())
    return RiskItem(
        kind=told[0].kind,
        status=next(one for one in _STATUS_ORDER if any(m.status is one for m in told)),
        evidence=tuple(dict.fromkeys(line for unit in units for line in unit.evidence)),
        quotes=_quotes(told),
        past=past,
        whose=whose,
    )


def _quotes(told: Sequence[Mention]) -> tuple[str, ...]:
    """The words of the first findings; of several the beginning of each, none cut off behind its question."""
    each = _MAX_QUOTES if len(told) == 1 else _MOST_OF_ONE
    most = _MOST_TOLD if any(one.whole for one in told) else _MAX_QUOTES
    of_use = told[0].kind is RiskKind.SUBSTANCE_USE
    if of_use:
        most, each = _MOST_OF_USE + sum(len(one.units) for one in told if one.whole), _MAX_QUOTES
    quotes: dict[int, str] = {}
    for mention in (one for one in told if not _told_in_full(one, told)):
        kept = _MOST_WHOLE if mention.whole else each
        more = {unit.index: unit.exact for unit in mention.units[:kept] if unit.index not in quotes}
        if len(quotes) + len(more) <= most:
            quotes |= more
    at = sorted(quotes) if of_use else list(quotes)  # amounts read as they changed
    return tuple(quotes[one] for one in at)


def _told_in_full(mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether another finding tells all the words of this one, and what was said around them."""
    said = {unit.index for unit in mention.units}
    full = [one for one in told if one.whole or len(one.units) <= _MOST_OF_ONE]
    return any(one is not mention and said < {unit.index for unit in one.units} for one in full)
