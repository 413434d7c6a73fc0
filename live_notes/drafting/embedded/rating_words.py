"""What is rated in sessions, by the words in which it is asked for."""

from __future__ import annotations

from live_notes.drafting.embedded.ruler_words import SCALE, how_much, things_rated
from live_notes.drafting.language.any_case import AnyCase

HOW_TRUE = "how true the preferred belief felt"
TOPICS: tuple[tuple[str, AnyCase], ...] = (
    (HOW_TRUE, AnyCase(r"\bhow true\b|\bvoc\b")),
    ("distress (SUDS)", AnyCase(r"\bsuds?\b")),
    ("disturbance", AnyCase(r"\bhow (?:much )?disturb\w+|\bdisturbance\b")),
    ("distress", AnyCase(r"\bhow (?:distress\w+|upset\w*)|\bdistress\b")),
    ("anxiety", AnyCase(r"\banxiety\b|\bhow (?:anxious|nervous|scared|panicky|frightened)\b|\bfear level\b")),
    ("the urge", AnyCase(r"\b(?:the |your |that )?(?:urge|craving)s?\b")),
    ("the pain", AnyCase(r"\b(?:the |your )pain\b")),
    ("the tension", AnyCase(r"\b(?:the |your )?tension\b")),
)
"""What a note calls it, and the words that ask for it."""


def rating_shown(text: str, spoken: str) -> str:
    """What a sentence says was rated, where the clinician's words ask for that; else nothing."""
    named = (name for name, asked in TOPICS if f" rated {name} " in text and asked.search(spoken))
    name = next(named, "")
    if name:
        return f"rated {name}"
    if not SCALE.search(spoken):
        return ""
    thing = next((one for one in things_rated(spoken) if f" rated {one} " in text), "")
    return f"rated {thing}" if thing or (how_much(spoken) and " rated how " in text) else ""
