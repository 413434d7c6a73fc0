"""What the drafter knows of talk is what the rated sentences teach, and nothing else."""

from __future__ import annotations

import pytest

from bench.drafting.learn_talk import learned, rated
from live_notes.drafting.embedded.selecting import worth_in_talk


def test_the_file_that_comes_with_the_program_is_the_one_that_is_learned() -> None:
    ours, kept = learned(rated()), worth_in_talk.learned()
    assert dict(ours.words) == pytest.approx(dict(kept.words), abs=2e-4)
    assert list(ours.weights) == pytest.approx(list(kept.weights), abs=2e-4)


def test_every_sentence_has_a_rating() -> None:
    assert {one.rating for one in rated()} == {0.0, 1.0, 2.0, 3.0}
