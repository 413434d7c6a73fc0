"""What a CTranslate2 `model.bin` says of itself, read without its weights (about a millisecond).

The format, by CTranslate2's own `ModelSpec._serialize` and `models/model.cc`: binary version,
name and revision of the specification, the variables (name, shape, type, bytes), aliases.
Walking it finds a file that is no model, of another kind, or cut off, before anything loads it.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from media_worker.errors import ModelUnavailable

NEWEST_VERSION = 6
"""Binary version of CTranslate2 4; a higher one was written by a later release."""

_SPECIFICATION = "WhisperSpec"
_MOST_VARIABLES = 100_000
_MOST_DIMENSIONS = 8
_POINTER = b"version https://git-lfs"


@dataclass(frozen=True)
class Outline:
    """The shapes of a model's variables by name."""

    shapes: Mapping[str, tuple[int, ...]]

    @property
    def parameters(self) -> int:
        """Weights in all, quantised or not: the model's size as people name it (base: 72 million)."""
        return sum(math.prod(shape) for shape in self.shapes.values())

    @property
    def vocabulary(self) -> int:
        """Tokens the decoder knows; 0 when the file does not say."""
        return self._dimension("decoder/embeddings/weight", 0)

    @property
    def mels(self) -> int:
        """Mel bands the encoder takes: 80, or 128 from large-v3 on; 0 when the file does not say."""
        return self._dimension("encoder/conv1/weight", 1)

    def _dimension(self, name: str, place: int) -> int:
        shape = self.shapes.get(name, ())
        return shape[place] if place < len(shape) else 0


class _CutOffError(Exception):
    """The file ends before what it announces."""


def read_outline(path: Path) -> Outline:
    """The outline of a `model.bin`.

    Raises:
        ModelUnavailable: it is no Whisper model of CTranslate2, or cut off; the detail names the fix.
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        if file.read(len(_POINTER)) == _POINTER:
            raise ModelUnavailable(
                "model.bin is only a pointer of Git LFS: fetch the file with `git lfs pull`"
            )
        file.seek(0)
        try:
            return _Reader(file, path.stat().st_size).outline()
        except (_CutOffError, UnicodeDecodeError):
            raise ModelUnavailable("model.bin is cut off or damaged: copy or download it again") from None


class _Reader:
    """Reads the format from its beginning to its end."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        self._version = 0

    def outline(self) -> Outline:
        self._version = self._number("<I")
        if not 2 <= self._version <= NEWEST_VERSION:
            raise _no_model(self._version)
        specification = self._text()
        if specification != _SPECIFICATION:
            raise ModelUnavailable(
                "model.bin holds a model of CTranslate2, but none of Whisper's: give another"
            )
        self._number("<I")  # its revision
        count = self._number("<I")
        if not 0 < count <= _MOST_VARIABLES:
            raise _CutOffError
        shapes = dict(self._variable() for _ in range(count))
        for _ in range(self._number("<I") if self._version >= 3 else 0):
            self._text()
            self._text()
        return Outline(shapes)

    def _variable(self) -> tuple[str, tuple[int, ...]]:
        name, rank = self._text(), self._number("<B")
        if rank > _MOST_DIMENSIONS:
            raise _CutOffError
        shape = tuple(self._number("<I") for _ in range(rank))
        width = self._number("<B")  # of one item; from version 4 on the number of its type
        length = self._number("<I") * (1 if self._version >= 4 else width)
        end = self._file.tell() + length
        if end > self._size:
            raise _CutOffError
        self._file.seek(end)
        return name, shape

    def _number(self, form: str) -> int:
        (value,) = struct.unpack(form, self._bytes(struct.calcsize(form)))
        return int(value)

    def _text(self) -> str:
        return self._bytes(self._number("<H")).removesuffix(b"\0").decode()

    def _bytes(self, count: int) -> bytes:
        found = self._file.read(count)
        if len(found) < count:
            raise _CutOffError
        return found


def _no_model(version: int) -> ModelUnavailable:
    if NEWEST_VERSION < version < 64:
        return ModelUnavailable(
            "model.bin is of a newer CTranslate2 than the installed one: upgrade `ctranslate2`"
        )
    return ModelUnavailable(
        "model.bin is no model of CTranslate2: convert the original with `ct2-transformers-converter`"
    )
