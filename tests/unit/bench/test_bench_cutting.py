"""Windows as a worker cuts them, and windows made to a length."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.clips import sample_pair, sound
from bench.cutting import MOST_SECONDS, Cut, borders, cut, in_order, parted
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Samples, Window
from media_worker.settings import EarSettings
from media_worker.vad import FRAME

SECOND = SAMPLE_RATE // FRAME


@pytest.fixture(scope="module")
def clinician() -> Samples:
    """The first forty seconds and some samples of the sample's clinician."""
    return sound(sample_pair()[0].file)[: 40 * SAMPLE_RATE + 7]


@pytest.fixture(scope="module")
def spoken(clinician: Samples) -> Cut:
    """The same, cut."""
    return cut(clinician, EarSettings())


def window(number: int, end: float, seconds: float = 1.0) -> Window:
    samples = np.full(round(seconds * SAMPLE_RATE), number + 1, np.int16)
    last = round(end * SAMPLE_RATE)
    return Window(number, last - len(samples), last, samples, len(samples), final=True)


def test_windows_hold_the_recordings_own_sound_in_order_and_every_voiced_frame(
    clinician: Samples, spoken: Cut
) -> None:
    whole = np.concatenate((clinician, np.zeros(-len(clinician) % FRAME, np.int16)))
    assert len(spoken.windows) > 3
    for one in spoken.windows:
        assert np.array_equal(one.samples, whole[one.start : one.end])
    assert all(before.end <= after.start for before, after in pairwise(spoken.windows))
    assert sum(one.voiced for one in spoken.windows) == spoken.voiced.sum() * FRAME


def test_a_recording_is_left_as_it_is_and_can_be_cut_again(clinician: Samples, spoken: Cut) -> None:
    again = cut(clinician, EarSettings())
    assert [(one.start, one.end) for one in again.windows] == [(one.start, one.end) for one in spoken.windows]


@pytest.mark.parametrize("seconds", [1, 2, 3, 5, 8, 12])
def test_made_windows_hold_the_same_speech_and_are_about_so_long(spoken: Cut, seconds: float) -> None:
    made = parted(spoken, seconds)
    joined = np.concatenate([one.samples for one in spoken.windows])
    assert np.array_equal(np.concatenate([one.samples for one in made]), joined)
    assert sum(one.voiced for one in made) == sum(one.voiced for one in spoken.windows)
    assert len(made) == max(1, round(len(joined) / SAMPLE_RATE / seconds))
    assert all(0.4 * seconds < one.seconds < 1.8 * seconds for one in made)


def test_of_silence_no_window_is_made() -> None:
    silent = cut(np.zeros(3 * SAMPLE_RATE, np.int16), EarSettings())
    assert silent.windows == parted(silent, 2.0) == ()


@given(st.lists(st.floats(0, 1), max_size=3000), st.integers(1, MOST_SECONDS))
def test_borders_rise_and_leave_no_part_too_long_for_the_model(levels: list[float], seconds: int) -> None:
    edges = [0, *borders(np.array(levels), seconds * SECOND), len(levels)]
    lengths = [after - before for before, after in pairwise(edges)]
    assert all(0 < length < 29 * SECOND for length in lengths) or not levels
    assert len(lengths) == max(1, round(len(levels) / (seconds * SECOND)))


def test_a_border_lies_where_it_is_quietest() -> None:
    levels = np.ones(200)
    levels[108] = 0.0
    levels[130] = -1.0
    assert borders(levels, 100.0) == [108]


def test_windows_of_two_recordings_come_in_the_order_in_which_they_close() -> None:
    speech = in_order([[window(0, 2.0), window(1, 9.0)], [window(0, 4.0, 2.0)]])
    assert [one.end / SAMPLE_RATE for one in speech.windows] == [2.0, 4.0, 9.0]
    assert speech.of == (0, 1, 0)
    assert speech.seconds == 4.0
    hearings = [Hearing((Heard(word, 0.0, 1.0, 1.0),)) for word in ("well", "fine", "good")]
    assert speech.texts(hearings, 3) == ["well good", "fine", ""]
