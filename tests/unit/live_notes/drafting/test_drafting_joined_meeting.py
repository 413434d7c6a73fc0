"""When the two meet again, joined on to a step: the step stands in the plan as well."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.booking.joined_meeting import without_meeting
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("said", "step", "day"),
    [
        ("I'd like you to raise the sertraline to 100 mg, and we'll meet on Thursday.", "100 mg", "Thursday"),
        ("For homework write your worries down, and we'll meet on Thursday.", "worries", "Thursday"),
        ("Try the breathing twice a day, then we'll meet next week.", "breathing", "next week"),
        ("Take the walk every morning and see you Friday at three.", "walk", "Friday"),
        ("Let's keep up the stretches every evening, and meet again on Monday.", "stretches", "Monday"),
        ("If the thoughts come back call 988, and we will meet next Monday at two.", "988", "Monday"),
    ],
)
async def test_a_step_and_the_day_both_stand(said: str, step: str, day: str) -> None:
    note = " ".join(texts(await drafted_with(("t", said), ("c", "Okay."))))
    assert step in note
    assert day in note


@pytest.mark.parametrize(
    "sentence",
    [
        "If it gets worse, we'll meet on Thursday.",
        "When you're back from Cork, we'll talk on Tuesday.",
        "Let's stop there and we'll meet next week.",
        "Could you raise it to 100, and we'll meet on Thursday?",
        "I told my sister about it, and we'll meet her for coffee.",
        "We looked at the diary and talk came easily.",
        "My sister and I sort the boxes and meet again on Monday.",
    ],
)
def test_what_is_one_sentence_stays_one(sentence: str) -> None:
    assert without_meeting(sentence) == [sentence]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I'll see you next Tuesday.", "I'll see you next Tuesday"),
        ("Grand. See you on the ninth, so.", "See you on the ninth, so"),
        (
            "I will call the crisis line if it gets bad, and I'll see you next Tuesday.",
            "call the crisis line",
        ),
    ],
)
async def test_the_day_a_client_names_in_parting_stands_where_nobody_named_another(
    said: str, told: str
) -> None:
    note = " ".join(texts(await drafted_with(("t", "So how do we leave it?"), ("c", said))))
    assert told in note
    assert "Next session" in note


@pytest.mark.parametrize("said", ["See you on Monday.", "Okay, I'll see you next week then."])
async def test_a_goodbye_alone_fixes_nothing(said: str) -> None:
    note = " ".join(texts(await drafted_with(("t", "We have to stop here."), ("c", said))))
    assert "Next session" not in note


async def test_a_day_that_the_clinician_named_is_told_once() -> None:
    turns = ("t", "So next session is Tuesday at two."), ("c", "See you Tuesday.")
    assert " ".join(texts(await drafted_with(*turns))).count("Tuesday") == 1
