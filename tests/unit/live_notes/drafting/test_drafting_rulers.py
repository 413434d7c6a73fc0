"""What is rated once on a scale is told as one line, with what was rated and the number."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.measures.ruler_words import how_much, in_figures, says_more, thing_rated
from tests.support.dialogues import drafted_with, texts


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns)))


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "On a scale of zero to ten, how ready are you to leave the band?",
            "Um, I'd say a four.",
            "Client rated how ready she is to leave the band at 4 (0 to 10).",
        ),
        (
            "From one to ten, how confident are you that you can keep the shop open?",
            "Like a seven, maybe.",
            "Client rated how confident she is that she can keep the shop open at 7 (1 to 10).",
        ),
        (
            "How important is it to you to sort the debts, out of ten?",
            "Nine.",
            "Client rated how important it is to her to sort the debts at 9 (out of 10).",
        ),
        (
            "Where would you put your mood today, nought to ten?",
            "Probably a three.",
            "Client rated mood at 3 (0 to 10).",
        ),
        (
            "If zero is not confident and ten very confident, what number would you give on that scale?",
            "A six.",
            "Client rated confidence at 6.",
        ),
        (
            "How likely are you to ring the college, zero to ten?",
            "Eight. If my sister comes along.",
            'Client rated how likely she is to ring the college at 8 (0 to 10), saying: "Eight. If my sister '
            'comes along."',
        ),
        (
            "Out of ten, how would you rate your energy?",
            "Two or three.",
            'Client rated energy at "Two or three" (out of 10).',
        ),
    ],
)
async def test_one_rating_is_one_line(question: str, answer: str, expected: str) -> None:
    assert expected in await told(("t", question), ("c", answer))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How likely is it, zero to ten?", "Ask me tomorrow."),
        ("How many of the ten sessions have you had?", "Seven."),
        ("How ready are you?", "Two more weeks and I'll go."),
        ("How sure, zero to ten?", "Eight."),
        ("On a scale of zero to ten, how strong are the thoughts of killing yourself?", "Two."),
    ],
)
async def test_what_is_no_rating_or_too_grave_is_told_otherwise(question: str, answer: str) -> None:
    assert "rated" not in await told(("t", question), ("c", answer))


async def test_the_scale_may_be_laid_out_before_it_is_asked_for() -> None:
    text = await told(
        (
            "t",
            "I have a ruler. Zero means not ready to move out, ten means totally ready. Where are you on it?",
        ),
        ("c", "A five."),
    )
    assert "Client rated readiness at 5." in text


@pytest.mark.parametrize(
    ("asked", "clause"),
    [
        ("so on a scale from 1 to 10, how ready do you feel to stop", "how ready do you feel to stop"),
        ("how ready do you feel to stop, with zero being not ready and ten", "how ready do you feel to stop"),
        (
            "how hopeful you are about the move, what number would you say",
            "how hopeful are you about the move",
        ),
        ("how often do you run", ""),
    ],
)
def test_the_clause_is_found_without_the_scale(asked: str, clause: str) -> None:
    assert how_much(asked) == clause


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("rate your anxiety for me", "anxiety"),
        ("where 10 is totally ready", "readiness"),
        ("1 is not important and 1 is not confident", ""),
        ("how sure are you", ""),
    ],
)
def test_the_thing_is_named_only_where_it_is_one(asked: str, thing: str) -> None:
    assert thing_rated(asked) == thing


def test_what_stands_around_a_number_adds_nothing() -> None:
    assert not says_more("Well, um, I'd say it's probably around a six")
    assert says_more("A six since the funeral")
    assert in_figures("Zero to one hundred") == "0 to 100"
