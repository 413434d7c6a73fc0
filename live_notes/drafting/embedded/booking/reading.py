"""What is said of a day, cut into its clauses, with the days and hours that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.drafting.embedded.booking.table import Slot
from live_notes.drafting.embedded.booking.words import (
    ASIDE,
    BY_THEN,
    CORRECTS,
    IS_SLOT,
    LASTS_TILL,
    NOT_THAT,
    OPENING,
    SLOT,
    TODAY,
    VOCABULARY,
)
from live_notes.drafting.embedded.hearing.units import Unit

MARK = "\x01"
"""Stands in the place of a day or an hour."""
CLAUSE = re.compile(r"[,;.?!]+\s*|\s+(?:–|—|-)\s+")


def marked(said: str) -> str:
    """What is said, with a mark in the place of every day and hour."""
    return re.sub(r" (?=[,.;:?!])", "", " ".join(SLOT.sub(f" {MARK} ", said.replace(MARK, " ")).split()))


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """What was said, cut where somebody corrects themselves; whether a part is such a correction."""
    plain = LASTS_TILL.sub(r"\g<from>", OPENING.sub("", text))
    plain = TODAY.sub(",", plain) if "oday" in plain else plain
    plain = BY_THEN.sub("", plain) if "y " in plain or "efore " in plain else plain
    plain = ASIDE.sub("", NOT_THAT.sub("", plain))
    start, corrects = 0, False
    for match in CORRECTS.finditer(plain):
        if plain[start : match.start()].strip():
            yield plain[start : match.start()], corrects
        start, corrects = match.end(), True
    if plain[start:].strip():
        yield plain[start:], corrects


def slots_in(part: str, unit: Unit, at: int) -> tuple[list[Slot], str]:
    """The slots of a part, and the part with a mark in the place of each."""
    part = part.replace(MARK, " ")  # the mark is ours alone, whatever a transcript brings
    if not IS_SLOT.search(part):
        return [], part
    named = [match for match in SLOT.finditer(part) if not _stands_for_another(match, part)]
    text, start = "", 0
    for match in named:
        text, start = f"{text}{part[start : match.start()]} {MARK} ", match.end()
    found = [Slot(match.lastgroup or "", match.group().strip(" ,"), unit, at) for match in named]
    return found, re.sub(" +", " ", text + part[start:])


_THE = re.compile(r"\b(?:the|that|this|our|my|your|an?|another|each|every|which|any|no)(?: [\w'-]+)? $", re.I)


def _stands_for_another(match: re.Match[str], part: str) -> bool:
    """Whether "one" is no hour, but something that was named: "the after one", "the one behind the shop"."""
    return match.group().strip().lower() == "one" and _THE.search(part[: match.start()]) is not None


def is_of_vocabulary(clause: str) -> bool:
    """Whether a clause is made of no other words than those in which a day is found."""
    words = re.findall(r"[\w'’]+", clause.lower().replace("’", "'"))
    return all(word in VOCABULARY or word.strip("'") in VOCABULARY for word in words)
