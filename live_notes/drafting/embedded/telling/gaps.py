"""A quotation goes on without a gap: a nod between two of its sentences stands in it as it was said.

"That does the same job. Good. So let's do the window" is what was said; without the "Good" nobody said it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import capital

_MOST_BETWEEN, _LEAST_BESIDE, _JOINT = 2, 3, 24


def without_gaps(units: Sequence[Unit], found: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, with each nod that was left out between two sentences of a quotation."""
    gaps = list(_gaps(units))
    for statement in found:
        text = _filled(statement.text, gaps)
        fuller = statement.fuller and (_filled(statement.fuller[0], gaps), statement.fuller[1])
        if text != statement.text or fuller != statement.fuller:
            yield replace(statement, text=text, fuller=fuller, rest=_filled(statement.rest, gaps))
        else:
            yield statement


def _filled(text: str, gaps: Sequence[tuple[str, str]]) -> str:
    if '"' in text:
        for left_out, as_said in gaps:
            text = text.replace(left_out, as_said)
    return text


def _gaps(units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Two sentences of a turn with a nod between them: as they stand without it, and as they were said."""
    for unit in units:
        if unit.backchannel or unit.length < _LEAST_BESIDE:
            continue
        behind = units[unit.index + 1 : unit.index + 2 + _MOST_BETWEEN]
        turn = [one for one in behind if (one.turn, one.speaker) == (unit.turn, unit.speaker)]
        at = next((at for at, one in enumerate(turn) if not one.backchannel), 0)
        if not at or any(one.within for one in turn[:at]):
            continue
        ends, begins = quoted(unit)[1:-1][-_JOINT:], turn[at].fluent.strip()[:_JOINT]
        nods = " ".join(one.exact for one in turn[:at])
        for begun in {begins, capital(begins)}:
            yield f"{ends} {begun}", f"{ends} {nods} {begun}"
