"""How far something is believed, asked in per cent: told with the belief, at the worst and now."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.measures.degrees import asks_degree
from tests.support.dialogues import drafted_with, texts


async def _told(*turns: tuple[str, str]) -> list[str]:
    note = await drafted_with(*turns, ("t", "Right."), ("c", "I went home and I made the tea."))
    return texts(note)


@pytest.mark.parametrize(
    ("asked", "answer", "kept"),
    [
        (
            "How sure were you that the gas was on? If a hundred is certain.",
            "Ninety. Ninety-five.",
            "",
        ),
        (
            "How convinced are you they follow, out of a hundred?",
            "By day thirty, at night eighty.",
            "",
        ),
        ("How much do you believe the neighbours listen, nought to a hundred?", "Sixty, sixty-five.", ""),
        (
            "How certain were you that you'd faint on the bus?",
            "Eighty percent. Thirty now.",
            "",
        ),
        ("And the belief that you'd be laughed at, where is it now?", "Forty? Thirty-five.", ""),
        ("What percentage would you give it that the door is open?", "Seventy. No, seventy-five.", ""),
        ("How strongly do you believe that today?", "Fifty in here. Eighty at home.", ""),
    ],
)
async def test_how_far_a_thought_is_believed(asked: str, answer: str, kept: str) -> None:
    told = await _told(("t", asked), ("c", answer))
    assert [one for one in told if (kept or answer).rstrip(".") in one], told


async def test_the_same_asked_of_another_time_stands_beside_it() -> None:
    told = await _told(
        ("t", "How sure were you at the time that he had poisoned it?"),
        ("c", "At the time, ninety. Ninety-five."),
        ("t", "And now, sitting here?"),
        ("c", "Now, twenty. Fifteen. I did look at that one."),
    )
    (line,) = [one for one in told if "ninety" in one.lower()]
    assert '"Now, twenty. Fifteen."' in line


@pytest.mark.parametrize("asked", ["How sure?", "How certain?", "And how likely?", "How sure of that?"])
async def test_a_prediction_is_told_with_how_sure_they_are(asked: str) -> None:
    told = await _told(
        ("t", "What do you think will happen in the lift?"),
        ("c", "The cable will go and I'll be stuck in there."),
        ("t", asked),
        ("c", "Eighty percent."),
    )
    assert [one for one in told if "Eighty percent" in one and "cable" in one]


@pytest.mark.parametrize(
    ("asked", "degree"),
    [
        ("How sure are you that it's locked?", True),
        ("How certain were you?", True),
        ("How strongly do you believe that now?", True),
        ("How much does part of you believe that?", True),
        ("What percentage would you put on that?", True),
        ("Where's the belief at now?", True),
        ("How likely is she to come home early?", False),
        ("How true does it feel, one to seven?", False),
        ("How sure are you that you won't kill yourself?", False),
        ("How long were you there?", False),
        ("What time are you sure of?", False),
        ("How much do you weigh?", False),
    ],
)
def test_what_asks_how_far_something_is_believed(asked: str, degree: bool) -> None:
    assert asks_degree(asked) is degree


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("How certain are you of the day?", "Twenty days off. Twenty days."),
        ("How likely are you to go?", "One, two, three, off I go."),
        ("How sure are you of the house?", "It's number three. Three, the red door."),
    ],
)
async def test_other_numbers_are_no_degrees(asked: str, answer: str) -> None:
    told = await _told(
        ("t", asked), ("c", answer), ("t", "And now?"), ("c", "Now, twenty percent. Fifteen percent.")
    )
    assert not [one for one in told if answer in one and "Fifteen" in one]
