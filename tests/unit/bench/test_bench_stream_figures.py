"""What an outsider reads from a stream of events: every figure by hand on small streams."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.stream_figures import figures, kept, measure, measure_track, percentiles

SAID = [(0.0, 0.5, "I"), (0.5, 1.0, "sleep"), (1.0, 1.5, "badly,"), (1.5, 2.0, "doctor.")]
WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12)


def event(at: float, text: str, *, final: bool = False, number: int = 0, **more: Any) -> dict[str, Any]:
    start = more.get("start", 0.0)
    told = {"track": "t", "id": f"t-{number}", "start": start, "end": more.get("end", at), "text": text}
    return {**told, "final": final, "words": [], "emitted_at": at}


def test_a_word_is_shown_when_it_first_stands_at_its_place_and_settled_when_it_stays() -> None:
    events = [
        event(1.2, "I slip"),
        event(1.6, "I sleep"),
        event(2.1, "I sleep madly"),
        event(2.6, "I sleep badly doctor", final=True),
    ]
    samples = measure_track(events, SAID)
    assert samples.shown == pytest.approx([0.7, 0.6, 1.1, 0.6])
    assert samples.settled == samples.shown
    assert (samples.errors, samples.words) == (0, 4)
    assert (samples.changed, samples.written) == (2, 6)
    assert samples.final == pytest.approx([0.6])


def test_a_word_that_comes_goes_and_comes_again_settles_late() -> None:
    events = [
        event(1.2, "I sleep"),
        event(1.8, "I slept badly"),
        event(2.5, "I sleep badly doctor", final=True),
    ]
    samples = measure_track(events, SAID)
    assert samples.shown[1] == pytest.approx(0.2)
    assert samples.settled[1] == pytest.approx(1.5)


def test_a_word_still_to_come_is_not_taken_for_one_already_shown() -> None:
    said = [(0.0, 0.4, "the"), (0.4, 0.8, "cat"), (0.8, 1.0, "saw"), (3.0, 3.3, "the"), (3.3, 3.6, "dog")]
    events = [event(0.9, "a cat the"), event(4.0, "the cat saw the dog", final=True)]
    samples = measure_track(events, said)
    assert all(delay > 0 for delay in samples.shown)
    assert samples.shown[3] == pytest.approx(0.7)


def test_finals_are_put_in_order_and_an_empty_final_takes_words_away() -> None:
    events = [
        event(2.9, "doctor", final=True, number=1, start=1.5, end=2.0),
        event(3.0, "what", number=2, start=2.5),
        event(3.1, "", final=True, number=2, start=2.5),
        event(3.2, "I sleep badly", final=True, number=0, start=0.0, end=1.5),
    ]
    samples = measure_track(events, SAID)
    assert samples.errors == 0
    assert samples.changed == 1
    assert sorted(samples.final) == pytest.approx([0.9, 1.7])


def test_a_final_with_no_word_got_counts_from_what_the_event_says() -> None:
    samples = measure_track([event(3.0, "nonsense", final=True, end=2.2)], SAID)
    assert samples.final == pytest.approx([0.8])
    assert (samples.errors, samples.shown) == (4, [])


def test_events_of_one_moment_change_the_screen_once() -> None:
    events = [
        event(1.6, "I sleep badly"),
        event(2.0, "I sleep", final=True),
        event(2.0, "badly doctor", final=True, number=1, start=1.0),
    ]
    samples = measure_track(events, SAID)
    assert (samples.errors, samples.changed, samples.written) == (0, 0, 4)


def test_words_never_final_are_missing_from_the_transcript() -> None:
    samples = measure_track([event(1.2, "I sleep")], SAID)
    assert samples.errors == 4
    assert samples.shown == []


def test_numbers_spelled_or_not_are_the_same_word_and_last_as_long_as_both_parts() -> None:
    said = [(0.0, 0.4, "twenty"), (0.4, 0.9, "six"), (0.9, 1.0, ",")]
    samples = measure_track([event(1.4, "26", final=True)], said)
    assert (samples.words, samples.errors) == (1, 0)
    assert samples.shown == pytest.approx([0.5])


def test_tracks_are_told_apart_and_a_silent_track_is_all_missing() -> None:
    samples = measure([event(2.6, "I sleep badly doctor", final=True)], {"t": SAID, "other": SAID[:2]})
    assert (samples.words, samples.errors) == (6, 2)
    assert figures(samples).word_error_percent == pytest.approx(33.33)


def test_nothing_measured_is_no_figure() -> None:
    nothing = figures(measure([], {}))
    assert nothing.word_error_percent is None
    assert nothing.final is None
    assert nothing.changed_percent is None


def test_percentiles_are_samples_by_nearest_rank() -> None:
    assert percentiles([float(n) for n in range(1, 101)]) == {"p50": 50.0, "p95": 95.0, "p99": 99.0}
    assert percentiles([3.0, 1.0, 2.0]) == {"p50": 2.0, "p95": 3.0, "p99": 3.0}
    assert percentiles([]) is None


@given(WORDS, WORDS)
def test_kept_words_are_a_longest_common_subsequence(one: list[str], two: list[str]) -> None:
    from rapidfuzz.distance import LCSseq

    pairs = kept(one, two)
    assert all(one[left] == two[right] for left, right in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    assert len(pairs) == LCSseq.similarity(one, two)
