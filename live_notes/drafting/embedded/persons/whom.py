"""Whom a step is about: "I'll send her a note", where the one named just before was a doctor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit

_REACHED = re.compile(
    r"\b(?P<verb>call|ring|phone|send|tell|ask|text|email|message|contact|write|write to|speak to"
    r"|speak with|talk to"
    r"|talk with|let|see|update|remind) (?P<whom>her|him|them)\b(?! (?:\w+ly )?(?:own|self))",
    re.IGNORECASE,
)
_DOCTOR = re.compile(r"\b(?:Dr|Doctor)\.? (?P<name>[A-Z][\w'’-]+)")
_PERSON = re.compile(
    r"\b(?:your|my|the) (?:\w+ )?(?:mother|mom|mum|father|dad|wife|husband|partner|sister|brother|son"
    r"|daughter|friend"
    r"|boss|manager|nurse|gp|aunt|uncle|cousin|girlfriend|boyfriend)\b|\[PERSON\w*\]",
    re.IGNORECASE,
)
_REACH, _TURNS = 14, 4


def with_doctor(units: Sequence[Unit], unit: Unit) -> Unit:
    """The step with the doctor's name in place of a pronoun, where only one was named shortly before.

    The lines that name the doctor stand among its evidence.
    """
    found = _REACHED.search(unit.words)
    if found is None or _DOCTOR.search(unit.words) or _PERSON.search(unit.words[: found.start()]):
        return unit
    near = [one for one in units[max(0, unit.index - _REACH) : unit.index] if unit.turn - one.turn <= _TURNS]
    named = [(one, match["name"]) for one in near for match in _DOCTOR.finditer(one.exact)]
    if not named or len({name for _, name in named}) > 1 or any(_PERSON.search(one.exact) for one in near):
        return unit
    source, name = named[-1]
    start, end = found.span("whom")
    return replace(
        unit,
        words=f"{unit.words[:start]}Dr. {name}{unit.words[end:]}",
        evidence=tuple(dict.fromkeys((*source.evidence, *unit.evidence))),
    )
