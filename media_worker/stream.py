"""One Opus stream made into sound: packets in order in, 16 kHz mono with its place out.

Sans-I/O. What was lost is recovered from the copy in the next packet where the sender put one
(in-band error correction), else made up for a moment, else left out: the timeline fills it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.opus import SpeechDecoder, is_pause
from media_worker.rtp import Ordered

RTP_RATE = 48_000
"""Opus counts time in 1/48000 s whatever its bandwidth (RFC 7587 section 4.1)."""

_RATIO = RTP_RATE // SAMPLE_RATE
_CONCEAL = SAMPLE_RATE * 60 // 1000


@dataclass(frozen=True, eq=False)
class Sound:
    """Decoded audio: `start` in 16 kHz samples from the stream's begin, `arrived` on the worker's clock.

    `pause` says that the sender falls silent behind it, `restarted` that it begins a new stream.
    The owner overwrites `samples` once they are heard.
    """

    start: int
    samples: Samples
    arrived: float
    pause: bool = False
    restarted: bool = False

    def __repr__(self) -> str:
        return f"<Sound {self.start} length={len(self.samples)} pause={self.pause}>"


class SpeechStream:
    """Decodes what one sender sends, across gaps, losses and restarts."""

    def __init__(self) -> None:
        self._decoder = SpeechDecoder()
        self._origin: int | None = None
        self._end = 0
        self._length = 0
        self._paused = True

    def take(self, packet: Ordered) -> list[Sound]:
        """The sound of a packet, and before it what could be saved of lost ones."""
        length = self._decoder.length(packet.payload)
        if length == 0:
            return []
        if packet.restarted or self._origin is None:
            self._begin(packet.timestamp)
        saved = self._saved(packet, length)
        pause = is_pause(packet.payload)
        samples = np.zeros(length, np.int16) if pause else self._decoder.decode(packet.payload)
        here = Sound(self.at(packet.timestamp), samples, packet.arrived, pause, packet.restarted)
        self._end = packet.timestamp + length * _RATIO
        self._length, self._paused = length, pause
        return [*saved, here]

    def at(self, timestamp: int) -> int:
        """The place of an unrolled timestamp, in 16 kHz samples from the stream's begin."""
        return (timestamp - (self._origin or 0)) // _RATIO

    def close(self) -> None:
        """Overwrites what is remembered of the sound."""
        self._decoder.close()

    def _begin(self, timestamp: int) -> None:
        if self._origin is not None:
            self._decoder.close()
            self._decoder = SpeechDecoder()
        self._origin = self._end = timestamp
        self._length, self._paused = 0, True

    def _saved(self, packet: Ordered, length: int) -> list[Sound]:
        """A gap is lost sound only as far as packets are missing: the rest of it was silence."""
        gap = (packet.timestamp - self._end) // _RATIO
        lost = min(gap, packet.lost * self._length)
        if lost <= 0 or self._paused:
            return []
        sounds = []
        copied = min(lost, length)
        if lost > copied:
            made_up = self._decoder.conceal(min(lost - copied, _CONCEAL))
            sounds.append(Sound(self.at(self._end), made_up, packet.arrived))
        recovered = self._decoder.recover(packet.payload, copied)
        sounds.append(Sound(self.at(packet.timestamp) - len(recovered), recovered, packet.arrived))
        return sounds
