"""What waits, and what is next: finals first, nothing final dropped, windows of like length together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.hearing import SAMPLE_RATE, Hearing, Task, Window
from media_worker.queueing import Allowance, Job, Queue, Rank, Wish

OWED = (Rank.FINAL, Rank.PATIENT)


def window(number: int, *, final: bool, seconds: float = 1.0) -> Window:
    samples = np.ones(round(seconds * SAMPLE_RATE), np.int16)
    return Window(number, 0, len(samples), samples, len(samples), final)


def never(_hearing: Hearing | None, _cpu: float) -> None:
    raise AssertionError("a queue delivers nothing")


def job(track: str, number: int, *, at: float = 0.0, seconds: float = 1.0, rank: Rank = Rank.FINAL) -> Job:
    final = rank is not Rank.PARTIAL
    return Job(track, Task(window(number, final=final, seconds=seconds)), at, never, rank)


def wish(track: str, *, seconds: float = 1.0, closed: bool = False) -> Wish:
    """A due partial whose window is so long by now, or has closed."""

    def taken() -> Job | None:
        return None if closed else job(track, 0, seconds=seconds, rank=Rank.PARTIAL)

    return Wish(track, lambda: seconds, taken)


def tracks(jobs: list[Job]) -> list[str]:
    return [one.track for one in jobs]


def test_finals_come_first_in_order_and_together() -> None:
    queue = Queue(batch=2, partial_batch=1)
    queue.wish(wish("a"))
    for track in "bcd":
        queue.put(job(track, 0))
    assert tracks(queue.take()) == ["b", "c"]
    assert tracks(queue.take()) == ["d"]
    assert tracks(queue.take()) == ["a"]
    assert queue.take() == []


def test_a_track_has_one_window_waiting_beside_its_finals() -> None:
    queue = Queue()
    first, second = job("a", 0, rank=Rank.LIKELY), job("a", 0, rank=Rank.LIKELY)
    queue.put(first)
    queue.put(second)
    assert len(queue) == 1
    assert not first.task.window.samples.any()
    queue.wish(wish("a"))  # its speaker goes on: the window was not at its end
    assert len(queue) == queue.wishes == 1
    assert not second.task.window.samples.any()
    queue.put(job("a", 0))
    assert queue.wishes == 0
    assert [one.final for one in queue.take()] == [True]
    assert queue.take() == []


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(Rank)), max_size=60))
def test_no_final_is_ever_dropped_and_all_else_that_waits_is_bounded(
    arrivals: list[tuple[str, Rank]],
) -> None:
    queue = Queue(batch=3)
    sent: list[Job] = []
    for number, (track, rank) in enumerate(arrivals):
        if rank is Rank.PARTIAL:
            queue.wish(wish(track))
        else:
            sent.append(job(track, number, rank=rank))
            queue.put(sent[-1])
        assert len(queue) <= sum(one.rank in OWED for one in sent) + 3
    taken = []
    while batch := queue.take():
        others = [one.track for one in batch if one.rank not in OWED]
        assert len({*others}) == len(others)
        taken += batch
    for track in "abc":
        for rank in OWED:
            mine = [one for one in sent if one.rank is rank and one.track == track]
            assert [one for one in taken if one.rank is rank and one.track == track] == mine


def test_no_partial_of_a_track_comes_before_its_words_that_wait() -> None:
    queue = Queue(batch=4)
    queue.put(job("a", 0, seconds=2.0))
    queue.put(job("b", 0, seconds=14.0))  # passed over: its window is too long for this batch
    queue.wish(wish("b", seconds=0.5))
    queue.wish(wish("c", seconds=0.5))
    assert tracks(queue.take()) == ["a", "c"]
    assert tracks(queue.take()) == ["b"]
    assert tracks(queue.take()) == ["b"]


def test_a_promoted_job_waits_from_its_promotion_on() -> None:
    queue = Queue()
    likely = job("a", 0, at=1.0, rank=Rank.LIKELY)
    queue.put(likely)
    assert queue.load(5.0).oldest_wait == 0
    queue.promote("a", 4.0)
    assert queue.load(5.0).oldest_wait == pytest.approx(1.0)
    assert queue.take() == [likely]


def test_dropping_a_track_overwrites_its_audio_and_no_other() -> None:
    queue = Queue()
    mine, other = job("a", 0), job("b", 0)
    queue.put(mine)
    queue.put(other)
    assert queue.drop("a") == 1
    assert not mine.task.window.samples.any()
    assert queue.take() == [other]


def test_the_load_is_visible() -> None:
    queue = Queue()
    queue.put(job("a", 0, at=10.0))
    queue.put(job("b", 0, at=11.0))
    load = queue.load(13.0)
    assert load.backlog_seconds == pytest.approx(2.0)
    assert load.oldest_wait == pytest.approx(3.0)


def test_partials_get_their_share_of_the_decoders_and_no_more() -> None:
    allowance = Allowance(0.5, decoders=2, saved_seconds=0.3)
    assert allowance.opens_in(100.0) == 0.0
    allowance.spent(0.8, 100.0)
    assert allowance.opens_in(100.0) == pytest.approx(0.5)
    assert allowance.opens_in(100.25) == pytest.approx(0.25)
    assert allowance.opens_in(100.5) == 0.0
    allowance.spent(0.6, 500.0)  # what was not used is saved for a moment only
    assert allowance.opens_in(500.0) == pytest.approx(0.3)


def test_a_clock_that_steps_back_earns_nothing_and_harms_nothing() -> None:
    allowance = Allowance(1.0, decoders=1, saved_seconds=0.1)
    allowance.spent(0.2, 50.0)
    assert allowance.opens_in(49.0) == pytest.approx(0.1)
    assert allowance.opens_in(50.0) == pytest.approx(0.0)


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
    mine = job("a", 0)
    queue.put(mine)
    queue.wish(wish("b"))
    assert tracks(queue.take({"a"})) == ["b"]
    assert queue.take({"a"}) == []
    assert queue.take() == [mine]


def test_likely_finals_come_before_partials_and_become_finals_when_promoted() -> None:
    queue = Queue(partial_batch=1)
    likely, other = job("b", 0, rank=Rank.LIKELY), job("c", 0, rank=Rank.LIKELY)
    queue.wish(wish("a"))
    queue.put(likely)
    queue.put(other)
    queue.promote("a", 5.0)  # a partial is none
    queue.promote("nobody", 5.0)
    queue.promote("c", 5.0)
    assert queue.load(6.0).oldest_wait == pytest.approx(1.0)
    (first,) = queue.take()
    assert first.final
    assert first.task is other.task
    assert queue.take() == [likely]
    assert tracks(queue.take()) == ["a"]


def test_partials_are_decoded_together_the_longest_waiting_first() -> None:
    queue = Queue(partial_batch=2)
    for track in ("a", "b", "c", "a"):  # a newer wish keeps its track's place in the line
        queue.wish(wish(track))
    assert tracks(queue.take()) == ["a", "b"]
    assert tracks(queue.take()) == ["c"]


def test_a_batch_that_is_not_full_takes_partials_of_like_length_along() -> None:
    queue = Queue(partial_batch=3)
    queue.put(job("a", 0, seconds=3.0))
    for one in (wish("b", seconds=14.0), wish("c"), wish("d"), wish("e")):
        queue.wish(one)
    assert tracks(queue.take()) == ["a", "c", "d"]
    assert tracks(queue.take()) == ["b", "e"]


def test_partials_that_may_not_be_decoded_now_go_on_waiting() -> None:
    queue = Queue()
    queue.wish(wish("a"))
    queue.put(job("b", 0))
    assert tracks(queue.take(partials=False)) == ["b"]
    assert queue.take(partials=False) == []
    assert tracks(queue.take()) == ["a"]


def test_a_wish_whose_window_has_closed_brings_nothing() -> None:
    queue = Queue()
    queue.wish(wish("a", closed=True))
    queue.wish(wish("b"))
    assert tracks(queue.take()) == ["b"]
    assert len(queue) == 0


def test_a_dropped_track_wishes_nothing_any_more() -> None:
    queue = Queue()
    queue.wish(wish("a"))
    queue.put(job("b", 0, rank=Rank.LIKELY))
    queue.drop("a")
    queue.drop("b")
    assert len(queue) == 0


def test_windows_of_recordings_wait_until_no_call_has_any() -> None:
    queue = Queue(batch=4)
    for number in range(6):
        queue.put(job("recording", number, rank=Rank.PATIENT))
    queue.put(job("a", 0))
    queue.wish(wish("b"))
    assert tracks(queue.take()) == ["a", "b"]
    assert tracks(queue.take()) == ["recording"] * 4
    assert tracks(queue.take()) == ["recording"] * 2


def test_beside_a_call_few_windows_of_a_recording_are_decoded_at_once() -> None:
    queue = Queue(batch=8)
    for number in range(6):
        queue.put(job("recording", number, rank=Rank.PATIENT))
    assert tracks(queue.take({"a"})) == ["recording"] * 2


def test_what_waits_of_a_recording_is_no_load_and_is_dropped_with_it() -> None:
    queue = Queue()
    waiting = job("recording", 0, at=0.0, rank=Rank.PATIENT)
    queue.put(waiting)
    assert queue.load(100.0).oldest_wait == 0.0
    queue.drop("recording")
    assert len(queue) == 0
    assert not waiting.task.window.samples.any()
