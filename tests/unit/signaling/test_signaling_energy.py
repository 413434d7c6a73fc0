"""The energy book: measured or modelled, from here or from a worker, kept until the store takes it."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from live_notes.energy import LOCAL_STAGES, Factors, ModelSize, joules_of_answer
from media_worker.package_energy import Counter, PackageMeter, Reading
from retention import BadInput, RemoteTotal, SessionId, StoreUnavailable
from signaling import energy as book_module
from signaling.energy import EnergyBook
from wire.control import EnergyUsed

SESSION = SessionId("ses_1")
EXACT = Factors.of(pue=1.0)


class Log:
    """An energy log in memory that fails or waits as told."""

    def __init__(self) -> None:
        self.failing: dict[str, Exception] = {}
        self.held: asyncio.Event | None = None
        self.rows: dict[tuple[str, str], list[float]] = {}
        self.answers: list[tuple[str, RemoteTotal]] = []
        self.writes = 0

    async def add(self, session: str, stage: str, *figures: float) -> None:
        self.writes += 1
        if self.held is not None:
            await self.held.wait()
        if stage in self.failing:
            raise self.failing[stage]
        kept = self.rows.setdefault((session, stage), [0.0] * len(figures))
        self.rows[session, stage] = [one + more for one, more in zip(kept, figures, strict=True)]

    async def add_answer(self, session: str, total: RemoteTotal) -> None:
        if "remote" in self.failing:
            raise self.failing["remote"]
        self.answers.append((session, total))


class Machine:
    """Energy counters that show 100 J for each 5 seconds, in which 2 of 10 CPU seconds were busy."""

    def __init__(self) -> None:
        self.at, self.readable = 0.0, True

    def read(self) -> Reading | None:
        used = {"intel-rapl:0": Counter(int(20e6 * self.at), 10**12)}
        return Reading(used, 0.4 * self.at, 2.0 * self.at) if self.readable else None

    def meter(self) -> PackageMeter:
        return PackageMeter(self.read, lambda: self.at)


def book_of(log: Log, meter: PackageMeter | None = None, factors: Factors = EXACT) -> EnergyBook:
    memory: Any = SimpleNamespace(energy=log)
    return EnergyBook(memory, factors, meter)


async def test_without_a_counter_work_is_modelled() -> None:
    log = Log()
    book = book_of(log)
    book.spend(SESSION, "masking", 2.0)
    assert await book.flush()
    joules = EXACT.joules_of_cpu(2.0)
    assert log.rows[SESSION, "masking"] == [2.0, joules.low, joules.mid, joules.high, 0.0]


async def test_with_a_counter_work_is_charged_with_its_share() -> None:
    log, machine = Log(), Machine()
    book = book_of(log, machine.meter())
    book.spend(SESSION, "masking", 0.5)
    machine.at = 5.0
    assert await book.flush()
    assert log.rows[SESSION, "masking"] == pytest.approx([0.5, 5.0, 25.0, 25.0, 0.5])


async def test_two_sessions_share_what_was_used() -> None:
    log, machine = Log(), Machine()
    book = book_of(log, machine.meter())
    book.spend("ses_a", "drafting_local", 1.0)
    book.spend("ses_b", "drafting_local", 1.0)
    machine.at = 5.0
    await book.flush()
    joules = [row[2] for row in log.rows.values()]
    assert joules == pytest.approx([50.0, 50.0])


async def test_a_long_draft_that_ends_right_after_a_reading_has_its_whole_price() -> None:
    """Two CPU seconds in five, told a quarter of a second after the counters were read."""
    log, machine = Log(), Machine()
    meter = machine.meter()
    book = book_of(log, meter)
    machine.at = 5.0
    meter.interval()
    machine.at = 5.25
    await book.drafted(SESSION, 2.0)
    assert log.writes == 0  # no draft waits for the store
    machine.at = 5000.0
    await book.flush()
    assert log.rows[SESSION, "drafting_local"][2] == pytest.approx(2.0 * 105.0 / 2.1)


async def test_a_counter_that_can_not_be_read_any_more_leaves_the_model() -> None:
    log, machine = Log(), Machine()
    book = book_of(log, machine.meter())
    machine.at, machine.readable = 5.0, False
    book.spend(SESSION, "masking", 1.0)
    await book.flush()
    assert log.rows[SESSION, "masking"][2] == pytest.approx(EXACT.joules_of_cpu(1.0).mid)
    assert log.rows[SESSION, "masking"][4] == 0.0


async def test_a_session_measured_in_part_keeps_both() -> None:
    log, machine = Log(), Machine()
    book = book_of(log, machine.meter())
    book.spend(SESSION, "masking", 1.0)
    machine.at = 5.0
    await book.flush()
    machine.at, machine.readable = 10.0, False
    book.spend(SESSION, "masking", 3.0)
    await book.flush()
    seconds, _, _, _, measured = log.rows[SESSION, "masking"]
    assert (seconds, measured) == pytest.approx((4.0, 1.0))


async def test_a_worker_brings_its_own_joules_and_pue_is_put_on_them() -> None:
    log = Log()
    book = book_of(log, factors=Factors.of(pue=1.5))
    book.used(EnergyUsed(session=SESSION, stage="media", cpu_seconds=2.0, joules_low=4.0, joules_mid=10.0))
    await book.flush()
    assert log.rows[SESSION, "media"] == pytest.approx([2.0, 6.0, 15.0, 15.0, 2.0])


async def test_a_worker_without_a_counter_is_not_priced_by_this_machines() -> None:
    """It may be another machine."""
    log, machine = Log(), Machine()
    book = book_of(log, machine.meter())
    book.used(EnergyUsed(session=SESSION, stage="recognition", cpu_seconds=1.0))
    machine.at = 5.0
    await book.flush()
    assert log.rows[SESSION, "recognition"][2] == pytest.approx(EXACT.joules_of_cpu(1.0).mid)
    assert log.rows[SESSION, "recognition"][4] == 0.0


async def test_answers_are_charged_by_their_tokens_and_the_declared_size() -> None:
    log = Log()
    book = book_of(log)
    size = ModelSize(70, 70)
    book.answered(SESSION, "big", 2000, 500, size)
    book.answered(SESSION, "big", 1000, 100, size)
    book.answered(SESSION, "unknown", 10, 100, None)
    book.answered(SESSION, "refused", 0, 0, None)
    await book.flush()
    told = {total.model: total for _, total in log.answers}
    assert set(told) == {"big", "unknown"}
    assert (told["big"].prompt_tokens, told["big"].answer_tokens) == (3000, 600)
    assert told["big"].joules_mid == pytest.approx(joules_of_answer(600, size).mid)
    assert told["unknown"].joules_high == pytest.approx(joules_of_answer(100).high)


@pytest.mark.parametrize("failing", [StoreUnavailable("busy"), OSError("full")])
async def test_what_the_store_refused_is_written_later_at_the_price_it_had(failing: Exception) -> None:
    log, machine = Log(), Machine()
    book = book_of(log, machine.meter())
    log.failing = {"masking": failing, "remote": failing}
    book.spend(SESSION, "masking", 0.5)
    book.spend(SESSION, "drafting_local", 0.5)
    book.answered(SESSION, "m", 1, 2, None)
    machine.at = 5.0
    assert not await book.flush()
    assert (SESSION, "drafting_local") in log.rows  # one that fails does not hold up the others
    priced = log.rows[SESSION, "drafting_local"]
    log.failing, machine.at = {}, 10.0
    assert await book.flush()
    assert log.rows[SESSION, "masking"] == pytest.approx(priced)
    assert [total.answer_tokens for _, total in log.answers] == [2]
    assert await book.flush()
    assert len(log.answers) == 1


async def test_what_can_never_be_written_is_let_go() -> None:
    log = Log()
    book = book_of(log)
    log.failing = {"remote": BadInput("model")}
    book.answered(SESSION, "a model", 1, 2, None)
    assert await book.flush()
    log.failing = {}
    assert await book.flush()
    assert log.answers == []


async def test_a_flush_that_is_cancelled_loses_nothing() -> None:
    log = Log()
    book = book_of(log)
    log.held = asyncio.Event()
    book.spend(SESSION, "masking", 1.0)
    book.spend(SESSION, "drafting_local", 2.0)
    async with asyncio.TaskGroup() as tasks:
        flushing = tasks.create_task(book.flush())
        while not log.writes:  # noqa: ASYNC110 - the log signals nobody
            await asyncio.sleep(0)
        flushing.cancel()
    assert log.rows == {}
    log.held = None
    assert await book.flush()
    assert {stage: row[0] for (_, stage), row in log.rows.items()} == {"masking": 1.0, "drafting_local": 2.0}


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan")])
async def test_nothing_and_nonsense_are_not_written(seconds: float) -> None:
    log = Log()
    book = book_of(log)
    book.spend(SESSION, "masking", seconds)
    await book.drafted(SESSION, seconds)
    assert log.writes == 0


async def test_the_task_writes_soon_and_then_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_module, "GATHER_SECONDS", 0.01)
    monkeypatch.setattr(book_module, "REST_SECONDS", 0.05)
    log = Log()
    book = book_of(log)
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(book.run())
        for _ in range(20):
            book.spend(SESSION, "masking", 1.0)
            await asyncio.sleep(0.005)
        while log.rows.get((SESSION, "masking"), [0.0])[0] < 20.0:  # noqa: ASYNC110 - it signals nobody
            await asyncio.sleep(0.01)
        running.cancel()
    assert log.writes < 10


async def test_counters_are_followed_between_two_writings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is priced by the seconds in which it was done, however late it is written down."""
    monkeypatch.setattr(book_module, "METER_SECONDS", 0.01)
    monkeypatch.setattr(book_module, "GATHER_SECONDS", 60.0)
    log, machine = Log(), Machine()
    book = book_of(log, machine.meter())
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(book.run())
        book.spend(SESSION, "masking", 0.5)
        machine.at = 5.0
        while book._spent[SESSION, "masking"].here:  # noqa: ASYNC110 - it signals nobody
            await asyncio.sleep(0.01)
        running.cancel()
    machine.at = 5000.0  # idle for long, which is nobody's work
    await book.flush()
    assert log.rows[SESSION, "masking"] == pytest.approx([0.5, 5.0, 25.0, 25.0, 0.5])


async def test_every_local_stage_can_be_charged() -> None:
    log = Log()
    book = book_of(log)
    for stage in LOCAL_STAGES:
        book.spend(SESSION, stage, 1.0)
    await book.flush()
    assert {stage for _, stage in log.rows} == set(LOCAL_STAGES)
