"""The analysis pool with real processes: isolation, forgetting, bounds, and silence on the network."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from live_notes.errors import MaskingError, MaskingTimedOut, MaskingUnavailable, TextTooLong
from live_notes.masking import DEFAULT_MODEL, MAX_TEXT_CHARS, AnalysisPool, Passage, Roster, SessionMasker
from live_notes.masking.pool import PIECE_CHARS
from live_notes.masking.template import environment_of, template_of

CANARY = "zanzibarquux"


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[AnalysisPool]:
    async with AnalysisPool().running() as running:
        yield running


def processes_of(pool: AnalysisPool) -> list[int]:
    assert pool._crew is not None
    return pool._crew.pids


def memory_holds(pid: int, word: bytes) -> bool:
    """Whether a process's readable, writable memory holds `word`."""
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            span, mode, *_ = line.split()
            if not mode.startswith("rw") or "[v" in line:
                continue
            low, high = (int(edge, 16) for edge in span.split("-"))
            memory.seek(low)
            try:
                if word in memory.read(high - low):
                    return True
            except OSError:
                continue
    return False


def is_running(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


async def is_gone(pid: int) -> bool:
    """Whether a process ends in moments: its pipes close before the kernel lets go of its number."""
    for _ in range(100):
        if not is_running(pid):
            return True
        await asyncio.sleep(0.05)
    return False


def core_limits(pid: int) -> list[str]:
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line for line in lines if line.startswith("Max core file size")).split()[4:6]


async def test_recycling_replaces_the_processes_and_their_memory(pool: AnalysisPool) -> None:
    masked = await SessionMasker(pool).mask(f"my name is {CANARY}")
    assert masked.masked.text == "my name is [PERSON_1]"
    before = processes_of(pool)
    await pool.recycle()
    await pool.warm_up()
    after = processes_of(pool)
    assert not set(before) & set(after)
    for pid in before:
        assert await is_gone(pid)
    assert not any(memory_holds(pid, CANARY.encode()) for pid in after)
    assert (await SessionMasker(pool).mask("i am called ruth")).masked.text == "i am called [PERSON_1]"


async def test_recycling_waits_for_running_work(pool: AnalysisPool) -> None:
    text = "my name is ruth and i said so. " * 300
    async with asyncio.TaskGroup() as group:
        working = group.create_task(pool.analyse(Passage(text), Roster()))
        await asyncio.sleep(0.02)
        group.create_task(pool.recycle())
        later = group.create_task(pool.analyse(Passage("this is ruth"), Roster()))
    assert len(working.result().findings) >= 300
    assert len(later.result().findings) == 1


async def test_children_leave_no_core_and_analysis_is_elsewhere(pool: AnalysisPool) -> None:
    (pid,) = processes_of(pool)
    assert pid != os.getpid()
    assert core_limits(pid) == ["0", "0"]


async def test_a_killed_process_is_an_error_and_then_replaced(pool: AnalysisPool) -> None:
    os.kill(processes_of(pool)[0], signal.SIGKILL)
    await asyncio.sleep(0.2)
    with pytest.raises(MaskingUnavailable):
        await pool.analyse(Passage("my name is ruth"), Roster())
    assert len((await pool.analyse(Passage("my name is ruth"), Roster())).findings) == 1


async def test_a_call_that_takes_too_long_is_given_up(pool: AnalysisPool) -> None:
    pool._call_seconds = 0.001
    with pytest.raises(MaskingTimedOut) as given_up:
        await pool.analyse(Passage(f"my name is {CANARY}. " * 150), Roster())
    assert CANARY not in str(given_up.value)
    pool._call_seconds = 30
    assert len((await pool.analyse(Passage("my name is ruth"), Roster())).findings) == 1


async def test_a_long_text_is_analysed_in_pieces_without_a_loss(pool: AnalysisPool) -> None:
    text = "".join(f"so my sister ruth called me on line {number}. " for number in range(400))
    assert len(text) > 3 * PIECE_CHARS
    found = await pool.analyse(Passage(text), Roster())
    assert [text[finding.start : finding.end] for finding in found.findings] == ["ruth"] * 400
    assert found.cpu_seconds > 0


async def test_a_text_beyond_the_limit_is_refused(pool: AnalysisPool) -> None:
    with pytest.raises(TextTooLong):
        await pool.analyse(Passage("a" * (MAX_TEXT_CHARS + 1)), Roster())


async def test_a_pool_that_is_closed_waits_for_no_process_that_has_not_come_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("live_notes.masking.crew.SETTLE_SECONDS", 60.0)
    pool = AnalysisPool(protect=signal.pause)  # its template never comes to load its model
    pool.start()
    warming = asyncio.create_task(pool.warm_up())
    await asyncio.sleep(0)
    async with asyncio.timeout(30):
        await pool.close()
        with pytest.raises(MaskingUnavailable):
            await warming
    template_of(DEFAULT_MODEL, signal.pause, ()).close()


async def test_a_closed_pool_says_so() -> None:
    with pytest.raises(MaskingUnavailable):
        await AnalysisPool().analyse(Passage("my name is ruth"), Roster())


async def test_an_error_in_the_process_is_told_without_its_words(
    pool: AnalysisPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("live_notes.masking.pool.analyse_here", int)
    with pytest.raises(MaskingError) as failed:
        await pool.analyse(Passage(CANARY), Roster())
    assert str(failed.value).endswith("the analysis failed with TypeError")
    assert CANARY not in str(failed.value)
    assert failed.value.__cause__ is None


async def test_other_work_on_words_is_done_beside_the_masking_and_forgotten_with_it(
    pool: AnalysisPool,
) -> None:
    found, cpu_seconds = await pool.work(str.upper, CANARY)
    assert (found, cpu_seconds >= 0) == (CANARY.upper(), True)
    before = processes_of(pool)
    await pool.recycle()
    assert all([await is_gone(pid) for pid in before])
    with pytest.raises(MaskingError) as failed:
        await pool.work(int, CANARY)
    assert CANARY not in str(failed.value)


@pytest.mark.parametrize("work", [lambda text: text, memoryview], ids=["asked", "answered"])
async def test_what_can_not_be_sent_is_an_error_and_costs_no_process(
    pool: AnalysisPool, work: Callable[..., object]
) -> None:
    await pool.warm_up()
    before = processes_of(pool)
    with pytest.raises(MaskingError):
        await pool.work(work, CANARY.encode())
    assert (await pool.work(str.upper, "ruth"))[0] == "RUTH"
    assert processes_of(pool) == before


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("live_notes.masking.crew.SETTLE_SECONDS", 0.5)
    monkeypatch.setattr("live_notes.masking.pool.SETTLE_SECONDS", 0.5)
    monkeypatch.setattr("live_notes.masking.pool.STUCK_SECONDS", 0.5)


@pytest.mark.usefixtures("quick")
async def test_a_stopped_process_is_replaced_when_callers_give_up_and_others_lose_nothing(
    pool: AnalysisPool,
) -> None:
    await pool.warm_up()
    (stopped,) = processes_of(pool)
    os.kill(stopped, signal.SIGSTOP)
    async with asyncio.TaskGroup() as group:
        other = group.create_task(pool.analyse(Passage("my name is ruth"), Roster()))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.8):
                await pool.analyse(Passage("this is ruth"), Roster())
    assert len(other.result().findings) == 1
    assert await is_gone(stopped)
    assert stopped not in processes_of(pool)


@pytest.mark.usefixtures("quick")
async def test_a_masking_given_up_behind_a_long_draft_leaves_the_draft_to_be_made(pool: AnalysisPool) -> None:
    await pool.warm_up()
    before = processes_of(pool)
    async with asyncio.TaskGroup() as group:
        draft = group.create_task(pool.work(time.sleep, 1.5))
        await asyncio.sleep(0.1)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.8):
                await pool.analyse(Passage("this is ruth"), Roster())
    assert draft.result()[0] is None
    assert processes_of(pool) == before


async def test_work_whose_process_was_killed_for_another_call_is_done_once_more(pool: AnalysisPool) -> None:
    await pool.warm_up()
    (stopped,) = processes_of(pool)
    os.kill(stopped, signal.SIGSTOP)
    async with asyncio.TaskGroup() as group:
        draft = group.create_task(pool.work(str.upper, "ruth"))
        await asyncio.sleep(0.1)
        assert pool._crew is not None
        pool._discard(pool._crew)
    assert draft.result()[0] == "RUTH"
    assert stopped not in processes_of(pool)


async def test_modules_for_other_work_are_loaded_before_a_word_is_heard() -> None:
    loaded = "'live_notes.drafting.writing' in __import__('sys').modules"
    async with AnalysisPool(modules=("live_notes.drafting.writing",)).running() as ready:
        assert (await ready.work(eval, loaded))[0]
        await ready.recycle()
        assert (await ready.work(eval, loaded))[0]
        template = ready._template().pid
        assert template is not None
        assert words_of(template, "status")["Threads"] == "1"


@pytest.mark.usefixtures("quick")
async def test_a_call_given_up_early_costs_no_process(pool: AnalysisPool) -> None:
    await pool.warm_up()
    before = processes_of(pool)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.001):
            await pool.analyse(Passage("my name is ruth. " * 200), Roster())
    assert len((await pool.analyse(Passage("my name is ruth"), Roster())).findings) == 1
    assert processes_of(pool) == before


@pytest.mark.usefixtures("quick")
async def test_recycling_and_closing_end_a_stopped_process_in_bounded_time() -> None:
    pool = AnalysisPool()
    pool.start()
    await pool.warm_up()
    (stopped,) = processes_of(pool)
    os.kill(stopped, signal.SIGSTOP)
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        working = group.create_task(pool.analyse(Passage("my name is ruth"), Roster()))
        await asyncio.sleep(0.05)
        await pool.recycle()
        assert await is_gone(stopped)
    assert len(working.result().findings) == 1
    (stopped,) = processes_of(pool)
    os.kill(stopped, signal.SIGSTOP)
    async with asyncio.timeout(30):
        await pool.close()
    assert await is_gone(stopped)
    with pytest.raises(MaskingUnavailable):
        await pool.analyse(Passage("my name is ruth"), Roster())


def words_of(pid: int, file: str) -> dict[str, str]:
    """A file of `/proc` that says one thing a line, by name."""
    lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return {name: rest.strip() for name, _, rest in (line.partition(":") for line in lines)}


async def test_the_template_runs_one_thread_leaves_no_core_and_never_holds_a_word(pool: AnalysisPool) -> None:
    await SessionMasker(pool).mask(f"my name is {CANARY}")
    template = pool._template().pid
    (forked,) = processes_of(pool)
    assert template is not None
    assert words_of(template, "status")["Threads"] == "1"
    assert words_of(forked, "status")["PPid"] == str(template)
    assert core_limits(template) == ["0", "0"]
    assert memory_holds(forked, CANARY.encode())
    assert not memory_holds(template, CANARY.encode())


async def test_a_template_gets_no_secret_of_the_environment() -> None:
    given = {"ATTUNE_MASTER_KEY": "k", "AWS_SECRET_ACCESS_KEY": "k", "PATH": "/bin", "PYTHONMALLOC": "malloc"}
    kept = environment_of(given)
    assert "k" not in kept.values()
    assert (kept["PATH"], kept["PYTHONMALLOC"]) == ("/bin", "malloc")


async def test_a_killed_template_is_replaced_and_its_processes_with_it(pool: AnalysisPool) -> None:
    await pool.warm_up()
    (before,) = processes_of(pool)
    template = pool._template().pid
    assert template is not None
    os.kill(template, signal.SIGKILL)
    assert await is_gone(before)
    with pytest.raises(MaskingUnavailable):
        await pool.analyse(Passage("my name is ruth"), Roster())
    assert len((await pool.analyse(Passage("my name is ruth"), Roster())).findings) == 1
    assert pool._template().pid != template


async def test_several_processes_are_forked_from_one_template_and_all_replaced() -> None:
    async with AnalysisPool(3).running() as pool:
        said = [pool.analyse(Passage("my name is ruth. " * 50), Roster()) for _ in range(9)]
        assert [len(found.findings) for found in await asyncio.gather(*said)] == [50] * 9
        before = processes_of(pool)
        await pool.recycle()
        assert all([await is_gone(pid) for pid in before])
        await pool.analyse(Passage("my name is ruth"), Roster())
    assert len(before) == 3
