"""A "he" or "she" that the same turn names stands in the note with the name."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.telling.from_the_name import from_the_name
from tests.support.dialogues import drafted_with, said, texts


@pytest.mark.parametrize(
    ("words", "at", "begins"),
    [
        ("My lodger. Ines. She borrows my tablets when her back is bad.", 2, "My lodger."),
        ("The gas went off. Tariq. He had left the ring on all night.", 2, "Tariq."),
        ("My uncle drove us home. It was sleeting. He went through two red lights.", 2, "My uncle"),
    ],
)
def test_it_is_quoted_from_the_name(words: str, at: int, begins: str) -> None:
    units = units_of(said(("c", words)).lines)
    run = from_the_name(units, units[at:], frozenset())
    assert run[0].exact.startswith(begins)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("We were late. My uncle drove and he went through two red lights.", 1),
        ("We were late. I spoke to a plumber and he never came.", 1),
        ("At Loch Earn. It was raining hard. She never said a word to me.", 2),
        ("We were late. It was raining. The bus never came.", 1),
    ],
)
def test_it_stays_where_the_name_is_there_or_nowhere(words: str, at: int) -> None:
    units = units_of(said(("c", words)).lines)
    assert not from_the_name(units, units[at:], frozenset(("Loch", "Earn")))


async def test_what_only_points_is_told_with_the_question_it_answers() -> None:
    note = " ".join(
        texts(
            await drafted_with(
                ("t", "What have you done with the old wedding dress?"),
                ("c", "I put it up in the loft."),
                ("t", "Mm."),
            )
        )
    )
    assert "up in the loft" not in note or "wedding dress" in note
