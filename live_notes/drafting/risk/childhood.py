"""Violence of a childhood long over: told of those who brought somebody up, as of then and no longer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.risk.past import is_past
from live_notes.drafting.risk.turns import turn_before

_ELDERS = re.compile(
    r"\b(?:father|dad|daddy|da|papa|old man|mother|mum|mom|ma|mam|mammy|mama|parents|step\w+|grand\w+"
    r"|granny|uncle"
    r"|aunt\w*|teachers?|headmaster|masters?|priests?|brothers? at school|nuns?|sisters? at school|coach"
    r"|foster \w+)\b",
    re.IGNORECASE,
)
_AS_A_CHILD = re.compile(
    r"\b(?:when i was (?:a |about |only |still |in |little|small|young|growing|wee|\w+teen\b|five|six"
    r"|seven|eight|nine|ten"
    r"|eleven|twelve|\d+)|growing up|as a (?:child|kid|boy|girl|youngster|teenager)|(?:in|back in"
    r"|during) (?:my )?(?:childhood"
    r"|primary|boarding school|those days|them days)|back then|in those days|used to (?:beat|hit|flog"
    r"|belt|slap|smack|kick"
    r"|whip|cane|lock|punch|batter|strap)|every(?:body|one)'s (?:father|mother|dad|mum|mom|parents) did"
    r"|that was (?:how it was"
    r"|the way|normal) (?:then|in those days|at the time)|we all got (?:it|hit|beaten|the (?:belt|cane"
    r"|strap|slipper)))\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:still|last (?:night|week|month|weekend|\w+day)|yesterday|today|this (?:week|morning|month)"
    r"|again|these days|now"
    r"|lately|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|hits|beats|slaps|kicks)\b",
    re.IGNORECASE,
)
_AT_THAT_AGE = re.compile(
    r"\bwhen i was (?:about |only |around |just |maybe |like )*(?:a (?:child|kid|(?:little |small |young"
    r" |wee )"
    r"+(?:boy|girl|child|kid|one|fella|lad|lass)|toddler|schoolboy|schoolgirl)|(?:very )?(?:little|small"
    r"|wee)\b"
    r"|(?:[3-9]|1[0-2]|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"(?! (?:weeks?|months?|days?|stone|years? (?:sober|clean|in|married|into)))|in (?:primary|infant"
    r"|junior)\b)"
    r"|\bat (?:the )?age (?:of )?(?:[3-9]|1[0-2]|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\b|\bas a (?:wee |small |little |young )*(?:child|kid|boy|girl|pickney)\b",
    re.IGNORECASE,
)
"""Dates what was done to somebody by their age then, whoever did it."""
_PARTNERS = re.compile(
    r"\bmy (?:(?!\w+'s )\w+ )?(?:husband|wife|partner|fianc\w+|boyfriend|girlfriend|ex|hubby|missus|oga"
    r"|boss)\b",
    re.IGNORECASE,
)
_BY_THEM = re.compile(r"^\W*(?:and |but |so |yes,? |yeah,? )*(?:he|she|they)\b", re.IGNORECASE)
"""Told of those who were named in the sentence before."""
_ASKED_OF_IT = re.compile(
    r"\b(?:growing up|grew up|childhood|upbringing|as a (?:child|kid|boy|girl)|(?:when"
    r"|where) you were (?:little"
    r"|small|young|a (?:child|kid|boy|girl)|raised)|early (?:life|years))\b",
    re.IGNORECASE,
)
"""The clinician asks how it was then."""
_REACH = 2


def is_of_childhood(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a client tells of violence by parents, teachers or the like as a child, and of none now.

    Where their age then stands in the sentence it need not say who it was. What a partner did stays as it is
    told, however long ago: whether it is over is not for a note to say.
    """
    plain = unit.exact.replace("’", "'")
    if _STILL.search(plain) or _PARTNERS.search(plain):
        return False
    if _AT_THAT_AGE.search(plain):
        return True
    near = units[max(0, unit.index - _REACH) : unit.index + _REACH + 1]
    before = [one.exact for one in near if one.turn == unit.turn and one.index == unit.index - 1]
    if not (_ELDERS.search(plain) or (_BY_THEM.match(plain) and any(map(_ELDERS.search, before)))):
        return False
    beside = " ".join(one.exact for one in near if one.turn == unit.turn).replace("’", "'")
    asked = any(_ASKED_OF_IT.search(one.exact) for one in turn_before(units, unit))
    return asked or bool(_AS_A_CHILD.search(beside)) or is_past(units, unit)
