"""A goal that is named again, asked after or confirmed stands as the goal."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("said", "answer", "told"),
    [
        (
            "You said, I want to walk into the shop on my own. Is that still the goal?",
            "Yes, that and the bus as well.",
            "walk into the shop",
        ),
        (
            "And the original goal, you'd said sleeping through and driving to work again.",
            "The sleep is there now.",
            "sleeping through",
        ),
        (
            "The goals you put down, dinner with the family twice and a job, how are they?",
            "Dinner was once. The job is still open.",
            "dinner with the family",
        ),
    ],
)
async def test_a_goal_is_told_where_it_is_asked_after(said: str, answer: str, told: str) -> None:
    note = await drafted_with(("t", said), ("c", answer), note_format=NoteFormat.GIRP)
    goals = " ".join(texts(note, "Goal"))
    assert told in goals
    assert answer.partition(". ")[0].rstrip(".") in goals
    assert not [s.flags for part in note.sections for s in part.sentences if s.flags]


@pytest.mark.parametrize(
    "said",
    [
        "He scored a goal. Is that still it?",
        "The kitchen you put down new tiles in, how is it?",
        "Your mother said you sleep. Does she still say it?",
    ],
)
async def test_what_is_no_goal_is_told_as_none(said: str) -> None:
    note = await drafted_with(("t", said), ("c", "Yes, that is so."), note_format=NoteFormat.GIRP)
    assert texts(note, "Goal") == []
