"""What a client takes on when asked, and what the clinician sums up near the end, is the plan."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.language.words import content_stems
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 4


async def _told(title: str, *turns: tuple[str, str], note_format: NoteFormat = NoteFormat.BIRP) -> str:
    return " ".join(texts(await drafted_with(*turns, note_format=note_format), title))


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Could you put them next to the kettle, so you see them?", "That would work. I make tea at eight."),
        ("Would you go this Wednesday?", "I might. I'll say I will."),
        ("Would you tell me, or ring your brother, if it comes back?", "I would. He knows already."),
        ("Would it be okay if I spoke to the head of year?", "Only if she tells nobody else."),
        ("How might we find out?", "I could look at my phone and see if they still look."),
        ("Shall we work on the bus after the shop?", "Yeah. One thing at a time."),
        ("Wages go into the joint account from this Friday?", "Yeah, I'll sort that with payroll tomorrow."),
        ("What would you like to do about that?", "I'd like to get it down to weekends."),
    ],
)
async def test_what_is_put_as_a_question_and_accepted_is_a_step(asked: str, answered: str) -> None:
    plan = await _told("Plan", ("t", asked), ("c", answered))
    assert answered.removeprefix("Yeah, ").removeprefix("Yeah. ") in plan
    assert set(content_stems(asked)) <= set(content_stems(plan))


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Could you sleep after that?", "I could, for an hour."),
        ("Could you tell him to stop?", "I could, back then."),
        ("Would you go back to him?", "I would. I love him."),
        ("Could you talk to your boss on Monday?", "I could, but I won't, he'd sack me."),
        ("Would you ring the doctor this week?", "No, I don't want to. Not yet."),
        ("Can you manage the shopping every week?", "Yes, I can."),
        ("What would you tell a friend who felt like that?", "That she needs to stay on her feet."),
        ("How would you ask your sister to come on Monday?", "I'd say it's only for an hour."),
        ("You work on Mondays?", "Yeah, I'll have the late shift."),
    ],
)
async def test_what_was_or_could_be_or_is_declined_is_no_step(asked: str, answered: str) -> None:
    assert not await _told("Plan", ("t", asked), ("c", answered))


async def test_who_goes_along_belongs_to_the_step() -> None:
    plan = await _told(
        "Plan",
        ("t", "When would you go?"),
        ("c", "Friday. It's quiet on Friday mornings."),
        ("t", "Would Kelly from the team go with you?"),
        ("c", "She said she would."),
    )
    assert "quiet on Friday mornings" in plan
    assert "She said she would" in plan


async def test_what_is_summed_up_is_the_plan_with_what_was_answered() -> None:
    plan = await _told(
        "Plan",
        ("t", "So you'll ask Colin about Tuesdays, and you'll write to your brother. Does that sound right?"),
        ("c", "Yes. I'll send it before I lose my nerve."),
    )
    assert "Client to ask Colin about Tuesdays, and to write to" in plan
    assert "before I lose my nerve" in plan


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Then that's for the next fortnight: lunch on Wednesday and the blue coat.", "Plan for the next"),
        ("So every night the bath, sewing on Tuesday, and I'll write to Dr. Brandt.", "sewing on Tuesday"),
        ("Okay. So you'll tell Ann tonight, and we've filled in the form today.", "You'll tell Ann tonight"),
        ("I'll ring you Saturday at eleven, because Friday's payday.", "Therapist to ring client Saturday"),
        (
            "We see each other on Monday at two, so that we can speak of it.",
            "Next session on Monday at 2, to",
        ),
        ("Then we meet next Wednesday at eleven, and you bring the diary.", "at 11, and client to bring the"),
    ],
)
async def test_what_is_said_once_more_near_the_end_is_the_plan(said: str, told: str) -> None:
    assert told in await _told("Plan", *BEFORE, ("t", said), ("c", "Okay."))


@pytest.mark.parametrize(
    "said",
    [
        "So you'll be sad, and you'll be angry, and that comes and goes.",
        "So you'll do anything to keep the peace, and you'll even skip your dinner.",
        "For instance, people say: on Monday I'll stop, on Tuesday I'll stop, and they don't.",
    ],
)
async def test_what_is_only_given_back_or_an_example_is_no_plan(said: str) -> None:
    assert not await _told("Plan", *BEFORE, ("t", said), ("c", "Right."))


async def test_what_a_client_asks_of_a_step_stands_with_the_answer() -> None:
    plan = await _told(
        "Plan",
        ("t", "So for this week, could you try the bus, two stops on Monday and Wednesday?"),
        ("c", "Two stops I can do. Can my husband come along the first time?"),
        ("t", "The first time, yes, Monday. Wednesday on your own."),
    )
    assert 'therapist answered: "The first time, yes, Monday. Wednesday on your own."' in plan


async def test_what_is_guided_in_the_room_is_an_intervention() -> None:
    said = "Put your feet on the floor, feel the chair, and tell me five things that you can see."
    turns = (*BEFORE, ("t", said), ("c", "The lamp. The plant. Your cup."))
    assert "feet on the floor" not in await _told("Objective", *turns, note_format=NoteFormat.SOAP)
    assert "feet on the floor" not in await _told("Behavior", *turns)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("What are you hoping for over the next few months?", "I want to do the college course."),
        ("What would you want to be different by Christmas?", "I want to go in and not feel sick."),
        ("What would you like life to look like?", "I'd like to be back on the allotment."),
    ],
)
async def test_what_is_hoped_for_is_the_goal(asked: str, answered: str) -> None:
    told = await _told("Goal", ("t", asked), ("c", answered), note_format=NoteFormat.GIRP)
    assert answered.split("to ", 1)[1].rstrip(".") in told
