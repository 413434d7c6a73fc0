"""A score said once more, where the line that tells it stands: "your PHQ-9 has come down to fourteen"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.measures.measure_words import NAMES
from live_notes.drafting.formats import Kind

_LINE = re.compile(r"^(?P<name>[A-Z][\w -]{1,30}?)(?: \([^)]*\))?: (?P<told>\d[^:]*)$")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NO_FIGURE = frozenset(("9", "7", "10", "2"))
"""What belongs to a name: PHQ-9, GAD-7, AUDIT-10, BDI-2."""
_AGAIN = frozenset((Kind.OBSERVATION, Kind.FORMULATION))


def without_scores_again(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without the clinician's own of a scale whose line holds every figure they have."""
    told: dict[str, set[str]] = {}
    for statement in statements:
        line = _LINE.match(statement.text.rstrip("."))
        if line is not None:
            told.setdefault(_plain(line["name"]), set()).update(_FIGURE.findall(line["told"]))
    if not told:
        return list(statements)
    return [one for one in statements if not _says_again(one, told)]


def _says_again(statement: Statement, told: dict[str, set[str]]) -> bool:
    if statement.kind not in _AGAIN or statement.must or statement.authored or _LINE.match(statement.text):
        return False
    named = NAMES.search(statement.text)
    of_it = None if named is None else told.get(_plain(named.group()))
    if named is None or of_it is None:
        return False
    rest = statement.text[: named.start()] + statement.text[named.end() :]
    figures = set(_FIGURE.findall(rest)) - _NO_FIGURE
    return bool(figures) and figures <= of_it


def _plain(name: str) -> str:
    """A scale's name without the mark and the number that may be left out: "phq" of "PHQ-9"."""
    return re.sub(r"[\s-]*\d*$", "", name.lower()).replace("-", "").strip()
