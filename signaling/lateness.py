"""How late a transcript is, told calmly: from a worker's heartbeats to what people are shown. Pure.

A delay is shown once it lasts, changes only when it changes noticeably, and clears itself once it is over
for good: a figure that comes and goes or counts up and down would say less than none.
"""

from __future__ import annotations

from dataclasses import dataclass

SHOWN_FROM = 3.0
"""Seconds the oldest window has waited from which on the transcript is late; a short queue is no delay."""

OVER_BELOW = 1.5
"""Seconds below which it is not late any more: well under `SHOWN_FROM`, so that it does not flap."""

LASTING = 3
"""Heartbeats in a row (a second each) that it takes to show a delay, and to clear it."""

NOTICEABLE = 2.0
"""Seconds the delay must have changed by for another figure to be shown."""

CAUGHT_UP_SHARE = 0.75
"""Share of the longest delay under which the recogniser is catching up."""


@dataclass(frozen=True, slots=True)
class Late:
    """What is shown: whole seconds, and whether they are getting fewer."""

    seconds: int
    catching_up: bool = False


@dataclass(slots=True)
class Lateness:
    """One worker's. `shown` None: not late."""

    shown: Late | None = None
    _longest: float = 0.0
    _steady: int = 0

    def beat(self, oldest_wait: float) -> bool:
        """Takes a heartbeat's oldest wait in seconds; whether what is shown has changed."""
        before = self.shown
        turning = oldest_wait >= SHOWN_FROM if before is None else oldest_wait < OVER_BELOW
        self._steady = self._steady + 1 if turning else 0
        if self._steady >= LASTING:
            self._steady = 0
            self._longest = oldest_wait
            self.shown = Late(round(oldest_wait)) if before is None else None
        elif before is not None and oldest_wait >= OVER_BELOW:
            self._follow(before, oldest_wait)
        return self.shown != before

    def _follow(self, before: Late, oldest_wait: float) -> None:
        """Another figure, if it differs noticeably from the one that is shown."""
        self._longest = max(self._longest, oldest_wait)
        if abs(oldest_wait - before.seconds) >= NOTICEABLE:
            catching_up = oldest_wait < before.seconds and oldest_wait <= CAUGHT_UP_SHARE * self._longest
            self.shown = Late(round(oldest_wait), catching_up)


def latest(shown: list[Late]) -> Late | None:
    """The worst of several workers' delays: what a call's people are told."""
    return max(shown, key=lambda late: late.seconds, default=None)
