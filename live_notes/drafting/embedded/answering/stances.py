"""How a client stands to what the clinician said, without being asked: named for it, in their own words."""

from __future__ import annotations

from dataclasses import replace

from live_notes.drafting.embedded.acting.acts import is_aside
from live_notes.drafting.embedded.answering.stance_words import RESPONDED_SO, stance_named
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_STANCE_IS_WORTH = 0.15
_MOST_WORDS, _LEAST_STEMS, _NEAR = 30, 2, 8
_LEAST_SAID = 5


def stance(reading: Reading, unit: Unit) -> Statement | None:
    """How a client's sentence takes the clinician's words before it; None where it takes no stand."""
    if unit.question or unit.spoken_length > _MOST_WORDS:
        return None
    if len(set(unit.stems)) < _LEAST_STEMS:
        return None
    name = stance_named(unit.words)
    if name is None or not is_whole(unit) or unit.risk_in_words:
        return None
    if not _was_told_something(reading, unit, asked=name != RESPONDED_SO):
        return None
    said = whole(f"{reading.terms_for(unit).client} {name}: {quoted(unit)}")
    return replace(made(reading, Kind.RESPONSE, said, (unit,)), more=_STANCE_IS_WORTH)


def _was_told_something(reading: Reading, unit: Unit, *, asked: bool) -> bool:
    """Whether the clinician said or did something just before; `asked`: by a question, too."""
    for before in reversed(reading.units[max(0, unit.index - _NEAR) : unit.index]):
        if before.speaking is not Speaking.CLINICIAN or before.backchannel or is_aside(before):
            continue
        if before.question and not asked:
            return False
        if reading.intervenes(before):
            return True
        if not before.question:
            return before.length >= _LEAST_SAID
        if before.index and reading.units[before.index - 1].turn != before.turn:
            return False
    return False
