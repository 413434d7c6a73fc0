"""A question that was not understood, and what it meant: "Harm... haram?" "To hurt. Hurting yourself."."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.words import TOKEN
from live_notes.drafting.spec import Speaking

_A_FEW_WORDS, _FEWEST, _REACH = 9, 3, 3


def only_asks_back(answers: Sequence[Unit]) -> bool:
    """Whether an answer says no more than that a word was not understood."""
    return answers[-1].question and sum(one.length for one in answers) <= _FEWEST


def makes_clear(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician says no more than what their question meant, since the client asked."""
    near = units[max(0, unit.index - _REACH) : unit.index]
    led = [one for one in near if one.turn != unit.turn]
    short = all(one.length <= _FEWEST for one in near if one.turn == unit.turn)
    asked = bool(led) and led[-1].speaking is Speaking.CLIENT and led[-1].question
    return asked and short and unit.length <= _A_FEW_WORDS


def without_echo(units: Sequence[Unit], unit: Unit, answers: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """An answer without the word that was made clear, said over before it: "Ah. Hurt. No."."""
    near = units[max(0, unit.index - _REACH) : unit.index + 1]
    said = {word for one in near for word in _words(one)}
    kept = list(answers)
    while len(kept) > 1 and kept[0].length <= 1 and _words(kept[0]) <= said | {"ah", "oh", "okay", "ok"}:
        kept.pop(0)
    return tuple(kept)


def _words(unit: Unit) -> set[str]:
    return {found.group().lower() for found in TOKEN.finditer(unit.exact)}
