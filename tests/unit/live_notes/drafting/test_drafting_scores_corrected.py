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


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("And the GAD, I make it, hang on. 15. No, I've added that wrong, sorry. It's 14.", "GAD: 14."),
        ("Your PHQ is twelve. Oh wait, I miscounted. Thirteen.", "PHQ: 13."),
        ("The PCL comes to forty. Sorry, my maths. That makes forty-one.", "PCL: 41."),
        ("The GAD is nine. No, I counted it wrong. So it's eight.", "GAD: 8."),
        ("The PHQ is sixteen. Hang on, that's not right. It's fifteen.", "PHQ: 15."),
        ("The GAD is seven. No, I missed one. Eight.", "GAD: 8."),
        (
            "The SPIN. First it was 47. Then I've got 41 from, what, four weeks ago. And this time it's 36.",
            "SPIN: 36 (previously 41).",
        ),
        ("The PHQ is nine. No, I'm not surprised. Three of us are off sick.", "PHQ: 9."),
        ("The GAD is six. Sorry about the noise. It's two weeks to Easter.", "GAD: 6."),
    ],
)
async def test_a_score_that_was_counted_anew_is_told_so(said: str, told: str) -> None:
    note = await drafted_with(("t", said), ("c", "Okay, that is good."), note_format=NoteFormat.SOAP)
    objective = next(part for part in note.sections if part.title == "Objective")
    assert [one.text for one in objective.sentences] == [told]
