"""The decoding threads: nothing lost, no track harmed by another, a broken decoder ends it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Sequence

import numpy as np
import pytest

from media_worker.errors import DecoderBroken
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Task, Window
from media_worker.queueing import Job, Queue, Rank, Wish
from media_worker.scheduler import OFTEN, Scheduler


def window(number: int, *, final: bool, seconds: float = 1.0) -> Window:
    samples = np.ones(round(seconds * SAMPLE_RATE), np.int16)
    return Window(number, 0, len(samples), samples, len(samples), final)


def job(track: str, number: int, sink: list[Hearing | None]) -> Job:
    return Job(track, Task(window(number, final=True)), 0.0, lambda hearing, _cpu: sink.append(hearing))


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
    scheduler = Scheduler(listener)
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
    scheduler = Scheduler(listener, Queue(batch=1))
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


class Rendezvous:
    """Hears only when so many decodes run at once; notes which tracks did."""

    def __init__(self, parties: int) -> None:
        self.barrier = threading.Barrier(parties)
        self.side_by_side: list[int] = []

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        self.barrier.wait(5)
        self.side_by_side.append(tasks[0].window.number)
        return [Hearing((Heard("heard", 0.1, 0.2, 0.9),)) for _ in tasks]


async def test_two_decoders_work_side_by_side_but_never_on_one_track() -> None:
    listener, got = Rendezvous(2), list[Hearing | None]()
    scheduler = Scheduler(listener, Queue(batch=1), decoders=2)
    done = asyncio.Event()

    def deliver(hearing: Hearing | None, _cpu: float) -> None:
        got.append(hearing)
        if len(got) == 4:
            done.set()

    for track, number in (("a", 1), ("a", 2), ("b", 3), ("b", 4)):
        scheduler.submit(Job(track, Task(window(number, final=True)), 0.0, deliver))
    await served(scheduler, done)
    assert [hearing is not None for hearing in got] == [True] * 4
    assert {*listener.side_by_side[:2]} == {1, 3}


class Slow(FakeListener):
    """A partial waits for the gate; what is owed does not."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        if not tasks[0].window.final:
            self.gate.wait(5)
        return [Hearing((Heard(str(task.window.number), 0.1, 0.2, 0.9),)) for task in tasks]


async def test_what_is_owed_does_not_wait_for_a_partial_of_its_track() -> None:
    listener, done, order = Slow(), asyncio.Event(), list[str]()
    listener.gate.clear()
    scheduler = Scheduler(listener, decoders=2, partial_share=1.0)

    def job_of(rank: Rank, name: str) -> Job:
        def deliver(_hearing: Hearing | None, _cpu: float) -> None:
            order.append(name)
            if name == "final":
                listener.gate.set()
            if len(order) == 3:
                done.set()

        task = Task(window(len(name), final=rank is not Rank.PARTIAL))
        return Job("t", task, 0.0, deliver, rank)

    scheduler.wish(Wish("t", lambda: 1.0, lambda: job_of(Rank.PARTIAL, "partial")))

    def closed() -> None:
        scheduler.wish(Wish("t", lambda: 1.0, lambda: job_of(Rank.PARTIAL, "another")))
        scheduler.submit(job_of(Rank.LIKELY, "likely"))
        asyncio.get_running_loop().call_later(0.05, lambda: scheduler.submit(job_of(Rank.FINAL, "final")))

    asyncio.get_running_loop().call_later(0.05, closed)
    await served(scheduler, done)
    assert order == ["likely", "final", "partial"]


async def test_a_likely_final_that_waits_is_decoded_as_a_final_once_promoted() -> None:
    listener, done = FakeListener(), asyncio.Event()
    listener.gate.clear()
    scheduler = Scheduler(listener, Queue(batch=1, partial_batch=1))
    order: list[str] = []

    def put(track: str, rank: Rank) -> None:
        def deliver(_hearing: Hearing | None, _cpu: float) -> None:
            order.append(track)
            if len(order) == 3:
                done.set()

        one = Job(track, Task(window(1, final=rank is not Rank.PARTIAL)), 0.0, deliver, rank)
        if rank is Rank.PARTIAL:
            scheduler.wish(Wish(track, lambda: 1.0, lambda: one))
        else:
            scheduler.submit(one)

    put("first", Rank.FINAL)
    put("likely", Rank.LIKELY)
    put("other", Rank.PARTIAL)

    def let_go() -> None:
        scheduler.promote("likely")
        assert scheduler.load().oldest_wait >= 0
        listener.gate.set()

    asyncio.get_running_loop().call_later(0.05, let_go)
    await served(scheduler, done)
    assert order == ["first", "likely", "other"]


async def test_a_likely_final_promoted_while_it_is_decoded_counts_as_owed() -> None:
    listener, done = FakeListener(), asyncio.Event()
    listener.gate.clear()
    scheduler = Scheduler(listener)
    scheduler.submit(
        Job("t", Task(window(1, final=True)), 0.0, lambda _hearing, _cpu: done.set(), Rank.LIKELY)
    )

    def let_go() -> None:
        assert scheduler.load().backlog_seconds == 0
        scheduler.promote("t")
        assert scheduler.load().backlog_seconds == pytest.approx(1.0)
        listener.gate.set()

    asyncio.get_running_loop().call_later(0.05, let_go)
    await served(scheduler, done)
    assert scheduler.load().backlog_seconds == 0


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
    await decoded(Scheduler(Failing(1)), 1, got)
    assert [hearing.text for hearing in got if hearing is not None] == ["heard"]


async def test_failures_apart_from_each_other_leave_the_decoder_running() -> None:
    scheduler, got = Scheduler(Failing(4), Queue(batch=1)), list[Hearing | None]()
    await decoded(scheduler, 5, got)
    assert [hearing is None for hearing in got] == [True, True, False, False, False]


async def test_three_finals_in_a_row_that_fail_end_the_scheduler_without_their_words() -> None:
    scheduler, got = Scheduler(Failing(99)), list[Hearing | None]()
    for number in range(3):
        scheduler.submit(job("t", number, got))
    async with asyncio.timeout(5):
        with pytest.raises(ExceptionGroup) as broken:
            await scheduler.run()
    assert got == [None, None, None]
    (error,) = broken.value.exceptions
    assert isinstance(error, DecoderBroken)
    assert "spoken" not in str(error)


class FailingOften(FakeListener):
    """Fails at every second window, both times it is tried."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        if tasks[0].window.number % 2:
            raise RuntimeError("spoken words in an error")
        return super().hear(tasks)


async def test_a_decoder_that_fails_at_half_of_the_finals_is_broken() -> None:
    scheduler, got = Scheduler(FailingOften(), Queue(batch=1)), list[Hearing | None]()
    for number in range(20):
        scheduler.submit(job("t", number, got))
    async with asyncio.timeout(5):
        with pytest.raises(ExceptionGroup) as broken:
            await scheduler.run()
    assert broken.group_contains(DecoderBroken)
    failed, among = OFTEN
    assert [hearing is None for hearing in got] == [bool(number % 2) for number in range(among)]
    assert got.count(None) == failed


async def test_a_decode_that_does_not_end_ends_the_scheduler() -> None:
    listener = FakeListener()
    listener.gate.clear()
    scheduler = Scheduler(listener, decode_seconds=0.05)
    short = Task(window(1, final=True, seconds=0.02))
    scheduler.submit(Job("t", short, 0.0, lambda _hearing, _cpu: None))
    try:
        async with asyncio.timeout(2):
            with pytest.raises(ExceptionGroup) as broken:
                await scheduler.run()
        assert broken.group_contains(DecoderBroken)
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


async def test_partials_wait_when_they_have_had_their_share_and_are_decoded_once_it_grows() -> None:
    listener, done = FakeListener(), asyncio.Event()
    clock = [0.0]
    scheduler = Scheduler(listener, partial_share=0.5, now=lambda: clock[0])
    scheduler._allowance.spent(0.32, 0.0)  # 0.02 s more than there was: earned again in 0.04 s
    shown: list[Hearing | None] = []

    def deliver(hearing: Hearing | None, _cpu: float) -> None:
        shown.append(hearing)
        done.set()

    partial = Job("t", Task(window(7, final=False)), 0.0, deliver, Rank.PARTIAL)
    scheduler.wish(Wish("t", lambda: 1.0, lambda: partial))

    def later() -> None:
        assert not shown
        clock[0] = 0.05

    asyncio.get_running_loop().call_later(0.01, later)
    await served(scheduler, done)
    assert [hearing.text for hearing in shown if hearing is not None] == ["7"]
