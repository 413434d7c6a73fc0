"""Speakers who leave the past unmarked, as in the Caribbean: "I train that child" may be of years ago.

One such sentence shows nothing; somebody who leaves out several verbs, or their s, has what they did quoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.dialects import leaves_forms_out
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.spec import Speaking

_OFTEN = 4
"""Sentences without a form, from which on it is how somebody speaks, and no slip."""


def with_unmarked_pasts(units: Sequence[Unit]) -> list[Unit]:
    """The units, those of a client who often leaves forms out marked as such."""
    often = Counter(
        unit.speaker
        for unit in units
        if unit.speaking is Speaking.CLIENT and not unit.question and leaves_forms_out(unit.fluent)
    )
    so = {speaker for speaker, count in often.items() if count >= _OFTEN}
    return [replace(unit, unmarked=True) if unit.speaker in so else unit for unit in units]
