"""What is only imagined, expected or feared is quoted with its question: no fact, no plan."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.telling.imagined import ASKS_AS_IF, PREDICTS, SUPPOSES
from tests.support.dialogues import drafted_with, texts

IMAGINED = [
    (
        "What would your sister notice, that told her it's going well?",
        "That I'm ringing her back on Sundays.",
    ),
    (
        "Suppose it's a year on and it's sorted. What's the first thing you'd notice?",
        "I'm sleeping in my own bed.",
    ),
    (
        "If you stay in the lift for two minutes, what'll happen?",
        "I'll be sick and I'll have to press the alarm.",
    ),
    ("What do you predict will happen?", "I'll drop the tray and everybody will stare."),
    (
        "How would he know that things were better?",
        "I'm cooking again and I'm home before the children are in bed.",
    ),
]


@pytest.mark.parametrize(("asked", "answer"), IMAGINED)
async def test_what_is_imagined_is_told_with_its_question_in_their_words(asked: str, answer: str) -> None:
    note = await drafted_with(("t", asked), ("c", answer))
    (told,) = [one for one in texts(note) if answer.rstrip(".") in one]
    assert told.startswith("When asked ")
    assert not texts(note, "Plan")


@pytest.mark.parametrize(
    "asked",
    [
        "What would the midwife see you doing?",
        "What else would they notice?",
        "What'd your boss notice, on that Monday?",
        "What would be different?",
        "How would you know the miracle had happened?",
        "Who would be the first to notice?",
        "What would tomorrow look like?",
    ],
)
def test_a_question_for_what_would_be_is_known(asked: str) -> None:
    assert ASKS_AS_IF.search(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "What would you like to talk about?",
        "What did he notice?",
        "What will you do this week?",
        "What do you notice in your body?",
        "How do you know him?",
        "What was different this time?",
        "What would you say to her?",
    ],
)
def test_a_question_for_what_is_or_is_wanted_is_none_for_what_would_be(asked: str) -> None:
    assert not ASKS_AS_IF.search(asked)
    assert not PREDICTS.search(asked)
    assert not SUPPOSES.search(asked)


@pytest.mark.parametrize(
    ("asked", "predicts"),
    [
        ("What does the worry say will happen?", True),
        ("What's the worst that could happen?", True),
        ("And what's your prediction?", True),
        ("What are you afraid would happen?", True),
        ("What did you think would happen?", True),
        ("What happened next?", False),
        ("What happens at the clinic?", False),
    ],
)
def test_what_is_expected(asked: str, predicts: bool) -> None:
    assert bool(PREDICTS.search(asked)) == predicts


async def test_what_was_noticed_is_still_reported() -> None:
    note = await drafted_with(
        ("t", "What'd you notice after the last session?"), ("c", "I drove past the school.")
    )
    assert not [one for one in texts(note) if "answered" in one and "the school" in one]
