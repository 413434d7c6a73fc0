"""Whether energy is charged to who used it, and what metering itself costs.

    attune bench energy [--seconds 2] [--json]

A known number of CPU seconds is burnt for each local stage of two sessions, through the meters that serve
a call: recognition and media by the worker's meter, local drafting by the thread's clock while another
thread of the process computes something else, masking as a report of a process of its own. What comes to
stand in the energy log of a real store is compared with what was burnt. Joules are measured where the
machine has readable energy counters.

Then each step of metering is timed by CPU, times how often a call takes it, over what the cheapest measured
call takes itself. Exit code 1 when a stage is charged wrongly by more than 5 %, or metering costs too much.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from live_notes.energy import Stage, charging, in_thread
from media_worker.energy import EnergyMeter
from media_worker.package_energy import Counter, PackageMeter, Reading
from media_worker.powercap import STAT, cpu_seconds, package_meter
from retention import Memory, NewSession, RetentionSettings, SessionId
from signaling.energy import REST_SECONDS, EnergyBook

MOST_WRONG = 0.05
"""Share of a stage's CPU seconds that may be charged too much or too little."""
MOST_OVERHEAD = 0.005
CALL_CORES = 0.078
"""What a call takes at the least of a core where two cores carry as many as they can (docs/benchmarks.md)."""
PACKETS_A_SECOND = 2 * 16.7
DECODES_A_SECOND = 2.0
REPORT_SECONDS = 5.0
REPEATS = 200

Burnt: TypeAlias = dict[tuple[str, str], float]
"""CPU seconds by session and stage."""


def burn(seconds: float) -> float:
    """Uses so many CPU seconds of the thread it runs in, and says how many it used."""
    began = time.thread_time()
    while time.thread_time() - began < seconds:
        sum(range(500))
    return time.thread_time() - began


@contextmanager
def others_busy() -> Iterator[None]:
    """Another thread of this process that computes all the while, for nobody."""
    over = threading.Event()

    def compute() -> None:
        while not over.is_set():
            sum(range(500))

    thread = threading.Thread(target=compute)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@dataclass(frozen=True)
class Row:
    """One stage of one session: CPU seconds burnt and charged, joules charged in the middle."""

    session: str
    stage: str
    burnt: float
    charged: float
    joules: float
    measured: float

    @property
    def wrong(self) -> float:
        """Share by which too much (or too little, negative) was charged."""
        return self.charged / self.burnt - 1 if self.burnt else 0.0


async def worked(book: EnergyBook, sessions: Sequence[SessionId], seconds: float) -> Burnt:
    """Burns for every stage; the second session does half as much. The CPU seconds burnt."""
    burnt: Burnt = {}
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for share, session in zip((1.0, 0.5), sessions, strict=True):
            with others_busy():
                with charging() as work:
                    burnt[session, Stage.DRAFTING_LOCAL] = await in_thread(burn, seconds * share)
                await book.drafted(session, work.seconds)
            masked = await asyncio.get_running_loop().run_in_executor(pool, burn, seconds * share)
            burnt[session, Stage.MASKING] = masked
            book.spend(session, Stage.MASKING, masked)
    return burnt | await asyncio.to_thread(heard, book, sessions, seconds)


def heard(book: EnergyBook, sessions: Sequence[SessionId], seconds: float) -> Burnt:
    """A worker's part, in one thread: decodes are timed one by one, the rest of the process is media."""
    package = package_meter()
    meter = EnergyMeter(time.process_time())
    burnt: Burnt = {}
    for share, session in zip((1.0, 0.5), sessions, strict=True):
        burnt[session, Stage.RECOGNITION] = burn(seconds * share)
        meter.recognised(session, burnt[session, Stage.RECOGNITION])
        burnt[session, Stage.MEDIA] = burn(seconds * share / 4)
        meter.heard(session, 100.0 * share)
    used = None if package is None else package.interval()
    for report in meter.report(time.process_time(), used):
        book.used(report)
    return burnt


async def attributed(seconds: float) -> list[Row]:
    """Burnt against charged, by session and stage."""
    with TemporaryDirectory(prefix="attune-bench-") as folder:
        async with Memory.open(RetentionSettings(folder=Path(folder) / "records")) as memory:
            book = EnergyBook(memory, meter=package_meter())
            made = [(await memory.sessions.create(NewSession(client="Nobody"))).id for _ in range(2)]
            burnt = await worked(book, made, seconds)
            if not await book.flush():
                raise OSError("the store took no figures")
            rows = []
            for number, session in enumerate(made, 1):
                for total in await memory.energy.totals(session):
                    cpu = burnt[session, total.stage]
                    figures = (total.cpu_seconds, total.joules_mid, total.measured_seconds)
                    rows.append(Row(f"session {number}", total.stage, cpu, *figures))
            return rows


# ------------------------------------------------------------ overhead


def each(step: Callable[[], object], repeats: int = REPEATS) -> float:
    """CPU seconds of this process that a step takes."""
    step()
    began = time.process_time()
    for _ in range(repeats):
        step()
    return (time.process_time() - began) / repeats


def counter_step() -> Callable[[], object]:
    """Reading the counters: the machine's own, else a stand-in whose CPU time is read all the same."""
    real = package_meter()
    at = iter(range(sys.maxsize))
    if real is not None:
        return PackageMeter(real.read, lambda: float(next(at))).interval

    def read() -> Reading | None:
        with STAT.open() as file:
            times = cpu_seconds(file.readline())
        return None if times is None else Reading({"stand-in": Counter(0)}, *times)

    return PackageMeter(read, lambda: float(next(at))).interval


async def costs() -> dict[str, float]:
    """CPU seconds that each step of metering takes, for one call and a second of it."""
    meter = EnergyMeter(0.0)
    found = {
        "a packet is heard": PACKETS_A_SECOND * each(lambda: meter.heard("s", 0.06), 20_000),
        "a decode is noted": DECODES_A_SECOND * each(lambda: meter.recognised("s", 0.01), 20_000),
        "a worker reports": each(lambda: reported(meter)) / REPORT_SECONDS,
        "counters are read, worker and server": 2 * each(counter_step()) / REPORT_SECONDS,
    }
    with TemporaryDirectory(prefix="attune-bench-") as folder:
        async with Memory.open(RetentionSettings(folder=Path(folder) / "records")) as memory:
            session = (await memory.sessions.create(NewSession(client="Nobody"))).id
            book = EnergyBook(memory)
            await written(book, session)
            began = time.process_time()
            for _ in range(REPEATS):
                await written(book, session)
            found["sums are written down"] = (time.process_time() - began) / REPEATS / REST_SECONDS
    return found


def reported(meter: EnergyMeter) -> None:
    """A worker's report of one session, as it goes over the link."""
    meter.heard("s", 5.0)
    meter.recognised("s", 1.0)
    for report in meter.report(time.process_time()):
        report.model_dump_json()


async def written(book: EnergyBook, session: SessionId) -> None:
    """The three stages of a call under way reach the store."""
    for stage in (Stage.MEDIA, Stage.RECOGNITION, Stage.MASKING):
        book.spend(session, stage, 0.1)
    await book.flush()


def main(arguments: Sequence[str]) -> int:
    """Prints the tables; returns 1 when a bound is missed."""
    parser = argparse.ArgumentParser(prog="attune bench energy", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=2.0, help="CPU seconds of the longest burn")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(arguments)
    if given.seconds <= 0:
        parser.error("--seconds: more than 0")
    rows = asyncio.run(attributed(given.seconds))
    steps = asyncio.run(costs())
    return shown(rows, steps, as_json=given.json)


def shown(rows: Sequence[Row], steps: dict[str, float], *, as_json: bool) -> int:
    """Prints what was found; 1 when a bound is missed."""
    overhead = sum(steps.values()) / CALL_CORES
    worst = max(abs(row.wrong) for row in rows)
    met = worst <= MOST_WRONG and overhead <= MOST_OVERHEAD
    if as_json:
        found = [{**vars(row), "wrong": round(row.wrong, 4)} for row in rows]
        told = {"rows": found, "worst": worst, "cores_by_step": steps, "overhead": overhead, "met": met}
        print(json.dumps(told))
        return int(not met)
    print(f"{'':10} {'stage':16} {'burnt':>9} {'charged':>9} {'wrong':>7} {'joules':>8}")
    for row in rows:
        how = "measured" if row.measured else "modelled"
        print(
            f"{row.session:10} {row.stage:16} {row.burnt:7.3f} s {row.charged:7.3f} s {row.wrong:6.1%} "
            f"{row.joules:6.1f} J {how}"
        )
    print(f"\n{'metering, of a core for each call':44}")
    for name, cores in steps.items():
        print(f"{name:44} {cores:9.5%}")
    print(f"{f'together, of a call that takes {CALL_CORES:.1%} of a core':44} {overhead:9.5%}")
    print("holds" if met else "misses")
    return int(not met)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
