"""Statements that follow each other and begin alike become one sentence, as a clinician would write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import tokens, word_count

MOST_WORDS = 36
"""Words of a merged sentence; a longer one is hard to read and to check against its evidence."""

MOST_PARTS = 3
MOST_APART = 8
"""Units of the transcript that may lie between two statements that are put together."""

_SUBJECT = re.compile(r"^that (?P<who>(?:the )?[\w.']+(?: [AB-Z])?) (?P<rest>[a-z]+\b.*)$", re.IGNORECASE)
_POINTS = re.compile(r"^(?:that (?:it|this|that|these|those)|it|this|these|those)\b", re.IGNORECASE)
_PRONOUNS = frozenset(("she", "he", "they"))


def merged(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, in order, with those put together that belong together. Risk stands alone."""
    done: list[Statement] = []
    run: list[Statement] = []
    for statement in statements:
        if run and not _fits(run, statement):
            done.append(_one(run))
            run = []
        run.append(statement)
    return [*done, _one(run)] if run else done


def _fits(run: Sequence[Statement], following: Statement) -> bool:
    first, last = run[0], run[-1]
    if not (first.lead and first.lead == following.lead) or first.kind is not following.kind:
        return False
    if first.rest.startswith("that ") is not following.rest.startswith("that "):
        return False  # a clause and a thing: "that she tried, and an eight"
    if following.order - last.order > 1 and _points(last.rest, following.rest):
        return False  # its pronoun would stand for what the sentence begins with
    if first.must or following.must or len(run) >= MOST_PARTS or following.order - last.order > MOST_APART:
        return False
    return sum(word_count(one.rest) for one in (*run, following)) <= MOST_WORDS


def _points(before: str, rest: str) -> bool:
    """Whether what follows begins with a pronoun for something else than its own speaker."""
    if _POINTS.match(rest):
        return True
    one, other = (_person(part) for part in (before, rest))
    return one in _PRONOUNS and other in _PRONOUNS and one != other


def _person(rest: str) -> str:
    """The subject of a clause, without what is joined to it ("she'd")."""
    subject = _SUBJECT.match(rest)
    return "" if subject is None else subject["who"].lower().split("'")[0]


def _one(run: Sequence[Statement]) -> Statement:
    if len(run) == 1:
        return run[0]
    first = run[0]
    return replace(
        first,
        text=f"{first.lead} {_joined([one.rest for one in run])}.",
        evidence=tuple(dict.fromkeys(line for one in run for line in one.evidence)),
        stems=frozenset().union(*(one.stems for one in run)),
        rest="",
        lead="",
    )


def _joined(rests: Sequence[str]) -> str:
    """One after the other; a subject that goes on is said once; a semicolon ends what is denied."""
    if any(_has_marks(rest) for rest in rests) or any(_negated(rest) for rest in rests[:-1]):
        parts = [rests[0], *(rest.removeprefix("that ") for rest in rests[1:])]
        return f"{'; '.join(parts[:-1])}; and {parts[-1]}"
    parts = [rests[0], *(_going_on(before, rest) for before, rest in pairwise(rests))]
    if len(parts) == 2:
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"


def _going_on(before: str, rest: str) -> str:
    """What follows without the subject that it shares with what stands before it."""
    one, other = _SUBJECT.match(before), _SUBJECT.match(rest)
    if one is None or other is None or one["who"].lower() != other["who"].lower():
        return rest
    return other["rest"] if other["who"].lower() in _PRONOUNS else rest


def _has_marks(text: str) -> bool:
    return "," in text or ";" in text or " and " in text or " but " in text or " or " in text


def _negated(text: str) -> bool:
    return any(is_negation(word) for word in tokens(text))
