"""Whatever a draft sets in quotation marks was said in those words, but for fillers that were taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from live_notes import DraftSpec, MaskedTranscript, NoteFormat
from live_notes.drafting.embedded.drafter import draft_embedded
from live_notes.request import lines_from_transcript
from tests.support.dialogues import NAMES, dialogue, said

_QUOTED = re.compile(r'"([^"]+)"')
_WORD = re.compile(r"[a-z0-9][a-z0-9']*")
_FILLERS = 6
"""Words in a row that may have been taken out of a quotation."""


def _words(text: str) -> list[str]:
    return [word.strip("'") for word in _WORD.findall(text.lower().replace("’", "'"))]


def _was_spoken(quoted: Sequence[str], spoken: Sequence[str]) -> bool:
    """Whether the words follow each other in what was spoken, with no more than fillers between them."""
    for start, word in enumerate(spoken):
        if word != quoted[0]:
            continue
        at: int | None = start
        for following in quoted[1:]:
            near = range(at + 1, min(len(spoken), at + 2 + _FILLERS)) if at is not None else range(0)
            at = next((place for place in near if spoken[place] == following), None)
        if at is not None:
            return True
    return False


def _quoted_but_unspoken(transcript: MaskedTranscript, note_format: NoteFormat) -> list[str]:
    spoken = _words(" ".join(line.text for line in transcript.lines))
    note = draft_embedded(transcript, DraftSpec(note_format))
    told = [one.text for section in note.sections for one in section.sentences]
    quotes = [quote for text in told for quote in _QUOTED.findall(text)]
    return [quote for quote in quotes if _words(quote) and not _was_spoken(_words(quote), spoken)]


@pytest.mark.parametrize("note_format", [NoteFormat.SOAP, NoteFormat.BIRP, NoteFormat.INTAKE])
@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_of_a_shipped_dialogue_was_spoken(name: str, note_format: NoteFormat) -> None:
    transcript = MaskedTranscript(tuple(lines_from_transcript(dialogue(name))))
    assert _quoted_but_unspoken(transcript, note_format) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Five. Maybe four. Five.",
        "Two. Maybe a two and a half. Say two.",
        "No. Well. No.",
        "Six. Um. Actually seven. Six.",
        "Three, like. Or four. Three.",
        "A two. Or maybe nothing. A two.",
    ],
)
def test_an_answer_that_comes_back_to_its_beginning_is_quoted_as_it_was(answer: str) -> None:
    talk = said(
        ("t", "Let's go back to the original picture. What do you get now as you look at it?"),
        ("c", "The bridge is further away. It's like it's a photograph."),
        ("t", "And how disturbing is it, zero to ten?"),
        ("c", answer),
        ("t", "Okay. What's the worst part of what's left?"),
        ("c", "The rail. That I let go of the rail."),
    )
    assert _quoted_but_unspoken(talk, NoteFormat.EMDR) == []
