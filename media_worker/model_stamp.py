"""The stamp beside a verified model: its hash, so that a start compares size and time instead of hashing."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from media_worker.model_folder import NEEDED, WEIGHTS

_CHUNK = 1 << 20
_NAME = "verified.json"


@dataclass(frozen=True)
class Stamp:
    """What `model.bin` was when it was verified: SHA-256 (hex), size (bytes), modification (nanoseconds)."""

    sha256: str
    size: int
    modified: int

    @classmethod
    def now(cls, folder: Path, sha256: str) -> Stamp:
        """The stamp for the weights that are there now and have this hash."""
        seen = (folder / WEIGHTS).stat()
        return cls(sha256, seen.st_size, seen.st_mtime_ns)

    @classmethod
    def of(cls, folder: Path) -> Stamp | None:
        """The stamp a folder carries; None when it has none, or none that can be read."""
        try:
            return cls(**json.loads((folder / _NAME).read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def put(self, folder: Path) -> None:
        """Writes it into the folder."""
        (folder / _NAME).write_text(json.dumps(asdict(self)))


def unaltered(folder: Path, sha256: str) -> bool:
    """Whether a folder's weights have this hash: by its stamp, or by hashing when they were touched.

    Raises:
        OSError: they can't be read.
    """
    if any(not (folder / name).is_file() for name in NEEDED):
        return False
    if Stamp.of(folder) == Stamp.now(folder, sha256):
        return True
    return hash_of(folder / WEIGHTS) == sha256


def chunks(paths: Iterable[Path]) -> Iterator[bytes]:
    """The files' bytes, one file after the other."""
    for path in paths:
        with path.open("rb") as source:
            while chunk := source.read(_CHUNK):
                yield chunk


def hash_of(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits."""
    digest = hashlib.sha256()
    for chunk in chunks([path]):
        digest.update(chunk)
    return digest.hexdigest()


def write_joined(parts: Iterable[Path], target: Path) -> str:
    """Writes the parts one after the other; returns the SHA-256 of the whole."""
    digest = hashlib.sha256()
    with target.open("wb") as out:
        for chunk in chunks(parts):
            digest.update(chunk)
            out.write(chunk)
    return digest.hexdigest()


@contextmanager
def building(target: Path) -> Iterator[Path]:
    """A folder to build a model in, renamed to `target` at the end: no reader ever sees half a model.

    Whatever stood there before goes; two builders at once are harmless. On an error nothing is left.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield place
        place.chmod(0o755)
        _replace(place, target)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _replace(place: Path, target: Path) -> None:
    if target.exists():
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=target.parent))
        target.rename(old / target.name)
        place.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    else:
        place.rename(target)
