"""Sound as it arrives, laid on an unbroken line of samples. Sans-I/O: places in, places out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from media_worker.hearing import SAMPLE_RATE, Samples

_RESET = 2 * SAMPLE_RATE


def to_int16(samples: npt.NDArray[np.float32]) -> Samples:
    """Rounded and clipped to the int16 range."""
    return np.clip(np.rint(samples), -32768, 32767).astype(np.int16)


@dataclass(frozen=True)
class Placement:
    """Where a sound falls: `silence` samples are missing before it, its first `skip` samples are old.

    `ahead`: so many samples of silence laid too early lie between its place and the line's.
    """

    silence: int
    skip: int
    restarted: bool = False
    ahead: int = 0


class Timeline:
    """An unbroken line: holes become silence, repeats are dropped, nothing new ever is.

    Silence may be laid ahead of the packets when the sender has said that it falls silent
    (`ahead`). Sound that comes for a place where only such silence lies is laid behind it, and
    the next hole is shortened by as much: no sample is lost or doubled, and the line is right
    again after the next pause.

    A sound more than two seconds before its place is a new stream (the sender's clock began
    again) and continues where the old one ended.
    """

    def __init__(self) -> None:
        self._heard: int | None = None  # end of what the sender has sent
        self._line = 0  # end of the line, in the sender's count

    def place(self, start: int, length: int) -> Placement:
        """Takes a sound of `length` samples at `start`."""
        if self._heard is None:
            self._heard = self._line = start
        late = self._heard - start
        if late > _RESET:
            self._heard = self._line = start + length
            return Placement(0, 0, restarted=True)
        skip = min(max(0, late), length)
        silence = max(0, start + skip - self._line) if skip < length else 0
        self._line += silence + length - skip
        self._heard = max(self._heard, start + length)
        return Placement(silence, skip, ahead=max(0, self._line - self._heard))

    def ahead(self, samples: int) -> None:
        """Notes that so many samples of silence were laid before the next packet came."""
        self._line += samples

    @property
    def heard(self) -> int:
        """The end of what the sender has sent, in its count."""
        return self._heard or 0

    def behind(self, place: int) -> int:
        """How many samples before the line's end a place of the sender's count lies."""
        return self._line - place

    def restart(self) -> None:
        """The next sound begins a new stream and continues the line."""
        self._heard = None
