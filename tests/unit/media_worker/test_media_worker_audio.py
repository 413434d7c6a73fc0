"""The unbroken line: holes filled, repeats dropped, nothing new lost."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from media_worker.audio import Timeline, to_int16
from media_worker.hearing import SAMPLE_RATE

PACKET = 960


def test_loud_sound_is_clipped_not_wrapped() -> None:
    assert to_int16(np.array([40_000.0, -40_000.0], np.float32)).tolist() == [32767, -32768]


def test_a_lost_packet_becomes_silence_and_a_repeated_one_is_dropped() -> None:
    timeline = Timeline()
    assert timeline.place(0, 320).silence == 0
    assert timeline.place(640, 320).silence == 320
    repeated = timeline.place(640, 320)
    assert (repeated.silence, repeated.skip) == (0, 320)
    half = timeline.place(800, 320)
    assert (half.silence, half.skip) == (0, 160)


def test_a_sender_that_begins_again_continues_the_line() -> None:
    timeline = Timeline()
    timeline.place(SAMPLE_RATE * 60, 320)
    placed = timeline.place(0, 320)
    assert placed.restarted
    assert (placed.silence, placed.skip) == (0, 0)
    assert timeline.place(320, 320).silence == 0


def test_sound_behind_silence_laid_too_far_is_kept_and_the_next_hole_makes_up_for_it() -> None:
    timeline = Timeline()
    timeline.place(0, PACKET)
    timeline.ahead(1000)  # it was thought silent for so long, and spoke again after 400 samples
    spoken = timeline.place(PACKET + 400, PACKET)
    assert (spoken.silence, spoken.skip) == (0, 0)
    assert timeline.behind(2 * PACKET + 400) == 600
    assert timeline.place(2 * PACKET + 400 + 5000, PACKET).silence == 4400
    assert timeline.behind(3 * PACKET + 400 + 5000) == 0


@given(
    st.lists(
        st.tuples(st.integers(0, 30_000), st.sampled_from([160, 320, 640, 960]), st.integers(0, 3_000)),
        max_size=60,
    )
)
def test_every_sample_is_laid_once_and_in_order(packets: list[tuple[int, int, int]]) -> None:
    """Packets anywhere within two seconds, with silence laid ahead in between."""
    timeline, line, laid, heard = Timeline(), 0, [], None
    for start, length, ahead in packets:
        placed = timeline.place(start, length)
        if not placed.restarted:
            new = max(0, start + length - (start if heard is None else max(heard, start)))
            assert length - placed.skip == new  # what is new is laid whole, what was heard is not laid again
        heard = start + length if placed.restarted or heard is None else max(heard, start + length)
        assert placed.silence >= 0
        line += placed.silence
        laid.append((line, line + length - placed.skip))
        line += length - placed.skip
        if ahead > 2_500:
            timeline.ahead(ahead)
            line += ahead
        assert timeline.behind(heard) >= 0
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(laid))
