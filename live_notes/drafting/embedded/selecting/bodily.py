"""How much of a conversation is about the body: a visit to a doctor, or a session of talk.

A visit is written down finding by finding; a session of talk is summed up, in fewer of its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase

_OF_THE_BODY = AnyCase(
    r"\b(?:exam(?:ine|ined|ination)?|lungs?|heart|abdom\w+|blood (?:pressure|test|work|sugar)|bloods|x-?rays?"
    r"|mri|ct|ultrasound|echo|ekg|ecg|swell\w*|swollen|tender(?:ness)?|knees?|shoulders?|ankles?|hips?|chest"
    r"|breath sounds|cough\w*|fevers?|murmur|o?edema|labs?|cholesterol|hypertension|diabet\w+|asthma|kidneys?"
    r"|liver|thyroid|surger(?:y|ies)|surgeon|fractur\w+|rash|urin\w+|nausea\w*|vomit\w*|milligrams?"
    r"|antibiotics?|inflam\w+|infect\w+|pulse|temperature|throat|bowels?|stools?|stomach|injections?"
    r"|physical therapy|physio\w*|range of motion|allerg\w+|prescri\w+|scans?|pain|pains|painful|symptoms?)\b"
)
_WORDS = 1000
OF_TALK, OF_A_VISIT = 6.0, 12.0
"""Such words in a thousand: up to the first it is talk, from the second on a visit."""


def bodily(units: Sequence[Unit]) -> float:
    """From 0 (talk) to 1 (a visit)."""
    spoken = sum(unit.length for unit in units)
    found = sum(
        len(_OF_THE_BODY.exact.findall(unit.words)) for unit in units if _OF_THE_BODY.may_be_in(unit.words)
    )
    each = _WORDS * found / max(1, spoken)
    return min(1.0, max(0.0, (each - OF_TALK) / (OF_A_VISIT - OF_TALK)))
