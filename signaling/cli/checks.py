"""What `attune doctor` looks at. Each check says what it found and, when it is not well, what to do."""

from __future__ import annotations

import importlib.util
import os
import resource
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from live_notes.energy import Factors
from live_notes.errors import MaskingUnavailable
from live_notes.masking import DEFAULT_MODEL, NO_MODEL, check_model
from media_worker.powercap import POWERCAP, Counters, counters
from media_worker.process_memory import may_lock

LEAST_FREE_BYTES = 1 << 30


Figure: TypeAlias = float | str | bool


class Health(StrEnum):
    """`ill` keeps Attune from working; `weak` is worth knowing."""

    WELL = "well"
    WEAK = "weak"
    ILL = "ill"


@dataclass(frozen=True)
class Check:
    """One finding. `advice` is empty when there is nothing to do; `figures` are what was measured."""

    name: str
    health: Health
    found: str
    advice: str = ""
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The finding as JSON-able values; `figures` only where something was measured."""
        told: dict[str, object] = {
            "name": self.name,
            "health": str(self.health),
            "found": self.found,
            "advice": self.advice,
        }
        return {**told, "figures": dict(self.figures)} if self.figures else told


def python() -> Check:
    """The interpreter."""
    version = sys.version_info
    fits = (3, 11) <= version[:2] < (3, 14)
    found = f"{version.major}.{version.minor}.{version.micro}, {os.cpu_count()} cores"
    return Check("python", Health.WELL if fits else Health.ILL, found, "" if fits else "use 3.11 to 3.13")


def masking(model: str) -> Check:
    """The language model for masking."""
    if model == NO_MODEL:
        return Check(
            "masking model", Health.WEAK, "none: more names are missed", "unset ATTUNE_MASKING_MODEL"
        )
    try:
        check_model(model)
    except MaskingUnavailable:
        advice = "make install" if model == DEFAULT_MODEL else f"pip install {model.replace('_', '-')}"
        return Check("masking model", Health.ILL, f"{model} is missing", advice)
    return Check(
        "masking model", Health.WELL, "installed" if model == DEFAULT_MODEL else f"{model} installed"
    )


def memory() -> Iterator[Check]:
    """What keeps spoken words from reaching a disk: core dumps, swap, freed memory."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    dumps = "off" if soft == 0 else "on here; the server switches them off for itself"
    yield Check("core dumps", Health.WELL, f"{dumps} (hard limit {_limit(hard)})")
    swap = _swap_kilobytes()
    if swap:
        advice = "memory can be written to swap: encrypt it, or swapoff"
        yield Check("swap", Health.WEAK, f"{swap // 1024} MB in use as swap space", advice)
    else:
        yield Check("swap", Health.WELL, "none")
    locked = resource.getrlimit(resource.RLIMIT_MEMLOCK)[0]
    if may_lock():
        yield Check("memory lock", Health.WELL, "permitted: the server keeps its memory out of swap")
    else:
        advice = "allow it with LimitMEMLOCK=infinity (systemd) or ulimit -l unlimited" if swap else ""
        health = Health.WEAK if swap else Health.WELL
        yield Check("memory lock", health, f"not permitted (limit {_limit(locked)})", advice)
    libc = os.confstr("CS_GNU_LIBC_VERSION") if sys.platform.startswith("linux") else None
    if libc:
        yield Check("freed memory", Health.WELL, f"{libc}: the server overwrites what it frees")
    else:
        yield Check(
            "freed memory", Health.WEAK, "no glibc: freed memory is not overwritten", "use glibc's Linux"
        )


def _limit(value: int) -> str:
    return "unlimited" if value == resource.RLIM_INFINITY else f"{value // 1024} kB" if value else "0"


def _swap_kilobytes() -> int:
    try:
        lines = Path("/proc/swaps").read_text().splitlines()[1:]
    except OSError:
        return 0
    return sum(int(line.split()[2]) for line in lines)


def folder(path: Path) -> Check:
    """Whether records can be written to the data folder and deleted from it again."""
    place = path
    while not place.exists():
        place = place.parent
    try:
        with tempfile.NamedTemporaryFile(dir=place, prefix=".attune-doctor-") as probe:
            probe.write(b"attune")
            probe.flush()
            os.fsync(probe.fileno())
            name = Path(probe.name)
    except OSError as error:
        return Check("data folder", Health.ILL, f"{place}: {error.strerror}", "choose another with --data")
    if name.exists():
        return Check("data folder", Health.ILL, f"{place}: a deleted file stays", "choose another disk")
    free = shutil.disk_usage(place).free
    where = str(path) if place == path else f"{path} (to be made in {place})"
    enough = free >= LEAST_FREE_BYTES
    found = f"{where}: writable, deletable, {free // (1 << 30)} GB free"
    return Check("data folder", Health.WELL if enough else Health.WEAK, found, "" if enough else "make room")


def port(host: str, number: int) -> Check:
    """Whether the server's port can be taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            found = f"{host}:{number}: {error.strerror}"
            return Check("port", Health.WEAK, found, "choose another with --port")
    return Check("port", Health.WELL, f"{host}:{number} is free")


def udp() -> Check:
    """Whether a UDP packet sent on this machine arrives: WebRTC's way for sound."""
    with (
        socket.socket(type=socket.SOCK_DGRAM) as receiver,
        socket.socket(type=socket.SOCK_DGRAM) as sender,
    ):
        try:
            receiver.bind(("127.0.0.1", 0))
            receiver.settimeout(1.0)
            sender.sendto(b"attune", receiver.getsockname())
            arrived = receiver.recv(16) == b"attune"
        except OSError:
            arrived = False
    if arrived:
        return Check("udp", Health.WELL, "packets arrive on this machine")
    return Check(
        "udp", Health.ILL, "packets do not arrive on this machine", "allow UDP on the loopback interface"
    )


def pages() -> Check:
    """Whether the browser's side is built. Nothing else of a browser is needed here."""
    spec = importlib.util.find_spec("web_client")
    places = list(spec.submodule_search_locations or ()) if spec else []
    built = any((Path(place) / "dist" / "index.html").is_file() for place in places)
    health = Health.WELL if built else Health.ILL
    return Check("pages", health, "built" if built else "not built", "" if built else "make install")


def energy(factors: Factors, root: Path = POWERCAP) -> Iterator[Check]:
    """How a session's energy is known, and by which factors carbon and water follow from it."""
    match counters(root):
        case Counters.READABLE:
            yield Check("energy", Health.WELL, "measured by the processor's energy counter")
        case Counters.FORBIDDEN:
            found = "modelled from CPU time: there is an energy counter, which this user may not read"
            yield Check("energy", Health.WELL, found, "to have it measured, see docs/energy.md")
        case Counters.ABSENT:
            yield Check("energy", Health.WELL, "modelled from CPU time: there is no energy counter here")
    for factor in (factors.pue, factors.grams_per_kwh, factors.litres_per_kwh):
        low, mid, high = factor.value.low, factor.value.mid, factor.value.high
        span = f"{mid:g}" if low == high else f"{mid:g} ({low:g} to {high:g})"
        figures: dict[str, Figure] = {"low": low, "mid": mid, "high": high}
        yield Check(factor.name, Health.WELL, f"{span} {factor.unit}; {factor.source}", figures=figures)
