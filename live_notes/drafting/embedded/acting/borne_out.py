"""Whether words that name a deed bear it out: said to this client, of now, and done and not only spoken of.

The words of a deed are said in other ways, too: proposed for the client to say to somebody else, told of what
the client did by themself, spoken in the middle of a set, or as a bare number that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from live_notes.drafting.embedded.acting.deed import Deed
from live_notes.drafting.embedded.emdr.emdr_fields import is_emdr
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase

_QUOTED = re.compile(r'["“][^"”]*["”]?')
_TO_A_THIRD = AnyCase(
    r"\b(?:ask|tell|say to|put it to|check with|message|text|ring|call|answer|speak to|talk to|question)"
    r" (?:her|him|them|(?:your|the) (?!doctor\b|gp\b|nurse\b|psychiatrist\b)[a-z]+|(?-i:[A-Z])[a-z]+)\b"
    r"|\b(?:something like|in (?:so many|these|those) words|words (?:like|to the effect)|the words (?:are"
    r"|would be))\b"
)
"""Leads to words for somebody else: "ask her straight, are you thinking of killing yourself?"."""
_TOLD_BY_A_THIRD = AnyCase(r"\b(?:she|he|they|mum|mom|dad|your \w+) (?:says?|said|told|asks?|asked)\b")
_OF_RISK, _OF_SKILL, _OF_EXPERIMENT, _OF_SCALE = (
    "assessed for risk",
    "practiced a skill",
    "tested a prediction",
    "used a scaling question",
)
_PROPOSES = AnyCase(
    r"\b(?:let's|let us|shall we|should we|can we|could we|we can|we could|we'll|we will|we're going to"
    r"|we are going to|i'd like (?:us|you) to|want to|would you|do you want|how about|what about|try)\b"
)
_OF_BREATH_ALONE = AnyCase(r"^(?:(?:and|so|now|okay|good|just|then)[, ]+)*breathe?(?: \w+){0,2}\W*$")
"""Ends a set of stimulation, and trains nothing."""
_MEASURES = AnyCase(
    r"\bhow (?:true|disturb\w+|distress\w+|upset\w*|bad|painful|intense|strong|strongly|anxious|scared"
    r"|afraid|frightened|much do(?:es)? (?:you|it|that))\b"
    r"|\b(?:suds?|voc|pain|distress|disturbance|upset|anxiety|fear|urges?)\b"
)
_ASKS_OF_SOMETHING = AnyCase(
    r"\b(?:how|where|what would|what's|what is|what are|which|suppose|if|imagine|wh(?:y|ere))\b"
)


def bears_out(deed: Deed, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a clinician's sentence shows that they did what its words name."""
    name = deed.name
    if name.startswith(_OF_RISK):
        return not _is_for_another(deed, unit, units)
    if name.startswith(_OF_EXPERIMENT):
        return _PROPOSES.search(unit.words) is not None
    if name.startswith(_OF_SCALE):
        return _asks_where_they_stand(unit.words)
    if name.startswith(_OF_SKILL):
        return not (_OF_BREATH_ALONE.match(unit.words) and is_emdr(units))
    return True


def _is_for_another(deed: Deed, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether the words are proposed to the client, to be said to somebody else, or tell what was said."""
    own = _QUOTED.sub(" ", unit.exact)
    if own != unit.exact and not deed.pattern.search(own):
        return True
    before = takewhile(lambda one: one.turn == unit.turn, reversed(units[: unit.index]))
    if _TOLD_BY_A_THIRD.search(own) and not unit.question:
        return True
    return _TO_A_THIRD.search(own) is not None or any(_TO_A_THIRD.search(one.words) for one in before)


def _asks_where_they_stand(words: str) -> bool:
    """Whether a scale is put for what the client wants or can, and not to measure how bad it is."""
    return not _MEASURES.search(words) and _ASKS_OF_SOMETHING.search(words) is not None
