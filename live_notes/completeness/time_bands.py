"""The psychotherapy code in whose span a session's actual minutes lie. Shown, never chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TimeBand:
    """A CPT code of individual psychotherapy and its span in whole minutes; `to_minutes` None: and more."""

    code: str
    from_minutes: int
    to_minutes: int | None


BANDS = (TimeBand("90832", 16, 37), TimeBand("90834", 38, 52), TimeBand("90837", 53, None))
"""CPT, psychotherapy without evaluation and management: by the time face to face."""


def band_of(started: datetime | None, ended: datetime | None) -> TimeBand | None:
    """The band of a session by its actual start and stop; None without them, or under 16 minutes.

    Only whole minutes count: 52 minutes and 59 seconds are not 53.
    """
    if started is None or ended is None:
        return None
    minutes = int((ended - started).total_seconds() // 60)
    return next((band for band in reversed(BANDS) if minutes >= band.from_minutes), None)
