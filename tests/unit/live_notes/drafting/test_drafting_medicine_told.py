"""What a client names when asked what they take stands in the note, in whatever scraps it was said."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts


async def _told(question: str, answer: str) -> str:
    turns = (("t", question), ("c", answer), ("t", "Right. How is the house?"), ("c", "My aunt moved in."))
    return " ".join(texts(await drafted_with(*turns, note_format=NoteFormat.BIRP)))


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        (
            "Are you taking any medicine? I didn't ask the other time.",
            "Only the BP one. Amlodipine, five. Nothing for the mind.",
            "amlodipine",
        ),
        ("Are you on any tablets? I should've asked.", "The one. Ramipril.", "Ramipril"),
        (
            "What are you taking? It isn't in the letter.",
            "Nothing much. Sertraline, fifty. Nights.",
            "Sertraline",
        ),
        ("Any medications you're on? Sorry, I skipped it.", "Just metformin. Twice.", "metformin"),
        ("Do you take any pills? It's on my list.", "Thyroxine, ma. And that's it.", "hyroxine"),
        ("Are you still on the tablets? I lost my page.", "The citalopram. Twenty. Aye.", "citalopram"),
        ("What medicines do you have, yaar? For the form.", "Clonazepam. Half. Only nights.", "Clonazepam"),
        ("Are you taking anything? I forgot to ask.", "Mirtazapine. Fifteen. Since May.", "Mirtazapine"),
    ],
)
async def test_the_name_is_told(question: str, answer: str, told: str) -> None:
    assert told.lower() in (await _told(question, answer)).lower()


async def test_the_medicine_of_somebody_else_is_not_the_client_s() -> None:
    told = await _told("What does your wife take? The doctor will ask.", "Clonazepam. Half. Only nights.")
    assert "are taking" not in told
