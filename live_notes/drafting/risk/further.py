"""What is told of a risk around its naming: what many feel, what comes later, what is passed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.again import LONG_AFTER, told_again
from live_notes.drafting.risk.another_said import said_by_another
from live_notes.drafting.risk.at_another_time import yes_of_another_time
from live_notes.drafting.risk.before import told_of_before
from live_notes.drafting.risk.borrowed import took_of_another_s
from live_notes.drafting.risk.carded import A_FEW_TURNS, told_of_a_wound
from live_notes.drafting.risk.items import Mention
from live_notes.drafting.risk.joint import asked_of_others_too
from live_notes.drafting.risk.normalised import normalised, read_back
from live_notes.drafting.risk.own_body import wounded_themselves
from live_notes.drafting.risk.owned import owned_when_said_over
from live_notes.drafting.risk.recalled import recalled
from live_notes.drafting.risk.rough import asked_of_one, handled_roughly
from live_notes.drafting.risk.safeguarding import near_danger, passed_on, struck
from live_notes.drafting.risk.smoked import smoked_without_a_name
from live_notes.drafting.risk.tablets_of_another import took_and_was_found
from live_notes.drafting.risk.welcomed import welcomes_death
from live_notes.drafting.risk.went_through import thought_of_oneself

_BY_CLINICIAN = (
    normalised,
    read_back,
    told_of_before,
    asked_of_one,
    near_danger,
    passed_on,
    owned_when_said_over,
    asked_of_others_too,
    said_by_another,
    thought_of_oneself,
    recalled,
)
_ANYWHERE = (
    handled_roughly,
    struck,
    took_and_was_found,
    said_by_another,
    welcomes_death,
    smoked_without_a_name,
    took_of_another_s,
)
_IN_ITS_WAKE = (
    (RiskKind.SUICIDE, LONG_AFTER, told_again),
    (RiskKind.SUICIDE, A_FEW_TURNS, yes_of_another_time),
    (RiskKind.SELF_HARM, A_FEW_TURNS, told_of_a_wound),
)


def further_by_clinician(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """The findings of what a clinician says, beside those of the risks it names."""
    for finder in _BY_CLINICIAN:
        yield from finder(units, unit)


def further_by_client(units: Sequence[Unit], unit: Unit, lately: Mapping[RiskKind, int]) -> Iterator[Mention]:
    """The findings of what a client says, beside those of the risks it names.

    `lately`: the turn in which each kind was last spoken of. Some words tell of it only in its wake.
    """
    for finder in _ANYWHERE:
        yield from finder(units, unit)
    yield from wounded_themselves(units, unit, lately)
    for kind, turns, finder in _IN_ITS_WAKE:
        if kind in lately and unit.turn - lately[kind] <= turns:
            yield from finder(units, unit)
