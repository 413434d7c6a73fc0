"""The questions of work with parts of a person: what is answered came of it in the session."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_IT = (
    r"(?:her|him|it|them|this one|that one|(?:this|that|the|your) (?:\w+ ){0,2}?(?:part|parts|one|side|voice"
    r"|child|critic|protector|manager|exile|firefighter|matron|judge|little (?:girl|boy|one)"
    r"|young(?:er)? (?:you|one)))"
)
_SHE = r"(?:she|he|it|they|(?:this|that|the) (?:\w+ ){0,2}?(?:part|one|side|voice|child|critic|protector))"
_ASKS_A_PART = AnyCase(
    rf"\bhow (?:do|are|d'|did)(?: you|ya| ye)? ?feel(?:ing)? (?:toward|towards) (?:{_IT}|the \w+|\w+)\b"
    rf"|\bwhere (?:do|can) you (?:notice|feel|sense|find) {_IT},? (?:in|on|around)\b"
    rf"|\b(?:can|could|would|will) you (?:ask|let|tell|invite|offer|thank|show) {_IT}(?:,? in there,?)?"
    r" (?:what|if|whether|know|see|how|one|some|to (?:step|give|move|soften|relax|sit|rest)"
    r"|that (?:you|we)(?:'re| are| see))\b"
    rf"|\bwhat(?:(?:'s| is) {_SHE}| {_SHE}(?:'s| is|'re| are))"
    r" (?:afraid|scared|frightened|worried) (?:would|might|will|of|that)\b"
    rf"|\bwhat (?:does|is) {_SHE} (?:afraid|scared|worried|need from you|want you to (?:know|see)"
    r"|trying to do for you)\b"
    rf"|\bhow old (?:is|does|do) {_SHE}(?: think)?(?: you are)?\W*$"
    rf"|\bhow (?:does|do|is) {_SHE} (?:take|respond|react|receiv\w+|responding|reacting|taking)\b"
    rf"|\b(?:does|do) {_SHE} know (?:you|we|how old|that you)\b"
)
"""Asks how somebody feels toward a part of theirs, or has them ask it something."""


_OF_PARTS = AnyCase(
    r"\bparts? of you\b|\b(?:this|that|those|these|another|your|a) (?:\w+ ){0,2}parts?\b"
    r"(?! of (?!you)|[- ]time)"
    r"|\b(?:in|on) or around your body\b|\b(?:step|move) (?:back|aside|to the side)\b|\bblend(?:ed|ing)\b"
    r"|\binner (?:child|critic)\b"
)
"""Speaks of parts of a person, as who works with them does."""
_LEAST = 2


def asks_a_part(units: Sequence[Unit], words: str) -> bool:
    """Whether a question goes to a part of a person, or to how they are with it, in work with parts."""
    if not _ASKS_A_PART.search(words):
        return False
    told = (unit for unit in units if unit.speaking is Speaking.CLINICIAN and _OF_PARTS.search(unit.words))
    return len(list(islice(told, _LEAST))) == _LEAST
