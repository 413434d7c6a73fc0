"""What is said on about a risk in the turns after it was answered: what holds somebody, whom they would tell.

A bare "No." or one sentence of a wish says little. What the clinician goes on to ask of it (since when, how
near, what would be done if it grew, who knows, where the means are) belongs to it with what is answered, up
to the first question of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answers import PLANNED
from live_notes.drafting.risk.frames import asks_for_a_plan, asks_of_that
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, SUPPOSED, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.turns import turn_behind, whole_turn
from live_notes.drafting.spec import Speaking

_GOES_ON = re.compile(
    # since when, and whether it is so now
    r"^(?:(?:and|so|but|okay)[, ]+)*(?:since (?:then|\w+)|(?:right )?now|today|tonight|this week"
    r"|these days|lately)\b"
    r"|\bis that (?:there|around|with you|still(?: (?:there|so|with you|around|going on))?\W*$)"
    r"|\bnothing (?:now|since|like that)\b"
    # how near it comes
    r"|\b(?:the|that|those|this) (?:thoughts?|urges?|feelings?|\w+-night thing)\b|\bany urges?\b"
    r"|\b(?:something|anything) you(?:'d| would| might) (?:ever |actually )?do\b|\bat any point since\b"
    r"|^(?:(?:and|so|but|okay)[, ]+)*how (?:often|many times|close|near|strong)\b"
    r"|\bthought of doing (?:something|anything)\b|\bthat(?:'d| would|'s| is)(?: be)? a (?:one|two|three)\b"
    # what would be done, and who is told
    r"|\bif (?:it|that|this|things?|today|you|the \w+)\b[^?.]{0,40}\b(?:got|gets?|came|comes?|grew|stirred"
    r"|changed"
    r"|changes|shifted|worse|strong(?:er)?|more than|staying|stays|back|felt|feel)\b"
    r"|\byou(?:'d| would|'ll) (?:tell|let|ring|call|say)\b|\b(?:who|what|whom)(?:'d| would) you (?:do|tell"
    r"|ring"
    r"|call|say|reach|go)\b|\b(?:anybody|anyone|he|she|they|[A-Z]\w+)(?: else)? knows?\b"
    r"|\bwhat (?:stops|stopped|keeps|kept|holds|held) you\b|\bkeep (?:yourself )?safe\b"
    # where the means are
    r"|\b(?:guns?|rifles?|pistols?|firearms?|blades?|razors?|the kit)\b"
    r"|\b(?:where|have|keep|got|lock\w*)\b[^?]{0,30}\b(?:tablets|pills|rope|kni(?:fe|ves))\b"
    r"|\bhave (?:any|it|them|that|those)\b[^?]{0,12}\bat (?:home|work|school)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:guns?|rifles?|pistols?|firearms?|blades?|razors?|kit|tablets|pills|rope|kni(?:fe|ves)|pesticides?)\b",
    re.IGNORECASE,
)
_MOVES_THEM = re.compile(
    r"\b(?:giv(?:e|ing)|put(?:ting)?|mov(?:e|ing)|lock(?:ing)?|hand(?:ing)?|tak(?:e|ing)|leav(?:e|ing)|bring(?:ing)?"
    r"|throw(?:ing)?|get(?:ting)? rid|keep(?:ing)?|part(?:ing)?)\b[^.?!]{0,20}"
    r"\b(?:it|them|those|that|guns?|rifles?|pistols?|blades?|kit|tablets|pills|rope|kni(?:fe|ves))\b",
    re.IGNORECASE,
)
"""What becomes of the means: who refuses to part with them, and what is put where."""
_OF_NOW = re.compile(
    r"^\W*(?:(?:but|and|so)[, ]+)?(?:now|today|these days|nowadays|lately|currently)\b", re.IGNORECASE
)
_THEIRS = re.compile(r"\b(?:he|she|him|her|his|they|them|their)(?:'s|'d|'ll)?\b", re.IGNORECASE)
_FURTHER, _MOST_MOVED = 9, 2
_MOST_OF_A_TURN, _BEFORE, _ON, _LED = 9, 2, 5, 12
_MOST_TURNS, _MOST_KEPT, _MOST_ASKED, _MOST_SAID = 9, 5, 2, 6


def with_its_wake(units: Sequence[Unit], mentions: Sequence[Mention]) -> list[Mention]:
    """The findings, each of the client's own life with what was said on about it, where no other tells it."""
    mentions = [told_to_its_end(units, told_whole(units, one)) for one in mentions]
    told = {unit.index for one in mentions if one.whose is None for unit in one.units}
    return [*mentions, *_wakes(units, mentions, told)]


def _wakes(units: Sequence[Unit], mentions: Sequence[Mention], told: set[int]) -> Iterator[Mention]:
    for mention in sorted(mentions, key=lambda one: (one.past, tuple(RiskKind).index(one.kind))):
        if mention.kind not in MAY_BE_PAST or mention.whose or mention.weak or mention.past:
            continue
        asked = mention.units[0].speaking is Speaking.CLINICIAN
        if mention.units[-1].speaking is not Speaking.CLIENT or not (asked or mention.rank == DISCLOSED):
            continue
        wake = _wake(units, mention.units[-1], told)
        told |= {one.index for one in wake}
        if wake:
            yield replace(mention, units=tuple(wake), rank=SUPPOSED, whole=True, heard=())


def told_whole(units: Sequence[Unit], mention: Mention) -> Mention:
    """A client's own report with the turn it is told in, or the nearest of it where that is long.

    The words of a risk are seldom those that say what was done, when, and what it is like.
    """
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    own = mention.kind in PLANNED and mention.whose is None and not mention.weak
    if not own or mention.status is not RiskStatus.REPORTED or not said:
        return mention
    turn = whole_turn(units, said[-1])
    if mention.past:
        behind = (one for one in turn if one.index > said[-1].index)
        turn = list(takewhile(lambda one: not _OF_NOW.match(one.exact), behind))[:_ON]
    elif len(turn) > _MOST_OF_A_TURN or not _answers_it(units, mention, turn[0]):
        turn = [one for one in turn if said[0].index - _BEFORE <= one.index <= said[-1].index + _ON]
    kept = {one.index: one for one in (*mention.units, *turn)}
    return replace(mention, units=tuple(kept[at] for at in sorted(kept)), whole=True)


def _answers_it(units: Sequence[Unit], mention: Mention, first: Unit) -> bool:
    """Whether a turn is told in answer to words of that risk; else its beginning may be of another matter."""
    asked = units[max(0, first.index - _LED) : first.index]
    return any(mention.kind in kinds_in(one.exact) for one in asked if one.speaking is Speaking.CLINICIAN)


def told_to_its_end(units: Sequence[Unit], mention: Mention) -> Mention:
    """What is told of somebody else's danger, with what became of them in the same turn."""
    last = mention.units[-1]
    if mention.kind is not RiskKind.SUICIDE or mention.whose is None or last.speaking is not Speaking.CLIENT:
        return mention
    behind = [one for one in whole_turn(units, last) if one.index > last.index]
    more = list(takewhile(lambda one: _THEIRS.search(one.exact) is not None, behind))[:_ON]
    return replace(mention, units=(*mention.units, *more), whole=bool(more) or mention.whole)


def _wake(units: Sequence[Unit], last: Unit, told: set[int]) -> list[Unit]:
    """The exchanges behind an answer that are still of it, and that nothing else tells."""
    kept: list[Unit] = []
    exchanges = 0
    at = last
    for _ in range(_MOST_TURNS):
        asked = turn_behind(units, at)
        said = turn_behind(units, asked[-1]) if asked else []
        if not said or asked[0].speaking is not Speaking.CLINICIAN:
            break
        at = said[-1]
        of_it = [one for one in asked if _is_of_it(one)]
        if not of_it:
            if any(one.question for one in asked):
                break
            continue
        exchanges, last = exchanges + 1, at
        new = [one for one in (*of_it[-_MOST_ASKED:], *said[:_MOST_SAID]) if one.index not in told]
        if any(one.speaking is Speaking.CLIENT for one in new):
            kept += new
        if exchanges >= _MOST_KEPT:
            break
    means = any(_MEANS.search(one.exact) for one in kept)
    return [*kept, *_moved(units, last, told)] if means else kept


def _moved(units: Sequence[Unit], last: Unit, told: set[int]) -> Iterator[Unit]:
    """What is said of the means a little further on, with what was asked."""
    found = 0
    for _ in range(_FURTHER):
        asked = turn_behind(units, last)
        said = turn_behind(units, asked[-1]) if asked else []
        if not said or found == _MOST_MOVED:
            return
        last = said[-1]
        if any(_MOVES_THEM.search(one.exact) for one in said) and not told & {one.index for one in said}:
            found += 1
            yield from (*asked[-1:], *said[:_MOST_SAID])


def _is_of_it(unit: Unit) -> bool:
    return bool(
        _GOES_ON.search(unit.exact.replace("’", "'"))
        or kinds_in(unit.exact) & MAY_BE_PAST
        or asks_for_a_plan(unit)
        or asks_of_that(unit)
    )
