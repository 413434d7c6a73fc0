"""Many two-party calls at once: who plays what when, the listening process, what it said round by round."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any

from bench.clips import Clip, Pair, Word, cut_before, seconds_of, sound
from bench.playing import Play, PlayedCall, PlayedTrack
from bench.stream_figures import Samples, measure_track
from signaling.hygiene import hardened_environment

GAP_SECONDS = 2.0
"""Silence between two rounds of a clip: no segment reaches over it."""
_LINE_BYTES = 1 << 20
_READY_SECONDS = 120.0


class ListenerEndedError(Exception):
    """The listening process has ended before its time."""


@dataclass(frozen=True)
class Load:
    """So many calls, begun over `stagger` seconds, all heard together for `seconds`."""

    calls: int
    seconds: float
    stagger: float
    packet: float
    model: str
    drain: float = 60.0


@dataclass(frozen=True)
class Track:
    """What is said on one track: its clip, and how long its rounds and its sound last."""

    clip: Clip
    period: float
    until: float

    def round_of(self, start: float) -> int:
        """The round a segment belongs to."""
        return max(0, int(start // self.period))

    def said(self, number: int) -> tuple[Word, ...]:
        """The words of one round, in seconds of the round."""
        limit = self.until - number * self.period
        return tuple(word for word in self.clip.reference if word[1] <= limit)

    def rounds(self) -> int:
        """How many rounds there are, the last one perhaps cut."""
        return self.round_of(self.until) + 1


@dataclass
class Outcome:
    """What came of a load: figures of rounds, the process's samples, and whether it ended as it should."""

    samples: list[dict[str, float]] = field(default_factory=list)
    drained: bool = False
    drain_seconds: float = 0.0


OnRound = Callable[[float, Samples], None]
"""Gets what a round of a track brought, and when it ended (seconds since the first call began)."""


class Plan:
    """Who plays what when."""

    def __init__(self, pairs: Sequence[Pair], load: Load) -> None:
        self.load = load
        gap = load.stagger / max(1, load.calls)
        self.steady_from = gap * (load.calls - 1)
        self.ends = self.steady_from + load.seconds
        self.starts = [gap * number for number in range(load.calls)]
        periods = [self._period(pair) for pair in pairs]
        self.tracks: dict[str, Track] = {}
        for number, start in enumerate(self.starts):
            pair, period = pairs[number % len(pairs)], periods[number % len(pairs)]
            for side, clip in zip("ab", pair, strict=False):
                self.tracks[f"{number:03d}{side}"] = Track(
                    clip, period, _until(clip, period, self.ends - start)
                )

    def starts_at(self, name: str) -> float:
        """When a track's call begins, in seconds after the first."""
        return self.starts[int(name[:-1])]

    def play(self) -> Play:
        """As the listening process is told."""
        calls = tuple(
            PlayedCall(
                start,
                tuple(
                    PlayedTrack(name, str(track.clip.file), track.period, track.until)
                    for name, track in self.tracks.items()
                    if name.startswith(f"{number:03d}")
                ),
            )
            for number, start in enumerate(self.starts)
        )
        return Play(calls, self.ends, self.load.packet, self.load.drain)

    def _period(self, pair: Pair) -> float:
        longest = max(seconds_of(sound(clip.file)) for clip in pair)
        return (int((longest + GAP_SECONDS) / self.load.packet) + 1) * self.load.packet


def _until(clip: Clip, period: float, limit: float) -> float:
    """Where the sound of a track ends: in a pause, so that no word is cut."""
    rounds = int(limit // period)
    return rounds * period + cut_before(clip.reference, limit - rounds * period)


class Rounds:
    """Events in, figures of whole rounds out; events of a round are forgotten when it is measured."""

    def __init__(self, plan: Plan, on_round: OnRound) -> None:
        self._plan = plan
        self._on_round = on_round
        self._open: defaultdict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
        self._measured: set[tuple[str, int]] = set()

    def take(self, event: dict[str, Any]) -> list[tuple[str, int]]:
        """Notes an event; gives the rounds that are over with it."""
        name = event["track"]
        track = self._plan.tracks[name]
        number = track.round_of(event["start"])
        self._open[name, number].append(_shifted(event, number * track.period))
        return [(one, other) for one, other in self._open if one == name and other < number]

    def over(self) -> list[tuple[str, int]]:
        """All rounds there should have been and are not measured yet."""
        for name, track in self._plan.tracks.items():
            for number in range(track.rounds()):
                if (name, number) not in self._measured and track.said(number):
                    self._open[name, number] += []  # also when nothing was heard in it
        return list(self._open)

    def measure(self, key: tuple[str, int]) -> None:
        """Measures a round and forgets its events."""
        name, number = key
        track = self._plan.tracks[name]
        self._measured.add(key)
        samples = measure_track(self._open.pop(key), track.said(number))
        ended = self._plan.starts_at(name) + min((number + 1) * track.period, track.until)
        self._on_round(ended, samples)


def _shifted(event: dict[str, Any], by: float) -> dict[str, Any]:
    """The event with times of its round."""
    words = [{**one, "start": one["start"] - by, "end": one["end"] - by} for one in event["words"]]
    times = {name: event[name] - by for name in ("start", "end", "emitted_at")}
    return {**event, **times, "words": words}


async def run(
    plan: Plan,
    on_round: OnRound,
    *,
    measure_at_once: bool = False,
    on_sample: Callable[[], None] = lambda: None,
) -> Outcome:
    """Plays a plan in a process of its own.

    Rounds are measured when all is over, so that measuring takes no time from listening; or, with
    `measure_at_once`, as they end, so that memory stays bounded.

    Raises:
        ListenerEndedError: the process ended early; it has said why on standard error.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bench.playing"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=_LINE_BYTES,
        # As `attune serve` runs its workers: overwriting what is freed costs time, too.
        env={**hardened_environment(os.environ), "ATTUNE_EAR_MODEL": plan.load.model},
    )
    rounds, outcome = Rounds(plan, on_round), Outcome()
    try:
        assert process.stdin is not None
        process.stdin.write(json.dumps(asdict(plan.play())).encode() + b"\n")
        await process.stdin.drain()
        async with asyncio.timeout(_READY_SECONDS + plan.ends + 2 * plan.load.drain):
            await _followed(process, rounds, outcome, on_sample, measure_at_once=measure_at_once)
    except TimeoutError:
        raise ListenerEndedError("the listening process does not end") from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    for key in rounds.over():
        rounds.measure(key)
    return outcome


async def _followed(
    process: asyncio.subprocess.Process,
    rounds: Rounds,
    outcome: Outcome,
    on_sample: Callable[[], None],
    *,
    measure_at_once: bool,
) -> None:
    """Reads what the process says until it is done."""
    assert process.stdout is not None
    while line := await process.stdout.readline():
        told = json.loads(line)
        match told:
            case {"event": event}:
                ended = rounds.take(event)
                if measure_at_once:
                    await _in_thread(rounds, ended)
            case {"sample": sample}:
                outcome.samples.append(sample)
                on_sample()
            case {"done": done}:
                outcome.drained, outcome.drain_seconds = done["drained"], done["drain_seconds"]
                return
    raise ListenerEndedError(f"the listening process has ended with {await process.wait()}")


async def _in_thread(rounds: Rounds, keys: Sequence[tuple[str, int]]) -> None:
    for key in keys:
        measured: Awaitable[None] = asyncio.to_thread(rounds.measure, key)
        await measured
