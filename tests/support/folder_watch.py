"""Watches folders for everything that ever comes to stand in them, however briefly.

inotify(7) tells of each file created or written, so that a temporary file that lives for a
millisecond is known by name; the contents of what stays are read again and again while watching.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.process_memory import encodings

_CREATE, _MOVED_TO, _CLOSE_WRITE, _IS_FOLDER = 0x100, 0x80, 0x8, 0x40000000
_EVENT = struct.Struct("iIII")
AUDIO_BEGINNINGS = (b"RIFF", b"OggS", b"fLaC", b"ID3", b"\x1aE\xdf\xa3", b"FORM", b".snd")
"""First bytes of WAV, Ogg/Opus, FLAC, MP3, WebM/Matroska, AIFF and AU files."""


@dataclass
class Findings:
    """What was seen: names of all files that appeared, and complaints about their contents."""

    appeared: set[Path] = field(default_factory=set)
    complaints: set[str] = field(default_factory=set)


class FolderWatch:
    """A context manager that watches folders (and the folders made in them) from enter to exit.

    `phrases` may stand in no file, in any letter case and encoding; no file may begin like audio.
    `but`: a folder in one of these that is not looked into (what is named in `folders` is, also inside it).
    """

    def __init__(self, folders: Sequence[Path], phrases: Sequence[str], but: Path | None = None) -> None:
        self.findings = Findings()
        self._folders = tuple(folders)
        self._but = but
        self._needles = [(phrase, form) for phrase in phrases for _, form in encodings(phrase)]
        self._watched: dict[int, Path] = {}
        self._read_sizes: dict[Path, tuple[int, int]] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._follow)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._libc.inotify_init1(os.O_NONBLOCK)

    def __enter__(self) -> Self:
        for folder in self._folders:
            self._watch(folder)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()
        self._take_events()
        os.close(self._descriptor)
        self._read_all()

    def _watch(self, folder: Path) -> None:
        wanted = _CREATE | _MOVED_TO | _CLOSE_WRITE
        watch = self._libc.inotify_add_watch(self._descriptor, os.fsencode(folder), wanted)
        if watch >= 0:
            self._watched[watch] = folder
            for inner in folder.iterdir():
                self._appeared(inner)

    def _appeared(self, path: Path) -> None:
        if path == self._but:
            return
        self.findings.appeared.add(path)
        if path.is_dir() and path not in self._watched.values():
            self._watch(path)
        else:
            self._read(path)

    def _follow(self) -> None:
        rounds = 0
        while not self._done.wait(0.005):
            self._take_events()
            rounds += 1
            if rounds % 50 == 0:
                self._read_all()

    def _take_events(self) -> None:
        """Everything the kernel has noted since the last time."""
        with contextlib.suppress(BlockingIOError):
            while block := os.read(self._descriptor, 64 * 1024):
                at = 0
                while at < len(block):
                    watch, _, _, length = _EVENT.unpack_from(block, at)
                    name = block[at + _EVENT.size : at + _EVENT.size + length].rstrip(b"\0")
                    at += _EVENT.size + length
                    if watch in self._watched:
                        self._appeared(self._watched[watch] / os.fsdecode(name))

    def _read_all(self) -> None:
        for path in tuple(self.findings.appeared):
            self._read(path)

    def _read(self, path: Path) -> None:
        content = _content(path, self._read_sizes)
        if content is None:
            return
        folded = content.lower()
        for phrase, form in self._needles:
            if form in folded:
                self.findings.complaints.add(f"{path} holds {phrase!r}")
        if content.startswith(AUDIO_BEGINNINGS):
            self.findings.complaints.add(f"{path} begins like an audio file")


def _content(path: Path, seen: dict[Path, tuple[int, int]]) -> bytes | None:
    """A file's bytes, or None when it is gone, no file, or unchanged since it was last read."""
    try:
        state = path.lstat()
        if not path.is_file() or seen.get(path) == (state.st_size, state.st_mtime_ns):
            return None
        content = path.read_bytes()
    except OSError:
        return None
    seen[path] = (state.st_size, state.st_mtime_ns)
    return content


def wait_for(condition: Callable[[], bool], seconds: float, what: str, every: float = 0.05) -> None:
    """Polls `condition` until it holds; fails naming `what` when it does not within `seconds`."""
    waited = threading.Event()
    for _ in range(int(seconds / every)):
        if condition():
            return
        waited.wait(every)
    if not condition():
        raise AssertionError(f"not within {seconds} s: {what}")
