"""What is told of a risk around its naming: what many feel, what comes later, what is passed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.risk_again import told_again
from live_notes.drafting.risk_before import told_of_before
from live_notes.drafting.risk_carded import told_of_a_wound
from live_notes.drafting.risk_items import Mention
from live_notes.drafting.risk_normalised import normalised, read_back
from live_notes.drafting.risk_rough import asked_of_one, handled_roughly
from live_notes.drafting.risk_safeguarding import near_danger, passed_on, struck

_BY_CLINICIAN = (normalised, read_back, told_of_before, asked_of_one, near_danger, passed_on)
_BY_CLIENT = (told_again, told_of_a_wound, handled_roughly, struck)


def further_by_clinician(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """The findings of what a clinician says, beside those of the risks it names."""
    for finder in _BY_CLINICIAN:
        yield from finder(units, unit)


def further_by_client(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """The findings of what a client says, beside those of the risks it names."""
    for finder in _BY_CLIENT:
        yield from finder(units, unit)
