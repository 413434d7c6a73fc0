"""What was agreed over turns, read back, prescribed or aimed for, and what was not agreed."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 6


async def _told(title: str, *turns: tuple[str, str]) -> str:
    form = NoteFormat.GIRP if title == "Goal" else NoteFormat.BIRP
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=form), title))


@pytest.mark.parametrize(
    ("put", "answered"),
    [
        (
            "So no phone in the bedroom till Sunday. And ten minutes of stretching every morning.",
            "Ten minutes, okay.",
        ),
        ("You want to try ringing your cousin before we meet again?", "I can do that."),
        (
            "And keep the food log going, with the times. That was useful.",
            "Yep. I'll put the snacks in as well.",
        ),
        (
            "Leave the car at the station on Thursday, and walk the rest.",
            "Yeah, I'll give it a go, it's only ten minutes from work.",
        ),
        ("I'd suggest you ask the pharmacist about the dose tomorrow.", "I'll ring him today."),
    ],
)
async def test_what_the_client_takes_on_stands_with_their_answer(put: str, answered: str) -> None:
    plan = await _told("Plan", ("t", put), ("c", answered))
    assert answered.removeprefix("Yeah, ").removeprefix("I'") in plan
    assert put.removeprefix("So no ").removeprefix("And keep ")[:24] in plan


@pytest.mark.parametrize(
    ("put", "answered"),
    [
        ("Close your eyes and breathe in for me.", "Okay, I'll try."),
        ("Can you tell me more about the row?", "I can try."),
        ("Did you ring your cousin?", "I'll do that when I'm ready."),
        ("Would you go to the group on Thursday?", "I could do, but I won't, I don't like groups."),
        ("What did you do when he shouted every night?", "I'll tell you, I ran."),
        ("You used to swim every morning.", "I could do that back then."),
    ],
)
async def test_what_is_led_in_the_room_asked_or_refused_is_no_step(put: str, answered: str) -> None:
    assert answered not in await _told("Plan", ("t", put), ("c", answered))


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("How could we build up to the lift?", "I could do one floor with my sister. Then two."),
        ("For homework, what feels doable?", "The dishes every evening. Straight after tea."),
        ("What could you do at lunchtime instead?", "I could sit in the park with Jo."),
        ("What would be the smallest bit of that you could start with?", "I could open one letter."),
        ("What will you do when the kids are in bed?", "I'll have a bath and put the phone in the drawer."),
        ("What would you like to work on before we meet again?", "I'd like to ring the bank on Monday."),
    ],
)
async def test_what_the_client_would_do_is_the_plan(asked: str, answered: str) -> None:
    assert answered in await _told("Plan", ("t", asked), ("c", answered))


async def test_what_the_clinician_adds_to_it_stands_beside() -> None:
    plan = await _told(
        "Plan",
        ("t", "How could we build up to the lift?"),
        ("c", "I could do one floor with my sister. Then two."),
        ("t", "I like that. So one floor first, twice, and then two the week after."),
        ("c", "Right."),
    )
    assert "one floor first, twice" in plan.lower()


@pytest.mark.parametrize(
    "turns",
    [
        (
            (
                "t",
                "Let me read that back. Saturday, the allotment with Sam. Monday, the form, only page one.",
            ),
            ("c", "Page one. I can manage that."),
        ),
        (
            ("t", "So the homework: the diary every evening, and Saturday the allotment with Sam."),
            ("c", "Okay."),
        ),
        (
            ("t", "So tell me back what you're doing."),
            ("c", "Diary in the evening. Saturday the allotment with Sam. No news after nine."),
        ),
    ],
)
async def test_the_plan_is_told_as_it_was_read_back(turns: tuple[tuple[str, str], ...]) -> None:
    assert "allotment with Sam" in await _told("Plan", *turns)


async def test_a_list_of_what_was_is_no_plan() -> None:
    plan = await _told(
        "Plan",
        ("t", "Let me read that back. He was late on Monday, and on Friday he was rude."),
        ("c", "Yes."),
    )
    assert "late on Monday" not in plan


async def test_a_step_that_is_haggled_over_stands_as_it_was_settled() -> None:
    plan = await _told(
        "Plan",
        ("t", "Lights out by ten this week. Can you do that?"),
        ("c", "Ten's too early. Half past."),
        ("t", "Half past, done."),
    )
    assert "Half past, done." in plan
    asked = await _told(
        "Plan", ("c", "Could I try twenty pages instead of the thirty?"), ("t", "Twenty, yes.")
    )
    assert "Twenty, yes." in asked


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "The sertraline we started in May. It's upsetting your stomach. I'd like to stop it.",
            "The sertraline we started in May. It's upsetting your stomach. I'd like to stop it.",
        ),
        (
            "And the olanzapine, from five to ten at night. Just for now.",
            "The olanzapine, from five to ten at night. Just for now.",
        ),
        (
            "I want to go down on the venlafaxine, from one fifty to seventy five. So one in the morning.",
            "So one in the morning.",
        ),
    ],
)
async def test_a_change_of_medicine_is_told_with_its_drug(said: str, told: str) -> None:
    assert told in await _told("Plan", ("t", said), ("c", "Right."))


@pytest.mark.parametrize(
    ("asked", "answered", "goal"),
    [
        (
            "What would you most like to get out of us meeting?",
            "To sit through mass without running out.",
            "Goal: to sit through mass without running out.",
        ),
        (
            "So what's the main goal for you?",
            "Drive over the bridge. On my own.",
            "Goal: drive over the bridge, on her own.",
        ),
        (
            "How will we know this has worked?",
            "I'd be asleep by twelve and not ringing my mother.",
            "I'd be asleep by twelve and not ringing my mother.",
        ),
        (
            "When we're finished here, what do you want to be able to do?",
            "Take the girls to the beach.",
            "Goal: take the girls to the beach.",
        ),
        (
            "What are your best hopes from coming here?",
            "That I stop shouting.",
            "That I stop shouting",
        ),
        (
            "What do you want out of coming here?",
            "I just want to sleep at home.",
            "she just wants to sleep",
        ),
        (
            "What would a good enough week look like?",
            "Two meals a day and one walk with Priya.",
            "Two meals a day and one walk with Priya.",
        ),
    ],
)
async def test_what_is_to_be_reached_is_the_goal(asked: str, answered: str, goal: str) -> None:
    assert goal in await _told("Goal", ("t", asked), ("c", answered))


async def test_a_goal_that_the_clinician_names_stands_with_the_answer() -> None:
    goal = await _told(
        "Goal",
        (
            "t",
            "What you wanted when you first came was to be able to eat with your family. Is it still so?",
        ),
        ("c", "It is. And to go to my nephew's wedding."),
    )
    assert "to be able to eat with your family" in goal
    assert "nephew's wedding" in goal


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("What do you want to get out of today?", "I'd like to talk about the flat."),
        ("What do you want to be able to do?", "I don't know."),
        ("What did you want from your father?", "A word now and then, at Christmas."),
        ("What would you like to talk about today?", "The flat and the landlord."),
        ("What are you hoping for out of this?", "Mom, don't cry."),
    ],
)
async def test_what_is_wanted_of_the_hour_or_of_somebody_is_no_goal(asked: str, answered: str) -> None:
    assert f'Goal: when asked "{asked}' not in await _told("Goal", ("t", asked), ("c", answered))


@pytest.mark.parametrize(
    "said",
    [
        "Before we get to that, let's set the agenda.",
        "Okay, bend over, hold your breath, thirty seconds or until you need to come up.",
        "Let's check the facts on nobody likes me.",
        "Hold the picture, and follow my fingers.",
        "We can come back to it.",
        "Right now, picture the door and say what you hear.",
        "Now turn your attention to the sounds in the street.",
        "Just noticing where it sits in your body.",
        "Let's take that Monday thought, nobody will come.",
    ],
)
async def test_what_is_done_in_the_room_is_no_plan(said: str) -> None:
    assert not await _told(
        "Plan", ("t", said), ("c", "Okay."), ("t", "What do you notice?"), ("c", "I'm calmer.")
    )


async def test_what_was_is_no_day_that_is_offered() -> None:
    plan = await _told("Plan", ("t", "And Thursday?"), ("c", "I went to bed at nine."))
    assert not plan


async def test_leave_that_is_asked_for_a_step_is_no_part_of_it() -> None:
    plan = await _told(
        "Plan", ("t", "And I'm going to write to your doctor today, is that still okay?"), ("c", "Yes.")
    )
    assert plan == "Therapist to write to client's doctor today; client agreed."


async def test_the_plan_that_a_client_says_back_is_the_plan() -> None:
    plan = await _told(
        "Plan",
        ("t", "How was the week?"),
        ("c", "I was tired most of the week and I slept badly."),
        ("c", "On Friday I was late for work again."),
        ("t", "So can you tell me the plan back?"),
        ("c", "Lights out at eleven. Phone in the hall. Walk before breakfast on weekdays."),
    )
    assert "Phone in the hall" in plan
