"""The models somebody added, and which model is in use, kept in the folder for models.

An added model is a copy: weights that can't change, move or be unplugged beneath a running
server. `chosen.json` beside the models names the one in use.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from media_worker.errors import ModelUnavailable
from media_worker.model_folder import COMPANIONS, WEIGHTS, ModelFacts, examine
from media_worker.model_packages import PACKAGED, models_folder
from media_worker.model_stamp import Stamp, building, unaltered, write_joined

USUAL = "base"
"""In use while nothing was chosen."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_CHOSEN = "chosen.json"


class Shelf:
    """The added models in `folder` (default: where packaged models are joined)."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or models_folder()

    def __iter__(self) -> Iterator[str]:
        """Names of the added models, sorted."""
        try:
            found = sorted(path.name for path in self.folder.iterdir() if _NAME.fullmatch(path.name))
        except OSError:
            return
        yield from (
            name for name in found if name not in PACKAGED and Stamp.of(self.folder / name) is not None
        )

    def __contains__(self, name: str) -> bool:
        return name in tuple(self)

    def place_of(self, name: str) -> Path:
        """An added model's folder.

        Raises:
            ModelUnavailable: its weights are no longer what was verified.
            OSError: they can't be read.
        """
        place = self.folder / name
        stamp = Stamp.of(place)
        if stamp is None or not unaltered(place, stamp.sha256):
            raise ModelUnavailable(
                f"the model {name!r} was altered since it was added: `attune models remove` it, add it anew"
            )
        return place

    def free_name(self, name: str) -> str:
        """The name itself, if a model may be added under it.

        Raises:
            ModelUnavailable: it is no name, or it is taken.
        """
        if not _NAME.fullmatch(name) or name == _CHOSEN:
            raise ModelUnavailable(
                "a model's name has letters, digits, dots, hyphens and underscores, 64 at most: use --name"
            )
        if name in PACKAGED or (self.folder / name).exists():
            raise ModelUnavailable(f"a model {name!r} is there already: choose another name with --name")
        return name

    def put(self, source: Path, name: str) -> ModelFacts:
        """Copies a model folder that was examined and tried, and stamps it.

        Raises:
            ModelUnavailable: the name is taken, it can't be copied, or it changed on the way.
        """
        target = self.folder / self.free_name(name)
        try:
            with building(target) as place:
                found = write_joined([source / WEIGHTS], place / WEIGHTS)
                for small in COMPANIONS:
                    if (source / small).is_file():
                        shutil.copyfile(source / small, place / small)
                facts = examine(place)
                Stamp.now(place, found).put(place)
        except OSError as error:
            raise _unwritable(error) from None
        return facts

    def remove(self, name: str) -> None:
        """Deletes an added model.

        Raises:
            ModelUnavailable: the folder can't be written.
        """
        try:
            shutil.rmtree(self.folder / name)
        except OSError as error:
            raise _unwritable(error) from None

    def chosen(self) -> str | None:
        """The name somebody chose with `choose`; None when nobody did."""
        try:
            found = json.loads((self.folder / _CHOSEN).read_text())["model"]
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return found if isinstance(found, str) else None

    def choose(self, name: str) -> None:
        """Makes a model the one in use from the next start on.

        Raises:
            ModelUnavailable: the folder can't be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            number, path = tempfile.mkstemp(prefix=".chosen-", dir=self.folder)
            with os.fdopen(number, "w") as file:
                json.dump({"model": name}, file)
            Path(path).chmod(0o644)
            Path(path).replace(self.folder / _CHOSEN)
        except OSError as error:
            raise _unwritable(error) from None


def _unwritable(error: OSError) -> ModelUnavailable:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ModelUnavailable(
            "no room for the model: make some, or set ATTUNE_EAR_MODELS_FOLDER to another disk"
        )
    return ModelUnavailable(
        f"the folder for models can't be written ({(error.strerror or 'no reason given').lower()}): "
        "set ATTUNE_EAR_MODELS_FOLDER to one of your own"
    )
