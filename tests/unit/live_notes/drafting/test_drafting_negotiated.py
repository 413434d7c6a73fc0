"""Steps that come about over several short turns, and what looks like one and is none."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was work?"), ("c", "It was busy and I came home late on most of the days.")) * 7
PARTING = (("t", "Good."), ("c", "Okay. Thanks a million."), ("t", "Take care."))


async def _section(title: str, *turns: tuple[str, str], note_format: NoteFormat = NoteFormat.BIRP) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, *PARTING, note_format=note_format), title))


@pytest.mark.parametrize(
    ("turns", "told", "gone"),
    [
        (
            (
                ("t", "Kettle, then carry your own cup upstairs, and drink it there."),
                ("c", "That I can do."),
                ("t", "Every morning?"),
                ("c", "Not Sunday, the house is full. Weekdays."),
                ("t", "Five, then. Own cup, no checking of the stove, and—"),
                ("c", "And no torch. Yes."),
                ("t", "And no torch, no lamp."),
            ),
            (
                "Kettle, then carry your own cup upstairs",
                "That I can do",
                "no checking of the stove",
                "no torch",
            ),
            (),
        ),
        (
            (
                ("t", "I'll ask the clinic to post you a chart."),
                ("c", "Not a chart, I'd lose it."),
                ("t", "No chart, then. Labels on the jars."),
                ("c", "Labels, yes."),
            ),
            ("Labels on the jars", "Labels, yes"),
            (),
        ),
        (
            (("t", "And no driving by the quarry."), ("c", "No driving by the quarry.")),
            ("No driving by the quarry",),
            (),
        ),
        (
            (
                ("t", "How would you feel about the razor living at your aunt's?"),
                ("c", "All of them?"),
                ("t", "The new ones."),
                ("c", "Yeah, okay. I'll bring them over on Thursday."),
            ),
            ("at your aunt's", "The new ones", "I'll bring them over on Thursday"),
            (),
        ),
    ],
)
async def test_a_step_of_several_turns_stands_as_both_left_it(
    turns: tuple[tuple[str, str], ...], told: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    plan = await _section("Plan", *turns)
    assert [one for one in told if one not in plan] == []
    assert [one for one in gone if one in plan] == []


@pytest.mark.parametrize(
    "turns",
    [
        (
            ("t", "Talk me through what's in your head when you think about the speech."),
            ("c", "I'll stand up there tomorrow and my voice will go and they'll all laugh."),
        ),
        (
            ("t", "And your cousin, is he all right?"),
            ("c", "He is."),
            ("t", "He's got a doctor, and he's got a plan for the week."),
        ),
        (
            ("t", "What did you notice in the list before you lost it?"),
            (
                "c",
                "Mostly the walk to work with Dean. And rent day. And when the flat is silent.",
            ),
            ("t", "Walk with Dean, rent day, and when the flat goes silent."),
            ("c", "Yes."),
        ),
    ],
)
async def test_a_feared_scene_anothers_care_and_a_summary_are_no_plan(
    turns: tuple[tuple[str, str], ...],
) -> None:
    plan = await _section("Plan", *turns)
    assert "laugh" not in plan
    assert "got a doctor" not in plan
    assert "Dean" not in plan


async def test_a_wish_that_is_said_over_is_the_goal() -> None:
    goal = await _section(
        "Goal",
        ("t", "And what about the choir?"),
        ("c", "I want to sing at my niece's wedding, in the front row, and not count the doors."),
        ("t", "Sing at the wedding, in the front row, and not count the doors."),
        ("c", "That's it."),
        note_format=NoteFormat.GIRP,
    )
    assert "I want to sing at my niece's wedding" in goal
    assert "No goal" not in goal


async def test_a_wish_that_ends_before_its_thing_is_no_goal() -> None:
    goal = await _section(
        "Goal", ("t", "And the pills?"), ("c", "I want to sleep without."), note_format=NoteFormat.GIRP
    )
    assert "sleep without" not in goal
