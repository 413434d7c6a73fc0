"""The pre-session brief: a client's earlier signed notes on one screen, each line with its notes."""

from live_notes.brief.brief import brief_of
from live_notes.brief.limits import MOST_CHARS, MOST_NOTES
from live_notes.brief.model import (
    Brief,
    BriefSection,
    LeftOut,
    Line,
    Passage,
    Past,
    Said,
    SectionId,
    Source,
    Status,
)
from live_notes.brief.notes import Added, EarlierNote, Mention, Part
from live_notes.brief.reading import Given, earlier_notes

__all__ = [
    "MOST_CHARS",
    "MOST_NOTES",
    "Added",
    "Brief",
    "BriefSection",
    "EarlierNote",
    "Given",
    "LeftOut",
    "Line",
    "Mention",
    "Part",
    "Passage",
    "Past",
    "Said",
    "SectionId",
    "Source",
    "Status",
    "brief_of",
    "earlier_notes",
]
