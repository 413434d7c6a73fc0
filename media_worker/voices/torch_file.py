"""The tensors in a PyTorch archive, read without PyTorch.

Such a file is a ZIP: a pickle that describes the tensors, and their bytes beside it. Only what describes
tensors is understood; a pickle that asks for anything else is refused, so that no code in it ever runs.
"""

from __future__ import annotations

import io
import pickle
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from media_worker.errors import ModelUnavailable

Tensors: TypeAlias = dict[str, npt.NDArray[Any]]
"""Arrays by their names in the state dictionary."""

_KINDS = {"FloatStorage": np.float32, "HalfStorage": np.float16, "LongStorage": np.int64}


def tensors_of(path: Path, under: str | None = None) -> Tensors:
    """The tensors of an archive's dictionary, or of the one it holds `under` a key.

    Raises:
        ModelUnavailable: it is no such archive, or holds something else.
        OSError: it can't be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            listing = next(name for name in archive.namelist() if name.endswith("/data.pkl"))
            reader = _Reader(io.BytesIO(archive.read(listing)), archive, listing.removesuffix("data.pkl"))
            found = reader.load()
        found = found if under is None else found[under]
        return {name: value for name, value in found.items() if isinstance(value, np.ndarray)}
    except (
        zipfile.BadZipFile,
        pickle.UnpicklingError,
        StopIteration,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        EOFError,
    ):
        raise ModelUnavailable("a packaged voice model can't be read: reinstall the extra `voices`") from None


class _Reader(pickle.Unpickler):
    """Knows dictionaries, numbers, text and tensors; refuses every other name."""

    def __init__(self, pickled: io.BytesIO, archive: zipfile.ZipFile, root: str) -> None:
        super().__init__(pickled)
        self._archive = archive
        self._root = root

    def find_class(self, module: str, name: str) -> Any:
        """The few names that describe a tensor."""
        match module, name:
            case "torch._utils", "_rebuild_tensor_v2":
                return _rebuilt
            case "collections", "OrderedDict":
                return OrderedDict
            case "torch", kind if kind in _KINDS:
                return kind
        raise pickle.UnpicklingError("names something that is no tensor")

    def persistent_load(self, pid: Any) -> npt.NDArray[Any]:
        """The bytes of one storage: ('storage', kind, key, where, how many)."""
        _, kind, key, _, count = pid
        return np.frombuffer(self._archive.read(f"{self._root}data/{key}"), _KINDS[kind], count)


def _rebuilt(
    storage: npt.NDArray[Any], offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object
) -> npt.NDArray[Any]:
    """A tensor laid over a storage; its strides count elements."""
    flat = storage[offset:]
    bytes_apart = [stride * storage.itemsize for stride in strides]
    last = sum((size - 1) * stride for size, stride in zip(shape, strides, strict=True))
    if any(size < 1 for size in shape) or last >= len(flat):
        raise ValueError("a tensor lies outside its storage")
    return np.lib.stride_tricks.as_strided(flat, shape, bytes_apart).copy()
