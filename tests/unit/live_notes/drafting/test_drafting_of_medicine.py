"""What is told of a medicine that only the clinician named."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts


async def sentences(*turns: tuple[str, str]) -> list[str]:
    return texts(await drafted_with(*turns))


@pytest.mark.parametrize(
    ("named", "between", "answer"),
    [
        (
            "And the mirtazapine. How's it?",
            "Don't be cross.",
            "I stopped on Monday, as it made me hungry.",
        ),
        (
            "You have the citalopram. How is it going?",
            "Well.",
            "I ran out last week, and the shop was shut.",
        ),
        ("So, the quetiapine.", "Oh.", "I only took half on Friday, since I had the early shift."),
    ],
)
async def test_the_name_stands_before_what_was_done_with_a_medicine(
    named: str, between: str, answer: str
) -> None:
    drug = next(one for one in ("mirtazapine", "citalopram", "quetiapine") if one in named)
    told = await sentences(("t", named), ("c", between), ("t", "Go on."), ("c", answer))
    assert any(one.startswith(f"Regarding {drug}, client ") for one in told)


@pytest.mark.parametrize(
    ("named", "asked", "answer"),
    [
        ("You have the citalopram.", "And the cannabis?", "I stopped on Monday, because of the baby."),
        ("You have the citalopram.", "And how is work?", "I quit last week, over the rota."),
        ("You have the citalopram.", "Go on.", "I missed two classes on Friday because of the bus."),
        ("Is it citalopram and lithium?", "Go on.", "I stopped on Monday, as it made me hungry."),
    ],
)
async def test_no_name_stands_where_something_else_may_be_meant(named: str, asked: str, answer: str) -> None:
    told = await sentences(("t", named), ("c", "Yes."), ("t", asked), ("c", answer))
    assert not any(one.startswith(("Regarding citalopram", "Regarding lithium")) for one in told)
