"""Reads the processor's energy counters and the machine's CPU time from Linux's files."""

from __future__ import annotations

import os
import time
from enum import StrEnum
from pathlib import Path

from media_worker.package_energy import Counter, PackageMeter, Reading

POWERCAP = Path("/sys/class/powercap")
STAT = Path("/proc/stat")

_ZONES = "intel-rapl:*"
_PACKAGE = "package"
_BUSY = (0, 1, 2, 5, 6)
"""Columns of /proc/stat's first line: user (guests are in it), nice, system, irq, softirq (proc(5))."""
_IDLE = (3, 4)
"""Idle and waiting for a disk. Time stolen by the host is neither: it was not this machine's."""


class Counters(StrEnum):
    """Whether there are energy counters, and whether this user may read them."""

    READABLE = "readable"
    FORBIDDEN = "forbidden"
    ABSENT = "absent"


def packages(root: Path = POWERCAP) -> list[Path]:
    """The zones of whole packages; cores, memory and the platform are parts of them or contain them."""
    zones = (zone for zone in sorted(root.glob(_ZONES)) if zone.name.count(":") == 1)
    return [zone for zone in zones if (_line(zone / "name") or "").startswith(_PACKAGE)]


def counters(root: Path = POWERCAP) -> Counters:
    """What there is to read here."""
    found = packages(root)
    if not found:
        return Counters.ABSENT
    readable = all(_number(zone / "energy_uj") is not None for zone in found)
    return Counters.READABLE if readable else Counters.FORBIDDEN


def reading(root: Path = POWERCAP, stat: Path = STAT) -> Reading | None:
    """All counters and the CPU time now; None when any of it can't be read."""
    found: dict[str, Counter] = {}
    for zone in packages(root):
        microjoules = _number(zone / "energy_uj")
        if microjoules is None:
            return None
        found[zone.name] = Counter(microjoules, _number(zone / "max_energy_range_uj"))
    times = cpu_seconds(_line(stat) or "")
    return None if not found or times is None else Reading(found, *times)


def cpu_seconds(line: str) -> tuple[float, float] | None:
    """Busy and all CPU seconds since the start, from the first line of /proc/stat; None if it is another."""
    words = line.split()
    if len(words) < 8 or words[0] != "cpu" or not all(word.isdigit() for word in words[1:8]):
        return None
    ticks = [int(word) for word in words[1:8]]
    second = os.sysconf("SC_CLK_TCK")
    busy = sum(ticks[column] for column in _BUSY)
    return busy / second, (busy + sum(ticks[column] for column in _IDLE)) / second


def package_meter(root: Path = POWERCAP, stat: Path = STAT) -> PackageMeter | None:
    """A meter of this machine, or None where the counters can't be read: energy is modelled then."""
    if reading(root, stat) is None:
        return None
    return PackageMeter(lambda: reading(root, stat), time.monotonic)


def _line(path: Path) -> str | None:
    """The first line of a file; None without it, or without the right to read it."""
    try:
        with path.open() as file:
            return file.readline().strip()
    except OSError:
        return None


def _number(path: Path) -> int | None:
    line = _line(path)
    return int(line) if line is not None and line.isdigit() else None
