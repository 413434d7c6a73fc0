"""The sentences of a turn as they are retold one by one, and what of them is said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from live_notes.drafting.language.words import word_count

_MOST_OF_A_DEED, _LEAST_AGAIN = 3, 3


@dataclass(frozen=True)
class Piece:
    """One sentence of a turn, retold or quoted, and the word that joins it to the one before."""

    joint: str
    text: str
    clause: bool
    quoted: bool = False


def said_once(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without one that the next says again, and goes on from: "I cried. I cried an hour."."""
    pairs = pairwise([*pieces, Piece("", "", clause=False)])
    told = [one for one, after in pairs if not f"{after.text} ".startswith(f"{one.text} ") or after.joint]
    told = [
        one for before, one in pairwise([Piece("", "", clause=False), *told]) if not _ends_alike(before, one)
    ]
    return [one for at, one in enumerate(told) if not _names_it_again(one, told[:at])]


def _ends_alike(before: Piece, piece: Piece) -> bool:
    """Whether a piece only says once more how the one before it ended: "I made tea. I made tea."."""
    again = word_count(piece.text) >= _LEAST_AGAIN and not piece.joint
    return again and before.text.lower().endswith(f" {piece.text.lower()}")


def _names_it_again(piece: Piece, before: Sequence[Piece]) -> bool:
    """Whether a piece only says once more what was done: "I turned the wheel. ... I turned it."."""
    deed = piece.text.removesuffix(" it")
    again = deed != piece.text and not piece.joint and word_count(deed) <= _MOST_OF_A_DEED
    return again and any(one.text.startswith(f"{deed} ") for one in before)
