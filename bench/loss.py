"""What packet loss costs: word errors of the same recordings with so many Opus packets lost on their way.

    attune bench loss                                     # the shipped conversation, base
    attune bench loss --model tiny.en --pair doctor.wav patient.wav --lost 0,5,10,20,30 --rounds 3

Each track is encoded as a browser is asked to (`media_worker/opus_wishes.py`: mono, 60 ms, 32 kbit/s, silence
not sent, in-band error correction for the loss that is reported); packets are lost at random or in runs of
two in the mean (a Gilbert channel); those lost are asked for again and sent again (Chromium) 0.1 s later, or
not; what comes goes through the worker's own ordering, stream, intake and ear. Time is counted by packets, so
that a figure does not depend on the machine. Exit code 1 when a fifth lost at random, asked for again, costs
more than a point of word error rate.
"""

from __future__ import annotations

import argparse
import asyncio
import heapq
import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import cast

import av
import numpy as np

from bench.clips import Clip, NoReferenceError, pairs_of, sound
from bench.noise_play import AtOnce
from bench.told import VOCABULARY
from bench.words import word_errors
from media_worker.__main__ import load_recogniser
from media_worker.clock import SessionOrigin, TrackClock
from media_worker.ear import Ear, Voice
from media_worker.ears import cuts_of, gate_of
from media_worker.errors import EarError
from media_worker.hearing import SAMPLE_RATE, Listener, Samples
from media_worker.intake import SILENT_STEP, Intake
from media_worker.opus import is_pause
from media_worker.opus_wishes import BIT_RATE, PACKET_MS
from media_worker.resending import RESENT_HOLD, Resending
from media_worker.rtp import Incoming, Ordered, Resequencer
from media_worker.scheduler import Scheduler
from media_worker.segmenter import Segmenter
from media_worker.settings import EarSettings
from media_worker.stream import RTP_RATE, SpeechStream
from wire.control import Recognised

MOST_POINTS = 1.0
MEASURED_AT = 20
_LONG = SAMPLE_RATE * PACKET_MS // 1000
_TICKS = RTP_RATE * PACKET_MS // 1000
_SECONDS = PACKET_MS / 1000
_COMFORT = 6
"""A silent sender sends one packet in so many: some 400 ms (RFC 6716 section 2.1.9)."""
MOST_LOST = 60
ROUND_TRIP = 0.1
_RUN = 2.0


@dataclass(frozen=True)
class Row:
    """Word errors (per cent) with so many packets lost (per cent).

    `runs`: in runs instead of one by one; `again`: the sender sends again what is asked for.
    """

    lost: int
    runs: bool
    again: bool
    errors: float
    words: int


def encoded(samples: Samples, expected_loss: int) -> list[bytes]:
    """The Opus packets of a track, one every 60 ms."""
    codec = av.CodecContext.create("libopus", "w")
    codec.bit_rate, codec.format, codec.layout, codec.sample_rate = BIT_RATE, "s16", "mono", SAMPLE_RATE
    codec.options = {
        "application": "voip",
        "frame_duration": str(PACKET_MS),
        "fec": "1",
        "packet_loss": str(expected_loss),
        "dtx": "1",
    }
    packets: list[bytes] = []
    for at in range(0, len(samples) - _LONG + 1, _LONG):
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(samples[np.newaxis, at : at + _LONG]), format="s16", layout="mono"
        )
        frame.sample_rate, frame.pts = SAMPLE_RATE, at
        packets += [bytes(packet) for packet in codec.encode(frame)]
    return packets + [bytes(packet) for packet in codec.encode(None)]


def sent(packets: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """(place, packet) of what goes out: of a silence the first packet and one in `_COMFORT`."""
    silent = 0
    for place, packet in enumerate(packets):
        silent = silent + 1 if is_pause(packet) else 0
        if silent == 0 or silent % _COMFORT == 1:
            yield place, packet


@dataclass
class Network:
    """A way on which `lost` per cent of the packets are lost, in runs of two or one by one, by a draw."""

    lost: int
    runs: bool
    dice: random.Random
    _losing: bool = False

    def loses(self) -> bool:
        """Whether the next packet is lost."""
        if not self.runs:
            return self.dice.random() * 100 < self.lost
        stays = 1 - 1 / _RUN if self._losing else 1 - self.lost / (100 - self.lost) / _RUN
        self._losing = self._losing if self.dice.random() < stays else not self._losing
        return self._losing


def arriving(packets: Iterable[tuple[int, bytes]], network: Network, *, again: bool) -> Iterator[Ordered]:
    """What comes through, in order, as the worker's own receiver puts it; `again`: the sender sends again.

    What is asked for, and what is sent again, is lost as often as the rest.
    """
    ordering, resending = Resequencer(), Resending()
    coming = [(place, place, payload) for place, payload in packets]
    kept = {number & 0xFFFF: (place, payload) for number, (place, _, payload) in enumerate(coming)}
    queue = [
        ((place + 1) * _SECONDS, number, place, payload)
        for number, (place, _, payload) in enumerate(coming)
        if not network.loses()
    ]
    heapq.heapify(queue)
    while queue:
        now, number, place, payload = heapq.heappop(queue)
        if resending.came(number & 0xFFFF):
            ordering.patience = RESENT_HOLD
        timestamp = (place * _TICKS) & 0xFFFFFFFF
        yield from ordering.due(now)
        yield from ordering.take(Incoming(1, number & 0xFFFF, timestamp, payload, now))
        for wanted in resending.due(ordering.missing(), now) if again else ():
            if not network.loses() and not network.loses():
                heapq.heappush(queue, (now + ROUND_TRIP, wanted, *kept[wanted]))
    yield from ordering.flush()


async def heard(packets: Iterator[Ordered], listener: Listener) -> str:
    """The words that the worker makes of a stream."""
    settings, finals, now = EarSettings(), list[Recognised](), 0.0
    clock = TrackClock(SessionOrigin(0.0, 0.0))
    ear = Ear(
        Voice("loss", vocabulary=VOCABULARY),
        clock,
        gate_of(settings),
        Segmenter(cuts_of(settings)),
        cast(Scheduler, AtOnce(listener)),
        lambda message: finals.append(message) if message.final else None,
        now=lambda: now,
        partial_seconds=1e9,
    )
    intake, stream = Intake(clock, ear), SpeechStream()
    for packet in packets:
        while intake.paused and ear.finalised < ear.heard and now + SILENT_STEP < packet.arrived:
            now += SILENT_STEP
            intake.silent(now)
        now = packet.arrived
        for one in stream.take(packet):
            intake.take(one)
    await ear.flush()
    return " ".join(final.text for final in finals)


def measured(
    clips: Sequence[Clip], listener: Listener, lost: int, *, runs: bool, again: bool, rounds: int, seed: int
) -> Row:
    """One row: every track, `rounds` times with other packets lost."""
    errors = words = 0
    for number, clip in enumerate(clips):
        packets = encoded(sound(clip.file), lost)
        said = " ".join(word for _, _, word in clip.reference)
        for turn in range(rounds if lost else 1):
            network = Network(lost, runs, random.Random(f"{seed}-{number}-{turn}-{lost}-{runs}"))
            through = arriving(sent(packets), network, again=again)
            wrong, counted = word_errors(said, asyncio.run(heard(through, listener)))
            errors, words = errors + wrong, words + counted
    return Row(lost, runs, again, round(100 * errors / max(1, words), 2), words)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench loss", description=__doc__.splitlines()[0])
    parser.add_argument("--model", default="base", help="base, tiny.en or a folder")
    parser.add_argument("--pair", nargs=2, type=Path, action="append", default=[], metavar=("A", "B"))
    parser.add_argument(
        "--lost", type=_shares, default=(10, 20), help="per cent of the packets, one row each"
    )
    parser.add_argument("--rounds", type=_count, default=2, help="how often each track, other packets lost")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    try:
        clips = [clip for pair in pairs_of(chosen.pair) for clip in pair]
        listener = load_recogniser(EarSettings(model=chosen.model))
        for clip in clips:
            sound(clip.file)
    except (EarError, NoReferenceError) as error:
        print(f"bench loss: {error}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for lost in dict.fromkeys((0, *chosen.lost)):
        for runs, again in product((False, True), repeat=2) if lost else ((False, False),):
            found = measured(
                clips, listener, lost, runs=runs, again=again, rounds=chosen.rounds, seed=chosen.seed
            )
            rows.append(found)
            if not chosen.json:
                print(_line(found, rows[0]), flush=True)
    if chosen.json:
        print(json.dumps({"model": chosen.model, "rows": [asdict(row) for row in rows]}))
    return int(any(_misses(row, rows[0]) for row in rows))


def _shares(text: str) -> tuple[int, ...]:
    """Like `5,10,20`, each from 0 to `MOST_LOST` per cent."""
    shares = tuple(int(part) for part in text.split(","))
    if not all(0 <= share <= MOST_LOST for share in shares):
        raise ValueError
    return shares


def _count(text: str) -> int:
    """A number from 1."""
    if int(text) < 1:
        raise ValueError
    return int(text)


def _line(row: Row, whole: Row) -> str:
    how = (
        ("in runs" if row.runs else "one by one") + (", sent again" if row.again else "") if row.lost else ""
    )
    points = row.errors - whole.errors
    return f"{row.lost:>3} % lost {how:<22} {row.errors:>6.2f} % of {row.words} words  {points:+.2f}"


def _misses(row: Row, whole: Row) -> bool:
    return row.lost == MEASURED_AT and not row.runs and row.again and row.errors - whole.errors > MOST_POINTS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
