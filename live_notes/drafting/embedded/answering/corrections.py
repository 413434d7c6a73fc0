"""What a client takes back: "no, hay fever, not a fever" after "I have a fever"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.spec import Speaking

_CORRECTS = re.compile(
    r"^(?:(?:um+|uh+|well|yeah)[,. ]+)*(?:no|sorry|oh|actually|i mean|i meant|wait|rather)\b[,. ]",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:not|rather than|instead of|i (?:said|wrote)) (?:a |an |the |my |any "
    r"|just )*(?P<wrong>[a-z][\w'-]*(?: [\w'-]+)?)\W*$"
    r"|\bnot (?:a |an |the |my |any |just )*(?P<first>[a-z][\w'-]*(?: [\w'-]+)?), (?:but |it's |it was "
    r"|i meant )?",
    re.IGNORECASE,
)
_MEANT = re.compile(r"\b(?:i meant|i mean)\b", re.IGNORECASE)
_REPEAT = re.compile(
    r"^(?:(?:sorry|pardon|excuse me|um+|oh|i'm sorry)[,.? ]+)*"
    r"(?:(?:can|could|would|will) (?:you|i get you to)"
    r"(?: just| please| maybe)? (?:repeat|say) (?:that|it)|say (?:that|it) again|what was that|come again"
    r"|(?:i )?(?:didn't|did not) (?:quite |really )?(?:catch|hear|get) (?:that|you|it)|pardon\?|sorry\?)",
    re.IGNORECASE,
)
"""Asks to hear the same again."""
_FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NAMES = (*_FIGURES, "nought")
_RUN = rf"(?P<figures>(?:(?:{'|'.join(_NAMES)}|\d)[ ,-]*){{3,}})"
_ONLY_FIGURES = re.compile(
    rf"(?:(?:no|nope|er|um|uh|oh|it's|that's|actually|sorry)[,. ]+)*{_RUN}[.!]?(?: (?:it is|actually))?[.!]?",
    re.IGNORECASE,
)
_ENDS_IN_FIGURES = re.compile(rf"\b{_RUN}(?:,? (?:isn't it|right|yeah|is it))?[.?!]*$", re.IGNORECASE)
_LEAST_FIGURES = 3
_MOST_WORDS = 14
_REACH = 6
"""Units back to which a correction may point."""


def taken_back(units: Sequence[Unit]) -> frozenset[int]:
    """The places of clients' statements that the same client corrects within their next words; no risk is."""
    found = _asked_to_repeat(units) | _misnumbered(units)
    for unit in units:
        if unit.speaking is not Speaking.CLIENT or unit.spoken_length > _MOST_WORDS:
            continue
        wrong = _wrong_in(unit)
        if not wrong:
            continue
        before = reversed(units[max(0, unit.index - _REACH) : unit.index])
        of_the_same = (one for one in before if one.speaker == unit.speaker and not one.backchannel)
        held = next((one for one in of_the_same if wrong <= set(one.stems)), None)
        if held is not None and not held.risk_in_words:
            found.add(held.index)
    return frozenset(found)


def _asked_to_repeat(units: Sequence[Unit]) -> set[int]:
    """The places of what was heard so badly that the clinician asked for it again, and got it."""
    found: set[int] = set()
    said = [unit for unit in units if not unit.within]
    for before, asks, again in zip(said, said[1:], said[2:], strict=False):
        of_one = before.speaking is again.speaking is Speaking.CLIENT and before.speaker == again.speaker
        if not of_one or asks.speaking is not Speaking.CLINICIAN or not _REPEAT.search(asks.exact):
            continue
        if before.spoken_length <= _MOST_WORDS and not before.risk_in_words:
            same = set(before.stems) == set(again.stems)
            found.add(again.index if same else before.index)
    return found


def _misnumbered(units: Sequence[Unit]) -> set[int]:
    """The places of clinicians' sentences whose number, figure by figure, the client at once puts right."""
    found: set[int] = set()
    for before, unit in pairwise(units):
        if unit.speaking is not Speaking.CLIENT or before.speaking is not Speaking.CLINICIAN:
            continue
        right, wrong = _ONLY_FIGURES.fullmatch(unit.exact.strip()), _ENDS_IN_FIGURES.search(before.exact)
        if right is None or wrong is None or before.risk_in_words:
            continue
        said, heard = _figures(right["figures"]), _figures(wrong["figures"])
        if len(said) >= _LEAST_FIGURES and said != heard and not heard.endswith(said):
            found.add(before.index)
    return found


def _figures(said: str) -> str:
    return "".join(
        word if word.isdigit() else str(_NAMES.index(word) % len(_FIGURES))
        for word in re.findall(r"\d|[a-z]+", said.lower())
    )


def _wrong_in(unit: Unit) -> set[str]:
    """The stems of what a correction says was not so; none where it corrects nothing."""
    said = unit.exact.strip()
    if not (_CORRECTS.match(said) or _MEANT.search(said)):
        return set()
    match = _WRONG.search(said.rstrip(" .!"))
    if match is None:
        return set()
    return set(content_stems(match["wrong"] or match["first"] or ""))
