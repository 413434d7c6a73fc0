"""Live calls at real time: how many, how right, how late, at what cost.

    attune bench live --calls 1,8,16 --model base
    attune bench live --until-broken --model tiny.en --pair doctor.wav patient.wav --offline

Every row plays so many two-party calls from files, over and over, through the ears, scheduler and recogniser
of one media worker in a process of its own (`bench/playing.py`), their starts staggered. Audio legs are not
in it. What the figures mean is stated in `bench/stream_figures.py`: `shown` is a word's first appearance,
`settled` its last change, `final` the final of a segment after its last word. CPU is of the listening process
while all calls are heard, in per cent of one core a call. Exit code 1 when a row misses: shown and final
within two seconds at the 95th percentile, every final told in the end; `--until-broken`: 1 call must hold.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.calls import ListenerEndedError, Load, Outcome, Plan, run
from bench.clips import NoReferenceError, Pair, pairs_of, seconds_of, sound
from bench.offline import OfflineErrors
from bench.stream_figures import Figures, Samples, figures
from media_worker.errors import EarError
from media_worker.models import locate

MOST_SECONDS = 2.0
"""Bound of the 95th percentile, for words shown and for finals."""
MOST_CALLS = 256


@dataclass(frozen=True)
class Row:
    """What one load brought. Seconds, per cent, megabytes."""

    model: str
    calls: int
    figures: Figures
    offline_percent: float | None
    cpu_percent_per_call: float
    cpu_seconds_per_sound: float
    rss_mb: float
    backlog_seconds: float
    fed_late: float
    drain_seconds: float
    holds: bool


def row_of(plan: Plan, outcome: Outcome, samples: Samples, offline: float | None) -> Row:
    """The row of a load that has been played."""
    found = figures(samples)
    cores = cpu_share(outcome.samples, plan.steady_from, plan.ends)
    return Row(
        model=plan.load.model,
        calls=plan.load.calls,
        figures=found,
        offline_percent=offline,
        cpu_percent_per_call=round(100 * cores / plan.load.calls, 2),
        cpu_seconds_per_sound=round(cores / plan.load.calls / 2, 4),
        rss_mb=round(max((one["rss"] for one in outcome.samples), default=0) / 1e6, 1),
        backlog_seconds=max((one["backlog_seconds"] for one in outcome.samples), default=0.0),
        fed_late=max((one["fed_late"] for one in outcome.samples), default=0.0),
        drain_seconds=outcome.drain_seconds,
        holds=outcome.drained and in_time(found.shown) and in_time(found.final),
    )


def in_time(delays: dict[str, float] | None) -> bool:
    """Whether the 95th percentile is within the bound; what was never measured is not."""
    return delays is not None and delays["p95"] < MOST_SECONDS


def cpu_share(samples: Sequence[dict[str, float]], begin: float, end: float) -> float:
    """Cores in use between two seconds of a run, from its samples."""
    within = [one for one in samples if begin <= one["at"] <= end + 1.0]
    if len(within) < 2:
        return 0.0
    first, last = within[0], within[-1]
    return (last["cpu_seconds"] - first["cpu_seconds"]) / (last["at"] - first["at"])


def greatest(holds: Callable[[int], bool], first: int, most: int = MOST_CALLS) -> int:
    """The greatest number that holds, if all below it do: doubles, then halves the gap. 0 when none does."""
    good, bad, number = 0, most + 1, first
    while good + 1 < bad:
        if holds(number):
            good = number
        else:
            bad = number
        number = min(2 * good, most) if bad > most else (good + bad) // 2
    return good


class Measuring:
    """Plays loads one after the other; each count once."""

    def __init__(self, chosen: argparse.Namespace, pairs: Sequence[Pair]) -> None:
        self._chosen = chosen
        self._pairs = pairs
        self._offline = OfflineErrors(chosen.model) if chosen.offline else None
        length = max(seconds_of(sound(clip.file)) for pair in pairs for clip in pair)
        self._seconds = chosen.seconds or length
        self._stagger = min(30.0, length, self._seconds) if chosen.stagger is None else chosen.stagger
        self.rows: list[Row] = []

    def measure(self, calls: int) -> Row:
        """The row of so many calls, printed at once."""
        load = Load(calls, self._seconds, self._stagger, self._chosen.packet / 1000, self._chosen.model)
        plan, samples = Plan(self._pairs, load), Samples()

        def on_round(_: float, found: Samples) -> None:
            nonlocal samples
            samples += found

        outcome = asyncio.run(run(plan, on_round))
        offline = self._offline.percent(plan.tracks.values()) if self._offline else None
        row = row_of(plan, outcome, samples, offline)
        self.rows.append(row)
        if not self._chosen.json:
            print(line(row), flush=True)
        return row


HEAD = (
    f"{'model':<9}{'calls':>6}{'words':>7}{'WER':>7}{'offline':>8}{'shown p50/p95/p99':>20}"
    f"{'settled p50/p95':>17}{'final p50/p95/p99':>20}{'changed':>9}{'CPU/call':>9}{'RSS':>8}"
    f"{'backlog':>9}{'fed late':>9}  verdict"
)


def line(row: Row) -> str:
    """One line of the table."""
    found = row.figures
    return (
        f"{Path(row.model).name:<9}{row.calls:>6}{found.words:>7}{percent(found.word_error_percent):>7}"
        f"{percent(row.offline_percent):>8}{delays(found.shown):>20}"
        f"{delays(found.settled, ('p50', 'p95')):>17}"
        f"{delays(found.final):>20}{percent(found.changed_percent):>9}{percent(row.cpu_percent_per_call):>9}"
        f"{row.rss_mb:>5.0f} MB{row.backlog_seconds:>7.1f} s{row.fed_late:>7.2f} s  "
        f"{'holds' if row.holds else 'MISSES'}"
    )


def percent(figure: float | None) -> str:
    """A share, or a dash."""
    return "-" if figure is None else f"{figure:.1f}%"


def delays(found: dict[str, float] | None, parts: Sequence[str] = ("p50", "p95", "p99")) -> str:
    """Percentiles in seconds, or a dash."""
    return "-" if found is None else " ".join(f"{found[part]:.2f}" for part in parts)


def add_common(parser: argparse.ArgumentParser) -> None:
    """The options every live measurement takes."""
    parser.add_argument("--model", default="base", help="base, tiny.en or a model folder")
    parser.add_argument(
        "--pair", nargs=2, type=Path, action="append", default=[], metavar=("A", "B"),
        help="a conversation's two recordings, .words.json or .turns.json beside each; repeatable",
    )  # fmt: skip
    parser.add_argument(
        "--packet", type=int, choices=(20, 40, 60), default=20, help="milliseconds of a packet"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="attune bench live", description=(__doc__ or "").splitlines()[0])
    add_common(parser)
    parser.add_argument("--calls", type=counts, default=[1], help="counts of calls, as 1,8,16 (default 1)")
    parser.add_argument("--until-broken", action="store_true", help="find the greatest count that holds")
    parser.add_argument("--seconds", type=positive, help="how long all calls are heard together")
    parser.add_argument("--stagger", type=float, help="seconds over which they start (default at most 30)")
    parser.add_argument("--offline", action="store_true", help="word errors of decoding the files at leisure")
    return parser.parse_args(arguments)


def counts(text: str) -> list[int]:
    """`1,8,16` as numbers above 0."""
    numbers = [int(part) for part in text.split(",")]
    if not numbers or min(numbers) < 1 or max(numbers) > MOST_CALLS:
        raise argparse.ArgumentTypeError(f"numbers from 1 to {MOST_CALLS}, parted by commas")
    return numbers


def positive(text: str) -> float:
    """A number above 0."""
    number = float(text)
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError("a number above 0")
    return number


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when a row misses, 2 on bad use."""
    chosen = _parse(arguments)
    try:
        locate(chosen.model)
        measuring = Measuring(chosen, pairs_of(chosen.pair))
        if not chosen.json:
            print(HEAD, flush=True)
        if chosen.until_broken:
            best: int | None = greatest(lambda calls: measuring.measure(calls).holds, chosen.calls[0])
            held = bool(best)
        else:
            best = None
            held = min(row.holds for row in [measuring.measure(calls) for calls in chosen.calls])
    except (NoReferenceError, EarError, ListenerEndedError) as error:
        print(f"bench live: {getattr(error, 'detail', error)}", file=sys.stderr)
        return 1 if isinstance(error, ListenerEndedError) else 2
    _conclude(chosen, measuring.rows, best, held=held)
    return 0 if held else 1


def _conclude(chosen: argparse.Namespace, rows: Sequence[Row], best: int | None, *, held: bool) -> None:
    if chosen.json:
        found: dict[str, Any] = {"rows": [asdict(row) for row in rows], "greatest": best, "holds": held}
        print(json.dumps(found))
    elif best is not None:
        print(f"the greatest number of calls that holds: {best}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
