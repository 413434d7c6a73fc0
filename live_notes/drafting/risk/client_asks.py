"""What the client asked somebody of a danger: concern about whom they asked, and none of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.risk.matches import matches_in
from live_notes.drafting.risk.persons import last_named, others_told, whose

_I_ASK = re.compile(
    r"\bi(?:'ve| have| had)? (?:just )?(?:sa(?:y|id|ys)|asks?|asked|tells?|told|was like|went|goes?|texted"
    r"|messaged)\b[^.?!]*\b(?:you|you're|you've|ya|yuh)\b[^.?!]*$",
    re.IGNORECASE,
)
"""The client's own question to somebody: the "you" in it is who they asked."""
_YOURSELF = re.compile(r"\b(?:yourself|yerself|your (?:own )?life)\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:myself|meself|mesel)\b", re.IGNORECASE)
_OTHERS_SAY = re.compile(r"\b(?:sa(?:id|ys)|told me|asked(?: me)?|goes|shouted)\W*$", re.IGNORECASE)
_BEHIND = 6


def asked_by_client(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> str | None:
    """Whom the client asked in these words; None where they are no question of theirs to somebody."""
    before = match.string[: match.start()]
    asks = _I_ASK.search(before) if unit.question and _YOURSELF.search(match.group()) else None
    if asks is None or _SELF.search(before) or _OTHERS_SAY.search(before[: asks.start()]):
        return None
    for one in units[unit.index + 1 : unit.index + 1 + _BEHIND]:
        who = _told_of(units, one) if one.turn == unit.turn else None
        if who is not None:
            return who
    return last_named(units, unit, before)


def _told_of(units: Sequence[Unit], unit: Unit) -> str | None:
    """Whose danger is told here, if it is another's."""
    told = [who for _, who in others_told(units, unit)]
    told += [who for found, at in matches_in(unit.exact) if (who := whose(units, unit, found.kind, at))]
    return told[0] if told else None
