"""What a clinician only asks about a method, a list or a part names no method."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.acting.left_undone import left_undone
from live_notes.drafting.embedded.hearing.cleaning import clean
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("guided container imagery", "Did you use the container, or the safe place?"),
        ("guided container imagery", "So how was the container this week?"),
        ("practiced grounding", "Have you tried the grounding at home?"),
        ("chose from the list of feared situations", "The other things on the list, the letters."),
        ("chose from the list of feared situations", "Thank you, we didn't have that on the hierarchy."),
    ],
)
def test_what_is_asked_of_the_week_or_not_on_the_list_is_not_done(name: str, words: str) -> None:
    assert left_undone(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("guided container imagery", "Now picture a box with a heavy lid and close it."),
        ("chose from the list of feared situations", "So next on your hierarchy is the lift."),
        ("practiced grounding", "Put both feet on the floor with me."),
    ],
)
def test_what_is_done_is_done(name: str, words: str) -> None:
    assert not left_undone(name, words)


async def test_a_question_about_not_being_here_is_no_work_with_parts() -> None:
    note = await drafted_with(
        ("t", "Ask that part what she needs, and thank her for stepping back."),
        ("c", "She wants the door shut."),
        ("t", "Is there a part that, do you ever feel like not being here?"),
        ("c", "No. Not that."),
    )
    assert not any("part" in text and "not being here" in text for text in texts(note) if "explored" in text)


def test_a_year_is_no_amount() -> None:
    assert clean("It's like 2019 a wee bit.") == "It's like 2019 a wee bit."
    assert clean("It was like 20 people.") == "It was about 20 people."


async def test_poor_me_is_quoted() -> None:
    note = " ".join(
        texts(
            await drafted_with(
                ("t", "What did you hear when he said it?"), ("c", "I heard poor me, and I left the room.")
            )
        )
    )
    assert "poor them" not in note
