"""A scripted microphone and camera: what a browser's `getUserMedia` would have given."""

from __future__ import annotations

import asyncio
from fractions import Fraction
from pathlib import Path

import numpy as np
from aiortc import MediaStreamTrack
from aiortc.mediastreams import MediaStreamError
from av import AudioFrame, AudioStream, CodecContext, Packet, VideoFrame
from av.audio.codeccontext import AudioCodecContext

from signaling.demo.speech import FRAME_SAMPLES, FRAME_SECONDS, RATE, Samples, Speech

TIME_BASE = Fraction(1, RATE)
OPUS_BITS_PER_SECOND = 32_000
MICROPHONE_LAG_SECONDS = 0.25
"""A packet later than this is counted: the machine was too busy to speak in time."""
CAMERA_FRAMES_PER_SECOND = 5
CAMERA_SIZE = (160, 120)
_SILENCE = np.zeros(FRAME_SAMPLES, np.int16)


class Microphone(MediaStreamTrack):
    """Plays a file once, in real time, from the moment `play_at` gives; silence before and after.

    Sound is encoded here, once (Opus, mono), and relayed to every connection as packets.
    """

    kind = "audio"

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        self.finished = asyncio.Event()
        self.late_frames = 0
        self._speech = Speech(file)
        self._encoder = _opus()
        self._count = 0
        self._began: float | None = None
        self._play_at: float | None = None

    def play_at(self, moment: float) -> None:
        """The file starts at this time of the event loop's clock."""
        self._play_at = moment

    async def recv(self) -> Packet[AudioStream]:
        """The next 20 ms as an Opus packet, not before its time."""
        if self.readyState != "live":
            raise MediaStreamError
        loop = asyncio.get_running_loop()
        if self._began is None:
            self._began = loop.time()
        due = self._began + self._count * FRAME_SECONDS
        late = loop.time() - due
        if late < 0:
            await asyncio.sleep(-late)
        elif late > MICROPHONE_LAG_SECONDS:
            self.late_frames += 1
        packet = self._encode(await self._sound(due))
        self._count += 1
        return packet

    async def _sound(self, due: float) -> Samples:
        if self._play_at is None or due < self._play_at or self.finished.is_set():
            return _SILENCE
        samples = await self._speech.next_frame()
        if samples is None:
            self.finished.set()
            return _SILENCE
        return samples

    def _encode(self, samples: Samples) -> Packet[AudioStream]:
        frame = AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
        frame.sample_rate, frame.time_base = RATE, TIME_BASE
        frame.pts = self._count * FRAME_SAMPLES
        (packet,) = self._encoder.encode(frame)
        packet.pts, packet.time_base = self._count * FRAME_SAMPLES, TIME_BASE
        return packet


def _opus() -> AudioCodecContext:
    encoder = CodecContext.create("libopus", "w")
    if not isinstance(encoder, AudioCodecContext):
        raise TypeError("libopus is no audio codec")  # tells the type checker what the name says
    encoder.format, encoder.layout, encoder.sample_rate = "s16", "mono", RATE
    encoder.bit_rate, encoder.time_base = OPUS_BITS_PER_SECOND, TIME_BASE
    encoder.options = {"application": "voip"}
    return encoder


class Camera(MediaStreamTrack):
    """A small picture that changes: enough to show that video travels between the participants."""

    kind = "video"

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._began: float | None = None
        width, height = CAMERA_SIZE
        self._gradient = np.add.outer(np.arange(height), np.arange(width)).astype(np.uint8)

    async def recv(self) -> VideoFrame:
        """The next picture, not before its time."""
        if self.readyState != "live":
            raise MediaStreamError
        loop = asyncio.get_running_loop()
        if self._began is None:
            self._began = loop.time()
        await asyncio.sleep(max(0.0, self._began + self._count / CAMERA_FRAMES_PER_SECOND - loop.time()))
        frame = VideoFrame.from_ndarray(np.roll(self._gradient, self._count * 4, axis=1), format="gray")
        picture = frame.reformat(format="yuv420p")
        picture.pts, picture.time_base = self._count, Fraction(1, CAMERA_FRAMES_PER_SECOND)
        self._count += 1
        return picture
