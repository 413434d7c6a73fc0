"""A virtual environment for each neighbour, made once in a folder the user names; versions pinned."""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

TORCH = "torch==2.13.0"


class NotInstalledError(Exception):
    """A neighbour's packages can't be installed here."""


@dataclass(frozen=True)
class Packages:
    """A neighbour's own package, and what its server imports beside it.

    `alone`: its own requirements are not followed, since they hold what only its client or other
    back ends need and what does not build everywhere.
    """

    name: str
    version: str
    beside: tuple[str, ...]
    alone: bool = False


WHISPER_LIVE = Packages(
    "whisper-live",
    "0.10.0",
    (
        *(TORCH, "faster-whisper==1.2.0", "websockets==17.4", "onnxruntime", "numpy<2.5", "scipy", "av<18"),
        *("fastapi", "uvicorn", "python-multipart", "soundfile", "requests"),  # imported, not all declared
    ),
    alone=True,
)
WHISPER_LIVE_KIT = Packages("whisperlivekit", "0.2.26", (TORCH,))


def python_of(packages: Packages, cache: Path) -> Path:
    """The interpreter of the neighbour's environment, made if it isn't there.

    Raises:
        NotInstalledError: something could not be installed; pip has said what.
    """
    folder = cache / packages.name
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    if _version(python, packages.name) != packages.version:
        _pip(python, *packages.beside)
        _pip(python, *(["--no-deps"] if packages.alone else []), f"{packages.name}=={packages.version}")
    return python


def _version(python: Path, name: str) -> str:
    asked = f"import importlib.metadata as m; print(m.version({name!r}))"
    done = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _pip(python: Path, *what: str) -> None:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *what]
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        raise NotInstalledError(f"pip could not install {' '.join(what)}")
