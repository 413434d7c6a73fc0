"""RTP packets put in order. Sans-I/O: packets in as they come, packets out as they were sent.

Sequence numbers (16 bits) and timestamps (32 bits) are unrolled, so that nothing behind knows
that they wrap (RFC 3550 section 5.1). A packet in order passes at once: there is no jitter
buffer, because nobody listens and a word's time comes from its timestamp, not its arrival.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

HOLD_SECONDS = 0.12
"""How long what follows a missing packet is held back for it."""

_HELD_AT_MOST = 8
_LEAP = 3000  # RFC 3550 A.1: a longer leap of the sequence is a sender that began again
_STALE = 100
_RETIRED = 4


@dataclass(frozen=True)
class Incoming:
    """A packet as it came in; `arrived` on the worker's clock, `timestamp` in 1/48000 s."""

    ssrc: int
    sequence: int
    timestamp: int
    payload: bytes
    arrived: float

    def __repr__(self) -> str:
        return f"<Incoming {self.sequence} {len(self.payload)} bytes>"


@dataclass(frozen=True)
class Ordered:
    """A packet in its place: `timestamp` unrolled, `lost` packets missing before it.

    `restarted` says that it begins a stream which has nothing to do with the one before.
    """

    timestamp: int
    payload: bytes
    arrived: float
    lost: int = 0
    restarted: bool = False

    def __repr__(self) -> str:
        return f"<Ordered {self.timestamp} lost={self.lost}>"


class Unroller:
    """A counter of so many bits made into one that never wraps: the value nearest the last one."""

    def __init__(self, bits: int) -> None:
        self._span = 1 << bits
        self._last: int | None = None

    def unroll(self, value: int) -> int:
        """The unrolled value; the first is taken as it is."""
        found = self.nearest(value)
        self._last = found if self._last is None else max(self._last, found)
        return found

    def nearest(self, value: int) -> int:
        """The unrolled value, without taking it for the last one."""
        if self._last is None:
            return value
        ahead = (value - self._last) % self._span
        return self._last + (ahead if ahead < self._span // 2 else ahead - self._span)


class Resequencer:
    """Gives each packet once and in order; waits a little for one that is missing, then goes on."""

    def __init__(self) -> None:
        self._ssrc: int | None = None
        self._retired: deque[int] = deque(maxlen=_RETIRED)
        self._held: dict[int, tuple[Incoming, int]] = {}
        self._ever = False
        self._sequences, self._timestamps = Unroller(16), Unroller(32)
        self._next: int | None = None  # wanted next
        self._given: int | None = None  # handed on last
        self.patience = HOLD_SECONDS
        """How long what follows a missing packet is held back for it."""

    @property
    def waiting(self) -> bool:
        """Whether packets are held back for one that is missing."""
        return bool(self._held)

    def take(self, packet: Incoming) -> list[Ordered]:
        """Takes a packet; returns those that are in order now."""
        if packet.ssrc in self._retired:
            return []
        out: list[Ordered] = []
        number = self._sequences.unroll(packet.sequence)
        if packet.ssrc != self._ssrc or self._leapt(number):
            out = self._restart(packet.ssrc)
            number = self._sequences.unroll(packet.sequence)
        if number not in self._held and (self._next is None or number >= self._next):
            self._held[number] = (packet, self._timestamps.unroll(packet.timestamp))
        return out + self._ready() + self.due(packet.arrived)

    def missing(self) -> list[int]:
        """Sequence numbers (16 bits) of the packets that others are held back for."""
        if self._next is None or not self._held:
            return []
        span = range(self._next, max(self._held))
        return [number & 0xFFFF for number in span if number not in self._held]

    def unrolled(self, ssrc: int, timestamp: int) -> int | None:
        """A timestamp of the present stream, unrolled; None when it is another stream's."""
        return self._timestamps.nearest(timestamp) if ssrc == self._ssrc else None

    def due(self, now: float) -> list[Ordered]:
        """Gives up what was waited for too long; returns what was held back for it."""
        out: list[Ordered] = []
        while self._held and self._late(now):
            self._skip()
            out += self._ready()
        return out

    def flush(self) -> list[Ordered]:
        """All that is held back: nothing more will come."""
        out: list[Ordered] = []
        while self._held:
            self._skip()
            out += self._ready()
        return out

    def _late(self, now: float) -> bool:
        first = min(packet.arrived for packet, _ in self._held.values())
        return now - first >= self.patience or len(self._held) > _HELD_AT_MOST

    def _skip(self) -> None:
        self._next = min(self._held)

    def _ready(self) -> list[Ordered]:
        out: list[Ordered] = []
        if self._next is None and self._held:
            self._next = min(self._held)
        while self._next is not None and self._next in self._held:
            packet, timestamp = self._held.pop(self._next)
            lost = 0 if self._given is None else self._next - self._given - 1
            restarted = self._given is None and self._ever
            out.append(Ordered(timestamp, packet.payload, packet.arrived, lost, restarted))
            self._given = self._next
            self._next += 1
            self._ever = True
        return out

    def _leapt(self, number: int) -> bool:
        return self._next is not None and not -_STALE <= number - self._next <= _LEAP

    def _restart(self, ssrc: int) -> list[Ordered]:
        out = self.flush()
        if self._ssrc is not None and self._ssrc != ssrc:
            self._retired.append(self._ssrc)
        self._ssrc = ssrc
        self._sequences, self._timestamps = Unroller(16), Unroller(32)
        self._next = self._given = None
        return out
