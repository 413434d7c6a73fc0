"""Adding models and choosing one, with folders that are whole by their form only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from media_worker import models
from media_worker.errors import ModelUnavailable
from media_worker.model_shelf import Shelf
from media_worker.settings import EarSettings
from tests.media.small_model import small_model


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty shelf in a folder that is not there yet."""
    return Shelf(tmp_path / "models")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A model folder to add."""
    return small_model(tmp_path / "clinic")


def test_an_added_model_is_found_by_its_name(shelf: Shelf, source: Path) -> None:
    facts = shelf.put(source, "clinic")
    assert list(shelf) == ["clinic"]
    found = models.locate("clinic", shelf.folder)
    assert found == models.ModelFolder("clinic", shelf.folder / "clinic")
    added = next(one for one in models.known(shelf.folder) if one.name == "clinic")
    assert (added.origin, added.fault) == ("added", "")
    assert added.facts is not None
    assert added.facts.parameters == facts.parameters


def test_only_what_a_model_is_made_of_is_copied(shelf: Shelf, source: Path) -> None:
    (source / "notes.txt").write_text("not of the model")
    shelf.put(source, "clinic")
    copied = {path.name for path in (shelf.folder / "clinic").iterdir()}
    assert copied == {"model.bin", "config.json", "tokenizer.json", "vocabulary.txt", "verified.json"}


def test_a_copy_outlives_its_source(shelf: Shelf, source: Path) -> None:
    shelf.put(source, "clinic")
    for path in source.iterdir():
        path.unlink()
    assert models.locate("clinic", shelf.folder).name == "clinic"


@pytest.mark.parametrize(
    "name", ["", "a/b", "../up", ".hidden", "chosen.json", "a b", "x" * 65, "-x", "a\nb"]
)
def test_what_is_no_name_is_refused(name: str, shelf: Shelf, source: Path) -> None:
    with pytest.raises(ModelUnavailable, match="--name"):
        shelf.put(source, name)
    assert not shelf.folder.exists()


def test_a_name_is_given_once(shelf: Shelf, source: Path) -> None:
    shelf.put(source, "clinic")
    for taken in ("clinic", "base", "tiny.en"):
        with pytest.raises(ModelUnavailable, match="there already"):
            shelf.put(source, taken)


def test_weights_altered_after_adding_are_noticed(shelf: Shelf, source: Path) -> None:
    shelf.put(source, "clinic")
    file = shelf.folder / "clinic" / "model.bin"
    weights = bytearray(file.read_bytes())
    weights[-60] ^= 1
    file.write_bytes(weights)
    with pytest.raises(ModelUnavailable, match="altered"):
        models.locate("clinic", shelf.folder)
    (fault,) = (one.fault for one in models.known(shelf.folder) if one.name == "clinic")
    assert "altered" in fault


def test_weights_that_were_only_touched_are_not_altered(shelf: Shelf, source: Path) -> None:
    shelf.put(source, "clinic")
    os.utime(shelf.folder / "clinic" / "model.bin", (1, 1))
    assert models.locate("clinic", shelf.folder).name == "clinic"


def test_a_broken_model_leaves_nothing_on_the_shelf(shelf: Shelf, source: Path) -> None:
    (source / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelUnavailable):
        shelf.put(source, "clinic")
    assert list(shelf.folder.iterdir()) == []


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path, source: Path) -> None:
    (tmp_path / "file").touch()
    shelf = Shelf(tmp_path / "file" / "models")
    for attempt in (lambda: shelf.put(source, "clinic"), lambda: shelf.choose("base")):
        with pytest.raises(ModelUnavailable, match="ATTUNE_EAR_MODELS_FOLDER"):
            attempt()


def test_the_chosen_model_is_the_default_and_the_environment_wins(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ATTUNE_EAR_MODEL", raising=False)
    monkeypatch.setenv("ATTUNE_EAR_MODELS_FOLDER", str(shelf.folder))
    assert EarSettings().model == "base"
    shelf.choose("tiny.en")
    assert EarSettings().model == "tiny.en"
    assert EarSettings(model="base").model == "base"
    monkeypatch.setenv("ATTUNE_EAR_MODEL", "base")
    assert EarSettings().model == "base"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"model": 3}', '{"other": "x"}'])
def test_a_damaged_choice_is_none(content: str, shelf: Shelf) -> None:
    shelf.folder.mkdir()
    (shelf.folder / "chosen.json").write_text(content)
    assert models.by_default(shelf.folder) == "base"


def test_a_removed_model_is_gone(shelf: Shelf, source: Path) -> None:
    shelf.put(source, "clinic")
    shelf.remove("clinic")
    assert list(shelf) == []
    with pytest.raises(ModelUnavailable, match="attune models list"):
        models.locate("clinic", shelf.folder)
