"""A recording in any container, as 20 ms of 48 kHz mono at a time. Nothing is written anywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from retention.errors import BadInput

RATE = 48_000
FRAME_SAMPLES = 960
FRAME_SECONDS = FRAME_SAMPLES / RATE
_AHEAD = 100
"""Frames decoded at once (two seconds): rarely enough to cost nothing, few enough to stay small."""

Samples = NDArray[np.int16]
"""Mono PCM, 48 kHz, int16, shape (n,)."""


def check_speech(file: Path) -> None:
    """Makes sure that a file exists and gives sound.

    Raises:
        BadInput: it is missing, empty, no media file, or without audio.
    """
    if file.is_dir():
        raise BadInput(f"{file.name or file}: this is a folder, not a recording")
    if next(_frames(file), None) is None:
        raise BadInput(f"{file.name}: there is no sound in it")


class Speech:
    """The sound of a file (or silence without end), frame by frame. `spent` tells when the file is over."""

    def __init__(self, file: Path | None) -> None:
        self._frames = _frames(file) if file else iter(())
        self._ready: list[Samples] = []
        self.spent = file is None

    async def next_frame(self) -> Samples | None:
        """The next 20 ms, or None when the file is over. Decoding runs in a thread."""
        if not self._ready and not self.spent:
            self._ready = await asyncio.to_thread(lambda: list(islice(self._frames, _AHEAD)))
            self._ready.reverse()
            self.spent = not self._ready
        return self._ready.pop() if self._ready else None


def _frames(file: Path) -> Iterator[Samples]:
    """Decodes, mixes down and resamples; the last frame is filled up with silence."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE, frame_size=FRAME_SAMPLES)
    try:
        with av.open(str(file)) as container:
            if not container.streams.audio:
                raise BadInput(f"{file.name}: there is no audio in it")
            for decoded in container.decode(container.streams.audio[0]):
                for frame in resampler.resample(decoded):
                    yield _mono(frame)
            for frame in resampler.resample(None):
                yield _mono(frame)
    except av.FFmpegError as error:
        raise BadInput(f"{file.name}: {_reason(error)}") from None


def _reason(error: av.FFmpegError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no file of this name"
    if isinstance(error, PermissionError):
        return "the file can't be read: check its permissions"
    return "this is no media file that FFmpeg knows"


def _mono(frame: av.AudioFrame) -> Samples:
    samples = frame.to_ndarray().reshape(-1).astype(np.int16, copy=False)
    return np.pad(samples, (0, FRAME_SAMPLES - len(samples)))
