"""Coughs told from cries by how they begin. Pure.

A cough opens with a burst: the glottis lets go, and within some tens of milliseconds a noise of all
frequencies stands at its loudest; what voice it has follows (Korpas, Sadlonova and Vrabec, "Analysis of
the cough sound: an overview", 1996). "Yeah", "oh" and "uh" begin with voice and swell.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from media_worker.hearing import SAMPLE_RATE, Samples

_FRAME = SAMPLE_RATE // 100
_LOUD_DB = 25.0
_GAP_FRAMES = 12
_LEAST_FRAMES = 4

_RISE_DB = 20.0
_BEFORE_FRAMES = 4
_BURST_FRAMES = 3
_HEAD_FRAMES = 25
_FLOOR_SHARE = 0.1
_FAINT_DB = 60.0
_ABOVE_FLOOR_DB = 15.0
_HIGH_HZ = 2500.0
_HIGH_SHARE = 0.3
_VOICED_HIGH_SHARE = 0.15

Floats = npt.NDArray[np.float64]


def only_coughs(samples: Samples) -> bool:
    """Whether all that is loud in mono int16 at 16 kHz begins as a cough does; False when nothing is loud."""
    if len(samples) < _FRAME * _LEAST_FRAMES:
        return False
    level, high = _frames(samples)
    events = _events(level)
    return (
        bool(events)
        and all(_bursts(level, high, *event) for event in events)
        and not _says_more(level, events)
    )


def _frames(samples: Samples) -> tuple[Floats, Floats]:
    """Of each 10 ms: its level in dB, and the share of its power above 2.5 kHz."""
    count = len(samples) // _FRAME
    frames = samples[: count * _FRAME].reshape(count, _FRAME).astype(np.float64) * np.hanning(_FRAME)
    power = np.abs(np.fft.rfft(frames, 256)) ** 2
    hertz = np.fft.rfftfreq(256, 1 / SAMPLE_RATE)
    whole = power[:, hertz > 80.0].sum(axis=1) + 1.0
    high: Floats = power[:, hertz > _HIGH_HZ].sum(axis=1) / whole
    level: Floats = 10.0 * np.log10(whole)
    frames.fill(0)
    return level, high


def _events(level: Floats) -> list[tuple[int, int]]:
    """Stretches within 25 dB of the loudest frame, over gaps of up to 120 ms; first frame and end."""
    loud = np.flatnonzero(level > level.max() - _LOUD_DB)
    parts = np.split(loud, np.flatnonzero(np.diff(loud) > _GAP_FRAMES) + 1)
    return [(int(part[0]), int(part[-1]) + 1) for part in parts if part[-1] - part[0] + 1 >= _LEAST_FRAMES]


def _says_more(level: Floats, events: list[tuple[int, int]]) -> bool:
    """Whether something fainter is heard apart from the events: a word behind a loud cough."""
    rest = level > max(float(np.quantile(level, _FLOOR_SHARE)), level.max() - _FAINT_DB) + _ABOVE_FLOOR_DB
    for begin, end in events:
        rest[begin : end + _GAP_FRAMES] = False
    places = np.flatnonzero(rest)
    parts = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    return any(len(part) >= _LEAST_FRAMES for part in parts)


def _bursts(level: Floats, high: Floats, begin: int, end: int) -> bool:
    """Out of quiet, at its loudest at once, of all frequencies, and voiced behind."""
    if begin == 0:
        return False
    head = level[begin : min(end, begin + _HEAD_FRAMES)]
    before = level[max(0, begin - _BEFORE_FRAMES) : begin].max()
    return bool(
        head[:_BURST_FRAMES].max() - before >= _RISE_DB
        and head.argmax() < _BURST_FRAMES
        and high[begin : begin + _BURST_FRAMES + 1].max() >= _HIGH_SHARE
        and np.median(high[begin:end]) <= _VOICED_HIGH_SHARE
    )
