"""Where windows begin and end."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from media_worker.hearing import SAMPLE_RATE, Window
from media_worker.segmenter import Cuts, Segmenter
from media_worker.vad import FRAME, Judged

FRAMES_PER_SECOND = SAMPLE_RATE // FRAME
SHORT = Cuts(pre_roll=0.1, post_roll=0.06, pause=0.3, long=0.8, long_pause=0.1, longest=1.2)


def push(segmenter: Segmenter, voiced: bool, loudness: float = -20.0) -> Window | None:
    level = 1000 if voiced else 1
    return segmenter.push(np.full(FRAME, level, np.int16), Judged(voiced, loudness))


def run(pattern: list[bool], cuts: Cuts = SHORT) -> list[Window]:
    segmenter = Segmenter(cuts)
    closed = [window for voiced in pattern if (window := push(segmenter, voiced)) is not None]
    last = segmenter.flush()
    return [*closed, last] if last else closed


patterns = st.lists(st.tuples(st.booleans(), st.integers(1, 90)), max_size=12).map(
    lambda runs: [voiced for voiced, length in runs for _ in range(length)]
)


@settings(max_examples=150)
@given(patterns)
def test_every_voiced_frame_is_in_exactly_one_window_and_time_runs_forward(pattern: list[bool]) -> None:
    windows = run(pattern)
    assert [window.number for window in windows] == list(range(len(windows)))
    for before, after in pairwise(windows):
        assert before.end <= after.start
    covered = np.zeros(len(pattern), int)
    for window in windows:
        assert window.final
        assert window.end - window.start == len(window.samples)
        assert window.seconds <= SHORT.longest + SHORT.pre_roll + 0.1
        covered[window.start // FRAME : window.end // FRAME] += 1
    assert all(covered[at] == 1 for at, voiced in enumerate(pattern) if voiced)
    assert covered.max(initial=0) <= 1
    assert sum(window.voiced for window in windows) == sum(pattern) * FRAME


doings = st.lists(
    st.tuples(st.sampled_from(["speak", "rest", "finish", "flush", "skip"]), st.integers(1, 60)), max_size=25
)


@settings(max_examples=200)
@given(doings)
def test_that_holds_also_when_windows_are_finished_flushed_and_holes_skipped(
    doings: list[tuple[str, int]],
) -> None:
    """As an ear drives it: a window is finished only where its speaker pauses, as it was guessed."""
    segmenter, windows, voiced, place = Segmenter(SHORT), list[Window | None](), list[int](), 0
    for doing, frames in doings:
        if doing in ("speak", "rest"):
            for _ in range(frames):
                windows.append(push(segmenter, doing == "speak"))
                voiced += [place] if doing == "speak" else []
                place += 1
        elif doing == "skip":
            windows.append(segmenter.skip(frames * FRAME))
            place += frames
        elif doing == "flush":
            windows.append(segmenter.flush())
        elif segmenter.pausing is not None:
            end, guessed = segmenter.pausing, segmenter.likely()
            closed = segmenter.finish()
            assert (closed.start, closed.end, closed.end) == (guessed.start, guessed.end, end)
            assert np.array_equal(closed.samples, guessed.samples)
            windows.append(closed)
        assert segmenter.position == place * FRAME
    windows.append(segmenter.flush())
    covered = np.zeros(place, int)
    found = [window for window in windows if window is not None]
    assert [window.number for window in found] == list(range(len(found)))
    for before, after in pairwise(found):
        assert before.end <= after.start
    for window in found:
        covered[window.start // FRAME : window.end // FRAME] += 1
    assert covered.max(initial=0) <= 1
    assert all(covered[at] == 1 for at in voiced)
    assert sum(window.voiced for window in found) == len(voiced) * FRAME


@settings(max_examples=60)
@given(patterns, st.integers(0, 300))
def test_a_window_holds_the_samples_of_its_place(pattern: list[bool], marker: int) -> None:
    segmenter = Segmenter(SHORT)
    windows = []
    for at, voiced in enumerate(pattern):
        window = segmenter.push(np.full(FRAME, at + 1, np.int16), Judged(voiced, -20.0))
        if window:
            windows.append(window)
    if (last := segmenter.flush()) is not None:
        windows.append(last)
    for window in windows:
        expected = np.repeat(np.arange(window.start // FRAME, window.end // FRAME) + 1, FRAME)
        assert np.array_equal(window.samples, expected)


def test_a_window_takes_the_pre_roll_and_closes_at_the_pause() -> None:
    windows = run([False] * 50 + [True] * 20 + [False] * 40)
    (window,) = windows
    assert window.start == (50 - 5) * FRAME
    assert window.end == (70 + 3) * FRAME


def test_a_long_window_closes_at_a_short_pause_and_a_longer_one_where_it_is_quietest() -> None:
    assert len(run([True] * 30 + [False] * 6 + [True] * 10)) == 1  # not long yet: the pause is too short
    assert len(run([True] * 45 + [False] * 6 + [True] * 10)) == 2
    segmenter = Segmenter(SHORT)
    closed = [
        window
        for at in range(100)
        if (window := push(segmenter, True, -60.0 if 50 <= at < 55 else -20.0)) is not None
    ]
    assert closed[0].end // FRAME in range(50, 56)


def test_a_snapshot_is_a_copy_and_leaves_the_window_open() -> None:
    segmenter = Segmenter(SHORT)
    assert segmenter.snapshot() is None
    for _ in range(10):
        push(segmenter, True)
    partial = segmenter.snapshot()
    assert partial is not None
    assert not partial.final
    partial.wipe()
    final = segmenter.flush()
    assert final is not None
    assert final.number == partial.number
    assert final.samples.min() == 1000


def test_a_hole_closes_the_window_and_moves_time_on() -> None:
    segmenter = Segmenter(SHORT)
    for _ in range(10):
        push(segmenter, True)
    window = segmenter.skip(100 * FRAME)
    assert window is not None
    assert window.end == 10 * FRAME
    assert segmenter.position == 110 * FRAME
    assert segmenter.settled == segmenter.position


def test_audio_in_no_window_and_discarded_audio_is_overwritten() -> None:
    segmenter = Segmenter(SHORT)
    frames = [np.full(FRAME, 7, np.int16) for _ in range(20)]
    for frame in frames:
        segmenter.push(frame, Judged(False, -20.0))
    assert all(not frame.any() for frame in frames[:15])
    assert frames[-1].all()
    segmenter.discard()
    assert not any(frame.any() for frame in frames)
    spoken = [np.full(FRAME, 7, np.int16) for _ in range(20)]
    for frame in spoken:
        segmenter.push(frame, Judged(True, -20.0))
    window = segmenter.flush()
    assert window is not None
    assert not any(frame.any() for frame in spoken)
    assert window.samples.any()
    window.wipe()
    assert not window.samples.any()


def test_a_window_whose_speaker_is_silent_can_be_had_as_it_will_be_closed() -> None:
    segmenter = Segmenter(SHORT)
    for _ in range(20):
        push(segmenter, True)
    assert segmenter.pausing is None
    for _ in range(9):
        push(segmenter, False)
    assert segmenter.pausing is None  # 0.18 s, and 0.2 s are asked for
    push(segmenter, False)
    end = segmenter.pausing
    likely = segmenter.likely()
    assert likely.final
    assert likely.end == end == (20 + 3) * FRAME
    closed = next(window for _ in range(20) if (window := push(segmenter, False)) is not None)
    assert (closed.number, closed.start, closed.end) == (likely.number, likely.start, likely.end)
    assert np.array_equal(closed.samples, likely.samples)


def test_a_window_can_be_finished_once_its_speaker_rests_and_what_follows_opens_the_next() -> None:
    segmenter = Segmenter(Cuts(pre_roll=0.1, post_roll=0.06, sentence_pause=0.3, pause=0.6))
    for _ in range(20):
        push(segmenter, True)
    for _ in range(14):
        push(segmenter, False)
    assert not segmenter.rested
    push(segmenter, False)
    assert segmenter.rested
    window = segmenter.finish()
    assert window.end == 23 * FRAME
    assert not segmenter.rested
    assert segmenter.number == window.number + 1
    for _ in range(10):
        push(segmenter, True)
    following = segmenter.flush()
    assert following is not None
    assert following.voiced == 10 * FRAME
    assert following.start >= window.end
