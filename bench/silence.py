"""What a call costs in which nobody speaks: its two ears, without their audio legs.

    attune bench silence [--seconds 600] [--json]

Each row feeds two ears of one worker with `--seconds` of sound in packets of 60 ms, as fast as they take it,
and counts the CPU time of the whole process: divided by the seconds, that is the share of a core a call takes
at real time. `quiet room`: noise at -65 dBFS; `digital silence`: zeros; `unsent`: silence that is not sent at
all (DTX), given as holes of a second. What a listening leg costs stands in `bench legs`; a call
has two. Exit code 1 when a row takes half a per cent or more: with two legs below 0.25 % a call stays
under 1 %.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Sequence

import numpy as np

from bench.noise_sounds import at_level, coloured
from media_worker.audio import to_int16
from media_worker.clock import FileClock
from media_worker.ear import Ear, Voice
from media_worker.ears import ear_of, scheduler_of
from media_worker.hearing import SAMPLE_RATE, Hearing, Samples, Task
from media_worker.settings import EarSettings

MOST_PERCENT = 0.5
_PACKET = SAMPLE_RATE * 60 // 1000
_ROOM_DBFS = -65.0


class NobodyError(Exception):
    """Something was to be decoded though nobody spoke: that is not silence."""


class _Deaf:
    """A listener that must not be asked."""

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        raise NobodyError(f"{len(tasks)} windows")


def ears(settings: EarSettings) -> list[Ear]:
    """The two ears of a call. Needs a running event loop."""
    scheduler = scheduler_of(settings, _Deaf())
    return [ear_of(settings, Voice(name), FileClock(), scheduler, lambda _: None) for name in "ab"]


def fed(listening: Sequence[Ear], second: Samples | None, seconds: int) -> float:
    """CPU seconds of hearing the same second so many times; None is a second that is not sent."""
    begun = time.process_time()
    for _ in range(seconds):
        for ear in listening:
            if second is None:
                ear.silence(SAMPLE_RATE)
                continue
            for start in range(0, len(second), _PACKET):
                ear.hear(second[start : start + _PACKET])
    return time.process_time() - begun


async def shares(seconds: int) -> dict[str, float]:
    """By sound, per cent of a core that a call of two takes."""
    settings = EarSettings()
    room = to_int16(at_level(coloured(np.random.default_rng(1), 1.0, 1.0), _ROOM_DBFS).astype(np.float32))
    kinds: dict[str, Samples | None] = {
        "quiet room": room,
        "digital silence": np.zeros(SAMPLE_RATE, np.int16),
        "unsent": None,
    }
    found = {}
    for name, second in kinds.items():
        fed(ears(settings), second, 5)
        found[name] = round(100 * fed(ears(settings), second, seconds) / seconds, 3)
    return found


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when a row is too dear."""
    parser = argparse.ArgumentParser(prog="attune bench silence", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=int, default=600, help="of sound a row (default 600)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    if chosen.seconds < 1:
        parser.error("--seconds: at least 1")
    found = asyncio.run(shares(chosen.seconds))
    if chosen.json:
        print(json.dumps(found))
    else:
        for name, share in found.items():
            print(f"{name:<18}{share:>8.3f} % of a core a call")
    return int(max(found.values()) >= MOST_PERCENT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
