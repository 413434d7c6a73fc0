"""A score that was read out wrong is told as it was set right, and is not flagged for it."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The PHQ is nineteen. No, sorry, that's the first one. Today's is ten.", "PHQ: 10."),
        ("Your ISI is twenty two, hold on, that's the old one, today's is fourteen.", "ISI: 14."),
        ("The GAD is nine. Sorry, I misread it, it's six today.", "GAD: 6."),
        (
            "The PHQ is eight. Hang on, eight was in June. Today's is five. And it was seven last week.",
            "PHQ: 5 (previously 7).",
        ),
        ("Your PHQ is four. Sorry about the cold in here.", "PHQ: 4."),
        ("So on the Edinburgh you have eleven.", "Edinburgh: 11."),
    ],
)
async def test_the_score_that_was_set_right_counts(said: str, told: str) -> None:
    note = await drafted_with(("t", said), ("c", "Okay, that is good."), note_format=NoteFormat.SOAP)
    objective = next(part for part in note.sections if part.title == "Objective")
    assert [one.text for one in objective.sentences] == [told]
    assert not objective.sentences[0].flags
