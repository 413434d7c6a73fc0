"""An hour of calls at a claimed load: memory must stay flat, and delays must not drift.

    attune bench soak --calls 8 --model base --minutes 60 --out docs/soak-base.json

The calls are those of `bench live`: the same ears the whole time, their recordings played over and over. The
time is told in blocks of five minutes (`--block`); a round of a recording counts in the block it ends in. The
first block, or the first tenth when that is longer, is warm-up. Exit code 1 unless all this holds afterwards:

- every block's words shown and finals are within two seconds at the 95th percentile;
- the last block's final p95 is at most a quarter and 0.25 s above the first's;
- memory's slope (least squares) is at most 5 % of its median an hour, and at most that in all;
- at the end every final has been told.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from bench.calls import ListenerEndedError, Load, Outcome, Plan, run
from bench.clips import NoReferenceError, pairs_of
from bench.live import MOST_SECONDS, add_common, cpu_share, delays, in_time, percent, positive
from bench.stream_figures import Figures, Samples, figures, percentiles
from media_worker.errors import EarError
from media_worker.models import locate

MOST_GROWTH = 0.05
"""Share of its median that memory may grow by in an hour."""
MOST_DRIFT, DRIFT_SECONDS = 1.25, 0.25


@dataclass(frozen=True)
class Block:
    """A few minutes of the soak. Seconds of the run, megabytes, cores."""

    begin: float
    end: float
    figures: Figures
    rss_mb: float
    cores: float
    backlog_p95: float
    oldest_wait_p95: float


@dataclass(frozen=True)
class Soak:
    """What a soak brought."""

    model: str
    calls: int
    minutes: float
    machine_cores: int
    blocks: list[Block]
    warm_up_blocks: int
    rss_mb: float
    rss_mb_per_hour: float
    missed: list[str]

    @property
    def holds(self) -> bool:
        """Whether nothing was missed."""
        return not self.missed


def blocks_of(
    seconds: float,
    length: float,
    samples: Sequence[dict[str, float]],
    rounds: Sequence[tuple[float, Samples]],
) -> list[Block]:
    """The blocks of a run of so many seconds; the last one may be up to half longer or shorter."""
    count = max(1, round(seconds / length))
    heard: defaultdict[int, Samples] = defaultdict(Samples)
    for ended, found in rounds:
        heard[min(count - 1, int(ended // length))] += found
    edges = [number * length for number in range(count)] + [seconds]
    return [
        _block(begin, end, heard[number], [one for one in samples if begin <= one["at"] < end])
        for number, (begin, end) in enumerate(pairwise(edges))
    ]


def _block(begin: float, end: float, heard: Samples, samples: Sequence[dict[str, float]]) -> Block:
    waits = percentiles([one["oldest_wait"] for one in samples])
    backlog = percentiles([one["backlog_seconds"] for one in samples])
    return Block(
        begin=begin,
        end=round(end, 1),
        figures=figures(heard),
        rss_mb=round(statistics.median([one["rss"] for one in samples] or [0]) / 1e6, 1),
        cores=round(cpu_share(samples, begin, end), 3),
        backlog_p95=backlog["p95"] if backlog else 0.0,
        oldest_wait_p95=waits["p95"] if waits else 0.0,
    )


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The least-squares slope of points; 0 of fewer than two."""
    if len({at for at, _ in points}) < 2:
        return 0.0
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def judged(plan: Plan, outcome: Outcome, blocks: Sequence[Block]) -> Soak:
    """The verdict on a soak."""
    warm = min(len(blocks) - 1, max(1, len(blocks) // 10))
    steady = blocks[warm:]
    points = [(one["at"], one["rss"] / 1e6) for one in outcome.samples if one["at"] >= steady[0].begin]
    memory = statistics.median([rss for _, rss in points] or [0.0])
    growth = 3600 * slope(points)
    missed = [f"late after {block.begin / 60:.0f} min" for block in steady if not _in_time(block.figures)]
    if _drifts(steady):
        missed.append("the delay of finals drifts")
    hours = (steady[-1].end - steady[0].begin) / 3600
    if growth * max(1.0, hours) > MOST_GROWTH * memory and growth * hours > 1.0:
        missed.append("memory grows")
    if not outcome.drained:
        missed.append("finals were missing at the end")
    return Soak(
        model=plan.load.model,
        calls=plan.load.calls,
        minutes=round(plan.ends / 60, 1),
        machine_cores=os.cpu_count() or 1,
        blocks=list(blocks),
        warm_up_blocks=warm,
        rss_mb=round(memory, 1),
        rss_mb_per_hour=round(growth, 2),
        missed=missed,
    )


def _in_time(found: Figures) -> bool:
    """Blocks in which no round ended have nothing to be late."""
    return found.words == 0 or (in_time(found.shown) and in_time(found.final))


def _drifts(steady: Sequence[Block]) -> bool:
    finals = [block.figures.final["p95"] for block in steady if block.figures.final]
    return len(finals) > 1 and finals[-1] > MOST_DRIFT * finals[0] + DRIFT_SECONDS


async def soak(plan: Plan, block_seconds: float, *, tell: bool) -> Soak:
    """Plays a plan to its end. Raises `ListenerEndedError`."""
    rounds: list[tuple[float, Samples]] = []
    outcome = await run(
        plan, lambda ended, found: rounds.append((ended, found)), measure_at_once=True, on_sample=_Told(tell)
    )
    return judged(plan, outcome, blocks_of(plan.ends, block_seconds, outcome.samples, rounds))


class _Told:
    """Says on standard error, every minute, that it goes on."""

    def __init__(self, tell: bool) -> None:
        self._tell = tell
        self._seconds = 0

    def __call__(self) -> None:
        self._seconds += 1
        if self._tell and self._seconds % 60 == 0:
            print(f"\rbench soak: {self._seconds // 60} min", end="", file=sys.stderr, flush=True)


def show(found: Soak) -> None:
    """The blocks as a table, and the verdict."""
    print(f"{found.calls} calls, model {Path(found.model).name}, {found.minutes:.0f} min")
    print(f"{'minute':>6}{'words':>8}{'WER':>7}{'shown p50/p95/p99':>20}{'final p50/p95/p99':>20}", end="")
    print(f"{'cores':>7}{'RSS':>9}{'backlog p95':>13}{'wait p95':>10}")
    for block in found.blocks:
        one = block.figures
        print(
            f"{block.begin / 60:>6.0f}{one.words:>8}{percent(one.word_error_percent):>7}"
            f"{delays(one.shown):>20}{delays(one.final):>20}{block.cores:>7.2f}{block.rss_mb:>6.0f} MB"
            f"{block.backlog_p95:>11.1f} s{block.oldest_wait_p95:>8.2f} s"
        )
    verdict = "holds" if found.holds else "MISSES: " + ", ".join(found.missed)
    print(f"memory {found.rss_mb:.0f} MB, {found.rss_mb_per_hour:+.1f} MB an hour: {verdict}")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="attune bench soak", description=(__doc__ or "").splitlines()[0])
    add_common(parser)
    parser.add_argument("--calls", type=int, default=8)
    parser.add_argument("--minutes", type=positive, default=60.0)
    parser.add_argument("--block", type=positive, default=5.0, help="minutes told together")
    parser.add_argument("--stagger", type=float, default=60.0, help="seconds over which the calls start")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the result there, too, as JSON")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when something is missed, 2 on bad use."""
    chosen = _parse(arguments)
    try:
        locate(chosen.model)
        whole = 60 * chosen.minutes
        stagger = min(chosen.stagger, whole / 2)
        load = Load(chosen.calls, whole - stagger, stagger, chosen.packet / 1000, chosen.model)
        plan = Plan(pairs_of(chosen.pair), load)
        found = asyncio.run(soak(plan, 60 * chosen.block, tell=sys.stderr.isatty()))
    except (NoReferenceError, EarError, ListenerEndedError) as error:
        print(f"bench soak: {getattr(error, 'detail', error)}", file=sys.stderr)
        return 1 if isinstance(error, ListenerEndedError) else 2
    as_json = json.dumps({**asdict(found), "holds": found.holds, "bound_seconds": MOST_SECONDS}, indent=1)
    if chosen.out:
        chosen.out.write_text(as_json + "\n", "utf-8")
    if chosen.json:
        print(as_json)
    else:
        show(found)
    return 0 if found.holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
