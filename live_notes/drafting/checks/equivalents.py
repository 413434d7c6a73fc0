"""What may stand for what: a clinician writes "dyspnea" where a client said "short of breath".

Each row of `equivalents.txt` holds expressions that may stand for one another in a note. That is not to say
they mean the same: a row lets a paraphrase pass, and what a sentence says beside it is still held against its
evidence. Words that contradict each other never share a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources

from live_notes.drafting.language.words import STOP_WORDS, stem


def _stems(expression: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in expression.replace("-", " ").split())


def _rows() -> Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """By first stem: what it begins, and the stems that may stand for that."""
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    rows = resources.files(__package__).joinpath("equivalents.txt").read_text("utf-8")
    for row in rows.splitlines():
        expressions = [_stems(one) for one in row.split("|")]
        # Of several words only those with content stand for others: "put you on" is no "you".
        all_of_them = frozenset(
            one
            for expression in expressions
            for one in expression
            if len(expression) == 1 or one not in _STOP
        )
        for expression in expressions:
            found.setdefault(expression[0], []).append((expression, all_of_them))
    return {first: tuple(rows) for first, rows in found.items()}


_STOP = frozenset(stem(word) for word in STOP_WORDS)
_BY_FIRST = _rows()


def forms_of(stems: Sequence[str]) -> list[frozenset[str]]:
    """For each stem of a text all that it may be matched by: itself, and what it may stand for there."""
    found = [{one} for one in stems]
    for at, one in enumerate(stems):
        for expression, forms in _BY_FIRST.get(one, ()):
            if tuple(stems[at : at + len(expression)]) == expression:
                for place in range(at, at + len(expression)):
                    found[place] |= forms
    return [frozenset(forms) for forms in found]
