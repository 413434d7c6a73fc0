"""What a clinician gives everybody of a group or couple to do is told once, as for all."""

from __future__ import annotations

import pytest

from live_notes import (
    DraftSpec,
    EmbeddedDrafter,
    EvidenceLine,
    MaskedTranscript,
    NoteFormat,
    Speaking,
    write_note,
)
from live_notes.drafting.embedded.acting.for_all import is_for_all
from tests.support.written import NOW

TALK = (
    ("t", "Good evening. Tonight we are looking at what sets off a craving."),
    ("c", "I smoked twice on Sunday and I was annoyed with myself for days."),
    ("d", "I have been sleeping better since I stopped drinking coffee at night."),
)
SIDES = {"t": Speaking.CLINICIAN}


async def plan_of(step: str, answer: str = "Okay, I can do that.") -> list[str]:
    said = [*TALK, ("t", step), ("c", answer)]
    lines = tuple(
        EvidenceLine(
            f"s{at}",
            who,
            Speaking.CLINICIAN if who == "t" else Speaking.CLIENT,
            at * 5.0,
            at * 5.0 + 4,
            words,
        )
        for at, (who, words) in enumerate(said)
    )
    spec = DraftSpec(NoteFormat.GROUP, clients=("Ines Mota", "Karl Voss"))
    note = await write_note(MaskedTranscript(lines), spec, EmbeddedDrafter(), now=NOW)
    assert note.flagged() == ()
    (plan,) = [section for section in note.sections if section.title == "Plan"]
    return [one.text for one in plan.sentences]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("For homework, everybody please write down two urges this week.",
         "Homework for all: write down 2 urges this week."),
        ("As homework I'd like each of you to read chapter four.", "Homework for all: read chapter 4."),
        ("So the homework for all of you is to keep your diary every evening.",
         "Homework for all: keep their diary every evening."),
        ("Everybody, please write down two fears before next week.",
         "All to write down 2 fears before next week."),
        ("I want everyone to practise the drill at home.", "All to practise the drill at home."),
        ("For next week, all of you bring the worksheet.", "For next week, all to bring the worksheet."),
        ("Both of you please take one walk a day until next session.",
         "Both to take one walk a day until next session."),
        ("For homework, please log one urge a day.", "Homework: log one urge a day."),
    ],
)  # fmt: skip
async def test_a_task_for_everybody_stands_as_one_for_all(said: str, told: str) -> None:
    assert [one.lower() for one in await plan_of(said)] == [told.lower()]


async def test_an_order_to_whom_nobody_knows_is_quoted() -> None:
    said = "Please read your own letter aloud before next week."
    assert await plan_of(said) == [f'Therapist stated: "{said}"']


@pytest.mark.parametrize(
    "said",
    [
        "Everybody please close your eyes.",
        "Everyone write your name on the card now.",
        "Both of you work late every day.",
        "You two argue every night.",
        "All of us make mistakes every day.",
        "Everybody feels low once a week.",
        "Everyone is going to judge you tomorrow, is the thought.",
        "Everybody has bad days every week.",
        "You guys fight every weekend.",
        "I want everybody to like me every day.",
        "Welcome everybody, good to see you this week.",
        "Everyone can make mistakes every week.",
    ],
)
def test_what_is_done_here_or_is_so_of_all_is_no_task(said: str) -> None:
    assert not is_for_all(said)
