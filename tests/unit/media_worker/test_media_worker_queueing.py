"""What waits, and what is next: finals first, nothing final dropped, windows of like length together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.hearing import SAMPLE_RATE, Hearing, Task, Window
from media_worker.queueing import Cadence, Job, Queue, Rank


def window(number: int, *, final: bool, seconds: float = 1.0) -> Window:
    samples = np.ones(round(seconds * SAMPLE_RATE), np.int16)
    return Window(number, 0, len(samples), samples, len(samples), final)


def never(_hearing: Hearing | None, _cpu: float) -> None:
    raise AssertionError("a queue delivers nothing")


def job(
    track: str,
    number: int,
    *,
    final: bool = True,
    at: float = 0.0,
    seconds: float = 1.0,
    rank: Rank | None = None,
) -> Job:
    rank = rank or (Rank.FINAL if final else Rank.PARTIAL)
    return Job(track, Task(window(number, final=final, seconds=seconds)), at, never, rank)


def test_finals_come_first_in_order_and_together() -> None:
    queue = Queue(batch=2)
    queue.put(job("a", 0, final=False))
    queue.put(job("b", 0, final=True))
    queue.put(job("c", 0, final=True))
    queue.put(job("d", 0, final=True))
    assert [one.track for one in queue.take()] == ["b", "c"]
    assert [one.track for one in queue.take()] == ["d"]
    assert [one.track for one in queue.take()] == ["a"]
    assert queue.take() == []


def test_a_newer_partial_replaces_the_waiting_one_and_a_final_removes_it() -> None:
    queue = Queue()
    first, second = job("a", 0, final=False), job("a", 0, final=False)
    queue.put(first)
    queue.put(second)
    assert len(queue) == 1
    assert not first.task.window.samples.any()
    queue.put(job("a", 0, final=True))
    assert not second.task.window.samples.any()
    assert [one.final for one in queue.take()] == [True]
    assert queue.take() == []


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=60))
def test_no_final_is_ever_dropped_and_waiting_partials_are_bounded(arrivals: list[tuple[str, bool]]) -> None:
    queue = Queue(batch=3)
    sent = [job(track, number, final=final) for number, (track, final) in enumerate(arrivals)]
    for one in sent:
        queue.put(one)
        assert len(queue) <= sum(job.final for job in sent) + 3
    taken = []
    while batch := queue.take():
        taken += batch
    for track in "abc":
        mine = [one for one in sent if one.final and one.track == track]
        assert [one for one in taken if one.final and one.track == track] == mine


def test_dropping_a_track_overwrites_its_audio_and_no_other() -> None:
    queue = Queue()
    mine, other = job("a", 0, final=True), job("b", 0, final=True)
    queue.put(mine)
    queue.put(other)
    assert queue.drop("a") == 1
    assert not mine.task.window.samples.any()
    assert queue.take() == [other]


def test_the_load_is_visible() -> None:
    queue = Queue()
    queue.put(job("a", 0, final=True, at=10.0))
    queue.put(job("b", 0, final=True, at=11.0))
    load = queue.load(13.0)
    assert load.backlog_seconds == pytest.approx(2.0)
    assert load.oldest_wait == pytest.approx(3.0)


def test_partials_thin_out_with_cost_speakers_and_waiting_finals() -> None:
    cadence = Cadence(shortest=0.4, slowest=6.0, share=0.5)
    assert cadence.interval(1, 0.0) == 0.4
    cadence.spent(0.3)
    alone, crowded = cadence.interval(1, 0.0), cadence.interval(8, 0.0)
    assert alone == pytest.approx(0.6)
    assert crowded == pytest.approx(4.8)
    assert cadence.interval(1, 1.0) > alone
    assert cadence.interval(100, 5.0) == 6.0


def test_a_batch_holds_windows_of_like_length_and_no_track_is_overtaken() -> None:
    queue = Queue(batch=4)
    short, long = job("a", 0, seconds=2.0), job("b", 0, seconds=14.0)
    later, other = job("b", 1, seconds=2.0), job("c", 0, seconds=7.0)
    for one in (short, long, later, other):
        queue.put(one)
    assert queue.take() == [short, other]
    assert queue.take() == [long, later]


def test_a_track_that_is_being_decoded_waits() -> None:
    queue = Queue()
    mine, other = job("a", 0), job("b", 0, final=False)
    queue.put(mine)
    queue.put(other)
    assert queue.take({"a"}) == [other]
    assert queue.take({"a"}) == []
    assert queue.take() == [mine]


def test_likely_finals_come_before_partials_and_become_finals_when_promoted() -> None:
    queue = Queue()
    partial = job("a", 0, final=False)
    likely, other = job("b", 0, rank=Rank.LIKELY), job("c", 0, rank=Rank.LIKELY)
    for one in (partial, likely, other):
        queue.put(one)
    queue.promote("a", 5.0)  # a partial is none
    queue.promote("nobody", 5.0)
    queue.promote("c", 5.0)
    assert queue.load(6.0).oldest_wait == pytest.approx(1.0)
    (first,) = queue.take()
    assert first.final
    assert first.task is other.task
    assert queue.take() == [likely]
    assert queue.take() == [partial]


def test_partials_are_decoded_together_the_longest_waiting_first() -> None:
    queue = Queue(partial_batch=2)
    jobs = {track: job(track, 0, final=False) for track in "abc"}
    for one in jobs.values():
        queue.put(one)
    newer = job("a", 0, final=False)
    queue.put(newer)  # keeps its place in the line
    assert queue.take() == [newer, jobs["b"]]
    assert queue.take() == [jobs["c"]]
