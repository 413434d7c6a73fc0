"""Looks into the memory of running processes for words that should be gone from it.

Linux only: reads `/proc/PID/mem` (proc(5)), which needs root, or a process that allows it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CHUNK = 8 * 1024 * 1024
_MAPPING = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+\s*(.*)$")
_UNREADABLE = ("[vvar", "[vsyscall", "[vdso")


@dataclass(frozen=True)
class Process:
    """A running process: its id and the words of its command line."""

    pid: int
    command: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.pid} {' '.join(self.command)[:100]}"


@dataclass(frozen=True)
class Trace:
    """A place in a process's memory that holds a phrase; `around` is what stands near it."""

    process: Process
    phrase: str
    encoding: str
    region: str
    address: int
    around: bytes

    def __str__(self) -> str:
        place = f"{self.address:#x} {self.region} of {self.process}"
        return f"{self.phrase!r} ({self.encoding}) at {place}: {self.around!r}"


def encodings(phrase: str) -> Iterator[tuple[str, bytes]]:
    """The byte forms a phrase takes in memory: CPython keeps text 1, 2 or 4 bytes a character (PEP 393)."""
    for encoding in ("utf-8", "utf-16-le", "utf-32-le"):
        yield encoding, phrase.lower().encode(encoding)


def family(pid: int) -> list[Process]:
    """A process and all its descendants, itself first."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            parent = _parent(int(entry.name))
            if parent is not None:
                parents.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        current = waiting.pop(0)
        command = _command(current)
        if command is not None:
            found.append(Process(current, command))
        waiting.extend(sorted(parents.get(current, ())))
    return found


def search(process: Process, phrases: Sequence[str]) -> list[Trace]:
    """Where one of `phrases` stands in the process's own memory, in any letter case; one place a chunk.

    Pages that merely show a file (libraries, model weights) are not read; an ended process holds nothing.
    """
    needles = [(phrase, name, form) for phrase in phrases for name, form in encodings(phrase)]
    overlap = max(len(form) for _, _, form in needles) - 1
    any_of_them = re.compile(b"|".join(re.escape(form) for _, _, form in needles))  # one pass, not one each
    traces = []
    try:
        with Path(f"/proc/{process.pid}/mem").open("rb", buffering=0) as memory:
            for start, end, region in _regions(process.pid):
                for base, chunk in _chunks(memory.fileno(), start, end, overlap):
                    folded = chunk.lower()
                    if any_of_them.search(folded) is None:
                        continue
                    for phrase, name, form in needles:
                        at = folded.find(form)
                        if at >= 0:
                            around = chunk[max(0, at - 60) : at + len(form) + 60]
                            traces.append(Trace(process, phrase, name, region, base + at, around))
    except (FileNotFoundError, ProcessLookupError):
        return []
    return traces


def _regions(pid: int) -> Iterator[tuple[int, int, str]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        matched = _MAPPING.match(line)
        if matched is None or matched[3][0] != "r" or matched[4].startswith(_UNREADABLE):
            continue
        shows_a_file = matched[4].startswith("/") and matched[3][1] != "w"
        if not shows_a_file:
            yield int(matched[1], 16), int(matched[2], 16), matched[4] or "[anonymous]"


def _chunks(descriptor: int, start: int, end: int, overlap: int) -> Iterator[tuple[int, bytes]]:
    at = start
    while at < end:
        try:
            chunk = os.pread(descriptor, min(CHUNK, end - at), at)
        except OSError:
            return  # unmapped or never backed since the map was read
        if not chunk:
            return
        yield at, chunk
        if at + len(chunk) >= end:
            return
        at += max(1, len(chunk) - overlap)


def _parent(pid: int) -> int | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    return int(stat.rpartition(")")[2].split()[1])


def _command(pid: int) -> tuple[str, ...] | None:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return None
    return tuple(word.decode(errors="replace") for word in words if word)
