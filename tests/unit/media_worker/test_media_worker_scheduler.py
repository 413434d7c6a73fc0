"""Finals before partials, nothing final dropped, one thread, no track harmed by another."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.errors import DecoderBroken
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Task, Window
from media_worker.scheduler import Cadence, Job, Queue, Scheduler


def window(number: int, *, final: bool, seconds: float = 1.0) -> Window:
    samples = np.ones(round(seconds * SAMPLE_RATE), np.int16)
    return Window(number, 0, len(samples), samples, len(samples), final)


def job(
    track: str, number: int, *, final: bool, at: float = 0.0, sink: list[Hearing | None] | None = None
) -> Job:
    out = [] if sink is None else sink
    return Job(track, Task(window(number, final=final)), at, lambda hearing, _cpu: out.append(hearing))


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
    assert [one for one in taken if one.final] == [one for one in sent if one.final]


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


class FakeListener:
    """Says its window's number; fails on number 13; notes its thread."""

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.threads: set[str] = set()
        self.gate = threading.Event()
        self.gate.set()

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        self.gate.wait(5)
        self.threads.add(threading.current_thread().name)
        self.batches.append(len(tasks))
        if any(task.window.number == 13 for task in tasks):
            raise ValueError("spoken words in an error")
        return [Hearing((Heard(str(task.window.number), 0.1, 0.2, 0.9),)) for task in tasks]


async def served(scheduler: Scheduler, ready: asyncio.Event) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(scheduler.run())
        await ready.wait()
        running.cancel()


async def test_one_broken_window_fails_alone_and_says_nothing_in_the_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listener, done = FakeListener(), asyncio.Event()
    scheduler = Scheduler(listener, Cadence(0.4, 6.0, 0.5), batch=4)
    got: dict[int, Hearing | None] = {}

    def put(number: int) -> None:
        def deliver(hearing: Hearing | None, _cpu: float) -> None:
            got[number] = hearing
            if len(got) == 3:
                done.set()

        scheduler.submit(Job(f"t{number}", Task(window(number, final=True)), 0.0, deliver))

    for number in (12, 13, 14):
        put(number)
    await served(scheduler, done)
    assert got[13] is None
    assert [hearing.text for number in (12, 14) if (hearing := got[number]) is not None] == ["12", "14"]
    assert all(name.startswith("decode") for name in listener.threads)
    assert "spoken" not in "".join(capsys.readouterr())


async def test_a_track_dropped_while_it_is_decoded_is_not_delivered() -> None:
    listener, done = FakeListener(), asyncio.Event()
    listener.gate.clear()
    scheduler = Scheduler(listener, Cadence(0.4, 6.0, 0.5), batch=1)
    got: list[str] = []

    def put(track: str) -> None:
        def deliver(_hearing: Hearing | None, _cpu: float) -> None:
            got.append(track)
            done.set()

        scheduler.submit(Job(track, Task(window(1, final=True)), 0.0, deliver))

    put("gone")
    put("kept")

    def let_go() -> None:
        scheduler.drop("gone")
        listener.gate.set()

    asyncio.get_running_loop().call_later(0.05, let_go)
    await served(scheduler, done)
    assert got == ["kept"]


class Failing:
    """Fails as often as told, then hears."""

    def __init__(self, times: int) -> None:
        self.left = times

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        if self.left:
            self.left -= 1
            raise RuntimeError("spoken words in an error")
        return [Hearing((Heard("heard", 0.1, 0.2, 0.9),)) for _ in tasks]


async def decoded(scheduler: Scheduler, finals: int, sink: list[Hearing | None]) -> None:
    done = asyncio.Event()

    def deliver(hearing: Hearing | None, _cpu: float) -> None:
        sink.append(hearing)
        if len(sink) == finals:
            done.set()

    for number in range(finals):
        scheduler.submit(Job("t", Task(window(number, final=True)), 0.0, deliver))
    await served(scheduler, done)


async def test_a_final_that_fails_is_tried_once_more() -> None:
    got: list[Hearing | None] = []
    await decoded(Scheduler(Failing(1), Cadence(0.4, 6.0, 0.5)), 1, got)
    assert [hearing.text for hearing in got if hearing is not None] == ["heard"]


async def test_failures_apart_from_each_other_leave_the_decoder_running() -> None:
    scheduler, got = Scheduler(Failing(4), Cadence(0.4, 6.0, 0.5), batch=1), list[Hearing | None]()
    await decoded(scheduler, 5, got)
    assert [hearing is None for hearing in got] == [True, True, False, False, False]


async def test_three_finals_in_a_row_that_fail_end_the_scheduler_without_their_words() -> None:
    scheduler, got = Scheduler(Failing(99), Cadence(0.4, 6.0, 0.5)), list[Hearing | None]()
    for number in range(3):
        scheduler.submit(job("t", number, final=True, sink=got))
    async with asyncio.timeout(5):
        with pytest.raises(DecoderBroken) as broken:
            await scheduler.run()
    assert got == [None, None, None]
    assert "spoken" not in str(broken.value)


async def test_a_decode_that_does_not_end_ends_the_scheduler() -> None:
    listener = FakeListener()
    listener.gate.clear()
    scheduler = Scheduler(listener, Cadence(0.4, 6.0, 0.5), decode_seconds=0.05)
    short = Task(window(1, final=True, seconds=0.02))
    scheduler.submit(Job("t", short, 0.0, lambda _hearing, _cpu: None))
    try:
        async with asyncio.timeout(2):
            with pytest.raises(DecoderBroken):
                await scheduler.run()
    finally:
        listener.gate.set()


def test_a_broken_decoder_ends_the_process_though_its_thread_goes_on() -> None:
    script = (
        "import threading, sys\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from media_worker.__main__ import _refused\n"
        "from media_worker.errors import DecoderBroken\n"
        "ThreadPoolExecutor(1).submit(threading.Event().wait)\n"
        "sys.exit(_refused(ExceptionGroup('tasks', [DecoderBroken('three windows')])))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], check=False, timeout=60, capture_output=True, text=True
    )
    assert ended.returncode == 5
    assert ended.stderr == "three windows\n"
