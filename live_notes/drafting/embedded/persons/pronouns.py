"""Which pronouns the session gives for the client: said outright, or by how the client is presented."""

from __future__ import annotations

import re
from collections.abc import Iterable

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.preferences import PronounChoice
from live_notes.drafting.spec import Speaking

_OUTRIGHT = re.compile(
    r"\b(?:my|your|the (?:client|patient)'s) pronouns are (?P<which>she|he|they)\b|\bi (?:use|go by) "
    r"(?P<used>she|he|they)"
    r"(?:[/ ]|,| and )(?:her|him|them)\b",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?:is|was|'s) (?:an? )?(?:[a-z-]+ ){0,2}\d{1,3}[- ]*years?[- ]*old (?:[a-z-]+ ){0,3}?"
    r"(?P<who>male|man|gentleman|boy|female|woman|lady|girl)\b",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(
    r"\b(?:you|your|you're|son|daughter|child|wife|husband|partner|mother|father|brother|sister)\b", re.I
)
"""Then it is somebody else who is presented, or told of."""
_HE = frozenset(("male", "man", "gentleman", "boy"))


def pronouns_said(units: Iterable[Unit]) -> PronounChoice:
    """The client's pronouns as the session gives them; `they` if it gives none or two, or to several.

    What somebody says outright counts before how a clinician presents the client ("is a 40-year-old woman").
    """
    outright: set[str] = set()
    presented: set[str] = set()
    clients: set[str] = set()
    for unit in units:
        if unit.speaking is Speaking.CLIENT:
            clients.add(unit.speaker)
        for match in _OUTRIGHT.finditer(unit.words):
            outright.add((match["which"] or match["used"]).lower())
        if unit.speaking in {Speaking.CLINICIAN, Speaking.AUTHOR} and not _TO_SOMEBODY.search(unit.words):
            for match in _PRESENTED.finditer(unit.words):
                presented.add("he" if match["who"].lower() in _HE else "she")
    found = outright or presented
    return PronounChoice(found.pop()) if len(found) == 1 and len(clients) < 2 else PronounChoice.THEY
