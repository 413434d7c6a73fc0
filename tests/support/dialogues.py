"""Small conversations for the drafting tests: written by hand, or read from `tests/media/dialogues`."""

from __future__ import annotations

import json
from pathlib import Path

from live_notes import EvidenceLine, MaskedTranscript, Note, Speaking

_FOLDER = Path(__file__).parent.parent / "media" / "dialogues"
_WHO = {"t": Speaking.CLINICIAN, "c": Speaking.CLIENT, "d": Speaking.CLIENT, "a": Speaking.AUTHOR}
NAMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


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
