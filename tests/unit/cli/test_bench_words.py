"""Counting word errors: forgiving about spelling of the same word, about nothing else."""

from __future__ import annotations

import pytest

from bench.words import normalised, word_errors


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twenty six, OK.", "26 okay"),
        ("fifty milligrams", "50mg"),
        ("Um, PHQ-9 was eleven", "PHQ9 was 11"),
        ("it’s", "it's"),
    ],
)
def test_the_same_words_written_differently_are_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


def test_a_lost_negation_is_an_error() -> None:
    assert word_errors("I have no thoughts of suicide", "I have thoughts of suicide") == (1, 6)


def test_invented_words_count_against_silence() -> None:
    assert word_errors("", "thanks for watching") == (3, 0)
