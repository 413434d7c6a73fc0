"""Finding and joining models, with small packages standing in for the large ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from media_worker import model_packages, models
from media_worker.errors import ModelUnavailable
from media_worker.model_packages import Packaged
from tests.media.small_model import TOKENS, tokenizer, weights

WEIGHTS = weights()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A two-part model called `small`, installed as packages."""
    root = tmp_path / "site"
    for number, content in ((1, WEIGHTS[:100]), (2, WEIGHTS[100:])):
        folder = root / f"small_part{number}"
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("")
        (folder / f"part{number}").write_bytes(content)
    (root / "small_part1" / "config.json").write_text("{}")
    (root / "small_part1" / "tokenizer.json").write_text(tokenizer())
    (root / "small_part1" / "vocabulary.txt").write_text("\n".join(TOKENS))
    monkeypatch.syspath_prepend(str(root))
    monkeypatch.setitem(
        model_packages.PACKAGED,
        "small",
        Packaged(
            "small",
            hashlib.sha256(WEIGHTS).hexdigest(),
            (("small_part1", "part1"), ("small_part2", "part2")),
            ("small_part1", "."),
        ),
    )
    return root


def test_parts_are_joined_verified_and_then_left_alone(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "models"
    (found,) = model_packages.install(["small"], target)
    assert (found / "model.bin").read_bytes() == WEIGHTS
    assert sorted(path.name for path in target.iterdir()) == ["small"]
    first = (found / "model.bin").stat()
    model_packages.install(["small"], target)
    assert (found / "model.bin").stat().st_ino == first.st_ino
    assert models.locate("small", target) == models.ModelFolder("small", found)


def test_altered_parts_are_refused_and_leave_nothing(package: Path, tmp_path: Path) -> None:
    (package / "small_part2" / "part2").write_bytes(b"tampered")
    with pytest.raises(ModelUnavailable, match="altered"):
        model_packages.install(["small"], tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_an_altered_joined_model_is_noticed_and_mended(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "models"
    (found,) = model_packages.install(["small"], target)
    (found / "model.bin").write_bytes(b"other")
    with pytest.raises(ModelUnavailable, match="not ready"):
        models.locate("small", target)
    model_packages.install(["small"], target)
    assert models.locate("small", target).path == found


def test_a_missing_model_names_the_fix(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"python -m media_worker\.models"):
        models.locate("base", tmp_path)
    with pytest.raises(ModelUnavailable, match=r"tokenizer\.json"):
        models.locate(str(tmp_path))


def test_an_altered_small_file_is_noticed_and_mended(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "models"
    (found,) = model_packages.install(["small"], target)
    (found / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelUnavailable, match="not ready"):
        models.locate("small", target)
    model_packages.install(["small"], target)
    assert models.locate("small", target).path == found


def test_the_pins_are_whole_hashes() -> None:
    assert {name: len(model.sha256) for name, model in model_packages.PACKAGED.items()} == {
        "base": 64,
        "tiny.en": 64,
    }
