"""What a note says twice is said once: the shorter of two sentences that tell the same of the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import content_stems, tokens

_LEAD = re.compile(
    r"^(?:the )?\w+(?: [A-Z])? (?:reported that|reported|stated:|said:|asked:|observed that|noticed that"
    r"|told of a dream:|observed:)",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"^(?:the )?\w+(?: [A-Z])? reported that ", re.IGNORECASE)
_LEAST = 2
"""Words of matter under which a sentence could be about anything."""
_NEVER = frozenset((Kind.PLAN,))


def told_whole(statement: Statement) -> Statement:
    """The statement as it stands in the note: with what it leans on."""
    if statement.fuller is None:
        return statement
    text, lines = statement.fuller
    return replace(
        statement,
        text=text,
        lead="",
        rest=text,
        evidence=lines,
        stems=frozenset(content_stems(text)),
        fuller=None,
    )


@dataclass(frozen=True)
class _Told:
    """What a statement tells, read once: the words of matter without its lead, all of them, and its lines."""

    statement: Statement
    said: frozenset[str]
    lines: frozenset[str]
    led: bool

    def __repr__(self) -> str:
        return f"<_Told {self.statement!r}>"


def told_once(sections: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """The sections without what another sentence of the note says whole; none is left empty for that."""
    left = [[_read(statement) for statement in section] for section in sections]
    every = [told for section in left for told in section]
    for section in left:
        for one in [told for told in section if _may_go(told)]:
            if len(section) > 1 and any(_is_told_by(one, other) for other in every):
                section.remove(one)
                every.remove(one)
    return [[_without_end(told, every) for told in section] for section in left]


def _without_end(told: _Told, every: Sequence[_Told]) -> Statement:
    """The statement without its last clauses where another one quotes them, with what follows."""
    statement = told.statement
    parts = statement.text.split("; ")
    if len(parts) < 2 or not _may_go(told) or statement.must or not _REPORTS.match(statement.text):
        return statement
    others = [one for one in every if _quotes_the_same(one, told)]
    text = "; ".join(parts[: _kept_of(parts, others)])
    if text == statement.text:
        return statement
    return replace(statement, text=f"{text.rstrip('.')}.", lead="", rest=f"{text.rstrip('.')}.")


def _quotes_the_same(one: _Told, told: _Told) -> bool:
    """Whether another statement quotes the same speaker from the same lines."""
    if one is told or one.statement.speaker != told.statement.speaker:
        return False
    return ' stated: "' in one.statement.text and bool(one.lines & told.lines)


def _kept_of(parts: Sequence[str], others: Sequence[_Told]) -> int:
    """How many of the parts stay: all behind stand in one of the quotations, one of them with its matter."""
    fewest = len(parts)
    for other in others:
        at, matter = len(parts), 0
        figures = _figures(other.statement.text)
        while at > 1:
            said = frozenset(content_stems(parts[at - 1]))
            if not said <= other.said or not _figures(parts[at - 1]) <= figures:
                break
            if _denies(parts[at - 1]) > _denies(other.statement.text):
                break
            at, matter = at - 1, matter + len(said)
        if matter >= _LEAST:
            fewest = min(fewest, at)
    return fewest


def _read(statement: Statement) -> _Told:
    led = _LEAD.match(statement.text)
    said = frozenset(content_stems(statement.text[led.end() :] if led else statement.text))
    return _Told(statement, said, frozenset(statement.evidence), led is not None)


def _may_go(told: _Told) -> bool:
    """Whether a sentence may be left out for another one: no step, and nothing somebody wrote."""
    enough = told.led and len(told.said) + len(_figures_of(told)) >= _LEAST
    return enough and not told.statement.authored and told.statement.kind not in _NEVER


def _is_told_by(one: _Told, other: _Told) -> bool:
    """Whether all that a sentence tells stands in the other one, which rests on the same words."""
    if one is other or not one.said <= other.said or one.statement.speaker != other.statement.speaker:
        return False
    same = one.said == other.said
    if not one.lines <= other.lines and not (same and len(one.said) > _LEAST):
        return False
    if _denies(one.statement.text) > _denies(other.statement.text):
        return False
    if not _figures_of(one) <= _figures(other.statement.text):
        return False
    return not same or _comes_first(other.statement, one.statement)


def _comes_first(one: Statement, other: Statement) -> bool:
    """Of two that say the same, the one that stays: what must, and else the longer."""
    return (one.must, len(one.text), one.text) > (other.must, len(other.text), other.text)


def _figures_of(told: _Told) -> set[int]:
    """The numbers by which a sentence of little matter is known: "they sleep from one to 4"."""
    return _figures(told.statement.text) if 0 < len(told.said) < _LEAST else set()


def _figures(text: str) -> set[int]:
    """The numbers in a text, in words or figures."""
    found = (plain_number(word) if word.isalpha() else word for word in tokens(text))
    return {int(one) for one in found if one is not None and str(one).isdigit()}


def _denies(text: str) -> int:
    return sum(is_negation(word) for word in tokens(text))
