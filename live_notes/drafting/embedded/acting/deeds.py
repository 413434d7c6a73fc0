"""What the clinician did in a session, named for what it is and shown by one of their sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from live_notes.drafting.embedded.acting.deed import Deed
from live_notes.drafting.embedded.acting.deeds_of_care import OF_CARE
from live_notes.drafting.embedded.acting.deeds_of_method import OF_METHOD
from live_notes.drafting.embedded.acting.deeds_of_practice import OF_PRACTICE
from live_notes.drafting.embedded.acting.deeds_of_schools import OF_SCHOOLS
from live_notes.drafting.embedded.acting.deeds_of_talk import OF_TALK
from live_notes.drafting.embedded.hearing.units import Unit, parts_of
from live_notes.drafting.spec import Speaking

DEEDS: tuple[Deed, ...] = (*OF_TALK, *OF_PRACTICE, *OF_METHOD, *OF_CARE, *OF_SCHOOLS)
_WORD = re.compile(r"[a-z]+|\d+")
_BY_KEY: dict[str, frozenset[int]] = {
    key: frozenset(at for at, one in enumerate(DEEDS) if key in one.keys)
    for deed in DEEDS
    for key in deed.keys
}
"""The places of the deeds that a word may show."""
_LEAST_WORDS, _MOST_WORDS, _GOOD = 3, 30, 12
"""Words of a sentence that is to show what was done: not a scrap, not a speech, best a short one."""


@dataclass(frozen=True)
class Done:
    """Something the clinician did, with the sentences that show it; the first shows it best."""

    deed: Deed
    units: tuple[Unit, ...]

    def __repr__(self) -> str:
        return f"<Done {self.deed.name}>"


def shown_by(words: str, *, question: bool) -> tuple[Deed, ...]:
    """What a clinician's words show that they do; `question`: whether they ask."""
    keys = set(_WORD.findall(words.lower())) & _BY_KEY.keys()
    if not keys or _OF_LAST_TIME.search(words):
        return ()
    may_be = [DEEDS[at] for at in sorted(frozenset().union(*(_BY_KEY[key] for key in keys)))]
    return tuple(deed for deed in may_be if (question or not deed.asks) and deed.pattern.search(words))


_OF_LAST_TIME = re.compile(
    r"\b(?:the|our|your) (?:plan|task|homework|deal|idea|experiment|agreement) (?:was|had been)\b"
    r"|\bwhat we(?:'d| had)? (?:agreed|said|planned|settled)(?: on)? was\b",
    re.IGNORECASE,
)
"""Tells what had been agreed: it is gone over, and not done now."""


def done_in(units: Iterable[Unit], shown: Callable[[Unit], Sequence[Deed]]) -> list[Done]:
    """What the clinician did, each deed best shown first; `shown`: what a unit shows, `shown_by`."""
    found: dict[Deed, list[Unit]] = {}
    for unit in units:
        if unit.speaking is Speaking.CLINICIAN and not unit.backchannel:
            for deed in shown(unit):
                found.setdefault(deed, []).append(unit)
    told: dict[str, tuple[Deed, list[Unit]]] = {}
    for deed, shows in found.items():
        if len(shows) >= deed.least:
            units_of_name = told.setdefault(deed.name, (deed, []))[1]
            units_of_name += [unit for unit in shows if unit not in units_of_name]
    return [Done(deed, _best_first(shows)) for deed, shows in told.values()]


def _best_first(units: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=_far_from_good))


def _far_from_good(unit: Unit) -> tuple[bool, int]:
    words = unit.spoken_length
    return not _LEAST_WORDS <= words <= _MOST_WORDS, abs(words - _GOOD)


def names_shown(text: str, spoken: str) -> str:
    """The name of what was done in a sentence, where the clinician's words show it; else nothing.

    Each of their sentences may show it alone, whatever stands before it in the same line.
    """
    low = text.lower()
    named = [deed for deed in DEEDS if deed.name.lower() in low]
    parts = (spoken, *parts_of(spoken)) if named else ()
    return " ".join(deed.name for deed in named if any(deed.pattern.search(part) for part in parts))
