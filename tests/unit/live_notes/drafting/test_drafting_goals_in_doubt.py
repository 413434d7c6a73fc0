"""That no goal was spoken of is told only where no aim was, and what points elsewhere is no goal."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.in_doubt import NO_GOAL_PLACED, surely_not, without_doubtful
from live_notes.drafting.layouts import NO_GOAL_STATED
from live_notes.drafting.note import Section
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 6


@pytest.mark.parametrize(
    "line",
    [
        "How important is it to you now to stop, not reduce?",
        "If things were better, what would be different?",
        "I'd want it to be under eight by the time we finish.",
        "And what are we doing all this for?",
        "I just want to feel like his mum again.",
        "I wanted to get back to work, sha.",
        "What do you want from coming here, beta?",
        "My aim is five days in school.",
        "I'd love things to be how they were.",
        "If this worked, I'd be driving again.",
    ],
)
def test_goals_may_have_been_spoken_of(line: str) -> None:
    assert surely_not(("goals", "sleep"), [line]) == ("sleep",)
    empty = Section(title="Goal", sentences=(), statement=NO_GOAL_STATED)
    assert without_doubtful([empty], [line])[0].statement == NO_GOAL_PLACED


@pytest.mark.parametrize(
    "line",
    [
        "She scored in the second half.",
        "I want tea, please.",
        "I'd like to say sorry to him.",
        "It was raining and the bus was late.",
    ],
)
def test_no_goal_was_spoken_of(line: str) -> None:
    assert surely_not(("goals",), [line]) == ("goals",)
    empty = Section(title="Goal", sentences=(), statement=NO_GOAL_STATED)
    assert without_doubtful([empty], [line])[0].statement == NO_GOAL_STATED


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("To run the ten k. No, not the ten k, that's next year. The five. And to sleep.", "The five."),
        (
            "To go to the debs thing. No, not the debs, that's next year. To be back in school.",
            "back in school",
        ),
    ],
)
async def test_a_goal_that_is_put_right_on_the_way_stands_whole(answer: str, kept: str) -> None:
    asked = ("t", "What was the goal, in your own words?")
    note = await drafted_with(*BEFORE, asked, ("c", answer), ("t", "Good."), note_format=NoteFormat.GIRP)
    goals = " ".join(texts(note, "Goal"))
    assert kept in goals
    assert "not the" in goals


@pytest.mark.parametrize(
    "wish",
    [
        "I'd like to read it again.",
        "I want to be able to do that by myself.",
        "I'd love to go back to it again on my own.",
    ],
)
async def test_a_wish_whose_matter_was_named_elsewhere_is_no_goal(wish: str) -> None:
    note = await drafted_with(*BEFORE, ("c", wish), ("t", "Mm."), note_format=NoteFormat.GIRP)
    assert not [one for one in texts(note, "Goal") if wish in one]
