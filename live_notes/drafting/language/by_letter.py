"""A pattern of many alternatives, sorted by the letter they begin with.

`re` tries alternatives one after the other: of a hundred, a hundred at each word. Put together by their first
letters, those of another letter are passed over at once. Whether anything is found stays the same; what is
found may be another of several that begin at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
"""A part of a pattern in which no bracket or bar has a meaning of its own."""
_AS_IT_STANDS = re.compile(r"\\[1-9]|\(\?[P(>a-zA-Z]")
"""What can't be told in another order, or twice: named groups, references to groups, flags, atomic groups."""
_SHORT = 400
"""Characters of a pattern that is tried quickly enough as it stands."""
_GROUP, _EDGE = "(?:", r"\b"
_BEGINS = re.compile(r"(\\b|)([a-z])((?![?*+{]).*)", re.DOTALL)


def by_letter(pattern: str) -> str:
    """A pattern that finds something in the same texts, its alternatives sorted by their first letters."""
    if len(pattern) < _SHORT or _AS_IT_STANDS.search(pattern):
        return pattern
    edge, inside, others = f"{_EDGE}(?:", [], []
    for alternative in _sorted(_spread(pattern)):
        if alternative.startswith(_EDGE) and _BEGINS.fullmatch(alternative):
            inside.append(alternative.removeprefix(_EDGE))
        else:
            others.append(alternative)
    return "|".join([*([f"{edge}{'|'.join(inside)})"] if inside else []), *others])


def _sorted(alternatives: Iterable[str]) -> Iterator[str]:
    """Those that begin with one letter as one; the others as they are."""
    rests: dict[tuple[str, str], list[str]] = {}
    for alternative in alternatives:
        begins = _BEGINS.fullmatch(alternative)
        if begins is None:
            yield alternative
        else:
            rests.setdefault((begins[1], begins[2]), []).append(begins[3])
    for (edge, letter), each in rests.items():
        yield f"{edge}{letter}{each[0]}" if len(each) == 1 else f"{edge}{letter}(?:{'|'.join(each)})"


def _spread(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern; one that begins with several is told once for each of their letters."""
    for alternative in _parted(pattern):
        edge = _EDGE if alternative.startswith(_EDGE) else ""
        inner, rest = _group_of(alternative.removeprefix(edge))
        if not inner or rest[:1] in {"?", "*", "+", "{"}:
            yield alternative
            continue
        for one in _sorted(_spread(inner)):
            yield f"{'' if one.startswith(_EDGE) else edge}{one}{rest}"


def _parted(pattern: str) -> list[str]:
    """The pattern at the bars that stand in no bracket."""
    parts, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _group_of(alternative: str) -> tuple[str, str]:
    """What stands in the group that an alternative begins with, and what follows it; "" where none does."""
    if not alternative.startswith(_GROUP):
        return "", alternative
    inner, depth = "", 0
    for piece in _PIECE.findall(alternative.removeprefix(_GROUP)):
        if piece == ")" and depth == 0:
            return inner, alternative[len(_GROUP) + len(inner) + 1 :]
        depth += (piece == "(") - (piece == ")")
        inner += piece
    return "", alternative
