"""An open answer with what was asked on about it: never the question alone, never half of what was said.

Where an answer says neither yes nor no, a reader needs it to its end, and the next question that only points
at it ("how many times has it come?", "is that something you'd do?") with what is answered to that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.answers import PLANNED
from live_notes.drafting.risk.frames import is_said_to_everybody
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.measures import says_how_often
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_POINTS = re.compile(r"\b(?:it|it's|that|that's|this|those|them|they|these)\b", re.IGNORECASE)
_OF_THE_RISK = re.compile(
    r"\bhow (?:often|many times|frequent\w*|much of the time)\b|\b(?:do|doing|done) (?:it|that)\b"
    r"|\b(?:you'd|you would|you might|you'll) (?:ever |actually |really )?do\b|\bact(?:ed|ing)? on\b"
    r"|\b(?:a|just a|more a) (?:feeling|thought|wish|joke|figure of speech)\b|\b(?:mean|meant) (?:it"
    r"|that|by)\b"
    r"|\b(?:it|that|they|those|this|these(?: thoughts?)?|the (?:thoughts?|urges?|feeling))(?: still|"
    r" ever| last)?"
    r" (?:come|comes|came|cross\w*|happen\w*|go(?:es)? (?:any )?further|been (?:there|around|with you))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow (?:often|many times|many nights|many days|frequent\w*)\b", re.IGNORECASE)
_TO_ITS_END, _ON, _MOST_ASKED, _REACH, _MOST_HEARD = 8, 4, 2, 12, 3
_LISTENS = re.compile(
    r"^\W*(?:(?:okay|ok|right|mm+|mhm|hm+|yeah|sure|please|so|and|well|of course|thank you|thanks)\b[,. ]*)*"
    r"(?:(?:go on|tell me(?: more| a bit more| about (?:it|that))?|take your time|no rush|there's no"
    r" rush|i'm listening"
    r"|i'm here|don't|say more|in your own (?:time|words)|it's (?:all ?right|okay|ok)|that's (?:all"
    r" ?right|okay|ok))"
    r"[,. ]*)*$",
    re.IGNORECASE,
)
"""What a clinician says who only listens between two turns of one answer: "Go on.", "Take your time."."""


def with_what_follows(units: Sequence[Unit], mention: Mention) -> Mention:
    """A finding that is left open, with the whole answer and what was asked on about it."""
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    if mention.status is not RiskStatus.UNCLEAR or mention.weak or mention.whose or mention.past or not said:
        return mention
    if mention.kind not in PLANNED or mention.units[0].speaking is not Speaking.CLINICIAN:
        return mention
    turn = [one for one in turn_of(units, said[0]) if one.index >= said[0].index][:_TO_ITS_END]
    asked, told = _asked_on(units, turn[-1], mention)
    kept = {one.index: one for one in (*mention.units, *turn, *asked, *told)}
    whole = replace(mention, units=tuple(kept[at] for at in sorted(kept)), whole=True)
    counted = mention.kind in MAY_BE_PAST and told and any(_COUNTED.search(one.exact) for one in asked)
    if counted and says_how_often(asked[-1], told):
        return replace(whole, status=RiskStatus.REPORTED, rank=DISCLOSED)
    return whole


def with_what_was_heard(units: Sequence[Unit], mention: Mention) -> Mention:
    """A finding of the clinician's words alone, with the end of their turn and what the client said to it."""
    last = mention.units[-1]
    alone = all(one.speaking is Speaking.CLINICIAN for one in mention.units)
    if not alone or mention.whose or mention.kind not in PLANNED or is_said_to_everybody(units, last):
        return mention
    near = units[last.index + 1 : last.index + 1 + _REACH]
    rest = list(takewhile(lambda one: one.speaking is Speaking.CLINICIAN, near))
    said = list(takewhile(lambda one: one.speaking is Speaking.CLIENT, near[len(rest) :]))
    if any(
        one.question and not (_POINTS.search(one.exact) or mention.kind in kinds_in(one.exact))
        for one in rest
    ):
        return mention  # what is said next answers something else
    return replace(mention, heard=(*rest[-_MOST_ASKED:], *said[:_MOST_HEARD])) if said else mention


def _asked_on(
    units: Sequence[Unit], last: Unit, mention: Mention
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The questions of the next turn, where they point at what was just said, with their answer."""
    behind = units[last.index + 1 : last.index + 1 + _REACH]
    rest = [one for one in behind if not (one.turn == last.turn and one.speaker == last.speaker)]
    turn = list(takewhile(lambda one: one.speaking is Speaking.CLINICIAN, rest))
    if turn and all(_LISTENS.match(one.exact) for one in turn):
        said = takewhile(lambda one: one.speaking is Speaking.CLIENT, rest[len(turn) :])
        return (), tuple(one for one in said if not (one.question or one.backchannel))[:_ON]
    asked = [one for one in turn if one.question]
    if not asked or not any(_POINTS.search(one.exact) and _OF_THE_RISK.search(one.exact) for one in asked):
        return (), ()
    if any(kinds_in(one.exact) - {mention.kind} for one in turn):
        return (), ()
    answers = answers_to(units, asked[-1])
    return (tuple(asked[-_MOST_ASKED:]), answers[:_ON]) if answers is not None else ((), ())
