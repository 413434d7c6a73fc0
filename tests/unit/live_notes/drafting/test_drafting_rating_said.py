"""A number that answers "zero to ten?" is a rating only where it stands as one."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.measures.rating_said import gives_a_rating
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    "answer",
    [
        "Seven.",
        "Um, I'd say a seven, maybe.",
        "It's at an eight when he's home.",
        "Just looking at it, fifty-five.",
        "On a good day a four.",
        "Probably about a six today.",
        "I'm at a three, honestly.",
        "Nine out of ten.",
        "Six and a half.",
        "Down to a two.",
        "My anxiety is about seven right now.",
        "It went from eight to five.",
        "When she got up I was at a seven.",
        "It was at eight when he left.",
        "It's at forty now.",
        "Like ninety percent.",
        "Two or three.",
        "I don't know. Five?",
    ],
)
def test_a_rating_is_one(answer: str) -> None:
    assert gives_a_rating(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Well, my son is 7 and he is loud all day.",
        "My manager asked me to do 40 reports.",
        "I sat in row 23.",
        "I get up at 6 in the morning.",
        "We were at 5 o'clock Mass.",
        "There were eight people on the bus.",
        "I've had two coffees already.",
        "Worse since the three of them moved in.",
        "My daughter turned nine.",
        "Appa had the bypass at fifty-four... and I may have the same heart.",
        "My father died at sixty, so.",
        "Mum got it at forty.",
        "My granny was widowed at thirty.",
        "He left school at fourteen.",
        "I left school at sixteen.",
        "My uncle retired at fifty-five.",
        "She had the stroke at forty-eight, my aunty.",
    ],
)
def test_what_is_counted_or_dated_is_no_rating(answer: str) -> None:
    assert not gives_a_rating(answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("On a scale of zero to ten, how anxious are you?", "Well, my son is 7 and he is loud all day."),
        ("How strong was that feeling out of ten?", "My manager asked me to do 40 reports."),
        ("How strong was that feeling out of ten?", "A forty."),
        ("On a scale of zero to ten, how anxious are you?", "I sat in row 23."),
    ],
)
async def test_no_rating_is_made_of_another_number(question: str, answer: str) -> None:
    note = await drafted_with(("t", question), ("c", answer))
    assert not any("rated" in text for text in texts(note))
