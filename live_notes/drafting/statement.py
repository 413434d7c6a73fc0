"""When too little was said for a note, and the plain statement that says so."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.acting.acts import is_aside
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.spec import Speaking

LEAST_WORDS = 12
"""Words of substance a conversation needs; greetings, technical talk and back-channel don't count."""

LEAST_OTHER_WORDS = 5
"""Of these, words by somebody else than the clinician."""

LEAST_WRITTEN_WORDS = 3

NOTHING_SAID = "No note was drafted: there are no words of this session to draft it from."
TOO_LITTLE = "No note was drafted: too little was said in this session to support one."
CLIENT_SILENT = "No note was drafted: hardly any words of the client were transcribed."
NOTHING_FITS = "No note was drafted: nothing that was said belongs in a section of this format."


def too_little(units: Sequence[Unit]) -> str | None:
    """Why these units can't carry a note, or None when they can."""
    if not units:
        return NOTHING_SAID
    substance = [unit for unit in units if not is_aside(unit)]
    written = sum(unit.length for unit in substance if unit.speaking is Speaking.AUTHOR)
    if written >= LEAST_WRITTEN_WORDS:
        return None
    spoken = sum(unit.length for unit in substance)
    by_others = sum(unit.length for unit in substance if unit.speaking is not Speaking.CLINICIAN)
    if spoken < LEAST_WORDS:
        return TOO_LITTLE
    return CLIENT_SILENT if by_others < LEAST_OTHER_WORDS else None
