"""Finding and joining models, with small packages standing in for the large ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from media_worker import models
from media_worker.errors import ModelUnavailable


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A two-part model called `small`, installed as packages."""
    root = tmp_path / "site"
    for number, content in ((1, b"first half "), (2, b"second half")):
        folder = root / f"small_part{number}"
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("")
        (folder / f"part{number}").write_bytes(content)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (root / "small_part1" / name).write_text("{}")
    monkeypatch.syspath_prepend(str(root))
    monkeypatch.setitem(
        models._PACKAGED,
        "small",
        models._Packaged(
            "small",
            hashlib.sha256(b"first half second half").hexdigest(),
            (("small_part1", "part1"), ("small_part2", "part2")),
            ("small_part1", "."),
        ),
    )
    return root


def test_parts_are_joined_verified_and_then_left_alone(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "models"
    (found,) = models.install(["small"], target)
    assert (found.path / "model.bin").read_bytes() == b"first half second half"
    assert sorted(path.name for path in target.iterdir()) == ["small"]
    first = (found.path / "model.bin").stat()
    models.install(["small"], target)
    assert (found.path / "model.bin").stat().st_ino == first.st_ino
    assert models.locate("small", target) == found


def test_altered_parts_are_refused_and_leave_nothing(package: Path, tmp_path: Path) -> None:
    (package / "small_part2" / "part2").write_bytes(b"tampered")
    with pytest.raises(ModelUnavailable, match="altered"):
        models.install(["small"], tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_an_altered_joined_model_is_noticed_and_mended(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "models"
    (found,) = models.install(["small"], target)
    (found.path / "model.bin").write_bytes(b"other")
    with pytest.raises(ModelUnavailable, match="not ready"):
        models.locate("small", target)
    models.install(["small"], target)
    assert models.locate("small", target).path == found.path


def test_a_missing_model_names_the_fix(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"python -m media_worker\.models"):
        models.locate("base", tmp_path)
    with pytest.raises(ModelUnavailable, match=r"tokenizer\.json"):
        models.locate(str(tmp_path))


def test_any_complete_folder_is_a_model(tmp_path: Path) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_text("x")
    assert models.locate(str(tmp_path)).path == tmp_path


def test_the_pins_are_whole_hashes() -> None:
    assert {name: len(model.sha256) for name, model in models._PACKAGED.items()} == {
        "base": 64,
        "tiny.en": 64,
    }
