"""The negative belief that a session works on, once the clinician says it back as the one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.saying import capital, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, tokens, word_count
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_THE_WORDS = re.compile(
    r"\b(?:the|those|these|that) (?:negative )?(?:words|belief|thought|cognition),? [\"“']?"
    r"(?P<belief>(?:i|i'm|i am|it's|it is|my|nobody|no one|everyone)\b[^,.?!\"”]{2,60}?)[\"”']?"
    r"(?:,| and (?:where|notice|follow|the)\b|[.?!]|$)",
    re.IGNORECASE,
)
"""Shapiro's standard protocol: "when you bring up the picture and the words I am ..., what do you feel?"."""
_WISHED_FOR = re.compile(
    r"\b(?:true|rather|instead|positive|prefer\w*|would like to|good belief|believe now)\b", re.IGNORECASE
)
"""Speaks of the belief that is to take its place."""
_PROTOCOL = re.compile(
    r"\b(?:bring up (?:that|the|this) (?:picture|image|memory|scene|event|accident)|hold (?:that|the"
    r"|this) (?:picture"
    r"|image|memory)|follow (?:my|the|your) (?:fingers?|hand|light|ball|taps?)|bilateral|tappers?"
    r"|butterfly (?:hug"
    r"|taps?)|words (?:that )?(?:best )?go with)\b",
    re.IGNORECASE,
)
"""Said where a memory is reprocessed: elsewhere a thought that is said back is no target's belief."""
_LABEL = "Negative belief"
_SHOWN = re.compile(rf'{_LABEL}: "(?P<belief>[^"]+)"')
_BELIEF_IS_WORTH = 0.6
_LEAST_WORDS = 3


def beliefs(reading: Reading) -> list[Statement]:
    """The belief as the clinician says it back, where the client had said the same."""
    spoken = (unit.words for unit in reading.units if unit.speaking is Speaking.CLINICIAN)
    if not any(_PROTOCOL.search(words) for words in spoken):
        return []
    for unit in reading.units:
        found = _THE_WORDS.search(unit.words) if unit.speaking is Speaking.CLINICIAN else None
        if (
            found is None
            or _WISHED_FOR.search(unit.words)
            or RISK_WORDS.search(found["belief"])
            or word_count(found["belief"]) < _LEAST_WORDS
        ):
            continue
        own = _said_before(reading.units, unit, found["belief"])
        if own is not None:
            told = f'{_LABEL}: "{capital(found["belief"].strip())}."'
            return [replace(made(reading, Kind.REPORT, whole(told), (own, unit)), more=_BELIEF_IS_WORTH)]
    return []


def with_belief(statements: Sequence[Statement], found: Sequence[Statement]) -> list[Statement]:
    """The statements with the belief, or with the question that found it where that is of risk."""
    told = list(statements)
    for belief in found:
        asked = [one for one in told if one.kind is Kind.REPORT and _holds(one, belief)]
        if any(one.must for one in asked):
            continue
        told = [*(one for one in told if one not in asked), belief]
    return told


def _holds(one: Statement, belief: Statement) -> bool:
    """Whether a statement tells the client's own sentence with the belief."""
    words = belief.text.partition('"')[2].rstrip('."').lower()
    return belief.evidence[0] in one.evidence and words in one.text.lower()


def belief_shown(text: str, spoken: str) -> str:
    """The label of a belief, where the clinician's words say it as the one that goes with the picture."""
    shown = _SHOWN.search(text)
    if shown is None or _WISHED_FOR.search(spoken):
        return ""
    belief = tokens(shown["belief"].lower())
    return (
        _LABEL
        if any(tokens(found["belief"].lower()) == belief for found in _THE_WORDS.finditer(spoken))
        else ""
    )


def _said_before(units: Sequence[Unit], unit: Unit, belief: str) -> Unit | None:
    """The client's own sentence with those words, the last before."""
    stems = set(content_stems(belief))
    earlier = (one for one in reversed(units[: unit.index]) if one.speaking is Speaking.CLIENT)
    return next((one for one in earlier if stems and stems <= set(one.stems)), None)
