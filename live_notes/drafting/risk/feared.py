"""Thoughts of harming somebody that come unwanted, as in an obsession: dreaded, and no wish to do it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase

_OBSESSION = AnyCase(
    r"\b(?:ocd|obsess\w+|compulsi\w+|intrusive|erp\b|exposures?\b|rituals?\b|reassur\w+|y-?bocs|suds\b"
    r"|can guarantee\b|unwanted"
    r" (?:thoughts?|images?)|response prevention)"
)
_MIGHT = re.compile(
    r"(?:\b(?:might|may|maybe|could|would|will|what if|going to|gonna|about to)|'ll)(?: \w+){0,4}? $|\bdo"
    r" people\b[^.?!]*$",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\bwhat if (?:i|i'm|i'd|i've|i'll)\b[^.?!]*$"
    r"|\b(?:thoughts?|images?|pictures?|voice|brain|mind|head|ocd|worry|script) (?:\w+ ){0,3}?(?:comes?|came"
    r"|says?|said|saying"
    r"|goes|going|tells?|told|is|was|like|pops?|where|shows?)\b[^.?!]*$"
    r"|\b(?:tell|told|telling)(?:s)? me (?:that i (?:should|must) |to )(?:just )?$|\b(?:googl\w+"
    r"|search\w*|look(?:ed|ing) up|read(?:ing)? about|check(?:ed|ing)?)\b[^.?!]*$"
    r"|\b(?:afraid|scared|terrified|frightened|worried|fear|dread|panic\w*)(?: that| of| in case|"
    r" i)?[^.?!]*$",
    re.IGNORECASE,
)
_NOT_WANTED = re.compile(
    r"\b(?:(?:don't|do not|never|didn't) want(?:ed)? (?:to|it|them|this|that)|i'd never|i would never"
    r"|horrif\w+|disgust\w+"
    r"|terrif\w+|makes me (?:feel )?sick|against (?:my|everything))\b",
    re.IGNORECASE,
)
_NEAR, _FAR = 3, 400


def is_feared_thought(units: Sequence[Unit], unit: Unit, before: str) -> bool:
    """Whether a deed is only dreaded: a thought that comes, a "what if", among obsessions or not wanted."""
    before = before.replace("’", "'")
    if _COMES.search(before):
        return True
    if not _MIGHT.search(before):
        return False
    near = units[max(0, unit.index - _NEAR) : unit.index + _NEAR + 1]
    if any(one.turn == unit.turn and _NOT_WANTED.search(one.exact) for one in near):
        return True
    session = units[max(0, unit.index - _FAR) : unit.index + _FAR]
    return any(_OBSESSION.search(one.exact) for one in session)
