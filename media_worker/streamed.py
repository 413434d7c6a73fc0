"""A recording read while it arrives: bytes in, samples out, nothing on a disk. Blocks; runs in a thread.

Memory holds one chunk and FFmpeg's own buffers, whatever the length. One kind of file can't be read so: an
MP4 whose index comes at its end. It is held whole, up to `MOST_HELD_BYTES`, and overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import av
from av.container import InputContainer

from media_worker.containers import HEAD_BYTES, Atoms, container_of, is_other_media
from media_worker.errors import (
    IndexAtTheEnd,
    NotARecording,
    RecordingEmpty,
    RecordingTooLong,
    RecordingUnsupported,
)
from media_worker.hearing import SAMPLE_RATE
from media_worker.recordings import Channels, Piece, Recording

MOST_SECONDS = 4 * 3600.0
"""The longest recording, like the longest call."""

MOST_HELD_BYTES = 256 << 20
"""The largest MP4 with its index at the end: four hours of speech as phones write it."""

_SLACK_SECONDS = 1.0


class Chunks(Protocol):
    """Where the bytes come from."""

    def next(self) -> bytes:
        """The next bytes, waiting for them; none at the end."""
        ...


class Incoming:
    """A file as it arrives, for FFmpeg to read on. `size`: its bytes in all, where they are known."""

    def __init__(self, chunks: Chunks, size: int | None = None) -> None:
        self._chunks = chunks
        self._rest = bytearray()
        self._ended = False
        self.size = size
        self.taken = 0
        """Bytes that have arrived."""

    def read(self, count: int) -> bytes:
        """At most `count` bytes, waiting for some; none at the end."""
        while not self._rest and not self._ended:
            self._more()
        return self._give(count)

    def head(self, count: int) -> bytes:
        """The first bytes, which are still to be read; fewer if there are no more."""
        while len(self._rest) < count and not self._ended:
            self._more()
        return bytes(self._rest[:count])

    def hold(self, enough: Callable[[bytes], bool], most: int) -> bool:
        """Takes in the file until `enough` of it is there (told of every new chunk); False above `most`."""
        if enough(bytes(self._rest)):
            return True
        while not self._ended:
            before = len(self._rest)
            self._more()
            if enough(bytes(self._rest[before:])):
                return True
            if len(self._rest) > most:
                return False
        return True

    def wipe(self) -> None:
        """Overwrites what has not been read."""
        self._rest[:] = bytes(len(self._rest))
        self._rest.clear()

    def give_up(self) -> bytearray:
        """All that is held, as the caller's own."""
        held, self._rest = self._rest, bytearray()
        return held

    def _more(self) -> None:
        chunk = self._chunks.next()
        self._ended = not chunk
        self.taken += len(chunk)
        self._rest += chunk

    def _give(self, count: int) -> bytes:
        given = bytes(self._rest[:count])
        self._rest[: len(given)] = bytes(len(given))
        del self._rest[: len(given)]
        return given


class Held:
    """A whole file in memory, for FFmpeg to go about in. `close` overwrites it."""

    def __init__(self, content: bytearray) -> None:
        self._content = content
        self._at = 0

    def read(self, count: int) -> bytes:
        """The next bytes."""
        given = bytes(self._content[self._at : self._at + count])
        self._at += len(given)
        return given

    def seek(self, place: int, whence: int = 0) -> int:
        """Goes to a place, as files do."""
        base = {0: 0, 1: self._at, 2: len(self._content)}[whence]
        self._at = min(max(0, base + place), len(self._content))
        return self._at

    def tell(self) -> int:
        """Where it stands."""
        return self._at

    def wipe(self) -> None:
        """Overwrites all of it."""
        self._content[:] = bytes(len(self._content))
        self._content.clear()


class StreamedRecording(Recording):
    """A recording on its way. Opening waits for its first bytes.

    Raises on opening:
        RecordingEmpty, NotARecording, RecordingUnsupported, NoAudioStream, TooManyChannels, IndexAtTheEnd,
        RecordingTooLong.
    """

    def __init__(self, incoming: Incoming, channels: Channels = "mix") -> None:
        self._incoming = incoming
        self._held: Held | None = None
        self._cut = False
        self._promised = _promised_bytes(incoming)
        self._take(self._opened(), channels)
        try:
            self._refuse_long(self.seconds or 0.0)
        except RecordingTooLong:
            self._container.close()
            raise

    def total(self, heard: float) -> tuple[float | None, bool]:
        """Seconds in all once `heard` are decoded, and whether that is an estimate from the bytes left."""
        stated = self.seconds
        if stated:
            return max(stated, heard), False
        size, taken = self._incoming.size, self._incoming.taken
        if not size or not taken or not heard:
            return None, True
        bit_rate = self._stream.codec_context.bit_rate or 0
        if bit_rate and self._stream.codec_context.name.startswith("pcm_"):
            return max(heard, size * 8 / bit_rate), False
        return max(heard, heard * size / taken), True

    def pieces(self) -> Iterator[Piece]:
        """Samples from begin to end.

        Raises:
            RecordingEmpty, RecordingTruncated: as a `Recording`. RecordingTooLong: so far and no further.
        """
        heard = 0
        for piece in super().pieces():
            heard += len(piece.tracks[0])
            self._refuse_long(heard / SAMPLE_RATE)
            yield piece

    def close(self) -> None:
        """Lets go of the file; what is held of it is overwritten."""
        self._container.close()
        self._incoming.wipe()
        if self._held is not None:
            self._held.wipe()

    def _is_cut(self) -> bool:
        return self._promised is not None and self._incoming.taken < self._promised

    def _refuse_long(self, seconds: float) -> None:
        if seconds > MOST_SECONDS + _SLACK_SECONDS:
            hours = f"{MOST_SECONDS / 3600:g}"
            raise RecordingTooLong(f"a recording has at most {hours} hours: cut it and upload its parts")

    def _opened(self) -> InputContainer:
        head = self._incoming.head(HEAD_BYTES)
        if not head:
            raise RecordingEmpty("the file is empty")
        name = container_of(head)
        if name is None:
            raise _no_container(head)
        source: Incoming | Held = self._incoming
        if name == "mp4" and not self._index_first():
            source = self._held = Held(self._incoming.give_up())
        options = {"protocol_whitelist": ""}
        try:
            return av.open(source, mode="r", format=name, metadata_errors="ignore", options=options)
        except (av.FFmpegError, OSError, ValueError):
            if self._held is not None:
                self._held.wipe()
                raise NotARecording("the recording breaks off before its index: copy it again") from None
            raise NotARecording("the file begins like a recording, and can't be read as one") from None

    def _index_first(self) -> bool:
        """Whether an MP4 can be read as it comes; if not, the whole of it is there now."""
        atoms = Atoms()

        def known(chunk: bytes) -> bool:
            atoms.feed(chunk)
            return atoms.index_first is not None

        self._incoming.hold(known, MOST_HELD_BYTES)
        if atoms.index_first is not False:
            return True
        if not self._incoming.hold(lambda chunk: False, MOST_HELD_BYTES):
            raise IndexAtTheEnd(
                f"this MP4 has its index at its end and more than {MOST_HELD_BYTES >> 20} MB: export its "
                'sound alone (M4A, MP3), or save it with "fast start" (web optimised)'
            )
        return False


def _no_container(head: bytes) -> NotARecording | RecordingUnsupported:
    if is_other_media(head):
        return RecordingUnsupported(
            "sound of this kind is not taken: save it as WAV, MP3, M4A, OGG, WEBM or FLAC"
        )
    return NotARecording("this is no recording: WAV, MP3, M4A or MP4, OGG, WEBM and FLAC are taken")


def _promised_bytes(incoming: Incoming) -> int | None:
    """Bytes that a RIFF WAVE header promises, with itself: FFmpeg passes over a file cut short."""
    head = incoming.head(12)
    promised = int.from_bytes(head[4:8], "little")
    wave = head[:4] == b"RIFF" and head[8:] == b"WAVE"
    return promised + 8 if wave and promised not in {0, 0xFFFFFFFF} else None
