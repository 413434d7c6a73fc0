"""Counting word errors: forgiving about spelling of the same word, about nothing else."""

from __future__ import annotations

import jiwer
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.drafting.visits import turns_of
from bench.words import TimedWord, normalised, timed, word_errors


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


def test_turns_of_a_visit_become_segments_with_roles() -> None:
    assert turns_of("[doctor] hello\n[patient] i am\ntired") == (
        {"id": "s0", "role": "clinician", "text": "hello"},
        {"id": "s1", "role": "client", "text": "i am tired"},
    )


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=15), st.lists(st.sampled_from("abcd"), max_size=15)
)
def test_errors_are_counted_as_jiwer_counts_them(reference: list[str], heard: list[str]) -> None:
    counts = jiwer.process_words(" ".join(reference), " ".join(heard))
    errors = counts.substitutions + counts.deletions + counts.insertions
    assert word_errors(" ".join(reference), " ".join(heard)) == (errors, len(reference))


def test_words_keep_their_times_when_they_are_split_or_joined() -> None:
    spoken = [(0.0, 1.0, "Twenty"), (1.0, 2.0, "six,"), (2.0, 3.0, "um"), (3.0, 4.0, "50mg.")]
    assert timed(spoken) == [
        TimedWord("26", 0.0, 2.0),
        TimedWord("50", 3.0, 4.0),
        TimedWord("milligrams", 3.0, 4.0),
    ]
