"""Tasks set in passing, amounts that are bargained down, what is left, and what the clinician promises."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


async def _plan(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan"))


@pytest.mark.parametrize(
    ("task", "answer"),
    [
        ("Have a crack at the crossword before bed.", "I will."),
        ("Could you have a bash at the worry list once this week?", "I could, yeah."),
        ("Just jot it in the notebook, a word or two.", "In pencil."),
        ("Look out for the moments when the knot loosens.", "Right."),
        ("See if you can sit on the step with your coffee, mornings.", "I'd like that."),
    ],
)
async def test_a_task_set_in_passing_stands_with_the_answer(task: str, answer: str) -> None:
    told = await _plan(("t", task), ("c", answer))
    assert task.rstrip(".?") in told
    assert "Client to" not in told


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (
            (
                ("t", "I'd like you to practise the scales twice a day."),
                ("c", "Once I can manage."),
                ("t", "Once a day, then."),
            ),
            'Therapist answered: "Once a day, then."',
        ),
        (
            (
                ("t", "How about four swims?"),
                ("c", "Four's too many."),
                ("t", "What would you manage?"),
                ("c", "Two. Two I can do."),
                ("t", "Two it is."),
            ),
            'Therapist answered: "Two it is."',
        ),
    ],
)
async def test_an_amount_that_is_bargained_down_is_told_to_the_end(
    turns: tuple[tuple[str, str], ...], last: str
) -> None:
    told = await _plan(*turns)
    assert last in told
    assert "Client to" not in told


async def test_what_is_left_for_now_is_not_set() -> None:
    told = await _plan(
        ("t", "The lift, this week or do we leave it?"),
        ("c", "Leave it, please."),
        ("t", "Okay, leave it, next time."),
    )
    assert 'this week or do we leave it?" Client answered: "Leave it, please."' in told
    assert "Client to leave" not in told
    assert "set:" not in told


@pytest.mark.parametrize(
    "promise",
    [
        "I'll fill in the form for the council and you can collect it.",
        "I'm going to chase the surgery about your review.",
        "I'll do up that letter for the college and have it to you by the ninth.",
    ],
)
async def test_what_the_clinician_promises_stands(promise: str) -> None:
    assert promise.rstrip(".") in await _plan(("t", promise), ("c", "You're very good."))


async def test_the_plan_at_the_end_of_a_summary_stands() -> None:
    told = await _plan(
        ("t", "So what I've heard is: you want it. You'll close the tab today, and Mary keeps the card."),
        ("c", "That's it."),
    )
    assert "You'll close the tab today, and Mary keeps the card." in told


async def test_a_list_that_is_said_back_to_be_corrected_stands() -> None:
    told = await _plan(
        (
            "t",
            "Let me say it back, stop me if it's wrong. Phone off at ten, up at seven. Two walks. No naps.",
        ),
        ("c", "That's it."),
    )
    assert "Phone off at ten, up at seven. Two walks. No naps." in told


@pytest.mark.parametrize(
    "said",
    [
        "Give me a go at saying that back.",
        "Take me through Monday morning.",
        "Put the rest in the container, and close the lid.",
        "Notice that, and go with it.",
        "Tell me when it eases.",
        "I'll be quiet for a minute now.",
        "I can ask you that again.",
    ],
)
async def test_what_is_done_in_the_room_is_neither_task_nor_promise(said: str) -> None:
    told = await _plan(("t", said), ("c", "It is easing now."))
    assert said.rstrip(".") not in told


async def test_a_day_that_is_pencilled_is_answered_in_the_very_words() -> None:
    told = await _plan(
        ("t", "I'll pencil you in for Thursday at ten, and if that's no use I have Friday at one."),
        ("c", "Friday's better for me, probably. But don't move me yet. Let me see what they do."),
    )
    assert "probably. But don't move me yet. Let me see what they do." in told
