"""A model folder examined by its files: whole ones pass, each broken one is told by what to do."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker.errors import ModelUnavailable
from media_worker.model_file import read_outline
from media_worker.model_folder import examine
from media_worker.models import locate
from tests.media.small_model import TOKENS, small_model, tokenizer, weights

Break = Callable[[Path], object]


def test_a_whole_folder_says_what_it_holds(tmp_path: Path) -> None:
    facts = examine(small_model(tmp_path / "one"))
    assert facts.parameters == len(TOKENS) * 4 + 4 * 80 * 3
    assert not facts.multilingual
    assert locate(str(tmp_path / "one")).name == "one"


def test_the_packaged_models_are_what_they_are_called() -> None:
    base, tiny = (examine(locate(name).path) for name in ("base", "tiny.en"))
    assert (base.multilingual, tiny.multilingual) == (True, False)
    assert 72e6 < base.parameters < 73e6
    assert 37e6 < tiny.parameters < 38e6


def _cut(path: Path, by: int) -> None:
    os.truncate(path, path.stat().st_size - by)


FAULTS: dict[str, tuple[Break, str]] = {
    "no such folder": (lambda folder: folder.rename(folder.with_name("gone")), "missing model.bin"),
    "no weights": (lambda folder: (folder / "model.bin").unlink(), "missing model.bin"),
    "no vocabulary": (lambda folder: (folder / "vocabulary.txt").unlink(), "missing vocabulary.txt"),
    "no tokenizer": (lambda folder: (folder / "tokenizer.json").unlink(), "missing tokenizer.json"),
    "weights cut off": (lambda folder: _cut(folder / "model.bin", 400), "cut off"),
    "aliases cut off": (lambda folder: _cut(folder / "model.bin", 3), "cut off"),
    "weights empty": (lambda folder: (folder / "model.bin").write_bytes(b""), "cut off"),
    "weights are noise": (
        lambda folder: (folder / "model.bin").write_bytes(bytes(range(7, 256)) * 9),
        "no model of CTranslate2",
    ),
    "a pointer of Git LFS": (
        lambda folder: (folder / "model.bin").write_text("version https://git-lfs.github.com/spec/v1\n"),
        "git lfs pull",
    ),
    "a translation model": (
        lambda folder: (folder / "model.bin").write_bytes(weights(specification="TransformerSpec")),
        "none of Whisper's",
    ),
    "of a newer release": (
        lambda folder: (folder / "model.bin").write_bytes(weights(version=9)),
        "newer CTranslate2",
    ),
    "the original model": (
        lambda folder: (folder / "model.bin").rename(folder / "model.safetensors"),
        "ct2-transformers-converter",
    ),
    "configuration damaged": (
        lambda folder: (folder / "config.json").write_text("{"),
        "config.json is damaged",
    ),
    "tokenizer damaged": (
        lambda folder: (folder / "tokenizer.json").write_bytes(b"\xff\x00"),
        "tokenizer.json is damaged",
    ),
    "tokenizer of another kind": (
        lambda folder: (folder / "tokenizer.json").write_text('{"added_tokens": null}'),
        "none of Whisper's",
    ),
    "tokenizer of another model": (
        lambda folder: (folder / "tokenizer.json").write_text(tokenizer(TOKENS[1:])),
        "belongs to another model",
    ),
    "vocabulary of another model": (
        lambda folder: (folder / "vocabulary.txt").write_text("a\nb\n"),
        "vocabulary belongs to another model",
    ),
    "vocabulary damaged": (
        lambda folder: (folder / "vocabulary.json").write_text("{}"),
        "vocabulary.json is damaged",
    ),
    "other mel bands": (
        lambda folder: (folder / "preprocessor_config.json").write_text('{"feature_size": 128}'),
        "mel bands",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_folder_is_told_by_its_fault(fault: str, tmp_path: Path) -> None:
    damage, says = FAULTS[fault]
    folder = small_model(tmp_path / "model")
    damage(folder)
    with pytest.raises(ModelUnavailable) as refused:
        locate(str(folder))
    assert says in refused.value.detail
    assert "\n" not in refused.value.detail


def test_a_vocabulary_may_be_json(tmp_path: Path) -> None:
    folder = small_model(tmp_path)
    (folder / "vocabulary.txt").unlink()
    (folder / "vocabulary.json").write_text(json.dumps(TOKENS))
    assert examine(folder).size > 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_not_called_empty(tmp_path: Path) -> None:
    folder = small_model(tmp_path / "model")
    folder.chmod(0)
    try:
        with pytest.raises(ModelUnavailable, match="can't be read"):
            examine(folder)
    finally:
        folder.chmod(0o700)


def test_a_system_that_forbids_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_model(tmp_path)

    def forbidden(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("media_worker.model_folder.read_outline", forbidden)
    with pytest.raises(ModelUnavailable, match=r"permission denied.*let this user read"):
        examine(folder)


@given(keep=st.integers(0, len(weights()) - 1))
def test_weights_cut_anywhere_are_never_taken_for_whole(
    keep: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "cut.bin"
    file.write_bytes(weights()[:keep])
    with pytest.raises(ModelUnavailable):
        read_outline(file)


@given(noise=st.binary(max_size=300))
def test_noise_is_refused_and_nothing_else_happens(
    noise: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "noise.bin"
    file.write_bytes(weights()[:40] + noise)
    with pytest.raises(ModelUnavailable):
        read_outline(file)
