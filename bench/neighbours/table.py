"""The same recordings through other live recognisers, and through Attune, in one table.

    attune bench neighbours --cache FOLDER --model tiny.en --streams 1,4 --pair doctor.wav patient.wav

`whisper-live` and `whisperlivekit` are installed from PyPI, each into a virtual environment of its own in
FOLDER; their own servers run on loopback with the same model folder, and the recordings are streamed to them
in real time, as their own clients do. A stream is one track. Attune's rows play the same tracks through
`bench live`. All figures are those of `bench/stream_figures.py`; `final` of a neighbour is the moment its
server commits a piece of text. CPU is of the server and all it started, in seconds for a second of sound. A
row that can't be had says why, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.calls import ListenerEndedError, Load, Plan, run
from bench.clips import Clip, NoReferenceError, pairs_of, seconds_of, sound
from bench.live import add_common, counts, cpu_share, delays, percent, positive
from bench.neighbours.environment import NotInstalledError, python_of
from bench.neighbours.servers import NEIGHBOURS, ServerFailedError, started
from bench.neighbours.streaming import PROTOCOLS, QUIET_SECONDS, Stream, StreamFailedError, Streaming
from bench.stream_figures import Figures, Samples, figures, measure
from media_worker.errors import EarError
from media_worker.models import locate

_STAGGER = 3.0
_SLACK_SECONDS = 120.0


@dataclass(frozen=True)
class Row:
    """One recogniser with so many streams; or why there is no figure."""

    name: str
    version: str
    streams: int
    figures: Figures | None = None
    cpu_seconds_per_sound: float | None = None
    rss_mb: float | None = None
    fed_late: float | None = None
    refused: str | None = None


@dataclass(frozen=True)
class Wanted:
    """What is compared: the tracks in turn, how much of each, by which model."""

    clips: Sequence[Clip]
    seconds: float
    model: str
    packet: float


async def neighbour_row(name: str, cache: Path, wanted: Wanted, streams: int) -> Row:
    """A neighbour's row."""
    neighbour, version = NEIGHBOURS[name], NEIGHBOURS[name].packages.version
    try:
        python = await asyncio.to_thread(python_of, neighbour.packages, cache)
        async with started(neighbour, python, locate(wanted.model).path, streams) as server:
            streamings = _streamings(name, wanted, streams)
            before = server.used()
            await _all(streamings, server.port)
            used = server.used()
    except (NotInstalledError, ServerFailedError, StreamFailedError) as error:
        return Row(name, version, streams, refused=str(error))
    samples = Samples()
    for one in streamings:
        samples += measure(one.events, {one.stream.track: one.stream.said})
    sounded = sum(seconds_of(one.stream.samples) for one in streamings)
    return Row(
        name=name,
        version=version,
        streams=streams,
        figures=figures(samples),
        cpu_seconds_per_sound=round((used.cpu_seconds - before.cpu_seconds) / sounded, 3),
        rss_mb=round(used.rss / 1e6, 1),
        fed_late=round(max(one.fed_late for one in streamings), 3),
    )


def _streamings(name: str, wanted: Wanted, streams: int) -> list[Streaming]:
    clips = [wanted.clips[number % len(wanted.clips)] for number in range(streams)]
    sounds = {clip.file: sound(clip.file) for clip in clips}
    return [
        Streaming(Stream.of(str(number), sounds[clip.file], clip.reference, wanted.seconds), PROTOCOLS[name])
        for number, clip in enumerate(clips)
    ]


async def _all(streamings: Sequence[Streaming], port: int) -> None:
    """All streams, begun over a few seconds. Raises `StreamFailedError`."""
    longest = max(seconds_of(one.stream.samples) for one in streamings)
    try:
        async with asyncio.timeout(longest + _STAGGER + QUIET_SECONDS + _SLACK_SECONDS):
            async with asyncio.TaskGroup() as tasks:
                for number, one in enumerate(streamings):
                    tasks.create_task(one.run(port, _STAGGER * number / len(streamings)))
    except* StreamFailedError as group:
        raise StreamFailedError(str(group.exceptions[0])) from None
    except* TimeoutError:
        raise StreamFailedError("its server does not come to an end") from None


async def own_row(wanted: Wanted, streams: int) -> Row:
    """Attune's row: the same tracks, each a call with one participant."""
    from importlib.metadata import version

    load = Load(streams, wanted.seconds, min(_STAGGER, wanted.seconds), wanted.packet, wanted.model)
    plan, samples = Plan([(clip,) for clip in wanted.clips], load), Samples()

    def on_round(_: float, found: Samples) -> None:
        nonlocal samples
        samples += found

    try:
        outcome = await run(plan, on_round)
    except ListenerEndedError as error:
        return Row("attune", version("attune"), streams, refused=str(error))
    return Row(
        name="attune",
        version=version("attune"),
        streams=streams,
        figures=figures(samples),
        cpu_seconds_per_sound=round(cpu_share(outcome.samples, plan.steady_from, plan.ends) / streams, 3),
        rss_mb=round(max((one["rss"] for one in outcome.samples), default=0.0) / 1e6, 1),
        fed_late=max((one["fed_late"] for one in outcome.samples), default=0.0),
    )


HEAD = (
    f"{'recogniser':<24}{'streams':>8}{'words':>7}{'WER':>7}{'shown p50/p95/p99':>20}{'settled p50/p95':>17}"
    f"{'final p50/p95/p99':>20}{'changed':>9}{'CPU s/s':>9}{'RSS':>9}"
)


def line(row: Row) -> str:
    """One line of the table."""
    name = f"{row.name} {row.version}"
    if row.figures is None:
        return f"{name:<24}{row.streams:>8}  not to be had: {row.refused}"
    found = row.figures
    return (
        f"{name:<24}{row.streams:>8}{found.words:>7}{percent(found.word_error_percent):>7}"
        f"{delays(found.shown):>20}{delays(found.settled, ('p50', 'p95')):>17}{delays(found.final):>20}"
        f"{percent(found.changed_percent):>9}{row.cpu_seconds_per_sound:>9.3f}{row.rss_mb:>6.0f} MB"
    )


async def measured(chosen: argparse.Namespace, wanted: Wanted) -> list[Row]:
    """All rows, each printed at once."""
    rows = []
    for streams in chosen.streams:
        for name in chosen.only or [*NEIGHBOURS, "attune"]:
            if name == "attune":
                row = await own_row(wanted, streams)
            else:
                row = await neighbour_row(name, chosen.cache, wanted, streams)
            rows.append(row)
            if not chosen.json:
                print(line(row), flush=True)
    return rows


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="attune bench neighbours", description=(__doc__ or "").splitlines()[0]
    )
    add_common(parser)
    parser.add_argument("--cache", type=Path, required=True, help="folder for their virtual environments")
    parser.add_argument("--streams", type=counts, default=[1], help="tracks at once, as 1,4 (default 1)")
    parser.add_argument("--only", action="append", choices=(*NEIGHBOURS, "attune"), help="repeatable")
    parser.add_argument("--seconds", type=positive, default=80.0, help="of each track at most (default 80)")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when a row can't be had, 2 on bad use."""
    chosen = _parse(arguments)
    try:
        locate(chosen.model)
        clips = [clip for pair in pairs_of(chosen.pair) for clip in pair]
    except (NoReferenceError, EarError) as error:
        print(f"bench neighbours: {getattr(error, 'detail', error)}", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # or a server would be left behind
    chosen.cache = chosen.cache.expanduser().resolve()
    if not chosen.json:
        print(HEAD, flush=True)
    rows = asyncio.run(measured(chosen, Wanted(clips, chosen.seconds, chosen.model, chosen.packet / 1000)))
    if chosen.json:
        found: dict[str, Any] = {"model": chosen.model, "rows": [asdict(row) for row in rows]}
        print(json.dumps(found))
    return int(any(row.refused for row in rows))
