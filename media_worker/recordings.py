"""Recordings, read as a stream: any container and codec FFmpeg knows, a second at a time.

Memory stays bounded however long the file is; nothing is written anywhere. Each speaker's
track comes out as 16 kHz mono int16.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeAlias

import av
import numpy as np
from av.container import InputContainer

from media_worker.audio import to_int16
from media_worker.conditioning import one_channel
from media_worker.errors import (
    NoAudioStream,
    NotARecording,
    RecordingEmpty,
    RecordingMissing,
    RecordingTruncated,
    TooManyChannels,
)
from media_worker.hearing import SAMPLE_RATE, Samples

Channels: TypeAlias = Literal["mix", "split"]
"""`mix`: one track of all channels' mean. `split`: one track a channel."""

MAX_TRACKS = 8
_DAMAGED_SHARE = 0.02
_SHORT_SECONDS = 1.0


@dataclass(frozen=True, eq=False)
class Piece:
    """The next samples of every track of a recording, equally long."""

    tracks: tuple[Samples, ...]

    def wipe(self) -> None:
        """Overwrites the audio."""
        for samples in self.tracks:
            samples.fill(0)


class Recording:
    """An opened recording. Use with `with`; iterate `pieces()` once.

    Raises on opening:
        RecordingMissing, RecordingEmpty, NotARecording, NoAudioStream, TooManyChannels.
    """

    def __init__(self, path: Path, channels: Channels = "mix") -> None:
        self._cut = False
        self._take(_open(path), channels)
        self._cut = _wave_is_cut(path)

    def _take(self, container: InputContainer, channels: Channels) -> None:
        """Makes an opened container this recording's; closes it when there is nothing to hear in it."""
        self._container = container
        try:
            self._stream = _audio_of(self._container)
            self._split = channels == "split"
            self._count = _channels_of(self._stream, split=self._split)
        except BaseException:
            self._container.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._container.close()

    @property
    def tracks(self) -> int:
        """How many tracks come out."""
        return self._count if self._split else 1

    @property
    def seconds(self) -> float | None:
        """Length as the container states it, in seconds; None when it does not."""
        stream = self._stream
        if stream.duration is not None and stream.time_base is not None:
            return float(stream.duration * stream.time_base)
        return None if self._container.duration is None else self._container.duration / av.time_base

    def pieces(self) -> Iterator[Piece]:
        """Samples from begin to end.

        Raises:
            RecordingEmpty: not one sample came out.
            RecordingTruncated: the file broke off or much of it is damaged; what could be read came first.
        """
        heard = 0
        for piece in self._decoded():
            heard += len(piece.tracks[0])
            yield piece
        stated = self.seconds
        if heard == 0:
            raise RecordingEmpty("the recording holds no sound")
        if self._is_cut():
            raise RecordingTruncated("the recording is shorter than its header says: export it again")
        missing = (stated or 0.0) - heard / SAMPLE_RATE
        if stated and missing > max(_SHORT_SECONDS, _DAMAGED_SHARE * stated):
            raise RecordingTruncated(f"the recording breaks off {missing:.0f} s before its stated end")

    def _is_cut(self) -> bool:
        """Whether there are fewer bytes than the header promises, where FFmpeg passes over that."""
        return self._cut

    def _decoded(self) -> Iterator[Piece]:
        # Planar: one row a channel.
        resampler = av.AudioResampler(format="fltp", layout=self._stream.layout, rate=SAMPLE_RATE)
        packets = damaged = 0
        for packet in self._packets():
            packets += 1
            try:
                frames = packet.decode()
            except av.FFmpegError:
                damaged += 1
                continue
            for frame in frames:
                for out in resampler.resample(frame):
                    yield self._piece(out)
        if damaged > max(3, packets * _DAMAGED_SHARE):
            raise RecordingTruncated("much of the recording is damaged: export it again")
        for out in resampler.resample(None):
            yield self._piece(out)

    def _packets(self) -> Iterator[av.Packet[av.AudioStream]]:
        try:
            yield from self._container.demux(self._stream)
        except av.FFmpegError:
            raise RecordingTruncated("the recording breaks off: export it again") from None

    def _piece(self, frame: av.AudioFrame) -> Piece:
        planes = np.asarray(frame.to_ndarray(), np.float32) * 32768.0
        rows = list(np.nan_to_num(planes)) if self._split else [one_channel(planes)]
        return Piece(tuple(to_int16(row) for row in rows))


def _open(path: Path) -> InputContainer:
    if path.is_dir():
        raise RecordingMissing("this is a folder, not a recording")
    try:
        size = path.stat().st_size
    except PermissionError:
        raise RecordingMissing("the file can't be read: check its permissions") from None
    except (OSError, ValueError):
        raise RecordingMissing("there is no file of this name") from None
    if not path.is_file():
        raise NotARecording("this is no ordinary file")
    if size == 0:
        raise RecordingEmpty("the file is empty")
    try:
        return av.open(str(path), mode="r", metadata_errors="ignore")
    except PermissionError:
        raise RecordingMissing("the file can't be read: check its permissions") from None
    except (av.FFmpegError, OSError, ValueError):
        raise NotARecording("this is no media file that FFmpeg knows") from None


def _wave_is_cut(path: Path) -> bool:
    """Whether a RIFF WAVE header promises more bytes than there are: FFmpeg passes over that."""
    with path.open("rb") as source:
        head = source.read(12)
    promised = int.from_bytes(head[4:8], "little")
    unknown = promised in {0, 0xFFFFFFFF}  # written by a pipe
    return head[:4] == b"RIFF" and head[8:] == b"WAVE" and not unknown and promised + 8 > path.stat().st_size


def _channels_of(stream: av.AudioStream, *, split: bool) -> int:
    count = max(1, stream.layout.nb_channels)
    if split and count > MAX_TRACKS:
        raise TooManyChannels(f"{count} channels: at most {MAX_TRACKS} speakers can be split")
    return count


def _audio_of(container: InputContainer) -> av.AudioStream:
    if not container.streams.audio:
        raise NoAudioStream("the file has no audio stream")
    stream = container.streams.audio[0]
    if not stream.rate:
        raise NotARecording("the audio stream can't be decoded")
    return stream
