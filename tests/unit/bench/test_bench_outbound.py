"""What counts as an identifier that left."""

from __future__ import annotations

from collections import Counter

from bench.masking.labelled import Labelled
from bench.outbound import left_in

AGE = Labelled("She turned 100 last week.", (("AGE", 11, 14),))
DOSE = Labelled("I take 100 milligrams.", ())
NAME = Labelled("Maya called.", (("ROSTER", 0, 4),))


def test_an_identifier_that_stands_in_what_was_sent_has_left() -> None:
    assert left_in([NAME, AGE], "maya called\nshe turned [AGE_1] last week") == Counter({"ROSTER": 1})


def test_words_that_the_session_also_said_otherwise_tell_nothing() -> None:
    assert left_in([AGE, DOSE], "She turned [AGE_1] last week.\nI take 100 milligrams.") == Counter()


def test_a_part_of_a_longer_word_is_no_identifier() -> None:
    assert left_in([NAME], "the mayan calendar") == Counter()
