"""Model folders for tests: whole by their form and a few kilobytes small, or with one thing wrong."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

TOKENS = ("a", "b", "<|endoftext|>", "<|startoftranscript|>", "<|notimestamps|>", "<|0.00|>")


def weights(
    shapes: Mapping[str, tuple[int, ...]] | None = None,
    *,
    version: int = 6,
    specification: str = "WhisperSpec",
) -> bytes:
    """A `model.bin` with these variables, every number a byte long, in CTranslate2's format."""
    shapes = shapes or {"decoder/embeddings/weight": (len(TOKENS), 4), "encoder/conv1/weight": (4, 80, 3)}
    parts = [struct.pack("<I", version), _text(specification), struct.pack("<II", 3, len(shapes))]
    for name, shape in shapes.items():
        count = 1
        for dimension in shape:
            count *= dimension
        parts += [_text(name), struct.pack(f"<B{len(shape)}I", len(shape), *shape)]
        parts += [struct.pack("<BI", 1, count), bytes(count)]
    return b"".join([*parts, struct.pack("<I", 1), _text("decoder/projection/weight"), _text("decoder/x")])


def tokenizer(tokens: Sequence[str] = TOKENS) -> str:
    """A tokenizer.json whose control tokens have the numbers of `tokens`."""
    marks = [
        {"id": number, "content": token} for number, token in enumerate(tokens) if token.startswith("<|")
    ]
    return json.dumps({"added_tokens": marks})


def small_model(folder: Path) -> Path:
    """Writes a folder that examines as a whole model; nothing could decode with it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.bin").write_bytes(weights())
    (folder / "config.json").write_text("{}")
    (folder / "tokenizer.json").write_text(tokenizer())
    (folder / "vocabulary.txt").write_text("".join(f"{token}\n" for token in TOKENS))
    return folder


def _text(text: str) -> bytes:
    return struct.pack("<H", len(text) + 1) + text.encode() + b"\0"
