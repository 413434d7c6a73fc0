"""What a measured speed means, and the measuring itself with a listener that only counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.__main__ import own_speed
from media_worker.hearing import SAMPLE_RATE, Hearing, Task, Window
from media_worker.settings import EarSettings
from media_worker.speed import Speed, capacity, carried, measure, recommend, windows_of
from signaling.sample import sample_speech

TINY = Speed("tiny.en", 100.0, 38_000_000, multilingual=False)
BASE = Speed("base", 40.0, 73_000_000, multilingual=True)
LARGE = Speed("large", 2.0, 1_500_000_000, multilingual=True)
SPEEDS = st.lists(
    st.builds(
        Speed,
        st.sampled_from("abcdef"),
        st.floats(0, 500),
        st.integers(1, 2_000_000_000),
        st.booleans(),
    ),
    max_size=6,
)


class Counting:
    """Hears nothing and notes what it was asked."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        self.batches.append(len(tasks))
        return [Hearing() for _ in tasks]


@pytest.mark.parametrize(
    ("calls", "language", "model", "enough"),
    [
        (1, "en", "base", True),
        (6, "en", "base", True),
        (7, "en", "tiny.en", True),
        (15, "en", "tiny.en", True),
        (16, "en", "tiny.en", False),
        (1, "de", "base", True),
        (7, "de", "base", False),
        (1, "en-GB", "base", True),
    ],
)
def test_the_most_accurate_that_carries_the_calls(
    calls: int, language: str, model: str, enough: bool
) -> None:
    found = recommend([TINY, LARGE, BASE], calls, language)
    assert found is not None
    assert (found.model, found.enough) == (model, enough)


def test_a_worker_takes_more_than_it_surely_carries_and_never_fewer_than_sixteen_tracks() -> None:
    assert [capacity(times) for times in (None, 0.0, 20.0, 42.0, 101.0)] == [16, 16, 16, 20, 48]


def test_what_was_measured_on_two_cores_is_what_is_promised() -> None:
    assert [carried(times) for times in (52.0, 101.0)] == [8, 15]  # 24 were carried: the slower one decides


def test_without_a_model_for_the_language_nothing_is_recommended() -> None:
    assert recommend([]) is None
    assert recommend([TINY], language="de") is None


@given(speeds=SPEEDS, calls=st.integers(1, 200))
def test_a_recommendation_keeps_what_it_says(speeds: list[Speed], calls: int) -> None:
    found = recommend(speeds, calls)
    assert (found is None) == (not speeds)
    if found is not None:
        assert found.enough == (found.calls >= calls)
        assert found.enough == any(speed.calls >= calls for speed in speeds)
        assert found.calls in {speed.calls for speed in speeds if speed.model == found.model}


@given(slow=st.floats(0, 1000), more=st.floats(0, 1000))
def test_a_faster_model_never_carries_less(slow: float, more: float) -> None:
    assert 0 <= carried(slow) <= carried(slow + more)


def test_the_measure_is_seconds_of_speech_a_second() -> None:
    windows = [
        Window(number, 0, SAMPLE_RATE, np.zeros(SAMPLE_RATE, np.int16), SAMPLE_RATE, final=True)
        for number in range(5)
    ]
    ticks: Iterator[float] = iter([10.0, 10.5])
    listener = Counting()
    assert measure(listener, windows, 2, lambda: next(ticks)) == pytest.approx(10.0)
    assert listener.batches == [2, 2, 1]
    ticks = iter([10.0, 10.5])
    assert measure(listener, windows, 5, lambda: next(ticks), decoders=2) == pytest.approx(20.0)
    assert measure(listener, [], 2, lambda: 0.0) is None


def test_the_sample_is_cut_as_a_call_is_cut() -> None:
    windows = windows_of(sample_speech(), seconds=6.0)
    heard = sum(window.seconds for window in windows)
    assert 6.0 <= heard < 6.0 + 16.0
    assert all(window.final and window.voiced for window in windows)


def test_a_worker_measures_itself_when_it_has_a_sample(tmp_path: Path) -> None:
    listener = Counting()
    assert own_speed(EarSettings(), listener) is None
    assert own_speed(EarSettings(sample=tmp_path / "missing.ogg"), listener) is None
    assert listener.batches == []
    speed = own_speed(EarSettings(sample=sample_speech()), listener)
    assert speed is not None
    assert speed > 0
    assert sum(listener.batches) >= 1
