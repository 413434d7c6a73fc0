"""Opus straight to the ear's shape: libopus decodes at 16 kHz and one channel by itself.

The one place that calls libopus (the library that PyAV brings, else the system's). What PyAV
wraps of it always gives 48 kHz and knows neither forward error correction nor concealment.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes.util import find_library
from functools import lru_cache
from pathlib import Path

import av
import numpy as np

from media_worker.errors import EarError
from media_worker.hearing import SAMPLE_RATE, Samples

LONGEST = SAMPLE_RATE * 120 // 1000
"""Samples of the longest Opus packet: 120 ms (RFC 6716 section 3.2.5)."""

_STEP = SAMPLE_RATE // 400
"""Concealment and correction work in steps of 2.5 ms."""

_OK = 0
_SILENT_BYTES = 2


class OpusMissing(EarError):
    """libopus can't be loaded."""

    code = "opus_missing"


def is_pause(payload: bytes) -> bool:
    """Whether a packet has nothing but a header: the sender falls silent (RFC 7587 section 3.1.3)."""
    return len(payload) <= _SILENT_BYTES


class SpeechDecoder:
    """One stream's decoder: packets in, 16 kHz mono out; stereo packets are mixed down by libopus.

    Raises:
        OpusMissing: libopus can't be loaded.
    """

    def __init__(self) -> None:
        self._library = _libopus()
        self._state = ctypes.create_string_buffer(self._library.opus_decoder_get_size(1))
        if self._library.opus_decoder_init(self._state, SAMPLE_RATE, 1) != _OK:
            raise OpusMissing("libopus refuses to decode at 16 kHz: reinstall the package av")
        self._room = np.zeros(LONGEST, np.int16)
        self._pointer = self._room.ctypes.data_as(ctypes.c_void_p)

    def length(self, payload: bytes) -> int:
        """Samples that a packet holds; 0 when it is no Opus packet."""
        count = self._library.opus_packet_get_nb_samples(payload, len(payload), SAMPLE_RATE)
        return max(0, min(int(count), LONGEST))

    def decode(self, payload: bytes) -> Samples:
        """A packet's samples; none when it is broken."""
        return self._taken(payload, LONGEST, correct=False)

    def recover(self, following: bytes, samples: int) -> Samples:
        """The samples lost just before a packet, from the copy in it, if it has one; else made up."""
        return self._taken(following, _whole_steps(samples), correct=True)

    def conceal(self, samples: int) -> Samples:
        """Makes up what was lost, fading to silence, so that a lost packet is no click."""
        return self._taken(None, _whole_steps(samples), correct=False)

    def close(self) -> None:
        """Overwrites what the decoder remembers of the sound."""
        ctypes.memset(self._state, 0, len(self._state))
        self._room.fill(0)

    def _taken(self, payload: bytes | None, samples: int, *, correct: bool) -> Samples:
        if samples == 0:
            return np.zeros(0, np.int16)
        length = 0 if payload is None else len(payload)
        got = self._library.opus_decode(self._state, payload, length, self._pointer, samples, int(correct))
        taken = self._room[: max(0, got)].copy()
        self._room[: max(0, got)] = 0
        return taken


def _whole_steps(samples: int) -> int:
    return min(samples, LONGEST) // _STEP * _STEP


@lru_cache(maxsize=1)
def _libopus() -> ctypes.CDLL:
    """The library with the signatures of `opus.h`."""
    for name in _candidates():
        try:
            library = ctypes.CDLL(name)
            whole = ctypes.c_int
            library.opus_decoder_get_size.argtypes = [whole]
            library.opus_decoder_init.argtypes = [ctypes.c_void_p, ctypes.c_int32, whole]
            library.opus_packet_get_nb_samples.argtypes = [ctypes.c_char_p, ctypes.c_int32, ctypes.c_int32]
            library.opus_decode.argtypes = [
                ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int32, ctypes.c_void_p, whole, whole
            ]  # fmt: skip
            return library
        except (OSError, AttributeError):
            continue  # not loadable or not libopus: the next place
    raise OpusMissing("libopus is not found: reinstall the package av from its wheel, or install libopus0")


def _candidates() -> Iterator[str]:
    """Where PyAV's wheels keep it (Linux and Windows, macOS), then the system's."""
    package = Path(av.__file__).parent
    for folder in (package.parent / "av.libs", package / ".dylibs"):
        yield from (str(path) for path in sorted(folder.glob("*opus*")))
    found = find_library("opus")
    if found:
        yield found
