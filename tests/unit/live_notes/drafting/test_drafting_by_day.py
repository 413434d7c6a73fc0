"""Ratings read off a card day by day stand as one line, where each of them is clear."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts


async def _lines(*turns: tuple[str, str]) -> list[str]:
    note = await drafted_with(*turns, ("t", "How was the weekend?"), ("c", "I went to the sea with my aunt."))
    return [one for one in texts(note) if "Monday " in one and ": " in one and '"Monday' not in one]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (("t", "Urges to drink, Monday three, Tuesday one, Wednesday four, Thursday zero."),),
            "Urges to drink: Monday 3, Tuesday 1, Wednesday 4, Thursday 0.",
        ),
        (
            (
                (
                    "t",
                    "Urges to self-harm, nought to five. Monday blank. Friday one. Saturday, four. Sunday 2.",
                ),
            ),
            "Urges to self-harm (nought to 5): Monday blank, Friday 1, Saturday 4, Sunday 2.",
        ),
        (
            (("t", "So cravings. Monday two, Tuesday one, Wednesday empty, Thursday three."),),
            "Cravings: Monday 2, Tuesday 1, Wednesday blank, Thursday 3.",
        ),
        (
            (
                ("t", "Urge to binge, zero to ten. Monday two, Tuesday four. Wednesday blank. Friday six."),
                ("c", "Yeah."),
                ("t", "And on Tuesday there's a tick in the box."),
            ),
            'Urge to binge (0 to 10): Monday 2, Tuesday 4 ("On Tuesday there\'s a tick in the box."),'
            " Wednesday blank, Friday 6.",
        ),
        (
            (
                (
                    "t",
                    "So mood, Monday two, Tuesday's a four, Wednesday it was five, Thursday back to two.",
                ),
            ),
            "Mood: Monday 2, Tuesday 4, Wednesday 5, Thursday 2.",
        ),
        (
            (
                ("t", "Anxiety, Monday six, Tuesday... is that a one or a seven?"),
                ("c", "Seven."),
                ("t", "Seven, Wednesday five. Thursday three. Friday two out of ten."),
                ("c", "Yeah."),
            ),
            "Anxiety: Monday 6, Tuesday 7, Wednesday 5, Thursday 3, Friday 2.",
        ),
        (
            (
                (
                    "t",
                    "Urge to binge: Sunday five, Monday four, Tuesday eight. There's a star. Wednesday one.",
                ),
                ("c", "Yes."),
            ),
            'Urge to binge: Sunday 5, Monday 4, Tuesday 8 ("There\'s a star."), Wednesday 1.',
        ),
        (
            (
                (
                    "t",
                    "Your shame was Monday nine, Tuesday eight, Wednesday eight, Thursday, yesterday, six.",
                ),
            ),
            "Shame: Monday 9, Tuesday 8, Wednesday 8, Thursday 6.",
        ),
        (
            (
                ("t", "Cravings, Friday seven, Saturday nine. Is that right?"),
                ("c", "Yes."),
                ("t", "Sunday two, Monday zero."),
            ),
            "Cravings: Friday 7, Saturday 9, Sunday 2, Monday 0.",
        ),
    ],
)
async def test_the_days_of_a_card_are_one_line(turns: tuple[tuple[str, str], ...], told: str) -> None:
    assert [one.replace("The urge", "Urge") for one in await _lines(*turns)] == [
        told.replace("The urge", "Urge")
    ]


@pytest.mark.parametrize(
    "turns",
    [
        # a day that is not clear, or set right
        (("t", "Mood, Monday two, Tuesday... what's that?"), ("c", "I can't read it."),
         ("t", "Wednesday five, Thursday four, Friday one.")),
        (("t", "Mood, Monday two, Tuesday three, Wednesday five, Thursday four."),
         ("c", "No, Thursday was a zero.")),
        # amounts of something else
        (("t", "Urges, Monday two drinks, Tuesday three drinks, Wednesday two, Thursday one."),),
        (("t", "Mood, Monday two to three, Tuesday four, Wednesday five, Thursday one."),),
        (("t", "So Monday two, Tuesday three, Wednesday four, Thursday one, that's when I'm free."),),
        (("t", "Energy, Monday at two, Tuesday at three, we can meet Wednesday or Thursday at four."),),
        (("t", "Anxiety, Monday twenty, Tuesday thirty, Wednesday forty, Thursday fifty."),),
    ],
)  # fmt: skip
async def test_what_is_not_clear_is_not_told_by_day(turns: tuple[tuple[str, str], ...]) -> None:
    assert not [one for one in await _lines(*turns) if "Wednesday 5, " in one or "Tuesday 3, " in one]
