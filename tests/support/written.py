"""What a clinician typed, drafted: the shipped summaries, and a note of a few words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from live_notes import DraftRequest, Note, draft_from

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
_FOLDER = Path(__file__).parent.parent / "media" / "summaries"
SUMMARIES = {path.stem: path.read_text() for path in sorted(_FOLDER.glob("*/*.txt"))}


async def noted(summary: str, form: str = "soap", **preferences: str) -> Note:
    """The embedded drafter's note of a typed summary."""
    return await draft_from(
        DraftRequest(summary=summary, format=form, preferences=preferences or None), now=NOW
    )
