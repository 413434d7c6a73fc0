"""The next session is the day and hour that both took: not what was named for something else."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 12
SETTLED = (
    ("t", "So when shall we meet again?"),
    ("c", "I'm off most mornings."),
    ("t", "Tuesday the ninth, quarter past nine?"),
    ("c", "Tuesday's fine."),
    ("t", "Tuesday the ninth, quarter past nine, then."),
)


async def _plan(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan")


async def _next(*turns: tuple[str, str]) -> list[str]:
    return [one for one in await _plan(*turns) if one.startswith("Next session")]


@pytest.mark.parametrize(
    "after",
    [
        (("t", "That's six of ten today, so there's four left."), ("c", "Four. It goes fast.")),
        (("c", "Bye now."), ("t", "Take three, they're free. And good luck on Friday, and on Sunday.")),
        (("t", "Mind the step on your way."), ("c", "One, two. There."), ("t", "Grand.")),
        (("c", "Twelve stairs to go down."), ("t", "Eleven, I think. Bye now.")),
    ],
)
async def test_what_is_counted_or_wished_at_parting_moves_nothing(after: tuple[tuple[str, str], ...]) -> None:
    found = await _next(*SETTLED, *after)
    assert found == ["Next session: Tuesday the ninth at quarter past 9."], found


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (("c", "Oh no, hang on, Tuesday I've the dentist. Wednesday?"), "Wednesday"),
        (("c", "Actually, quarter past nine I'm still on the bus. Could we make it ten o'clock?"), "ten"),
    ],
)
async def test_a_day_that_was_settled_can_still_be_moved(turn: tuple[str, str], told: str) -> None:
    last = f"{told.capitalize()} it is." if told == "Wednesday" else "Ten o'clock, Tuesday the ninth."
    found = await _next(*SETTLED, turn, ("t", last))
    assert told in " ".join(found).replace("10", "ten")


async def test_days_of_a_plan_before_it_are_no_session() -> None:
    found = await _next(
        ("t", "And on which evenings will you leave the phone downstairs?"),
        ("c", "Sunday, Monday, Thursday."),
        ("t", "Sunday, Monday, Thursday."),
        ("c", "I think I can do that without falling out with anybody at home."),
        ("t", "Good. Now, when will I see you?"),
        ("c", "Any day but the second."),
        ("t", "Friday the third, half two?"),
        ("c", "Half two's fine."),
    )
    assert found == ["Next session: Friday the third at half two."], found


async def test_who_says_where_has_taken_when() -> None:
    found = await _next(
        ("t", "Monday, the twelfth, at three?"),
        ("c", "That's my late shift."),
        ("t", "Thursday the fifteenth at five thirty, then?"),
        ("c", "Is that in here or online?"),
        ("t", "Whichever you like."),
        ("c", "Online."),
    )
    assert found == ["Next session: Thursday the fifteenth at five thirty, online."], found
    assert not [
        one for one in await _plan(("t", "Monday, the twelfth, at three?"), ("c", "No.")) if "12" in one
    ]


async def test_a_day_that_is_pencilled_in_is_told_with_its_hour() -> None:
    found = await _next(
        ("t", "So next time, Wednesday the fourth, eleven in the morning?"),
        ("c", "Eleven, yes, but the roster isn't out before Sunday."),
        ("t", "So shall we pencil it in, and you tell me once it's out?"),
        ("c", "Pencil it, yes."),
    )
    assert len(found) == 1
    assert "not fixed: Wednesday the fourth at" in found[0]
    assert "is pencilled in" in found[0]
    assert 'asked: "Shall we pencil it in' in found[0]


async def test_the_date_said_behind_the_day_belongs_to_it() -> None:
    found = await _next(
        ("t", "I could see you on the Tuesday. I've half four, or six."),
        ("c", "Six, Tuesday. The eighteenth, is it?"),
        ("t", "The eighteenth, at six."),
        ("c", "Grand."),
    )
    assert len(found) == 1
    assert "eighteenth" in found[0]
    assert "at 6" in found[0]
