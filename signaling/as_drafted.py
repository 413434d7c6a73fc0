"""The draft as it was drafted, kept inside an unsigned note's content so that its edits can be compared.

It lives and goes with the draft: sealed with it under one key, without what is struck, gone with a
withdrawal. A signature covers the note alone, and the draft's key is erased then: what the clinician cut is
kept nowhere, nor is what a flag quotes. Pure, on the note's JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

DRAFTED = "drafted"
"""Where it stands in an unsigned note's content."""

_COMPARED = frozenset({"format", "sections", "generated_at", "template"})

PREFERENCES = "preferences"
"""Where those of this note alone stand in it."""

OBJECTIONS = "objections"
"""Where the reasons of a sentence's flags stand, in an unsigned note only."""


def with_draft(content: Mapping[str, Any], own: Mapping[str, Any] | None = None) -> Json:
    """A note fresh from a drafter, remembering how it was drafted; without sections there is nothing to.

    `own`: the preferences of this draft alone.
    """
    note = note_alone(content)
    if not note.get("sections"):
        return note
    kept = {name: value for name, value in note.items() if name in _COMPARED}
    return {**note, DRAFTED: without_reasons({**kept, PREFERENCES: dict(own)} if own else kept)}


def with_drafted_section(content: Mapping[str, Any], section: Mapping[str, Any]) -> Json:
    """A note one section of which was drafted anew."""
    was = content.get(DRAFTED)
    if not was:
        return dict(content)
    sections = [dict(section) if one["title"] == section["title"] else one for one in was["sections"]]
    return {**content, DRAFTED: without_reasons({**was, "sections": sections})}


def note_alone(content: Mapping[str, Any]) -> Json:
    """The note itself, as it is read."""
    return {name: value for name, value in content.items() if name != DRAFTED}


def note_to_sign(content: Mapping[str, Any]) -> Json:
    """The note as it is signed and exported: its flags are part of the record, what they quote is not."""
    return without_reasons(note_alone(content))


def without_reasons(content: Mapping[str, Any]) -> Json:
    """A note without the reasons of its flags, which may hold words of the session."""
    sections = [
        {
            **section,
            "sentences": [
                {name: value for name, value in one.items() if name != OBJECTIONS}
                for one in section.get("sentences", ())
            ],
        }
        for section in content.get("sections", ())
    ]
    return {**content, "sections": sections}


def own_of(content: Mapping[str, Any]) -> Json:
    """The preferences of this note alone, as it was drafted with; none where it had no own."""
    return dict((content.get(DRAFTED) or {}).get(PREFERENCES) or {})


def drafted_of(content: Mapping[str, Any]) -> Json | None:
    """Format (and template), sections, time and own preferences of the draft, where one is remembered."""
    found = content.get(DRAFTED)
    return None if found is None else dict(found)
