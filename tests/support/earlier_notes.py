"""Earlier notes as tests write them: a day, and sections by their titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from live_notes.brief import Brief, Line, SectionId, brief_of, earlier_notes

Json = dict[str, Any]


def note(day: str, sections: Mapping[str, Sequence[str]] | None = None, **more: Any) -> Json:
    """A signed note in the contract's form; its id is its day unless another is given."""
    titled = [
        {
            "title": title,
            "sentences": [{"text": text, "evidence": [f"s{n}"], "flags": []} for n, text in enumerate(texts)],
        }
        for title, texts in (sections or {}).items()
    ]
    return {
        "id": day,
        "format": "soap",
        "sections": titled,
        "risk": [],
        "not_discussed": [],
        "drafter": "embedded",
        "generated_at": f"{day}T10:00:00Z",
        "signed_at": f"{day}T12:00:00Z",
        "frame": {"date": day, "duration_minutes": 50},
    } | more


def risk(kind: str, status: str, *quotes: str) -> Json:
    """One item of a note's risk block."""
    return {"kind": kind, "status": status, "evidence": ["s1"], "quotes": list(quotes)}


def brief(*notes: Json) -> Brief:
    """The brief of these notes."""
    given = earlier_notes(list(notes))
    return brief_of(given.notes, drafts=given.drafts)


def lines(whole: Brief, section: SectionId) -> tuple[Line, ...]:
    """The lines of a section; none where there is no such section."""
    return next((one.lines for one in whole.sections if one.id is section), ())


def texts(whole: Brief, section: SectionId) -> list[str]:
    """The texts of a section's lines."""
    return [line.text for line in lines(whole, section)]
