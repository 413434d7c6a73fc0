"""A remote answer's energy by EcoLogits' formula, held to EcoLogits' own worked example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.energy import ModelSize, joules_of_answer, joules_per_token, tokens_of
from live_notes.energy.remote import LARGE, MIDDLE, SMALL


def test_the_formula_gives_what_ecologits_gives() -> None:
    """132 of 440 billion parameters, 10 000 tokens: 0.038338 kWh in EcoLogits 0.9's documentation."""
    kwh = 10_000 * joules_per_token(ModelSize(440, 132)) / 3.6e6
    assert kwh == pytest.approx(0.03833790589818617, rel=1e-9)


def test_sizes_are_ordered() -> None:
    assert joules_per_token(SMALL) < joules_per_token(MIDDLE) < joules_per_token(LARGE)


@given(st.integers(0, 100_000))
def test_energy_grows_with_the_tokens_and_keeps_its_order(tokens: int) -> None:
    for size in (None, SMALL, MIDDLE, LARGE, ModelSize(671, 37)):
        joules = joules_of_answer(tokens, size)
        assert 0 <= joules.low <= joules.mid <= joules.high
        assert joules_of_answer(tokens + 1, size).mid > joules.mid


def test_a_declared_size_narrows_the_span() -> None:
    known, unknown = joules_of_answer(1000, MIDDLE), joules_of_answer(1000)
    assert known.high / known.low < unknown.high / unknown.low
    assert known.mid == unknown.mid


def test_a_mixture_of_experts_takes_less_than_a_dense_model_as_large() -> None:
    assert joules_per_token(ModelSize(440, 44)) < joules_per_token(ModelSize(440, 440))


def test_negative_tokens_are_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        joules_of_answer(-1)


@pytest.mark.parametrize(
    ("counted", "answer", "tokens"),
    [
        (12, "whatever", 12),
        (0, "whatever", 0),
        (None, "12345678", 2),
        (None, "123", 1),
        (None, None, 0),
        (-3, "", 0),
    ],
)
def test_tokens_that_nobody_counted_follow_from_the_length(
    counted: int | None, answer: str | None, tokens: int
) -> None:
    assert tokens_of(counted, answer) == tokens
