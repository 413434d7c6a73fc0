"""Recordings of the test speech in any container, made in memory."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import av
import numpy as np

MEDIA = Path(__file__).resolve().parent.parent / "media"
RATE = 48_000

CODECS = {
    "wav": ("wav", "pcm_s16le"),
    "mp3": ("mp3", "libmp3lame"),
    "m4a": ("mp4", "aac"),
    "ogg": ("ogg", "libopus"),
    "webm": ("webm", "libopus"),
    "flac": ("flac", "flac"),
    "aac": ("adts", "aac"),
    "aiff": ("aiff", "pcm_s16be"),
}
"""Muxer and codec by a name people know."""


def speech(name: str = "jfk.flac") -> np.ndarray[Any, np.dtype[np.int16]]:
    """A clip of `tests/media` as mono int16 at 48 kHz."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with av.open(str(MEDIA / name)) as source:
        frames = [out for frame in source.decode(audio=0) for out in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray()[0] for frame in frames])


def recorded(kind: str, *channels: np.ndarray[Any, np.dtype[np.int16]], **options: str) -> bytes:
    """A file of this kind with these channels, one or two, as long as the longest."""
    muxer, codec = CODECS[kind]
    length = max(len(one) for one in channels)
    planes = np.stack([np.pad(one, (0, length - len(one))) for one in channels])
    layout = "mono" if len(channels) == 1 else "stereo"
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=muxer, options=options) as out:
        stream = out.add_stream(codec, rate=RATE)
        assert isinstance(stream, av.AudioStream)
        stream.layout = layout
        resampler = av.AudioResampler(format=stream.format.name, layout=layout, rate=RATE)
        step = RATE // 10
        for start in range(0, length, step):
            packed = np.ascontiguousarray(planes[:, start : start + step].T).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(packed, format="s16", layout=layout)
            frame.rate, frame.pts = RATE, start
            for ready in resampler.resample(frame):
                out.mux(stream.encode(ready))
        for ready in resampler.resample(None):
            out.mux(stream.encode(ready))
        out.mux(stream.encode(None))
    return buffer.getvalue()
