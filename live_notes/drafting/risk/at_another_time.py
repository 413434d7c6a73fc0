"""A yes bound to another time, after a risk was asked about: "Not this week. Before, in prison, yes.".

It tells of then, and stands beside what is so now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_YES_THEN = re.compile(
    r"^\W*(?:(?:but|well|only|just|and|no|now no)[,. ]+)*"
    r"(?:before(?! (?:bed|breakfast|dinner|lunch|school|work|sleep|you|the session|my next))|back then"
    r"|at that"
    r" time|in those days|that time|in them days|(?:many |some |a few |\w+ )?years (?:ago|back)"
    r"|(?:a )?long (?:time )?ago|long back|earlier in (?:my )?life|in the past|back (?:home|in|at|there)"
    r"|when i was|when we (?:were|lived)|over there|over in|as a (?:teenager|young))\b"
    r"[^.?!]{0,60}?(?:, | )(?:yes|yeah|aye|yep|ya|i did|i used to|it was there|i had (?:it|them|that"
    r"|those))\W*$",
    re.IGNORECASE,
)
_YES_OF_THEN = re.compile(
    r"^\W*(?:yes|yeah|aye|i did|i had (?:it|them|that|those)|i used to)[, ]+(?:but )?(?:only )?"
    r"(?:before(?! (?:bed|breakfast|dinner|lunch|school|work|sleep|you))|back then|back (?:home|in|at|there)"
    r"|years (?:ago|back)|(?:\w+ )?years ago|(?:a )?long (?:time )?ago|in the past|over there|when i was)\b"
    r"[^.?!]{0,60}[.]?\W*$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:still|now and|last (?:night|week|weekend|month|\w+day)|yesterday|today|this (?:week|morning|month)"
    r"|lately|recently|few (?:days|weeks)|(?:days?|weeks?) ago|again|every|sometimes|on \w+day)\b",
    re.IGNORECASE,
)
_REACH, _TURNS, _MOST_BEHIND = 24, 4, 4


def yes_of_another_time(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What was so at another time, by a client's own yes, as history."""
    plain = unit.exact.replace("’", "'")
    if unit.question or not (_YES_THEN.match(plain) or _YES_OF_THEN.match(plain)) or _NEAR.search(plain):
        return
    asked = _asked(units, unit)
    kinds = MAY_BE_PAST & kinds_in(asked.exact) if asked is not None else frozenset()
    if asked is None or not kinds:
        return
    kind = RiskKind.SUICIDE if RiskKind.SUICIDE in kinds else RiskKind.SELF_HARM
    rest = (one for one in turn_of(units, unit) if one.index > unit.index)
    more = list(takewhile(lambda one: not one.question, rest))[:_MOST_BEHIND]
    yield Mention(kind, RiskStatus.REPORTED, (asked, unit, *more), rank=DISCLOSED, past=True)


def _asked(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """Where the clinician last named such a risk, with nothing else asked since."""
    for one in reversed(units[max(0, unit.index - _REACH) : unit.index]):
        if one.speaking is not Speaking.CLINICIAN:
            continue
        if unit.turn - one.turn > _TURNS:
            return None
        if kinds_in(one.exact) & MAY_BE_PAST:
            return one
        if one.question and one.length > _MOST_BEHIND:
            return None
    return None
