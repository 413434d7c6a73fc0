"""Whether a folder holds a faster-whisper model that can be heard with, by its files alone.

What costs milliseconds is examined at every start: the files are there, `model.bin` is whole,
vocabulary, tokenizer and features fit it. Whether it computes shows only a trial (`trial`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from media_worker.errors import ModelUnavailable
from media_worker.model_file import Outline, read_outline

WEIGHTS = "model.bin"
NEEDED = (WEIGHTS, "config.json", "tokenizer.json")
VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
COMPANIONS = ("config.json", "tokenizer.json", *VOCABULARIES, "preprocessor_config.json")
"""The small files of a model folder, as far as anything reads them."""

_MULTILINGUAL_FROM = 51_865
"""Tokens in the vocabulary: Whisper's English models have one fewer (CTranslate2 tells them so, too)."""
_USUAL_MELS = 80
_ORIGINALS = ("model.safetensors", "pytorch_model.bin", "model.safetensors.index.json")
_FOREIGN = "tokenizer.json belongs to another model: copy the one that came with these weights"


@dataclass(frozen=True)
class ModelFacts:
    """What an examined folder holds. `size` in bytes of all its files."""

    parameters: int
    multilingual: bool
    size: int


def examine(folder: Path) -> ModelFacts:
    """What is in a model folder, as its files say. Takes about 50 ms.

    Raises:
        ModelUnavailable: a file is missing, unreadable, cut off, or fits the others not; the detail names
            the fix.
    """
    try:
        _complete(folder)
        outline = read_outline(folder / WEIGHTS)
        _json(folder / "config.json")
        vocabulary = _vocabulary(folder)
        if outline.vocabulary and len(vocabulary) != outline.vocabulary:
            raise ModelUnavailable("the vocabulary belongs to another model: copy the one of these weights")
        _same_tokens(_json(folder / "tokenizer.json"), vocabulary)
        _features_fit(folder, outline)
        size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise ModelUnavailable(
            f"the model folder can't be read ({(error.strerror or 'no reason given').lower()}): "
            "let this user read it and what is in it"
        ) from None
    return ModelFacts(outline.parameters, len(vocabulary) >= _MULTILINGUAL_FROM, size)


def _complete(folder: Path) -> None:
    # Listed, not asked one by one: a folder that may not be read must not look empty.
    present = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if WEIGHTS not in present and present.intersection(_ORIGINALS):
        raise ModelUnavailable(
            "that folder holds a model of Transformers: convert it with `ct2-transformers-converter "
            "--copy_files tokenizer.json preprocessor_config.json`"
        )
    missing = [name for name in NEEDED if name not in present]
    if not present.intersection(VOCABULARIES):
        missing.append(VOCABULARIES[1])
    if missing:
        raise ModelUnavailable(
            f"no faster-whisper model in that folder (missing {', '.join(missing)}): give `base`, `tiny.en`, "
            "an added model's name, or a folder with model.bin, config.json, tokenizer.json and vocabulary"
        )


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ModelUnavailable(f"{path.name} is damaged: copy or download it again")
    return found


def _vocabulary(folder: Path) -> Sequence[str]:
    """The tokens in order."""
    path = next(folder / name for name in VOCABULARIES if (folder / name).is_file())
    try:
        if path.suffix == ".txt":
            return path.read_text("utf-8").removesuffix("\n").split("\n")
        found = json.loads(path.read_bytes())
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise ModelUnavailable(f"{path.name} is damaged: copy or download it again")
    return found


def _same_tokens(tokenizer: Mapping[str, Any], vocabulary: Sequence[str]) -> None:
    """Whether the tokenizer's control tokens have the numbers the weights were trained with."""
    added = tokenizer.get("added_tokens")
    marks = [entry for entry in added if isinstance(entry, dict)] if isinstance(added, list) else []
    numbers = {entry.get("content"): entry.get("id") for entry in marks}
    if not {"<|startoftranscript|>", "<|notimestamps|>"} <= set(numbers):
        raise ModelUnavailable(
            "tokenizer.json is none of Whisper's: copy the one that came with these weights"
        )
    for content, number in numbers.items():
        if not isinstance(number, int) or not 0 <= number < len(vocabulary) or vocabulary[number] != content:
            raise ModelUnavailable(_FOREIGN)


def _features_fit(folder: Path, outline: Outline) -> None:
    """Models with other than 80 mel bands say so in a file of their own."""
    path = folder / "preprocessor_config.json"
    said = _json(path).get("feature_size", _USUAL_MELS) if path.is_file() else _USUAL_MELS
    if outline.mels and said != outline.mels:
        raise ModelUnavailable(
            f"these weights take {outline.mels} mel bands and preprocessor_config.json says otherwise or is "
            "missing: copy it from where the model came from"
        )
