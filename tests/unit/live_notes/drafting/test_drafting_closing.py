"""What is settled at the end of a session, numbers said twice, and exchanges that stand in one sentence."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.hearing.cleaning import clean, fluent
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 4


async def _plan(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan"))


@pytest.mark.parametrize(
    "text",
    [
        "Then the hotline, the nine eight eight.",
        "Eight, eight, six, five, and Saturday it was three.",
        "Seven, seven and a half.",
        "It was 8, 8, 6.",
        "I told it, that's the fear talking.",
    ],
)
def test_a_number_said_twice_is_two_numbers(text: str) -> None:
    assert fluent(text) == text
    assert clean(text) in text


def test_what_is_left_of_a_hesitation_is_no_mark() -> None:
    assert fluent("Um. I guess she would write back.") == "I guess she would write back."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Next Monday, five thirty, session four.", "Next session next Monday, five thirty"),
        (
            "So it's the week after, Thursday the third at nine, and you can send me your numbers on Friday.",
            "Next session Thursday the third at 9, and client to send the therapist her numbers on Friday",
        ),
        (
            "So: pancakes on Saturday, tell Ruby it isn't her job, and one real meal a day.",
            "Pancakes on Saturday, tell Ruby it isn't her job, and one real meal a day.",
        ),
        (
            "We stay at a hundred of lamotrigine and twenty-five of quetiapine.",
            "We stay at a hundred of lamotrigine and twenty-five of quetiapine.",
        ),
        ("I need a blood pressure and your weight today.", "a blood pressure and client's weight today"),
    ],
)
async def test_what_the_clinician_settles_is_the_plan(said: str, told: str) -> None:
    assert told in await _plan(("t", said), ("c", "Okay."))


async def test_what_is_named_and_asked_to_be_done_is_the_plan() -> None:
    plan = await _plan(
        ("t", "Two pages by Wednesday noon, without rereading after eleven. Would you do that?"),
        ("c", "I can try. Yes."),
    )
    assert "Two pages by Wednesday noon, without rereading after eleven." in plan


@pytest.mark.parametrize(
    "said",
    [
        "On a scale of one to ten where one is not at all what number would you give",
        "On Monday, two of them came to the office.",
        "So: he came on Monday, he shouted, and he left again.",
    ],
)
async def test_what_was_is_no_plan(said: str) -> None:
    assert not await _plan(("t", said), ("c", "Okay."))


async def test_an_answer_behind_another_keeps_its_no() -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "Have you had thoughts of killing yourself?"),
        ("c", "I thought about it once, on the overpass. I called my sister instead."),
        ("t", "Have you thought about it since?"),
        ("c", "No. That was the third of the month, only that night."),
        note_format=NoteFormat.SOAP,
    )
    told = [one for section in note.sections for one in section.sentences if "overpass" in one.text]
    assert told
    assert not any(one.flags for one in told)


async def test_what_a_question_is_asked_with_is_no_topic() -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "How about beers?"),
        ("c", "Two a night."),
        ("t", "Where would you like it to be?"),
        ("c", "Zero on work nights."),
        note_format=NoteFormat.BIRP,
    )
    assert "would you" not in " ".join(texts(note, "Intervention"))


async def test_the_new_ending_is_a_thing() -> None:
    note = await drafted_with(
        *BEFORE,
        ("t", "What's the new ending?"),
        ("c", "We go past, and I'm home."),
        note_format=NoteFormat.SOAP,
    )
    told = " ".join(one.text for section in note.sections for one in section.sentences)
    assert "the new is ending" not in told
