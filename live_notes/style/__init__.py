"""A clinician's style: readable rules learned from what they change in drafts, applied to the next ones."""

from live_notes.style.aligning import Part
from live_notes.style.editing import emptied, exported, rewritten, style_from, turned, without
from live_notes.style.errors import RuleRefused
from live_notes.style.learning import learned
from live_notes.style.observing import Observation, observed
from live_notes.style.profile import Learned, Profile, Standing, standing
from live_notes.style.rules import Rule, text_of
from live_notes.style.style import NO_STYLE, Style

__all__ = [
    "NO_STYLE",
    "Learned",
    "Observation",
    "Part",
    "Profile",
    "Rule",
    "RuleRefused",
    "Standing",
    "Style",
    "emptied",
    "exported",
    "learned",
    "observed",
    "rewritten",
    "standing",
    "style_from",
    "text_of",
    "turned",
    "without",
]
