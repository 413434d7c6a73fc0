"""Plain statements that stand where a note cannot: nothing is invented."""

from __future__ import annotations

from retention import SessionRecord
from signaling.sources import FAILED

DESTROYED_STATEMENT = (
    "The transcript of this session was destroyed before a note could be drafted, as a participant or the "
    "clinician wished. You can write the note yourself."
)
HELD_STATEMENT = (
    "A participant withdrew their consent before a note could be drafted. What was said is under a legal "
    "hold: it is kept until that ends, and not used. You can write the note yourself."
)
UNHEARD_STATEMENT = (
    "The recording of this session was not heard to its end, and what was heard of it is destroyed. Upload "
    "it again to a new session, or write the note yourself."
)
STRUCK_STATEMENT = (
    "All that was said in this session was struck, and with it what was drafted of it. You can write the "
    "note yourself."
)


def why_none(record: SessionRecord, *, held: bool) -> str:
    """Why a session has no note."""
    if held:
        return HELD_STATEMENT
    return UNHEARD_STATEMENT if record.end_reason == FAILED else DESTROYED_STATEMENT
