"""Small conversations for the drafting tests: written by hand, or read from `tests/media/dialogues`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from live_notes import (
    DraftSpec,
    EmbeddedDrafter,
    EvidenceLine,
    MaskedTranscript,
    Note,
    NoteFormat,
    Preferences,
    PronounChoice,
    Speaking,
    write_note,
)

_FOLDER = Path(__file__).parent.parent / "media" / "dialogues"
_WHO = {"t": Speaking.CLINICIAN, "c": Speaking.CLIENT, "d": Speaking.CLIENT, "a": Speaking.AUTHOR}
NAMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))

FILLING = (
    ("c", "Work has been really busy and my manager keeps adding shifts to the schedule."),
    ("t", "What has that been like?"),
    ("c", "I feel tired most of the week and I miss seeing my friends."),
)


def said(*turns: tuple[str, str]) -> MaskedTranscript:
    """A transcript of turns: t the clinician, c and d two clients, a the clinician's own writing."""
    return MaskedTranscript(
        tuple(
            EvidenceLine(f"s{i}", who, _WHO[who], i * 5.0, i * 5.0 + 4, text)
            for i, (who, text) in enumerate(turns, start=1)
        )
    )


def dialogue(name: str) -> object:
    """The parsed JSON of a shipped dialogue."""
    return json.loads((_FOLDER / f"{name}.json").read_text())


def texts(note: Note, section: str | None = None) -> list[str]:
    """The sentences of a note, or of one of its sections."""
    return [s.text for part in note.sections if section in {None, part.title} for s in part.sentences]


async def drafted_with(*turns: tuple[str, str], note_format: NoteFormat = NoteFormat.SOAP) -> Note:
    """The embedded drafter's note of these turns, after a few that say enough for one."""
    spec = DraftSpec(note_format, Preferences(pronouns=PronounChoice.SHE))
    now = datetime(2026, 1, 5, 10, tzinfo=UTC)
    return await write_note(said(*FILLING, *turns), spec, EmbeddedDrafter(), now=now)
