"""Which container a file is, told by its first bytes. Pure.

FFmpeg is then told which one to read: left to guess, it would also follow playlists to other files and hosts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

HEAD_BYTES = 64
"""So many first bytes tell."""

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"OggS", "ogg"),
    (0, b"fLaC", "flac"),
    (0, b"\x1aE\xdf\xa3", "matroska"),
    (4, b"ftyp", "mp4"),
    (4, b"moov", "mp4"),
    (4, b"mdat", "mp4"),
    (4, b"wide", "mp4"),
    (0, b"ID3", "mp3"),
    (0, b"caff", "caf"),
    (0, b"#!AMR", "amr"),
    (0, b"riff\x2e\x91\xcf\x11", "w64"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),
)
_OTHER_MEDIA: tuple[tuple[int, bytes], ...] = (
    (0, b"MThd"),
    (0, b"FLV\x01"),
    (0, b"#EXTM3U"),
    (0, b"\x00\x00\x01\xba"),
    (0, b"\x00\x00\x01\xb3"),
    (8, b"AVI "),
    (0, b".snd"),
    (0, b"wvpk"),
    (0, b"MAC "),
    (0, b"DSD "),
)


def container_of(head: bytes) -> str | None:
    """FFmpeg's name of the container that begins so; None when it is none that is taken."""
    for place, magic, name in _MAGIC:
        if head[place : place + len(magic)] == magic:
            return name
    if head[:4] in {b"RIFF", b"RF64", b"RIFX"} and head[8:12] == b"WAVE":
        return "wav"
    if head[:4] == b"FORM" and head[8:12] in {b"AIFF", b"AIFC"}:
        return "aiff"
    return _bare_frames(head)


def is_other_media(head: bytes) -> bool:
    """Whether it is sound or video all the same, of a kind that is not taken."""
    return any(head[place : place + len(magic)] == magic for place, magic in _OTHER_MEDIA)


def _bare_frames(head: bytes) -> str | None:
    """MPEG audio without any container: its frames begin with eleven set bits (ISO/IEC 11172-3 §2.4.2.3)."""
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    layer = head[1] >> 1 & 3
    if layer == 0:
        return "aac" if head[1] & 0xF6 == 0xF0 else None
    rate, sampling = head[2] >> 4, head[2] >> 2 & 3
    return "mp3" if layer in {1, 2, 3} and rate not in {0, 15} and sampling != 3 else None


@dataclass(slots=True)
class Atoms:
    """Finds out whether an MP4's index (`moov`) comes before its sound (`mdat`). ISO/IEC 14496-12 §4.2.

    `feed` the file from its begin until `index_first` is known. Without the index first, nothing can be
    decoded before the whole file is there.
    """

    index_first: bool | None = None
    _pending: bytearray = field(default_factory=bytearray, repr=False)
    _skip: int = 0

    def feed(self, chunk: bytes) -> None:
        """The next bytes."""
        self._pending += chunk
        while self.index_first is None:
            passed = min(self._skip, len(self._pending))
            del self._pending[:passed]
            self._skip -= passed
            if self._skip or len(self._pending) < 16:
                return
            self._atom()

    def _atom(self) -> None:
        size = int.from_bytes(self._pending[:4])
        kind = bytes(self._pending[4:8])
        if size == 1:
            size = int.from_bytes(self._pending[8:16])
        if kind in {b"moov", b"moof"}:
            self.index_first = True
        elif kind == b"mdat":
            self.index_first = False
        elif size < 8:  # damaged, or an atom up to the end of the file: the decoder will tell
            self.index_first = True
        self._skip = size
