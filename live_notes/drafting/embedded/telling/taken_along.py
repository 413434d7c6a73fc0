"""A sentence with the one beside it without which it says something else.

"I had a dream. My teeth were made of sand." Told alone the second sentence is a fact. "For most people that
passes. But with your mother's history the risk is higher." Told alone the first is the contrary of what was meant.
Both are quoted together; what would be too long for a note, or is broken, is left out rather than told by half.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

DREAMS = AnyCase(
    r"\b(?:had|have|having|got|getting|get|remember|been having|was having|keep having|kept having|in)(?: also| only"
    r"| just| still)? (?:an?|the|this|that|these|those|my|another|one|such an?|some|more|the same|any)"
    r"(?: [\w-]+){0,3}? (?:dreams?|nightmares?)\b"
    r"(?! (?:jobs?|houses?|homes?|holidays?|weddings?|schools?|teams?|cars?|come true|of (?:being|becoming|having|going"
    r"|mine|opening|owning|a better))\b)"
    r"|\b(?:dreams?|nightmares?) (?:where|in which|that i (?:was|am|had)|i had|last night)\b"
    r"|\b(?:i|i'd|i've)(?: (?:always|just|even|also|actually|keep|kept|had|have|only))* (?:dreamt|dreamed|dream)\b"
    r"(?! of (?:being|becoming|having|going|opening|owning)\b)"
    r"|\b(?:i was|i'm|i keep|i kept|been) dreaming\b(?! of (?:being|becoming|having|going|opening|owning)\b)"
)
"""Says that what follows was dreamt."""
_WAKES = AnyCase(
    r"\b(?:woke|wake|waked|waking|awoke|awake)\b|^(?:(?:but|so|and)[, ]+)*(?:anyway|anyhow|otherwise|in real life"
    r"|for real|apart from that|other than that|this week|today|at work|at home)\b"
)
"""Leaves the dream."""
_NAMED = AnyCase(r"\b(?:dream\w*|nightmares?)\b")
_TURNS = AnyCase(
    r"^(?:(?:and|so|now|well|okay)[, ]+)*(?:but|however|although|though|except|unless|only that|whereas)\b"
)
_EXPLAINS = re.compile(
    r"^(?P<who>[^\":]{3,40}?) (?P<verb>explained|stated|assessed|formulated|noted)(?: that |: \")", re.IGNORECASE
)
_VERB = {"assessed": "stated", "formulated": "stated"}
_BACK, _MOST_QUOTED = 6, 60


def taken_along(reading: Reading, statement: Statement) -> Statement | None:
    """The statement with what it needs beside it; None where it can't be told without, and not with it."""
    if statement.authored:
        return statement
    units = reading.units
    first = units[statement.order]
    if first.speaking is Speaking.CLINICIAN and _EXPLAINS.match(statement.text):
        return _with_its_but(reading, statement, first)
    if _NAMED.search(statement.text) or "When asked" in statement.text or statement.kind is Kind.PLAN:
        return statement
    opened = dreamt_before(units, first)
    return statement if opened is None else _as_dreamt(reading, statement, opened, first)


def dreamt_before(units: Sequence[Unit], told: Unit) -> Unit | None:
    """The sentence of a client's turn that opens the dream which `told` is part of; None where it is of none."""
    if told.speaking is not Speaking.CLIENT or _WAKES.search(told.words):
        return None
    for one in reversed(units[max(0, told.index - _BACK) : told.index]):
        if (one.turn, one.speaker) != (told.turn, told.speaker):
            return None
        if DREAMS.search(one.exact):
            return None if _WAKES.search(one.words) else one
        if _WAKES.search(one.words):
            return None
    return None


def _as_dreamt(reading: Reading, statement: Statement, opened: Unit, first: Unit) -> Statement | None:
    lines = set(statement.evidence)
    last = first
    for one in reading.units[first.index : first.index + _BACK]:
        same = (one.turn, one.speaker) == (first.turn, first.speaker) and lines.issuperset(one.evidence)
        if not same or not statement.stems.issuperset(one.stems):
            break
        last = one
    said = as_one(reading.units[opened.index : last.index + 1])
    if said.spoken_length > _MOST_QUOTED or not is_whole(said):
        return statement if statement.must else None
    return _reading(statement, f"{reading.terms_for(said).client} stated: {in_quotes(said)}", said)


def _with_its_but(reading: Reading, statement: Statement, first: Unit) -> Statement | None:
    """What a clinician explained with the sentence after it that turns it."""
    after = reading.units[first.index + 1] if first.index + 1 < len(reading.units) else first
    turns = after.turn == first.turn and after is not first and _TURNS.match(after.exact.strip())
    if not turns or first.question or after.question or quoted(after).strip('".') in statement.text:
        return statement
    said = as_one((first, after))
    told = _EXPLAINS.match(statement.text)
    if told is None or said.spoken_length > _MOST_QUOTED or not is_whole(said):
        return statement if statement.must else None
    verb = _VERB.get(told["verb"].lower(), told["verb"])
    return _reading(statement, f"{told['who']} {verb}: {quoted(said)}", said)


def _reading(statement: Statement, told: str, said: Unit) -> Statement:
    text = in_figures(finish(told))
    lines = tuple(dict.fromkeys((*statement.evidence, *said.evidence)))
    seen = replace(statement.seen, text=text)
    return replace(statement, text=text, lead="", rest=text, evidence=lines, seen=seen)
