"""What stands around a mention of risk: its own turn, and what the clinician asked before it."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.frames import is_said_to_everybody
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

_REACH = 8
"""Units of one turn on either side."""
_A_TURN = 2


def turn_of(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The units of the same turn, as far as they are near."""
    near = units[max(0, unit.index - _REACH) : unit.index + _REACH]
    return [one for one in near if one.turn == unit.turn and one.speaker == unit.speaker]


def turn_before(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """What the clinician said in the turn before."""
    near = units[max(0, unit.index - 2 * _REACH) : unit.index]
    return [one for one in near if one.speaking is Speaking.CLINICIAN and one.turn == unit.turn - 1]


def named_before(units: Sequence[Unit], unit: Unit, kind: RiskKind) -> Unit | None:
    """Where the clinician named a risk in the turn before this one, or in that before a listening noise."""
    for before in reversed(units[max(0, unit.index - 2 * _REACH) : unit.index]):
        if before.turn == unit.turn or before.backchannel:
            continue
        if before.speaking is not Speaking.CLINICIAN or unit.turn - before.turn > _A_TURN:
            return None
        if kind in kinds_in(before.exact) and not is_said_to_everybody(units, before):
            return before
    return None


def asked_before(units: Sequence[Unit], unit: Unit, kind: RiskKind) -> Unit | None:
    """The clinician's question about this risk in the turn before, if there was one."""
    for before in reversed(units[max(0, unit.index - 8) : unit.index]):
        if before.speaking is Speaking.CLINICIAN and before.question and kind in kinds_in(before.exact):
            return before
        if before.speaking is Speaking.CLINICIAN and not before.backchannel and unit.turn - before.turn > 2:
            return None
    return None


def whole_turn(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """Every unit of the same turn by the same speaker, however long it is."""
    first = last = unit.index
    while first and _is_of(units[first - 1], unit):
        first -= 1
    while last + 1 < len(units) and _is_of(units[last + 1], unit):
        last += 1
    return [one for one in units[first : last + 1] if one.speaker == unit.speaker]


def turn_behind(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The turn that follows that of a unit; empty at the end."""
    last = whole_turn(units, unit)[-1].index
    return whole_turn(units, units[last + 1]) if last + 1 < len(units) else []


def _is_of(one: Unit, other: Unit) -> bool:
    return one.turn == other.turn and one.speaking is other.speaking
