"""Who spoke before whom: the question before an answer, the client's words before a clinician's turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.spec import Speaking


@dataclass(frozen=True)
class Turn:
    """What one of them says in a turn, without listening noises."""

    units: tuple[Unit, ...]

    @property
    def of_clinician(self) -> bool:
        """Whether it is the clinician's."""
        return self.units[0].speaking is Speaking.CLINICIAN

    def __repr__(self) -> str:
        return f"<Turn {len(self.units)} units>"


def turns_of(units: Sequence[Unit]) -> list[Turn]:
    """The turns of clinician and clients, in order; those without a word but listening noises are none."""
    said = (unit for unit in units if not unit.backchannel)
    grouped = (tuple(turn) for _, turn in groupby(said, key=lambda unit: (unit.turn, unit.speaker)))
    return [Turn(turn) for turn in grouped if turn[0].speaking in {Speaking.CLINICIAN, Speaking.CLIENT}]


def quotable_part(units: Sequence[Unit], most: int) -> list[Unit]:
    """As many of the first as are spoken in at most so many words; one in any case, if there is one."""
    kept: list[Unit] = []
    for unit in units:
        if kept and sum(one.spoken_length for one in (*kept, unit)) > most:
            break
        kept.append(unit)
    return kept


def up_to_question(units: Sequence[Unit]) -> list[Unit]:
    """What comes before the first question behind the first of them."""
    return [*units[:1], *takewhile(lambda unit: not unit.question, units[1:])]


def question_before(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The clinician's question that a turn begins to answer with this unit, if it is one."""
    before = next((u for u in reversed(units[: unit.index]) if not u.backchannel), None)
    asked = before is not None and before.speaking is Speaking.CLINICIAN and before.question
    return before if asked else None


def client_before(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The client's last words before the clinician's turn, where theirs is the one before."""
    before = _turn_before(units, unit)
    return before if before is not None and before.speaking is Speaking.CLIENT else None


def asked_for(units: Sequence[Unit], said: Sequence[Unit]) -> str:
    """The question at the end of the turn that the client's turn answers; "" where there is none.

    Only what comes first answers why somebody came: from there a client goes on to whatever matters.
    """
    told = next((unit for unit in said if unit.speaking is Speaking.CLIENT), None)
    before = None if told is None else _turn_before(units, told)
    if told is None or before is None or before.speaking is not Speaking.CLINICIAN:
        return ""
    if _WHY_NOW.search(before.words) and any(u.turn == told.turn for u in units[: told.index]):
        return ""
    return before.words if before.question or _TELL_ME.match(before.words) else ""


_WHY_NOW = re.compile(
    r"\b(?:br(?:ings?|ought) you|what made you|why now|how (?:can|may) (?:i|we) help|going on)\b",
    re.IGNORECASE,
)
_TELL_ME = re.compile(
    r"(?:(?:so|and|okay|now|well)[, ]+)*(?:(?:can|could) you )?(?:tell me|(?:walk|talk|take) me through"
    r"|describe)\b",
    re.IGNORECASE,
)


def _turn_before(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The last unit of the turn before, listening noises left out."""
    earlier = (u for u in reversed(units[: unit.index]) if u.turn < unit.turn and not u.backchannel)
    return next(earlier, None)
