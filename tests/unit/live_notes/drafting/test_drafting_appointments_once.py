"""One appointment is one line of the plan, however often it is said."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts

_BEFORE = (
    ("t", "And at home?"),
    ("c", "At home it is quiet and the kids are good."),
    ("t", "What do you make of that?"),
    ("c", "I think they notice more than I say."),
    ("t", "They might."),
    ("c", "My eldest asked me why I was cross."),
)


async def appointments(*turns: tuple[str, str]) -> list[str]:
    told = texts(await drafted_with(*_BEFORE, *turns), "Plan")
    return [one for one in told if "ext session" in one or "meet" in one]


@pytest.mark.parametrize(
    "turns",
    [
        (
            ("t", "Let us meet again on Friday."),
            ("c", "Friday is good."),
            ("t", "Then I will see you on Friday."),
        ),
        (("t", "Keep the diary, and meet again next Tuesday."), ("c", "Good."), ("t", "See you on Tuesday.")),
    ],
)
async def test_a_day_said_twice_is_one_line(turns: tuple[tuple[str, str], ...]) -> None:
    assert len(await appointments(*turns)) == 1


async def test_two_days_are_two() -> None:
    told = await appointments(
        ("t", "We will meet again on Friday."),
        ("c", "Yes."),
        ("t", "And I will see you on Monday with your wife."),
    )
    assert "Friday" in " ".join(told)
    assert "Monday" in " ".join(told)
