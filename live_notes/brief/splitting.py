"""Cuts running text into statements, and a long statement where a clause ends. Words are never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.brief.limits import LONG_CHARS, LONGEST_CHARS
from live_notes.drafting.language.numbers import claimed_numbers
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import tokens, word_set
from live_notes.drafting.risk.mentions import kinds_in

ELLIPSIS = "…"
"""Stands where a passage goes on in its note."""

_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“(\[]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|[Pp]t|approx|appt|No)|(?:^|\s)\d{1,2})\.$")
_ANSWER = re.compile(r"^\w+(?: \w+)? (?:answered|agreed|replied|responded|declined)\b", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.)](?=\s))\s*")
_CLAUSE = re.compile(r";\s+|,\s+(?=(?:and|which|so|then|as|while|with|because)\b)|\s+(?=(?:and|because)\b)")
_TURNS = word_set(
    "but however although though except unless until if only instead rather yet whereas despite than while"
)
"""Words that may turn what stands before them round, or narrow it."""


def statements_in(text: str) -> Iterator[str]:
    """The statements of a text. What stands in quotation marks stays whole, an answer with its question."""
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.start()].strip()
        if (
            _ABBREVIATED.search(piece)
            or _in_quotes(text[: match.end()])
            or _ANSWER.match(text[match.end() :])
        ):
            continue
        yield from _without_bullet(text[start : match.end()])
        start = match.end()
    yield from _without_bullet(text[start:])


def clause_of(text: str) -> str:
    """The text if it is short; else as much of it as says the same without the rest.

    Only what turns nothing round is left away: no negation, no contrast, no number, no mention of risk. A
    text far too long is cut whatever follows. A cut is marked.
    """
    if len(text) <= LONG_CHARS:
        return text
    for match in reversed(list(_CLAUSE.finditer(text, 0, LONG_CHARS))):
        kept = text[: match.start()]
        if kept.count(" ") >= 4 and not _in_quotes(kept) and _says_nothing_else(text[match.end() :]):
            return f"{kept.rstrip(' ,;')} {ELLIPSIS}"
    if len(text) <= LONGEST_CHARS:
        return text
    return f"{text[:LONGEST_CHARS].rsplit(None, 1)[0].rstrip(' ,;')} {ELLIPSIS}"


def _without_bullet(piece: str) -> Iterator[str]:
    bare = _BULLET.sub("", piece).strip()
    if bare:
        yield bare


def _in_quotes(text: str) -> bool:
    """Whether quotation marks are open at the end of a text."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def _says_nothing_else(rest: str) -> bool:
    words = {word.lower() for word in tokens(rest)}
    plain = not words & _TURNS and not any(is_negation(word) for word in words)
    return plain and not claimed_numbers(rest) and not kinds_in(rest) and not any(c.isdigit() for c in rest)
