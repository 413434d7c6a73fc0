"""Where a track's samples lie on the session clock. Sans-I/O: arrivals in, times out.

All times are seconds. `local` is the worker's monotonic clock, `session` the call's
clock (0 = call start), `index` counts a track's 16 kHz samples from its first.

A packet can be late but never early. So the least delay seen over a while tells where
the sender's clock stands; drift of sound cards is followed by moving the mapping at
most one millisecond a second. Time never runs backwards.

Where the sender reports the time of its own clock (RTCP, RFC 3550 section 6.4.1), the drift of
its sound card is known apart from the network's delay. Then the least delay of a whole minute
counts, and a network that holds everything up for half a minute moves no word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass

from media_worker.hearing import SAMPLE_RATE

_SETTLE_SECONDS = 1.0
_LOOK_SECONDS = 10.0
_LOOKS = 1
_LOOKS_REPORTED = 6
_MAX_SLEW = 0.001
_MEMORY_SECONDS = 180.0
_LEAP_SECONDS = 2.0
_REPORT_STEP = 0.1
_REPORT_WEIGHT = 0.25


@dataclass(frozen=True)
class SessionOrigin:
    """Ties the worker's clock to the session's: at `local`, the session clock stood at `session`."""

    local: float
    session: float

    @classmethod
    def received(cls, session_time: float, local: float, round_trip: float = 0.0) -> SessionOrigin:
        """From a message that carried `session_time` and has travelled half a round trip."""
        return cls(local, session_time + max(0.0, round_trip) / 2)

    def session_at(self, local: float) -> float:
        """Session seconds at a worker's time."""
        return self.session + (local - self.local)


class FileClock:
    """The clock of a recording: its first sample is at `offset` seconds."""

    def __init__(self, offset: float = 0.0) -> None:
        self._offset = offset

    def at(self, index: int) -> float:
        """Session seconds of a sample."""
        return self._offset + index / SAMPLE_RATE


class TrackClock:
    """The clock of a live track, driven by RTP time and kept honest by arrivals.

    `path_delay` is what lies between a packet's last sample and its arrival at best: the sound
    card's block (10 ms), the codec's look-ahead (6.5 ms) and the browser's own queues.
    """

    def __init__(self, origin: SessionOrigin, path_delay: float = 0.03) -> None:
        self._origin = origin
        self._path_delay = path_delay
        self._knots: deque[tuple[int, float]] = deque()
        self._looks: deque[float] = deque(maxlen=_LOOKS)  # least delays, freed of drift
        self._least: float | None = None
        self._since = 0.0
        self._first = 0.0
        self._drift = 0.0
        self._reported: float | None = None
        self._late: tuple[float, float] | None = None  # since when, and by how much at least

    def arrived(self, index: int, local: float) -> None:
        """Notes that the sample before `index` came in at `local`."""
        offset = self._arrival(local) - index / SAMPLE_RATE - self._drift
        if not self._knots:
            self._first = self._since = local
            self._least = offset
            self._knots.append((index, index / SAMPLE_RATE + offset))
            return
        self._least = offset if self._least is None else min(self._least, offset)
        if local - self._first < _SETTLE_SECONDS:
            self._settle(self._least)
        elif not self._leapt(index, local) and local - self._since >= _LOOK_SECONDS:
            self._follow(index, self._least, local)

    def reported(self, index: int, seconds: float) -> None:
        """Notes that the sender's own clock stood at `seconds` when it took the sample `index`.

        That clock may be any; only how it runs against the sound card counts. When it leaps (it was
        set), or the samples do, it is taken up afresh.
        """
        offset = seconds - index / SAMPLE_RATE
        moved = None if self._reported is None else offset - self._reported - self._drift
        if moved is None or abs(moved) > _REPORT_STEP:
            self._reported = offset - self._drift
            self._looks = deque(maxlen=_LOOKS_REPORTED)
            return
        self._drift += _REPORT_WEIGHT * moved

    def shifted(self, index: int, samples: int) -> None:
        """Notes that the line holds so many samples more before `index` than passed (fewer, if negative)."""
        if not self._knots or samples == 0:
            return
        seconds = samples / SAMPLE_RATE
        self._tie(index, self.at(index) - seconds)
        self._least = None if self._least is None else self._least - seconds
        self._looks = deque((look - seconds for look in self._looks), maxlen=self._looks.maxlen)
        self._reported = None if self._reported is None else self._reported - seconds

    def missing(self, index: int, local: float) -> int:
        """Samples that lie between `index` and now: the hole left by a leg that broke and came back."""
        self._forget(local)
        return self.behind(index, local)

    def behind(self, index: int, local: float) -> int:
        """Samples that would have come in since `index`, if none were late; 0 when it is ahead."""
        return max(0, round((self._arrival(local) - self.at(index)) * SAMPLE_RATE))

    def at(self, index: int) -> float:
        """Session seconds of a sample; before the first arrival, the origin's time."""
        if not self._knots:
            return max(0.0, self._origin.session)
        place = max(0, bisect_right(self._knots, index, key=lambda knot: knot[0]) - 1)
        start, time = self._knots[place]
        found = time + (index - start) / SAMPLE_RATE
        if place + 1 < len(self._knots):
            found = min(found, self._knots[place + 1][1])
        return max(0.0, found)

    def _arrival(self, local: float) -> float:
        """When what comes in now was taken, if nothing held it up."""
        return self._origin.session_at(local) - self._path_delay

    def _settle(self, least: float) -> None:
        """In the first second an earlier packet simply corrects the start."""
        index, _ = self._knots[0]
        self._knots[0] = (index, index / SAMPLE_RATE + least)

    def _follow(self, index: int, least: float, local: float) -> None:
        """Moves towards the least delay of the last looks, slowly."""
        self._looks.append(least)
        here = self.at(index)
        wanted = index / SAMPLE_RATE + min(self._looks) + self._drift
        allowed = _MAX_SLEW * (local - self._since)
        self._tie(index, here + min(allowed, max(-allowed, wanted - here)))
        self._least, self._since = None, local

    def _leapt(self, index: int, local: float) -> bool:
        """Whether all that came for two seconds was two seconds late: the sender slept. Follows at once."""
        late = self._arrival(local) - self.at(index)
        if late <= _LEAP_SECONDS:
            self._late = None
            return False
        since, least = self._late or (local, late)
        self._late = (since, min(least, late))
        if local - since < _LEAP_SECONDS:
            return False
        self._tie(index, self.at(index) + min(least, late))
        self._forget(local)
        return True

    def _forget(self, local: float) -> None:
        self._looks.clear()
        self._least, self._since, self._late = None, local, None

    def _tie(self, index: int, time: float) -> None:
        self._knots.append((index, time))
        while len(self._knots) > 2 and index - self._knots[1][0] > _MEMORY_SECONDS * SAMPLE_RATE:
            self._knots.popleft()
