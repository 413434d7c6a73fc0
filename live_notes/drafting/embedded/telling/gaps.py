"""A quotation goes on without a gap: a nod between two of its sentences stands in it as it was said.

"That does the same job. Good. So let's do the window" is what was said; without the "Good" nobody said it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import quoted

_MOST_BETWEEN, _LEAST_BESIDE = 2, 3


def without_gaps(units: Sequence[Unit], found: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, with each nod that was left out between two sentences of a quotation."""
    gaps = list(_gaps(units))
    for statement in found:
        text = _filled(statement.text, gaps)
        fuller = statement.fuller and (_filled(statement.fuller[0], gaps), statement.fuller[1])
        same = text == statement.text and fuller == statement.fuller
        yield statement if same else replace(
            statement, text=text, fuller=fuller, rest=_filled(statement.rest, gaps)
        )


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
        first, last = _said(unit), _said(turn[at])
        nods = " ".join(one.exact for one in turn[:at])
        yield f"{first} {last}", f"{first} {nods} {last}"
        if (in_figures(f'"{first} {last}"')) != f'"{first} {last}"':
            yield in_figures(f"{first} {last}"), in_figures(f"{first} {nods} {last}")


def _said(unit: Unit) -> str:
    return quoted(unit)[1:-1]
