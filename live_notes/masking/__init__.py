"""Masking: identifiers out before any AI processor reads, and back in on this machine.

The 18 kinds of 45 CFR 164.514(b)(2)(i), in written and in spoken form, and the names a
session knows. What comes out is *masked*: a recogniser may miss something.
"""

from live_notes.masking.choices import Choice
from live_notes.masking.context import Passage, Said, said_before
from live_notes.masking.kinds import LABELS, SAFE_HARBOR, Entity
from live_notes.masking.lines import mask_lines
from live_notes.masking.masker import Analysis, SessionMasker
from live_notes.masking.models import DEFAULT_MODEL, NO_MODEL, check_model
from live_notes.masking.placeholders import PLACEHOLDER, PlaceholderMap
from live_notes.masking.pool import MAX_TEXT_CHARS, AnalysisPool
from live_notes.masking.roster import Roster, RosterName, RosterRole, roster_of
from live_notes.masking.text import Analysed, Finding, Masked, MaskedText, Span

__all__ = [
    "DEFAULT_MODEL",
    "LABELS",
    "MAX_TEXT_CHARS",
    "NO_MODEL",
    "PLACEHOLDER",
    "SAFE_HARBOR",
    "Analysed",
    "Analysis",
    "AnalysisPool",
    "Choice",
    "Entity",
    "Finding",
    "Masked",
    "MaskedText",
    "Passage",
    "PlaceholderMap",
    "Roster",
    "RosterName",
    "RosterRole",
    "Said",
    "SessionMasker",
    "Span",
    "check_model",
    "mask_lines",
    "roster_of",
    "said_before",
]
