"""How much of a turn can be told: its first sentences, up to so many words or to a question."""

from __future__ import annotations

import pytest

from live_notes import EvidenceLine, Speaking
from live_notes.drafting.embedded.hearing.turns import quotable_part, up_to_question
from live_notes.drafting.embedded.hearing.units import units_of

SAID = units_of(
    (EvidenceLine("1", "c", Speaking.CLIENT, 0.0, 9.0, "Why me? I walk daily. Do you walk? I also swim."),)
)


@pytest.mark.parametrize(("most", "kept"), [(0, 1), (2, 1), (4, 1), (5, 2), (7, 2), (8, 3), (11, 4), (99, 4)])
def test_a_turn_is_quoted_from_its_beginning_up_to_so_many_words(most: int, kept: int) -> None:
    assert quotable_part(SAID, most) == SAID[:kept]


def test_of_nothing_nothing_is_quoted() -> None:
    assert quotable_part([], 9) == []
    assert up_to_question([]) == []


def test_a_question_ends_what_comes_before_it_but_not_where_it_opens_it() -> None:
    assert up_to_question(SAID) == SAID[:2]
    assert up_to_question(SAID[1:]) == SAID[1:2]
    assert up_to_question(SAID[:1]) == SAID[:1]
