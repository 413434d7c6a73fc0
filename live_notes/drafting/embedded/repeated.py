"""What a note says twice is said once: the shorter of two sentences that tell the same of the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import content_stems, tokens

_LEAD = re.compile(
    r"^(?:the )?\w+(?: [A-Z])? (?:reported that|reported|stated:|said:|asked:|observed that|noticed that"
    r"|told of a dream:|observed:)",
    re.IGNORECASE,
)
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


def told_once(sections: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """The sections without what another sentence of the note says whole; none is left empty for that."""
    left = [list(section) for section in sections]
    every = [statement for section in left for statement in section]
    for section in left:
        for one in list(section):
            if len(section) > 1 and any(_is_told_by(one, other) for other in every):
                section.remove(one)
                every.remove(one)
    return left


def _is_told_by(one: Statement, other: Statement) -> bool:
    """Whether all that a sentence tells stands in the other one, which rests on the same words."""
    if one is other or one.authored or one.kind in _NEVER or one.speaker != other.speaker:
        return False
    said = frozenset(content_stems(_LEAD.sub("", one.text)))
    same_words = len(said) > _LEAST and said == frozenset(content_stems(_LEAD.sub("", other.text)))
    if not _LEAD.match(one.text) or not (same_words or set(one.evidence) <= set(other.evidence)):
        return False
    if (
        len(said) < _LEAST
        or not said <= frozenset(content_stems(other.text))
        or _denies(one.text) > _denies(other.text)
    ):
        return False
    return said != frozenset(content_stems(_LEAD.sub("", other.text))) or _comes_first(other, one)


def _comes_first(one: Statement, other: Statement) -> bool:
    """Of two that say the same, the one that stays: what must, and else the longer."""
    return (one.must, len(one.text), one.text) > (other.must, len(other.text), other.text)


def _denies(text: str) -> int:
    return sum(is_negation(word) for word in tokens(text))
