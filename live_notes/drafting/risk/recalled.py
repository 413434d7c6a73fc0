"""What a clinician recalls having been told, once a risk was asked about: "you'd told me of the trees".

What the client says to it is of the time that is recalled, whatever words it has: an answer about now stands
right before it. It is told whole, since nobody recalls it for less than what happened and when.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.turns import turn_behind
from live_notes.drafting.spec import Speaking

_RECALLS = re.compile(
    r"\byou(?:'d|'ve| had| have)? (?:(?:once|already|also|first|just) )*(?:told (?:me|us)|said|mentioned"
    r"|talked"
    r"|described|spoke|spoken|shared)\b[^?]{0,40}\b(?:about|of|there (?:was|were|had been)|before|that time"
    r"|when)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:before|back in|last (?:year|winter|summer|spring|autumn|time|month)|(?:first|second|other) (?:time"
    r"|session|year)|in (?:january|february|march|april|(?-i:May)|june|july|august|september|october|november"
    r"|december|the \w+)|you'd|you had|you've told|there (?:was|were|had been) (?:a )?time|years? ago|once)\b"
    r"|^you told me (?:about|of) (?:that|it)\W*$|\bremember\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:paracetamol|panadol|tylenol|tablets|pills|overdose|sleepers|aspirin|insulin|poison|rope|noose|river)\b",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:found me|found (?:on|in) the|hospital|infirmary|ambulance|casualty|stomach pumped|icu|a ?(?:and"
    r"|&) ?e"
    r"|cut me down|pulled me out)\b",
    re.IGNORECASE,
)
"""A means, and how it ended: together they tell of an attempt, where one is recalled."""
_LEAST_TOLD, _BACK, _TURNS, _MOST = 6, 14, 5, 16


def recalled(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What the client says of an earlier time that the clinician recalls once a risk was asked about."""
    plain = unit.exact.replace("’", "'")
    if not (_RECALLS.search(plain) and _EARLIER.search(plain)):
        return
    said = turn_behind(units, unit)
    if not said or said[0].speaking is not Speaking.CLIENT:
        return
    led, kind = said[:_MOST], _asked_of(units, unit, said)
    if kind is None:
        return
    if sum(one.length for one in led) < _LEAST_TOLD or read_answer(led[0].exact) is Answer.NO:
        return
    yield Mention(kind, RiskStatus.REPORTED, (unit, *led), rank=DISCLOSED, past=True, whole=True)


def _asked_of(units: Sequence[Unit], unit: Unit, said: Sequence[Unit]) -> RiskKind | None:
    """The gravest risk that either named in the few turns before, or that what is told names."""
    near = [one for one in units[max(0, unit.index - _BACK) : unit.index] if unit.turn - one.turn <= _TURNS]
    named = {kind for one in (*near, *said) for kind in kinds_in(one.exact)} & MAY_BE_PAST
    told = " ".join(one.exact for one in said)
    if _TAKEN.search(told) and _FOUND.search(told):
        return RiskKind.SUICIDE
    return next((kind for kind in RiskKind if kind in named), None)


def without_what_is_recalled(mentions: Sequence[Mention]) -> list[Mention]:
    """The findings, where words that answer what was recalled are told as of then and as nothing else."""
    recalls = [one for one in mentions if one.past and one.whole and _RECALLS.search(one.units[0].exact)]
    then = {(one.kind, unit.index) for one in recalls for unit in one.units[1:]}
    return [one for one in mentions if one in recalls or one.whose or not _is_said_in(one, then)]


def _is_said_in(mention: Mention, then: Collection[tuple[RiskKind, int]]) -> bool:
    """Whether all that a client says in a finding is said in answer to what was recalled."""
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    return bool(said) and all((mention.kind, one.index) in then for one in said)
