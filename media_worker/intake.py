"""What a leg hears, laid on the track's line and into the ear. Sans-I/O: the time comes in.

Sample indices run on without holes whatever the network does: across silences that are not sent,
losses, legs that break and senders that begin again. The clock learns where they lie.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from media_worker.audio import Timeline
from media_worker.clock import TrackClock
from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.stream import Sound

SILENT_STEP = 0.1
"""How often silence is laid while the sender has said that it is silent."""

_MARGIN = 0.15
_LEAP = 2.0


class Listens(Protocol):
    """The ear's side of it."""

    def hear(self, samples: Samples) -> None:
        """The next samples; they are the caller's again on return."""
        ...

    def silence(self, samples: int) -> None:
        """A hole of so many samples."""
        ...


class Intake:
    """One track's line. `heard` gets the seconds of every sound."""

    def __init__(
        self, clock: TrackClock, ear: Listens, heard: Callable[[float], None] = lambda _: None
    ) -> None:
        self._clock = clock
        self._ear = ear
        self._count = heard
        self._timeline = Timeline()
        self._joining = False
        self._paused = False
        self._arrived = 0.0
        self._ahead = 0  # samples of silence laid too early before the newest sound
        self.index = 0
        """Samples on the line: the index of the next one."""

    def new_leg(self) -> None:
        """The next sound comes by another leg: the line goes on at its arrival."""
        self._joining, self._paused = True, False

    def take(self, sound: Sound) -> None:
        """Lays a sound on the line; its samples are overwritten."""
        if self._joining or sound.restarted or self._leapt(sound):
            self._rejoin(sound)
        placement = self._timeline.place(sound.start, len(sound.samples))
        if placement.restarted:
            self._ahead = 0
            self._silence(self._clock.missing(self.index + len(sound.samples), sound.arrived))
        self._silence(placement.silence)
        fresh = sound.samples[placement.skip :]
        self._clock.shifted(self.index, placement.ahead - self._ahead)
        self._ahead = placement.ahead
        self.index += len(fresh)
        self._clock.arrived(self.index, sound.arrived)
        self._count(len(fresh) / SAMPLE_RATE)
        self._ear.hear(fresh)
        sound.samples.fill(0)
        self._paused, self._arrived = sound.pause, sound.arrived

    def reported(self, place: int, seconds: float) -> None:
        """The sender's clock stood at `seconds` when it took the sample at `place` of its stream."""
        if not self._joining:
            self._clock.reported(self.index + self._ahead - self._timeline.behind(place), seconds)

    @property
    def paused(self) -> bool:
        """Whether the sender has said that it falls silent, and nothing came since."""
        return self._paused

    def silent(self, now: float) -> None:
        """Lays silence up to a little before now if the sender is silent: no word waits for its pause."""
        if self._paused:
            passed = self._clock.behind(self.index, now) - round(_MARGIN * SAMPLE_RATE)
            if passed > 0:
                self._timeline.ahead(passed)
                self._silence(passed)

    def _leapt(self, sound: Sound) -> bool:
        """The sender's count ran ahead of the time that passed: it tells nothing, the clock does."""
        passed = sound.arrived - self._arrived
        return self.index > 0 and (sound.start - self._timeline.heard) / SAMPLE_RATE > passed + _LEAP

    def _rejoin(self, sound: Sound) -> None:
        self._timeline.restart()
        self._joining, self._ahead = False, 0
        if self.index:
            self._silence(self._clock.missing(self.index + len(sound.samples), sound.arrived))

    def _silence(self, samples: int) -> None:
        if samples > 0:
            self.index += samples
            self._ear.silence(samples)
