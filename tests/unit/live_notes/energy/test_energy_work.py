"""Work is charged by the clock of the thread it runs in: nothing else a server does is charged with it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from live_notes.drafting.embedded.drafter import EmbeddedDrafter
from live_notes.drafting.formats import NoteFormat
from live_notes.drafting.spec import DraftSpec, MaskedTranscript
from live_notes.energy import WorkMeter, charging, in_thread

NEAR = 0.03


def burn(cpu_seconds: float) -> None:
    """Uses so many CPU seconds of the thread it runs in."""
    until = time.thread_time() + cpu_seconds
    while time.thread_time() < until:
        sum(range(200))


@contextmanager
def others_busy() -> Iterator[list[float]]:
    """Another thread of this process that computes all the while; at the end its CPU seconds."""
    over, used = threading.Event(), list[float]()

    def compute() -> None:
        while not over.is_set():
            sum(range(200))
        used.append(time.thread_time())

    thread = threading.Thread(target=compute)
    thread.start()
    try:
        yield used
    finally:
        over.set()
        thread.join()


async def test_unrelated_load_of_the_process_is_not_charged() -> None:
    before = time.process_time()
    with others_busy() as others, charging() as work:
        await in_thread(burn, 0.3)
    whole = time.process_time() - before
    assert work.seconds == pytest.approx(0.3, abs=NEAR)
    assert others[0] > 0.1
    assert whole > work.seconds + 0.1  # what the clock of the process would have charged


async def test_work_of_the_event_loop_is_not_charged() -> None:
    with charging() as work:
        burn(0.05)
        await in_thread(burn, 0.02)
    assert work.seconds == pytest.approx(0.02, abs=0.01)


async def test_waiting_costs_nothing() -> None:
    with charging() as work:
        await in_thread(time.sleep, 0.05)
    assert work.seconds < 0.02


async def test_two_at_once_are_charged_apart() -> None:
    async def one(seconds: float) -> float:
        with charging() as work:
            await in_thread(burn, seconds)
        return work.seconds

    small, large = await asyncio.gather(one(0.05), one(0.2))
    assert small == pytest.approx(0.05, abs=NEAR)
    assert large == pytest.approx(0.2, abs=NEAR)


async def test_work_that_fails_is_charged_all_the_same() -> None:
    def failing() -> None:
        burn(0.05)
        raise KeyError("no")

    with charging() as work, pytest.raises(KeyError):
        await in_thread(failing)
    assert work.seconds >= 0.05


async def test_outside_of_any_meter_work_is_just_done() -> None:
    assert await in_thread(len, "ab") == 2


async def test_an_inner_meter_takes_over_and_gives_back() -> None:
    with charging() as outer:
        with charging() as inner:
            await in_thread(burn, 0.03)
        await in_thread(burn, 0.06)
    assert inner.seconds == pytest.approx(0.03, abs=0.02)
    assert outer.seconds == pytest.approx(0.06, abs=0.02)


def test_a_clock_that_went_back_takes_nothing_off() -> None:
    meter = WorkMeter()
    meter.add(2.0)
    meter.add(-1.0)
    assert meter.seconds == 2.0


async def test_the_embedded_drafter_is_charged_for_its_own_work() -> None:
    with charging() as work:
        await EmbeddedDrafter().draft(MaskedTranscript(()), DraftSpec(format=NoteFormat.SOAP))
    assert work.seconds > 0
