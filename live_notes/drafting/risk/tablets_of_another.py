"""Tablets or poison somebody else took, and how they were found: "he took some. The warden found him."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.persons import NOUN, does_the_same, last_named
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_TOOK = AnyCase(
    rf"(?:\b(?:he|she)|(?<![\w-])(?:{NOUN})|(?-i:\b[A-Z][a-z]+))(?:'s|'d)?(?: (?:has|had|have|also|just"
    rf"|only|went and"
    r"|actually|even|then|is after))*"
    r" (?:took|taken|taking|swallowed|drank|drink|drunk|ate|consumed)"
    r" (?:(?:some|a|an|the|all|his|her|their|those|too|many|few|lot|load|loads|handful|bunch|strip"
    r"|packet|box|bottle"
    r"|whole|half|of|sleeping|pain|one|two|ten|twenty|thirty|\d+|mother's|father's|mum's|dad's|granny's)"
    r" ){0,5}"
    r"(?:tablets?|pills?|paracetamol|panadol|tylenol|sleepers|meds|medicines?|tablet strips?|poison"
    r"|pesticide|sniper"
    r"|rat poison|phenyl|bleach|something)\b"
)
_WHAT = re.compile(
    r"tablet|pill|paracetamol|panadol|tylenol|sleepers|meds|medicine|poison|pesticide|sniper|phenyl|bleach|something",
    re.IGNORECASE,
)
"""One of these is in anything that `_TOOK` finds."""
_FOUND = re.compile(
    r"\b(?:f(?:ou|i)nd(?:s|ing)? (?:him|her|them)|stomach (?:wash|pump\w*)|pump(?:ed|ing) (?:his|her"
    r"|out)|icu|ventilator"
    r"|intensive care|ambulance|unconscious|casualty|a ?& ?e|resus\w*|emergency|survived|(?:they"
    r"|doctors?) saved"
    r"|rushed|(?:in|to|at) (?:the )?hospital|wouldn't wake|didn't wake|out of danger|nearly died|(?:a"
    r"|his|her|the) note"
    r"|passed away|on a drip|tried to (?:die|end|kill))\b",
    re.IGNORECASE,
)
_BY_CHANCE = re.compile(
    r"\b(?:by mistake|by accident|accidental\w*|mix(?:ed)? up|confused|wrong (?:tablet|pill|dose|one)s?"
    r"|allerg\w+"
    r"|reaction|side effects?|toddler|for (?:his|her|the) (?:pain|headache|fever|cold|blood pressure"
    r"|sugar|malaria|sleep"
    r"|back|heart)|as prescribed|with food|never|refus\w+|dementia)\b|n't take\b",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 3, 4


def took_and_was_found(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a client tells of somebody else's overdose that is not named as one."""
    if unit.speaking is not Speaking.CLIENT or unit.question or not _WHAT.search(unit.exact):
        return
    plain = unit.exact.replace("’", "'")
    took = _TOOK.search(plain)
    if took is None or RiskKind.SUICIDE in kinds_in(unit.exact):
        return
    near = [one for one in turn_of(units, unit) if -_BEFORE <= one.index - unit.index <= _BEHIND]
    told = " ".join(one.exact for one in near if one.index >= unit.index).replace("’", "'")
    if not _FOUND.search(told) or _BY_CHANCE.search(told):
        return
    who = last_named(units, unit, plain[: took.end()])
    theirs = Mention(RiskKind.SUICIDE, RiskStatus.UNCLEAR, tuple(near), rank=DISCLOSED, whose=who, whole=True)
    yield theirs
    if any(does_the_same(one.exact) for one in near):
        yield replace(theirs, whose=None)
